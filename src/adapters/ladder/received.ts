import type { BranchName, Oid } from '../../core/names.ts'
import type { Screen } from '../../core/plan/marker-index.ts'
import type { Hit, Repository } from '../../ports/repository.ts'
import type { Found } from '../../ports/shortcut.ts'

/** A repository that is received, whole or as far as the policy file calls for it. */
export interface LongWay extends Repository {
  /** Gets a commit with all its objects, wherever the branches stand by now. */
  bring(commit: Oid): Promise<void>
  /** Whether a search has looked at every file, so that what it found may stand in an index. */
  isWhole(): boolean
  close(): Promise<void>
}

/** The long way, for a run that came from the shortcut: commits that it knows from there are brought when they are asked for. */
export interface Received {
  readonly repository: Repository
  readonly bring: (commit: Oid) => Promise<void>
  /** What was found at the base tip, where all of it was searched. */
  readonly found: () => Promise<Found | undefined>
  readonly close: () => Promise<void>
}

export function received(way: LongWay): Received {
  const here = new Set<Oid>()
  let tip: Oid | undefined
  let searched: (Screen & { readonly commit: Oid; readonly files: readonly Hit[] }) | undefined
  const bring = async (commit: Oid): Promise<void> => {
    if (here.has(commit)) return
    await way.bring(commit)
    here.add(commit)
  }
  const repository: Repository = {
    defaultBranch: () => way.defaultBranch(),
    waiting: () => way.waiting?.() ?? [],
    async fetch(branch: BranchName, headPrefix: string) {
      const tips = await way.fetch(branch, headPrefix)
      for (const oid of tips.values()) here.add(oid)
      tip = tips.get(branch)
      return tips
    },
    async search(commit, texts, globs = []) {
      await bring(commit)
      const files = await way.search(commit, texts, globs)
      if (commit === tip) searched = { commit, texts, globs, files }
      return files
    },
    async entry(commit, path) {
      await bring(commit)
      return await way.entry(commit, path)
    },
    readBlobs: (oids) => way.readBlobs(oids),
    // Commits between a head and base came with `commitsAhead`, and it told of them all.
    commit: (oid) => way.commit(oid),
    async commitsAhead(base, head) {
      if (base !== head) await bring(head)
      // Base as it stands now decides, and that is what was received.
      const ahead = await way.commitsAhead(tip ?? base, head)
      for (const { oid } of ahead) here.add(oid)
      return ahead
    },
    async treeWith(commit, files) {
      await bring(commit)
      return await way.treeWith(commit, files)
    },
  }
  return {
    repository,
    bring,
    async found() {
      if (searched === undefined || searched.commit !== tip || !way.isWhole()) return undefined
      const { commit, texts, globs, files } = searched
      const flux = files.filter(({ mentions }) => mentions.flux).map(({ oid }) => oid)
      const [{ tree }, blobs] = await Promise.all([way.commit(commit), way.readBlobs(flux)])
      const contents = new Map(blobs.map((bytes, at) => [flux[at] as Oid, bytes]))
      return { commit, tree, texts, globs, files, contents }
    },
    close: () => way.close(),
  }
}

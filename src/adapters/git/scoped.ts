import { BumpError } from '../../core/errors.ts'
import type { Oid } from '../../core/names.ts'
import type { FileEntry, Repository } from '../../ports/repository.ts'
import { openBlobs } from './blobs.ts'
import { candidatesByCommit } from './candidates.ts'
import { mentioning, searching } from './mentioning.ts'
import { partialTips, type PartialTips } from './partial.ts'
import { connect, type Remote, type RemoteOptions } from './remote.ts'
import { reading, type RemoteRepository } from './repository.ts'
import { scopeReader, type ScopeRule } from './scope-reader.ts'

export interface ScopedOptions extends RemoteOptions, ScopeRule {
  /** Globs of the files that will probably be in the scope: where they are few, they come with the policy file. */
  readonly likely?: readonly string[]
  /** Told, once, when the server does not play along. */
  readonly note: (text: string) => void
}

/**
 * Opens a remote repository of which only the part that matters is fetched: commits and trees first, then the policy file,
 * then in one request every file in the scope it names. A search finds what stands in the scope, and what a branch
 * of ours changed anywhere. Where the scope is the whole tree, or the server cannot leave out, everything is fetched.
 * @throws {BumpError} BAD_INPUT, BAD_TOKEN
 */
export async function openScoped(options: ScopedOptions): Promise<RemoteRepository> {
  const remote = await connect(options)
  const tips = partialTips(remote, options.note)
  return { remote, isWhole: tips.areWhole, close: remote.close, ...readingScope(remote, tips, options) }
}

// To ask for each of so many by its id costs more than to get all.
const WANTED_LIMIT = 25_000
// A request of its own costs about as long as so many files that turn out not to be needed.
const LIKELY_LIMIT = 1_000

function readingScope(remote: Remote, tips: PartialTips, options: ScopedOptions): Repository {
  const blobs = openBlobs(remote)
  const all = reading(remote, tips.fetch)
  const getLikely = once(async () => {
    const files = base === undefined ? [] : await scopes.list(base, options.likely ?? [], [], LIKELY_LIMIT)
    return files.length > LIKELY_LIMIT ? [] : files.map(({ oid }) => oid)
  })
  const getBlobs = async (oids: readonly Oid[]): Promise<void> => {
    try {
      await blobs.get([...oids, ...(await getLikely())])
    } catch (error) {
      if (!(error instanceof BumpError) || error.code !== 'REMOTE_REFUSED') throw error
      options.note(`${remote.access.url} does not hand out single files, so everything is fetched.`)
      await tips.getAll()
    }
  }
  const readBlobs = async (oids: readonly Oid[]): Promise<readonly Uint8Array[]> => {
    if (!tips.areWhole()) await getBlobs(oids)
    return tips.areWhole() ? await all.readBlobs(oids) : await blobs.read(oids)
  }
  const tell = mentioning(readBlobs)
  const searchWhole = searching(remote.contents)
  const scopes = scopeReader({ remote, readBlobs, ...options })
  let base: Oid | undefined
  let heads: readonly Oid[] = []

  /** The files that are looked at in a commit; undefined: all of them. */
  const candidatesIn = async (commit: Oid, globs: readonly string[]): Promise<readonly FileEntry[] | undefined> => {
    if (base === undefined) return undefined
    const others = [...heads, commit].filter((oid) => oid !== base)
    const changes = await scopes.changes(base, others, globs)
    const scope = await scopes.read(base, changes)
    const inBase = scope === undefined ? undefined : await scopes.list(base, scope, globs, WANTED_LIMIT)
    if (scope === undefined || inBase === undefined || inBase.length > WANTED_LIMIT) return undefined
    const candidates = candidatesByCommit({ base, inBase, scope, changes })
    // Those of every branch at once: whoever looks at one soon looks at another.
    await getBlobs([...candidates.values()].flat().map(({ oid }) => oid))
    return candidates.get(commit) ?? []
  }

  return {
    ...all,
    readBlobs,
    async fetch(branch, headPrefix) {
      const found = await all.fetch(branch, headPrefix)
      base = found.get(branch)
      heads = [...found].flatMap(([name, tip]) => (name === branch ? [] : [tip]))
      tips.came([...found.values()])
      return found
    },
    async commitsAhead(from, head) {
      const commits = await all.commitsAhead(from, head)
      tips.came(commits.map(({ oid }) => oid))
      return commits
    },
    treeWith: blobs.treeWith,
    async search(commit, texts, globs = []) {
      const candidates = tips.areWhole() ? undefined : await candidatesIn(commit, globs)
      if (candidates !== undefined && !tips.areWhole()) return await tell(await blobs.holding(candidates, texts))
      await tips.getAll(commit)
      return await searchWhole(commit, texts, globs)
    },
  }
}

/** Answers the first call, and every later one with nothing. */
function once<Item>(ask: () => Promise<readonly Item[]>): () => Promise<readonly Item[]> {
  let isAsked = false
  return async () => {
    if (isAsked) return []
    isAsked = true
    return await ask()
  }
}

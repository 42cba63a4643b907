import { inPathOrder } from '../../../core/compare.ts'
import { BumpError } from '../../../core/errors.ts'
import type { Mentions } from '../../../core/marker/mentions.ts'
import type { BranchName, Oid, RepoPath } from '../../../core/names.ts'
import { INDEX_REF, indexKeepsake, NO_INDEX } from '../../../core/plan/keepsake.ts'
import { carryOn, isMadeWith, type MarkerIndex } from '../../../core/plan/marker-index.ts'
import type { Shortcut } from '../../../ports/shortcut.ts'
import type { Blobs } from '../blobs.ts'
import type { PartialTips } from '../partial.ts'
import type { Remote } from '../remote.ts'
import { askHead, askRefs, checked, reading } from '../repository.ts'
import { openHomes } from './homes.ts'
import { indexedFiles, type IndexedFiles, type Marked } from './indexed-files.ts'
import { bringTrees, readIndexOf } from './read-index.ts'

export interface GitShortcutNeeds {
  readonly remote: Remote
  readonly tips: PartialTips
  readonly blobs: Blobs
  /** The policy file, which comes along with the index. */
  readonly config: RepoPath
  /** Whether so much was received that an index pays. */
  readonly isWorthIt: () => Promise<boolean>
}

// With the first fetch: where the ref does not exist, a pattern is content.
const INDEX_SPEC = `+${INDEX_REF}*:${INDEX_REF}*`
// A run that finds base so many files further leaves a newer index behind: until then each run has to get trees of both.
const FAR = 10
// More files than these are quicker received with all the others.
const MOST_WANTED = 5_000
const SHA_1_DIGITS = 40

/**
 * Reads a repository by an index of its marked files and git alone: of the tips come commits and trees, then in one request
 * the index and the policy file, then in another the files that the build concerns and those that the index does not know.
 * The index is trusted for which files of its tree are marked, and what they mention. That a blob stands where it says is
 * looked up in the trees before the blob is read: whoever may write refs must slip nothing into a pull request by it.
 */
export function gitShortcut({ remote, tips, blobs, config, isWorthIt }: GitShortcutNeeds): Shortcut {
  const { contents, gitDir } = remote
  const all = reading(remote, async (args, specs, call) => await tips.fetch(args, [...specs, INDEX_SPEC], call))
  let index: MarkerIndex | undefined
  let files: IndexedFiles | undefined
  /** Where the ref of the index stands. */
  let indexOid: Oid | undefined
  /** What the remote says of the index, and of its HEAD where that was asked too. */
  let asking: Promise<{ readonly branch?: BranchName; readonly tips: ReadonlyMap<string, Oid> }> | undefined
  let base: Oid | undefined
  let heads: readonly Oid[] = []
  let atBase: Marked | undefined
  let isWanted: (mentions: Mentions) => boolean = () => false
  const homes = openHomes(contents)

  const treeOf = async (commit: Oid): Promise<Oid> => (await contents.commit(commit)).tree
  const takeIndex = async (tip: Oid): Promise<void> => {
    indexOid = await contents.resolve(INDEX_REF)
    const entry = await contents.entry(tip, config)
    const read = await readIndexOf(remote, blobs, indexOid, entry === undefined ? [] : [entry.oid])
    if (read.tree !== (await treeOf(tip))) await bringTrees(remote, read)
    index = read
    files = indexedFiles(gitDir, blobs, read)
  }

  return {
    begin(base) {
      // Asked first: without an index everything is wanted, and with one nearly nothing.
      asking ??= base === undefined ? askHead(remote, [INDEX_REF]) : askRefs(remote, [INDEX_REF])
      asking.catch(() => {}) // told to whoever looks
    },
    async defaultBranch() {
      asking ??= askHead(remote, [INDEX_REF])
      return (await asking).branch ?? (await askHead(remote)).branch
    },
    async fetch(branch: BranchName, headPrefix: string) {
      checked(branch)
      checked(`${headPrefix}x`)
      indexOid ??= (await (asking ??= askRefs(remote, [INDEX_REF]))).tips.get(INDEX_REF)
      if (indexOid === undefined) throw new BumpError('REMOTE_REFUSED', NO_INDEX)
      const found = await all.fetch(branch, headPrefix)
      tips.came([...found.values()])
      if (tips.areWhole()) throw new BumpError('REMOTE_REFUSED', 'everything has come already')
      base = found.get(branch) as Oid
      heads = [...found].flatMap(([name, tip]) => (name === branch ? [] : [tip]))
      if (index === undefined) await takeIndex(base)
      return found
    },
    waiting: () => all.waiting?.() ?? [],
    prepare(_commits, test) {
      isWanted = test
    },
    async search(commit, texts, globs = []) {
      if (index === undefined || files === undefined || base === undefined)
        throw new BumpError('REMOTE_REFUSED', NO_INDEX)
      if (!isMadeWith(index, { texts, globs }))
        throw new BumpError('REMOTE_REFUSED', 'the index was made for other files')
      const [tree, tipTree, ...others] = await Promise.all([commit, base, ...heads].map(treeOf))
      const wanted = index.files.filter(({ mentions }) => isWanted(mentions)).map(({ oid }) => oid)
      if (wanted.length > MOST_WANTED)
        throw new BumpError('REMOTE_REFUSED', `${wanted.length} files are quicker received`)
      // Those of every branch at once: whoever looks at one soon looks at another.
      const marked = await files.find(tipTree as Oid, [...others, tree as Oid], wanted)
      atBase = marked.get(tipTree as Oid)
      const hits = inPathOrder(marked.get(tree as Oid)?.files.values() ?? [])
      homes.said(commit, hits)
      return hits
    },
    entry: all.entry,
    async readBlobs(oids) {
      await homes.prove(oids)
      return await blobs.read(oids)
    },
    async commitsAhead(from, head) {
      const commits = await all.commitsAhead(from, head)
      tips.came(commits.map(({ oid }) => oid))
      return commits
    },
    commit: all.commit,
    treeWith: blobs.treeWith,
    // What was made is here, and so are all trees.
    expect: () => {},
    isProven: async () => true,
    async keepsake(found) {
      // A keepsake is made with the hash that nearly all repositories use.
      if (found !== undefined && (found.commit.length > SHA_1_DIGITS || !(await isWorthIt()))) return undefined
      const made = found === undefined ? await carriedOn() : { ...found, carried: 0 }
      return made === undefined ? undefined : indexKeepsake(made, indexOid, found?.contents ?? (await fluxOf(made)))
    },
  }

  /** The index as it is for the base tip of this run; undefined: the one that is there does as well. */
  async function carriedOn(): Promise<MarkerIndex | undefined> {
    if (index === undefined || base === undefined || atBase === undefined || atBase.distance < FAR) return undefined
    return carryOn(index, { commit: base, tree: await treeOf(base), files: atBase.files.values() })
  }
  async function fluxOf({ files: indexed }: MarkerIndex): Promise<ReadonlyMap<Oid, Uint8Array>> {
    const oids = indexed.filter(({ mentions }) => mentions.flux).map(({ oid }) => oid)
    const read = await blobs.read(oids)
    return new Map(read.map((bytes, at) => [oids[at] as Oid, bytes]))
  }
}

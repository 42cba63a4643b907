import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid, RepoPath } from '../../core/names.ts'
import { isMadeWith, MOST_CARRIED, MOST_INDEXED, type MarkerIndex } from '../../core/plan/marker-index.ts'
import { compareBytes } from '../../core/compare.ts'
import { HEAD_ROOT } from '../../core/pull-request/branch.ts'
import { queuePrefix } from '../../core/pull-request/queue.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { CommitFacts, FileEntry } from '../../ports/repository.ts'
import type { Found, Shortcut } from '../../ports/shortcut.ts'
import type { GithubClient } from './client.ts'
import { openBlobs } from './read/blobs.ts'
import { openComparer } from './read/compare.ts'
import { filesAt, type Standing } from './read/files-at.ts'
import { INDEX_REF, readIndex, writeIndex } from './read/index-ref.ts'
import { carry, isSame, passes, readBack, type Marked, type Sources } from './read/marked.ts'
import { open, type Opening } from './read/opening.ts'

export interface GithubShortcutOptions {
  /** The policy file, which the first query brings along. */
  readonly config: RepoPath
}

export interface GithubShortcut extends Shortcut {
  /** GraphQL's id of the repository, once a query has brought it. */
  repositoryId(): string | undefined
}

// Each costs two or three requests; a branch with more commits of people is quicker received.
const MOST_CARRIES = 12
// Writing the index costs three requests, so it pays when the next run saves as much.
const FAR = 25
const MOST_CONTENTS = { files: 300, bytes: 512 * 1024 }

/**
 * Reads a repository through GitHub's API, by an index of its marked files.
 *
 * What the index is trusted for: which files of one tree hold a marker, which is what nobody can prove without reading the
 * tree; so it is made anew from time to time, and the run looks again without it before it says that something is missing.
 * It is not trusted for contents (a blob is proven by its id), nor for where a blob stands: `isProven` asks, before a branch
 * moves. Whoever may write to the repository may write the index, and must not get past the protection of a branch by it.
 */
export function githubShortcut(
  client: GithubClient,
  repository: string,
  { config }: GithubShortcutOptions,
): GithubShortcut {
  const blobs = openBlobs(client, repository)
  const comparer = openComparer(client, repository)
  const sources: Sources = {
    blobs,
    comparer,
    filesAt: (commit, paths, options) => filesAt(client, repository, commit, paths, options),
  }
  const facts = new Map<Oid, CommitFacts>()
  const configs = new Map<Oid, Standing | undefined>()
  const marked = new Map<Oid, Promise<Marked>>()
  let waiting: Opening | undefined
  let waitingNow: readonly Ticket[] = []
  let repositoryId: string | undefined
  let index: MarkerIndex | undefined
  let tip: Oid | undefined
  /** The last base tip whose marked files are known. */
  let anchor: Marked | undefined
  let carries = 0

  const ask = async (base: BranchName | undefined, headPrefix: string): Promise<Opening> => {
    const wanted = index === undefined ? INDEX_REF : undefined
    const opening = await open(client, repository, { base, headPrefix, config, index: wanted }, blobs)
    repositoryId = opening.repositoryId
    return opening
  }
  const screenOf = (texts: readonly string[], globs: readonly string[]): MarkerIndex => {
    if (index === undefined) throw new BumpError('BUG', 'The repository was never fetched.')
    if (!isMadeWith(index, { texts, globs }))
      throw new BumpError('REMOTE_REFUSED', 'the index was made for other files')
    return index
  }
  const ofIndex = async (commit: Oid, made: MarkerIndex): Promise<Marked> => {
    const lacking = made.files.filter(({ oid }) => !blobs.has(oid))
    const paths = lacking.map(({ path }) => path)
    const found = paths.length === 0 ? new Map<RepoPath, Standing>() : await sources.filesAt(commit, paths, { blobs })
    const other = lacking.find((entry) => !isSame(entry, found.get(entry.path)))
    if (other !== undefined)
      throw new BumpError('REMOTE_REFUSED', `the index is wrong about ${JSON.stringify(other.path)}`)
    const files = await Promise.all(
      made.files.map(async (entry) => ((await passes(blobs, made, entry)) ? entry : undefined)),
    )
    const entries = files.filter((entry) => entry !== undefined).map((entry) => [entry.path, entry] as const)
    return {
      commit,
      files: new Map(entries),
      unproven: made.files.filter(({ path }) => !found.has(path)),
      distance: 0,
    }
  }
  const markedAt = (commit: Oid, made: MarkerIndex): Promise<Marked> => {
    const known = marked.get(commit) ?? find(commit, made)
    marked.set(commit, known)
    return known
  }
  const find = async (commit: Oid, made: MarkerIndex): Promise<Marked> => {
    if (facts.get(commit)?.tree === made.tree) return await ofIndex(commit, made)
    carries += 1
    if (carries > MOST_CARRIES) throw new BumpError('REMOTE_REFUSED', 'there are many commits to look at')
    const from = commit === tip || tip === undefined ? (anchor ?? indexed(made)) : await markedAt(tip, made)
    // One commit that stands elsewhere than on the tip: a head of ours from before base moved.
    const { parents = [] } = facts.get(commit) ?? {}
    const isBeside = from.commit === tip && parents.length === 1 && parents[0] !== tip
    return await carry(sources, made, from, commit, { isBeside })
  }

  return {
    repositoryId: () => repositoryId,
    async defaultBranch() {
      waiting = await ask(undefined, HEAD_ROOT)
      return waiting.base.branch
    },
    async fetch(branch, headPrefix) {
      const isAnswered = waiting?.base.branch === branch && headPrefix.startsWith(HEAD_ROOT)
      const opening = isAnswered && waiting !== undefined ? waiting : await ask(branch, headPrefix)
      waiting = undefined
      index ??= fresh(readIndex(opening.index, blobs))
      const { base, heads } = opening
      waitingNow = opening.waiting.flatMap(({ ref, facts: { oid } }) =>
        ref.startsWith(queuePrefix(headPrefix)) ? [{ ref, oid }] : [],
      )
      for (const ticket of opening.waiting) facts.set(ticket.facts.oid, ticket.facts)
      const ours = [...heads].filter(([name]) => name.startsWith(headPrefix))
      for (const one of [base.facts, ...heads.values()]) facts.set(one.oid, one)
      configs.set(base.facts.oid, base.config)
      // The marked files of a base that has moved are found from those of the base before.
      if (tip !== undefined && tip !== base.facts.oid) anchor = await marked.get(tip)
      tip = base.facts.oid
      return new Map([...ours.map(([name, { oid }]) => [name, oid] as const), [branch, tip]])
    },
    waiting: () => waitingNow,
    async search(commit, texts, globs = []) {
      const { files } = await markedAt(commit, screenOf(texts, globs))
      return [...files.values()].sort((a, b) => compareBytes(a.path, b.path))
    },
    async entry(commit, path) {
      const standing =
        path === config && configs.has(commit)
          ? configs.get(commit)
          : (await sources.filesAt(commit, [path], { blobs })).get(path)
      return typeof standing === 'object' ? standing : undefined
    },
    readBlobs: (oids) => Promise.all(oids.map((oid) => blobs.read(oid))),
    async commit(oid) {
      const known = facts.get(oid)
      if (known === undefined) throw new BumpError('REMOTE_REFUSED', `commit ${oid} was not asked for`)
      return known
    },
    async commitsAhead(base, head) {
      const newest = facts.get(head)
      if (head === base) return []
      // A child of the base's tip is not behind it, and a head just made always is one.
      if (newest?.parents.length === 1 && newest.parents[0] === base) return [newest]
      return await comparer.commitsAhead(base, head)
    },
    expect(commit, parent, files) {
      if (index === undefined) return
      const made = index
      const reading = markedAt(parent, made).then((before) => readBack(sources, made, before, commit, files))
      marked.set(commit, reading)
      reading.catch(() => {}) // told to whoever asks for the commit
    },
    async isProven() {
      const { unproven = [] } =
        tip === undefined ? {} : ((await Promise.resolve(marked.get(tip)).catch(() => undefined)) ?? {})
      if (tip === undefined || unproven.length === 0) return true
      const paths = unproven.map(({ path }) => path)
      const found = await sources.filesAt(tip, paths, { blobs: undefined })
      return unproven.every((entry) => isSame(entry, found.get(entry.path)))
    },
    async remember(found) {
      const known = tip === undefined ? undefined : await marked.get(tip)
      const made = found === undefined ? carriedOn(index, known, facts) : indexOf(found)
      if (made === undefined || repositoryId === undefined || made.files.length > MOST_INDEXED) return
      const size =
        found?.size ??
        (await Promise.all(made.files.map(({ oid }) => blobs.read(oid)))).reduce((sum, { length }) => sum + length, 0)
      const withContents = made.files.length <= MOST_CONTENTS.files && size <= MOST_CONTENTS.bytes
      await writeIndex(client, repository, repositoryId, made, { withContents })
    },
  }
}

function fresh(index: MarkerIndex): MarkerIndex {
  if (index.carried < MOST_CARRIED) return index
  throw new BumpError('REMOTE_REFUSED', 'the index of marked files is due to be made anew')
}

function indexed({ commit, files }: MarkerIndex): Marked {
  return { commit, files: new Map(files.map((file) => [file.path, file])), unproven: files, distance: 0 }
}

function indexOf({ commit, tree, texts, globs, files }: Found): MarkerIndex {
  return { commit, tree, carried: 0, texts, globs, files }
}

/** The index as it is for the base tip of this run; undefined: the one that is there does as well. */
function carriedOn(
  index: MarkerIndex | undefined,
  marked: Marked | undefined,
  facts: ReadonlyMap<Oid, CommitFacts>,
): MarkerIndex | undefined {
  if (index === undefined || marked === undefined || marked.distance < FAR) return undefined
  const tree = facts.get(marked.commit)?.tree
  if (tree === undefined) return undefined
  const files: readonly FileEntry[] = [...marked.files.values()].sort((a, b) => compareBytes(a.path, b.path))
  return { ...index, commit: marked.commit, tree, carried: index.carried + 1, files }
}

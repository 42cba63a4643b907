import { BumpError } from '../../core/errors.ts'
import { inPathOrder } from '../../core/compare.ts'
import type { BranchName, Oid, RepoPath } from '../../core/names.ts'
import { INDEX_REF, indexKeepsake } from '../../core/plan/keepsake.ts'
import { carryOn, isMadeWith, type MarkerIndex } from '../../core/plan/marker-index.ts'
import { HEAD_ROOT, headPrefix } from '../../core/pull-request/branch.ts'
import { queuePrefix } from '../../core/pull-request/queue.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { CommitFacts, FileEntry, NewFile } from '../../ports/repository.ts'
import type { Shortcut } from '../../ports/shortcut.ts'
import type { GithubClient } from './client.ts'
import { repositoryQueries, type Queries } from './queries.ts'
import { blobId, openBlobs, type Blobs } from './read/blobs.ts'
import { openComparer } from './read/compare.ts'
import { readShown } from './read/shown-index.ts'
import { carry, isSame, readBack, replaced, type Marked, type Sources } from './read/marked.ts'
import { open, type Opening, type ShownIndex } from './read/opening.ts'
import { openPlaces, type Place, type Standing } from './read/places.ts'
import { foldersAbove, mostEntries, treeWith, type Replaced } from './read/tree-with.ts'

export interface GithubShortcutOptions {
  /** The policy file, which the first query brings along. */
  readonly config: RepoPath
  /** Shared with whoever else asks about the repository. */
  readonly queries?: Queries
}

export interface GithubShortcut extends Shortcut {
  /** GraphQL's id of the repository, once a query has brought it. */
  repositoryId(): string | undefined
}

// Each costs two or three requests; a branch with more commits of people is quicker received.
const MOST_CARRIES = 12
// A run that finds base so many files and commits further leaves a newer index behind.
const FAR = 25
// More folders than these take longer to show than their files to compare.
const MOST_FOLDERS = 60
// Nor a folder with more entries: what was written is read back then, beside the opening of the pull request.
const MOST_ENTRIES = 200
// More files than these are quicker received with all the others.
const MOST_READ = 1000

/**
 * Reads a repository through GitHub's API, by an index of its marked files.
 *
 * What the index is trusted for: which files of one tree hold a marker, and which policies they name, which is what nobody
 * can prove without reading the tree; so it is made anew from time to time, and the run looks again without it before it says
 * that something is missing. It is not trusted for contents (a blob is proven by its id), nor for where a blob stands: what
 * is read is asked of the commit itself, or proven before a branch moves (`isProven`). Whoever may write to the repository may
 * write the index, and must not get past the protection of a branch by it.
 */
export function githubShortcut(
  client: GithubClient,
  repository: string,
  { config, queries = repositoryQueries(client, repository) }: GithubShortcutOptions,
): GithubShortcut {
  const blobs = openBlobs(client, repository)
  const comparer = openComparer(client, repository)
  const places = openPlaces(queries, repository, blobs)
  const sources: Sources = { blobs, comparer, places }
  const facts = new Map<Oid, CommitFacts>()
  const configs = new Map<Oid, Standing | undefined>()
  const marked = new Map<Oid, Promise<Marked>>()
  /** Where the blobs stand that searches have told of. */
  const homes = new Map<Oid, Map<Oid, FileEntry[]>>()
  /** Files of the base tip whose content was handed out before the repository itself had said that they stand there. */
  const taken = new Map<RepoPath, FileEntry>()
  /** A first look that somebody asked for ahead of it. */
  let begun: { readonly question: string; readonly opening: Promise<Opening> } | undefined
  let waiting: Opening | undefined
  let waitingNow: readonly Ticket[] = []
  let repositoryId: string | undefined
  let index: MarkerIndex | undefined
  let whyNot = 'the repository was never looked at'
  /** Where the ref of the index stands, as far as GitHub shows it. */
  let indexOid: Oid | undefined
  let tip: Oid | undefined
  /** The last base tip whose marked files are known. */
  let anchor: Marked | undefined
  let carries = 0

  const ask = async (base: BranchName | undefined, headPrefix: string): Promise<Opening> => {
    const wanted = index === undefined ? INDEX_REF : undefined
    const opening = await open(client, repository, { base, headPrefix, config, index: wanted }, blobs)
    repositoryId = opening.repositoryId
    if (wanted !== undefined) indexOid = opening.index?.oid
    return opening
  }
  /** What was begun for this base, once, or asked for now. */
  const begunOrAsked = async (base: BranchName | undefined, headPrefix: string): Promise<Opening> => {
    const before = begun?.question === `${base} ${headPrefix}` ? begun.opening : undefined
    begun = undefined
    return await (before ?? ask(base, headPrefix))
  }
  const screenOf = (texts: readonly string[], globs: readonly string[]): MarkerIndex => {
    if (index === undefined) throw new BumpError('REMOTE_REFUSED', whyNot)
    if (!isMadeWith(index, { texts, globs }))
      throw new BumpError('REMOTE_REFUSED', 'the index was made for other files')
    return index
  }
  const takeIndex = (shown: ShownIndex | undefined): void => {
    if (index !== undefined) return
    const read = readShown(shown, blobs)
    if (read.ok) index = read.value
    else whyNot = read.reason
  }
  const markedAt = (commit: Oid, made: MarkerIndex): Promise<Marked> => {
    const known = marked.get(commit) ?? find(commit, made)
    marked.set(commit, known)
    return known
  }
  const find = async (commit: Oid, made: MarkerIndex): Promise<Marked> => {
    const { tree, parents = [] } = facts.get(commit) ?? {}
    if (tree === made.tree) return { ...indexed(made), commit }
    if (tip !== undefined && commit !== tip && parents.length === 1 && parents[0] === tip) {
      const known = await childOf(tip, commit, made)
      if (known !== undefined) return known
    }
    carries += 1
    if (carries > MOST_CARRIES) throw new BumpError('REMOTE_REFUSED', 'there are many commits to look at')
    const from = commit === tip || tip === undefined ? (anchor ?? indexed(made)) : await markedAt(tip, made)
    return await carry(sources, made, from, commit, { isBeside: from.commit === tip && isBeside(commit) })
  }
  /** One commit that stands elsewhere than on the tip: a head of ours from before base moved. */
  const isBeside = (commit: Oid): boolean => {
    const { parents = [] } = facts.get(commit) ?? {}
    return commit !== tip && parents.length === 1 && parents[0] !== tip
  }
  /** The marked files of a child of the tip where its tree says that it differs in nothing but what was asked about. */
  const childOf = async (parent: Oid, commit: Oid, made: MarkerIndex): Promise<Marked | undefined> => {
    const from = await markedAt(parent, made)
    await places.settled()
    const seen = places.seen(commit)
    const others = [...seen].filter(([path, standing]) => !isSame(from.files.get(path), standing))
    const changed = others.flatMap(([path, standing]): Replaced[] =>
      typeof standing === 'object' ? [{ path, oid: standing.oid }] : [],
    )
    if (changed.length === 0 || changed.length < others.length) return undefined
    const tree = await treeAt(parent, changed)
    if (tree === undefined || tree !== facts.get(commit)?.tree) return undefined
    return await replaced(sources, made, from, commit, seen)
  }
  const treeAt = async (commit: Oid, files: readonly Replaced[]): Promise<Oid | undefined> => {
    const root = facts.get(commit)?.tree
    return root === undefined ? undefined : await treeWith(root, files, (path) => places.folder(commit, path))
  }

  /** Whether files stand in a commit as they are said to, by the repository's own word. @throws where they do not */
  const confirm = async (commit: Oid, files: readonly FileEntry[]): Promise<void> => {
    const seen = places.seen(commit)
    const unseen = files.filter(({ path, oid }) => !seen.has(path) || !blobs.has(oid)).map(({ path }) => path)
    await places.at(commit, unseen, true)
    const other = files.find((file) => !isSame(file, seen.get(file.path)))
    if (other !== undefined)
      throw new BumpError('REMOTE_REFUSED', `the index is wrong about ${JSON.stringify(other.path)}`)
  }

  return {
    repositoryId: () => repositoryId,
    begin(base) {
      const prefix = base === undefined ? HEAD_ROOT : headPrefix({ base })
      begun = { question: `${base} ${prefix}`, opening: ask(base, prefix) }
      begun.opening.catch(() => {}) // told to whoever looks
      // The answer will be checked by its hashes; what they need is loaded while it is on its way.
      setImmediate(() => blobId(new Uint8Array(), ''))
    },
    async defaultBranch() {
      waiting = await begunOrAsked(undefined, HEAD_ROOT)
      return waiting.base.branch
    },
    async fetch(branch, prefix) {
      const isAnswered = waiting?.base.branch === branch && prefix.startsWith(HEAD_ROOT)
      const opening = isAnswered && waiting !== undefined ? waiting : await begunOrAsked(branch, prefix)
      waiting = undefined
      takeIndex(opening.index)
      const { base, heads } = opening
      waitingNow = opening.waiting.flatMap(({ ref, facts: { oid } }) =>
        ref.startsWith(queuePrefix(prefix)) ? [{ ref, oid }] : [],
      )
      for (const ticket of opening.waiting) facts.set(ticket.facts.oid, ticket.facts)
      const ours = [...heads].filter(([name]) => name.startsWith(prefix))
      for (const one of [base.facts, ...heads.values()]) facts.set(one.oid, one)
      configs.set(base.facts.oid, base.config)
      // The marked files of a base that has moved are found from those of the base before.
      if (tip !== undefined && tip !== base.facts.oid) {
        anchor = await marked.get(tip)
        taken.clear()
      }
      tip = base.facts.oid
      return new Map([...ours.map(([name, { oid }]) => [name, oid] as const), [branch, tip]])
    },
    waiting: () => waitingNow,
    prepare(commits, isWanted) {
      if (index === undefined || tip === undefined) return
      const wanted = index.files.filter(({ mentions }) => isWanted(mentions))
      const paths = wanted.map(({ path }) => path)
      // More is quicker received, as `readBlobs` will say; more heads are compared.
      if (paths.length > MOST_READ) return
      const together = commits.length * paths.length > MOST_READ ? [tip] : commits
      const folders = foldersAbove(paths)
      const known = index.files.map(({ path }) => path)
      const areMany = folders.length > MOST_FOLDERS || mostEntries(folders, known) > MOST_ENTRIES
      places.prepare(
        [
          ...together.flatMap((commit) => paths.map((path): Place => ({ commit, path, withText: true }))),
          ...[...taken.keys()].map((path): Place => ({ commit: tip as Oid, path, withText: false })),
        ],
        { commit: tip, paths: areMany ? [] : folders },
      )
    },
    async search(commit, texts, globs = []) {
      const { files } = await markedAt(commit, screenOf(texts, globs))
      homes.set(
        commit,
        Map.groupBy(files.values(), ({ oid }) => oid),
      )
      return inPathOrder(files.values())
    },
    async entry(commit, path) {
      const isAsked = path === config && configs.has(commit)
      const standing = isAsked ? configs.get(commit) : (await places.at(commit, [path], true)).get(path)
      return typeof standing === 'object' ? standing : undefined
    },
    async readBlobs(oids) {
      await places.settled()
      const here = [...homes].sort(([a], [b]) => Number(b === tip) - Number(a === tip))
      for (const [commit, found] of here) {
        const all = oids.flatMap((oid) => found.get(oid) ?? [])
        const lacking = all.filter(({ oid }) => !blobs.has(oid))
        if (lacking.length > MOST_READ)
          throw new BumpError('REMOTE_REFUSED', `${lacking.length} files are quicker received`)
        if (lacking.length > 0) await confirm(commit, lacking)
        const seen = places.seen(commit)
        if (commit === tip) for (const file of all) if (!isSame(file, seen.get(file.path))) taken.set(file.path, file)
      }
      return await Promise.all(oids.map((oid) => blobs.read(oid)))
    },
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
      // Whoever asks for its commits looks at its files too.
      if (isBeside(head)) comparer.prepare(base, head)
      return await comparer.commitsAhead(base, head)
    },
    treeWith: (commit, files) =>
      treeAt(
        commit,
        files.map(({ entry: { path, oid }, bytes }) => ({ path, oid: blobId(bytes, oid) })),
      ),
    expect(commit, { parent, files, tree, message }) {
      if (index === undefined) return
      const made = index
      if (tree !== undefined) facts.set(commit, { oid: commit, tree, parents: [parent], message })
      const reading = markedAt(parent, made).then((before) =>
        tree === undefined
          ? readBack(sources, made, before, commit, files)
          : replaced(sources, made, before, commit, asWritten(files, blobs)),
      )
      marked.set(commit, reading)
      // A copy of GitHub's that lags does not know it yet, or it is not as it should be: whoever asks for it finds out.
      reading.catch(() => marked.delete(commit))
    },
    async isProven(commit, files) {
      try {
        if (tip !== undefined && taken.size > 0) await confirm(tip, [...taken.values()])
        await confirm(commit, files)
        return true
      } catch {
        return false
      }
    },
    async keepsake(found) {
      const known = tip === undefined ? undefined : await marked.get(tip)
      const made = found === undefined ? carriedOn(index, known, facts) : { ...found, carried: 0 }
      if (made === undefined) return undefined
      const flux = made.files.filter(({ mentions }) => mentions.flux)
      const contents =
        found?.contents ??
        new Map(
          await Promise.all(
            flux.flatMap(({ oid }) => (blobs.has(oid) ? [blobs.read(oid).then((bytes) => [oid, bytes] as const)] : [])),
          ),
        )
      return indexKeepsake(made, indexOid, contents)
    },
  }
}

function indexed({ commit, files }: MarkerIndex): Marked {
  return { commit, files: new Map(files.map((file) => [file.path, file])), distance: 0 }
}

/** The files of a commit that GitHub made exactly as it was asked to. */
function asWritten(files: readonly NewFile[], blobs: Blobs): ReadonlyMap<RepoPath, Standing> {
  return new Map(files.map(({ entry, bytes }) => [entry.path, { ...entry, oid: blobs.put(bytes, entry.oid) }]))
}

/** The index as it is for the base tip of this run; undefined: the one that is there does as well. */
function carriedOn(
  index: MarkerIndex | undefined,
  marked: Marked | undefined,
  facts: ReadonlyMap<Oid, CommitFacts>,
): MarkerIndex | undefined {
  if (index === undefined || marked === undefined || marked.distance < FAR) return undefined
  const tree = facts.get(marked.commit)?.tree
  return tree === undefined ? undefined : carryOn(index, { commit: marked.commit, tree, files: marked.files.values() })
}

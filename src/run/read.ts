import { BumpError } from '../core/errors.ts'
import type { Oid, RepoPath } from '../core/names.ts'
import {
  askedBy,
  both,
  filesFor,
  filesOfRules,
  isWithin,
  mayConcern,
  policiesNamed,
  rulesAmong,
  type Asked,
} from '../core/plan/concern.ts'
import {
  asSnapshot,
  policyFileOf,
  readMarked,
  readRules,
  SCREEN_TEXTS,
  type Marked,
  type Rules,
  type Snapshot,
  type SourceFile,
} from '../core/plan/snapshot.ts'
import type { FileEntry, Hit, Repository } from '../ports/repository.ts'

/** The rules of a commit, and which of its files may hold marked fields. */
export interface Outline {
  readonly commit: Oid
  readonly rules: Rules
  readonly hits: Hits
}

type Hits = ReadonlyMap<RepoPath, Hit>

/** A commit of the GitOps repository, as far as it was read. */
export interface View<Content extends Marked = Snapshot> {
  readonly commit: Oid
  readonly content: Content
  /** Every file that was read, for writing it anew with its mode. */
  readonly entries: ReadonlyMap<RepoPath, FileEntry>
  /** The policies whose marked fields are all among the content; of others there may be some. */
  readonly asked: Asked
  /** What the base branch as a whole says. */
  readonly outline: Outline
}

/**
 * Reads the rules of a commit: the policy file says what is searched, and of what is found only those files are read that
 * rules may stand in.
 * @param expected told what the policy file alone says, before anything is searched
 */
export async function readOutline(
  repository: Repository,
  commit: Oid,
  config: RepoPath,
  expected: (rules: Rules) => void,
): Promise<Outline> {
  const entry = await repository.entry(commit, config)
  const [policyFile] = entry === undefined ? [] : await readFiles(repository, [entry])
  const file = policyFileOf(policyFile)
  expected(readRules(file, [], []))
  const hits = await searchAll(repository, commit, file.files)
  const all = [...hits.values()]
  return { commit, rules: rulesAmong(file, all, await readFiles(repository, filesOfRules(file, all))), hits }
}

/** Reads the marked fields of some policies at base, and some that are of none. */
export async function readView(repository: Repository, outline: Outline, asked: Asked): Promise<View> {
  const { commit, rules, hits } = outline
  const wanted = filesFor(rules.policies, asked, [...hits.values()])
  const { marked, entries } = await readHits(repository, wanted, rules.globs)
  return { commit, content: asSnapshot(rules, marked), entries, asked, outline }
}

/** The same with the fields of more policies. */
export async function widen(repository: Repository, view: View, asked: Asked): Promise<View> {
  return isWithin(asked, view.asked) ? view : await readView(repository, view.outline, both(view.asked, asked))
}

/**
 * The marked fields of another commit: policies always come from the base branch, and so does what is searched. Beside the
 * policies that are known of base all those are read of which a file differs from base.
 * @param base the base branch as it was read
 */
export async function readHead(repository: Repository, commit: Oid, base: View): Promise<View<Marked>> {
  const { outline } = base
  const { policies, globs } = outline.rules
  const hits = await searchAll(repository, commit, globs)
  const read = async (asked: Asked): Promise<View<Marked>> => {
    const isAsked = mayConcern(policies, asked)
    const wanted = [...hits.values()].filter(({ mentions }) => isAsked(mentions))
    const { marked, entries } = await readHits(repository, wanted, globs)
    return { commit, content: marked, entries, asked, outline }
  }
  const paths = [...outline.hits.keys(), ...hits.keys()]
  const differing = new Set(paths.filter((path) => outline.hits.get(path)?.oid !== hits.get(path)?.oid))
  const mentioned = [outline.hits, hits].flatMap((side) =>
    [...differing].flatMap((path) => side.get(path)?.mentions ?? []),
  )
  const view = await read(both(base.asked, policiesNamed(policies, mentioned)))
  // What a file names of which only reading tells.
  const found = view.content.fields.filter(({ place }) => differing.has(place.path))
  const named = askedBy(
    policies,
    [],
    found.map(({ marker }) => marker.policy),
  )
  return isWithin(named, view.asked) ? view : await read(both(view.asked, named))
}

/** The entry of a file that is to be written; it was read before. */
export function entryOf(view: View<Marked>, path: RepoPath): FileEntry {
  const entry = view.entries.get(path)
  if (entry === undefined) throw new BumpError('BUG', `${path} is to be written and was never read`)
  return entry
}

async function searchAll(repository: Repository, commit: Oid, globs: readonly string[]): Promise<Hits> {
  return byPath(await repository.search(commit, SCREEN_TEXTS, globs))
}

async function readHits(repository: Repository, hits: readonly Hit[], globs: readonly string[]) {
  return { marked: readMarked(await readFiles(repository, hits), globs), entries: byPath(hits) }
}

async function readFiles(repository: Repository, entries: readonly FileEntry[]): Promise<readonly SourceFile[]> {
  if (entries.length === 0) return []
  const blobs = await repository.readBlobs(entries.map(({ oid }) => oid))
  return entries.flatMap(({ path }, index) => {
    const bytes = blobs[index]
    return bytes === undefined ? [] : [{ path, bytes }]
  })
}

function byPath<Entry extends FileEntry>(entries: readonly Entry[]): ReadonlyMap<RepoPath, Entry> {
  return new Map(entries.map((entry) => [entry.path, entry]))
}

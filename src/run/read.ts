import { BumpError } from '../core/errors.ts'
import type { Oid, RepoPath } from '../core/names.ts'
import {
  readMarked,
  readSnapshot,
  searchGlobs,
  SCREEN_TEXTS,
  type Marked,
  type Snapshot,
  type SourceFile,
} from '../core/plan/snapshot.ts'
import type { FileEntry, Repository } from '../ports/repository.ts'

/** A commit of the GitOps repository as it was read. */
export interface View<Content extends Marked = Snapshot> {
  readonly commit: Oid
  readonly content: Content
  /** Every file that was looked at, for writing it anew with its mode. */
  readonly entries: ReadonlyMap<RepoPath, FileEntry>
}

/** Reads policies and marked fields of one commit: the policy file says what is searched, then one search and one batch. */
export async function readView(repository: Repository, commit: Oid, config: RepoPath): Promise<View> {
  const entry = await repository.entry(commit, config)
  const [policyFile] = entry === undefined ? [] : await readFiles(repository, [entry])
  const hits = await repository.search(commit, SCREEN_TEXTS, searchGlobs(policyFile))
  return { commit, content: readSnapshot(policyFile, await readFiles(repository, hits)), entries: byPath(hits) }
}

/**
 * The marked fields of a commit alone: policies always come from the base branch, and so does what is searched.
 * @param base the base branch as it was read
 */
export async function readHead(repository: Repository, commit: Oid, base: View): Promise<View<Marked>> {
  const { globs } = base.content
  const hits = await repository.search(commit, SCREEN_TEXTS, globs)
  return { commit, content: readMarked(await readFiles(repository, hits), globs), entries: byPath(hits) }
}

/** The entry of a file that is to be written; it was read before. */
export function entryOf(view: View<Marked>, path: RepoPath): FileEntry {
  const entry = view.entries.get(path)
  if (entry === undefined) throw new BumpError('BUG', `${path} is to be written and was never read`)
  return entry
}

async function readFiles(repository: Repository, entries: readonly FileEntry[]): Promise<readonly SourceFile[]> {
  const blobs = await repository.readBlobs(entries.map(({ oid }) => oid))
  return entries.flatMap(({ path }, index) => {
    const bytes = blobs[index]
    return bytes === undefined ? [] : [{ path, bytes }]
  })
}

function byPath(entries: readonly FileEntry[]): ReadonlyMap<RepoPath, FileEntry> {
  return new Map(entries.map((entry) => [entry.path, entry]))
}

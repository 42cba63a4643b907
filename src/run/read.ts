import { BumpError } from '../core/errors.ts'
import type { Oid, RepoPath } from '../core/names.ts'
import {
  readMarked,
  readSnapshot,
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

/** Reads policies and marked fields of one commit: one search, one batch of blobs. */
export async function readView(repository: Repository, commit: Oid, config: RepoPath): Promise<View> {
  const [entry, hits] = await Promise.all([repository.entry(commit, config), repository.search(commit, SCREEN_TEXTS)])
  const [policyFile, ...files] = await readFiles(repository, entry === undefined ? hits : [entry, ...hits])
  const content =
    entry === undefined
      ? readSnapshot(undefined, policyFile === undefined ? [] : [policyFile, ...files])
      : readSnapshot(policyFile, files)
  return { commit, content, entries: byPath(hits) }
}

/** The marked fields of a commit alone: policies always come from the base branch. */
export async function readHead(repository: Repository, commit: Oid): Promise<View<Marked>> {
  const hits = await repository.search(commit, SCREEN_TEXTS)
  return { commit, content: readMarked(await readFiles(repository, hits)), entries: byPath(hits) }
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

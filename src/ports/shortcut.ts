import type { BranchName, Oid } from '../core/names.ts'
import type { Keepsake } from '../core/plan/keepsake.ts'
import type { IndexedFile, Screen } from '../core/plan/marker-index.ts'
import type { CommitRequest } from './branch-writer.ts'
import type { FileEntry, Repository } from './repository.ts'

/** What the long way found at a base tip, for those who come later. */
export interface Found extends Screen {
  readonly commit: Oid
  readonly tree: Oid
  readonly files: readonly IndexedFile[]
  /** Of the files that may hold objects of Flux, by blob. */
  readonly contents: ReadonlyMap<Oid, Uint8Array>
}

/**
 * A way to read a repository without receiving it. Every answer is exact; where one cannot be had the promise is rejected,
 * which is no error: then the long way is taken.
 */
export interface Shortcut extends Pick<
  Repository,
  'defaultBranch' | 'fetch' | 'waiting' | 'search' | 'entry' | 'readBlobs' | 'commitsAhead' | 'commit' | 'treeWith'
> {
  /** Asks already for what the first look will want. @param base undefined: the default branch */
  begin(base: BranchName | undefined): void
  prepare: NonNullable<Repository['prepare']>
  /** Tells of a commit that was made as requested, though no branch may be there yet; what is not known of it is read back at once. */
  expect(commit: Oid, request: CommitRequest): void
  /** Whether what was taken on trust so far, and these files of a commit, are so: asked of the repository itself. */
  isProven(commit: Oid, files: readonly FileEntry[]): Promise<boolean>
  /** What makes the next run short, made of what the long way found or of what this run knows; undefined: what is there does. */
  keepsake(found: Found | undefined): Promise<Keepsake | undefined>
}

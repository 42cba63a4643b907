import type { Oid } from '../core/names.ts'
import type { Screen } from '../core/plan/marker-index.ts'
import type { FileEntry, NewFile, Repository } from './repository.ts'

/** What the long way found at a base tip, for those who come later. */
export interface Found extends Screen {
  readonly commit: Oid
  readonly tree: Oid
  readonly files: readonly FileEntry[]
  /** Bytes of all the files. */
  readonly size: number
}

/**
 * A way to read a repository without receiving it. Every answer is exact; where one cannot be had the promise is rejected,
 * which is no error: then the long way is taken.
 */
export interface Shortcut extends Pick<
  Repository,
  'defaultBranch' | 'fetch' | 'waiting' | 'search' | 'entry' | 'readBlobs' | 'commitsAhead' | 'commit'
> {
  /** Tells of a commit that was made with these files; they are read back at once, while other things go on. */
  expect(commit: Oid, parent: Oid, files: readonly NewFile[]): void
  /** Whether what was taken on trust is so: asked of the repository itself. */
  isProven(): Promise<boolean>
  /** Leaves behind what makes the next run short; what the long way found, or what this run knows. */
  remember(found: Found | undefined): Promise<void>
}

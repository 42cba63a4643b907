import type { Mentions } from '../core/marker/mentions.ts'
import type { Oid, RepoPath } from '../core/names.ts'

export interface TreeFile {
  readonly path: RepoPath
  readonly bytes: Uint8Array
}

/** A file that a search has found. */
export interface FoundFile {
  readonly path: RepoPath
  /** What it may matter to. */
  readonly mentions: Mentions
}

/** The files of a GitOps repository at one moment, from a worktree or a commit. Symlinks are never followed. */
export interface TreeSource {
  /**
   * Files whose bytes hold one of the texts, and that markers can stand in: *.yaml, *.yml, Kustomization, and what the
   * globs (minimatch) name. Ordered by path.
   */
  files(texts: readonly string[], globs?: readonly string[]): Promise<readonly TreeFile[]>
  /** The same files, and what each mentions in place of its bytes: much cheaper where few of them are read then. */
  search(texts: readonly string[], globs?: readonly string[]): Promise<readonly FoundFile[]>
  /** Files that a search has found, in the order given; without such as went away since. */
  read(found: readonly FoundFile[]): Promise<readonly TreeFile[]>
  /** The bytes of the regular file at a path, or undefined where there is none. */
  file(path: RepoPath): Promise<Uint8Array | undefined>
}

/** A commit: what its tree would become can be told, and nothing is written anywhere. */
export interface CommitSource extends TreeSource {
  readonly commit: Oid
  /** Id of the tree with these files, each of which is there already; modes kept. */
  treeWith(files: readonly TreeFile[]): Promise<Oid>
  close(): Promise<void>
}

/** A checkout, which can be written too. */
export interface WritableTree extends TreeSource {
  /**
   * Replaces a file, or makes one in a folder that is there. Never outside the root, never through a symlink; the mode stays.
   * A crash leaves the old file or the new one.
   * @throws {BumpError} BAD_WORKTREE
   */
  write(path: RepoPath, bytes: Uint8Array): Promise<void>
}

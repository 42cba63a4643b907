import type { Mentions } from '../core/marker/mentions.ts'
import type { BranchName, Oid, RepoPath } from '../core/names.ts'
import type { Ticket } from './queue.ts'

/** A regular file of a commit. Symlinks and submodules are never among them. */
export interface FileEntry {
  readonly path: RepoPath
  readonly oid: Oid
  readonly mode: '100644' | '100755'
}

/** A file that a search has found. */
export interface Hit extends FileEntry {
  /** What it may matter to. */
  readonly mentions: Mentions
}

export interface CommitFacts {
  readonly oid: Oid
  readonly tree: Oid
  readonly parents: readonly Oid[]
  /** Whole message, trailers included. Untrusted text. */
  readonly message: string
}

/** The GitOps repository as git objects: read only, no working tree. */
export interface Repository {
  /** The branch that the remote's HEAD names. */
  defaultBranch(): Promise<BranchName>
  /**
   * Gets the tips of `branch` and of every branch whose name starts with `headPrefix`, with all their objects; history only
   * as far as a branch is ahead of `branch`. Called again, it gets only what changed. A head that does not exist is absent.
   * @throws {BumpError} BASE_NOT_FOUND when `branch` does not exist
   */
  fetch(branch: BranchName, headPrefix: string): Promise<ReadonlyMap<BranchName, Oid>>
  /**
   * Files of a commit whose bytes hold one of the texts, and that markers can stand in: *.yaml, *.yml, Kustomization, and
   * what the globs (minimatch) name.
   */
  search(commit: Oid, texts: readonly string[], globs?: readonly string[]): Promise<readonly Hit[]>
  /** The file at a path, or undefined where there is none (or it is no regular file). */
  entry(commit: Oid, path: RepoPath): Promise<FileEntry | undefined>
  /** The bytes of each blob, in the order asked. One batch, not one process each. */
  readBlobs(oids: readonly Oid[]): Promise<readonly Uint8Array[]>
  /**
   * Commits reachable from `head` and not from `base`, newest first, first parents first, each with its objects. `base` is
   * the tip that `fetch` gave last for its branch; that branch as it stands now decides, when it moved since.
   */
  commitsAhead(base: Oid, head: Oid): Promise<readonly CommitFacts[]>
  commit(oid: Oid): Promise<CommitFacts>
  /** The tree that `commit`'s becomes with these files, modes kept; undefined where the trees above them are not at hand. */
  treeWith(commit: Oid, files: readonly NewFile[]): Promise<Oid | undefined>
  /**
   * Tells of files that will be read soon, in the base tip that `fetch` gave last and in heads of ours, so that they may be
   * asked for side by side with other things.
   */
  prepare?(commits: readonly Oid[], isWanted: (mentions: Mentions) => boolean): void
  /** What waited in the queues of branches with this prefix when `fetch` was last called; `commit` has the texts. */
  waiting?(): readonly Ticket[]
  /** Takes nothing on trust from now on, and no longer counts what it did. False: it never did. */
  distrust?(): boolean
  /** Whether a commit that was just written can be read without a `fetch` in between. */
  knows?(commit: Oid): boolean
  /** False: something that was said of the commit may be wrong; ask again. */
  counts?(commit: Oid): boolean
}

/** A file's new content; its path and mode are those it has already. */
export interface NewFile {
  readonly entry: FileEntry
  readonly bytes: Uint8Array
}

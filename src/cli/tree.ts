import { BumpError } from '../core/errors.ts'
import type { RepoPath } from '../core/names.ts'
import type { RewrittenFile } from '../core/plan/rewrite.ts'
import {
  readMarked,
  readSnapshot,
  searchGlobs,
  SCREEN_TEXTS,
  type Marked,
  type Snapshot,
  type SourceFile,
} from '../core/plan/snapshot.ts'
import { readGlob, readRepoPath } from '../core/settings/grammar.ts'
import type { CommitSource, TreeSource, WritableTree } from '../ports/tree.ts'
import type { Local } from '../local.ts'
import type { Arguments, Option } from './arguments.ts'

/** The GitOps repository that a command reads: files on disk, or a commit. */
export interface Tree {
  readonly source: TreeSource
  readonly worktree: WritableTree | undefined
  readonly commit: CommitSource | undefined
  readonly config: RepoPath
  /** The policy file was named by the caller, so it has to be there. */
  readonly configNamed: boolean
  /** Undefined: everything. */
  readonly paths: readonly string[] | undefined
  close(): Promise<void>
}

/** @throws {BumpError} BAD_CALL, BAD_WORKTREE, BAD_REVISION */
export async function openTree(local: Local, { value, values }: Arguments): Promise<Tree> {
  const gitDir = value('git-dir')
  if (gitDir !== undefined && value('worktree') !== undefined)
    throw new BumpError('BAD_CALL', 'Give --worktree or --git-dir, not both.')
  if (gitDir === undefined && value('at') !== undefined)
    throw new BumpError('BAD_CALL', '--at names a commit of --git-dir. Give --git-dir too.')
  const config = readRepoPath(value('config') ?? '.image-bump.yaml')
  if (!config.ok) throw new BumpError('BAD_CALL', `--config: ${config.reason}`)
  const paths = values('paths').map((text) => {
    const glob = readGlob(text)
    if (!glob.ok) throw new BumpError('BAD_CALL', `--paths: ${glob.reason}`)
    return glob.value
  })
  const commit = gitDir === undefined ? undefined : await local.openCommit(gitDir, value('at') ?? 'HEAD')
  const worktree = commit === undefined ? await local.openWorktree(value('worktree') ?? '.') : undefined
  const source: TreeSource | undefined = commit ?? worktree
  if (source === undefined) throw new BumpError('BUG', 'neither a worktree nor a commit was opened')
  return {
    source,
    worktree,
    commit,
    config: config.value,
    configNamed: value('config') !== undefined,
    paths: paths.length === 0 ? undefined : paths,
    close: async () => {
      await commit?.close()
    },
  }
}

/**
 * Policies and marked fields of a tree.
 * @throws {BumpError} BAD_POLICY
 */
export async function snapshotOf(tree: Tree): Promise<Snapshot> {
  const config = await policyFileOf(tree)
  return readSnapshot(config, await tree.source.files(SCREEN_TEXTS, searchGlobs(config)))
}

/**
 * The bytes of the policy file, where there is one.
 * @throws {BumpError} BAD_POLICY when the caller named one that is not there
 */
export async function policyFileOf({ source, config, configNamed }: Tree): Promise<SourceFile | undefined> {
  const bytes = await source.file(config)
  if (bytes === undefined && configNamed)
    throw new BumpError('BAD_POLICY', [{ place: { path: config }, message: 'there is no such policy file' }])
  return bytes === undefined ? undefined : { path: config, bytes }
}

/**
 * The globs of files that are searched beside YAML, for commands that ask no policy: undefined where a policy file is
 * there and cannot be read.
 */
export async function globsOf(tree: Tree): Promise<readonly string[] | undefined> {
  try {
    return searchGlobs(await policyFileOf(tree))
  } catch (error) {
    if (error instanceof BumpError && error.code === 'BAD_POLICY') return undefined
    throw error
  }
}

/** Marked fields alone, for commands that ask no policy. */
export async function markedOf({ source }: Tree, globs: readonly string[]): Promise<Marked> {
  return readMarked(await source.files(SCREEN_TEXTS, globs), globs)
}

/** Of commands that tell first and write when asked to. */
export const WRITE_OPTION: Option = {
  name: 'write',
  description: 'Write the files; without it the command only tells.',
}

/**
 * Whether the command was asked to write.
 * @throws {BumpError} BAD_CALL when it was and there are no files
 */
export function isToWrite({ worktree }: Tree, { flag }: Arguments): boolean {
  if (flag('write') && worktree === undefined)
    throw new BumpError('BAD_CALL', '--write changes files, and --git-dir has none. Leave it out, or use --worktree.')
  return flag('write')
}

/** Writes rewritten files into the worktree. */
export async function writeFiles({ worktree }: Tree, files: readonly RewrittenFile[]): Promise<void> {
  if (worktree === undefined)
    throw new BumpError('BAD_CALL', 'A commit cannot be written to. Name a checkout with --worktree.')
  const encoder = new TextEncoder()
  for (const { path, after } of files) await worktree.write(path, encoder.encode(after))
}

/** The id of the tree that the result would be; undefined for a worktree. */
export async function treeIdOf(
  { commit }: Tree,
  files: readonly RewrittenFile[],
): ReturnType<CommitSource['treeWith']> {
  const encoder = new TextEncoder()
  if (commit === undefined) throw new BumpError('BUG', 'a worktree has no tree id')
  return commit.treeWith(files.map(({ path, after }) => ({ path, bytes: encoder.encode(after) })))
}

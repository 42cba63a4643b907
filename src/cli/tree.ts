import { BumpError } from '../core/errors.ts'
import type { PolicyName, RepoPath } from '../core/names.ts'
import { filesFor, filesOfRules, mayName, rulesAmong, type Asked } from '../core/plan/concern.ts'
import type { RewrittenFile } from '../core/plan/rewrite.ts'
import {
  asSnapshot,
  policyFileOf as readPolicies,
  readMarked,
  readRules,
  searchGlobs,
  SCREEN_TEXTS,
  type Marked,
  type Rules,
  type Snapshot,
  type SourceFile,
} from '../core/plan/snapshot.ts'
import type { PolicyFile } from '../core/policy/policy.ts'
import { readGlob, readRepoPath } from '../core/settings/grammar.ts'
import type { CommitSource, FoundFile, TreeSource, WritableTree } from '../ports/tree.ts'
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

// So many marked files are read in no time, and then findings are told of all of them.
const FEW = 500

/**
 * Policies of a tree, and its marked fields; where very many files hold such, those of the policies that are asked, and of a
 * few that nobody defines, which is what a run of the action reads too.
 * @throws {BumpError} BAD_POLICY
 */
export async function snapshotOf(tree: Tree, askedBy: (rules: Rules) => Asked): Promise<Snapshot> {
  const { rules, found } = await outlineOf(tree)
  const wanted = found.length <= FEW ? found : filesFor(rules.policies, askedBy(rules), found)
  const files = await tree.source.read(wanted)
  return asSnapshot(rules, readMarked(files, rules.globs))
}

/**
 * Policies of a tree, and the files that may hold marked fields; not those fields.
 * @throws {BumpError} BAD_POLICY
 */
export async function outlineOf(tree: Tree): Promise<{ readonly rules: Rules; readonly found: readonly FoundFile[] }> {
  const file = readPolicies(await policyFileOf(tree))
  const found = await tree.source.search(SCREEN_TEXTS, file.files)
  return { rules: await rulesOf(tree, file, found), found }
}

async function rulesOf({ source }: Tree, file: PolicyFile, found: readonly FoundFile[]): Promise<Rules> {
  const files = await source.read(filesOfRules(file, found))
  try {
    return rulesAmong(file, found, files)
  } catch (error) {
    if (!(error instanceof BumpError) || error.code !== 'BAD_POLICY') throw error
    // Flux objects clash that some bytes ask for: whether a marker does, reading everything tells.
    const { fields } = readMarked(await source.read(found), file.files)
    return readRules(
      file,
      files,
      fields.map(({ marker }) => marker.policy),
    )
  }
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

/**
 * The marked fields of policies, for commands that ask no policy; where very many files hold such, those alone of files that
 * may name one of them, but for a policy that no marker names.
 */
export async function markedOf(
  { source }: Tree,
  globs: readonly string[],
  policies: ReadonlyMap<PolicyName, unknown>,
): Promise<Marked> {
  const found = await source.search(SCREEN_TEXTS, globs)
  const isMeant = found.length <= FEW ? () => true : mayName(policies)
  const meant = await source.read(found.filter(({ mentions }) => isMeant(mentions)))
  const marked = readMarked(meant, globs)
  const used = new Set(marked.fields.map(({ marker }) => marker.policy))
  const isAll = meant.length === found.length || [...policies.keys()].every((policy) => used.has(policy))
  return isAll ? marked : readMarked(await source.read(found), globs)
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

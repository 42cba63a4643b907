import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { BumpError } from '../../core/errors.ts'
import { quote } from '../../core/image/reference.ts'
import type { FileEntry } from '../../ports/repository.ts'
import type { CommitSource, TreeFile } from '../../ports/tree.ts'
import { openContents, type Contents } from './contents.ts'
import { runGit } from './process.ts'

export interface LocalOptions {
  /** A bare repository, a `.git` folder, or the folder that holds one. */
  readonly gitDir: string
  /** Whatever git takes for a commit: a branch, a tag, an id, `HEAD~2`. */
  readonly revision: string
}

/**
 * Opens one commit of a repository on this machine, for reading. Nothing is written to it: ids of new trees are computed.
 * @throws {BumpError} BAD_WORKTREE when there is no repository, BAD_REVISION when there is no such commit
 */
export async function openLocal({ gitDir: named, revision }: LocalOptions): Promise<CommitSource> {
  const gitDir = await findGitDir(resolve(named))
  const contents = openContents(gitDir)
  const commit = await contents.resolve(revision)
  if (commit === undefined) {
    await contents.close()
    throw new BumpError(
      'BAD_REVISION',
      `${quote(revision)} names no commit in ${quote(named)}. Name a branch, a tag or a commit id that is there.`,
    )
  }
  return {
    commit,
    files: async (texts, globs) => await readAll(contents, await contents.search(commit, texts, globs)),
    search: async (texts, globs) => await contents.mentions(commit, texts, globs),
    async read(found) {
      const paths = found.map(({ path }) => path)
      return await readAll(contents, await contents.entries(commit, paths))
    },
    async file(path) {
      const entry = await contents.entry(commit, path)
      return entry === undefined ? undefined : (await contents.readBlobs([entry.oid]))[0]
    },
    treeWith: async (files) => (await contents.treeWith(commit, files)).tree,
    close: contents.close,
  }
}

async function readAll({ readBlobs }: Contents, entries: readonly FileEntry[]): Promise<readonly TreeFile[]> {
  const blobs = await readBlobs(entries.map(({ oid }) => oid))
  return entries.flatMap(({ path }, index) => {
    const bytes = blobs[index]
    return bytes === undefined ? [] : [{ path, bytes }]
  })
}

// Given to git by name and not searched for, so that a repository further up is never taken for it.
async function findGitDir(named: string): Promise<string> {
  const inside = join(named, '.git')
  const candidate = existsSync(inside) ? inside : named
  if (existsSync(candidate)) {
    // `.git` may be a file that names the real place, as linked worktrees have it; git answers with that.
    const found = await runGit(['rev-parse', '--absolute-git-dir'], {
      gitDir: candidate,
      cwd: tmpdir(),
      answers: () => true,
    })
    if (found.exitCode === 0) return found.stdout.toString('utf8').replace(/\n$/, '')
  }
  throw new BumpError(
    'BAD_WORKTREE',
    `${quote(named)} is no git repository. Name a bare repository, or a folder with .git in it.`,
  )
}

import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import { runGit } from './process.ts'
import { FETCH, makeRepository, type Remote } from './remote.ts'

/**
 * Fetches the commits of `tip` that `branch` lacks, and returns the commits at which the server cut the history.
 * Undefined: `branch` has `tip`, and that is proven.
 */
export async function fetchAhead(remote: Remote, tip: Oid, branch: BranchName): Promise<ReadonlySet<Oid> | undefined> {
  const { access, git, gitDir } = remote
  const { exitCode } = await git(
    [...FETCH, `--shallow-exclude=refs/heads/${branch}`, '--end-of-options', access.url, tip],
    { answers: ({ exitCode, stderr }) => exitCode === 0 || NOTHING_AHEAD.test(stderr) },
  )
  if (exitCode === 0)
    return new Set((await readFile(join(gitDir, 'shallow'), 'utf8').catch(noFile)).split('\n') as Oid[])
  if (await isBehind(remote, tip, branch)) return undefined
  throw new BumpError('REMOTE_REFUSED', `${access.url} broke off when asked for what ${tip} has and ${branch} has not.`)
}

// A server with nothing to send just ends here, and over HTTP its own words do not arrive.
const NOTHING_AHEAD = /no commits selected for shallow requests|error processing shallow info/
// Commits alone are some 200 bytes each; 0 stands for the whole history.
const DEPTHS = [100, 2_000, 0]

// A connection that breaks looks the same, and a person's commits could be lost over it: hence a proof, from the commits
// of the branch without trees and files. In a repository of its own, because one with such gaps may not negotiate for us.
async function isBehind({ access, git, gitDir }: Remote, tip: Oid, branch: BranchName): Promise<boolean> {
  const folder = join(gitDir, 'image-bump-history')
  await mkdir(folder, { recursive: true })
  try {
    await makeRepository(folder)
    for (const depth of DEPTHS) {
      const far = depth === 0 ? '--unshallow' : `--depth=${depth}`
      const spec = `+refs/heads/${branch}:refs/heads/base`
      await git([...FETCH, '--filter=tree:0', far, '--end-of-options', access.url, spec], {
        gitDir: folder,
        // `--unshallow` refuses when the history was whole already.
        answers: ({ exitCode, stderr }) => exitCode === 0 || /complete repository/.test(stderr),
      })
      const { exitCode } = await runGit(['merge-base', '--is-ancestor', tip, 'refs/heads/base'], {
        gitDir: folder,
        answers: () => true,
      })
      if (exitCode === 0) return true
    }
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function noFile(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}

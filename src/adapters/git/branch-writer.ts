import { checkBranchName } from '../../core/git/branch-name.ts'
import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import type { BranchWriter, CommitRequest, Person } from '../../ports/branch-writer.ts'
import { objectId, packOf, type GitObject } from './objects.ts'
import { runGit, type GitResult } from './process.ts'
import { protectedBy, refusal, said } from './refusal.ts'
import type { Remote } from './remote.ts'
import type { RemoteRepository } from './repository.ts'

export interface GitWriterOptions {
  /** Time of the commits. */
  readonly now: () => Date
  /** Author where a request names none, and committer always. */
  readonly person?: Person
}

/**
 * Writes by plain git: commit, trees and blobs are made in our temporary repository and pushed with a lease, so the server
 * moves the branch only from where it was expected. Commits are not signed.
 */
export function gitBranchWriter(repository: RemoteRepository, options: GitWriterOptions): BranchWriter {
  const { remote } = repository
  return {
    async commit(request) {
      const commit = await writeCommit(remote, request, options)
      if ((await request.holds) === false) return { kind: 'lost' }
      const kind = await push(remote, request.branch, request.expected, commit)
      return kind === 'moved' ? { kind, commit } : { kind }
    },
    async delete(branch, expected) {
      const kind = await push(remote, branch, expected, undefined)
      // Git calls a branch that is gone a stale one; for us that is what was wanted.
      if (kind === 'lost' && (await tipOf(remote, branch)) === undefined) return { kind: 'moved' }
      return { kind }
    },
  }
}

const IMAGE_BUMP: Person = { name: 'image-bump', email: 'image-bump@users.noreply.github.com' }

async function writeCommit(
  { contents, gitDir }: Remote,
  request: CommitRequest,
  { now, person = IMAGE_BUMP }: GitWriterOptions,
): Promise<Oid> {
  const files = request.files.map(({ entry: { path }, bytes }) => ({ path, bytes }))
  const { tree, objects } = await contents.treeWith(request.parent, files)
  if (request.tree !== undefined && request.tree !== tree)
    throw new BumpError(
      'NOT_AS_WRITTEN',
      `The commit for ${request.branch} would hold tree ${tree} in place of ${request.tree}.`,
    )
  const seconds = Math.floor(now().getTime() / 1000)
  const text = [
    `tree ${tree}`,
    `parent ${request.parent}`,
    `author ${signature(request.author ?? person, seconds)}`,
    `committer ${signature(person, seconds)}`,
    '',
    `${request.message.replaceAll('\0', '').trimEnd()}\n`,
  ].join('\n')
  const commit: GitObject = { type: 'commit', bytes: Buffer.from(text) }
  await runGit(['unpack-objects', '-q'], { gitDir, input: packOf([...objects, commit], request.parent) })
  return objectId(commit, request.parent)
}

function signature({ name, email }: Person, seconds: number): string {
  const clean = (text: string): string => text.replace(/[<>\p{Cc}]/gu, '').trim()
  return `${clean(name) || IMAGE_BUMP.name} <${clean(email) || IMAGE_BUMP.email}> ${seconds} +0000`
}

/** Moves the branch to `to`, or deletes it, if it stands at `expected` (undefined: nowhere). */
async function push(
  remote: Remote,
  branch: BranchName,
  expected: Oid | undefined,
  to: Oid | undefined,
): Promise<'moved' | 'lost'> {
  const name = checkBranchName(branch)
  if (!name.ok) throw new BumpError('BAD_INPUT', `${name.reason}.`)
  const ref = `refs/heads/${name.value}`
  const args = [
    ...PUSH,
    `--force-with-lease=${ref}:${expected ?? ''}`,
    '--end-of-options',
    remote.access.url,
    `${to ?? ''}:${ref}`,
  ]
  try {
    const result = await remote.git(args, { need: 'write', answers: (result) => readPush(result) !== 'failed' })
    const outcome = readPush(result)
    if (outcome === 'moved' || outcome === 'lost') return outcome
    throw refusedBranch(remote, branch, result)
  } catch (error) {
    // The answer can be lost after the branch moved: then looking is better than failing.
    const unsure = error instanceof BumpError && error.code === 'REMOTE_UNAVAILABLE'
    if (unsure && (await tipOf(remote, branch).catch(() => null)) === to) return 'moved'
    throw error
  }
}

const PUSH = [
  'push',
  '--porcelain',
  '--no-verify',
  '--no-signed',
  '--no-follow-tags',
  '--recurse-submodules=no',
] as const

// Words for "somebody else was there", of our own git (the lease) and of the server (a race past the lease).
const LOST =
  /stale info|fetch first|non-fast-forward|cannot lock ref|failed to lock|unable to lock|failed to update ref|reference already exists|incorrect old value|is at [0-9a-f]+ but expected|remote ref does not exist|deletion of nonexistent|fetched in the meantime|remote ref updated since checkout/i

/** What the line about our ref says. `failed`: there is none, so git did not get that far. @see git-push(1), OUTPUT */
function readPush({ stdout, stderr }: GitResult): 'moved' | 'lost' | 'refused' | 'failed' {
  const line = /^([ +*=!-])\t[^\t]*:refs\/heads\/[^\t]*\t(.*)$/m.exec(stdout.toString('utf8'))
  if (line === null) return 'failed'
  if (line[1] !== '!') return 'moved'
  if (protectedBy(`${line[2]}\n${stderr}`) !== undefined) return 'refused'
  return LOST.test(line[2] ?? '') ? 'lost' : 'refused'
}

function refusedBranch({ access }: Remote, branch: BranchName, result: GitResult): BumpError {
  const reason = /^!\t[^\t]*\t(.*)$/m.exec(result.stdout.toString('utf8'))?.[1] ?? ''
  const text = `${result.stderr}\n! ${reason}`
  if (protectedBy(text) !== undefined || /internal server error|failed to report status|permission/i.test(reason))
    return refusal({ command: 'push', url: access.url, need: 'write', exitCode: result.exitCode, stderr: text })
  return new BumpError('REMOTE_REFUSED', `${access.url} did not let branch ${branch} move.${said(text)}`)
}

async function tipOf({ access, git }: Remote, branch: BranchName): Promise<Oid | undefined> {
  const ref = `refs/heads/${branch}`
  const { stdout } = await git(['ls-remote', '--quiet', '--end-of-options', access.url, ref])
  // ls-remote matches the end of names, so `x/refs/heads/<branch>` would come too.
  const line = stdout
    .toString('utf8')
    .split('\n')
    .find((text) => text.endsWith(`\t${ref}`))
  return line?.split('\t')[0] as Oid | undefined
}

import { checkBranchName } from '../../core/git/branch-name.ts'
import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import type { BranchWriter, CommitRequest, Person } from '../../ports/branch-writer.ts'
import type { Ticket } from '../../ports/queue.ts'
import { commitObject, IMAGE_BUMP } from './commit-object.ts'
import { objectId, packOf } from './objects.ts'
import { runGit, type GitResult } from './process.ts'
import { pushRefs, type RefMove } from './push.ts'
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
export function gitBranchWriter({ remote }: Pick<RemoteRepository, 'remote'>, options: GitWriterOptions): BranchWriter {
  return {
    async commit(request) {
      const commit = await writeCommit(remote, request, options)
      request.made?.(commit)
      if ((await request.holds) === false) return { kind: 'lost' }
      const { branch, expected, alsoDelete } = request
      const kind = await moveWith(remote, { branch, expected, to: commit }, alsoDelete)
      return kind === 'moved' ? { kind, commit } : { kind }
    },
    async delete(branch, expected) {
      const kind = await moveBranch(remote, { branch, expected, to: undefined })
      // Git calls a branch that is gone a stale one; for us that is what was wanted.
      if (kind === 'lost' && (await tipOf(remote, branch)) === undefined) return { kind: 'moved' }
      return { kind }
    },
  }
}

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
  const commit = commitObject({
    tree,
    parents: [request.parent],
    message: request.message,
    author: request.author ?? person,
    committer: person,
    now: now(),
  })
  await runGit(['unpack-objects', '-q'], { gitDir, input: packOf([...objects, commit], request.parent) })
  return objectId(commit, request.parent)
}

interface BranchMove {
  readonly branch: BranchName
  /** Undefined: nowhere. */
  readonly expected: Oid | undefined
  /** Undefined: it is deleted. */
  readonly to: Oid | undefined
}

/** Moves the branch and takes the tickets away, both or neither; where that cannot be, the branch alone. */
async function moveWith(remote: Remote, move: BranchMove, tickets: readonly Ticket[] = []): Promise<'moved' | 'lost'> {
  if (tickets.length > 0) {
    const deletions = tickets.map(({ ref, oid }): RefMove => ({ ref, expected: oid, to: undefined }))
    const answer = await pushRefs(remote, [refMove(move), ...deletions]).catch(() => undefined)
    if (answer?.kind === 'moved' || answer?.kind === 'lost') return answer.kind
    const kind = await moveBranch(remote, move)
    if (kind === 'moved') await pushRefs(remote, deletions, { together: false }).catch(() => undefined)
    return kind
  }
  return await moveBranch(remote, move)
}

async function moveBranch(remote: Remote, move: BranchMove): Promise<'moved' | 'lost'> {
  const { branch, to } = move
  try {
    const answer = await pushRefs(remote, [refMove(move)])
    if (answer.kind === 'moved' || answer.kind === 'lost') return answer.kind
    throw refusedBranch(remote, branch, answer.result)
  } catch (error) {
    // The answer can be lost after the branch moved: then looking is better than failing.
    const unsure = error instanceof BumpError && error.code === 'REMOTE_UNAVAILABLE'
    if (unsure && (await tipOf(remote, branch).catch(() => null)) === to) return 'moved'
    throw error
  }
}

function refMove({ branch, expected, to }: BranchMove): RefMove {
  const name = checkBranchName(branch)
  if (!name.ok) throw new BumpError('BAD_INPUT', `${name.reason}.`)
  return { ref: `refs/heads/${name.value}`, expected, to }
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

/** Whether a pull request can be merged, and merging it: at once, when its requirements are met, by a person. */
import { ZERO } from './refs.ts'
import { markMerged } from './lifecycle.ts'
import type { CommitObject } from './objects.ts'
import { OWN_SIGNATURE } from './objects.ts'
import { Problem } from './problem.ts'
import { moveRefs } from './ref-moves.ts'
import { record, timestamp, user } from './state.ts'
import type { Pull, Repository, World } from './state.ts'

export type MergeMethod = 'merge' | 'squash' | 'rebase'
export interface MergeRequest {
  readonly method: MergeMethod
  readonly actor: string
  readonly headline?: string | undefined
  readonly body?: string | undefined
  /** The head it must stand at. */
  readonly expected?: string | undefined
}

const verdicts = new WeakMap<Pull, { readonly pair: string; readonly mergeable: boolean }>()

/** Undefined while GitHub would still be computing it. Only `count`ed reads use up that time. */
export async function mergeable(repository: Repository, pull: Pull, count = true): Promise<boolean | undefined> {
  if (pull.state !== 'open') return undefined
  if (pull.unknownReads > 0) {
    if (count) pull.unknownReads--
    return undefined
  }
  const base = repository.git.branch(pull.base)
  if (base === undefined) return false
  const pair = `${base} ${pull.headOid}`
  const known = verdicts.get(pull)
  if (known?.pair === pair) return known.mergeable
  const clean = (await repository.git.mergeTree(base, pull.headOid)) !== undefined
  verdicts.set(pull, { pair, mergeable: clean })
  return clean
}

/** The first requirement of the base's protection that is not met yet. */
export function unmetRequirement(repository: Repository, pull: Pull): string | undefined {
  const protection = repository.protections.get(pull.base)
  const reviews = protection?.requiredReviews ?? 0
  if (pull.approvals.length < reviews)
    return `At least ${reviews} approving review is required by reviewers with write access.`
  const check = protection?.requiredChecks?.find(
    (name) => repository.checks.get(`${pull.headOid} ${name}`) !== 'success',
  )
  return check === undefined ? undefined : `Required status check "${check}" is expected.`
}

/** Has a check that is not required failed, or is it still running? */
export function isUnstable(repository: Repository, pull: Pull): boolean {
  return [...repository.checks].some(([key, state]) => key.startsWith(pull.headOid) && state !== 'success')
}

/** @returns the commit that base stands at afterwards */
export async function mergePull(
  world: World,
  repository: Repository,
  pull: Pull,
  request: MergeRequest,
): Promise<string> {
  if (pull.state !== 'open') throw new Problem(405, 'Pull Request is not mergeable')
  if (pull.draft) throw new Problem(405, 'Pull Request is still a draft')
  if (request.expected !== undefined && request.expected !== pull.headOid)
    throw new Problem(409, 'Head branch was modified. Review and try the merge again.')
  if (!repository.mergeMethods.includes(request.method))
    throw new Problem(405, `${request.method} merges are not allowed on this repository.`)
  const unmet = unmetRequirement(repository, pull)
  if (unmet !== undefined) throw new Problem(405, unmet)
  return mergeAnyway(world, repository, pull, request)
}

/** As an administrator would: without the base's requirements. */
export async function mergeAnyway(
  world: World,
  repository: Repository,
  pull: Pull,
  request: MergeRequest,
): Promise<string> {
  const base = repository.git.branch(pull.base) ?? ZERO
  const commit = await mergeCommit(world, repository, pull, base, request)
  if (commit === undefined) throw new Problem(405, 'Pull Request is not mergeable')
  const update = { ref: `refs/heads/${pull.base}`, before: base, after: commit }
  const previous = pull.state
  markMerged(world, pull, commit, request.actor)
  if (!(await moveRefs(world, repository, { login: request.actor, how: 'merge' }, [update]))) {
    pull.state = previous
    throw new Problem(405, 'Base branch was modified. Review and try the merge again.')
  }
  if (repository.deleteBranchOnMerge) {
    const gone = { ref: `refs/heads/${pull.head}`, before: pull.headOid, after: ZERO }
    await moveRefs(world, repository, { login: request.actor, how: 'merge' }, [gone])
  }
  return commit
}

/** Merges every open pull request that waits for nothing more. */
export async function mergeWaiting(world: World, repository: Repository): Promise<void> {
  for (const pull of repository.pulls) {
    const wish = pull.autoMerge
    if (wish === undefined || pull.state !== 'open' || unmetRequirement(repository, pull) !== undefined) continue
    if ((await mergeable(repository, pull, false)) !== true) continue
    await mergePull(world, repository, pull, {
      method: wish.method,
      actor: wish.by,
      headline: wish.headline,
      body: wish.body,
    })
  }
}

export function enableAutoMerge(
  world: World,
  repository: Repository,
  pull: Pull,
  wish: NonNullable<Pull['autoMerge']>,
): void {
  const refuse = (why: string): Problem => new Problem(422, `Pull request ${why}`)
  if (!repository.allowAutoMerge) throw refuse('Auto merge is not allowed for this repository')
  if (pull.state !== 'open') throw refuse('Pull request is closed')
  if (pull.draft) throw refuse('Pull request is in draft state')
  if (!repository.protections.has(pull.base)) throw refuse('Protected branch rules not configured for this branch')
  if (unmetRequirement(repository, pull) === undefined)
    throw refuse(`Pull request is in ${isUnstable(repository, pull) ? 'unstable' : 'clean'} status`)
  pull.autoMerge = wish
  record(world, pull, { event: 'auto_merge_enabled', actor: wish.by })
}

async function mergeCommit(
  world: World,
  repository: Repository,
  pull: Pull,
  base: string,
  request: MergeRequest,
): Promise<string | undefined> {
  const { git } = repository
  const person = signatureOf(world, request.actor)
  if (request.method === 'rebase') return replay(repository, pull, base, person)
  const tree = await git.mergeTree(base, pull.headOid)
  if (tree === undefined) return undefined
  const squash = request.method === 'squash'
  const headline = request.headline ?? (squash ? `${pull.title} (#${pull.number})` : mergeHeadline(repository, pull))
  const body = request.body ?? (squash ? await squashBody(repository, base, pull) : pull.title)
  return git.objects.writeCommit({
    tree,
    parents: squash ? [base] : [base, pull.headOid],
    author: person,
    committer: { ...person, name: 'GitHub', email: 'noreply@github.com' },
    signature: OWN_SIGNATURE,
    message: body === '' ? `${headline}\n` : `${headline}\n\n${body}\n`,
  })
}

function mergeHeadline(repository: Repository, pull: Pull): string {
  return `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`
}

async function squashBody(repository: Repository, base: string, pull: Pull): Promise<string> {
  const commits = await repository.git.log(base, pull.headOid)
  if (commits.length === 1) return commits[0]?.message.split('\n').slice(2).join('\n').trim() ?? ''
  return commits
    .reverse()
    .map(({ message }) => `* ${message.trim()}`)
    .join('\n\n')
}

/** Each commit of the head again, on top of base; the merge base of each step is forced by a commit made for it. */
async function replay(
  repository: Repository,
  pull: Pull,
  base: string,
  committer: CommitObject['committer'],
): Promise<string | undefined> {
  const { git } = repository
  let tip = base
  for (const commit of (await git.log(base, pull.headOid)).reverse().filter(({ parents }) => parents.length === 1)) {
    const stand = (await git.commit(tip)) as CommitObject
    const onParent = git.objects.writeCommit({ ...stand, parents: commit.parents, message: 'stand-in\n' })
    const tree = await git.mergeTree(onParent, commit.oid)
    if (tree === undefined) return undefined
    const { author, message } = commit
    tip = git.objects.writeCommit({ tree, parents: [tip], author, committer, message })
  }
  return tip
}

/** Name and address that GitHub writes for a login. */
export function signatureOf(world: World, login: string): CommitObject['author'] {
  const { id } = user(world, login)
  return { name: login, email: `${id}+${login}@users.noreply.github.com`, date: timestamp(world) }
}

/** How pull requests open, close and become merged when the branches under them move. */
import { ZERO } from './refs.ts'
import { notFound, Problem, invalid } from './problem.ts'
import { nameWithOwner, nextId, record, timestamp } from './state.ts'
import type { Pull, RefMove, Repository, World } from './state.ts'

export interface PullRequestText {
  readonly title: string
  readonly body: string | null
  readonly head: string
  readonly base: string
  readonly draft: boolean
}

const BODY_LIMIT = 65_536
const TITLE_LIMIT = 256

/** Opens a pull request from a branch of this repository, or throws GitHub's 422. */
export async function openPull(
  world: World,
  repository: Repository,
  author: string,
  text: PullRequestText,
): Promise<Pull> {
  const [owner, head = ''] = text.head.includes(':') ? text.head.split(':', 2) : [repository.owner, text.head]
  const headOid = owner?.toLowerCase() === repository.owner.toLowerCase() ? repository.git.branch(head) : undefined
  const baseOid = repository.git.branch(text.base)
  if (headOid === undefined) throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' })
  if (baseOid === undefined) throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' })
  const custom = (message: string): Problem => invalid({ resource: 'PullRequest', code: 'custom', message })
  const open = repository.pulls.find((pull) => isOpenFor(repository, pull, head, text.base))
  if (open !== undefined) throw custom(`A pull request already exists for ${repository.owner}:${head}.`)
  const { ahead } = await repository.git.distance(baseOid, headOid)
  if (ahead === 0) throw custom(`No commits between ${text.base} and ${head}`)
  checkText(text)
  return addPull(world, repository, { ...text, head, author, headOid, headRepository: nameWithOwner(repository) })
}

/** A pull request put there without the rules (from a fork, say). */
export async function addPull(
  world: World,
  repository: Repository,
  facts: PullRequestText & { readonly author: string; readonly headOid: string; readonly headRepository: string },
): Promise<Pull> {
  const number = repository.pulls.length + 1
  const at = timestamp(world)
  const pull: Pull = {
    ...facts,
    id: nextId(world),
    nodeId: `PR_${repository.id}_${number}`,
    number,
    createdAt: at,
    updatedAt: at,
    state: 'open',
    labels: [],
    reviewers: [],
    teams: [],
    assignees: [],
    approvals: [],
    events: [],
    comments: [],
    queued: false,
    closedForGood: false,
    milestone: undefined,
    autoMerge: undefined,
    mergeCommit: undefined,
    mergedBy: undefined,
    closedAt: undefined,
    unknownReads: world.settings.mergeableUnknownReads,
    unresolvedCalls: world.settings.unresolvedAfterCreation,
  }
  repository.pulls.push(pull)
  repository.git.update([{ ref: `refs/pull/${number}/head`, after: facts.headOid }])
  return pull
}

export function checkText(text: { readonly title?: string; readonly body?: string | null }): void {
  const tooLong = (field: string, limit: number): Problem =>
    invalid({
      resource: 'Issue',
      field,
      code: 'custom',
      message: `${field} is too long (maximum is ${limit} characters)`,
    })
  if ((text.body?.length ?? 0) > BODY_LIMIT) throw tooLong('body', BODY_LIMIT)
  if ((text.title?.length ?? 0) > TITLE_LIMIT) throw tooLong('title', TITLE_LIMIT)
}

/** The pull request of a number, once GitHub's own replicas would know it. */
export function pullOf(repository: Repository, number: number, settled = true): Pull {
  const pull = repository.pulls[number - 1]
  if (pull === undefined) throw notFound()
  if (settled && pull.unresolvedCalls > 0) {
    pull.unresolvedCalls--
    throw new Problem(422, `Could not resolve to a node with the global id of '${pull.nodeId}'.`, { type: 'NOT_FOUND' })
  }
  return pull
}

export function closePull(world: World, pull: Pull, actor: string): void {
  pull.state = 'closed'
  pull.autoMerge = undefined
  record(world, pull, { event: 'closed', actor })
  pull.closedAt = pull.updatedAt
}

/** A closed one opens again only where its head still goes on from where it stood. */
export async function reopenPull(world: World, repository: Repository, pull: Pull, actor: string): Promise<void> {
  const refuse = (why: string): Problem =>
    invalid({ resource: 'PullRequest', field: 'state', code: 'invalid', message: `state cannot be changed. ${why}` })
  const [head, base] = [repository.git.branch(pull.head), repository.git.branch(pull.base)]
  if (pull.state === 'merged') throw refuse('The pull request cannot be reopened.')
  if (head === undefined || base === undefined) throw refuse(`The ${pull.head} branch has been deleted.`)
  if (pull.closedForGood || !(await repository.git.isAncestor(pull.headOid, head)))
    throw refuse(`The ${pull.head} branch was force-pushed or recreated.`)
  if ((await repository.git.distance(base, head)).ahead === 0)
    throw refuse(`There are no new commits on the ${pull.head} branch.`)
  if (repository.pulls.some((other) => isOpenFor(repository, other, pull.head, pull.base)))
    throw refuse(`There is already an open pull request from ${repository.owner}:${pull.head} to ${pull.base}.`)
  pull.state = 'open'
  pull.closedAt = undefined
  pull.headOid = head
  record(world, pull, { event: 'reopened', actor })
}

export function markMerged(world: World, pull: Pull, commit: string, actor: string): void {
  pull.state = 'merged'
  pull.mergeCommit = commit
  pull.mergedBy = actor
  record(world, pull, { event: 'merged', actor })
  record(world, pull, { event: 'closed', actor })
  pull.closedAt = pull.updatedAt
}

/**
 * After branches moved: an open pull request whose head is gone or has nothing ahead of base any more is closed, for good
 * and at once; one whose head the base now holds is merged.
 */
export async function settlePulls(world: World, repository: Repository, moves: readonly RefMove[]): Promise<void> {
  for (const pull of repository.pulls.filter(({ state }) => state === 'open')) {
    const ours = pull.headRepository === nameWithOwner(repository)
    const headMove = ours ? moves.find(({ ref }) => ref === `refs/heads/${pull.head}`) : undefined
    const baseMove = moves.find(({ ref }) => ref === `refs/heads/${pull.base}`)
    if (headMove !== undefined) await settleHead(world, repository, pull, headMove)
    else if (baseMove !== undefined) await settleBase(world, repository, pull, baseMove)
  }
}

async function settleHead(world: World, repository: Repository, pull: Pull, move: RefMove): Promise<void> {
  const base = repository.git.branch(pull.base)
  if (base !== undefined && (await repository.git.isAncestor(pull.headOid, base))) {
    return markMerged(world, pull, base, move.by) // Base took the head in the same push that moved the head.
  }
  if (move.after === ZERO) {
    closePull(world, pull, move.by)
    return record(world, pull, { event: 'head_ref_deleted', actor: move.by })
  }
  if (!(await repository.git.isAncestor(move.before, move.after)))
    record(world, pull, { event: 'head_ref_force_pushed', actor: move.by })
  pull.headOid = move.after
  pull.approvals = []
  pull.unknownReads = world.settings.mergeableUnknownReads
  pull.updatedAt = timestamp(world)
  repository.git.update([{ ref: `refs/pull/${pull.number}/head`, after: move.after }])
  if (base !== undefined && (await repository.git.distance(base, move.after)).ahead > 0) return
  pull.closedForGood = true
  closePull(world, pull, move.by)
}

async function settleBase(world: World, repository: Repository, pull: Pull, move: RefMove): Promise<void> {
  if (move.after === ZERO) return closePull(world, pull, move.by)
  pull.unknownReads = world.settings.mergeableUnknownReads
  if (await repository.git.isAncestor(pull.headOid, move.after)) markMerged(world, pull, move.after, move.by)
}

function isOpenFor(repository: Repository, pull: Pull, head: string, base: string): boolean {
  const ours = pull.headRepository === nameWithOwner(repository)
  return ours && pull.state === 'open' && pull.head === head && pull.base === base
}

/** Mutations of pull requests. */
import { authorize } from '../access.ts'
import { openPull } from '../lifecycle.ts'
import { enableAutoMerge, mergePull, mergeWaiting } from '../merging.ts'
import type { MergeMethod } from '../merging.ts'
import { Problem } from '../problem.ts'
import { changePull, forbidToWorkflows } from '../rest/pulls.ts'
import { exclusively, nameWithOwner, nextId, record, timestamp } from '../state.ts'
import type { Pull } from '../state.ts'
import { CONTENTS, pullById, PULLS, repositoryOf } from './mutation.ts'
import type { Mutation } from './mutation.ts'
import { commentFields, pullFields, queueEntryFields } from './pulls.ts'
import { actorFields } from './repository.ts'

interface PullInput {
  readonly pullRequestId: string
}
interface MergeInput extends PullInput {
  readonly mergeMethod: 'MERGE' | 'SQUASH' | 'REBASE'
  readonly expectedHeadOid?: string
  readonly commitHeadline?: string
  readonly commitBody?: string
}

export const pullMutations = {
  createPullRequest: (async ({ input }, context) => {
    const repository = repositoryOf(context, input.repositoryId, PULLS)
    forbidToWorkflows(context)
    const { title, body = null, headRefName: head, baseRefName: base, draft = false } = input
    const open = async (): Promise<Pull> =>
      openPull(context.world, repository, context.actor, { title, body, head, base, draft })
    return { pullRequest: pullFields(context, repository, await exclusively(repository, open)) }
  }) satisfies Mutation<{
    repositoryId: string
    title: string
    body?: string
    headRefName: string
    baseRefName: string
    draft?: boolean
  }>,

  updatePullRequest: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, PULLS)
    const state = input.state === undefined ? undefined : input.state === 'OPEN' ? 'open' : 'closed'
    const change = { title: input.title, body: input.body, base: input.baseRefName, state } as const
    await changePull({ ...context, repository }, pull, change)
    return { pullRequest: pullFields(context, repository, pull), actor: actorFields(context, context.actor) }
  }) satisfies Mutation<PullInput & { title?: string; body?: string; baseRefName?: string; state?: 'OPEN' | 'CLOSED' }>,

  closePullRequest: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, PULLS)
    await changePull({ ...context, repository }, pull, { state: 'closed' })
    return { pullRequest: pullFields(context, repository, pull) }
  }) satisfies Mutation<PullInput>,

  markPullRequestReadyForReview: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, PULLS)
    pull.draft = false
    record(context.world, pull, { event: 'ready_for_review', actor: context.actor })
    return { pullRequest: pullFields(context, repository, pull) }
  }) satisfies Mutation<PullInput>,

  addComment: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.subjectId, [...PULLS, ['issues', 'write']])
    const comment = { id: nextId(context.world), body: input.body, author: context.actor, at: timestamp(context.world) }
    pull.comments.push(comment)
    record(context.world, pull, { event: 'commented', actor: context.actor })
    const url = `${context.serverUrl}/${nameWithOwner(repository)}/pull/${pull.number}`
    return {
      commentEdge: { node: commentFields(context, comment, url) },
      subject: pullFields(context, repository, pull),
    }
  }) satisfies Mutation<{ subjectId: string; body: string }>,

  enablePullRequestAutoMerge: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, PULLS)
    authorize(context.token, repository, CONTENTS)
    expectHead(pull, input.expectedHeadOid)
    const { commitHeadline: headline, commitBody: body } = input
    enableAutoMerge(context.world, repository, pull, { method: methodOf(input), by: context.actor, headline, body })
    return { pullRequest: pullFields(context, repository, pull), actor: actorFields(context, context.actor) }
  }) satisfies Mutation<MergeInput>,

  mergePullRequest: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, CONTENTS)
    const { commitHeadline: headline, commitBody: body, expectedHeadOid: expected } = input
    await mergePull(context.world, repository, pull, {
      method: methodOf(input),
      actor: context.actor,
      headline,
      body,
      expected,
    })
    await mergeWaiting(context.world, repository)
    return { pullRequest: pullFields(context, repository, pull), actor: actorFields(context, context.actor) }
  }) satisfies Mutation<MergeInput>,

  enqueuePullRequest: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, CONTENTS)
    expectHead(pull, input.expectedHeadOid)
    if (!repository.mergeQueues.includes(pull.base))
      throw new Problem(422, 'Merge queue is not enabled for the base branch')
    if (pull.queued) throw new Problem(422, 'Pull request is already in the queue')
    pull.queued = true
    return { mergeQueueEntry: queueEntryFields(context, repository, pull) }
  }) satisfies Mutation<PullInput & { expectedHeadOid?: string }>,
}

function methodOf({ mergeMethod }: MergeInput): MergeMethod {
  return mergeMethod.toLowerCase() as MergeMethod
}

function expectHead(pull: Pull, expected: string | undefined): void {
  if (expected !== undefined && expected !== pull.headOid)
    throw new Problem(422, 'Head branch was modified. Review and try the merge again.', { type: 'STALE_DATA' })
}

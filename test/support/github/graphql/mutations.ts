/** The mutations that are served. Each throws GitHub's refusal as a Problem; serve.ts makes it an entry of `errors`. */
import { authorize } from '../access.ts'
import type { Need } from '../access.ts'
import { ZERO } from '../bare-repository.ts'
import type { RefUpdate } from '../bare-repository.ts'
import { openPull, pullOf } from '../lifecycle.ts'
import { enableAutoMerge, mergePull, mergeWaiting, signatureOf } from '../merging.ts'
import type { MergeMethod } from '../merging.ts'
import type { CommitObject, TreeChange } from '../objects.ts'
import { OWN_SIGNATURE } from '../objects.ts'
import { Problem } from '../problem.ts'
import { moveRefs, refusal } from '../ref-moves.ts'
import { changePull, forbidToWorkflows } from '../rest/pulls.ts'
import { exclusively, findRepository, nameWithOwner, nextId, record, timestamp } from '../state.ts'
import type { Pull, Repository } from '../state.ts'
import type { Context, Fields } from './connection.ts'
import { commentFields, pullFields, queueEntryFields } from './pulls.ts'
import { actorFields, commitFields, refFields } from './repository.ts'

type Mutation<Input> = (args: { readonly input: Input }, context: Context) => Promise<Fields>
interface PullInput {
  readonly pullRequestId: string
}
interface MergeInput extends PullInput {
  readonly mergeMethod: 'MERGE' | 'SQUASH' | 'REBASE'
  readonly expectedHeadOid?: string
  readonly commitHeadline?: string
  readonly commitBody?: string
}

const CONTENTS: Need = [['contents', 'write']]
const PULLS: Need = [['pull_requests', 'write']]

export const mutations = {
  updateRefs: (async ({ input }, context) => {
    const repository = repositoryOf(context, input.repositoryId, CONTENTS)
    for (const update of input.refUpdates) await checkUpdate(context, repository, update)
    const updates = input.refUpdates.map(({ name, beforeOid, afterOid }) => ({ ref: name, before: beforeOid, after: afterOid }))
    await move(context, repository, updates, 'The refs could not be updated: one of them is not where it was expected.')
    return {}
  }) satisfies Mutation<{ repositoryId: string; refUpdates: readonly RefUpdateInput[] }>,

  createRef: (async ({ input }, context) => {
    const repository = repositoryOf(context, input.repositoryId, CONTENTS)
    const exists = `A ref named "${input.name}" already exists in the repository.`
    if (repository.git.ref(input.name) !== undefined) throw new Problem(422, exists)
    await checkUpdate(context, repository, { name: input.name, afterOid: input.oid })
    await move(context, repository, [{ ref: input.name, before: ZERO, after: input.oid }], exists)
    return { ref: refFields(context, repository, input.name) }
  }) satisfies Mutation<{ repositoryId: string; name: string; oid: string }>,

  createCommitOnBranch: (async ({ input }, context) => {
    const { repositoryNameWithOwner = '', branchName = '', id } = input.branch
    const [, idOfRepository, nameOfRef] = /^REF_(\d+)_refs\/heads\/(.*)$/.exec(id ?? '') ?? []
    const [owner = '', name = ''] = repositoryNameWithOwner.split('/')
    const known = [...context.world.repositories.values()].find((one) => String(one.id) === idOfRepository)
    const repository = known ?? findRepository(context.world, owner, name)
    if (repository === undefined) throw new Problem(404, `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`)
    authorize(context.token, repository, CONTENTS)
    const branch = (nameOfRef ?? branchName).replace(/^refs\/heads\//, '')
    const tip = repository.git.branch(branch)
    const { expectedHeadOid, message, fileChanges } = input
    if (tip === undefined) throw new Problem(404, `Could not resolve to a Ref with the name '${branch}'.`)
    const stale = `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`
    if (tip !== expectedHeadOid) throw new Problem(422, stale, { type: 'STALE_DATA' })
    const parent = (await repository.git.objects.commit(tip)) as CommitObject
    const tree = await changeFiles(repository, parent.tree, fileChanges ?? {})
    const by = signatureOf(context.world, context.actor)
    const commit = {
      tree,
      parents: [tip],
      author: by,
      committer: { ...by, name: 'GitHub', email: 'noreply@github.com' },
      signature: OWN_SIGNATURE,
      message: message.body === undefined ? message.headline : `${message.headline}\n\n${message.body}`,
    }
    const ref = `refs/heads/${branch}`
    const why = refusal(repository, ref, context.actor)
    if (why !== undefined) throw new Problem(422, why, { type: 'BRANCH_PROTECTION_RULE_VIOLATION' })
    const oid = repository.git.objects.writeCommit(commit)
    const moved = await moveRefs(context.world, repository, { login: context.actor, how: 'api' }, [{ ref, before: tip, after: oid }])
    if (!moved) throw new Problem(422, stale, { type: 'STALE_DATA' })
    return { commit: commitFields(context, repository, { oid, ...commit }), ref: refFields(context, repository, ref) }
  }) satisfies Mutation<CommitInput>,

  createPullRequest: (async ({ input }, context) => {
    const repository = repositoryOf(context, input.repositoryId, PULLS)
    forbidToWorkflows(context)
    const { title, body = null, headRefName: head, baseRefName: base, draft = false } = input
    const open = async (): Promise<Pull> => openPull(context.world, repository, context.actor, { title, body, head, base, draft })
    return { pullRequest: pullFields(context, repository, await exclusively(repository, open)) }
  }) satisfies Mutation<{ repositoryId: string; title: string; body?: string; headRefName: string; baseRefName: string; draft?: boolean }>,

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
    return { commentEdge: { node: commentFields(context, comment, url) }, subject: pullFields(context, repository, pull) }
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
    await mergePull(context.world, repository, pull, { method: methodOf(input), actor: context.actor, headline, body, expected })
    await mergeWaiting(context.world, repository)
    return { pullRequest: pullFields(context, repository, pull), actor: actorFields(context, context.actor) }
  }) satisfies Mutation<MergeInput>,

  enqueuePullRequest: (async ({ input }, context) => {
    const { repository, pull } = pullById(context, input.pullRequestId, CONTENTS)
    expectHead(pull, input.expectedHeadOid)
    if (!repository.mergeQueues.includes(pull.base)) throw new Problem(422, 'Merge queue is not enabled for the base branch')
    if (pull.queued) throw new Problem(422, 'Pull request is already in the queue')
    pull.queued = true
    return { mergeQueueEntry: queueEntryFields(context, repository, pull) }
  }) satisfies Mutation<PullInput & { expectedHeadOid?: string }>,
}

interface RefUpdateInput {
  readonly name: string
  readonly beforeOid?: string
  readonly afterOid: string
  readonly force?: boolean
}
interface FileChangesInput {
  readonly additions?: readonly { readonly path: string; readonly contents: string }[]
  readonly deletions?: readonly { readonly path: string }[]
}
interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string; readonly id?: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly expectedHeadOid: string
  readonly fileChanges?: FileChangesInput
}

function unresolved(id: string): Problem {
  return new Problem(404, `Could not resolve to a node with the global id of '${id}'.`)
}

function repositoryOf(context: Context, id: string, need: Need): Repository {
  const repository = [...context.world.repositories.values()].find(({ nodeId }) => nodeId === id)
  if (repository === undefined) throw unresolved(id)
  authorize(context.token, repository, need)
  return repository
}

function pullById(context: Context, id: string, need: Need): { readonly repository: Repository; readonly pull: Pull } {
  const [, repositoryId, number] = /^PR_(\d+)_(\d+)$/.exec(id) ?? []
  if (repositoryId === undefined) throw unresolved(id)
  const repository = repositoryOf(context, `R_${repositoryId}`, need)
  return { repository, pull: pullOf(repository, Number(number)) }
}

function methodOf({ mergeMethod }: MergeInput): MergeMethod {
  return mergeMethod.toLowerCase() as MergeMethod
}

function expectHead(pull: Pull, expected: string | undefined): void {
  if (expected !== undefined && expected !== pull.headOid)
    throw new Problem(422, 'Head branch was modified. Review and try the merge again.', { type: 'STALE_DATA' })
}

/** Everything about one update but the swap itself. */
async function checkUpdate(context: Context, repository: Repository, update: RefUpdateInput): Promise<void> {
  const { git } = repository
  const why = refusal(repository, update.name, context.actor)
  if (why !== undefined) throw new Problem(422, why, { type: 'BRANCH_PROTECTION_RULE_VIOLATION' })
  const stands = git.ref(update.name)
  if (update.afterOid === ZERO) return
  if ((await git.objects.commit(update.afterOid)) === undefined) throw new Problem(404, `Could not resolve to a Commit with the oid '${update.afterOid}'.`)
  if (stands !== undefined && update.force !== true && !(await git.isAncestor(stands, update.afterOid)))
    throw new Problem(422, `Update of ${update.name} is not a fast forward.`)
}

async function move(context: Context, repository: Repository, updates: readonly RefUpdate[], lost: string): Promise<void> {
  const moved = await moveRefs(context.world, repository, { login: context.actor, how: 'api' }, updates)
  if (!moved) throw new Problem(422, lost)
}

/** Additions are always plain files: an executable or a link written this way loses its mode. */
async function changeFiles(repository: Repository, tree: string, { additions = [], deletions = [] }: FileChangesInput): Promise<string> {
  const { git } = repository
  const changes = new Map<string, TreeChange>()
  for (const { path } of deletions) {
    if ((await git.entry(tree, path)) === undefined) throw new Problem(422, `A path was requested for deletion which does not exist: ${path}`)
    changes.set(path, null)
  }
  for (const { path, contents } of additions) {
    if (changes.has(path)) throw new Problem(422, `A path was given more than once: ${path}`)
    changes.set(path, { mode: '100644', oid: git.objects.write('blob', Buffer.from(contents, 'base64')) })
  }
  return (await git.objects.changeTree(tree, changes)) ?? tree
}

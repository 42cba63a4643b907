/** What a pull request wears: labels, reviewers, assignees, milestone, comments; and the record of who took what off. */
import { allows } from '../access.ts'
import { invalid, Problem } from '../problem.ts'
import { nameWithOwner, nextId, record, timestamp, user } from '../state.ts'
import type { Pull, Repository } from '../state.ts'
import { created, ok, paged, repositoryUrl } from './call.ts'
import type { Answer, RestCall, Routes } from './call.ts'
import { changePull, pullFor } from './pulls.ts'
import { eventShape, issueShape, simplePullShape } from './pull-shapes.ts'
import { labelShape, teamShape, userShape } from './shapes.ts'

const READ = [
  ['issues', 'read'],
  ['pull_requests', 'read'],
] as const
const WRITE = [
  ['issues', 'write'],
  ['pull_requests', 'write'],
] as const
const REVIEW = [['pull_requests', 'write']] as const

export const issueRoutes: Routes = {
  'issues/get': { need: READ, handle: (call) => ok(issueShape(call, pullFor(call))) },
  'issues/update': { need: WRITE, handle: updateIssue },
  'issues/list-labels-on-issue': { need: READ, handle: (call) => paged(call, labelsOf(call, pullFor(call))) },
  'issues/add-labels': { need: WRITE, handle: addLabels },
  'issues/remove-label': { need: WRITE, handle: removeLabel },
  'issues/add-assignees': { need: WRITE, handle: addAssignees },
  'issues/create-comment': { need: WRITE, handle: createComment },
  'issues/list-comments': { need: READ, handle: listComments },
  'issues/list-events': { need: READ, handle: listEvents },
  'issues/list-events-for-timeline': { need: READ, handle: listEvents },
  'pulls/list-requested-reviewers': { need: [['pull_requests', 'read']], handle: (call) => ok(reviewersOf(call)) },
  'pulls/request-reviewers': { need: REVIEW, handle: requestReviewers },
  'pulls/remove-requested-reviewers': { need: REVIEW, handle: removeReviewers },
}

function labelsOf(call: RestCall, pull: Pull): Record<string, unknown>[] {
  const labels = pull.labels.map((name) => call.repository.labels.get(name.toLowerCase()))
  return labels.filter((label) => label !== undefined).map((label) => labelShape(call, label))
}

function addLabels(call: RestCall): Answer {
  const pull = pullFor(call)
  const body = call.body as { labels?: readonly (string | { name: string })[] }
  const names = (body.labels ?? []).map((label) => (typeof label === 'string' ? label : label.name))
  putLabels(call, pull, names)
  return ok(labelsOf(call, pull))
}

function putLabels(call: RestCall, pull: Pull, names: readonly string[]): void {
  const { world, repository, token } = call
  const missing = names.filter((name) => !repository.labels.has(name.toLowerCase()))
  if (missing.length > 0 && !allows(token, repository, [['issues', 'write']])) {
    throw new Problem(403, 'You do not have permission to create labels on this repository.', {
      errors: [{ resource: 'Repository', field: 'label', code: 'unauthorized' }],
    })
  }
  for (const name of missing) {
    repository.labels.set(name.toLowerCase(), { id: nextId(world), name, color: 'ededed', description: null })
  }
  for (const name of names) {
    const label = repository.labels.get(name.toLowerCase())?.name ?? name
    if (pull.labels.includes(label)) continue
    pull.labels.push(label)
    record(world, pull, { event: 'labeled', actor: call.actor, label })
  }
}

function removeLabel(call: RestCall): Answer {
  const pull = pullFor(call)
  const label = pull.labels.find((name) => name.toLowerCase() === call.params['name']?.toLowerCase())
  if (label === undefined) throw new Problem(404, 'Label does not exist')
  pull.labels = pull.labels.filter((name) => name !== label)
  record(call.world, pull, { event: 'unlabeled', actor: call.actor, label })
  return ok(labelsOf(call, pull))
}

function reviewersOf(call: RestCall): Record<string, unknown> {
  const pull = pullFor(call)
  return {
    users: pull.reviewers.map((login) => userShape(call.world, login)),
    teams: pull.teams.map((slug) => teamShape(call.repository.teams.get(slug) ?? { id: 0, slug })),
  }
}

/** One that cannot be asked and none is. */
function requestReviewers(call: RestCall): Answer {
  const { world, repository, token } = call
  const pull = pullFor(call)
  const { reviewers = [], team_reviewers: teams = [] } = call.body as {
    reviewers?: string[]
    team_reviewers?: string[]
  }
  if (
    teams.length > 0 &&
    token?.kind !== 'user' &&
    (token?.kind === 'workflow' || token?.permissions.members === undefined)
  )
    throw new Problem(422, `Could not resolve to a node with the global id of 'T_${teams.join()}'.`)
  if (reviewers.some((login) => login.toLowerCase() === pull.author.toLowerCase()))
    throw new Problem(422, 'Review cannot be requested from pull request author.')
  const stranger =
    reviewers.some((login) => !repository.collaborators.has(login.toLowerCase())) ||
    teams.some((slug) => !repository.teams.has(slug))
  if (stranger) {
    const name = nameWithOwner(repository)
    const which = `One or more of the users or teams you specified is not a collaborator of the ${name} repository.`
    throw new Problem(422, `Reviews may only be requested from collaborators. ${which}`)
  }
  for (const login of reviewers.filter((one) => !pull.reviewers.includes(user(world, one).login))) {
    pull.reviewers.push(user(world, login).login)
    record(world, pull, { event: 'review_requested', actor: call.actor, reviewer: login })
  }
  for (const team of teams.filter((slug) => !pull.teams.includes(slug))) {
    pull.teams.push(team)
    record(world, pull, { event: 'review_requested', actor: call.actor, team })
  }
  return created(simplePullShape(call, pull))
}

function removeReviewers(call: RestCall): Answer {
  const pull = pullFor(call)
  const { reviewers, team_reviewers: teams = [] } = call.body as { reviewers: string[]; team_reviewers?: string[] }
  takeReviewersOff(call, pull, reviewers, teams)
  return ok(simplePullShape(call, pull))
}

export function takeReviewersOff(
  { world, actor }: Pick<RestCall, 'world' | 'actor'>,
  pull: Pull,
  reviewers: readonly string[],
  teams: readonly string[],
): void {
  for (const reviewer of reviewers.filter((login) => pull.reviewers.includes(login)))
    record(world, pull, { event: 'review_request_removed', actor, reviewer })
  for (const team of teams.filter((slug) => pull.teams.includes(slug)))
    record(world, pull, { event: 'review_request_removed', actor, team })
  pull.reviewers = pull.reviewers.filter((login) => !reviewers.includes(login))
  pull.teams = pull.teams.filter((slug) => !teams.includes(slug))
}

function addAssignees(call: RestCall): Answer {
  const pull = pullFor(call)
  const { assignees = [] } = call.body as { assignees?: readonly (string | { login: string })[] }
  const logins = assignees.map((one) => (typeof one === 'string' ? one : one.login))
  const stranger = logins.find((login) => !call.repository.collaborators.has(login.toLowerCase()))
  if (stranger !== undefined) throw invalid({ value: stranger, resource: 'Issue', field: 'assignees', code: 'invalid' })
  for (const login of logins.filter((one) => !pull.assignees.includes(one)).slice(0, 10 - pull.assignees.length)) {
    pull.assignees.push(login)
    record(call.world, pull, { event: 'assigned', actor: call.actor, assignee: login })
  }
  return created(issueShape(call, pull))
}

async function updateIssue(call: RestCall): Promise<Answer> {
  const pull = pullFor(call)
  const { title, body, state, labels, milestone } = call.body as {
    title?: string
    body?: string
    state?: 'open' | 'closed'
    labels?: readonly (string | { name: string })[]
    milestone?: number | string | null
  }
  if (milestone !== undefined) setMilestone(call, pull, milestone === null ? undefined : Number(milestone))
  await changePull(call, pull, { title, body, state })
  if (labels !== undefined) {
    const names = labels.map((label) => (typeof label === 'string' ? label : label.name))
    pull.labels = pull.labels.filter((label) => names.includes(label))
    putLabels(call, pull, names)
  }
  return ok(issueShape(call, pull))
}

function setMilestone(call: RestCall, pull: Pull, number: number | undefined): void {
  const known = titleOf(call.repository, number)
  if (number !== undefined && known === undefined)
    throw invalid({ value: String(number), resource: 'Issue', field: 'milestone', code: 'invalid' })
  const title = known ?? titleOf(call.repository, pull.milestone) ?? ''
  pull.milestone = number
  record(call.world, pull, {
    event: number === undefined ? 'demilestoned' : 'milestoned',
    actor: call.actor,
    milestone: title,
  })
}

function titleOf(repository: Repository, number: number | undefined): string | undefined {
  return repository.milestones.find((milestone) => milestone.number === number)?.title
}

function createComment(call: RestCall): Answer {
  const pull = pullFor(call)
  const { body } = call.body as { body: string }
  if (body.trim() === '') throw invalid({ resource: 'IssueComment', field: 'body', code: 'missing_field' })
  const comment = { id: nextId(call.world), body, author: call.actor, at: timestamp(call.world) }
  pull.comments.push(comment)
  record(call.world, pull, { event: 'commented', actor: call.actor })
  return created(commentShape(call, pull, comment))
}

function listComments(call: RestCall): Answer {
  const pull = pullFor(call)
  return paged(
    call,
    pull.comments.map((comment) => commentShape(call, pull, comment)),
  )
}

function commentShape(call: RestCall, pull: Pull, comment: Pull['comments'][number]): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    body: comment.body,
    user: userShape(call.world, comment.author),
    created_at: comment.at,
    updated_at: comment.at,
    author_association: 'CONTRIBUTOR',
    html_url: `${call.serverUrl}/${nameWithOwner(call.repository)}/pull/${pull.number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(call)}/issues/${pull.number}`,
  }
}

function listEvents(call: RestCall): Answer {
  const pull = pullFor(call)
  return paged(
    call,
    pull.events.filter(({ event }) => event !== 'commented').map((event) => eventShape(call, pull, event)),
  )
}

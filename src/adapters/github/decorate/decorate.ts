import type { Worn } from '../../../core/pull-request/state.ts'
import type { Decorated, Decoration, DecorationFailure, PullRequest } from '../../../ports/forge.ts'
import type { Armed } from './auto-merge.ts'
import type { GithubClient } from '../client.ts'
import { attempt, type On, type Put, putNames, soonAfterOpening } from './put.ts'
import { behind } from '../http/remote-failure.ts'
import { parseSlug } from '../slug.ts'

/** One request for each kind of thing that is missing, two for a milestone and for auto-merge; none for what is there. */
export async function decorate(
  client: GithubClient,
  repository: string,
  pullRequest: PullRequest,
  wanted: Decoration,
  already: Worn,
): Promise<Decorated> {
  const on = { client, repository, pullRequest }
  const labels = await putLabels(on, wanted.labels, already.labels)
  const reviewers = await putReviewers(on, wanted.reviewers, already.reviewers)
  const teamReviewers = await putTeamReviewers(on, wanted.teamReviewers, already.teamReviewers)
  const assignees = await putAssignees(on, wanted.assignees, already.assignees)
  const milestone = await putMilestone(on, wanted.milestone, already.milestone)
  const armed = await putAutoMerge(on, wanted.autoMerge, already.autoMerge)
  const title = milestone.worn[0]
  return {
    worn: {
      labels: labels.worn,
      reviewers: reviewers.worn,
      teamReviewers: teamReviewers.worn,
      assignees: assignees.worn,
      ...(title === undefined ? {} : { milestone: title }),
      autoMerge: armed.worn,
    },
    failures: [labels, reviewers, teamReviewers, assignees, milestone, armed].flatMap(({ failures }) => failures),
    merge: armed.merge,
  }
}

async function putAutoMerge(on: On, method: Decoration['autoMerge'], already: boolean): Promise<Armed> {
  if (method === 'off') return { worn: already, failures: [], merge: 'none' }
  // Loaded only now: few want it, and it is a good part of the code.
  const { armAutoMerge } = await import('./auto-merge.ts')
  return await armAutoMerge(on, method, already)
}

function putLabels(
  { client, repository, pullRequest }: On,
  wanted: readonly string[],
  already: readonly string[],
): Promise<Put> {
  const slug = { ...parseSlug(repository), issue_number: pullRequest.number }
  // A label that is on is not put on twice.
  const request = { to: 'put on labels', repository, permission: 'pull-requests: write', repeatable: true }
  return putNames({
    kind: 'label',
    names: { wanted, present: pullRequest.labels, already },
    send: async (labels) => {
      const all = await soonAfterOpening(client, () =>
        client.rest(request, (api) => api.issues.addLabels({ ...slug, labels: [...labels] })),
      )
      return all.map(({ name }) => name)
    },
    fix: (error) => {
      const failure = behind(error)
      const mayNotCreate = failure?.says(/create labels/i) === true || failure?.hasCode('unauthorized') === true
      const permission = 'give the job "issues: write", or create the label in the repository.'
      return mayNotCreate
        ? `The label does not exist yet: ${permission}`
        : `If the label does not exist yet: ${permission}`
    },
    ignored: 'GitHub did not put it on. Create the label in the repository.',
  })
}

function putReviewers(
  { client, repository, pullRequest }: On,
  wanted: readonly string[],
  already: readonly string[],
): Promise<Put> {
  const slug = { ...parseSlug(repository), pull_number: pullRequest.number }
  // Who is asked already is not asked twice.
  const request = { to: 'ask for reviews', repository, permission: 'pull-requests: write', repeatable: true }
  // GitHub refuses the author and with that name all the others. Apps are shown with and without "[bot]".
  const author = pullRequest.author.replace(/\[bot\]$/, '').toLowerCase()
  const others = wanted.filter((name) => name.replace(/\[bot\]$/, '').toLowerCase() !== author)
  return putNames({
    kind: 'reviewer',
    names: { wanted: others, present: pullRequest.reviewers, already },
    send: async (reviewers) => {
      await soonAfterOpening(client, () =>
        client.rest(request, (api) => api.pulls.requestReviewers({ ...slug, reviewers: [...reviewers] })),
      )
      return reviewers
    },
    fix: () => 'A reviewer must have access to the repository; check the login.',
    ignored: '',
  })
}

function putTeamReviewers(
  { client, repository, pullRequest }: On,
  wanted: readonly string[],
  already: readonly string[],
) {
  const slug = { ...parseSlug(repository), pull_number: pullRequest.number }
  const request = { to: 'ask a team for a review', repository, permission: 'members: read', repeatable: true }
  // The call takes the slug alone; people write org/slug as in CODEOWNERS.
  const slugs = (teams: readonly string[]) => teams.map((team) => team.slice(team.lastIndexOf('/') + 1))
  return putNames({
    kind: 'team reviewer',
    names: { wanted: slugs(wanted), present: pullRequest.teamReviewers, already: slugs(already) },
    send: async (teams) => {
      await soonAfterOpening(client, () =>
        client.rest(request, (api) => api.pulls.requestReviewers({ ...slug, team_reviewers: [...teams] })),
      )
      return teams
    },
    fix: () =>
      'Teams need the token of a GitHub App (or person) with "members: read" of the organization, which GITHUB_TOKEN never ' +
      'has, and the team needs access to the repository.',
    ignored: '',
  })
}

function putAssignees(
  { client, repository, pullRequest }: On,
  wanted: readonly string[],
  already: readonly string[],
): Promise<Put> {
  const slug = { ...parseSlug(repository), issue_number: pullRequest.number }
  // Who is assigned is not assigned twice.
  const request = { to: 'assign people', repository, permission: 'pull-requests: write', repeatable: true }
  return putNames({
    kind: 'assignee',
    names: { wanted, present: pullRequest.assignees, already },
    send: async (assignees) => {
      const issue = await soonAfterOpening(client, () =>
        client.rest(request, (api) => api.issues.addAssignees({ ...slug, assignees: [...assignees] })),
      )
      return (issue.assignees ?? []).map(({ login }) => login)
    },
    fix: () => 'An assignee must have access to the repository; check the login.',
    // GitHub leaves out whom it cannot assign, and answers success.
    ignored: 'GitHub left it out: an assignee must have access to the repository; check the login.',
  })
}

async function putMilestone(on: On, wanted: string | undefined, already: string | undefined): Promise<Put> {
  const current = on.pullRequest.milestone
  const before = already === undefined ? [] : [already]
  // Any milestone that is on was chosen by somebody; one that our run put on and that is gone was taken off.
  if (wanted === undefined || already === wanted) return { worn: before, failures: [] }
  if (current !== undefined) return { worn: current === wanted ? [wanted] : before, failures: [] }
  const failure = await attempt(`milestone ${wanted}`, () => setMilestone(on, wanted))
  return { worn: failure === undefined ? [wanted] : before, failures: failure === undefined ? [] : [failure] }
}

async function setMilestone(
  { client, repository, pullRequest }: On,
  wanted: string,
): Promise<DecorationFailure | undefined> {
  const slug = parseSlug(repository)
  const about = { repository, permission: 'pull-requests: write', repeatable: true }
  const reading = { ...about, to: 'look up the milestone' }
  const open = await client.rest(reading, (api) => api.issues.listMilestones({ ...slug, state: 'open', per_page: 100 }))
  const milestone = open.find(({ title }) => title === wanted) ?? open.find(({ number }) => String(number) === wanted)
  if (milestone === undefined)
    return {
      what: `milestone ${wanted}`,
      reason: 'No open milestone has this title or number. Create it, or correct the name.',
    }
  const writing = { ...about, to: 'set the milestone' }
  const change = { ...slug, issue_number: pullRequest.number, milestone: milestone.number }
  await soonAfterOpening(client, () => client.rest(writing, (api) => api.issues.update(change)))
  return undefined
}

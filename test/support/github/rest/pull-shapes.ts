/** A pull request and what happened to it, as GitHub's REST API words them. */
import { mergeable, unmetRequirement } from '../merging.ts'
import { nameWithOwner } from '../state.ts'
import type { Pull, PullEvent } from '../state.ts'
import { repositoryUrl } from './call.ts'
import type { RestCall } from './call.ts'
import { labelShape, milestoneShape, repositoryShape, teamShape, userShape } from './shapes.ts'
import type { Json } from './shapes.ts'

/** The issue side of a pull request. */
export function issueShape(call: RestCall, pull: Pull): Json {
  const issue = commonShape(call, pull)
  const url = `${repositoryUrl(call)}/issues/${pull.number}`
  return {
    ...issue,
    url,
    pull_request: { url: issue['url'], merged_at: pull.state === 'merged' ? pull.closedAt : null },
  }
}

export function simplePullShape(call: RestCall, pull: Pull): Json {
  const { world, repository } = call
  const base = repository.git.branch(pull.base) ?? pull.headOid
  const [owner = ''] = pull.headRepository.split('/')
  const ours = pull.headRepository === nameWithOwner(repository)
  const fork = {
    ...repositoryShape(call),
    id: 0,
    full_name: pull.headRepository,
    owner: userShape(world, owner),
    fork: true,
  }
  return {
    ...commonShape(call, pull),
    draft: pull.draft,
    merged_at: pull.state === 'merged' ? pull.closedAt : null,
    merge_commit_sha: pull.mergeCommit ?? null,
    requested_reviewers: pull.reviewers.map((login) => userShape(world, login)),
    requested_teams: pull.teams.map((slug) =>
      teamShape(
        repository.teams.get(slug) ?? {
          id: 0,
          slug,
        },
      ),
    ),
    head: {
      label: `${owner}:${pull.head}`,
      ref: pull.head,
      sha: pull.headOid,
      user: userShape(world, owner),
      repo: ours ? repositoryShape(call) : fork,
    },
    base: {
      label: `${repository.owner}:${pull.base}`,
      ref: pull.base,
      sha: base,
      user: userShape(world, repository.owner),
      repo: repositoryShape(call),
    },
    auto_merge:
      pull.autoMerge === undefined
        ? null
        : {
            enabled_by: userShape(world, pull.autoMerge.by),
            merge_method: pull.autoMerge.method,
            commit_title: pull.autoMerge.headline ?? '',
            commit_message: pull.autoMerge.body ?? '',
          },
  }
}

export async function pullShape(call: RestCall, pull: Pull): Promise<Json> {
  const { repository } = call
  const verdict = await mergeable(repository, pull)
  const base = repository.git.branch(pull.base) ?? pull.headOid
  const fork = (await repository.git.mergeBase(base, pull.headOid)) ?? base
  const files = await repository.git.diff(fork, pull.headOid)
  const state =
    verdict === undefined ? 'unknown' : !verdict ? 'dirty' : unmetRequirement(repository, pull) ? 'blocked' : 'clean'
  return {
    ...simplePullShape(call, pull),
    merged: pull.state === 'merged',
    mergeable: verdict ?? null,
    mergeable_state: pull.draft ? 'draft' : state,
    merged_by: pull.mergedBy === undefined ? null : userShape(call.world, pull.mergedBy),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    rebaseable: verdict ?? null,
    commits: (await repository.git.distance(base, pull.headOid)).ahead,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  }
}

export function eventShape(call: RestCall, pull: Pull, event: PullEvent): Json {
  const { world, repository } = call
  const color = event.label === undefined ? '' : (repository.labels.get(event.label.toLowerCase())?.color ?? '')
  return {
    id: event.id,
    node_id: `EV_${event.id}`,
    event: event.event,
    actor: userShape(world, event.actor),
    created_at: event.at,
    url: `${repositoryUrl(call)}/issues/events/${event.id}`,
    commit_id: null,
    commit_url: null,
    ...(event.label === undefined
      ? {}
      : {
          label: {
            name: event.label,
            color,
          },
        }),
    ...(event.reviewer === undefined ? {} : { requested_reviewer: userShape(world, event.reviewer) }),
    ...(event.team === undefined
      ? {}
      : {
          requested_team: teamShape(
            repository.teams.get(event.team) ?? {
              id: 0,
              slug: event.team,
            },
          ),
        }),
    ...(event.event.startsWith('review_request') ? { review_requester: userShape(world, event.actor) } : {}),
    ...(event.assignee === undefined ? {} : { assignee: userShape(world, event.assignee) }),
    ...(event.milestone === undefined ? {} : { milestone: { title: event.milestone } }),
    ...(event.event === 'renamed'
      ? {
          rename: {
            from: pull.title,
            to: pull.title,
          },
        }
      : {}),
  }
}

function commonShape(call: RestCall, pull: Pull): Json {
  const { world, repository } = call
  const labels = pull.labels
    .map((name) => repository.labels.get(name.toLowerCase()))
    .filter((label) => label !== undefined)
  const milestone = repository.milestones.find(({ number }) => number === pull.milestone)
  const assignees = pull.assignees.map((login) => userShape(world, login))
  return {
    id: pull.id,
    node_id: pull.nodeId,
    number: pull.number,
    title: pull.title,
    body: pull.body,
    locked: false,
    url: `${repositoryUrl(call)}/pulls/${pull.number}`,
    html_url: `${call.serverUrl}/${nameWithOwner(repository)}/pull/${pull.number}`,
    state: pull.state === 'open' ? 'open' : 'closed',
    user: userShape(world, pull.author),
    labels: labels.map((label) => labelShape(call, label)),
    milestone: milestone === undefined ? null : milestoneShape(call, milestone),
    assignee: assignees[0] ?? null,
    assignees,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    author_association: 'CONTRIBUTOR',
    comments: pull.comments.length,
  }
}

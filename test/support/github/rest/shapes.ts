/** Facts as GitHub's REST API words them; what its description requires beyond them is filled in by complete.ts. */
import type { CommitObject } from '../objects.ts'
import { OWN_SIGNATURE } from '../objects.ts'
import { mergeable, unmetRequirement } from '../merging.ts'
import { nameWithOwner, user } from '../state.ts'
import type { Label, Milestone, Pull, PullEvent, Repository, Team, World } from '../state.ts'
import { repositoryUrl } from './call.ts'
import type { RestCall } from './call.ts'

type Json = Record<string, unknown>

export function userShape(world: World, login: string): Json {
  const { id, login: written, type } = user(world, login)
  return { id, node_id: `U_${id}`, login: written, type, site_admin: false }
}

export function repositoryShape(call: RestCall, repository: Repository = call.repository): Json {
  const full = nameWithOwner(repository)
  return {
    ...{
      id: repository.id,
      node_id: repository.nodeId,
      name: repository.name,
      full_name: full,
      private: repository.private,
    },
    ...{ owner: userShape(call.world, repository.owner), default_branch: repository.defaultBranch, fork: false },
    ...{ html_url: `${call.serverUrl}/${full}`, url: `${call.apiUrl}/repos/${full}` },
    ...{ clone_url: `${call.serverUrl}/${full}.git`, visibility: repository.private ? 'private' : 'public' },
    ...{ archived: false, disabled: false, homepage: null, delete_branch_on_merge: repository.deleteBranchOnMerge },
    allow_auto_merge: repository.allowAutoMerge,
    allow_merge_commit: repository.mergeMethods.includes('merge'),
    allow_squash_merge: repository.mergeMethods.includes('squash'),
    allow_rebase_merge: repository.mergeMethods.includes('rebase'),
  }
}

export function labelShape(call: RestCall, label: Label): Json {
  const { id, name, color, description } = label
  const url = `${repositoryUrl(call)}/labels/${encodeURIComponent(name)}`
  return { id, node_id: `LA_${id}`, url, name, color, description, default: false }
}

export function milestoneShape(call: RestCall, milestone: Milestone): Json {
  return { ...milestone, node_id: `MI_${milestone.id}`, creator: userShape(call.world, call.repository.owner) }
}

export function teamShape({ id, slug }: Team): Json {
  return { id, node_id: `T_${id}`, slug, name: slug, description: null, permission: 'push', privacy: 'closed' }
}

export function commitShape(call: RestCall, commit: CommitObject): Json {
  const { oid, author, committer } = commit
  return {
    ...{ sha: oid, node_id: `C_${oid}`, url: `${repositoryUrl(call)}/commits/${oid}` },
    html_url: `${call.serverUrl}/${nameWithOwner(call.repository)}/commit/${oid}`,
    commit: gitCommitShape(call, commit),
    author: loginOf(call, author.email),
    committer: loginOf(call, committer.email),
    parents: parentShapes(call, commit),
  }
}

export function gitCommitShape(call: RestCall, commit: CommitObject): Json {
  const { oid, author, committer, message, tree, signature } = commit
  const verified = signature === OWN_SIGNATURE
  return {
    ...{ sha: oid, node_id: `C_${oid}`, url: `${repositoryUrl(call)}/git/commits/${oid}`, author, committer, message },
    tree: { sha: tree, url: `${repositoryUrl(call)}/git/trees/${tree}` },
    parents: parentShapes(call, commit),
    verification: {
      ...{ verified, reason: verified ? 'valid' : signature === undefined ? 'unsigned' : 'unknown_key' },
      ...{ signature: signature ?? null, payload: signature === undefined ? null : '', verified_at: null },
    },
  }
}

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
    ...{
      draft: pull.draft,
      merged_at: pull.state === 'merged' ? pull.closedAt : null,
      merge_commit_sha: pull.mergeCommit ?? null,
    },
    requested_reviewers: pull.reviewers.map((login) => userShape(world, login)),
    requested_teams: pull.teams.map((slug) => teamShape(repository.teams.get(slug) ?? { id: 0, slug })),
    head: {
      ...{ label: `${owner}:${pull.head}`, ref: pull.head, sha: pull.headOid, user: userShape(world, owner) },
      repo: ours ? repositoryShape(call) : fork,
    },
    base: {
      ...{ label: `${repository.owner}:${pull.base}`, ref: pull.base, sha: base },
      ...{ user: userShape(world, repository.owner), repo: repositoryShape(call) },
    },
    auto_merge:
      pull.autoMerge === undefined
        ? null
        : {
            ...{ enabled_by: userShape(world, pull.autoMerge.by), merge_method: pull.autoMerge.method },
            ...{ commit_title: pull.autoMerge.headline ?? '', commit_message: pull.autoMerge.body ?? '' },
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
    ...{ merged: pull.state === 'merged', mergeable: verdict ?? null, mergeable_state: pull.draft ? 'draft' : state },
    merged_by: pull.mergedBy === undefined ? null : userShape(call.world, pull.mergedBy),
    ...{
      comments: pull.comments.length,
      review_comments: 0,
      maintainer_can_modify: false,
      rebaseable: verdict ?? null,
    },
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
    ...{ id: event.id, node_id: `EV_${event.id}`, event: event.event, actor: userShape(world, event.actor) },
    ...{
      created_at: event.at,
      url: `${repositoryUrl(call)}/issues/events/${event.id}`,
      commit_id: null,
      commit_url: null,
    },
    ...(event.label === undefined ? {} : { label: { name: event.label, color } }),
    ...(event.reviewer === undefined ? {} : { requested_reviewer: userShape(world, event.reviewer) }),
    ...(event.team === undefined
      ? {}
      : { requested_team: teamShape(repository.teams.get(event.team) ?? { id: 0, slug: event.team }) }),
    ...(event.event.startsWith('review_request') ? { review_requester: userShape(world, event.actor) } : {}),
    ...(event.assignee === undefined ? {} : { assignee: userShape(world, event.assignee) }),
    ...(event.milestone === undefined ? {} : { milestone: { title: event.milestone } }),
    ...(event.event === 'renamed' ? { rename: { from: pull.title, to: pull.title } } : {}),
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
    ...{ id: pull.id, node_id: pull.nodeId, number: pull.number, title: pull.title, body: pull.body, locked: false },
    url: `${repositoryUrl(call)}/pulls/${pull.number}`,
    html_url: `${call.serverUrl}/${nameWithOwner(repository)}/pull/${pull.number}`,
    ...{ state: pull.state === 'open' ? 'open' : 'closed', user: userShape(world, pull.author) },
    labels: labels.map((label) => labelShape(call, label)),
    milestone: milestone === undefined ? null : milestoneShape(call, milestone),
    ...{ assignee: assignees[0] ?? null, assignees, created_at: pull.createdAt, updated_at: pull.updatedAt },
    ...{ closed_at: pull.closedAt ?? null, author_association: 'CONTRIBUTOR', comments: pull.comments.length },
  }
}

function parentShapes(call: RestCall, commit: CommitObject): Json[] {
  return commit.parents.map((sha) => ({
    ...{ sha, url: `${repositoryUrl(call)}/commits/${sha}` },
    html_url: `${call.serverUrl}/${nameWithOwner(call.repository)}/commit/${sha}`,
  }))
}

/** The account of an address, where GitHub would know it. */
function loginOf(call: RestCall, email: string): Json | null {
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1]
  return login !== undefined && call.world.users.has(login.toLowerCase()) ? userShape(call.world, login) : null
}

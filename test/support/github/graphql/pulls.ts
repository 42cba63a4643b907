/** A pull request as GraphQL sees it. */
import { mergeable, unmetRequirement } from '../merging.ts'
import { nameWithOwner } from '../state.ts'
import type { Comment, Pull, PullEvent, Repository } from '../state.ts'
import { connection } from './connection.ts'
import type { Context, Fields, PageArguments } from './connection.ts'
import { actorFields, commitFields, labelFields, milestoneFields, refFields, repositoryFields } from './repository.ts'

const EVENT_TYPES: Readonly<Record<PullEvent['event'], string>> = {
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  review_requested: 'ReviewRequestedEvent',
  review_request_removed: 'ReviewRequestRemovedEvent',
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  milestoned: 'MilestonedEvent',
  demilestoned: 'DemilestonedEvent',
  renamed: 'RenamedTitleEvent',
  closed: 'ClosedEvent',
  merged: 'MergedEvent',
  reopened: 'ReopenedEvent',
  head_ref_force_pushed: 'HeadRefForcePushedEvent',
  head_ref_deleted: 'HeadRefDeletedEvent',
  auto_merge_enabled: 'AutoMergeEnabledEvent',
  ready_for_review: 'ReadyForReviewEvent',
  commented: 'IssueComment',
}

export function pullFields(context: Context, repository: Repository, pull: Pull): Fields {
  const ours = pull.headRepository === nameWithOwner(repository)
  const ref = (branch: string): Fields | null =>
    repository.git.branch(branch) === undefined ? null : refFields(context, repository, `refs/heads/${branch}`)
  const url = `${context.serverUrl}/${nameWithOwner(repository)}/pull/${pull.number}`
  const milestone = repository.milestones.find(({ number }) => number === pull.milestone)
  const labels = pull.labels
    .map((name) => repository.labels.get(name.toLowerCase()))
    .filter((label) => label !== undefined)
  return {
    __typename: 'PullRequest',
    id: pull.nodeId,
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    url,
    permalink: url,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.state.toUpperCase(),
    isDraft: pull.draft,
    closed: pull.state !== 'open',
    merged: pull.state === 'merged',
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    closedAt: pull.closedAt ?? null,
    mergedAt: pull.state === 'merged' ? pull.closedAt : null,
    mergedBy: pull.mergedBy === undefined ? null : actorFields(context, pull.mergedBy),
    author: actorFields(context, pull.author),
    viewerDidAuthor: pull.author === context.actor,
    maintainerCanModify: false,
    locked: false,
    headRefName: pull.head,
    headRefOid: pull.headOid,
    headRef: () => (ours ? ref(pull.head) : null),
    headRepository: ours ? repositoryFields(context, repository) : forkFields(context, pull),
    headRepositoryOwner: actorFields(context, pull.headRepository.split('/')[0] ?? ''),
    isCrossRepository: !ours,
    baseRefName: pull.base,
    baseRefOid: repository.git.branch(pull.base) ?? pull.headOid,
    baseRef: () => ref(pull.base),
    baseRepository: () => repositoryFields(context, repository),
    repository: () => repositoryFields(context, repository),
    labels: (args: PageArguments) =>
      connection('labels', labels, args, (label) => labelFields(context, repository, label)),
    assignees: (args: PageArguments) =>
      connection('assignees', pull.assignees, args, (login) => actorFields(context, login)),
    reviewRequests: (args: PageArguments) =>
      connection('reviewRequests', requests(context, repository, pull), args, (one) => one),
    milestone: milestone === undefined ? null : milestoneFields(context, repository, milestone),
    comments: (args: PageArguments) =>
      connection('comments', pull.comments, args, (comment) => commentFields(context, comment, url)),
    timelineItems: (args: PageArguments & { itemTypes?: readonly string[] }) => {
      const events = pull.events.filter((event) => args.itemTypes?.includes(enumName(event)) ?? true)
      return connection('timelineItems', events, args, (event) => eventFields(context, repository, event))
    },
    isInMergeQueue: pull.queued,
    isMergeQueueEnabled: repository.mergeQueues.includes(pull.base),
    mergeQueueEntry: pull.queued ? queueEntryFields(context, repository, pull) : null,
    ...mergeFields(context, repository, pull),
  }
}

export function queueEntryFields(context: Context, repository: Repository, pull: Pull): Fields {
  const waiting = repository.pulls.filter((other) => other.queued && other.base === pull.base)
  return {
    __typename: 'MergeQueueEntry',
    id: `MQE_${pull.nodeId}`,
    position: waiting.indexOf(pull) + 1,
    state: 'QUEUED',
    enqueuedAt: pull.updatedAt,
    pullRequest: () => pullFields(context, repository, pull),
  }
}

export function commentFields(context: Context, comment: Comment, pullUrl: string): Fields {
  const { id, body, author, at } = comment
  const url = `${pullUrl}#issuecomment-${id}`
  return { __typename: 'IssueComment', id: `IC_${id}`, body, author: actorFields(context, author), createdAt: at, url }
}

function mergeFields(context: Context, repository: Repository, pull: Pull): Fields {
  const wish = pull.autoMerge
  const verdict = async (): Promise<boolean | undefined> => mergeable(repository, pull)
  return {
    mergeable: async () => {
      const clean = await verdict()
      return clean === undefined ? 'UNKNOWN' : clean ? 'MERGEABLE' : 'CONFLICTING'
    },
    mergeStateStatus: async () => {
      const clean = await verdict()
      if (clean === undefined) return 'UNKNOWN'
      if (!clean) return 'DIRTY'
      return pull.draft ? 'DRAFT' : unmetRequirement(repository, pull) === undefined ? 'CLEAN' : 'BLOCKED'
    },
    mergeCommit: async () => {
      const commit = pull.mergeCommit === undefined ? undefined : await repository.git.objects.commit(pull.mergeCommit)
      return commit === undefined ? null : commitFields(context, repository, commit)
    },
    autoMergeRequest:
      wish === undefined
        ? null
        : {
            __typename: 'AutoMergeRequest',
            mergeMethod: wish.method.toUpperCase(),
            enabledBy: actorFields(context, wish.by),
            enabledAt: pull.updatedAt,
            commitHeadline: wish.headline ?? null,
            commitBody: wish.body ?? null,
          },
    commits: async (args: PageArguments) => {
      const commits = (await repository.git.log(repository.git.branch(pull.base), pull.headOid)).reverse()
      const node = (commit: (typeof commits)[number]): Fields => ({
        __typename: 'PullRequestCommit',
        id: `PRC_${commit.oid}`,
        commit: commitFields(context, repository, commit),
      })
      return connection('commits', commits, args, node)
    },
  }
}

function forkFields(context: Context, pull: Pull): Fields {
  const [owner = '', name = ''] = pull.headRepository.split('/')
  return {
    __typename: 'Repository',
    id: `R_fork_${pull.headRepository}`,
    name,
    nameWithOwner: pull.headRepository,
    owner: actorFields(context, owner),
    isFork: true,
    url: `${context.serverUrl}/${pull.headRepository}`,
  }
}

function requests(context: Context, repository: Repository, pull: Pull): Fields[] {
  const users = pull.reviewers.map((login) => actorFields(context, login))
  const teams = pull.teams.map((slug) => teamFields(repository, slug))
  return [...users, ...teams].map((requestedReviewer, at) => ({
    __typename: 'ReviewRequest',
    id: `RR_${pull.nodeId}_${at}`,
    asCodeOwner: false,
    requestedReviewer,
  }))
}

function teamFields(repository: Repository, slug: string): Fields {
  const id = repository.teams.get(slug)?.id ?? 0
  return { __typename: 'Team', id: `T_${id}`, slug, name: slug, combinedSlug: `${repository.owner}/${slug}` }
}

function eventFields(context: Context, repository: Repository, event: PullEvent): Fields {
  const { label, reviewer, team, assignee, milestone } = event
  const known = label === undefined ? undefined : repository.labels.get(label.toLowerCase())
  return {
    __typename: EVENT_TYPES[event.event],
    id: `EV_${event.id}`,
    actor: actorFields(context, event.actor),
    createdAt: event.at,
    ...(known === undefined ? {} : { label: labelFields(context, repository, known) }),
    ...(reviewer === undefined ? {} : { requestedReviewer: actorFields(context, reviewer) }),
    ...(team === undefined ? {} : { requestedReviewer: teamFields(repository, team) }),
    ...(assignee === undefined
      ? {}
      : { assignee: actorFields(context, assignee), user: actorFields(context, assignee) }),
    ...(milestone === undefined ? {} : { milestoneTitle: milestone }),
  }
}

/** `UnlabeledEvent` → `UNLABELED_EVENT`, as a query asks for it. */
function enumName({ event }: PullEvent): string {
  return EVENT_TYPES[event].replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}

import type { RestEndpointMethodTypes } from '@octokit/rest'
import type { BranchName, Oid } from '../../core/names.ts'
import type { PullRequest } from '../../ports/forge.ts'

/** A pull request as REST shows it when it is asked for, opened or changed. */
export type RestPullRequest = RestEndpointMethodTypes['pulls']['get']['response']['data']

export function fromRest(pull: RestPullRequest): PullRequest {
  return {
    number: pull.number,
    url: pull.html_url,
    state: pull.merged_at !== null ? 'merged' : pull.state,
    head: pull.head.ref as BranchName,
    base: pull.base.ref as BranchName,
    headOid: pull.head.sha as Oid,
    title: pull.title,
    body: pull.body ?? '',
    draft: pull.draft ?? false,
    author: pull.user.login,
    labels: pull.labels.map(({ name }) => name),
    reviewers: (pull.requested_reviewers ?? []).map(({ login }) => login),
    teamReviewers: (pull.requested_teams ?? []).map(({ slug }) => slug),
    assignees: (pull.assignees ?? []).map(({ login }) => login),
    autoMerge: pull.auto_merge !== null,
    ...(pull.milestone === null ? {} : { milestone: pull.milestone.title }),
    ...(pull.mergeable === null ? {} : { mergeable: pull.mergeable }),
    ...(pull.merged_at === null || pull.merge_commit_sha === null ? {} : { mergeCommit: pull.merge_commit_sha as Oid }),
    ...(pull.closed_at === null ? {} : { closedAt: pull.closed_at }),
  }
}

/** What `fromGraph` reads. Lists are cut at 100, which is GitHub's own limit for labels of an issue. */
export const PULL_REQUEST_FIELDS = `fragment PullRequestFields on PullRequest {
  number url state headRefName baseRefName headRefOid title body isDraft closedAt mergeable
  author { login }
  labels(first: 100) { nodes { name } }
  reviewRequests(first: 100) { nodes { requestedReviewer {
    __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } ... on Team { slug }
  } } }
  assignees(first: 20) { nodes { login } }
  milestone { title }
  autoMergeRequest { enabledAt }
  mergeCommit { oid }
  headRepository { id }
}`

/** Beside these, for an open one: what was ever put on it. @see https://docs.github.com/en/graphql/reference/unions */
export const EVER_WORN_FIELDS = `fragment EverWornFields on PullRequest {
  timelineItems(first: 100, itemTypes: [LABELED_EVENT, REVIEW_REQUESTED_EVENT, ASSIGNED_EVENT]) {
    pageInfo { hasNextPage }
    nodes {
      __typename
      ... on LabeledEvent { label { name } }
      ... on ReviewRequestedEvent { requestedReviewer {
        __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } ... on Team { slug }
      } }
      ... on AssignedEvent { assignee { ... on User { login } ... on Bot { login } ... on Mannequin { login } } }
    }
  }
}`

type Nodes<Node> = { readonly nodes?: readonly (Node | null)[] | null } | null

/** The same as GraphQL shows it. Any part that the token may not see is null. */
export interface GraphPullRequest {
  readonly number: number
  readonly url: string
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly headRefName: string
  readonly baseRefName: string
  readonly headRefOid: string
  readonly title: string
  readonly body: string
  readonly isDraft: boolean
  readonly closedAt: string | null
  readonly mergeable: 'MERGEABLE' | 'CONFLICTING' | 'UNKNOWN'
  readonly author: { readonly login: string } | null
  readonly labels: Nodes<{ readonly name: string }>
  readonly reviewRequests: Nodes<{
    readonly requestedReviewer: { readonly __typename: string; readonly login?: string; readonly slug?: string } | null
  }>
  readonly assignees: Nodes<{ readonly login: string }>
  readonly milestone: { readonly title: string } | null
  readonly autoMergeRequest: object | null
  readonly mergeCommit: { readonly oid: string } | null
  readonly headRepository: { readonly id: string } | null
  readonly timelineItems?: (Nodes<GraphEvent> & { readonly pageInfo: { readonly hasNextPage: boolean } }) | null
}

interface GraphEvent {
  readonly __typename: string
  readonly label?: { readonly name: string }
  readonly requestedReviewer?: { readonly login?: string; readonly slug?: string } | null
  readonly assignee?: { readonly login?: string } | null
}

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const

export function fromGraph(pull: GraphPullRequest): PullRequest {
  const requested = nodesOf(pull.reviewRequests).flatMap(({ requestedReviewer }) => requestedReviewer ?? [])
  return {
    number: pull.number,
    url: pull.url,
    state: STATES[pull.state],
    head: pull.headRefName as BranchName,
    base: pull.baseRefName as BranchName,
    headOid: pull.headRefOid as Oid,
    title: pull.title,
    body: pull.body,
    draft: pull.isDraft,
    author: pull.author?.login ?? 'ghost',
    labels: nodesOf(pull.labels).map(({ name }) => name),
    reviewers: requested.flatMap(({ login }) => login ?? []),
    teamReviewers: requested.flatMap(({ slug }) => slug ?? []),
    assignees: nodesOf(pull.assignees).map(({ login }) => login),
    autoMerge: pull.autoMergeRequest !== null,
    ...(pull.milestone === null ? {} : { milestone: pull.milestone.title }),
    ...(pull.mergeable === 'UNKNOWN' ? {} : { mergeable: pull.mergeable === 'MERGEABLE' }),
    ...(pull.state !== 'MERGED' || pull.mergeCommit === null ? {} : { mergeCommit: pull.mergeCommit.oid as Oid }),
    ...(pull.closedAt === null ? {} : { closedAt: pull.closedAt }),
    ...everWorn(pull.timelineItems),
  }
}

/** All or nothing of a kind: what is not shown may be any of it. */
function everWorn(shown: GraphPullRequest['timelineItems']): Pick<PullRequest, 'everWorn'> {
  if (shown === undefined || shown === null || shown.pageInfo.hasNextPage) return {}
  const events = nodesOf(shown)
  if (events.length < (shown.nodes ?? []).length) return {}
  const asked = events.filter(({ requestedReviewer: who }) => who !== undefined)
  const assigned = events.filter(({ assignee }) => assignee !== undefined)
  return {
    everWorn: {
      labels: events.flatMap(({ label }) => label?.name ?? []),
      ...(asked.some(({ requestedReviewer: who }) => who?.login === undefined && who?.slug === undefined)
        ? {}
        : {
            reviewers: asked.flatMap(({ requestedReviewer: who }) => who?.login ?? []),
            teamReviewers: asked.flatMap(({ requestedReviewer: who }) => who?.slug ?? []),
          }),
      ...(assigned.some(({ assignee }) => assignee?.login === undefined)
        ? {}
        : { assignees: assigned.flatMap(({ assignee }) => assignee?.login ?? []) }),
    },
  }
}

function nodesOf<Node>(connection: Nodes<Node>): readonly Node[] {
  return (connection?.nodes ?? []).filter((node) => node !== null)
}

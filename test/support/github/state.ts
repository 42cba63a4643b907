/** What the stand-in remembers besides git objects: people, tokens, repositories, pull requests and what happened to them. */
import type { BareRepository } from './bare-repository.ts'

export type Permission = 'metadata' | 'contents' | 'pull_requests' | 'issues' | 'members' | 'workflows'
export type Level = 'read' | 'write'
export interface Token {
  readonly value: string
  readonly login: string
  /** `workflow`: the GITHUB_TOKEN of a run, which is an app's token with fewer rights. */
  readonly kind: 'user' | 'app' | 'workflow'
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>
  readonly repositories: 'all' | readonly string[]
  used: number
}
export interface User {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization'
}
export interface Team {
  readonly id: number
  readonly slug: string
}
export interface Label {
  readonly id: number
  readonly name: string
  readonly color: string
  readonly description: string | null
}
export interface Milestone {
  readonly id: number
  readonly number: number
  readonly title: string
  readonly state: 'open' | 'closed'
}
/** What stands between a push and a branch. */
export interface Protection {
  /** Approvals a pull request needs; also refuses direct pushes. */
  readonly requiredReviews?: number
  /** Checks that must have succeeded on the head. */
  readonly requiredChecks?: readonly string[]
  /** Logins that may push anyway. */
  readonly pushers?: readonly string[]
}
/** One move of one ref, in the order they happened. `before` or `after` is 40 zeros for made and gone. */
export interface RefMove {
  readonly ref: string
  readonly before: string
  readonly after: string
  readonly by: string
  readonly how: 'push' | 'api' | 'merge' | 'person'
  /** ISO 8601. */
  readonly at: string
}
export interface PullEvent {
  readonly id: number
  readonly event:
    | 'labeled'
    | 'unlabeled'
    | 'review_requested'
    | 'review_request_removed'
    | 'assigned'
    | 'unassigned'
    | 'milestoned'
    | 'demilestoned'
    | 'renamed'
    | 'closed'
    | 'merged'
    | 'reopened'
    | 'head_ref_force_pushed'
    | 'head_ref_deleted'
    | 'auto_merge_enabled'
    | 'ready_for_review'
    | 'commented'
  readonly actor: string
  readonly at: string
  readonly label?: string
  readonly reviewer?: string
  readonly team?: string
  readonly assignee?: string
  readonly milestone?: string
}
export interface Comment {
  readonly id: number
  readonly body: string
  readonly author: string
  readonly at: string
}
export interface AutoMerge {
  readonly method: 'merge' | 'squash' | 'rebase'
  readonly by: string
  readonly headline: string | undefined
  readonly body: string | undefined
}
export interface Pull {
  readonly id: number
  readonly nodeId: string
  readonly number: number
  readonly author: string
  readonly createdAt: string
  /** `owner/name` of where the head branch lives; another than the base's for a fork. */
  readonly headRepository: string
  readonly head: string
  base: string
  /** The head's tip; of a closed one, where it stood then. */
  headOid: string
  title: string
  body: string | null
  state: 'open' | 'closed' | 'merged'
  draft: boolean
  labels: string[]
  reviewers: string[]
  teams: string[]
  assignees: string[]
  milestone: number | undefined
  autoMerge: AutoMerge | undefined
  queued: boolean
  approvals: string[]
  mergeCommit: string | undefined
  mergedBy: string | undefined
  closedAt: string | undefined
  /** Its head was moved to where nothing was ahead of base: it never opens again. */
  closedForGood: boolean
  updatedAt: string
  events: PullEvent[]
  comments: Comment[]
  /** Reads that still answer that mergeability is being computed. */
  unknownReads: number
  /** Calls that still find that the new pull request cannot be resolved. */
  unresolvedCalls: number
}
export interface Repository {
  readonly id: number
  readonly nodeId: string
  readonly owner: string
  readonly name: string
  readonly git: BareRepository
  readonly defaultBranch: string
  private: boolean
  allowAutoMerge: boolean
  deleteBranchOnMerge: boolean
  mergeMethods: readonly ('merge' | 'squash' | 'rebase')[]
  /** Branches with a merge queue. */
  mergeQueues: string[]
  readonly pulls: Pull[]
  readonly labels: Map<string, Label>
  readonly milestones: Milestone[]
  readonly collaborators: Set<string>
  readonly teams: Map<string, Team>
  readonly protections: Map<string, Protection>
  /** `oid name` → state. */
  readonly checks: Map<string, 'success' | 'failure' | 'pending'>
  readonly moves: RefMove[]
  /** The end of the queue of writers: moves of refs come one after another, so each is recorded as it was. */
  queue: Promise<unknown>
}
/** Behaviour of the service that a test can turn, before or during a run. */
export interface Settings {
  /** Waits this long before handling each request. */
  latencyMs: number
  /** How often mergeability is unknown after a pull request is opened or its branches move. */
  mergeableUnknownReads: number
  /** How many calls on a new pull request fail with "Could not resolve to a node". */
  unresolvedAfterCreation: number
  /** The repository setting "Allow GitHub Actions to create and approve pull requests". */
  workflowsMayOpenPullRequests: boolean
  /** Whether GraphQL shows refs that are neither branches nor tags: reported, and proven by nobody. */
  showsOtherRefs: boolean
}
export interface World {
  readonly settings: Settings
  readonly now: () => Date
  readonly repositories: Map<string, Repository>
  readonly users: Map<string, User>
  readonly tokens: Map<string, Token>
  nextId: number
}

export const nextId = (world: World): number => ++world.nextId
export const timestamp = (world: World): string =>
  world
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
export const nameWithOwner = (repository: Repository): string => `${repository.owner}/${repository.name}`

/** Owner and name match in any case, as on GitHub. */
export function findRepository(world: World, owner: string, name: string): Repository | undefined {
  return world.repositories.get(`${owner}/${name}`.toLowerCase())
}

export function user(world: World, login: string): User {
  const known = world.users.get(login.toLowerCase())
  if (known !== undefined) return known
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  const made: User = { id: nextId(world), login, type }
  world.users.set(login.toLowerCase(), made)
  return made
}

/** Runs `work` when every writer of the repository before it is done. */
export async function exclusively<T>(repository: Repository, work: () => Promise<T>): Promise<T> {
  const turn = repository.queue.then(work, work)
  repository.queue = turn.catch(() => {})
  return turn
}

export function record(world: World, pull: Pull, event: Omit<PullEvent, 'id' | 'at'>): void {
  pull.updatedAt = timestamp(world)
  pull.events.push({ id: nextId(world), at: pull.updatedAt, ...event })
}

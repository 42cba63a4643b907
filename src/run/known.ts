import { finding, type Finding } from '../core/finding.ts'
import { formatReference, parseReference } from '../core/image/reference.ts'
import type { MarkedField } from '../core/marker/field.ts'
import type { BranchName, Oid, PolicyName } from '../core/names.ts'
import type { Floor } from '../core/plan/decide.ts'
import { fieldKeys } from '../core/plan/pending.ts'
import type { Marked } from '../core/plan/snapshot.ts'
import { isOurs, readTrailers } from '../core/pull-request/commit-message.ts'
import type { Group } from '../core/pull-request/group.ts'
import { readState } from '../core/pull-request/state-reader.ts'
import type { Landed, PolicyState, State } from '../core/pull-request/state.ts'
import type { PullRequest } from '../ports/forge.ts'
import type { CommitFacts, Repository } from '../ports/repository.ts'
import { readHead, type View } from './read.ts'
import type { Job, Scene } from './scene.ts'

/** The head branch where what it says still counts. */
export interface Live {
  readonly tip: Oid
  readonly view: View<Marked>
  /** A person committed to it: it is appended to, never rebuilt. */
  readonly byPerson: boolean
  /** Fields that a person set, as `fieldKeys` names them. */
  readonly setByPerson: ReadonlySet<string>
  /** What our own commits said they bring, for a body whose state is gone. */
  readonly trailers: ReadonlyMap<PolicyName, string>
}

/** What is there already for a group: pull requests, branch, and what people decided. */
export interface Known {
  readonly open: PullRequest | undefined
  /** State of the open pull request, where it is readable and of this group. */
  readonly state: State | undefined
  readonly tip: Oid | undefined
  readonly live: Live | undefined
  readonly floors: ReadonlyMap<PolicyName, readonly Floor[]>
  /** What merged pull requests brought last. */
  readonly landed: Readonly<Record<PolicyName, Landed>>
  /** What closed pull requests would have brought. */
  readonly rejected: Readonly<Record<PolicyName, string>>
  readonly findings: readonly Finding[]
}

/** Looks up what is there for the group's branch. One request, and git objects that are here already. */
export async function lookUp(job: Job, scene: Scene, group: Group, branch: BranchName): Promise<Known> {
  const { repository, forge } = job.ports
  const pullRequests = await forge.find([branch], job.base)
  const open = pullRequests.find(({ state }) => state === 'open')
  const closed = pullRequests.find(({ state }) => state === 'closed')
  const merged = pullRequests.find(({ state }) => state === 'merged')
  const tip = scene.tips.get(branch)
  // Where a pull request ended on this very commit, the branch is only what was left of it.
  const left = open === undefined && [closed, merged].some((ended) => ended !== undefined && ended.headOid === tip)

  const findings: Finding[] = []
  const stateOf = (pullRequest: PullRequest | undefined): State | undefined => {
    if (pullRequest === undefined) return undefined
    const reading = readState(pullRequest.body)
    if (reading.kind === 'found' && reading.state.group === group.key && reading.state.base === job.base)
      return reading.state
    const reason = reading.kind === 'unreadable' ? reading.reason : 'it has no state of this group'
    if (pullRequest === open) findings.push(finding('STATE_UNREADABLE', { pullRequest: pullRequest.url, reason }))
    return undefined
  }
  const decided = decisionsOf(stateOf(open), ended(closed, stateOf), ended(merged, stateOf))
  return {
    open,
    state: stateOf(open),
    tip,
    live: tip === undefined || left ? undefined : await readLive(repository, scene, tip),
    ...decided,
    findings: findings.slice(0, 1),
  }
}

/** The open pull request as it is by now: other runs wrote to it while ours moved the branch. */
export async function readAgain(
  { ports }: Job,
  known: Known & { readonly open: PullRequest },
): Promise<Known & { readonly open: PullRequest }> {
  const open = await ports.forge.read(known.open.number)
  const reading = readState(open.body)
  const isSame = reading.kind === 'found' && reading.state.group === known.state?.group
  return { ...known, open, state: isSame ? reading.state : known.state }
}

/** The same where a closed pull request does not count as turned down. */
export function withoutRejections(known: Known): Known {
  const floors = [...known.floors].map(([name, all]) => [name, all.filter(({ why }) => why !== 'rejected')] as const)
  return { ...known, floors: new Map(floors), rejected: {} }
}

/** The policies of a state as it was, or what the trailers of our commits know of them. */
export function pendingStates({ state, live }: Known): Readonly<Record<PolicyName, PolicyState>> {
  if (state !== undefined && state.cut !== true) return state.policies
  return Object.fromEntries([...(live?.trailers ?? [])].map(([name, to]) => [name, { to }]))
}

interface Ended {
  readonly pullRequest: PullRequest
  readonly state: State
}

function ended(
  pullRequest: PullRequest | undefined,
  stateOf: (pullRequest: PullRequest) => State | undefined,
): Ended | undefined {
  const state = pullRequest === undefined ? undefined : stateOf(pullRequest)
  return pullRequest === undefined || state === undefined ? undefined : { pullRequest, state }
}

/** What people decided: values turned down by closing, and values that were merged and may have been rolled back. */
function decisionsOf(
  open: State | undefined,
  closed: Ended | undefined,
  merged: Ended | undefined,
): Pick<Known, 'floors' | 'landed' | 'rejected'> {
  const closedAt = closed?.pullRequest.closedAt ?? ''
  const mergedAt = merged?.pullRequest.closedAt ?? ''
  // Oldest first: what came later counts more.
  const inOrder = [closed, merged].filter((one) => one !== undefined)
  if (closedAt > mergedAt) inOrder.reverse()
  const states = [...inOrder.map(({ state }) => state), ...(open === undefined ? [] : [open])]

  const landed: Record<PolicyName, Landed> = Object.assign({}, ...states.map((state) => state.landed))
  for (const [name, policy] of entries(merged?.state.policies ?? {})) landed[name] = landedOf(policy)
  const rejected: Record<PolicyName, string> = Object.assign({}, ...states.flatMap((state) => state.rejected))
  for (const [name, { to }] of entries(closed?.state.policies ?? {})) rejected[name] = to

  const floors = new Map<PolicyName, Floor[]>()
  for (const [name, { to }] of entries(landed)) {
    const image = parseReference(to)
    const because = `${image.tag ?? to} was merged and rolled back; only something newer moves on`
    floors.set(name, [{ image, why: 'held', because }])
  }
  for (const [name, to] of entries(rejected)) {
    const image = parseReference(to)
    const because = `the pull request with ${image.tag ?? to} was closed; only something newer comes back`
    floors.set(name, [...(floors.get(name) ?? []), { image, why: 'rejected', because }])
  }
  return { floors, landed, rejected }
}

function landedOf({ to, revision, sourceRepository }: PolicyState): Landed {
  return {
    to,
    ...(revision === undefined ? {} : { revision }),
    ...(sourceRepository === undefined ? {} : { sourceRepository }),
  }
}

async function readLive(repository: Repository, scene: Scene, tip: Oid): Promise<Live> {
  const [view, ahead] = await Promise.all([
    readHead(repository, tip, scene.view),
    repository.commitsAhead(scene.view.commit, tip),
  ])
  const persons = ahead.filter(({ message }) => !isOurs(message))
  const trailers = new Map<PolicyName, string>()
  for (const { message } of ahead.toReversed())
    for (const [name, image] of readTrailers(message).bumps) trailers.set(name, formatReference(image))
  return {
    tip,
    view,
    byPerson: persons.length > 0,
    setByPerson: await fieldsSetBy(repository, scene, persons, ahead),
    trailers,
  }
}

// A branch with more commits of people than this is somebody's work; each costs a search.
const PERSON_COMMITS_LIMIT = 50

/** Fields whose value a person's commit changed, other than by merging the base branch in. */
async function fieldsSetBy(
  repository: Repository,
  scene: Scene,
  persons: readonly CommitFacts[],
  ahead: readonly CommitFacts[],
): Promise<ReadonlySet<string>> {
  const here = new Set<Oid>([scene.view.commit, ...ahead.map(({ oid }) => oid)])
  const base = valuesOf(scene.view.content.fields)
  const set = new Set<string>()
  for (const { oid, parents } of persons.slice(0, PERSON_COMMITS_LIMIT)) {
    const [first, ...merged] = parents
    // What a merge brought from an older base is base's, not a person's; only against base as it is now can a choice be told.
    if (merged.length > 0 && !merged.some((parent) => here.has(parent))) continue
    // History ends where base begins; a commit on the very edge is measured against base as it is now.
    const before = first !== undefined && here.has(first) ? await valuesAt(repository, first, scene.view) : base
    for (const [key, value] of await valuesAt(repository, oid, scene.view))
      if (before.get(key) !== value && !(merged.length > 0 && base.get(key) === value)) set.add(key)
  }
  return set
}

async function valuesAt(repository: Repository, commit: Oid, base: View): Promise<ReadonlyMap<string, string>> {
  return valuesOf((await readHead(repository, commit, base)).content.fields)
}

function valuesOf(fields: readonly MarkedField[]): ReadonlyMap<string, string> {
  return new Map([...fieldKeys(fields)].map(([key, { value }]) => [key, value]))
}

function entries<Value>(record: Readonly<Record<PolicyName, Value>>): readonly (readonly [PolicyName, Value])[] {
  return Object.entries(record) as [PolicyName, Value][]
}

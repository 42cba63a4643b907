import { finding, type Finding } from '../core/finding.ts'
import { formatReference, parseReference } from '../core/image/reference.ts'
import type { MarkedField } from '../core/marker/field.ts'
import type { BranchName, Oid, PolicyName } from '../core/names.ts'
import { askedBy, both, isWithin } from '../core/plan/concern.ts'
import type { Floor } from '../core/plan/decide.ts'
import { fieldKeys } from '../core/plan/pending.ts'
import type { Marked } from '../core/plan/snapshot.ts'
import { isOurs, readTrailers } from '../core/pull-request/commit-message.ts'
import type { Group } from '../core/pull-request/group.ts'
import { readState } from '../core/pull-request/state-reader.ts'
import type { Landed, PolicyState, State } from '../core/pull-request/state.ts'
import type { PullRequest } from '../ports/forge.ts'
import type { CommitFacts, Repository } from '../ports/repository.ts'
import { readHead, widen, type View } from './read.ts'
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

/**
 * Looks up what is there for the group's branch: what the scene shows, and the branch itself.
 * @returns also the scene with all the policies that branch and pull request say something about
 */
export async function lookUp(
  job: Job,
  scene: Scene,
  group: Group,
  branch: BranchName,
): Promise<{ readonly known: Known; readonly scene: Scene }> {
  const pullRequests = scene.pullRequests.filter(({ head }) => head === branch)
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
  const state = stateOf(open)
  const decided = decisionsOf(state, ended(closed, stateOf), ended(merged, stateOf))
  const said = Object.keys(state?.policies ?? {}) as PolicyName[]
  const { live, view } = await readLive(job.ports.repository, scene.view, left ? undefined : tip, said)
  return { known: { open, state, tip, live, ...decided, findings: findings.slice(0, 1) }, scene: { ...scene, view } }
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

/**
 * Reads a head branch, and of base whatever else the branch is about.
 * @param said names of policies that the pull request speaks of
 */
async function readLive(
  repository: Repository,
  base: View,
  tip: Oid | undefined,
  said: readonly PolicyName[],
): Promise<{ readonly live: Live | undefined; readonly view: View }> {
  const { policies } = base.outline.rules
  if (tip === undefined) return { live: undefined, view: base }
  const [head, ahead] = await Promise.all([readHead(repository, tip, base), repository.commitsAhead(base.commit, tip)])
  const persons = ahead.filter(({ message }) => !isOurs(message))
  const trailers = new Map<PolicyName, string>()
  for (const { message } of ahead.toReversed())
    for (const [name, image] of readTrailers(message).bumps) trailers.set(name, formatReference(image))
  const steps = await readSteps(repository, base, persons, ahead)
  const asked = [head, ...steps.flatMap(({ before, after }) => [before, after])].reduce(
    (sum, view) => both(sum, view.asked),
    askedBy(policies, [], [...said, ...trailers.keys()]),
  )
  if (!isWithin(asked, base.asked)) return await readLive(repository, await widen(repository, base, asked), tip, said)
  const setByPerson = fieldsSetBy(base, steps)
  return { live: { tip, view: head, byPerson: persons.length > 0, setByPerson, trailers }, view: base }
}

// A branch with more commits of people than this is somebody's work; each costs a search.
const PERSON_COMMITS_LIMIT = 50

/** One commit of a person: what it stands on, and what it came to. */
interface Step {
  readonly before: View<Marked>
  readonly after: View<Marked>
  readonly isMerge: boolean
}

async function readSteps(
  repository: Repository,
  base: View,
  persons: readonly CommitFacts[],
  ahead: readonly CommitFacts[],
): Promise<readonly Step[]> {
  const here = new Set<Oid>([base.commit, ...ahead.map(({ oid }) => oid)])
  const views = new Map<Oid, View<Marked>>([[base.commit, base]])
  const viewOf = async (commit: Oid): Promise<View<Marked>> => {
    const view = views.get(commit) ?? (await readHead(repository, commit, base))
    views.set(commit, view)
    return view
  }
  const steps: Step[] = []
  for (const { oid, parents } of persons.slice(0, PERSON_COMMITS_LIMIT)) {
    const [first, ...merged] = parents
    // What a merge brought from an older base is base's, not a person's; only against base as it is now can a choice be told.
    if (merged.length > 0 && !merged.some((parent) => here.has(parent))) continue
    // History ends where base begins; a commit on the very edge is measured against base as it is now.
    const before = first !== undefined && here.has(first) ? await viewOf(first) : base
    steps.push({ before, after: await viewOf(oid), isMerge: merged.length > 0 })
  }
  return steps
}

/** Fields whose value a person's commit changed, other than by merging the base branch in. */
function fieldsSetBy(base: View, steps: readonly Step[]): ReadonlySet<string> {
  const atBase = valuesOf(base.content.fields)
  return new Set(
    steps.flatMap(({ before, after, isMerge }) => {
      const old = valuesOf(before.content.fields)
      const changed = [...valuesOf(after.content.fields)].filter(([key, value]) => old.get(key) !== value)
      return changed.filter(([key, value]) => !isMerge || atBase.get(key) !== value).map(([key]) => key)
    }),
  )
}

function valuesOf(fields: readonly MarkedField[]): ReadonlyMap<string, string> {
  return new Map([...fieldKeys(fields)].map(([key, { value }]) => [key, value]))
}

function entries<Value>(record: Readonly<Record<PolicyName, Value>>): readonly (readonly [PolicyName, Value])[] {
  return Object.entries(record) as [PolicyName, Value][]
}

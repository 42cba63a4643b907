import { formatReference, type ImageReference, type Tag } from '../image/reference.ts'
import type { MarkedField } from '../marker/field.ts'
import type { Policy } from '../policy/policy.ts'
import { inScope } from '../policy/scope.ts'
import { fieldKeys, movedFields, pendingOf } from './pending.ts'
import { planPolicy, readValue, type Compare, type Plan, type Skip, type SkipReason, type Wish } from './plan.ts'
import { admits, concerning, heldWish, newest, wishFor } from './wish.ts'

/** A value that only something newer may pass: a person turned it down, or rolled it back. */
export interface Floor {
  readonly image: ImageReference
  readonly why: Extract<SkipReason, 'rejected' | 'held'>
  readonly because: string
}

/** What the head branch says about one policy. */
export interface HeadValues {
  readonly fields: readonly MarkedField[]
  /** What a person set on the branch: it is theirs. */
  readonly setByPerson: boolean
}

export interface DecideInput {
  readonly policy: Policy
  /** Fields of the policy at the base tip. */
  readonly fields: readonly MarkedField[]
  /** Undefined: no branch of ours says anything that still counts. */
  readonly head: HeadValues | undefined
  readonly built: readonly ImageReference[]
  /** Each must be passed. */
  readonly floors: readonly Floor[]
  readonly compare: Compare
  /** `yyyy-mm-dd`, UTC. */
  readonly today: string
  readonly paths?: readonly string[]
  readonly force: boolean
  /** The pending value was let through by force and may be lower than base. */
  readonly forced: boolean
}

/** What becomes of one policy in its pull request. */
export interface Decision {
  readonly policy: Policy
  /** The image that the pull request brings, where it brings one. */
  readonly image?: ImageReference
  readonly origin: 'built' | 'pending' | 'person' | 'none'
  /** What was built is there by force alone. */
  readonly forced?: true
  /** Against the base tip: what merging would change. Its skips tell about the built image too. */
  readonly plan: Plan
}

/**
 * Decides one policy of a pull request: the newest of what base has, what the head moves forward already and what was built.
 * This makes a pull request the union of many builds, and order never regresses.
 */
export function decide(input: DecideInput): Decision {
  const { policy, fields, head, compare } = input
  const options = { compare, ...(input.paths === undefined ? {} : { paths: input.paths }) }
  const built = concerning(policy, input.built)
  const wish =
    built.length === 0 ? undefined : limited(input, heldWish(policy, wishFor(policy, built), input.today, compare))

  if (head?.setByPerson === true) {
    const held: Wish = { kind: 'none', why: 'held', because: setByPerson(fields, head.fields), candidates: built }
    return { policy, origin: 'person', plan: planPolicy(policy, fields, held, options) }
  }
  const pending = stillPending(input)
  const bring = (image: ImageReference, force: boolean): Plan =>
    planPolicy(policy, fields, { kind: 'image', image }, { ...options, force })
  // The paths of this run say nothing about what others brought, and what those left out stays out.
  const keep = (image: ImageReference): Plan =>
    planPolicy(policy, movedOrNew(input), { kind: 'image', image }, { compare, force: input.forced })
  if (wish?.kind === 'image' && prefersBuilt(input, pending, wish.image)) {
    const plan = bring(wish.image, input.force)
    // What was forced may be lower than base: a build between the two does not take its place, and moves nothing.
    if (plan.changes.length > 0 || pending?.kind !== 'image' || !input.forced) {
      const forced = input.force && isByForce(input, wish.image, plan, bring(wish.image, false))
      return { policy, image: wish.image, origin: 'built', plan, ...(forced ? { forced } : {}) }
    }
    const { changes, skips } = keep(pending.image)
    return { policy, image: pending.image, origin: 'pending', plan: { changes, skips: [...skips, ...plan.skips] } }
  }
  if (pending?.kind !== 'image') {
    // Nothing came, and what was pending may not go on: its reason is told, or nobody would know where it went.
    const reason = wish ?? pending
    return { policy, origin: 'none', plan: reason === undefined ? EMPTY : planPolicy(policy, fields, reason, options) }
  }
  const plan = keep(pending.image)
  const skips = built.length === 0 ? plan.skips.filter(({ why }) => why !== 'out of scope') : plan.skips
  const overtaken = wish === undefined ? [] : overtakenSkips(input, wish, pending.image)
  return {
    policy,
    image: pending.image,
    origin: 'pending',
    plan: { changes: plan.changes, skips: [...skips, ...overtaken] },
  }
}

/** What merging brings where a person chose the value. */
function setByPerson(base: readonly MarkedField[], head: readonly MarkedField[]): string {
  const [moved] = movedFields(base, head)
  return moved === undefined
    ? 'a person set it back on the branch of the pull request'
    : `a person set ${moved.value} on the branch of the pull request, and merging brings that`
}

const EMPTY: Plan = { changes: [], skips: [] }

/** The wish, unless a person turned this value (or a newer one) down. */
function limited(input: DecideInput, wish: Wish): Wish {
  if (wish.kind === 'none' || input.force) return wish
  const floor = floorUnder(input, wish.image)
  if (floor === undefined) return wish
  return { kind: 'none', why: floor.why, because: floor.because, candidates: [wish.image] }
}

/** The floor that an image does not pass. One that base has reached by now says nothing any more. */
function floorUnder({ policy, fields, floors, compare }: DecideInput, image: ImageReference): Floor | undefined {
  const present = inPolicy(policy, fields).map(readValue)
  return floors.find((floor) => !isReached(policy, present, floor, compare) && !passes(policy, image, floor, compare))
}

function isReached(
  policy: Policy,
  present: readonly ReturnType<typeof readValue>[],
  { image: { tag, digest } }: Floor,
  compare: Compare,
): boolean {
  const tags = present.map((value) => value.tag).filter((at) => at !== undefined)
  if (tag === undefined || tags.length === 0) return false
  if (!tags.every((at) => isAtLeast(policy, at, tag, compare))) return false
  // The tag says nothing where only the digest was new.
  const isSameTag = tags.every((at) => at === tag)
  const digests = present.map((value) => value.digest).filter((at) => at !== undefined)
  return digest === undefined || !isSameTag || digests.every((at) => at === digest)
}

function isAtLeast(policy: Policy, tag: Tag, floor: Tag, compare: Compare): boolean {
  const { verdict } = compare(policy, tag, floor)
  return verdict === 'newer' || verdict === 'equal'
}

function passes(policy: Policy, image: ImageReference, floor: Floor, compare: Compare): boolean {
  if (image.tag === undefined || floor.image.tag === undefined)
    return formatReference(image) !== formatReference(floor.image)
  if (image.tag === floor.image.tag) return image.digest !== undefined && image.digest !== floor.image.digest
  return compare(policy, image.tag, floor.image.tag).verdict === 'newer'
}

/** What the head moves forward, or why policy, holds and people do not allow it any more; undefined: it moves nothing. */
function stillPending(input: DecideInput): Wish | undefined {
  const { policy, fields, head, compare, today } = input
  const image =
    head === undefined ? undefined : pendingOf(policy, inPolicy(policy, fields), inPolicy(policy, head.fields), compare)
  if (image === undefined) return undefined
  if (image.tag !== undefined && !admits(policy, image.tag)) {
    const because = `the policy does not take ${image.tag} any more`
    return { kind: 'none', why: 'filtered', because, candidates: [image] }
  }
  const floor = input.forced ? undefined : floorUnder(input, image)
  if (floor !== undefined) return { kind: 'none', why: floor.why, because: floor.because, candidates: [image] }
  return heldWish(policy, { kind: 'image', image }, today, compare)
}

/** The fields that count: what stands outside of a policy's paths says nothing about it. */
function inPolicy({ paths }: Policy, fields: readonly MarkedField[]): readonly MarkedField[] {
  return fields.filter(({ place }) => inScope(paths, place.path))
}

/** Fields that the head moves, or does not have yet: they move along with the others. */
function movedOrNew({ fields, head }: DecideInput): readonly MarkedField[] {
  const there = fieldKeys(head?.fields ?? [])
  return [...fieldKeys(fields)].filter(([key, { value }]) => there.get(key)?.value !== value).map(([, field]) => field)
}

function prefersBuilt(
  { policy, compare, force }: DecideInput,
  pending: Wish | undefined,
  built: ImageReference,
): boolean {
  return pending?.kind !== 'image' || force || newest(policy, pending.image, built, compare) === built
}

/** Whether an image moves something that it would not move by its order, or passes what a person turned down. */
function isByForce(input: DecideInput, image: ImageReference, plan: Plan, unforced: Plan): boolean {
  return plan.changes.length > unforced.changes.length || floorUnder(input, image) !== undefined
}

/** Where a pending value stays, what was built is still told why it was not taken. */
function overtakenSkips(
  { policy, fields, compare, paths }: DecideInput,
  wish: Wish,
  pending: ImageReference,
): readonly Skip[] {
  const reason = wish.kind === 'none' ? wish : overtaken(policy, wish.image, pending, compare)
  const { skips } = planPolicy(policy, fields, reason, { compare, ...(paths === undefined ? {} : { paths }) })
  return skips.filter(({ why }) => why !== 'out of scope')
}

function overtaken(policy: Policy, image: ImageReference, pending: ImageReference, compare: Compare): Wish {
  if (image.tag === undefined || pending.tag === undefined || image.tag === pending.tag)
    return { kind: 'none', why: 'equal', because: 'the pull request brings it already', candidates: [image] }
  const { verdict, because } = compare(policy, image.tag, pending.tag)
  const why = verdict === 'diverged' ? 'diverged' : 'older'
  return {
    kind: 'none',
    why,
    because: `${because}, and the pull request brings ${pending.tag} already`,
    candidates: [image],
  }
}

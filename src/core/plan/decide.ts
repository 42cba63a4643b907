import { formatReference, type ImageReference, type Tag } from '../image/reference.ts'
import type { MarkedField } from '../marker/scan.ts'
import type { Policy } from '../policy/policy.ts'
import { pendingOf } from './pending.ts'
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
    const because = 'a person set this value on the branch of the pull request'
    const held: Wish = { kind: 'none', why: 'held', because, candidates: built }
    return { policy, origin: 'person', plan: planPolicy(policy, fields, held, options) }
  }
  const pending = stillPending(input)
  const chosen = choose(input, pending, wish)
  if (chosen === undefined)
    return {
      policy,
      origin: 'none',
      plan: wish === undefined ? EMPTY : planPolicy(policy, fields, wish, options),
    }

  const force = chosen.origin === 'built' ? input.force : input.forced
  const plan = planPolicy(policy, fields, { kind: 'image', image: chosen.image }, { ...options, force })
  const overtaken = overtakenSkips(input, wish, chosen, pending)
  const skips = built.length === 0 ? plan.skips.filter(({ why }) => why !== 'out of scope') : plan.skips
  return { policy, ...chosen, plan: { changes: plan.changes, skips: [...skips, ...overtaken] } }
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
  const present = fields.map((field) => readValue(field).tag).filter((tag) => tag !== undefined)
  return floors.find((floor) => {
    const { tag } = floor.image
    const reached =
      tag !== undefined && present.length > 0 && present.every((at) => isAtLeast(policy, at, tag, compare))
    return !reached && !passes(policy, image, floor, compare)
  })
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

/** What the head moves forward, as far as policy, holds and people still allow it. */
function stillPending(input: DecideInput): ImageReference | undefined {
  const { policy, fields, head, compare, today } = input
  const pending = head === undefined ? undefined : pendingOf(policy, fields, head.fields, compare)
  if (pending === undefined) return undefined
  if (pending.tag !== undefined && !admits(policy, pending.tag)) return undefined
  if (!input.forced && floorUnder(input, pending) !== undefined) return undefined
  return heldWish(policy, { kind: 'image', image: pending }, today, compare).kind === 'image' ? pending : undefined
}

function choose(
  { policy, compare, force }: DecideInput,
  pending: ImageReference | undefined,
  wish: Wish | undefined,
): { image: ImageReference; origin: 'built' | 'pending' } | undefined {
  const wanted = wish?.kind === 'image' ? wish.image : undefined
  if (wanted === undefined) return pending === undefined ? undefined : { image: pending, origin: 'pending' }
  if (pending === undefined || force) return { image: wanted, origin: 'built' }
  const image = newest(policy, pending, wanted, compare)
  return { image, origin: image === wanted ? 'built' : 'pending' }
}

/** Where a pending value stays, what was built is still told why it was not taken. */
function overtakenSkips(
  { policy, fields, compare, paths }: DecideInput,
  wish: Wish | undefined,
  chosen: { readonly image: ImageReference; readonly origin: 'built' | 'pending' },
  pending: ImageReference | undefined,
): readonly Skip[] {
  if (chosen.origin === 'built' || wish === undefined || pending === undefined) return []
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

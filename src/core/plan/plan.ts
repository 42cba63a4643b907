import { formatReference, readReference, sameImage, type ImageReference, type Tag } from '../image/reference.ts'
import type { MarkedField } from '../marker/field.ts'
import { formatPlace, unreachable, type PolicyName } from '../names.ts'
import { comparable, compareRanked, compareTags, describeComparison } from '../policy/order.ts'
import type { Policy } from '../policy/policy.ts'
import { inScope } from '../policy/scope.ts'

/** A marked field that gets a new value. */
export interface Change {
  readonly field: MarkedField
  readonly policy: PolicyName
  readonly from: string
  readonly to: string
}

/** Why a marked field keeps its value. The words are those of the JSON contract. */
export type SkipReason =
  | 'equal'
  | 'older'
  | 'filtered'
  | 'out of scope'
  | 'held'
  | 'other image'
  | 'blocked'
  | 'no tag'
  | 'no digest'
  | 'rejected'
  | 'diverged'
  | 'not proven'

/** A marked field that keeps its value. */
export interface Skip {
  readonly field: MarkedField
  readonly policy: PolicyName
  readonly why: SkipReason
  readonly current: string
  readonly candidate?: string
  /** For a person: the comparison, the hold's reason, the place that is in the way. */
  readonly because: string
}

/** What would happen to the marked fields, decided and not yet done. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly skips: readonly Skip[]
}

/** What a policy wants at its markers, or why it wants nothing new. */
export type Wish =
  | { readonly kind: 'image'; readonly image: ImageReference }
  | {
      readonly kind: 'none'
      readonly why: SkipReason
      readonly candidates?: readonly ImageReference[]
      readonly because: string
    }

/** How one tag of a policy stands to another; `unknown` where the policy cannot order one of them. */
export type Verdict = 'newer' | 'equal' | 'older' | 'diverged' | 'unknown'

/** How a candidate stands to what is there, and why. */
export interface Comparison {
  readonly verdict: Verdict
  /** The comparison for a person, e.g. `1.4.0 < 1.5.0 by semver`. */
  readonly because: string
}

/** Says how `candidate` stands to `current`. Injected where the answer needs the world (ancestry of commits). */
export type Compare = (policy: Policy, candidate: Tag, current: Tag) => Comparison

/** What the decision depends on beside policy, fields and wish. */
export interface PlanOptions {
  readonly compare: Compare
  /** Globs of the run that narrow every policy's own scope. */
  readonly paths?: readonly string[]
  /** Lets a lower value through. */
  readonly force?: boolean
}

/**
 * Decides what one policy's wish does to the fields that its markers name: for each a change or a skip.
 * No value is lowered, and all places move together: where one is in the way, the others are `blocked`.
 */
export function planPolicy(
  policy: Policy,
  fields: readonly MarkedField[],
  wish: Wish,
  { compare, paths, force = false }: PlanOptions,
): Plan {
  const counted = fields.filter(({ place }) => inScope(policy.paths, place.path) && inScope(paths, place.path))
  const tagStays = wish.kind === 'image' && holdsTagAlready(counted, wish.image)
  const steps = fields.map((field): Change | Skip => {
    if (!inScope(policy.paths, field.place.path)) return skip(field, 'out of scope', outside(policy.paths))
    if (!inScope(paths, field.place.path)) return skip(field, 'out of scope', outside(paths))
    if (wish.kind === 'none') return skip(field, wish.why, wish.because, candidateText(field, wish.candidates ?? []))
    return planField(policy, field, wish.image, { compare, force, tagStays })
  })
  return together(steps)
}

/**
 * Gives fields an image without asking any policy: a manual bump or rollback. A reference that names no tag leaves tags as
 * they are; one that names a tag and no digest must not leave an old digest behind, because that would go on deploying the old image.
 */
export function planAssigned(fields: readonly MarkedField[], image: ImageReference, paths?: readonly string[]): Plan {
  return together(
    fields.map((field): Change | Skip => {
      if (!inScope(paths, field.place.path)) return skip(field, 'out of scope', outside(paths))
      const to = partText(image, field.marker.part)
      return settled(field, image, to) ?? change(field, to ?? '')
    }),
    new Set<SkipReason>(image.tag === undefined ? [] : ['no digest']),
  )
}

/** The comparison by the policy's own order, with the natural order of the whole tag deciding equal keys. */
export const compareByOrder: Compare = (policy, candidate, current) => {
  if (candidate === current) return { verdict: 'equal', because: `${candidate} is there already` }
  if (policy.order.kind === 'commit')
    return {
      verdict: 'diverged',
      because: 'the order of commits is known to the source repository, which was not asked',
    }
  const a = comparable(policy, candidate)
  const b = comparable(policy, current)
  if (a === undefined || b === undefined)
    return { verdict: 'unknown', because: `the policy cannot order ${a === undefined ? candidate : current}` }
  const order = compareRanked(policy.order, a, b) || compareTags(candidate, current)
  return { verdict: order > 0 ? 'newer' : 'older', because: describeComparison(policy.order, a, b) }
}

/** The text that a part of an image is, or undefined where the image does not have it. */
export function partText(image: ImageReference, part: MarkedField['marker']['part']): string | undefined {
  switch (part) {
    case 'reference':
      return formatReference(image)
    case 'tag':
      return image.tag
    case 'name':
      return image.name
    case 'digest':
      return image.digest
    default:
      return unreachable(part)
  }
}

/** Of a marked value, what can be compared: the image name it holds (where it holds one), its tag and its digest. */
export function readValue(field: MarkedField): { name?: ImageReference['name']; tag?: Tag; digest?: string } {
  if (field.value === '' || (field.style === 'plain' && EMPTY.test(field.value))) return {}
  switch (field.marker.part) {
    case 'reference': {
      const parsed = readReference(field.value)
      return parsed.ok ? parsed.value : {}
    }
    case 'tag':
      return { tag: field.value as Tag }
    case 'digest':
      return { digest: field.value }
    case 'name':
      return {}
    default:
      return unreachable(field.marker.part)
  }
}

/** Whether a field gets a new value. */
export function isChange(step: Change | Skip): step is Change {
  return 'to' in step
}

/** Whether a field keeps its value. */
export function isSkip(step: Change | Skip): step is Skip {
  return !isChange(step)
}

// YAML's ways to write nothing: a placeholder that every candidate may replace.
const EMPTY = /^(?:~|null|Null|NULL)$/

/** Whether every place that holds a tag holds the image's tag already. */
function holdsTagAlready(fields: readonly MarkedField[], image: ImageReference): boolean {
  const tags = fields.map((field) => readValue(field).tag).filter((tag) => tag !== undefined)
  return tags.length > 0 && tags.every((tag) => tag === image.tag)
}

const KEEPS_DIGEST = 'the tag is there already and digest: IfNotPresent keeps its digest'

function planField(
  policy: Policy,
  field: MarkedField,
  image: ImageReference,
  { compare, force, tagStays }: { readonly compare: Compare; readonly force: boolean; readonly tagStays: boolean },
): Change | Skip {
  const to = partText(image, field.marker.part)
  const stays = settled(field, image, to)
  if (stays !== undefined || to === undefined) return stays ?? skip(field, 'no tag', 'the image has no such part')

  const current = readValue(field)
  if (field.marker.part === 'digest' && tagStays && policy.digest === 'IfNotPresent' && field.value !== '')
    return skip(field, 'equal', KEEPS_DIGEST, to)
  const otherName = current.name !== undefined && !sameImage(current.name, policy.image)
  // Tags of two different images say nothing about each other: a marker whose image changes takes the candidate.
  if (otherName || current.tag === undefined || image.tag === undefined) return change(field, to)

  if (current.tag === image.tag) return planSameTag(policy, field, image, current.digest, to)
  const { verdict, because } = compare(policy, image.tag, current.tag)
  if ((verdict === 'older' || verdict === 'diverged') && !force) return skip(field, verdict, because, to)
  return change(field, to)
}

/** The skip of a field that has its value already, or whose part the image does not have. */
function settled(field: MarkedField, image: ImageReference, to: string | undefined): Skip | undefined {
  if (to === field.value || (to === undefined && field.value === '')) return skip(field, 'equal', '', to)
  if (to !== undefined) return undefined
  const why = field.marker.part === 'digest' ? 'no digest' : 'no tag'
  return skip(field, why, `the image has ${why}`, formatReference(image))
}

/** The same tag again: only a digest can be new, and the digest rule says whether it counts. */
function planSameTag(
  policy: Policy,
  field: MarkedField,
  image: ImageReference,
  digest: string | undefined,
  to: string,
): Change | Skip {
  if (image.digest === undefined) return skip(field, 'equal', '', to)
  if (digest !== undefined && digest !== image.digest && policy.digest === 'IfNotPresent')
    return skip(field, 'equal', KEEPS_DIGEST, to)
  return change(field, to)
}

const IN_THE_WAY: ReadonlySet<SkipReason> = new Set(['older', 'diverged', 'no tag', 'no digest', 'not proven'])

function together(steps: readonly (Change | Skip)[], inTheWay: ReadonlySet<SkipReason> = IN_THE_WAY): Plan {
  const changes = steps.filter(isChange)
  const skips = steps.filter(isSkip)
  const obstacle = skips.find(({ why }) => inTheWay.has(why))
  if (changes.length === 0 || obstacle === undefined) return { changes, skips }
  const place = formatPlace(obstacle.field.place)
  return {
    changes: [],
    skips: steps.map((step) =>
      isChange(step)
        ? skip(
            step.field,
            'blocked',
            `all places move together, and ${place} stays (${obstacle.why}: ${obstacle.because})`,
            step.to,
          )
        : step,
    ),
  }
}

/** What the candidates would have written here. */
function candidateText({ marker }: MarkedField, candidates: readonly ImageReference[]): string | undefined {
  const texts = candidates.map((image) => partText(image, marker.part) ?? formatReference(image))
  return texts.length === 0 ? undefined : [...new Set(texts)].join(', ')
}

function change(field: MarkedField, to: string): Change {
  return { field, policy: field.marker.policy, from: field.value, to }
}

function skip(field: MarkedField, why: SkipReason, because: string, candidate?: string): Skip {
  return {
    field,
    policy: field.marker.policy,
    why,
    current: field.value,
    because,
    ...(candidate === undefined ? {} : { candidate }),
  }
}

function outside(globs: readonly string[] | undefined): string {
  return `not under ${(globs ?? []).join(', ')}`
}

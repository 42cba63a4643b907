import { diff, lt, parse } from 'semver'
import { BumpError } from '../errors.ts'
import { formatReference, readReference, sameImage, type ImageReference } from '../image/reference.ts'
import type { Place, PolicyName } from '../names.ts'
import type { Change } from '../plan/plan.ts'

/** What a policy moves: one row of the pull request. */
export interface Bump {
  readonly policy: PolicyName
  /** What its places hold on the base branch, as far as their markers tell; several where they disagree. */
  readonly from: readonly ImageReference[]
  readonly to: ImageReference
  readonly places: readonly Place[]
}

/** How far a bump goes, where its versions tell. Strongest first. */
const LEVELS = ['downgrade', 'major', 'minor', 'patch', 'pre-release', 'digest'] as const
export type Level = (typeof LEVELS)[number]

/**
 * The changes of a plan by policy, in the order of their first change.
 * @throws {BumpError} BUG: a policy changes something and brings nothing
 */
export function bumpsOf(changes: readonly Change[], images: ReadonlyMap<PolicyName, ImageReference>): readonly Bump[] {
  return [...Map.groupBy(changes, ({ policy }) => policy)].map(([policy, changes]) => {
    const to = images.get(policy)
    if (to === undefined) throw new BumpError('BUG', `policy ${policy} changes a field and brings no image`)
    return { policy, from: replaced(changes, to), to, places: changes.map(({ field }) => field.place) }
  })
}

/** The strongest level of a bump; undefined where no version tells, or another image came. */
export function levelOf({ from, to }: Pick<Bump, 'from' | 'to'>): Level | undefined {
  const levels = new Set(from.map((reference) => levelBetween(reference, to)))
  return LEVELS.find((level) => levels.has(level))
}

/** The tag, else the start of the digest, else `latest`, which is what no tag means. */
export function versionOf({ tag, digest }: ImageReference): string {
  return tag ?? (digest === undefined ? 'latest' : shortDigest(digest))
}

/** Enough of a digest to recognise it: the algorithm and 12 hex digits. */
export function shortDigest(digest: string): string {
  return digest.slice(0, digest.indexOf(':') + 13)
}

// Fields of one image may stand apart (name here, tag there, digest elsewhere); where they agree they are one reference.
function replaced(changes: readonly Change[], to: ImageReference): readonly ImageReference[] {
  const parts = changes.map((change) => partOf(change, to)).filter((part) => part !== undefined)
  const whole: ImageReference = Object.assign({ name: to.name }, ...parts)
  const agree = parts.every(
    ({ name = whole.name, tag = whole.tag, digest = whole.digest }) =>
      name === whole.name && tag === whole.tag && digest === whole.digest,
  )
  if (agree) return parts.length === 0 ? [] : [whole]
  const all = parts.map((part) => ({ name: to.name, ...part }))
  return [...new Map(all.map((reference) => [formatReference(reference), reference])).values()]
}

function partOf({ field: { marker }, from }: Change, { name }: ImageReference): Partial<ImageReference> | undefined {
  const texts = { reference: from, name: from, tag: `${name}:${from}`, digest: `${name}@${from}` }
  const read = readReference(texts[marker.part])
  if (!read.ok) return undefined
  const { tag, digest } = read.value
  if (marker.part === 'tag' && tag !== undefined) return { tag }
  if (marker.part === 'digest' && digest !== undefined) return { digest }
  return read.value
}

function levelBetween(from: ImageReference, to: ImageReference): Level | undefined {
  if (!sameImage(from.name, to.name)) return undefined
  if (from.tag === to.tag) return from.digest === to.digest ? undefined : 'digest'
  const [old, next] = [parse(from.tag), parse(to.tag)]
  if (old === null || next === null) return undefined
  if (lt(next, old)) return 'downgrade'
  const step = diff(old, next)
  if (step === null) return undefined
  // "premajor" is a pre-release of the next major: for whoever decides about it, a major step.
  return step === 'prerelease' ? 'pre-release' : (step.replace(/^pre/, '') as Level)
}

import type { Digest, ImageReference } from '../image/reference.ts'
import type { MarkedField } from '../marker/field.ts'
import type { Policy } from '../policy/policy.ts'
import { sameImage } from '../image/reference.ts'
import { readValue, type Compare } from './plan.ts'
import { newest } from './wish.ts'

/** Tells the same field in two versions of the tree: its file, policy and part, and the how-manieth of those it is. */
export function fieldKeys(fields: readonly MarkedField[]): ReadonlyMap<string, MarkedField> {
  const seen = new Map<string, number>()
  return new Map(
    fields.map((field) => {
      const kind = JSON.stringify([field.place.path, field.marker.policy, field.marker.part])
      const nth = seen.get(kind) ?? 0
      seen.set(kind, nth + 1)
      return [`${kind} ${nth}`, field]
    }),
  )
}

/** The fields of `after` that hold another value than the same field in `before`; fields that are new there are not among them. */
export function movedFields(before: readonly MarkedField[], after: readonly MarkedField[]): readonly MarkedField[] {
  const was = fieldKeys(before)
  return [...fieldKeys(after)]
    .filter(([key, { value }]) => was.has(key) && was.get(key)?.value !== value)
    .map(([, field]) => field)
}

/** The image that a head branch moves a policy's fields to, the newest where they differ; undefined: none moved. */
export function pendingOf(
  policy: Policy,
  base: readonly MarkedField[],
  head: readonly MarkedField[],
  compare: Compare,
): ImageReference | undefined {
  const moved = movedFields(base, head)
  const digestAlone = moved.find(({ marker }) => marker.part === 'digest')?.value
  const images = moved.flatMap((field): ImageReference[] => {
    const { name, tag, digest } = readValue(field)
    if (tag === undefined || (name !== undefined && !sameImage(name, policy.image))) return []
    const pinned = digest ?? digestAlone
    return [{ name: policy.image, tag, ...(pinned === undefined ? {} : { digest: pinned as Digest }) }]
  })
  if (images.length === 0 && digestAlone !== undefined) {
    // Only a digest moved: the tag it belongs to is the one that stands.
    const tag = head.map((field) => readValue(field).tag).find((present) => present !== undefined)
    if (tag !== undefined) return { name: policy.image, tag, digest: digestAlone as Digest }
  }
  return images.reduce<ImageReference | undefined>(
    (best, image) => (best === undefined ? image : newest(policy, best, image, compare)),
    undefined,
  )
}

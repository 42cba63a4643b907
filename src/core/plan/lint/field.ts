import { finding, type Finding } from '../../finding.ts'
import { readDigest, readReference, sameImage, type ImageName } from '../../image/reference.ts'
import type { MarkedField } from '../../marker/field.ts'
import { unreachable } from '../../names.ts'
import { comparable, isRefusal, rank } from '../../policy/order.ts'
import type { Policy } from '../../policy/policy.ts'
import { readValue } from '../plan.ts'

/** The first thing that is wrong with the present value of a marked field, seen by its own policy. */
export function lintField(policy: Policy, field: MarkedField): Finding | undefined {
  const { marker, value, place } = field
  const name = marker.policy
  if (!fits(policy, field)) return finding('PART_MISMATCH', { policy: name, part: marker.part, value }, place)
  if (marker.part === 'digest' && policy.digest === 'Never') return finding('NO_DIGEST', { policy: name }, place)
  const image = imageOf(policy, field)
  if (image !== undefined && !sameImage(image, policy.image)) {
    const reason = `the policy follows ${policy.image}, and its next value would take the place of this image`
    return finding('VALUE_REFUSED', { policy: name, value, reason }, place)
  }
  const { tag } = readValue(field)
  const ranked = tag === undefined ? undefined : rank(policy, tag)
  return ranked !== undefined && isRefusal(ranked)
    ? finding('VALUE_REFUSED', { policy: name, value: ranked.tag, reason: ranked.reason }, place)
    : undefined
}

/** Whether the value is of the kind that the marker writes; what is empty or a placeholder fits everything. */
function fits(policy: Policy, { marker, value }: MarkedField): boolean {
  if (value === '') return true
  switch (marker.part) {
    case 'reference': {
      const read = readReference(value)
      if (!read.ok || read.value.tag !== undefined || read.value.digest !== undefined) return read.ok
      // A bare word is an image name to the grammar; where the policy reads it as a tag, a tag is what it is.
      return sameImage(read.value.name, policy.image) || comparable(policy, value) === undefined
    }
    case 'tag':
      return !/[/:@]/.test(value)
    case 'name': {
      const read = readReference(value)
      return read.ok && read.value.tag === undefined && read.value.digest === undefined
    }
    case 'digest':
      return readDigest(value).ok
    default:
      return unreachable(marker.part)
  }
}

/** The image that the value names, where it names one for certain: a bare word may stand for a value to come. */
function imageOf(policy: Policy, { marker, value }: MarkedField): ImageName | undefined {
  if (marker.part !== 'reference' && marker.part !== 'name') return undefined
  const read = readReference(value)
  if (!read.ok) return undefined
  const { name, tag, digest } = read.value
  const isBare = !name.includes('/') && tag === undefined && digest === undefined
  return isBare && !policy.image.endsWith(`/${name}`) ? undefined : name
}

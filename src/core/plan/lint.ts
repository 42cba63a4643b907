import { finding, type Finding } from '../finding.ts'
import { readDigest, readReference, sameImage } from '../image/reference.ts'
import type { MarkedField } from '../marker/scan.ts'
import { formatPlace, unreachable } from '../names.ts'
import { nearest } from '../nearest.ts'
import { findPolicy } from '../policy/flux.ts'
import { comparable, isRefusal, rank } from '../policy/order.ts'
import type { Policy } from '../policy/policy.ts'
import { inScope } from '../policy/scope.ts'
import { readValue } from './plan.ts'
import { fieldsByPolicy, type Snapshot } from './snapshot.ts'

/** Markers that name a policy nobody defines. */
export function unknownPolicies({ policies, fields }: Pick<Snapshot, 'policies' | 'fields'>): readonly Finding[] {
  const names = policies.map(({ name }) => name)
  return fields
    .filter(({ marker }) => findPolicy(policies, marker.policy) === undefined)
    .map(({ marker, place }) => {
      const near = nearest(marker.policy, names) ?? ''
      return finding('UNKNOWN_POLICY', { policy: marker.policy, nearest: near }, place)
    })
}

/** Policies without a single marker in their scope: what is built for them can never arrive anywhere. */
export function unusedPolicies(policies: readonly Policy[], fields: readonly MarkedField[]): readonly Finding[] {
  return [...fieldsByPolicy(policies, fields)]
    .filter(([policy, own]) => !own.some(({ place }) => inScope(policy.paths, place.path)))
    .map(([{ name, place }]) => finding('UNUSED_POLICY', { policy: name }, place))
}

/** Everything that is worth telling about policies and marked fields, without any built image. */
export function lint(snapshot: Snapshot): readonly Finding[] {
  const { policies, fields, findings } = snapshot
  const perPolicy = [...fieldsByPolicy(policies, fields)].flatMap(([policy, own]) => {
    const counted = own.filter(({ place }) => inScope(policy.paths, place.path))
    return [...counted.flatMap((field) => lintField(policy, field)), ...disagreements(counted)]
  })
  return [...findings, ...unknownPolicies(snapshot), ...unusedPolicies(policies, fields), ...perPolicy]
}

function lintField(policy: Policy, field: MarkedField): readonly Finding[] {
  const { marker, value, place } = field
  if (!fits(policy, field)) {
    return [finding('PART_MISMATCH', { policy: marker.policy, part: marker.part, value }, place)]
  }
  if (marker.part === 'digest' && policy.digest === 'Never')
    return [finding('NO_DIGEST', { policy: marker.policy }, place)]
  const { name, tag } = readValue(field)
  if (tag === undefined || (name !== undefined && !sameImage(name, policy.image))) return []
  const ranked = rank(policy, tag)
  return isRefusal(ranked)
    ? [finding('VALUE_REFUSED', { policy: marker.policy, value: tag, reason: ranked.reason }, place)]
    : []
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

/** Places of one policy whose tags differ from the first one's. */
function disagreements(fields: readonly MarkedField[]): readonly Finding[] {
  const tagged = fields.flatMap((field) => {
    const { tag } = readValue(field)
    return tag === undefined ? [] : [{ field, tag }]
  })
  const [first, ...others] = tagged
  if (first === undefined) return []
  return others
    .filter(({ tag }) => tag !== first.tag)
    .map(({ field, tag }) => {
      const args = {
        policy: field.marker.policy,
        value: tag,
        other: first.tag,
        otherPlace: formatPlace(first.field.place),
      }
      return finding('POLICY_DISAGREES', args, field.place)
    })
}

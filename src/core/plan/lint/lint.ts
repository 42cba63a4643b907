import { finding, type Finding } from '../../finding.ts'
import type { MarkedField } from '../../marker/field.ts'
import { formatPlace, type PolicyName } from '../../names.ts'
import { nearest } from '../../nearest.ts'
import { policyFinder } from '../../policy/flux/flux.ts'
import type { Policy } from '../../policy/policy.ts'
import { inScope } from '../../policy/scope.ts'
import { alongside, mentionedPolicies, unresolvedIn } from '../follow-up.ts'
import { lintField } from './field.ts'
import { readUnmarked } from './file.ts'
import { compareByOrder, readValue } from '../plan.ts'
import { fieldsByPolicy, type Snapshot, type SourceFile } from '../snapshot.ts'
import { holdOn } from '../wish.ts'

/**
 * Everything that is worth telling about policies and marked fields, without any built image. Each mistake is told once:
 * what merely follows from another finding is left out.
 * @param files every file of the lint's byte search, also those whose markers do not count
 * @param today `yyyy-mm-dd`, UTC
 */
export function lint(snapshot: Snapshot, files: readonly SourceFile[], today: string): readonly Finding[] {
  const { policies, fields } = snapshot
  const perPolicy = [...fieldsByPolicy(policies, fields)].flatMap(([policy, own]) => lintPolicy(policy, own))
  const told = [
    ...alongside(snapshot.findings, files),
    ...readUnmarked(files),
    ...unknownPolicies(snapshot, files),
    ...perPolicy,
    ...endedHolds(policies, today),
  ]
  const mentioned = mentionedPolicies(policies, told, files)
  const others = policies.filter((policy) => !mentioned.has(policy))
  return [...told, ...unusedPolicies(others, fields)]
}

/** Markers that name a policy nobody defines. One whose definition is there and cannot be read is told with that. */
export function unknownPolicies(
  { policies, fields, findings }: Pick<Snapshot, 'policies' | 'fields' | 'findings'>,
  files: readonly SourceFile[] = [],
): readonly Finding[] {
  const find = policyFinder(policies)
  const isUnresolved = unresolvedIn(findings, files)
  const nearestTo = new Map<PolicyName, string>()
  return fields
    .filter(({ marker }) => find(marker.policy) === undefined && !isUnresolved(marker.policy))
    .map(({ marker: { policy }, place }) => {
      const near = nearestTo.get(policy) ?? nearestPolicy(policy, policies) ?? ''
      nearestTo.set(policy, near)
      return finding('UNKNOWN_POLICY', { policy, nearest: near }, place)
    })
}

/**
 * Policies without a single marker in their scope: what is built for them can never arrive anywhere.
 * @param isAsked whether to look at a policy at all
 */
export function unusedPolicies(
  policies: readonly Policy[],
  fields: readonly MarkedField[],
  isAsked: (policy: Policy) => boolean = () => true,
): readonly Finding[] {
  return [...fieldsByPolicy(policies, fields)]
    .filter(([policy, own]) => isAsked(policy) && !own.some(({ place }) => inScope(policy.paths, place.path)))
    .map(([{ name, place }, [outside]]) => {
      const elsewhere = outside === undefined ? {} : { elsewhere: formatPlace(outside.place) }
      return finding('UNUSED_POLICY', { policy: name, ...elsewhere }, place)
    })
}

/** A name a typo away; else the one policy of that name in another namespace, which is the other usual slip. */
export function nearestPolicy(name: PolicyName, policies: readonly Policy[]): string | undefined {
  const [namespace = '', short = ''] = name.split(':')
  // A policy without a namespace is met under the marker's own.
  const names = policies.map((policy) => (policy.anyNamespace ? namespace + policy.name.slice(1) : policy.name))
  const sameShort = names.filter((known) => known.endsWith(`:${short}`))
  return nearest(name, names) ?? (sameShort.length === 1 ? sameShort[0] : undefined)
}

function lintPolicy(policy: Policy, fields: readonly MarkedField[]): readonly Finding[] {
  const counted = fields.filter(({ place }) => inScope(policy.paths, place.path))
  const read = counted.map((field) => ({ field, found: lintField(policy, field) }))
  // A place that is wrong by itself need not agree with the others.
  const sound = read.filter(({ found }) => found === undefined).map(({ field }) => field)
  return [...read.flatMap(({ found }) => found ?? []), ...disagreements(sound)]
}

/** Places whose tag is not that of the most places (of equally many: not that of the first), and the same of digests. */
function disagreements(fields: readonly MarkedField[]): readonly Finding[] {
  const norm = usual(fields, (field) => readValue(field).tag)
  const atNorm = fields.filter((field) => norm === undefined || (readValue(field).tag ?? norm.value) === norm.value)
  const tags = differing(fields, norm, (field) => readValue(field).tag)
  const digestOf = (field: MarkedField): string | undefined => readValue(field).digest
  return [...tags, ...differing(atNorm, usual(atNorm, digestOf), digestOf)]
}

interface Usual {
  readonly value: string
  readonly field: MarkedField
}

type Reading = (field: MarkedField) => string | undefined

function usual(fields: readonly MarkedField[], read: Reading): Usual | undefined {
  let most: readonly MarkedField[] = []
  for (const [value, same] of Map.groupBy(fields, read))
    if (value !== undefined && same.length > most.length) most = same
  const [field] = most
  const value = field === undefined ? undefined : read(field)
  return field === undefined || value === undefined ? undefined : { value, field }
}

function differing(fields: readonly MarkedField[], norm: Usual | undefined, read: Reading): readonly Finding[] {
  if (norm === undefined) return []
  return fields.flatMap((field) => {
    const value = read(field)
    if (value === undefined || value === norm.value) return []
    const otherPlace = formatPlace(norm.field.place)
    const args = { policy: field.marker.policy, value, other: norm.value, otherPlace }
    return [finding('POLICY_DISAGREES', args, field.place)]
  })
}

function endedHolds(policies: readonly Policy[], today: string): readonly Finding[] {
  return policies
    .filter((policy) => holdOn(policy, undefined, today, compareByOrder).kind === 'ended')
    .map(({ name, hold, place }) => finding('HOLD_ENDED', { policy: name, until: hold?.until ?? '' }, place))
}

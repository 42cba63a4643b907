import { BumpError, type Problem } from '../../errors.ts'
import { finding, type Finding } from '../../finding.ts'
import { formatPlace, type PolicyName, type RepoPath } from '../../names.ts'
import { FLUX_GROUP } from './group.ts'
import { readFluxObjects, type FluxObject } from './objects.ts'
import { isPartial, resolveFlux, type Resolved } from './resolve.ts'
import type { Policy, PolicyFile } from '../policy.ts'

/** A file without this text holds no Flux object that matters here. */
export const FLUX_TEXT = FLUX_GROUP

/**
 * Reads the Flux objects of some files into policies, in the order they stand. What text alone does not say is a finding.
 * A policy without `metadata.namespace` is named `*:name` and answers to every namespace.
 * Copies of a policy that mean the same count once; copies that differ count not at all.
 * @param isAsked whether a marker depends on the policy of that bare name; a clash that no marker meets is a finding
 * @throws {BumpError} BAD_POLICY when two policies without a namespace share a name that is asked for
 */
export function fluxPolicies(
  files: readonly { readonly path: RepoPath; readonly text: string }[],
  isAsked: (name: string) => boolean = () => true,
): {
  readonly policies: readonly Policy[]
  readonly findings: readonly Finding[]
} {
  const objects = readFluxObjects(files)
  const findings = [...objects.findings]
  const resolved: Resolved[] = []
  const partial = Map.groupBy(objects.policies.filter(isPartial), ({ name }) => name)
  const others = { ...objects, repositories: Map.groupBy(objects.repositories, ({ name }) => name) }
  for (const object of objects.policies) {
    const name = fluxName(object)
    const patch = partial.get(object.name)?.find((other) => other !== object && mayPatch(other, object))
    const result = resolveFlux(object, name, others)
    if (!result.ok) findings.push(unresolved(object, result.reason))
    else if (patch !== undefined) findings.push(unresolved(object, `${formatPlace(patch.place)} changes it`))
    else resolved.push(result.value)
  }
  const { policies, clashes } = withoutCopies(resolved, isAsked)
  return { policies, findings: [...findings, ...clashes] }
}

/**
 * The policies that count: those of the file, and Flux's whose name the file does not define. A Flux policy `*:shop` stays
 * beside `prod:shop` of the file, for the other namespaces.
 */
export function mergePolicies(file: PolicyFile, flux: readonly Policy[]): readonly Policy[] {
  if (!file.flux || flux.length === 0) return file.policies
  const defined = new Set(file.policies.map(({ name }) => name))
  return [...file.policies, ...flux.filter(({ name }) => !defined.has(name))]
}

/** The policy that a marker names: the one of that very name, or one that answers to every namespace. */
export function findPolicy(policies: readonly Policy[], name: PolicyName): Policy | undefined {
  return policyFinder(policies)(name)
}

/** The same for many names: the policies are gone through once. */
export function policyFinder(policies: readonly Policy[]): (name: PolicyName) => Policy | undefined {
  const byName = new Map<string, Policy>()
  const anywhere = new Map<string, Policy>()
  for (const policy of policies) {
    // Of two with one name the first counts.
    if (!byName.has(policy.name)) byName.set(policy.name, policy)
    if (policy.anyNamespace && !anywhere.has(policy.name)) anywhere.set(policy.name, policy)
  }
  return (name) => byName.get(name) ?? anywhere.get(`*${name.slice(name.indexOf(':'))}`)
}

function fluxName({ namespace, name }: FluxObject): PolicyName {
  return `${namespace ?? '*'}:${name}` as PolicyName
}

/** Of two objects of one name. Kustomize merges one that has only some fields into the other, as other files tell it. */
function mayPatch(patch: FluxObject, object: FluxObject): boolean {
  const sameNamespace = patch.namespace === object.namespace
  return (
    patch.name === object.name && (sameNamespace || patch.namespace === undefined || object.namespace === undefined)
  )
}

function unresolved(object: FluxObject, reason: string): Finding {
  const name = fluxName(object)
  const shown = `${object.namespace ?? '<namespace>'}:${object.name || '<name>'}`
  const advice = `; define "${shown}" with image and policy under policies in the policy file`
  return finding('FLUX_UNRESOLVED', { policy: name, reason: reason + advice }, object.place)
}

function withoutCopies(
  resolved: readonly Resolved[],
  isAsked: (name: string) => boolean,
): {
  readonly policies: readonly Policy[]
  readonly clashes: readonly Finding[]
} {
  const policies: Policy[] = []
  const clashes: Finding[] = []
  const problems: Problem[] = []
  for (const copies of Map.groupBy(resolved, ({ policy }) => policy.name).values()) {
    const [first, second] = copies
    if (first === undefined) continue
    const places = copies.map(({ policy }) => formatPlace(policy.place)).join(' and ')
    if (second !== undefined && first.policy.anyNamespace) {
      const message = sharedName(first.object.name, places)
      if (isAsked(first.object.name)) problems.push({ place: second.policy.place, message })
      else clashes.push(finding('FLUX_UNRESOLVED', { policy: first.policy.name, reason: message }, second.policy.place))
    } else if (copies.some(({ meaning }) => meaning !== first.meaning)) {
      clashes.push(unresolved(first.object, `${places} define it differently`))
    } else {
      policies.push(first.policy)
    }
  }
  if (problems.length > 0) throw new BumpError('BAD_POLICY', problems)
  return { policies, clashes }
}

function sharedName(name: string, places: string): string {
  return (
    `two ImagePolicy objects "${name}" without metadata.namespace: ${places}. ` +
    'Write their namespaces, or write the policies in the policy file with "flux: false"'
  )
}

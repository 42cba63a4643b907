import type { ImageReference } from '../image/reference.ts'
import type { Mentions } from '../marker/mentions.ts'
import type { PolicyName } from '../names.ts'
import { policyFinder } from '../policy/flux/flux.ts'
import type { Policy } from '../policy/policy.ts'
import { concerning } from './wish.ts'

/**
 * The policies whose marked fields are read: those that something was built for, and those that a branch of ours says
 * something about. Any other moves nothing, whatever its fields hold.
 */
export type Asked = ReadonlySet<Policy>

/** The policies that are asked for by images, and by names that markers use. */
export function askedBy(
  policies: readonly Policy[],
  built: readonly ImageReference[],
  names: Iterable<PolicyName>,
): Asked {
  const concerned = policies.filter((policy) => concerning(policy, built).length > 0)
  const find = policyFinder(policies)
  return new Set([...concerned, ...[...names].flatMap((name) => find(name) ?? [])])
}

/** The policies that some files name. One that may name any is read by everybody, and says for itself whom it concerns. */
export function policiesNamed(policies: readonly Policy[], files: readonly Mentions[]): Asked {
  const names = new Set(files.flatMap((mentions) => (mentions.names === 'any' ? [] : [...mentions.names])))
  return askedBy(policies, [], names)
}

type FileTest = (mentions: Mentions) => boolean

/** Which files have to be read for some policies: those that name one of them, and those of which only reading tells. */
export function mayConcern(policies: readonly Policy[], asked: Asked): FileTest {
  return anyName(policies, true, (policy) => policy !== undefined && asked.has(policy))
}

/** Which files name a policy that nobody defines. */
export function namesNobody(policies: readonly Policy[]): FileTest {
  return anyName(policies, false, (policy) => policy === undefined)
}

function anyName(
  policies: readonly Policy[],
  unclear: boolean,
  isMeant: (policy: Policy | undefined) => boolean,
): FileTest {
  const find = policyFinder(policies)
  return ({ names }) => (names === 'any' ? unclear : [...names].some((name) => isMeant(find(name))))
}

export function both(a: Asked, b: Asked): Asked {
  return new Set([...a, ...b])
}

export function isWithin(part: Asked, whole: Asked): boolean {
  return [...part].every((policy) => whole.has(policy))
}

import type { ImageReference } from '../image/reference.ts'
import type { Mentions } from '../marker/mentions.ts'
import type { PolicyName } from '../names.ts'
import { policyFinder } from '../policy/flux/flux.ts'
import type { Policy, PolicyFile } from '../policy/policy.ts'
import { readMarked, readRules, type Rules, type SourceFile } from './snapshot.ts'
import { concerning } from './wish.ts'

/** A file that a search has found, and what it may matter to. */
export interface Mentioning {
  readonly mentions: Mentions
}

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

/** Which files have to be read for markers that name policies by these very names, whoever defines them. */
export function mayName(wanted: Pick<ReadonlySet<PolicyName>, 'has'>): FileTest {
  return ({ names }) => names === 'any' || [...names].some((name) => wanted.has(name))
}

/** Of what a search has found, the files that the rules depend on. */
export function filesOfRules<Found extends Mentioning>(
  { flux }: PolicyFile,
  found: readonly Found[],
): readonly Found[] {
  return flux ? found.filter(({ mentions }) => mentions.flux || mentions.names === 'any') : []
}

/**
 * The rules of a repository of which no more was read than they depend on.
 * @param found everything that a search has found
 * @param files its `filesOfRules`
 * @throws {BumpError} BAD_POLICY when Flux objects clash that something asks for by the look of its bytes
 */
export function rulesAmong(file: PolicyFile, found: readonly Mentioning[], files: readonly SourceFile[]): Rules {
  const named = found.flatMap(({ mentions: { names } }): readonly PolicyName[] => (names === 'any' ? [] : [...names]))
  const read = readMarked(files, file.files).fields.map(({ marker }) => marker.policy)
  return readRules(file, files, [...named, ...read])
}

// Who names a policy that nobody defines is told so in passing; the command `lint` tells all of them.
const MOST_STRAYS = 20

/**
 * Of what a search has found, the files that are read for some policies: those that may name one of them, those that may
 * define one, and a few that name nobody's.
 */
export function filesFor<Found extends Mentioning>(
  policies: readonly Policy[],
  asked: Asked,
  found: readonly Found[],
): readonly Found[] {
  const isAsked = mayConcern(policies, asked)
  const isStray = namesNobody(policies)
  let strays = 0
  return found.filter(
    ({ mentions }) => isAsked(mentions) || mentions.flux || (isStray(mentions) && ++strays <= MOST_STRAYS),
  )
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

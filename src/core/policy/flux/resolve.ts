import { quote, readImageName, type ImageName, type Parsed } from '../../image/reference.ts'
import { formatPlace, type PolicyName } from '../../names.ts'
import { readFilter, type Filter } from '../filter.ts'
import { nodeAt, textAt, type FluxObject } from './objects.ts'
import { fluxScope } from './scope.ts'
import type { DigestRule, Order, Policy } from '../policy.ts'
import { readRange } from '../range.ts'
import type { Node } from '../shape/tree.ts'

export interface Resolved {
  readonly object: FluxObject
  readonly policy: Policy
  /** Equal for two copies that choose the same. */
  readonly meaning: string
}

/** What else of Flux the files hold. */
export interface OtherObjects {
  /** By `metadata.name`. */
  readonly repositories: ReadonlyMap<string, readonly FluxObject[]>
  readonly automations: readonly FluxObject[]
}

/** Makes a policy of an ImagePolicy, or says what its text leaves open. `suspend` does not matter: its tags still count. */
export function resolveFlux(object: FluxObject, name: PolicyName, others: OtherObjects): Parsed<Resolved> {
  const { spec, namespace, place } = object
  if (object.name === '') return no('it has no metadata.name here')
  const badName = [object.name, namespace ?? object.name].find((part) => !KUBERNETES_NAME.test(part))
  if (badName !== undefined) return no(variableOr(badName, 'the name', `${quote(badName)} is not a name of Kubernetes`))
  const odd = TEXTS.find((keys) => !isTextOrAbsent(nodeAt(spec, ...keys)))
  if (odd !== undefined) return no(`spec.${odd.join('.')} is not text; put it in quotes`)
  if (isPartial(object))
    return no(`it has no ${nodeAt(spec, 'policy') === undefined ? 'spec.policy' : 'spec.imageRepositoryRef'} here`)
  const image = imageOf(object, others.repositories)
  if (!image.ok) return image
  const order = orderOf(nodeAt(spec, 'policy'))
  if (!order.ok) return order
  const filter = filterOf(spec)
  if (!filter.ok) return filter
  const digest = textAt(spec, 'digestReflectionPolicy') ?? 'Never'
  if (!isDigestRule(digest)) return no(`digestReflectionPolicy ${quote(digest)} is not Never, IfNotPresent or Always`)
  const paths = fluxScope(others.automations, namespace)
  const policy: Policy = {
    name,
    anyNamespace: namespace === undefined,
    image: image.value,
    ...(paths === undefined ? {} : { paths }),
    ...(filter.value === undefined ? {} : { filter: filter.value }),
    order: order.value,
    digest,
    place,
    origin: 'flux',
  }
  const { pattern, extract } = filter.value ?? {}
  const range = textAt(spec, 'policy', 'semver', 'range')
  const direction = 'direction' in order.value ? order.value.direction : ''
  const meaning = JSON.stringify([image.value, order.value.kind, range, direction, pattern, extract, digest])
  return { ok: true, value: { object, policy, meaning } }
}

/** Whether a kustomize patch must fill it in, or it is such a patch. */
export function isPartial({ spec }: FluxObject): boolean {
  return nodeAt(spec, 'policy') === undefined || nodeAt(spec, 'imageRepositoryRef') === undefined
}

/** Fields of an ImagePolicy that Kubernetes takes as text only: `range: 1` would not get into a cluster. */
const TEXTS = [
  ['imageRepositoryRef', 'name'],
  ['imageRepositoryRef', 'namespace'],
  ['policy', 'semver', 'range'],
  ['policy', 'alphabetical', 'order'],
  ['policy', 'numerical', 'order'],
  ['filterTags', 'pattern'],
  ['filterTags', 'extract'],
  ['digestReflectionPolicy'],
] as const

function isTextOrAbsent(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && (node.value === null || typeof node.value === 'string'))
}

const KUBERNETES_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/

function imageOf({ spec, namespace }: FluxObject, repositories: OtherObjects['repositories']): Parsed<ImageName> {
  const name = textAt(spec, 'imageRepositoryRef', 'name') ?? ''
  const wanted = textAt(spec, 'imageRepositoryRef', 'namespace') ?? namespace
  const named = repositories.get(name) ?? []
  const exact = named.filter((repository) => repository.namespace === wanted)
  // Either side may get its namespace from kustomize.
  const near = named.filter((repository) => wanted === undefined || repository.namespace === undefined)
  const found = exact.length > 0 ? exact : near
  const [first] = found
  if (first === undefined)
    return no(
      variableOr(name, 'imageRepositoryRef', `no file has its ImageRepository ${quote(`${wanted ?? '*'}:${name}`)}`),
    )
  const images = new Set(found.map((repository) => textAt(repository.spec, 'image')))
  if (images.size > 1) {
    const places = found.map(({ place }) => formatPlace(place)).join(' and ')
    return no(`several ImageRepository objects could be meant, with different images: ${places}`)
  }
  const [image] = images
  if (image === undefined) return no(`its ImageRepository (${formatPlace(first.place)}) has no spec.image here`)
  const parsed = readImageName(image)
  return parsed.ok ? parsed : no(variableOr(image, 'the image', `its image ${quote(image)}: ${parsed.reason}`))
}

/** Flux's own precedence where several are written: semver, alphabetical, numerical. */
function orderOf(policy: Node | undefined): Parsed<Order> {
  if (nodeAt(policy, 'semver') !== undefined) {
    const text = textAt(policy, 'semver', 'range')
    if (text === undefined) return no('spec.policy.semver has no range')
    const range = readRange(text)
    if (range.ok) return { ok: true, value: { kind: 'semver', range: range.value } }
    return no(variableOr(text, 'the range', range.reason))
  }
  for (const kind of ['alphabetical', 'numerical'] as const) {
    const choice = nodeAt(policy, kind)
    if (choice === undefined) continue
    const direction = (textAt(choice, 'order') ?? 'asc').toLowerCase()
    if (direction === 'asc' || direction === 'desc') return { ok: true, value: { kind, direction } }
    return no(variableOr(direction, 'the order', `its order ${quote(direction)} is neither asc nor desc`))
  }
  return no('spec.policy has neither semver nor alphabetical nor numerical')
}

function filterOf(spec: Node | undefined): Parsed<Filter | undefined> {
  if (nodeAt(spec, 'filterTags') === undefined) return { ok: true, value: undefined }
  const pattern = textAt(spec, 'filterTags', 'pattern') ?? ''
  const written = textAt(spec, 'filterTags', 'extract') ?? ''
  if (VARIABLE.test(pattern)) return no(variableOr(pattern, 'the pattern', ''))
  const filter = readFilter(pattern, unescape(written))
  if (!filter.ok) return filter
  const { groupNames } = filter.value
  // Both Go's template and Flux's substitution write ${x}: it is Go's when the pattern has such a group.
  const isGroup = (name: string) => (/^\d+$/.test(name) ? Number(name) < groupNames.length : groupNames.includes(name))
  const variable = [...written.matchAll(VARIABLES)].find(([, name = '']) => !isGroup(name))
  return variable === undefined ? filter : no(variableOr(variable[0], 'the extract', ''))
}

const VARIABLE = /(?<!\$)\$\{[^}]*\}/
const VARIABLES = /(?<!\$)\$\{([^}]*)\}/g

/** Flux's substitution makes `${x}` of `$${x}`. */
function unescape(text: string): string {
  return text.replaceAll('$${', () => '${')
}

/** The reason of a text that cannot be used: a variable in it, if there is one. */
function variableOr(text: string, what: string, otherwise: string): string {
  const [variable] = VARIABLE.exec(text) ?? []
  return variable === undefined ? otherwise : `${what} holds ${quote(variable).slice(1, -1)}, which Flux fills in later`
}

function isDigestRule(text: string): text is DigestRule {
  return text === 'Never' || text === 'IfNotPresent' || text === 'Always'
}

function no(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}

import type { YAMLMap } from 'yaml'
import { readDigest, readImageName } from '../image/reference.ts'
import {
  sightReference,
  tagField,
  valueAt,
  valueOf,
  type SightedField,
  type Sighting,
  type Targets,
  type Value,
} from './sighting.ts'

/** The images that one mapping names in its own scalars; `under` is the key that the mapping stands under. */
export function sightMap(map: YAMLMap, under: string, targets: Targets): readonly Sighting[] {
  const kustomize = under === 'images' ? sightKustomize(map, targets) : undefined
  if (kustomize !== undefined) return [kustomize]
  const pair = sightPair(map, under, targets)
  const patched = valueAt(map, 'path', targets)?.text.endsWith('/image') === true
  const references = map.items.flatMap(({ key, value }) => {
    const whole = valueOf(value, targets)
    // `image: acme/shop` beside `tag: 1.2` is the name of the pair.
    if (whole === undefined || pair?.name === whole.node) return []
    const name = valueOf(key, targets)?.text ?? ''
    // Containers, Compose services, custom resources; a patch of JSON; a map `images: {shop: …}`.
    const named =
      /^image$|[a-z0-9]Image$/.test(name) ||
      (patched && name === 'value') ||
      (under === 'images' && /[:@]/.test(whole.text))
    const sighting = named ? sightReference(whole) : undefined
    return sighting === undefined ? [] : [sighting]
  })
  return pair === undefined ? references : [pair.sighting, ...references]
}

/** An entry of kustomize's `images`. */
function sightKustomize(map: YAMLMap, targets: Targets): Sighting | undefined {
  const at = (key: string): Value | undefined => valueAt(map, key, targets)
  const [name, newName, newTag, digest] = [at('name'), at('newName'), at('newTag'), at('digest')]
  if (newName === undefined && newTag === undefined && digest === undefined) return undefined
  const image = readImageName((newName ?? name)?.text ?? '')
  if (!image.ok) return undefined
  const fields = [...tagAndDigest(newTag, digest), ...(newName === undefined ? [] : [nameField(newName)])]
  const untagged = newTag === undefined && digest === undefined
  return {
    image: image.value,
    ...tagText(newTag),
    pinned: digest !== undefined,
    fields: untagged ? fields.map((field) => ({ ...field, why: 'the entry has no newTag; write one' })) : fields,
  }
}

/** The names that charts and operators give to the two halves of a reference. */
const TAG_KEYS = ['tag', 'imageTag'] as const

/** `repository` and `tag` as charts have them, maybe with `registry` and `digest`. */
function sightPair(
  map: YAMLMap,
  under: string,
  targets: Targets,
): { readonly name: Value['node']; readonly sighting: Sighting } | undefined {
  const at = (key: string): Value | undefined => valueAt(map, key, targets)
  const tag = at(TAG_KEYS[0]) ?? at(TAG_KEYS[1])
  const digest = at('digest')
  // `name` is a word for anything; below a key that ends in "image" it is the image's.
  const named = /image$/i.test(under) ? (at('repo') ?? at('name')) : undefined
  const repository = at('repository') ?? at('image') ?? named
  if (repository === undefined || (tag === undefined && (digest === undefined || digest.text === ''))) return undefined
  return sighted(repository, at('registry'), tag, digest)
}

function sighted(
  repository: Value,
  registry: Value | undefined,
  tag: Value | undefined,
  digest: Value | undefined,
): { readonly name: Value['node']; readonly sighting: Sighting } | undefined {
  const apart = registry !== undefined && registry.text !== ''
  const image = readImageName(apart ? `${registry.text}/${repository.text}` : repository.text)
  if (!image.ok) return undefined
  const why = apart ? 'registry and repository are two fields, and a :name marker writes both at once' : undefined
  const name: SightedField = { ...nameField(repository), optional: true, ...(why === undefined ? {} : { why }) }
  const pinned = digest !== undefined && digest.text !== ''
  return {
    name: repository.node,
    sighting: {
      image: image.value,
      ...tagText(tag),
      pinned,
      fields: [name, ...tagAndDigest(tag, pinned ? digest : undefined)],
    },
  }
}

/** The same pair as one by one named values: Argo CD's `parameters: [{name: image.tag, value: "1.2"}]`. */
export function sightParameters(items: readonly YAMLMap[], targets: Targets): readonly Sighting[] {
  const values = new Map<string, Value>()
  for (const item of items) {
    const name = valueAt(item, 'name', targets)?.text
    const value = valueAt(item, 'value', targets)
    if (name !== undefined && value !== undefined && !values.has(name)) values.set(name, value)
  }
  return [...values].flatMap(([name, value]) => {
    const whole = /(?:^|\.)(?:image|[a-z0-9]+Image)$/.test(name) ? sightReference(value) : undefined
    if (whole !== undefined) return [whole]
    const prefix = /^((?:.*\.)?)repository$/.exec(name)?.[1] ?? /^((?:.*\.)?image\.)name$/i.exec(name)?.[1]
    if (prefix === undefined) return []
    const at = (key: string): Value | undefined => values.get(prefix + key)
    const tag = at('tag')
    const pair = tag === undefined ? undefined : sighted(value, at('registry'), tag, at('digest'))
    return pair === undefined ? [] : [pair.sighting]
  })
}

function nameField(value: Value): SightedField {
  return { value, part: 'name' }
}

function tagText(tag: Value | undefined): { readonly tag?: string } {
  return tag === undefined || tag.text === '' ? {} : { tag: tag.text }
}

function tagAndDigest(tag: Value | undefined, digest: Value | undefined): readonly SightedField[] {
  return [...(tag === undefined ? [] : [tagField(tag)]), ...(digest === undefined ? [] : [digestField(digest)])]
}

function digestField(value: Value): SightedField {
  return { value, part: 'digest', ...(readDigest(value.text).ok ? {} : { why: 'it is not a digest' }) }
}

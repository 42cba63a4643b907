import { isAlias, isCollection, isPair, isScalar, type Alias, type Document, type Scalar, type YAMLMap } from 'yaml'
import { readImageName, readReference, readTag, type ImageName } from '../image/reference.ts'
import { withoutFinalNewlines } from '../marker/lines.ts'
import type { Part } from '../marker/marker.ts'

/** An image as the nodes of a document name it; whether a comment can stand there is asked later. */
export interface Sighting {
  readonly image: ImageName
  readonly tag?: string
  readonly pinned?: boolean
  readonly fields: readonly SightedField[]
}

export interface SightedField {
  readonly value: Value
  readonly part: Part
  readonly optional?: boolean
  /** Why no marker can stand here, whatever the line looks like. */
  readonly why?: string
}

/** A value of a mapping or an item of a sequence, with the text it reads as. */
export interface Value {
  readonly node: Scalar | Alias
  readonly text: string
}

/** What each alias of a document stands for. */
export type Targets = ReadonlyMap<Alias, unknown>

/** In one pass, where asking each alias would take one pass each. */
export function aliasTargets(document: Document): Targets {
  const anchored = new Map<string, unknown>()
  const targets = new Map<Alias, unknown>()
  const waiting: unknown[] = [document.contents]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (isAlias(node)) targets.set(node, anchored.get(node.source))
    else if (isPair(node)) waiting.push(node.value, node.key)
    else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node)
      if (isCollection(node)) for (const item of node.items.toReversed()) waiting.push(item)
    }
  }
  return targets
}

/** The scalar or alias of a node, undefined for anything else; an alias reads as what it stands for. */
export function valueOf(node: unknown, targets: Targets): Value | undefined {
  if (isScalar(node)) return { node, text: textOf(node) }
  if (!isAlias(node)) return undefined
  const target = targets.get(node)
  return isScalar(target) ? { node, text: textOf(target) } : undefined
}

/** The value of a key; of a key that stands twice the first, as everywhere. */
export function valueAt(map: YAMLMap, key: string, targets: Targets): Value | undefined {
  return valueOf(nodeAt(map, key), targets)
}

/** The node of a key, of one that stands twice the first. */
export function nodeAt(map: YAMLMap, key: string): unknown {
  return map.items.find(({ key: own }) => isScalar(own) && own.value === key)?.value
}

/** A whole reference in one scalar; undefined when it is none, nor nearly. */
export function sightReference(value: Value): Sighting | undefined {
  const parsed = readReference(value.text)
  if (parsed.ok) {
    const { name: image, tag, digest } = parsed.value
    const bare = tag === undefined && digest === undefined
    return {
      image,
      ...(tag === undefined ? {} : { tag }),
      pinned: digest !== undefined,
      fields: [{ value, part: 'reference', ...(bare ? { why: WITHOUT_TAG } : {}) }],
    }
  }
  const [, name = '', rest = ''] = /^([^\s:@${}]+(?::[0-9]+\/[^\s:@${}]+)?)(.*)$/s.exec(value.text) ?? []
  const image = readImageName(name)
  if (!image.ok || !/\$|\{\{/.test(rest)) return undefined
  return { image: image.value, fields: [{ value, part: 'reference', why: FILLED_IN }] }
}

/** The tag of an image in a scalar of its own. */
export function tagField(value: Value): SightedField {
  if (readTag(value.text).ok) return { value, part: 'tag' }
  if (value.text === '') return { value, part: 'tag', why: EMPTY_TAG }
  const pinned = readReference(`x:${value.text}`).ok
  const why = pinned ? TAG_AND_DIGEST : /\$|\{\{/.test(value.text) ? FILLED_IN : 'it is not a tag'
  return { value, part: 'tag', why }
}

const WITHOUT_TAG = 'it has neither tag nor digest; write a tag here, or mark where the tag is set'
const FILLED_IN = 'a variable or a template fills it in'
const TAG_AND_DIGEST = 'it holds tag and digest, and a :tag marker writes the tag alone'
const EMPTY_TAG = 'the tag is empty, so something else decides it; write a tag'

function textOf({ source, value, type }: Scalar): string {
  const text = source ?? (typeof value === 'string' ? value : '')
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return withoutFinalNewlines(text)
  // What is written `null`, `~` or not at all names no tag.
  return value === null ? '' : text
}

/**
 * Fills the properties that GitHub's description requires and the stand-in has nothing to say about (its dozens of links and
 * counters), so that a handler states facts and an answer is still whole. What is stated is never changed.
 */
import { resolve } from './openapi.ts'
import type { Schema } from './openapi.ts'

type Properties = Readonly<Record<string, Schema>>

export function complete(schema: Schema, value: unknown, root: string): unknown {
  return filled(schema, value, { root, key: '' })
}

interface Place {
  readonly root: string
  readonly key: string
}

function filled(node: Schema, value: unknown, place: Place): unknown {
  const schema = resolve(node)
  if (value === null) return null
  if (Array.isArray(value)) {
    const items = itemsOf(schema)
    return items === undefined ? value : value.map((item) => filled(items, item, place))
  }
  if (value !== undefined && typeof value !== 'object') return value
  if (value === undefined && schema['nullable'] === true) return null
  const shape = shapeOf(schema, value ?? {})
  if (shape === undefined) return value ?? blank(schema, place)
  const out: Record<string, unknown> = { ...value }
  for (const [key, property] of Object.entries(shape.properties)) {
    if (out[key] === undefined && !shape.required.has(key)) continue
    out[key] = filled(property, out[key], { root: place.root, key })
  }
  return out
}

/** The properties of an object schema; of alternatives those of the one that names most of what is stated. */
function shapeOf(node: Schema, value: object): { properties: Properties; required: Set<string> } | undefined {
  const schema = resolve(node)
  const all = schema['allOf'] as readonly Schema[] | undefined
  const any = (schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined
  const parts = (all ?? []).map((part) => shapeOf(part, value)).filter((shape) => shape !== undefined)
  const choices = (any ?? []).map((part) => shapeOf(part, value)).filter((shape) => shape !== undefined)
  const fit = (shape: { properties: Properties }): number =>
    Object.keys(value).filter((key) => key in shape.properties).length
  const best = choices.sort((a, b) => fit(b) - fit(a))[0]
  if (best !== undefined) parts.push(best)
  if ('properties' in schema)
    parts.push({
      properties: schema['properties'] as Properties,
      required: new Set((schema['required'] ?? []) as readonly string[]),
    })
  if (parts.length === 0) return undefined
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Properties,
    required: new Set(parts.flatMap(({ required }) => [...required])),
  }
}

function itemsOf(schema: Schema): Schema | undefined {
  if (schema['items'] !== undefined) return schema['items'] as Schema
  const any = (schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined
  return any?.map((part) => itemsOf(resolve(part))).find((items) => items !== undefined)
}

function blank(schema: Schema, { root, key }: Place): unknown {
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as readonly Schema[] | undefined
  if (choices?.[0] !== undefined) return filled(choices[0], undefined, { root, key })
  const values = schema['enum'] as readonly unknown[] | undefined
  if (values?.[0] !== undefined) return values[0]
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'array':
      return []
    case 'object':
      return {}
    default:
      if (schema['format'] === 'date-time') return '2026-01-01T00:00:00Z'
      return schema['format'] === 'uri' || key === 'url' || key.endsWith('_url') ? `${root}/${key}` : ''
  }
}

import { quote } from '../../image/reference.ts'
import type { Place } from '../../names.ts'
import {
  didYouMean,
  brokenRule,
  shape,
  text,
  wrongType,
  type At,
  type JsonSchema,
  type Shape,
  type TextRules,
  type FieldOf,
} from './shape.ts'
import type { MapNode } from './tree.ts'

/** A list of items that all read alike. `ifEmpty`: an empty one is a mistake, and what to do; `unique`: none may stand twice. */
export function list<Item>(
  about: string,
  item: Shape<Item>,
  { ifEmpty, unique = false }: { readonly ifEmpty?: string; readonly unique?: boolean } = {},
): Shape<readonly Item[]> {
  return shape(
    {
      type: 'array',
      description: about,
      items: item.schema,
      ...(ifEmpty === undefined ? {} : { minItems: 1 }),
      ...(unique ? { uniqueItems: true } : {}),
    },
    (node, at, report) => {
      if (node.kind !== 'list') return wrongType(node, at, 'a list', report)
      if (node.items.length === 0 && ifEmpty !== undefined)
        report({ place: node.place, message: `${at.what} is empty: ${ifEmpty}` })
      const values: Item[] = []
      const seen = new Set<Item>()
      for (const [index, child] of node.items.entries()) {
        const value = item.read(child, { what: `${at.what}[${index}]`, place: child.place }, report)
        if (value === undefined) continue
        if (unique && seen.has(value))
          report({ place: child.place, message: `${at.what} names ${quote(String(value))} twice; keep one of them` })
        seen.add(value)
        values.push(value)
      }
      return values
    },
  )
}

export interface MapEntry<Value> {
  readonly key: string
  readonly place: Place
  readonly value: Value
}

/** A map whose keys a person chooses. */
export function mapOf<Value>(
  about: string,
  key: TextRules & { readonly what: string },
  value: Shape<Value>,
): Shape<readonly MapEntry<Value>[]> {
  return shape(
    {
      type: 'object',
      description: about,
      propertyNames: text(key).schema,
      additionalProperties: value.schema,
    },
    (node, at, report) => {
      if (node.kind !== 'map') return wrongType(node, at, 'a map', report, `write "${at.what}: {}" for none`)
      return node.entries.flatMap((entry) => {
        const broken = brokenRule(entry.key, key)
        if (broken !== undefined) report({ place: entry.place, message: `${key.what} ${quote(entry.key)}: ${broken}` })
        const read = value.read(entry.value, { what: `${key.what} ${quote(entry.key)}`, place: entry.place }, report)
        return read === undefined ? [] : [{ key: entry.key, place: entry.place, value: read }]
      })
    },
  )
}

type Fields = Readonly<Record<string, Shape<unknown, unknown>>>
export type Values<F extends Fields> = { readonly [Key in keyof F]: FieldOf<F[Key]> }

export interface ObjectRules {
  readonly title?: string
  /** Keys that mean nothing to us, where people keep their anchors. */
  readonly ignore?: RegExp
  /** At least one of these keys must be there. */
  readonly oneAtLeast?: readonly string[]
  /** Exactly one key must be there. */
  readonly exactlyOne?: boolean
  /** An empty value means `{}`. */
  readonly mayBeNull?: boolean
}

/** A map with known keys. */
export function object<F extends Fields>(about: string, fields: F, rules: ObjectRules = {}): Shape<Values<F>> {
  return shape(objectSchema(about, fields, rules), (node, at, report) => {
    const isEmpty = node.kind === 'scalar' && node.value === null && rules.mayBeNull === true
    const map: MapNode | undefined = isEmpty
      ? { kind: 'map', entries: [], place: node.place }
      : node.kind === 'map'
        ? node
        : undefined
    if (map === undefined) return wrongType(node, at, 'a map', report)
    const values = new Map<string, unknown>()
    const written = new Set<string>()
    for (const { key, place, value } of map.entries) {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (field !== undefined) {
        written.add(key)
        values.set(key, field.read(value, { what: key, place }, report))
      } else if (rules.ignore?.test(key) !== true) {
        report({ place, message: unknownKey(key, at, Object.keys(fields)) })
      }
    }
    for (const message of missing(fields, written, at, rules)) report({ place: at.place, message })
    return complete(fields, values, written)
  })
}

/** The values, with defaults for missing keys; undefined when a required one is missing, or any is wrong. */
function complete<F extends Fields>(
  fields: F,
  values: ReadonlyMap<string, unknown>,
  written: ReadonlySet<string>,
): Values<F> | undefined {
  const all = Object.entries(fields).map(([key, field]) => {
    const value = written.has(key) ? values.get(key) : field.absent
    return { key, value, isRight: written.has(key) ? value !== undefined : field.required === undefined }
  })
  if (!all.every(({ isRight }) => isRight)) return undefined
  return Object.fromEntries(all.map(({ key, value }) => [key, value])) as Values<F>
}

function* missing(fields: Fields, written: ReadonlySet<string>, at: At, rules: ObjectRules): Iterable<string> {
  for (const [key, field] of Object.entries(fields))
    if (field.required !== undefined && !written.has(key))
      yield `${at.what} has no ${key}; write e.g. ${field.required}`
  const choices = Object.keys(fields)
  if (rules.exactlyOne === true && written.size !== 1)
    yield `${at.what} must have exactly one of ${choices.join(', ')}${written.size === 0 ? '' : `; it has ${[...written].join(' and ')}`}`
  const { oneAtLeast } = rules
  if (oneAtLeast !== undefined && !oneAtLeast.some((key) => written.has(key)))
    yield `${at.what} needs ${oneAtLeast.join(' or ')}`
}

function objectSchema(about: string, fields: Fields, rules: ObjectRules): JsonSchema {
  const entries = Object.entries(fields)
  const requiredKeys = entries.filter(([, field]) => field.required !== undefined).map(([key]) => key)
  return {
    ...(rules.title === undefined ? {} : { title: rules.title }),
    type: rules.mayBeNull === true ? ['object', 'null'] : 'object',
    description: about,
    properties: Object.fromEntries(entries.map(([key, field]) => [key, field.schema])),
    ...(rules.ignore === undefined ? {} : { patternProperties: { [rules.ignore.source]: {} } }),
    ...(requiredKeys.length === 0 ? {} : { required: requiredKeys }),
    ...(rules.exactlyOne === true ? { minProperties: 1, maxProperties: 1 } : {}),
    ...(rules.oneAtLeast === undefined ? {} : { anyOf: rules.oneAtLeast.map((key) => ({ required: [key] })) }),
    additionalProperties: false,
  }
}

function unknownKey(key: string, { what }: At, known: readonly string[]): string {
  const hint = didYouMean(key, known)
  return `${what} knows no key ${quote(key)}${hint === '' ? `; it knows ${known.join(', ')}` : hint}`
}

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
  type Report,
  type Shape,
  type TextRules,
  type FieldOf,
} from './shape.ts'
import type { Entry } from './tree.ts'

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
        if (unique) seen.add(value)
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
      const values: MapEntry<Value>[] = []
      for (const entry of node.entries) {
        const broken = brokenRule(entry.key, key)
        if (broken !== undefined) report({ place: entry.place, message: `${key.what} ${quote(entry.key)}: ${broken}` })
        const read = value.read(entry.value, new NamedAt(key.what, entry), report)
        if (read !== undefined) values.push({ key: entry.key, place: entry.place, value: read })
      }
      return values
    },
  )
}

/** Told by its name, which is put into words when somebody asks. */
class NamedAt implements At {
  readonly place: Place
  readonly #kind: string
  readonly #name: string

  constructor(kind: string, { key, place }: Entry) {
    this.place = place
    this.#kind = kind
    this.#name = key
  }

  get what(): string {
    return `${this.#kind} ${quote(this.#name)}`
  }
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

/** A map with known keys. Keys that are not there have what they mean then. */
export function object<F extends Fields>(about: string, fields: F, rules: ObjectRules = {}): Shape<Values<F>> {
  const known: Known = new Map(Object.entries(fields))
  const hasCount = rules.exactlyOne === true || rules.oneAtLeast !== undefined
  const needed = [...known.keys()].filter((key) => known.get(key)?.required !== undefined)
  const absent = Object.fromEntries([...known].map(([key, field]) => [key, field.absent]))
  return shape(objectSchema(about, fields, rules), (node, at, report) => {
    const isEmpty = node.kind === 'scalar' && node.value === null && rules.mayBeNull === true
    if (node.kind !== 'map' && !isEmpty) return wrongType(node, at, 'a map', report)
    const values: Record<string, unknown> = { ...absent }
    const written: string[] = []
    for (const { key, place, value } of node.kind === 'map' ? node.entries : []) {
      const field = known.get(key)
      if (field !== undefined) {
        written.push(key)
        values[key] = field.read(value, { what: key, place }, report)
      } else if (rules.ignore?.test(key) !== true) {
        report({ place, message: unknownKey(key, at, [...known.keys()]) })
      }
    }
    let isRight = true
    for (const key of written) isRight &&= values[key] !== undefined
    for (const key of needed) isRight &&= written.includes(key)
    if (!isRight) tellMissing(known, written, at, report)
    if (hasCount) tellWrongCount(known, written, at, rules, report)
    return isRight ? (values as Values<F>) : undefined
  })
}

type Known = ReadonlyMap<string, Shape<unknown, unknown>>

function tellMissing(known: Known, written: readonly string[], { what, place }: At, report: Report): void {
  for (const [key, field] of known)
    if (field.required !== undefined && !written.includes(key))
      report({ place, message: `${what} has no ${key}; write e.g. ${field.required}` })
}

function tellWrongCount(
  known: Known,
  written: readonly string[],
  at: At,
  { exactlyOne = false, oneAtLeast }: ObjectRules,
  report: Report,
): void {
  if (exactlyOne && written.length !== 1) {
    const has = written.length === 0 ? '' : `; it has ${written.join(' and ')}`
    report({ place: at.place, message: `${at.what} must have exactly one of ${[...known.keys()].join(', ')}${has}` })
  }
  if (oneAtLeast !== undefined && !oneAtLeast.some((key) => written.includes(key)))
    report({ place: at.place, message: `${at.what} needs ${oneAtLeast.join(' or ')}` })
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

import type { Problem } from '../../errors.ts'
import { quote, type Parsed } from '../../image/reference.ts'
import type { Place } from '../../names.ts'
import { nearest } from '../../nearest.ts'
import type { Node } from './tree.ts'

/**
 * What a value of the policy file may be. One definition serves both: `read` checks and converts a value, `schema` says
 * the same to editors, as far as JSON Schema can.
 */
export interface Shape<Value, Absent = undefined> {
  readonly schema: JsonSchema
  /** What to write where its key is missing; undefined: the key may be. */
  readonly required: string | undefined
  /** What a missing key means. */
  readonly absent: Absent
  /** The value, or undefined after telling `report` why there is none. */
  readonly read: (node: Node, at: At, report: Report) => Value | undefined
}

/** A JSON Schema (draft 2020-12), as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown }
/** The value being read: what a person calls it, and the key that holds it. */
export interface At {
  readonly what: string
  readonly place: Place
}
/** Takes what is wrong; reading goes on, so that every mistake of a file is told at once. */
export type Report = (problem: Problem) => void
/** What a shape reads; `FieldOf`: or what its key means when it is missing. */
export type ValueOf<S> = S extends Shape<infer Value, unknown> ? Value : never
export type FieldOf<S> = S extends Shape<infer Value, infer Absent> ? Value | Absent : never

/** The same shape for a key that must be there; `write` is an example of it. */
export function required<Value>(shape: Shape<Value, unknown>, write: string): Shape<Value, never> {
  // A missing key is reported, so nobody ever sees this value.
  return { ...shape, required: write, absent: undefined as never }
}

/** The same shape for a key that means `absent` when it is missing; `shown` is what the schema gives as its default. */
export function orElse<Value>(shape: Shape<Value>, absent: Value, shown: unknown = absent): Shape<Value, Value> {
  return { ...shape, absent, schema: { ...shape.schema, default: shown } }
}

/** What a text may be, as far as patterns can say; the schema says the same. */
export interface TextRules {
  readonly about: string
  /** Characters at most. */
  readonly limit?: number
  readonly mayBeEmpty?: boolean
  /** The text matches all of these; `because` ends the sentence "<what> …". */
  readonly must?: readonly TextRule[]
  /** The text matches none of these. */
  readonly mustNot?: readonly TextRule[]
  readonly examples?: readonly string[]
}
/** A pattern, and why it is asked for. */
export interface TextRule {
  readonly pattern: RegExp
  readonly because: string
}

/** A text without a grammar of its own. */
export function text(rules: TextRules): Shape<string> {
  return parsedText(rules, (value) => ({ ok: true, value }))
}

/** Text with a grammar: `parse` decides what patterns cannot say, so only the parser knows it. */
export function parsedText<Value>(rules: TextRules, parse: (text: string) => Parsed<Value>): Shape<Value> {
  const { about, limit, mayBeEmpty = false, must = [], mustNot = [], examples } = rules
  const patterns = [
    ...must.map(({ pattern }) => ({ pattern: pattern.source })),
    ...mustNot.map(({ pattern }) => ({ not: { pattern: pattern.source } })),
  ]
  return shape(
    {
      type: 'string',
      description: about,
      ...(mayBeEmpty ? {} : { minLength: 1 }),
      ...(limit === undefined ? {} : { maxLength: limit }),
      ...(patterns.length === 0 ? {} : { allOf: patterns }),
      ...(examples === undefined ? {} : { examples }),
    },
    (node, at, report) => {
      if (node.kind !== 'scalar' || typeof node.value !== 'string') return wrongType(node, at, 'text', report)
      const broken = brokenRule(node.value, rules)
      const parsed: Parsed<Value> = broken === undefined ? parse(node.value) : { ok: false, reason: broken }
      if (parsed.ok) return parsed.value
      report({ place: node.place, message: `${at.what} ${quote(node.value)}: ${parsed.reason}` })
      return undefined
    },
  )
}

/** Which rule a text breaks, as a sentence; keys of maps go through it too. */
export function brokenRule(value: string, rules: TextRules): string | undefined {
  const { limit = Infinity, mayBeEmpty = false, must = [], mustNot = [] } = rules
  if (value === '' && !mayBeEmpty) return 'it must not be empty'
  // JSON Schema counts code points; text of twice as many units needs no counting.
  if (value.length > limit * 2 || (value.length > limit && Array.from(value).length > limit))
    return `it is longer than ${limit} characters`
  for (const { pattern, because } of must) if (!pattern.test(value)) return because
  for (const { pattern, because } of mustNot) if (pattern.test(value)) return because
  return undefined
}

/** `true` or `false`, as YAML 1.2 has them. */
export function yesOrNo(about: string): Shape<boolean> {
  return shape({ type: 'boolean', description: about }, (node, at, report) => {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
    return wrongType(node, at, 'true or false', report)
  })
}

/** The number 1, and nothing else: the version of a format. */
export function versionOne(about: string): Shape<1> {
  return shape({ const: 1, description: about }, (node, at, report) => {
    if (node.kind === 'scalar' && node.value === 1) return 1
    report({ place: node.place, message: `${at.what} must be the number 1; write "${at.what}: 1"` })
    return undefined
  })
}

/** One of some words. `falseMeans`: the word for `false`, which YAML 1.1 makes of an unquoted `off`. */
export function oneOf<const Word extends string>(
  about: string,
  words: readonly Word[],
  { anyCase = false, falseMeans }: { readonly anyCase?: boolean; readonly falseMeans?: NoInfer<Word> } = {},
): Shape<Word> {
  const spellings = anyCase ? [{ enum: words }, { pattern: anyCasePattern(words) }] : []
  const values = falseMeans === undefined ? words : [...words, false]
  return shape(
    { description: about, ...(anyCase ? { type: 'string', anyOf: spellings } : { enum: values }) },
    (node, at, report) => {
      if (node.kind !== 'scalar' || node.value === null) return wrongType(node, at, words.join(' or '), report)
      if (node.value === false && falseMeans !== undefined) return falseMeans
      const written = String(node.value)
      const word = words.find((known) => known === (anyCase ? written.toLowerCase() : written))
      if (word !== undefined) return word
      report({
        place: node.place,
        message: `${at.what} ${quote(node.source)} must be one of ${words.join(', ')}${didYouMean(written, words)}`,
      })
      return undefined
    },
  )
}

/** Turns a value into another with a parser that needs the whole of it; a refusal stands at its key `blamed`. */
export function converted<From, To>(
  from: Shape<From>,
  convert: (value: From) => Parsed<To>,
  blamed: string,
): Shape<To> {
  return shape(from.schema, (node, at, report) => {
    const value = from.read(node, at, report)
    if (value === undefined) return undefined
    const parsed = convert(value)
    if (parsed.ok) return parsed.value
    const entry = node.kind === 'map' ? node.entries.find(({ key }) => key === blamed) : undefined
    report({ place: entry?.value.place ?? node.place, message: `${blamed}: ${parsed.reason}` })
    return undefined
  })
}

/** A shape of these two halves, for a key that may be missing. */
export function shape<Value>(schema: JsonSchema, read: Shape<Value>['read']): Shape<Value> {
  return { schema, required: undefined, absent: undefined, read }
}

/** Tells that a value is of another type than `wanted`, and what it is. */
export function wrongType(node: Node, { what }: At, wanted: string, report: Report, hint?: string): undefined {
  report({ place: node.place, message: `${what} must be ${wanted}, ${whatItIs(node, wanted, hint)}` })
  return undefined
}

function whatItIs(node: Node, wanted: string, hint = 'give it a value or leave the key out'): string {
  if (node.kind === 'list') return 'not a list'
  if (node.kind === 'map') return 'not a map'
  if (node.value === null) return `but it is empty; ${hint}`
  const text = typeof node.value === 'string' ? 'text' : `a ${typeof node.value}`
  return typeof node.value !== 'string' && wanted === 'text'
    ? `but ${quote(node.source).slice(1, -1)} is ${text}; put it in quotes: ${quote(node.source)}`
    : `not ${text}`
}

/** For the end of a sentence: a near word, or nothing. */
export function didYouMean(word: string, among: readonly string[]): string {
  const near = nearest(word, among)
  return near === undefined ? '' : `; did you mean ${near}?`
}

function anyCasePattern(words: readonly string[]): string {
  const anyCase = words.map((word) => word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`))
  return `^(?:${anyCase.join('|')})$`
}

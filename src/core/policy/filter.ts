/** Which tags count, and what of a tag is compared: Flux's `filterTags`, with the syntax and the template of Go. */
import { RE2JS, RE2JSException } from 're2js'
import { quote, type Parsed } from '../image/reference.ts'

/** Which tags count, and what of them is compared. */
export interface Filter {
  /** As its author wrote it: RE2 syntax, found anywhere in a tag unless anchored. */
  readonly pattern: string
  /** Template such as `$ts` or `${major}.$2`; '' takes the whole tag. */
  readonly extract: string
  readonly regex: RE2JS
  /** Name of each group by its number; several may share a name. */
  readonly groupNames: readonly (string | undefined)[]
  readonly template: readonly TemplatePart[]
}

type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'groups'; readonly numbers: readonly number[] }

/** Reads both halves of a filter; the reason says which is wrong and where. */
export function readFilter(pattern: string, extract: string): Parsed<Filter> {
  if (pattern.length > PATTERN_LIMIT)
    return { ok: false, reason: `the pattern is longer than ${PATTERN_LIMIT} characters` }
  if (extract.length > PATTERN_LIMIT)
    return { ok: false, reason: `the extract is longer than ${PATTERN_LIMIT} characters` }
  const { text, originals } = renameRepeatedGroups(pattern)
  const compiled = compile(text)
  if (!compiled.ok) return { ok: false, reason: `${quote(pattern)} is not an RE2 pattern: ${compiled.reason}` }
  const regex = compiled.value
  const groupNames: (string | undefined)[] = Array.from({ length: regex.groupCount() + 1 }, () => undefined)
  for (const [name, number] of Object.entries(regex.namedGroups())) groupNames[number] = originals.get(name) ?? name
  return { ok: true, value: { pattern, extract, regex, groupNames, template: readTemplate(extract, groupNames) } }
}

/** What of `tag` is compared, and the named groups that took part; undefined when the pattern does not match. */
export function extractFrom(
  filter: Filter,
  tag: string,
): { readonly text: string; readonly groups: Readonly<Record<string, string>> } | undefined {
  const spans = find(filter, tag)
  if (spans === undefined) return undefined
  const groups = new Map<string, string>()
  for (const [number, name] of filter.groupNames.entries()) {
    const group = groupText(tag, spans, number)
    if (name !== undefined && group !== undefined && !groups.has(name)) groups.set(name, group)
  }
  return { text: expand(filter, tag, spans), groups: Object.fromEntries(groups) }
}

/** The text of `extractFrom` alone, for lists of many tags. */
export function extractText(filter: Filter, tag: string): string | undefined {
  if (filter.extract === '') return filter.regex.test(tag) ? tag : undefined
  const spans = find(filter, tag)
  return spans === undefined ? undefined : expand(filter, tag, spans)
}

const PATTERN_LIMIT = 1000

function compile(pattern: string): Parsed<RE2JS> {
  try {
    return { ok: true, value: RE2JS.compile(pattern) }
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const reason = error.message.replace(/^error parsing regexp: /, '')
    const hint = /\(\?[!=<>]|escape sequence: `\\[1-9]/.test(reason)
      ? '; RE2 has no lookaround and no backreferences'
      : ''
    return { ok: false, reason: reason + hint }
  }
}

/**
 * Go lets several groups share a name, the engine here does not: every later one gets a name of its own.
 * Names stay out of character classes, escapes and \Q…\E, where "(?<" is not a group.
 */
function renameRepeatedGroups(pattern: string): { text: string; originals: ReadonlyMap<string, string> } {
  const originals = new Map<string, string>()
  const seen = new Set<string>()
  let count = 0
  const text = pattern.replace(GROUP_OR_OPAQUE, (whole, open: string | undefined, name: string | undefined) => {
    if (open === undefined || name === undefined) return whole
    if (!seen.has(name)) {
      seen.add(name)
      return whole
    }
    let fresh = ''
    do {
      count += 1
      fresh = `${name}_${count}`
    } while (seen.has(fresh) || pattern.includes(`<${fresh}>`))
    seen.add(fresh)
    originals.set(fresh, name)
    return `${open}${fresh}>`
  })
  return { text, originals }
}

const GROUP_OR_OPAQUE =
  /\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\]|(\(\?P?<)([0-9A-Za-z_]+)>/g

// Typed here: the engine's own declaration says `any`. Pairs of start and end, -1 where a group took no part.
function find({ regex }: Filter, tag: string): readonly number[] | undefined {
  // A third of the time of a Matcher, which counts when a registry lists 100,000 tags.
  const spans = regex.re2().findSubmatchIndex(tag) as readonly number[] | null
  return spans === null || spans.length === 0 ? undefined : spans
}

function groupText(tag: string, spans: readonly number[], number: number): string | undefined {
  const start = spans[2 * number] ?? -1
  return start < 0 ? undefined : tag.slice(start, spans[2 * number + 1])
}

function expand({ extract, template }: Filter, tag: string, spans: readonly number[]): string {
  if (extract === '') return tag
  let text = ''
  for (const part of template) {
    if (part.kind === 'text') text += part.text
    else text += firstGroup(tag, spans, part.numbers)
  }
  return text
}

function firstGroup(tag: string, spans: readonly number[], numbers: readonly number[]): string {
  for (const number of numbers) {
    const group = groupText(tag, spans, number)
    if (group !== undefined) return group
  }
  return ''
}

/**
 * The template of Go's Regexp.Expand: a name is the longest run of letters, digits and underscores; what is
 * malformed stays as text; an unknown group is empty.
 * @see https://pkg.go.dev/regexp#Regexp.Expand
 */
function readTemplate(extract: string, groupNames: readonly (string | undefined)[]): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let end = 0
  for (const match of extract.matchAll(REFERENCE)) {
    parts.push({ kind: 'text', text: extract.slice(end, match.index) })
    const name = match[1] ?? match[2]
    parts.push(
      name === undefined ? { kind: 'text', text: '$' } : { kind: 'groups', numbers: groupNumbers(name, groupNames) },
    )
    end = match.index + match[0].length
  }
  parts.push({ kind: 'text', text: extract.slice(end) })
  return parts.filter((part) => part.kind === 'groups' || part.text !== '')
}

const REFERENCE = /\$\$|\$([\p{L}\p{Nd}_]+)|\$\{([\p{L}\p{Nd}_]+)\}/gu

function groupNumbers(name: string, groupNames: readonly (string | undefined)[]): readonly number[] {
  // A number with a leading zero is a name to Go.
  if (/^(?:0|[1-9][0-9]{0,7})$/.test(name)) return Number(name) < groupNames.length ? [Number(name)] : []
  return [...groupNames.keys()].filter((number) => groupNames[number] === name)
}

/** Which tags count, and what of a tag is compared: Flux's `filterTags`, with the syntax and the template of Go. */
import { RE2JS, RE2JSException } from 're2js'
import { quotePattern, type Parsed } from '../image/reference.ts'
import { remembering } from '../remember.ts'
import { isQuickTag, readQuickPattern } from './quick-pattern.ts'

/** Which tags count, and what of them is compared. */
export interface Filter {
  /** As its author wrote it: RE2 syntax, found anywhere in a tag unless anchored. */
  readonly pattern: string
  /** Template such as `$ts` or `${major}.$2`; '' takes the whole tag. */
  readonly extract: string
  readonly engine: Engine
  /** Name of each group by its number; several may share a name. */
  readonly groupNames: readonly (string | undefined)[]
  readonly template: readonly TemplatePart[]
}

interface Engine {
  /** The text of each group by its number, of the leftmost match. */
  find(tag: string): readonly (string | undefined)[] | undefined
  test(tag: string): boolean
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
  const read = readMatching(pattern)
  if (!read.ok) return { ok: false, reason: `${quotePattern(pattern)} is not an RE2 pattern: ${read.reason}` }
  const { engine, groupNames } = read.value
  return { ok: true, value: { pattern, extract, engine, groupNames, template: readTemplate(extract, groupNames) } }
}

/** What of `tag` is compared, and the named groups that took part; undefined when the pattern does not match. */
export function extractFrom(
  filter: Filter,
  tag: string,
): { readonly text: string; readonly groups: Readonly<Record<string, string>> } | undefined {
  const found = filter.engine.find(tag)
  if (found === undefined) return undefined
  const groups = new Map<string, string>()
  for (const [number, name] of filter.groupNames.entries()) {
    const group = found[number]
    if (name !== undefined && group !== undefined && !groups.has(name)) groups.set(name, group)
  }
  return { text: expand(filter, tag, found), groups: Object.fromEntries(groups) }
}

/** The text of `extractFrom` alone, for lists of many tags. */
export function extractText(filter: Filter, tag: string): string | undefined {
  if (filter.extract === '') return filter.engine.test(tag) ? tag : undefined
  const found = filter.engine.find(tag)
  return found === undefined ? undefined : expand(filter, tag, found)
}

const PATTERN_LIMIT = 1000

type Matching = Pick<Filter, 'engine' | 'groupNames'>

const readMatching = remembering((pattern): Parsed<Matching> => readQuick(pattern) ?? readThorough(pattern))

function readQuick(pattern: string): { readonly ok: true; readonly value: Matching } | undefined {
  const quick = readQuickPattern(pattern)
  if (quick === undefined) return undefined
  return { ok: true, value: { engine: new QuickEngine(pattern, quick.regex), groupNames: quick.groupNames } }
}

function readThorough(pattern: string): Parsed<Matching> {
  const { text, originals } = renameRepeatedGroups(pattern)
  const compiled = compile(text)
  if (!compiled.ok) return compiled
  const regex = compiled.value
  const groupNames: (string | undefined)[] = Array.from({ length: regex.groupCount() + 1 }, () => undefined)
  for (const [name, number] of Object.entries(regex.namedGroups())) groupNames[number] = originals.get(name) ?? name
  return { ok: true, value: { engine: new ThoroughEngine(regex), groupNames } }
}

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

class ThoroughEngine implements Engine {
  readonly regex: RE2JS

  constructor(regex: RE2JS) {
    this.regex = regex
  }

  find(tag: string): readonly (string | undefined)[] | undefined {
    // Typed here, the package's own declaration says `any`: pairs of start and end, -1 where a group took no part.
    // A third of the time of a Matcher, which counts when a registry lists 100,000 tags.
    const spans = this.regex.re2().findSubmatchIndex(tag) as readonly number[] | null
    if (spans === null || spans.length === 0) return undefined
    return Array.from({ length: spans.length / 2 }, (_, number) => {
      const start = spans[2 * number] ?? -1
      return start < 0 ? undefined : tag.slice(start, spans[2 * number + 1])
    })
  }

  test(tag: string): boolean {
    return this.regex.test(tag)
  }
}

/** RE2 is asked about nothing but odd tags here, and most often it need not even be loaded. */
class QuickEngine implements Engine {
  readonly pattern: string
  readonly regex: RegExp
  #thorough: Engine | undefined

  constructor(pattern: string, regex: RegExp) {
    this.pattern = pattern
    this.regex = regex
  }

  find(tag: string): readonly (string | undefined)[] | undefined {
    return isQuickTag(tag) ? (this.regex.exec(tag) ?? undefined) : this.#re2().find(tag)
  }

  test(tag: string): boolean {
    return (isQuickTag(tag) ? this.regex : this.#re2()).test(tag)
  }

  #re2(): Engine {
    this.#thorough ??= new ThoroughEngine(RE2JS.compile(this.pattern))
    return this.#thorough
  }
}

function expand({ extract, template }: Filter, tag: string, found: readonly (string | undefined)[]): string {
  if (extract === '') return tag
  let text = ''
  for (const part of template)
    text += part.kind === 'text' ? part.text : (part.numbers.map((number) => found[number]).find(isTaken) ?? '')
  return text
}

function isTaken(group: string | undefined): boolean {
  return group !== undefined
}

/**
 * The template of Go's Regexp.Expand: a name is the longest run of letters, digits and underscores; what is
 * malformed stays as text; an unknown group is empty.
 * @see https://pkg.go.dev/regexp#Regexp.Expand
 */
function readTemplate(extract: string, groupNames: readonly (string | undefined)[]): readonly TemplatePart[] {
  if (extract === '') return []
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

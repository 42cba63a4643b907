/** Formats of `policy.date`: Unicode tokens of fixed width, or one of three names. Times are UTC. */
import { quote, type Parsed } from '../image/reference.ts'
import { unreachable } from '../names.ts'
import { remembering } from '../remember.ts'

export type DateFormat =
  | { readonly kind: 'unix' | 'unixMillis' | 'iso8601'; readonly text: string }
  | { readonly kind: 'tokens'; readonly text: string; readonly parts: readonly FormatPart[] }

export type FormatPart =
  | { readonly kind: 'token'; readonly token: DateToken }
  | { readonly kind: 'text'; readonly text: string }

/** Year, two-digit year of 20xx, month, day, hour 0–23, minute, second, millisecond. */
export type DateToken = 'yyyy' | 'yy' | 'MM' | 'dd' | 'HH' | 'mm' | 'ss' | 'SSS'

/** Reads e.g. `yyyyMMddHHmmss`, `yyyy-MM-dd'T'HH-mm-ss'Z'` (letters between apostrophes are text) or `unix`. */
export const readDateFormat: (text: string) => Parsed<DateFormat> = remembering(readNewFormat)

function readNewFormat(text: string): Parsed<DateFormat> {
  if (text === 'unix' || text === 'unixMillis' || text === 'iso8601') return { ok: true, value: { kind: text, text } }
  if (text === '') return no(`the format is empty; write e.g. "yyyyMMddHHmmss"`)
  if (text.length > FORMAT_LIMIT) return no(`the format is longer than ${FORMAT_LIMIT} characters`)
  const parts: FormatPart[] = []
  for (const [piece] of text.matchAll(PIECE)) {
    const part = readPiece(piece, text)
    if (!part.ok) return part
    parts.push(part.value)
  }
  const reason = whyNotTokens(parts, text)
  return reason === undefined ? { ok: true, value: { kind: 'tokens', text, parts } } : no(reason)
}

/** The time as milliseconds since 1970 UTC. The text must match the format exactly and be a real date. */
export function readDate(format: DateFormat, text: string): Parsed<number> {
  switch (format.kind) {
    case 'unix':
      return readUnix(text, 1000)
    case 'unixMillis':
      return readUnix(text, 1)
    case 'iso8601':
      return readIso8601(text)
    case 'tokens':
      return readTokens(format.parts, format.text, text)
    default:
      return unreachable(format)
  }
}

const FORMAT_LIMIT = 200
const WIDTHS: Readonly<Record<DateToken, number>> = { yyyy: 4, yy: 2, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2, SSS: 3 }
// A run of one letter, quoted text (two apostrophes stand for one), or anything else.
const PIECE = /([A-Za-z])\1*|'(?:[^']|'')*'?|[^A-Za-z']+/g
/** From coarse to fine: each needs the one before it, or it says nothing. */
const SCALE: readonly (readonly DateToken[])[] = [['yyyy', 'yy'], ['MM'], ['dd'], ['HH'], ['mm'], ['ss'], ['SSS']]
const NEAREST: Readonly<Record<string, string>> = {
  y: 'yyyy',
  Y: 'yyyy',
  u: 'yyyy',
  M: 'MM',
  L: 'MM',
  d: 'dd',
  D: 'dd',
  h: 'HH',
  H: 'HH',
  k: 'HH',
  K: 'HH',
  m: 'mm',
  i: 'mm',
  s: 'ss',
  S: 'SSS',
  f: 'SSS',
}
const YEAR_10000 = 253_402_300_800_000

function no(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}

function readPiece(piece: string, format: string): Parsed<FormatPart> {
  if (piece.startsWith("'")) {
    if (piece === "'" || !piece.endsWith("'")) return no(`an apostrophe in ${quote(format)} has no partner`)
    const text = piece === "''" ? "'" : piece.slice(1, -1).replaceAll("''", "'")
    return { ok: true, value: { kind: 'text', text } }
  }
  if (isToken(piece)) return { ok: true, value: { kind: 'token', token: piece } }
  if (!/^[A-Za-z]/.test(piece)) return { ok: true, value: { kind: 'text', text: piece } }
  const nearest = piece === 'YY' ? 'yy' : (NEAREST[piece[0] ?? ''] ?? `'${piece}'`)
  return no(`${quote(piece)} in ${quote(format)} is not one of yyyy yy MM dd HH mm ss SSS; did you mean "${nearest}"?`)
}

function isToken(text: string): text is DateToken {
  return Object.hasOwn(WIDTHS, text)
}

function whyNotTokens(parts: readonly FormatPart[], format: string): string | undefined {
  const tokens = parts.flatMap((part) => (part.kind === 'token' ? [part.token] : []))
  const repeated = SCALE.find((alike) => tokens.filter((token) => alike.includes(token)).length > 1)
  if (repeated !== undefined) return whyRepeated(repeated, tokens, format)
  const has = SCALE.map((alike) => alike.some((token) => tokens.includes(token)))
  const missing = has.indexOf(false)
  const finer = missing === -1 ? -1 : has.indexOf(true, missing)
  if (missing === 0) return `${quote(format)} holds no year; write yyyy or yy`
  if (finer === -1) return undefined
  const written = String(SCALE[finer])
  const needed = String(SCALE[missing])
  return written === 'mm' || (needed === 'MM' && has[SCALE_MINUTE] === true)
    ? `${quote(format)} holds minutes (mm) without ${needed}; did you mean "MM", the month?`
    : `${quote(format)} holds ${written} without ${needed}; write ${needed} too`
}

const SCALE_MINUTE = 4

function whyRepeated(repeated: readonly DateToken[], tokens: readonly DateToken[], format: string): string {
  const token = String(tokens.find((token) => repeated.includes(token)))
  const hint =
    token === 'MM' && !tokens.includes('mm')
      ? '; did you mean "mm", the minute, once?'
      : token === 'mm' && !tokens.includes('MM')
        ? '; did you mean "MM", the month, once?'
        : '; write it once'
  return `${quote(format)} holds ${repeated.length > 1 ? 'the year' : token} more than once${hint}`
}

function readUnix(text: string, unitMs: number): Parsed<number> {
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(text))
    return no(`${quote(text)} is not a whole number of ${unitMs === 1 ? 'milliseconds' : 'seconds'} since 1970`)
  const value = Number(text) * unitMs
  if (value < YEAR_10000) return { ok: true, value }
  const hint = unitMs === 1 ? '' : '; for milliseconds write the format unixMillis'
  return no(`${quote(text)} is after the year 9999${hint}`)
}

function readTokens(parts: readonly FormatPart[], format: string, text: string): Parsed<number> {
  const fields: Partial<Record<DateToken, number>> = {}
  let at = 0
  for (const part of parts) {
    const width = part.kind === 'text' ? part.text.length : WIDTHS[part.token]
    if (part.kind === 'token') fields[part.token] = digitsAt(text, at, width)
    if (part.kind === 'text' ? !text.startsWith(part.text, at) : Number.isNaN(fields[part.token]))
      return no(`${quote(text)} does not have the form ${format}`)
    at += width
  }
  if (at !== text.length) return no(`${quote(text)} does not have the form ${format}`)
  const year = fields.yyyy ?? 2000 + (fields.yy ?? 0)
  const { MM: month = 1, dd: day = 1, HH: hour = 0, mm: minute = 0, ss: second = 0, SSS: millisecond = 0 } = fields
  return toTime(text, { year, month, day, hour, minute, second, millisecond })
}

/** NaN when there are not `width` ASCII digits. */
function digitsAt(text: string, from: number, width: number): number {
  let value = 0
  for (let index = from; index < from + width; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

function toTime(text: string, time: CivilTime): Parsed<number> {
  const reason = whyNotReal(time)
  if (reason !== undefined) return no(`${quote(text)} is not a real date: ${reason}`)
  // Date.UTC takes the years 0 to 99 for 19xx; 400 years are always 146,097 days.
  const { year, month, day, hour, minute, second, millisecond } = time
  const shifted = Date.UTC(year + 400, month - 1, day, hour, minute, second, millisecond)
  return { ok: true, value: shifted - 146_097 * 86_400_000 }
}

function whyNotReal({ year, month, day, hour, minute, second }: CivilTime): string | undefined {
  if (year === 0) return 'there is no year 0'
  if (month < 1 || month > 12) return `there is no month ${month}`
  const days = daysIn(year, month)
  if (day < 1 || day > days) return `month ${month} of ${year} has ${days} days`
  if (hour > 23) return `there is no hour ${hour}`
  if (minute > 59) return `there is no minute ${minute}`
  return second > 59 ? `there is no second ${second}` : undefined
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Basic form (20240131T235959Z, which a tag can hold) and extended form, no weeks, no ordinal dates.
const ISO_BASIC = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?:\d\d)?)?)?$/
const ISO_EXTENDED =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::\d\d)?)?)?$/

function readIso8601(text: string): Parsed<number> {
  const match = ISO_BASIC.exec(text) ?? ISO_EXTENDED.exec(text)
  if (match === null) return no(`${quote(text)} is not an ISO 8601 date such as 2024-01-31 or 20240131T235959Z`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0))
  // Finer than a millisecond is cut off; equal times are then decided by the tags.
  const millisecond = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  const time = toTime(text, { year, month, day, hour, minute, second, millisecond })
  const offset = readOffset(match[8] ?? 'Z')
  if (offset === undefined) return no(`${quote(text)} is not a real date: its offset from UTC is impossible`)
  return time.ok ? { ok: true, value: time.value - offset } : time
}

function readOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || '0')
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

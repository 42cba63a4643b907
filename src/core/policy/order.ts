/** What a policy compares of a tag, and which of two tags is newer. */
import { compareBytes } from '../compare.ts'
import { BumpError } from '../errors.ts'
import { quote, quotePattern } from '../image/reference.ts'
import { unreachable } from '../names.ts'
import { readDate } from './date.ts'
import { extractText } from './filter.ts'
import { readNumber } from './number.ts'
import type { Order, Policy } from './policy.ts'
import { admitsPrereleases, inRange } from './range.ts'
import { compareVersions, isFluxVersion, parseVersion, type Version } from './version.ts'

/** The part of a policy that decides about tags. */
export type TagRule = Pick<Policy, 'filter' | 'order'>

/** A tag that can be compared. */
export interface Ranked {
  readonly tag: string
  /** What the filter takes of the tag. */
  readonly extracted: string
  readonly key: Key
}

/** `extracted`, read by the kind of the order. */
export type Key =
  | { readonly kind: 'semver'; readonly version: Version }
  | { readonly kind: 'date'; readonly epochMs: number }
  | { readonly kind: 'numerical'; readonly value: number }
  | { readonly kind: 'alphabetical'; readonly text: string }
  | { readonly kind: 'commit'; readonly id: string }

/** A tag that a policy does not take. */
export interface Refusal {
  readonly tag: string
  /** Why, starting in lower case, no full stop. */
  readonly reason: string
  /** The filter does not match; it is no version, date, number; it is a version out of range. */
  readonly kind: 'filter' | 'unreadable' | 'range'
}

/** A tag as the policy admits it: the filter matches, the extract can be read and is in range. */
export function rank(policy: TagRule, tag: string): Ranked | Refusal {
  const extracted = policy.filter === undefined ? tag : extractText(policy.filter, tag)
  if (extracted === undefined)
    return { tag, kind: 'filter', reason: `the filter ${quotePattern(policy.filter?.pattern ?? '')} does not match` }
  return rankExtracted(policy.order, tag, extracted)
}

/** The same for a text that the filter gave already. */
export function rankExtracted(order: Order, tag: string, extracted: string): Ranked | Refusal {
  if (order.kind === 'semver') {
    if (!isFluxVersion(extracted))
      return {
        tag,
        kind: 'unreadable',
        reason: `${taken(tag, extracted)} is not a version such as 1.2.3: two dots are needed`,
      }
    const key = readKey(order, extracted)
    if (key.ok && key.value.kind === 'semver' && !inRange(order.range, key.value.version))
      return { tag, kind: 'range', reason: whyOutOfRange(order, taken(tag, extracted), key.value.version) }
    return key.ok
      ? { tag, extracted, key: key.value }
      : { tag, kind: 'unreadable', reason: `${taken(tag, extracted)} ${key.reason}` }
  }
  const key = readKey(order, extracted)
  return key.ok
    ? { tag, extracted, key: key.value }
    : { tag, kind: 'unreadable', reason: order.kind === 'date' ? key.reason : `${taken(tag, extracted)} ${key.reason}` }
}

/**
 * A tag as far as it can be compared, also when the range would refuse it and when it has fewer than two dots:
 * for a value that stands in a file and may be newer than what the policy admits.
 */
export function comparable(policy: TagRule, tag: string): Ranked | undefined {
  const extracted = policy.filter === undefined ? tag : extractText(policy.filter, tag)
  if (extracted === undefined) return undefined
  const key = readKey(policy.order, extracted)
  return key.ok ? { tag, extracted, key: key.value } : undefined
}

/** Tells the two answers of `rank` apart. */
export function isRefusal(value: Ranked | Refusal): value is Refusal {
  return 'reason' in value
}

/**
 * Positive when `a` is newer, zero when the order cannot tell them apart (then `compareTags` decides).
 * NaN is older than every number, whatever the direction; in Flux its place depends on the order of the list.
 * @throws {BumpError} BUG for commits, whose order only the source repository knows, and for keys of another kind
 */
export function compareRanked(order: Order, a: Ranked, b: Ranked): number {
  if (order.kind === 'semver' && a.key.kind === 'semver' && b.key.kind === 'semver')
    return compareVersions(a.key.version, b.key.version)
  if (order.kind === 'date' && a.key.kind === 'date' && b.key.kind === 'date') return a.key.epochMs - b.key.epochMs
  if (order.kind === 'numerical' && a.key.kind === 'numerical' && b.key.kind === 'numerical')
    return compareNumbers(a.key.value, b.key.value, order.direction === 'desc')
  if (order.kind === 'alphabetical' && a.key.kind === 'alphabetical' && b.key.kind === 'alphabetical')
    return order.direction === 'desc' ? compareBytes(b.key.text, a.key.text) : compareBytes(a.key.text, b.key.text)
  throw new BumpError('BUG', `tags cannot be compared by ${order.kind}: ${a.key.kind} with ${b.key.kind}`)
}

/** Natural order of whole tags, for equal keys: runs of digits as numbers, the rest by bytes. Zero only for one tag. */
export function compareTags(a: string, b: string): number {
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [runA, runB] = [digitsAt(a, i), digitsAt(b, j)]
    const order = runA !== '' && runB !== '' ? compareDigits(runA, runB) : compareBytes(a.charAt(i), b.charAt(j))
    if (order !== 0) return order
    i += runA.length || 1
    j += runB.length || 1
  }
  // What is left over is longer; then only leading zeros can differ.
  return a.length - i - (b.length - j) || compareBytes(a, b)
}

/** For people: `20240131 < 20240201 by date`. */
export function describeComparison(order: Order, a: Ranked, b: Ranked): string {
  if (order.kind === 'commit') return `${shown(a.extracted)} and ${shown(b.extracted)} by commit`
  return shown(a.extracted) + describeAgainst(order, b, compareRanked(order, a, b))
}

/** The same without its first word, for many tags against one: ` < 20240201 by date`; `newer` as `compareRanked`. */
export function describeAgainst(order: Exclude<Order, { kind: 'commit' }>, b: Ranked, newer: number): string {
  const descends = 'direction' in order && order.direction === 'desc'
  const sign = newer === 0 ? '=' : newer < 0 === descends ? '>' : '<'
  return ` ${sign} ${shown(b.extracted)} by ${ORDER_WORDS[order.kind]}${descends ? ' (desc: the smallest is newest)' : ''}`
}

/** A tag or an extract for people: words and numbers bare, all else quoted. */
export function shown(text: string): string {
  return /^[\w.+-]{1,128}$/.test(text) ? text : quote(text)
}

const ORDER_WORDS = { semver: 'semver', date: 'date', numerical: 'number', alphabetical: 'alphabet' } as const

type KeyReading = { readonly ok: true; readonly value: Key } | { readonly ok: false; readonly reason: string }

function readKey(order: Order, text: string): KeyReading {
  switch (order.kind) {
    case 'semver': {
      const version = parseVersion(text)
      return version === undefined
        ? { ok: false, reason: 'is not a version such as 1.2.3 or 1.2.3-rc.1' }
        : { ok: true, value: { kind: 'semver', version } }
    }
    case 'date': {
      const date = readDate(order.format, text)
      return date.ok ? { ok: true, value: { kind: 'date', epochMs: date.value } } : date
    }
    case 'numerical': {
      const value = readNumber(text)
      return value === undefined
        ? { ok: false, reason: 'is not a number' }
        : { ok: true, value: { kind: 'numerical', value } }
    }
    case 'alphabetical':
      return { ok: true, value: { kind: 'alphabetical', text } }
    case 'commit':
      return /^[0-9a-f]{4,64}$/i.test(text)
        ? { ok: true, value: { kind: 'commit', id: text.toLowerCase() } }
        : { ok: false, reason: 'is not a commit id' }
    default:
      return unreachable(order)
  }
}

function whyOutOfRange(order: Extract<Order, { kind: 'semver' }>, name: string, version: Version): string {
  const out = `${name} is not in range ${quote(order.range.text)}`
  return version.prerelease.length === 0 || admitsPrereleases(order.range)
    ? out
    : `${out}: it is a pre-release, and only a range that names one, such as ">=1.0.0-0", admits them`
}

// What the policy read, told apart from the tag only where they differ.
function taken(tag: string, extracted: string): string {
  return tag === extracted ? shown(tag) : `the extract ${quote(extracted)}`
}

function compareNumbers(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  if (a === b) return 0
  return a > b === descending ? -1 : 1
}

function digitsAt(text: string, from: number): string {
  let end = from
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1
  return text.slice(from, end)
}

function compareDigits(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return x.length - y.length || compareBytes(x, y)
}

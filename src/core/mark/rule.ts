import { isRefusal, rank } from '../policy/order.ts'
import { readDateFormat } from '../policy/date.ts'
import { extractText, readFilter } from '../policy/filter.ts'
import type { Order } from '../policy/policy.ts'
import { readRange } from '../policy/range.ts'
import { compareVersions, isFluxVersion, parseVersion } from '../policy/version.ts'

/** A rule of the policy file in words of YAML, and proven: it takes every tag it was made from. */
export interface ProposedRule {
  readonly filterTags?: { readonly pattern: string; readonly extract: string }
  /** The value of `policy`, e.g. `{ semver: { range: '>=1.4.2' } }`. */
  readonly policy: string
}

/**
 * The rule that fits tags such as these: dates, versions, versions with a flavour behind, numbers, commit ids.
 * Undefined where they say no order (`latest`), or not one and the same.
 */
export function proposeRule(tags: readonly string[]): ProposedRule | undefined {
  const [first] = tags
  if (first === undefined) return undefined
  return [dateRule(first), flavourRule(tags), versionRule(tags), countedRule(first)]
    .flatMap((candidate) => (candidate === undefined ? [] : [candidate]))
    .find((candidate) => tags.every((tag) => takes(candidate, tag)))?.rule
}

interface CandidateRule {
  readonly rule: ProposedRule
  readonly order: Order
}

function takes({ rule: { filterTags }, order }: CandidateRule, tag: string): boolean {
  const filter = filterTags === undefined ? undefined : readFilter(filterTags.pattern, filterTags.extract)
  if (filter !== undefined && !filter.ok) return false
  return !isRefusal(rank({ order, ...(filter === undefined ? {} : { filter: filter.value }) }, tag))
}

/** Dates by their length; what is shorter than a day or no year of this century is a number. */
const DATES: readonly (readonly [form: RegExp, pattern: string, format: string])[] = [
  [/^20\d{12}$/, '[0-9]{14}', 'yyyyMMddHHmmss'],
  [/^20\d{10}$/, '[0-9]{12}', 'yyyyMMddHHmm'],
  [/^20\d{6}$/, '[0-9]{8}', 'yyyyMMdd'],
  [/^20\d\d-\d\d-\d\d$/, '[0-9]{4}-[0-9]{2}-[0-9]{2}', 'yyyy-MM-dd'],
  [/^20\d\d\.\d\d\.\d\d$/, '[0-9]{4}[.][0-9]{2}[.][0-9]{2}', 'yyyy.MM.dd'],
  [/^20\d{6}T\d{6}Z$/, '[0-9]{8}T[0-9]{6}Z', 'iso8601'],
  [/^1\d{9}$/, '[0-9]{10}', 'unix'],
  [/^1\d{12}$/, '[0-9]{13}', 'unixMillis'],
]
const PIECES = /20\d\d-\d\d-\d\d(?!\d)|[^-_]+|[-_]/g

function dateRule(tag: string): CandidateRule | undefined {
  const pieces = tag.match(PIECES) ?? []
  const at = pieces.findIndex((piece) => DATES.some(([form]) => form.test(piece)))
  const [, pattern = '', format = ''] = DATES.find(([form]) => form.test(pieces[at] ?? '')) ?? []
  const read = readDateFormat(format)
  if (at === -1 || !read.ok) return undefined
  const rule = { policy: `{ date: { format: ${format} } }` }
  const order: Order = { kind: 'date', format: read.value }
  if (pieces.length === 1) return { rule, order }
  return { rule: { filterTags: filterOf(pieces, at, `(?P<ts>${pattern})`, '$ts'), ...rule }, order }
}

function versionRule(tags: readonly string[]): CandidateRule | undefined {
  // A commit id behind a version is no pre-release that could be compared.
  const comparable = tags.every((tag) => isFluxVersion(tag) && !tag.split(/[-.+]/).some(isCommit))
  return comparable ? rangeRule(tags) : undefined
}

const PRERELEASE = /-(?:a|alpha|b|beta|rc|cr|m|pre|preview|dev|snapshot|next|nightly|canary)(?![a-z])/i

/** Versions with fewer than two dots, which Flux does not read as such, and versions with a word behind. */
function flavourRule(tags: readonly string[]): CandidateRule | undefined {
  const [, v = '', version = '', flavour = ''] =
    /^(v?)([0-9]+(?:\.[0-9]+){0,2})((?:-[A-Za-z][\w.]*)*)$/.exec(tags[0] ?? '') ?? []
  const dots = version.split('.').length - 1
  if (version === '' || PRERELEASE.test(flavour)) return undefined
  // Three numbers are a version as they are, and one is a build number.
  if (flavour === '' && (dots === 2 || (dots === 0 && v === ''))) return undefined
  const zeros = '.0'.repeat(2 - dots)
  const pattern = `^v?(?P<version>[0-9]+${'[.][0-9]+'.repeat(dots)})${literal(flavour)}$`
  const filter = readFilter(pattern, `\${version}${zeros}`)
  if (!filter.ok) return undefined
  const versions = tags.flatMap((tag) => extractText(filter.value, tag) ?? [])
  return rangeRule(versions, { pattern, extract: filter.value.extract })
}

/** Nothing below the lowest version that is there. */
function rangeRule(versions: readonly string[], filterTags?: ProposedRule['filterTags']): CandidateRule | undefined {
  const read = versions.map((text) => parseVersion(text)).filter((version) => version !== undefined)
  const lowest = read.toSorted(compareVersions)[0]
  if (lowest === undefined) return undefined
  const { major, minor, patch, prerelease } = lowest
  const text = `>=${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`
  const range = readRange(text)
  if (!range.ok) return undefined
  return {
    rule: { ...(filterTags === undefined ? {} : { filterTags }), policy: `{ semver: { range: '${text}' } }` },
    order: { kind: 'semver', range: range.value },
  }
}

/** Build numbers, and commit ids, whose order only the source repository knows. */
function countedRule(tag: string): CandidateRule | undefined {
  const pieces = tag.match(PIECES) ?? []
  const numbers = pieces.filter((piece) => /^[0-9]+$/.test(piece))
  const commits = pieces.filter(isCommit)
  if (numbers.length === 1) {
    const at = pieces.findIndex((piece) => piece === numbers[0])
    const rule = { policy: '{ numerical: { order: asc } }' }
    const order: Order = { kind: 'numerical', direction: 'asc' }
    if (pieces.length === 1) return { rule, order }
    return { rule: { filterTags: filterOf(pieces, at, '(?P<number>[0-9]+)', '$number'), ...rule }, order }
  }
  if (numbers.length > 0 || commits.length !== 1) return undefined
  const at = pieces.findIndex(isCommit)
  const filterTags = filterOf(pieces, at, '(?P<sha>[0-9a-f]{7,40})', '$sha')
  return { rule: { filterTags, policy: '{ commit: {} }' }, order: { kind: 'commit' } }
}

function isCommit(piece: string): boolean {
  return /^[0-9a-f]{7,40}$/.test(piece) && (piece.length === 40 || (/[a-f]/.test(piece) && /[0-9]/.test(piece)))
}

/** The pieces of a tag as a pattern: one is taken, commit ids and versions may be any, words and separators stay. */
function filterOf(
  pieces: readonly string[],
  at: number,
  taken: string,
  extract: string,
): { pattern: string; extract: string } {
  const parts = pieces.map((piece, index) => (index === at ? taken : anyPiece(piece)))
  return { pattern: `^${parts.join('')}$`, extract }
}

function anyPiece(piece: string): string {
  if (isCommit(piece)) return '[0-9a-f]{7,40}'
  return /^v?[0-9]+(?:\.[0-9]+)+$/.test(piece) ? 'v?[0-9.]+' : literal(piece)
}

function literal(text: string): string {
  return text.replaceAll('.', '[.]')
}

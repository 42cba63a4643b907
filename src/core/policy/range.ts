/** Version ranges as Flux reads them: the constraints of Masterminds semver 3.4, with their quirks. */
import { quote, type Parsed } from '../image/reference.ts'
import { unreachable } from '../names.ts'
import { remembering } from '../remember.ts'
import { comparePrereleases, compareVersions, parseVersion, type Version } from './version.ts'

export interface Range {
  /** As its author wrote it. */
  readonly text: string
  /** A version is in range when it is in one of them. */
  readonly branches: readonly Branch[]
}

interface Branch {
  /** All must hold. */
  readonly terms: readonly Term[]
  /** One term with a pre-release opens the whole branch to pre-releases. */
  readonly admitsPrereleases: boolean
}

interface Term {
  readonly operator: Operator
  /** With zeros for what is missing or a wildcard. */
  readonly version: Version
  /** The first number that is missing or a wildcard. */
  readonly open: 'none' | 'major' | 'minor' | 'patch'
}

type Operator = '=' | '!=' | '>' | '<' | '>=' | '<=' | '~' | '^'

/** Reads e.g. `1.x`, `>=1.2 <2`, `^1 || ^3`, `1.2 - 1.4`, `>=1.0.0-0`; a reason says what to write instead. */
export const readRange: (text: string) => Parsed<Range> = remembering(readNewRange)

function readNewRange(text: string): Parsed<Range> {
  if (text.length > RANGE_LIMIT) return refused(`the range is longer than ${RANGE_LIMIT} characters`)
  const branches: Branch[] = []
  for (const branchText of rewriteHyphens(text).split('||')) {
    const branch = readBranch(branchText, text)
    if (!branch.ok) return branch
    branches.push(branch.value)
  }
  return { ok: true, value: { text, branches } }
}

/** Whether a version is in the range; a pre-release only where a branch of the range asks for them. */
export function inRange(range: Range, version: Version): boolean {
  return range.branches.some(
    ({ terms, admitsPrereleases }) =>
      (admitsPrereleases || version.prerelease.length === 0) && terms.every((term) => fits(term, version)),
  )
}

/** Whether any branch lets pre-releases through; for saying why one was refused. */
export function admitsPrereleases(range: Range): boolean {
  return range.branches.some((branch) => branch.admitsPrereleases)
}

const RANGE_LIMIT = 1000
const BLANKS = '[\\t\\n\\f\\r ]'
// `|` inside a number is a slip of the original; it never survives `readTerm`, but decides which error is told.
const NUMBER = '[0-9xX*|]+'
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
const SUFFIX = `(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`
const PARTIAL = `v?${NUMBER}(?:\\.${NUMBER})?(?:\\.${NUMBER})?${SUFFIX}`
const HYPHENS = new RegExp(`${BLANKS}*(${PARTIAL})${BLANKS}+-${BLANKS}+(${PARTIAL})${BLANKS}*`, 'g')
const TERM = new RegExp(
  `(!=|>=|=>|<=|=<|~>|[=><~^]|)${BLANKS}*` +
    `v?(${NUMBER})(?:\\.(${NUMBER}))?(?:\\.(${NUMBER}))?(-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`,
  'y',
)
const SKIP_BLANKS = new RegExp(`${BLANKS}*`, 'y')

const OPERATORS: Readonly<Record<string, Operator>> = {
  '': '=',
  '=': '=',
  '!=': '!=',
  '>': '>',
  '<': '<',
  '>=': '>=',
  '=>': '>=',
  '<=': '<=',
  '=<': '<=',
  '~': '~',
  '~>': '~',
  '^': '^',
}

function rewriteHyphens(text: string): string {
  return text.replace(HYPHENS, (_, from: string, to: string) => `>= ${from}, <= ${to} `)
}

// Term by term with sticky expressions: one expression for the whole branch would backtrack without bound.
function readBranch(branchText: string, rangeText: string): Parsed<Branch> {
  const terms: Term[] = []
  let at = skipBlanks(branchText, 0)
  if (at === branchText.length) return refused(whyEmpty(rangeText))
  while (at < branchText.length) {
    TERM.lastIndex = at
    const match = TERM.exec(branchText)
    if (match === null) return refused(whyImproper(branchText))
    const term = readTerm(match)
    if (!term.ok) return term
    terms.push(term.value)
    const end = at + match[0].length
    at = skipBlanks(branchText, end)
    if (at === branchText.length) break
    if (branchText[at] === ',') at = skipBlanks(branchText, at + 1)
    else if (at === end) return refused(whyImproper(branchText))
    if (at === branchText.length) return refused(`${quote(branchText.trim())} ends with a comma; remove it`)
  }
  return { ok: true, value: { terms, admitsPrereleases: terms.some((term) => term.version.prerelease.length > 0) } }
}

function skipBlanks(text: string, from: number): number {
  SKIP_BLANKS.lastIndex = from
  SKIP_BLANKS.exec(text)
  return SKIP_BLANKS.lastIndex
}

function readTerm(match: RegExpExecArray): Parsed<Term> {
  const [text, operator = '', major = '', minor, patch, prerelease = ''] = match
  const open = isOpen(major) ? 'major' : isOpen(minor) ? 'minor' : isOpen(patch) ? 'patch' : 'none'
  // What stands after the first open number is ignored, a pre-release is not.
  const numbers = {
    major: '0.0.0',
    minor: `${major}.0.0`,
    patch: `${major}.${minor}.0`,
    none: `${major}.${minor}.${patch}`,
  }
  const version = parseVersion(numbers[open] + prerelease)
  if (version === undefined)
    return refused(
      `${quote(text)} is not a version; write numbers or the wildcards x, X and *, e.g. "1.2.x", and "||" between alternatives`,
    )
  return { ok: true, value: { operator: OPERATORS[operator] ?? '=', version, open } }
}

function isOpen(number: string | undefined): boolean {
  return number === undefined || number === 'x' || number === 'X' || number === '*'
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}

function whyEmpty(rangeText: string): string {
  return rangeText.includes('||')
    ? `there is nothing on one side of "||" in ${quote(rangeText)}; write a range on both sides, e.g. "1.x || 2.x"`
    : 'the range is empty; write "*" for every release, or e.g. "1.x" or ">=1.2 <2"'
}

function whyImproper(branchText: string): string {
  return (
    `${quote(branchText.trim())} is not a semver range; write e.g. "1.x", ">=1.2 <2" or "^1.4.0", ` +
    'with a blank or a comma between two conditions and "||" between alternatives'
  )
}

function fits(term: Term, version: Version): boolean {
  const order = compareVersions(version, term.version)
  switch (term.operator) {
    case '=':
      return term.open === 'none' ? order === 0 : fitsTilde(term, version, order)
    case '!=':
      return fitsNot(term, version, order)
    case '>':
      return fitsGreater(term, version, order)
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return fitsAtMost(term, version, order)
    case '~':
      return fitsTilde(term, version, order)
    case '^':
      return fitsCaret(term, version, order)
    default:
      return unreachable(term.operator)
  }
}

// `x` has open 'major', which the original treats as "partial, but neither minor nor patch is open": see `>x`, `^x`.

function fitsNot({ open, version: c }: Term, v: Version, order: number): boolean {
  if (open === 'none') return order !== 0
  if (c.major !== v.major) return true
  if (open === 'minor') return false
  if (c.minor !== v.minor) return true
  if (open === 'major') return order !== 0
  return comparePrereleases(v.prerelease, c.prerelease) !== 0
}

function fitsGreater({ open, version: c }: Term, v: Version, order: number): boolean {
  if (open === 'none' || open === 'major') return order > 0
  if (v.major !== c.major) return v.major > c.major
  return open === 'patch' && v.minor > c.minor
}

function fitsAtMost({ open, version: c }: Term, v: Version, order: number): boolean {
  if (open === 'none') return order <= 0
  if (v.major > c.major) return false
  return !(v.major === c.major && v.minor > c.minor && open !== 'minor')
}

function fitsTilde({ open, version: c }: Term, v: Version, order: number): boolean {
  if (order < 0) return false
  // Serves `*`, and by the same door `~0.0.0` lets everything in.
  if (c.major === 0 && c.minor === 0 && c.patch === 0 && open !== 'minor' && open !== 'patch') return true
  return v.major === c.major && (v.minor === c.minor || open === 'minor')
}

function fitsCaret({ open, version: c }: Term, v: Version, order: number): boolean {
  if (order < 0) return false
  if (c.major > 0 || open === 'minor') return v.major === c.major
  if (v.major > 0) return false
  if (c.minor > 0 || open === 'patch') return v.minor === c.minor
  return v.minor === 0 && v.patch === c.patch
}

import { compareBytes } from '../compare.ts'
import { shortName } from '../image/reference.ts'
import type { BranchName } from '../names.ts'
import { versionOf } from './bump.ts'
import { commitSection } from './commit-list.ts'
import type { Group } from './group.ts'
import { codeSpan, link, plainText } from './markdown.ts'
import { findingSection, notMovedSection, type NotMoved } from './not-moved.ts'
import { formatState, type State } from './state.ts'
import { table, type Row } from './table.ts'
import { enumerate } from './title.ts'
import { clip } from './untrusted.ts'

/** Everything a pull request says. Texts are untrusted unless their type is branded. */
export interface BodyInput {
  readonly group: Group
  readonly base: BranchName
  /** Address under which files of the head are shown, e.g. `https://github.com/acme/gitops/blob/<head>`. */
  readonly filesUrl?: string
  readonly rows: readonly Row[]
  readonly notMoved: readonly NotMoved[]
  /** Phrased already. */
  readonly findings: readonly string[]
  /** What closing means here. */
  readonly onClosed: 'respect' | 'reopen'
  readonly state: State
}

/** Longest body, in UTF-16 units; its UTF-8 bytes stay within what GitHub takes in either unit. */
export const BODY_LIMIT = 60_000
export const BODY_BYTE_LIMIT = 65_536

/**
 * The body of a pull request: what merging deploys, the commits that come, what did not move and why, findings, builds, how
 * to steer, the state. The same input gives the same text. Too long a body is cut from the least important end: commits,
 * then what did not move, findings, links of places and builds, rows; each says how much is left out. The state stays whole.
 */
export function body(input: BodyInput): string {
  const rows = input.rows.toSorted((a, b) => compareBytes(a.to.name, b.to.name) || compareBytes(a.policy, b.policy))
  const state = formatState(input.state)
  const sections = sectionsOf({ ...input, rows }, state)
  for (const detail of DETAILS) {
    const text = `${sections(detail)
      .filter((section) => section !== '')
      .join('\n\n')}\n`
    if (text.length <= BODY_LIMIT && new TextEncoder().encode(text).length <= BODY_BYTE_LIMIT) return text
  }
  return state
}

/** Whether a body read back says the same: line ends and white space at the end of lines do not count. */
export function sameText(a: string, b: string): boolean {
  return normal(a) === normal(b)
}

interface Detail {
  readonly commits: number
  readonly sources: number
  readonly notMoved: number
  readonly findings: number
  readonly rows: number
}

// Each step gives up a little more; the last one is bounded by the limits of its parts and always fits.
const FULL: Detail = { commits: 50, sources: 400, notMoved: 400, findings: 200, rows: 400 }
const SHORT: Detail = { commits: 0, sources: 20, notMoved: 20, findings: 20, rows: 200 }
const DETAILS: readonly Detail[] = [
  FULL,
  { ...FULL, commits: 20 },
  { ...FULL, commits: 5 },
  { ...FULL, commits: 0 },
  { ...FULL, commits: 0, sources: 20 },
  { ...FULL, commits: 0, sources: 20, notMoved: 50 },
  { ...FULL, commits: 0, sources: 20, notMoved: 20, findings: 20 },
  SHORT,
  { ...SHORT, notMoved: 5, findings: 5 },
  { ...SHORT, sources: 0, notMoved: 0, findings: 5, rows: 100 },
  ...[100, 50, 20, 5, 0].map((rows) => ({ commits: 0, sources: 0, notMoved: 0, findings: 0, rows })),
]

/** The sections in order, at any detail. What two details have in common is made once. */
function sectionsOf(input: BodyInput, state: string): (detail: Detail) => readonly string[] {
  const { rows, filesUrl, notMoved, findings } = input
  const made = new Map<string, string>()
  const once = (key: string, make: () => string): string => {
    const section = made.get(key) ?? make()
    made.set(key, section)
    return section
  }
  return (detail) => [
    once('lead', () => lead(input)),
    once(`rows ${detail.rows}`, () => table(rows, filesUrl, detail.rows)),
    once(`commits ${detail.commits} ${detail.sources}`, () => commitSection(rows, detail)),
    once(`not moved ${detail.notMoved}`, () => notMovedSection(notMoved, detail.notMoved)),
    once(`findings ${detail.findings}`, () => findingSection(findings, detail.findings)),
    once(`builds ${detail.rows}`, () => builds(rows, detail.rows)),
    steering(input),
    state,
  ]
}

const NAMED_IMAGES = 4
const NAME_LIMIT = 100

function lead({ rows, group, base }: BodyInput): string {
  if (rows.length === 0)
    return `Merging this into ${codeSpan(clip(base, NAME_LIMIT))} moves no image, but for what people committed to it.`
  const images = [...new Set(rows.map(({ to }) => `${shortName(to.name)} ${versionOf(to)}`))]
  const what =
    images.length <= NAMED_IMAGES
      ? enumerate(images.map((image) => `**${plainText(clip(image, NAME_LIMIT))}**`))
      : `**${new Set(rows.map(({ to }) => to.name)).size} images**`
  const where =
    group.kind === 'all' || group.kind === 'image' ? '' : ` in **${plainText(clip(group.label, NAME_LIMIT))}**`
  return `Merging this into ${codeSpan(clip(base, NAME_LIMIT))} deploys ${what}${where}.`
}

/** One link for each run: several images of one build share it. */
function builds(rows: readonly Row[], limit: number): string {
  const byRun = Map.groupBy(
    rows.filter(({ run }) => run !== undefined),
    ({ run = '' }) => run,
  )
  const shown = [...byRun].slice(0, limit).map(([run, rows]) => {
    const names = [...new Set(rows.map(({ to }) => `${shortName(to.name)} ${versionOf(to)}`))]
    return link(clip(enumerate(names), NAME_LIMIT), run)
  })
  const more = byRun.size - shown.length
  if (byRun.size === 0) return ''
  return `**Built by:** ${[...shown, ...(more > 0 ? [`${more} more runs`] : [])].join(', ')}`
}

function steering({ onClosed }: BodyInput): string {
  const close =
    onClosed === 'respect'
      ? '**Close** to turn these values down: only newer ones come back.'
      : '**Close** to wait: the next build opens a new one.'
  return `---\n**Merge** to deploy. ${close} Label ${codeSpan('image-bump:hold')} to keep this pull request as it is.`
}

function normal(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trimEnd()
}

import type { Finding } from '../finding.ts'
import { formatReference } from '../image/reference.ts'
import { formatPlace } from '../names.ts'
import type { Change, Skip } from '../plan/plan.ts'
import { codeSpan, link, plainText, tableRow } from '../pull-request/markdown.ts'
import { clip } from '../pull-request/untrusted.ts'
import { shownLine, unifiedDiff } from './diff.ts'
import { sortFindings } from './json.ts'
import { phraseFinding, phraseOutcome, phraseSkip } from './phrase.ts'
import { allChanges, allSkips, type FileDiff, type GroupReport, type Report } from './report.ts'

/** UTF-8 bytes. The runner drops a summary over 1,024 KiB whole; steps before ours share nothing of it. */
export const SUMMARY_LIMIT = 900_000

/**
 * The job summary, in GitHub Flavoured Markdown: how it ended, what changes, why every other marker keeps its value, what
 * was found, and the diff. At most `limit` bytes: what is too long is cut by whole lines, from the diff first, and says so.
 */
export function summary(report: Report, limit = SUMMARY_LIMIT): string {
  const sections = [
    outcomeSection(report),
    table(
      changesTitle(report.groups),
      ['file', 'policy', 'part', 'from', 'to'],
      allChanges(report.groups).map(changeCells),
    ),
    table('Findings', ['where', 'what'], sortFindings(report.findings).map(findingCells)),
    table(
      'Why the others stay',
      ['file', 'policy', 'value', 'candidate', 'why'],
      allSkips(report.groups).map(skipCells),
    ),
    diffSection(report.groups.flatMap(({ diffs }) => diffs)),
  ]
  let left = limit
  let text = ''
  for (const section of sections) {
    const fitted = fit(section, left)
    left -= byteLength(fitted)
    text += fitted
  }
  return text
}

/** Lines of one part of the summary; cutting takes lines of the middle away. */
interface Section {
  readonly head: readonly string[]
  readonly lines: readonly string[]
  readonly foot: readonly string[]
}

/** A pull request brings what earlier builds put there, too. */
function changesTitle(groups: readonly GroupReport[]): string {
  const isProposed = ({ plan, pullRequest }: GroupReport): boolean =>
    plan.changes.length === 0 || pullRequest !== undefined
  return groups.every(isProposed) ? 'What merging changes' : 'What changes'
}

function outcomeSection({ outcome, groups, unmatched, error }: Report): Section {
  return {
    head: ['## image-bump', ''],
    lines: [
      ...errorLines(error),
      ...groups.map(groupItem),
      ...unmatched.map((image) => `- No policy concerns ${codeSpan(formatReference(image))}.`),
      ...(groups.length + unmatched.length === 0 && error === undefined ? [phraseOutcome(outcome)] : []),
    ],
    foot: [''],
  }
}

function errorLines(error: Report['error']): readonly string[] {
  if (error === undefined) return []
  const [first = '', ...rest] = error.message.split('\n').map(plainText)
  return [`${phraseOutcome('failed')} ${codeSpan(error.code)}: ${first}`, ...rest.map((line) => `- ${line}`), '']
}

function groupItem({ label, outcome, because, pullRequest, commit, branch }: GroupReport): string {
  const more = because === undefined ? '' : ` ${plainText(because)}`
  const where =
    pullRequest === undefined
      ? [commit, branch]
          .filter((name) => name !== undefined)
          .map((name) => ` ${codeSpan(name)}`)
          .join(' on')
      : ` ${link(`${pullRequest.title} (${pullRequest.number})`, pullRequest.url)}`
  return `- **${plainText(label)}**: ${phraseOutcome(outcome)}${more}${where}`
}

function changeCells({ field, policy, from, to }: Change): readonly string[] {
  return [codeSpan(formatPlace(field.place)), codeSpan(policy), field.marker.part, value(from), value(to)]
}

function skipCells(skip: Skip): readonly string[] {
  const { field, policy, current, candidate } = skip
  return [
    codeSpan(formatPlace(field.place)),
    codeSpan(policy),
    value(current),
    candidate === undefined ? '' : value(candidate),
    plainText(phraseSkip(skip)),
  ]
}

const VALUE_LIMIT = 300

/** A value of a file may be as long as the file; a reference with a digest is not. */
function value(text: string): string {
  return codeSpan(clip(text, VALUE_LIMIT))
}

function findingCells(found: Finding): readonly string[] {
  return [
    found.place === undefined ? '' : codeSpan(formatPlace(found.place)),
    `${codeSpan(found.code)} ${plainText(phraseFinding(found))}`,
  ]
}

const NOTHING: Section = { head: [], lines: [], foot: [] }

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Section {
  if (rows.length === 0) return NOTHING
  const rule = tableRow(columns.map(() => '---'))
  return { head: [`### ${title}`, '', tableRow(columns), rule], lines: rows.map(tableRow), foot: [''] }
}

function diffSection(diffs: readonly FileDiff[]): Section {
  const lines = diffs.flatMap(unifiedDiff).map(shownLine)
  if (lines.length === 0) return NOTHING
  let fence = '```'
  for (const line of lines) while (line.includes(fence)) fence += '`'
  return {
    head: ['### Diff', '', `${fence}diff`],
    lines,
    foot: [fence, ''],
  }
}

/** The section within so many bytes, with a last line that says how many lines were left out. */
function fit({ head, lines, foot }: Section, limit: number): string {
  const whole = joinLines([...head, ...lines, ...foot])
  if (byteLength(whole) <= limit) return whole
  const note = (left: number): readonly string[] => [...foot, `_${left} lines more did not fit into this summary._`, '']
  let room = limit - byteLength(joinLines([...head, ...note(lines.length)]))
  if (room < 0) return ''
  const kept: string[] = []
  for (const line of lines) {
    room -= byteLength(line) + 1
    if (room < 0) break
    kept.push(line)
  }
  return joinLines([...head, ...kept, ...note(lines.length - kept.length)])
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function byteLength(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Two bytes to U+07FF, three to U+FFFF; a surrogate pair takes four, two for each half.
    if (unit > 0x7f) bytes += unit <= 0x7ff || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}

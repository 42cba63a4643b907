import { formatPlace, type Place } from '../names.ts'
import { formatReference, quote } from '../image/reference.ts'
import type { Finding } from '../finding.ts'
import { showInvisible } from '../pull-request/untrusted.ts'
import { shownLine, unifiedDiff, type DiffLine } from './diff.ts'
import { sortFindings } from './json.ts'
import { phraseFinding, phraseOutcome, phraseSkip } from './phrase.ts'
import { allChanges, allSkips, type FileDiff, type GroupReport, type Report } from './report.ts'

/** What terminals are shown. Nothing untrusted can move the cursor or colour a line; every text ends in LF or is empty. */
export interface TextOptions {
  readonly colour: boolean
  /** Columns of the terminal; undefined: nothing that breaks long lines. */
  readonly width?: number | undefined
}

/** Of `plan`, `apply` and `set`, for stdout: the unified diff, then why the other marked fields keep their value. */
export function planText({ groups }: Pick<Report, 'groups'>, options: TextOptions): string {
  const diff = diffText(
    groups.flatMap(({ diffs }) => diffs),
    options,
  )
  const skips = allSkips(groups)
  const rows = skips.map((skip) => [
    showInvisible(formatPlace(skip.field.place)),
    showInvisible(skip.policy),
    showInvisible(quote(skip.current)),
    skip.candidate === undefined ? '' : showInvisible(quote(skip.candidate)),
    phraseSkip(skip),
  ])
  if (rows.length === 0) return diff
  const table = alignColumns([['kept', 'policy', 'value', 'candidate', 'why'], ...rows])
  const { width = Infinity } = options
  const fits = table.split('\n').every(({ length }) => length <= width)
  return `${diff}${diff === '' ? '' : '\n'}${fits ? table : rows.map(stacked).join('')}`
}

/** A row of the table for a terminal that would break it: where, and below it what stays and why. */
function stacked([place = '', policy = '', value = '', candidate = '', why = '']: readonly string[]): string {
  return `kept ${place}  ${policy}\n  ${value}${candidate === '' ? '' : `, not ${candidate}`}: ${why}\n`
}

/** Of findings: `path:line:column code sentence`, one a line. */
export function findingsText(findings: readonly Finding[]): string {
  return sortFindings(findings)
    .map((found) => {
      const place = found.place === undefined ? '' : `${showInvisible(formatPlace(found.place))} `
      return `${place}${found.code} ${phraseFinding(found)}\n`
    })
    .join('')
}

/** Of `run`: how it ended, a line a group, and after an error what was done before it. */
export function outcomeText({ outcome, groups, unmatched, error }: Report): string {
  const lines = groups.map(groupLine)
  if (unmatched.length > 0)
    lines.push(
      `No policy concerns ${unmatched.map((image) => showInvisible(quote(formatReference(image)))).join(', ')}.`,
    )
  if (lines.length === 0 || error !== undefined) lines.push(phraseOutcome(outcome))
  return lines.map((line) => `${line}\n`).join('')
}

/** Of the action's log: a line for each value that changes, and for each that something came for and that stays. */
export function stepsText({ groups }: Pick<Report, 'groups'>, limit = STEP_LIMIT): string {
  // What an untouched pull request brings already is no step of this run.
  const changes = allChanges(groups.filter(({ outcome }) => outcome !== 'unchanged')).map(
    ({ field, policy, from, to }) => `${head(field.place, policy)} ${shown(from)} -> ${shown(to)}`,
  )
  const stays = allSkips(groups)
    .filter(({ why }) => why !== 'equal' && why !== 'out of scope')
    .map((skip) => `${head(skip.field.place, skip.policy)} stays at ${shown(skip.current)}: ${phraseSkip(skip)}`)
  const lines = [...changes, ...stays]
  const more = lines.length > limit ? [`and ${lines.length - limit} more, see the summary of this run`] : []
  return [...lines.slice(0, limit), ...more].map((line) => `${line}\n`).join('')
}

const STEP_LIMIT = 200

function head(place: Place, policy: string): string {
  return `${showInvisible(formatPlace(place))} ${showInvisible(policy)}`
}

function shown(value: string): string {
  return showInvisible(quote(value))
}

/** The unified diff of all files, for a terminal. */
export function diffText(diffs: readonly FileDiff[], { colour }: TextOptions): string {
  const paint = colour ? colourLine : (_kind: DiffLine['kind'], text: string): string => text
  return diffs
    .flatMap(unifiedDiff)
    .map((line) => `${paint(line.kind, shownLine(line))}\n`)
    .join('')
}

const COLOURS: Readonly<Partial<Record<DiffLine['kind'], number>>> = { file: 1, hunk: 36, removed: 31, added: 32 }

function colourLine(kind: DiffLine['kind'], text: string): string {
  const colour = COLOURS[kind]
  return colour === undefined ? text : `\u001B[${colour}m${text}\u001B[0m`
}

/** A table with two blanks between its columns. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function groupLine({ label, outcome, because, pullRequest, commit }: GroupReport): string {
  const link = pullRequest === undefined ? (commit ?? '') : `#${pullRequest.number} ${showInvisible(pullRequest.url)}`
  const more = because === undefined ? '' : ` ${showInvisible(because)}`
  return `${showInvisible(label)}: ${phraseOutcome(outcome)}${more}${link === '' ? '' : ` ${link}`}`
}

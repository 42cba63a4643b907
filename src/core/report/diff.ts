import { unreachable } from '../names.ts'
import { showInvisible, showLine } from '../pull-request/untrusted.ts'
import { commonLines } from './common-lines.ts'
import type { FileDiff } from './report.ts'

/** One line of a unified diff, without its sign and line end; text of files is raw, whoever shows it makes it visible. */
export type DiffLine =
  | { readonly kind: 'file'; readonly sign: '---' | '+++'; readonly text: string }
  | { readonly kind: 'hunk'; readonly text: string }
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }

const CONTEXT = 3

/**
 * The unified diff of two texts with three lines of context; empty when they are equal. Lines end at LF; a CR before it is
 * part of the line's text.
 */
export function unifiedDiff({ path, before, after }: FileDiff): readonly DiffLine[] {
  const from = splitLines(before)
  const to = splitLines(after)
  const hunks = hunksOf(compareLines(from, to))
  if (hunks.length === 0) return []
  return [
    { kind: 'file', sign: '---', text: `a/${path}` },
    { kind: 'file', sign: '+++', text: `b/${path}` },
    ...hunks.flatMap((hunk) => hunkLines(hunk, from, to)),
  ]
}

/** The line as it is shown: signed, and what cannot be seen written as an escape. */
export function shownLine(line: DiffLine): string {
  switch (line.kind) {
    case 'file':
      return `${line.sign} ${showInvisible(line.text)}`
    case 'same':
    case 'removed':
    case 'added':
      return `${SIGNS[line.kind]}${showLine(line.text)}`
    case 'hunk':
    case 'note':
      return line.text
    default:
      return unreachable(line)
  }
}

const SIGNS = { same: ' ', removed: '-', added: '+' } as const

/** Lines `[from, fromEnd)` of one text were replaced by `[to, toEnd)` of the other; everything between is equal. */
interface Replaced {
  readonly from: number
  readonly fromEnd: number
  readonly to: number
  readonly toEnd: number
}

/** Each line with its LF, so that a last line without one differs from the same line with one. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function compareLines(from: readonly string[], to: readonly string[]): readonly Replaced[] {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let fromEnd = from.length
  let toEnd = to.length
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1
    toEnd -= 1
  }
  const pairs = commonLines(from.slice(start, fromEnd), to.slice(start, toEnd))
  const replaced: Replaced[] = []
  let at = { from: start, to: start }
  for (const pair of [...pairs.map(([a, b]) => ({ from: a + start, to: b + start })), { from: fromEnd, to: toEnd }]) {
    if (pair.from > at.from || pair.to > at.to)
      replaced.push({ from: at.from, fromEnd: pair.from, to: at.to, toEnd: pair.to })
    at = { from: pair.from + 1, to: pair.to + 1 }
  }
  return replaced
}

/** Replacements whose context would touch share a hunk. */
function hunksOf(replaced: readonly Replaced[]): readonly (readonly Replaced[])[] {
  const hunks: Replaced[][] = []
  for (const next of replaced) {
    const hunk = hunks.at(-1)
    const last = hunk?.at(-1)
    if (hunk !== undefined && last !== undefined && next.from - last.fromEnd <= 2 * CONTEXT) hunk.push(next)
    else hunks.push([next])
  }
  return hunks
}

function hunkLines(hunk: readonly Replaced[], from: readonly string[], to: readonly string[]): readonly DiffLine[] {
  const first = hunk[0]
  const last = hunk.at(-1)
  if (first === undefined || last === undefined) return []
  const lead = Math.min(CONTEXT, first.from)
  const tail = Math.min(CONTEXT, from.length - last.fromEnd)
  const fromRange = range(first.from - lead, last.fromEnd + tail)
  const toRange = range(first.to - lead, last.toEnd + tail)
  const lines: DiffLine[] = [{ kind: 'hunk', text: `@@ -${fromRange} +${toRange} @@` }]
  let at = first.from - lead
  for (const { from: start, fromEnd, to: toStart, toEnd } of hunk) {
    lines.push(...from.slice(at, start).flatMap((line) => diffLine('same', line)))
    lines.push(...from.slice(start, fromEnd).flatMap((line) => diffLine('removed', line)))
    lines.push(...to.slice(toStart, toEnd).flatMap((line) => diffLine('added', line)))
    at = fromEnd
  }
  lines.push(...from.slice(at, at + tail).flatMap((line) => diffLine('same', line)))
  return lines
}

/** `start,count` as diff writes it: 1-based, the line before when there is none, the count left out when it is one. */
function range(start: number, end: number): string {
  const count = end - start
  if (count === 1) return String(start + 1)
  return `${count === 0 ? start : start + 1},${count}`
}

function diffLine(kind: 'same' | 'removed' | 'added', line: string): readonly DiffLine[] {
  if (line.endsWith('\n')) return [{ kind, text: line.slice(0, -1) }]
  return [
    { kind, text: line },
    { kind: 'note', text: '\\ No newline at end of file' },
  ]
}

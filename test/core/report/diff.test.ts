import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { RepoPath } from '../../../src/core/names.ts'
import { unifiedDiff, type DiffLine } from '../../../src/core/report/diff.ts'
import { diffText } from '../../../src/core/report/text.ts'

const path = 'apps/shop.yaml' as RepoPath
const show = (before: string, after: string): string => diffText([{ path, before, after }], { colour: false })

test.each([
  { because: 'equal texts have none', before: 'a\nb\n', after: 'a\nb\n', lines: [] },
  {
    because: 'three lines of context on each side',
    before: '1\n2\n3\n4\nold\n6\n7\n8\n9\n',
    after: '1\n2\n3\n4\nnew\n6\n7\n8\n9\n',
    lines: ['@@ -2,7 +2,7 @@', ' 2', ' 3', ' 4', '-old', '+new', ' 6', ' 7', ' 8'],
  },
  {
    because: 'six equal lines between two changes hold them in one hunk',
    before: 'a\n1\n2\n3\n4\n5\n6\nb\n',
    after: 'A\n1\n2\n3\n4\n5\n6\nB\n',
    lines: ['@@ -1,8 +1,8 @@', '-a', '+A', ' 1', ' 2', ' 3', ' 4', ' 5', ' 6', '-b', '+B'],
  },
  {
    because: 'seven part them',
    before: 'a\n1\n2\n3\n4\n5\n6\n7\nb\n',
    after: 'A\n1\n2\n3\n4\n5\n6\n7\nB\n',
    lines: ['@@ -1,4 +1,4 @@', '-a', '+A', ' 1', ' 2', ' 3', '@@ -6,4 +6,4 @@', ' 5', ' 6', ' 7', '-b', '+B'],
  },
  {
    because: 'a last line without LF is said so on both sides',
    before: 'old',
    after: 'new',
    lines: ['@@ -1 +1 @@', '-old', '\\ No newline at end of file', '+new', '\\ No newline at end of file'],
  },
  {
    because: 'an added final LF is a difference',
    before: 'x',
    after: 'x\n',
    lines: ['@@ -1 +1 @@', '-x', '\\ No newline at end of file', '+x'],
  },
  {
    because: 'a token may shrink to fewer lines',
    before: 'k: "a\n  b\n  c"\nz\n',
    after: 'k: "d"\nz\n',
    lines: ['@@ -1,4 +1,2 @@', '-k: "a', '-  b', '-  c"', '+k: "d"', ' z'],
  },
  { because: 'an empty text starts at line 0', before: '', after: 'x\n', lines: ['@@ -0,0 +1 @@', '+x'] },
  {
    because: 'the CR of a CRLF file is written, not sent to the terminal',
    before: 'a\r\nold\r\n',
    after: 'a\r\nnew\r\n',
    lines: ['@@ -1,2 +1,2 @@', ' a\\r', '-old\\r', '+new\\r'],
  },
  {
    because: 'escape sequences and overrides cannot act',
    before: 'x\u001B[2J\n',
    after: 'x\u202Ey\n',
    lines: ['@@ -1 +1 @@', '-x\\u001b[2J', '+x\\u202ey'],
  },
])('a diff: $because', ({ before, after, lines }) => {
  const head = lines.length === 0 ? [] : [`--- a/${path}`, `+++ b/${path}`]
  expect(show(before, after).split('\n')).toEqual([...head, ...lines, ''])
})

const text = tuple(array(constantFrom('a', 'b', 'c', ''), { maxLength: 30 }), constantFrom('', '\n')).map(
  ([lines, end]) => lines.join('\n') + end,
)

test('a diff put on the first text gives the second, whatever the texts', () => {
  assert(
    property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff({ path, before, after }))).toBe(after)
    }),
    { numRuns: 2000 },
  )
})

test('a diff holds no more changed lines than the shortest edit script', () => {
  const before = Array.from({ length: 400 }, (_, line) => `line ${line}\n`)
  const after = before.filter((_, line) => line % 40 !== 7).with(100, 'other\n')
  const lines = unifiedDiff({ path, before: before.join(''), after: after.join('') })
  expect(lines.filter(({ kind }) => kind === 'removed' || kind === 'added')).toHaveLength(10 + 2)
})

test('texts that have nothing in common are shown as replaced, in bounded time', () => {
  const side = (letter: string): string => Array.from({ length: 5000 }, (_, line) => `${letter}${line}\n`).join('')
  const before = side('a')
  const after = side('b')
  const lines = unifiedDiff({ path, before, after })
  expect(lines).toHaveLength(3 + 10_000)
  expect(patched(before, lines)).toBe(after)
})

/** What `patch` does with the lines of a diff, checking everything it takes away or passes by. */
function patched(before: string, lines: readonly DiffLine[]): string {
  const from = before.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const result: string[] = []
  let at = 0
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'hunk') {
      const [, start = '', count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(line.text) ?? []
      const first = count === '0' ? Number(start) : Number(start) - 1
      result.push(...from.slice(at, first))
      at = first
    }
    if (line.kind !== 'same' && line.kind !== 'removed' && line.kind !== 'added') continue
    const whole = lines[index + 1]?.kind === 'note' ? line.text : `${line.text}\n`
    if (line.kind !== 'added') {
      expect(from[at]).toBe(whole)
      at += 1
    }
    if (line.kind !== 'removed') result.push(whole)
  }
  return [...result, ...from.slice(at)].join('')
}

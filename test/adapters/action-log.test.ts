import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { secretForms } from '../../src/adapters/action-log.ts'
import { defang } from '../../src/core/report/annotations.ts'
import { readCommand } from '../support/runner/commands.ts'
import { runAction, type RunRequest } from '../support/runner/run-action.ts'

const FIXTURE: RunRequest = {
  inputs: {},
  entry: 'test/support/runner/fixtures/action-log.ts',
  manifest: 'test/support/runner/fixtures/action.yml',
}

test.each([
  { line: '::error::x', shows: ': :error::x' },
  { line: ' \t ::set-output name=a::b', shows: ' \t : :set-output name=a::b' },
  { line: ':::error::x', shows: ': ::error::x' },
  { line: 'x ##[set-output name=a;]b', shows: 'x # #[set-output name=a;]b' },
  { line: '####[error]', shows: '### #[error]' },
  { line: 'a\r\n::error::b', shows: 'a\\r\\n::error::b' },
  { line: '\u001B[31mred\u202E', shows: '\\u001b[31mred\\u202e' },
  { line: 'ghcr.io/acme/shop:1.5.0\ttab', shows: 'ghcr.io/acme/shop:1.5.0\ttab' },
])('the line $line is logged as $shows', ({ line, shows }) => {
  expect(defang(line)).toBe(shows)
})

test('no line is a command to the runner once it is defanged', () => {
  const piece = string({ unit: 'binary', maxLength: 4 })
  assert(
    property(piece, piece, piece, (a, b, c) => {
      for (const line of [`${a}::error::${c}`, `${a}##[${b}]${c}`, `${a}##[error ${b}]${c}`, `::${a}::${b}##[error]`]) {
        const safe = defang(line)
        expect(readCommand(safe)).toBeUndefined()
        expect(safe).not.toMatch(/[\r\n]/)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a secret is masked as it is, by line, and as the password of git', () => {
  expect(secretForms('one\ntwo')).toEqual(['one\ntwo', 'one', 'two', 'eC1hY2Nlc3MtdG9rZW46b25lCnR3bw=='])
  expect(secretForms('')).not.toContain('')
})

test('at the runner: hostile texts give no command, annotations stay within its limits, the token stays hidden', async () => {
  const result = await runAction(FIXTURE)
  expect(result.problems).toEqual([])
  expect(result.exitCode).toBe(0)
  expect(result.annotations.map(({ level }) => level)).toEqual([
    ...Array.from({ length: 10 }, () => 'warning'),
    'error',
  ])
  expect(result.annotations[0]).toEqual({
    level: 'warning',
    message: expect.stringContaining('Nobody defines policy "a:b\\n::error::pwned') as string,
    properties: { title: 'UNKNOWN_POLICY', file: 'apps/a,b:c.yaml', line: '3', col: '7' },
  })
  expect(result.annotations.at(-1)?.message).toHaveLength(4096)
  expect(result.log).toContain('x # #[set-output name=answer;]pwned\n: :set-output name=answer::pwned\n')
  expect(result.log).toContain('2 more of level warning: see the summary of this run.')
  expect(result.outputs).toEqual({ answer: 'a\nb=c<<d' })
})

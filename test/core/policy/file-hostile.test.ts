import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { BumpError } from '../../../src/core/errors.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { parsePolicyFile } from '../../../src/core/policy/file.ts'

const PATH = '.image-bump.yaml' as RepoPath

function refusal(text: string): BumpError | undefined {
  try {
    parsePolicyFile(PATH, text)
    return undefined
  } catch (error) {
    if (error instanceof BumpError && error.code === 'BAD_POLICY') return error
    throw error
  }
}

const WORDS =
  `version 1 policies a:b image policy semver range paths hold pullRequests rules match __proto__ x-a &a *a <<
!!str | > " ' # %YAML \u0000 \uFEFF`.split(/[ \n]/)
const word = fc.constantFrom(...WORDS)
const glue = fc.constantFrom(
  ': ',
  ' ',
  '\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '\n---\n',
  '\n...\n',
  '\t',
)
const nearlyYaml = fc.array(fc.tuple(word, glue), { maxLength: 40 }).map((pairs) => pairs.flat().join(''))

test('text of any kind is a policy file or a BAD_POLICY', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyYaml, fc.string(), fc.string({ unit: 'binary' })), (text) => {
      refusal(text)
    }),
    { numRuns: 500 },
  )
})

test('values of any kind are a policy file or a BAD_POLICY whose places lie in the file', () => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const anyPolicy = fc.record(
    { image: value, policy: value, paths: value, filterTags: value, digest: value, hold: value },
    { requiredKeys: [] },
  )
  const file = fc.record(
    {
      version: fc.constant(1),
      policies: fc.dictionary(fc.constant('a:b'), anyPolicy),
      pullRequests: value,
      flux: value,
    },
    { requiredKeys: ['version'] },
  )
  fc.assert(
    fc.property(file, (values) => {
      const text = JSON.stringify(values, undefined, 1)
      const lines = text.split('\n')
      for (const { place } of refusal(text)?.problems ?? []) {
        const line = lines[(place?.line ?? 0) - 1]
        expect(line?.length).toBeGreaterThanOrEqual((place?.column ?? Infinity) - 1)
      }
    }),
  )
})

const bomb = (key: (level: number) => string) =>
  ['x-0: &l0 [x, x, x, x, x, x, x, x, x, x]']
    .concat(Array.from({ length: 30 }, (_, n) => `${key(n + 1)}: &l${n + 1} [${`*l${n}, `.repeat(10)}]`))
    .join('\n')

test.each([
  { where: 'under keys that are ours to ignore', text: bomb((level) => `x-${level}`) },
  { where: 'under unknown keys', text: bomb((level) => `k${level}`) },
])('an alias bomb $where is refused once', ({ text }) => {
  const told = refusal(`version: 1\n${text}`)?.problems.filter(({ message }) => message.startsWith('aliases repeat'))
  expect(told).toEqual([{ place: { path: PATH, line: 5, column: expect.any(Number) }, message: expect.any(String) }])
})

test('a policy repeated more often than the bound is refused, a few times it is not', () => {
  const repeated = (times: number) =>
    ['version: 1', 'policies:', '  a:b: &p { image: x, policy: { commit: } }']
      .concat(Array.from({ length: times }, (_, n) => `  a:b${n}: *p`))
      .join('\n')
  expect(refusal(repeated(500))).toBeUndefined()
  expect(refusal(repeated(5000))?.message).toContain('aliases repeat')
})

// Time limits are far above what is needed (a second or two) and far below what a quadratic reading takes (20 s and more).
test.each([
  { what: '40,000 unknown keys', text: `version: 1\n${keys('k', ': 1')}`, problems: 40_000 },
  { what: '40,000 equal keys', text: `version: 1\n${'x-a: 1\n'.repeat(40_000)}`, problems: 100 },
  { what: '100,000 open brackets', text: '['.repeat(100_000), problems: 1 },
  { what: '50,000 open maps', text: '{a: '.repeat(50_000), problems: 1 },
  { what: '40,000 aliases', text: `version: 1\nx-a: &a 1\n${keys('x-', ': *a')}`, problems: 1 },
  // 2 s each on an idle machine; it was 14 s and more.
  ...[
    { piece: ']', problems: 100 },
    { piece: '[', problems: 1 },
    { piece: '{,', problems: 1 },
    { piece: '- - ', problems: 1 },
    { piece: 'a: b: c\n', problems: 1 },
    { piece: '&a ', problems: 100 },
    { piece: '- a\n b:\n', problems: 100 },
  ].map(({ piece, problems }) => ({
    what: `1 MiB of ${JSON.stringify(piece)}`,
    text: piece.repeat(Math.floor((1024 * 1024) / piece.length)),
    problems,
  })),
])('$what are refused in bounded time', { timeout: 15_000 }, ({ text, problems }) => {
  expect(refusal(text)?.problems).toHaveLength(problems)
})

test.each([
  { what: 'units', text: ' '.repeat(1024 * 1024 + 1) },
  { what: 'bytes', text: `# ${'é'.repeat(600_000)}` },
])('a file over 1 MiB of $what is refused unread', ({ text }) => {
  expect(refusal(text)?.message).toMatch(/^\.image-bump\.yaml: the policy file is larger than 1 MiB/)
})

test('a file of exactly 1 MiB is read', () => {
  expect(refusal(`version: 1\n#${' '.repeat(1024 * 1024 - 12)}`)).toBeUndefined()
})

test('keys named like members of every object do nothing', () => {
  refusal('version: 1\n__proto__: { polluted: 1 }\npolicies: { __proto__: { polluted: 1 } }')
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

function keys(start: string, end: string): string {
  return Array.from({ length: 40_000 }, (_, n) => `${start}${n}${end}`).join('\n')
}

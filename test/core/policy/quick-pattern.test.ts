import * as fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, test } from 'vitest'
import { extractFrom, extractText, readFilter } from '../../../src/core/policy/filter.ts'
import { isQuickTag, readQuickPattern } from '../../../src/core/policy/quick-pattern.ts'

test.each([
  '',
  '^main-[a-f0-9]+-(?P<ts>[0-9]+)$',
  '^main-[a-f0-9]+-(?P<ts>[0-9]+)',
  '^v(?P<version>.*)-amd64$',
  '^v(?P<version>.*?)-amd64$',
  '^(?:v|release-)?(?<version>\\d+\\.\\d+\\.\\d+)(-rc\\.[0-9]+)?$',
  '-(\\d{8}T\\d{6})$',
  '^[0-9a-f]{7,40}$',
  '^RELEASE[.].*Z$',
])('%s is quick', (pattern) => {
  expect(readQuickPattern(pattern)).toBeDefined()
})

describe('left to RE2', () => {
  test.each([
    { pattern: '^(a+)+$', because: 'a loop in a loop' },
    { pattern: '^(?:ab)*$', because: 'a loop of more than one character' },
    { pattern: '^.*a.*b$', because: 'two guesses: how far each loop goes' },
    { pattern: '^a*a*a$', because: 'two guesses: which loop takes a letter' },
    { pattern: '.*-rc', because: 'a guess, and another where to start' },
    { pattern: 'a+ab', because: 'the same with one letter' },
    { pattern: '[0-9]+$', because: 'a loop from each place to the end' },
    { pattern: '(ab|ac)', because: 'two ways begin alike' },
    { pattern: '^(?:a?)?$', because: 'what may be nothing may be left out' },
    { pattern: '(?i)^a$', because: 'a flag' },
    { pattern: '^[[:alpha:]]$', because: 'a class by name' },
    { pattern: '^\\pL$', because: 'Unicode' },
    { pattern: '^\\Qa.b\\E$', because: 'quoted text' },
    { pattern: '^a$|^b$', because: 'anchors that are not at the ends' },
    { pattern: '^a\\$', because: 'a dollar' },
    { pattern: '^a{,2}$', because: 'no count' },
    { pattern: '^(?P<a>x)(?P<a>y)$', because: 'two groups of one name' },
    { pattern: '^(a', because: 'no pattern' },
    { pattern: '^a**$', because: 'no pattern for RE2' },
    { pattern: '^[b-a]$', because: 'no range' },
    { pattern: `^${'('.repeat(200)}a${')'.repeat(200)}$`, because: 'groups in groups' },
  ])('$pattern: $because', ({ pattern }) => {
    expect(readQuickPattern(pattern)).toBeUndefined()
  })
})

test.each(['', '1.2.3', 'v1.0.0-rc.1+x', 'a'.repeat(128)])('%s may be asked about', (tag) => {
  expect(isQuickTag(tag)).toBe(true)
})

test.each(['a\n', 'é', '😀', ' ', 'a'.repeat(129)])('%j is left to RE2', (tag) => {
  expect(isQuickTag(tag)).toBe(false)
})

test('odd tags of a quick pattern are matched by RE2 all the same', () => {
  const read = readFilter('^a(?P<x>.)$', '$x')
  if (!read.ok) throw new Error(read.reason)
  expect(extractText(read.value, 'ab')).toBe('b')
  expect(extractText(read.value, 'a😀')).toBe('😀')
  expect(extractFrom(read.value, 'a😀')).toEqual({ text: '😀', groups: { x: '😀' } })
  expect(extractText(read.value, 'a\n')).toBeUndefined()
})

const ATOMS = 'a b 1 - \\. \\d \\w . [ab] [^a] [a-c] [\\w-] [a-] [-a] [^-] \\+'.split(' ')
const atom = fc.constantFrom(...ATOMS)
const count = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,2}', '{1,}', '*?', '+?', '??', '{1,2}?')
const piece = fc.tuple(atom, count).map((parts) => parts.join(''))
const { sequence } = fc.letrec<{ sequence: string; group: string }>((tie) => ({
  group: fc
    .tuple(
      fc.constantFrom('(', '(?:', '(?P<x>', '(?<y>'),
      fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }),
      fc.constantFrom('', '', '?', '??', '*'),
    )
    .map(([open, ways, times]) => `${open}${ways.join('|')})${times}`),
  sequence: fc
    .array(fc.oneof({ maxDepth: 2 }, { weight: 4, arbitrary: piece }, tie('group')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('')),
}))
const pattern = fc
  .tuple(fc.constantFrom('^', ''), sequence, fc.constantFrom('$', ''))
  .map(([start, middle, end]) => `${start}${middle}${end}`)
const tag = fc.array(fc.constantFrom('a', 'a', 'b', 'c', '1', '2', '.', '-', '_', '+'), { maxLength: 10 })

test('what is quick matches what RE2 matches, group by group', () => {
  let quickOnes = 0
  const law = fc.property(pattern, fc.array(tag, { minLength: 5, maxLength: 5 }), (written, tags) => {
    const quick = readQuickPattern(written)
    if (quick === undefined) return
    quickOnes += 1
    const re2 = RE2JS.compile(written)
    expect(re2.groupCount() + 1).toBe(quick.groupNames.length)
    for (const [name, number] of Object.entries(re2.namedGroups())) expect(quick.groupNames[number]).toBe(name)
    for (const text of tags.map((parts) => parts.join(''))) {
      const matcher = re2.matcher(text)
      const groups = quick.groupNames.map((_, number) => number)
      const expected = matcher.find() ? groups.map((number) => matcher.group(number) ?? undefined) : undefined
      const found = quick.regex.exec(text)
      expect({ written, text, found: found === null ? undefined : [...found] }).toEqual({
        written,
        text,
        found: expected,
      })
    }
  })
  fc.assert(law, { numRuns: 2_000 })
  expect(quickOnes).toBeGreaterThan(500)
})

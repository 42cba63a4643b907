import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractFrom, extractText, readFilter, type Filter } from '../../../src/core/policy/filter.ts'

// Expansions as Go's Regexp.ExpandString gives them for (?P<a>x)(?P<b_1>y)?(z) on "xz".
describe('expands as Go does', () => {
  test.each([
    { template: '$a', expands: 'x' },
    { template: '${a}', expands: 'x' },
    { template: '$ax', expands: '' },
    { template: '$1x', expands: '' },
    { template: '${1}x', expands: 'xx' },
    { template: '$$', expands: '$' },
    { template: '$$a', expands: '$a' },
    { template: '$$$a', expands: '$x' },
    { template: '$', expands: '$' },
    { template: '${', expands: '${' },
    { template: '${a', expands: '${a' },
    { template: '$-', expands: '$-' },
    { template: '${}', expands: '${}' },
    { template: 'a$', expands: 'a$' },
    { template: '${a-b}', expands: '${a-b}' },
    { template: '${ a}', expands: '${ a}' },
    { template: '${a}}', expands: 'x}' },
    { template: '$01', expands: '' },
    { template: '${01}', expands: '' },
    { template: '$0', expands: 'xz' },
    { template: '$00', expands: '' },
    { template: '$9', expands: '' },
    { template: '$b_1', expands: '' },
    { template: '$3', expands: 'z' },
    { template: '$1.$3', expands: 'x.z' },
    { template: '$1$3', expands: 'xz' },
    { template: 'x$1_', expands: 'x' },
    { template: '$aé', expands: '' },
    { template: '$1٣', expands: '' },
    { template: '$+1', expands: '$+1' },
    { template: '${99999999999999999999}', expands: '' },
    { template: '', expands: 'xz' },
  ])('$template is "$expands"', ({ template, expands }) => {
    const filter = read('(?P<a>x)(?P<b_1>y)?(z)', template)
    expect(extractFrom(filter, 'xz')).toEqual({ text: expands, groups: { a: 'x' } })
    expect(extractText(filter, 'xz')).toBe(expands)
  })
})

describe('matches as RE2 does', () => {
  test.each([
    { pattern: 'main-\\d', tag: 'old-main-1', takes: true, because: 'it is found anywhere' },
    { pattern: '', tag: 'anything', takes: true, because: 'an empty pattern is everywhere' },
    { pattern: '\\d$', tag: '1\n', takes: false, because: '$ is the end of the text' },
    { pattern: '^\\d$', tag: '٣', takes: false, because: 'classes are ASCII' },
    { pattern: '(?i)^rel-', tag: 'REL-2', takes: true, because: 'flags stand inline' },
    { pattern: '^[[:lower:]]+$', tag: 'ab', takes: true, because: 'POSIX classes' },
    { pattern: '^\\Q1.\\E\\d$', tag: '1x3', takes: false, because: '\\Q quotes' },
    { pattern: '^.$', tag: '😀', takes: true, because: 'a character is a code point' },
  ])('$pattern on $tag: $because', ({ pattern, tag, takes }) => {
    expect(extractText(read(pattern, ''), tag) === tag).toBe(takes)
    expect(extractFrom(read(pattern, '$0'), tag) !== undefined).toBe(takes)
  })

  test.each([
    { pattern: '(?P<a>x)|(?P<a>y)', tag: 'y', text: 'y', groups: { a: 'y' }, because: 'the group that took part' },
    { pattern: '(?<a>x)(?P<a>y)', tag: 'xy', text: 'x', groups: { a: 'x' }, because: 'the first one' },
    {
      pattern: '(?P<a>1)(?P<a>2)?(?P<a_1>3)?',
      tag: '13',
      text: '1',
      groups: { a: '1', a_1: '3' },
      because: 'no clash',
    },
    { pattern: '[(?P<a>]+(?P<a>\\d)', tag: '<7', text: '7', groups: { a: '7' }, because: 'a class holds no group' },
    { pattern: '\\Q(?P<a>\\E|(?P<a>m)', tag: 'm', text: 'm', groups: { a: 'm' }, because: 'quoted text holds none' },
    { pattern: '[]a(?<a>]+(?<a>b)', tag: ']b', text: 'b', groups: { a: 'b' }, because: 'a leading ] is a member' },
  ])('groups of one name in $pattern: $because', ({ pattern, tag, text, groups }) => {
    expect(extractFrom(read(pattern, '$a'), tag)).toEqual({ text, groups })
  })

  test('groups have no inherited names', () => {
    expect(extractFrom(read('(?P<x>a)', '$constructor'), 'a')).toEqual({ text: '', groups: { x: 'a' } })
    expect(extractFrom(read('(?P<__proto__>a)', '$__proto__'), 'a')?.text).toBe('a')
  })
})

test.each([
  { pattern: '^(a', says: 'missing closing )' },
  { pattern: '^(?!.*rc)', says: 'no lookaround' },
  { pattern: '(?<=a)b', says: 'no lookaround' },
  { pattern: '^(a)\\1', says: 'no backreferences' },
  { pattern: 'a++', says: 'repetition' },
  { pattern: 'a{1001}', says: 'repeat count' },
  { pattern: '((a{100}){100}){100}', says: 'repeat count' },
  { pattern: 'a'.repeat(1001), says: 'longer than 1000' },
])('the pattern $pattern is refused: $says', ({ pattern, says }) => {
  expect(readFilter(pattern, '')).toMatchObject({ ok: false, reason: expect.stringContaining(says) })
})

test('an extract of more than 1000 characters is refused', () => {
  expect(readFilter('a', '$0'.repeat(501)).ok).toBe(false)
})

test.each([
  { pattern: '^(a+)+$', tag: `${'a'.repeat(10_000)}!` },
  { pattern: '^(a|aa)+$', tag: `${'a'.repeat(10_000)}!` },
  { pattern: '(.*)(.*)(.*)(.*)(.*)x', tag: 'a'.repeat(10_000) },
  { pattern: '^(([a-z])+.)+[A-Z]([a-z])+$', tag: 'a'.repeat(10_000) },
  { pattern: '(a*)*b', tag: 'a'.repeat(10_000) },
])('the hostile $pattern answers in linear time', { timeout: 5000 }, ({ pattern, tag }) => {
  expect(extractText(read(pattern, '$1'), tag)).toBeUndefined()
  expect(extractText(read(pattern, ''), tag)).toBeUndefined()
})

test('a template without $ is the extract of every match', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), (template, tag) => {
      fc.pre(!template.includes('$') && template !== '')
      expect(extractText(read('', template), tag)).toBe(template)
    }),
  )
})

function read(pattern: string, extract: string): Filter {
  const parsed = readFilter(pattern, extract)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

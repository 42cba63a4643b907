import { describe, expect, test } from 'vitest'
import { admitsPrereleases, inRange, readRange, type Range } from '../../../src/core/policy/range.ts'
import { parseVersion } from '../../../src/core/policy/version.ts'

// The facts here were checked against Masterminds semver 3.4.0 itself.
describe('in range', () => {
  test.each([
    { range: '1.x', takes: ['1.0.0', '1.99.0'], leaves: ['2.0.0', '0.9.9', '1.5.0-rc.1'] },
    { range: '1.2', takes: ['1.2.0', '1.2.9'], leaves: ['1.3.0'] },
    { range: '1.2.3', takes: ['1.2.3', '1.2.3+meta'], leaves: ['1.2.4', '1.2.3-rc.1'] },
    { range: '>=1.2 <2', takes: ['1.2.0', '1.9.9'], leaves: ['2.0.0', '1.1.9'] },
    { range: '>=1.2, <2', takes: ['1.2.0'], leaves: ['2.0.0'] },
    { range: '=>1.2 =<1.4', takes: ['1.2.0', '1.4.9'], leaves: ['1.5.0'] },
    { range: '1.2 - 1.4', takes: ['1.2.0', '1.4.9'], leaves: ['1.5.0', '1.1.9'] },
    { range: '1.2 - 1.4.0', takes: ['1.4.0'], leaves: ['1.4.1'] },
    { range: '1 - 2 || 4 - 5', takes: ['1.0.0', '2.9.0', '5.9.9'], leaves: ['3.0.0', '6.0.0'] },
    { range: '1.2.3-2.3.4', takes: ['1.2.3-2.3.4'], leaves: ['1.2.3', '2.0.0'] },
    { range: '~1.9 || ~2.4', takes: ['1.9.1', '2.4.7'], leaves: ['1.10.0', '2.5.0'] },
    { range: '^0.7.2', takes: ['0.7.2', '0.7.9'], leaves: ['0.8.0', '0.7.1'] },
    { range: '^0.0.6', takes: ['0.0.6'], leaves: ['0.0.7'] },
    { range: '^0', takes: ['0.0.1', '0.9.0'], leaves: ['1.0.0'] },
    { range: '^0.0', takes: ['0.0.9'], leaves: ['0.1.0'] },
    { range: '>3', takes: ['4.0.0'], leaves: ['3.9.9'] },
    { range: '>3.1', takes: ['3.2.0'], leaves: ['3.1.9'] },
    { range: '<=2.4', takes: ['2.4.9'], leaves: ['2.5.0'] },
    { range: '<2.5', takes: ['2.4.9'], leaves: ['2.5.0'] },
    { range: '!=3.x', takes: ['2.0.0', '4.0.0'], leaves: ['3.0.0', '3.1.2'] },
    { range: '!=3.1.x', takes: ['3.0.0', '3.2.0'], leaves: ['3.1.2'] },
    { range: '!=3.1.2', takes: ['3.1.3'], leaves: ['3.1.2'] },
    { range: '!=3.1-0', takes: ['3.1.0', '3.1.4'], leaves: ['3.1.5-0'] },
  ])('$range takes $takes and leaves $leaves', ({ range, takes, leaves }) => {
    expect([...takes, ...leaves].filter((text) => contains(range, text))).toEqual(takes)
  })

  test.each([
    { range: '^*', takes: ['0.0.0'], leaves: ['0.0.1', '1.0.0'] },
    { range: '~0.0.0', takes: ['0.0.0', '3.2.1'], leaves: ['3.2.1-rc.1'] },
    { range: '<=*', takes: ['0.0.9'], leaves: ['0.1.0', '1.0.0'] },
    { range: '<*', takes: [], leaves: ['0.0.0', '1.0.0'] },
    { range: '>*', takes: ['0.0.1'], leaves: ['0.0.0'] },
    { range: '!=*', takes: ['0.0.1'], leaves: ['0.0.0'] },
    { range: '2.x.7', takes: ['2.0.0'], leaves: ['3.0.0'] },
    { range: '*.4', takes: ['3.0.0'], leaves: [] },
    { range: '^02.4', takes: ['2.4.0'], leaves: ['3.0.0'] },
  ])('a quirk that is kept: $range takes $takes and leaves $leaves', ({ range, takes, leaves }) => {
    expect([...takes, ...leaves].filter((text) => contains(range, text))).toEqual(takes)
  })

  test.each([
    { range: '>=1.0.0-0', takes: ['1.5.0-rc.1', '3.0.0'], because: 'one pre-release opens its branch' },
    { range: '>=1.0.0-0 <2.0.0', takes: ['1.5.0-rc.1', '2.0.0-alpha'], because: 'for every number' },
    { range: '^1.0.0-0 || ^3.0.0', takes: ['1.5.0-rc.1', '3.0.0'], because: 'not the other branch' },
    { range: '*-0', takes: ['1.5.0-rc.1', '2.0.0-alpha', '3.0.0', '3.1.0-rc.1'], because: 'partials may name one' },
    { range: '*', takes: ['3.0.0'], because: 'none names one' },
  ])('pre-releases in $range: $because', ({ range, takes }) => {
    const versions = ['1.5.0-rc.1', '2.0.0-alpha', '3.0.0', '3.1.0-rc.1']
    expect(versions.filter((text) => contains(range, text))).toEqual(expect.arrayContaining(takes))
    expect(contains(range, '1.5.0-rc.1')).toBe(admitsPrereleases(read(range)))
  })
})

test.each([
  { range: '', says: 'the range is empty' },
  { range: '  ', says: 'the range is empty' },
  { range: '2.x ||', says: 'nothing on one side' },
  { range: '|| 2.x', says: 'nothing on one side' },
  { range: '1.x | 2.x', says: 'between alternatives' },
  { range: '1xx', says: 'not a version' },
  { range: '0x', says: 'not a version' },
  { range: '1.2.3-01', says: 'not a version' },
  { range: '18446744073709551616', says: 'not a version' },
  { range: '==2.4.0', says: 'not a semver range' },
  { range: '!2', says: 'not a semver range' },
  { range: '<>2', says: 'not a semver range' },
  { range: 'V2', says: 'not a semver range' },
  { range: 'latest', says: 'not a semver range' },
  { range: '(1.x)', says: 'not a semver range' },
  { range: '2.4.0.1', says: 'not a semver range' },
  { range: '>=2.4.0<3.0.0', says: 'not a semver range' },
  { range: '>=2.4.0,', says: 'ends with a comma' },
  { range: ', 2', says: 'not a semver range' },
  { range: '1,,2', says: 'not a semver range' },
  { range: '1 - 2 - 3', says: 'not a semver range' },
  { range: '>1 - 2', says: 'not a semver range' },
  { range: '1\u00A0<2', says: 'not a semver range' },
  { range: '1'.repeat(1001), says: 'longer than 1000' },
])('the range $range is refused: $says', ({ range, says }) => {
  const parsed = readRange(range)
  expect(parsed).toMatchObject({ ok: false, reason: expect.stringContaining(says) })
})

test('text made to backtrack is refused at once', () => {
  expect(readRange(`${'1  '.repeat(300)}!`).ok).toBe(false)
  expect(readRange(`${'1-'.repeat(400)} - `).ok).toBe(false)
  expect(readRange(`1${' '.repeat(900)}!`).ok).toBe(false)
})

test('keeps the text of its author', () => {
  expect(read(' 1.2 - 1.4').text).toBe(' 1.2 - 1.4')
})

function read(text: string): Range {
  const parsed = readRange(text)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

function contains(range: string, text: string): boolean {
  const version = parseVersion(text)
  if (version === undefined) throw new Error(`${text} is not a version`)
  return inRange(read(range), version)
}

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparable,
  compareRanked,
  compareTags,
  describeComparison,
  isRefusal,
  rank,
  type Ranked,
  type TagRule,
} from '../../../src/core/policy/order.ts'
import type { Order } from '../../../src/core/policy/policy.ts'
import { alphabetical, date, filtered, numerical, semver } from './rules.ts'

const commit: Order = { kind: 'commit' }

describe('what is compared of a tag', () => {
  test.each([
    { rule: { order: semver('1.x') }, tag: 'v1.2.0', extracted: 'v1.2.0', key: { kind: 'semver' } },
    {
      rule: { order: date('yyyyMMdd') },
      tag: '19700102',
      extracted: '19700102',
      key: { kind: 'date', epochMs: 86_400_000 },
    },
    { rule: { order: numerical() }, tag: '1_500', extracted: '1_500', key: { kind: 'numerical', value: 1500 } },
    { rule: { order: alphabetical() }, tag: 'jammy', extracted: 'jammy', key: { kind: 'alphabetical', text: 'jammy' } },
    {
      rule: filtered('^b(\\d+)', '$1', numerical()),
      tag: 'b7-x',
      extracted: '7',
      key: { kind: 'numerical', value: 7 },
    },
    {
      rule: filtered('^main-(\\w+)$', '$1', commit),
      tag: 'main-ABCDEF1',
      extracted: 'ABCDEF1',
      key: { kind: 'commit', id: 'abcdef1' },
    },
  ])('$tag by $rule.order.kind', ({ rule, tag, extracted, key }) => {
    expect(rank(rule, tag)).toMatchObject({ tag, extracted, key })
  })

  test.each([
    {
      rule: filtered('^main-', '', alphabetical()),
      tag: 'dev-1',
      kind: 'filter',
      says: 'the filter "^main-" does not match',
    },
    { rule: { order: semver('2.x') }, tag: '1.2.0', kind: 'range', says: '1.2.0 is not in range "2.x"' },
    { rule: { order: semver('*') }, tag: '1.2.0-rc.1', kind: 'range', says: 'it is a pre-release, and only a range' },
    { rule: { order: semver('2-0') }, tag: '1.2.0-rc.1', kind: 'range', says: '1.2.0-rc.1 is not in range "2-0"' },
    { rule: { order: semver('*') }, tag: '1.2', kind: 'unreadable', says: 'two dots are needed' },
    { rule: { order: semver('*') }, tag: '1.2.3.4', kind: 'unreadable', says: '1.2.3.4 is not a version' },
    {
      rule: filtered('^v(.*)$', '$1', semver('*')),
      tag: 'v1.2.x',
      kind: 'unreadable',
      says: 'the extract "1.2.x" is not a version',
    },
    { rule: { order: date('yyyyMMdd') }, tag: '20240230', kind: 'unreadable', says: 'month 2 of 2024 has 29 days' },
    { rule: { order: numerical() }, tag: '0x1f', kind: 'unreadable', says: '0x1f is not a number' },
    {
      rule: filtered('x(\\d)?', '$1', numerical()),
      tag: 'x',
      kind: 'unreadable',
      says: 'the extract "" is not a number',
    },
    { rule: { order: commit }, tag: 'latest', kind: 'unreadable', says: 'latest is not a commit id' },
  ])('$tag is refused by $kind: $says', ({ rule, tag, kind, says }) => {
    const result = rank(rule, tag)
    expect(isRefusal(result)).toBe(true)
    expect(result).toMatchObject({ tag, kind, reason: expect.stringContaining(says) })
  })

  test.each([
    { rule: { order: semver('1.x') }, tag: '2.0.0', can: true, because: 'the range does not matter' },
    { rule: { order: semver('1.x') }, tag: '1.0.0-rc.1', can: true, because: 'nor does the gate for pre-releases' },
    { rule: { order: semver('1.x') }, tag: '1.2', can: true, because: 'two dots are not needed' },
    { rule: { order: semver('1.x') }, tag: 'latest', can: false, because: 'it is no version' },
    { rule: filtered('^v(.*)$', '$1', semver('1.x')), tag: '1.2.0', can: false, because: 'the filter gives nothing' },
    { rule: { order: date('yyyyMMdd') }, tag: '20240230', can: false, because: 'it is no date' },
  ])('$tag can be compared: $can, $because', ({ rule, tag, can }) => {
    expect(comparable(rule, tag)?.tag).toBe(can ? tag : undefined)
  })
})

describe('which is newer', () => {
  test.each([
    { order: semver('*'), older: '1.9.0', newer: '1.10.0', says: '1.9.0 < 1.10.0 by semver' },
    { order: semver('*'), older: '1.0.0-rc.1', newer: '1.0.0', says: '1.0.0-rc.1 < 1.0.0 by semver' },
    { order: date('yyyyMMdd'), older: '20240131', newer: '20240201', says: '20240131 < 20240201 by date' },
    { order: date('ddMMyyyy'), older: '31012024', newer: '01022024', says: '31012024 < 01022024 by date' },
    { order: numerical(), older: '9', newer: '10', says: '9 < 10 by number' },
    { order: numerical('desc'), older: '10', newer: '9', says: '10 > 9 by number (desc: the smallest is newest)' },
    { order: numerical(), older: 'nan', newer: '-inf', says: 'nan < -inf by number' },
    { order: alphabetical(), older: '10', newer: '9', says: '10 < 9 by alphabet' },
    { order: alphabetical(), older: '～', newer: '😀', says: '"～" < "😀" by alphabet' },
    { order: alphabetical('desc'), older: 'b', newer: 'a', says: 'b > a by alphabet (desc: the smallest is newest)' },
  ])('$says', ({ order, older, newer, says }) => {
    const [a, b] = [ranked({ order }, older), ranked({ order }, newer)]
    expect(compareRanked(order, a, b)).toBeLessThan(0)
    expect(compareRanked(order, b, a)).toBeGreaterThan(0)
    expect(describeComparison(order, a, b)).toBe(says)
  })

  test('equal keys compare as zero', () => {
    const [a, b] = [ranked({ order: semver('*') }, '1.6.0'), ranked({ order: semver('*') }, 'v1.6.0')]
    expect(compareRanked(semver('*'), a, b)).toBe(0)
    expect(describeComparison(semver('*'), a, b)).toBe('1.6.0 = v1.6.0 by semver')
  })

  test('commits are not compared here', () => {
    const a = ranked({ order: commit }, 'abc1234')
    expect(() => compareRanked(commit, a, a)).toThrow(expect.objectContaining({ code: 'BUG' }))
    expect(describeComparison(commit, a, a)).toBe('abc1234 and abc1234 by commit')
  })

  test('a key of another kind is a bug', () => {
    const [a, b] = [ranked({ order: numerical() }, '1'), ranked({ order: alphabetical() }, '1')]
    expect(() => compareRanked(numerical(), a, b)).toThrow(expect.objectContaining({ code: 'BUG' }))
  })
})

test('natural order of tags', () => {
  const ascending = [
    ['', '-', '01', '1', '1-a', '1.2', '2', '010', '10', '10a'],
    ['a', 'a1b2', 'a1b10', 'a1c', 'a2', 'v1.9', 'v1.10', 'é'],
  ].flat()
  expect(ascending.toReversed().toSorted(compareTags)).toEqual(ascending)
})

describe('comparing is a total preorder', () => {
  const digits = fc.integer({ min: 10, max: 31 }).map(String)
  test.each([
    { order: semver('*'), tags: fc.stringMatching(/^v?[0-2]\.[0-2]\.[0-2](-(rc|[0-9])(\.[0-9])?)?$/) },
    { order: date('yyyyMMdd'), tags: fc.tuple(digits, digits).map(([a, b]) => `20${a}01${b}`) },
    {
      order: numerical(),
      tags: fc.oneof(fc.float().map(String), fc.constantFrom('nan', '-inf', 'infinity', '1_0', '10')),
    },
    { order: numerical('desc'), tags: fc.oneof(fc.integer().map(String), fc.constantFrom('nan', 'inf', '-0', '0')) },
    { order: alphabetical(), tags: fc.string({ unit: 'binary', maxLength: 3 }) },
    { order: alphabetical('desc'), tags: fc.stringMatching(/^[ab_.-]{1,3}$/) },
  ])('$order.kind', ({ order, tags }) => {
    fc.assert(
      fc.property(tags, tags, tags, (x, y, z) => {
        const [a, b, c] = [ranked({ order }, x), ranked({ order }, y), ranked({ order }, z)]
        expect(Math.sign(compareRanked(order, a, b)) + Math.sign(compareRanked(order, b, a))).toBe(0)
        if (compareRanked(order, a, b) <= 0 && compareRanked(order, b, c) <= 0)
          expect(compareRanked(order, a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('natural order tells every two tags apart', () => {
    const tags = fc.stringMatching(/^[a0-2.-]{0,6}$/)
    fc.assert(
      fc.property(tags, tags, tags, (a, b, c) => {
        expect(Math.sign(compareTags(a, b)) + Math.sign(compareTags(b, a))).toBe(0)
        expect(compareTags(a, b) === 0).toBe(a === b)
        if (compareTags(a, b) < 0 && compareTags(b, c) < 0) expect(compareTags(a, c)).toBeLessThan(0)
      }),
    )
  })
})

function ranked(rule: TagRule, tag: string): Ranked {
  const result = comparable(rule, tag)
  if (result === undefined) throw new Error(`${tag} cannot be compared`)
  return result
}

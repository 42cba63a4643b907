import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TagRule } from '../../../src/core/policy/order.ts'
import { select, selectBuilt } from '../../../src/core/policy/select.ts'
import { alphabetical, date, filtered, numerical, semver } from './rules.ts'

const stamped = '^main-(?P<sha>[0-9a-f]+)-(?P<ts>\\d+)$'

describe('every tag that is not selected says why', () => {
  test.each([
    {
      rule: { order: semver('1.x') },
      tags: ['1.4.0', '1.5.0', '2.0.0', '1.6.0-rc.1', '1.2', 'latest'],
      selected: '1.5.0',
      refused: [
        { tag: 'latest', why: 'latest is not a version such as 1.2.3: two dots are needed' },
        { tag: '2.0.0', why: '2.0.0 is not in range "1.x"' },
        {
          tag: '1.6.0-rc.1',
          why: '1.6.0-rc.1 is not in range "1.x": it is a pre-release, and only a range that names one, such as ">=1.0.0-0", admits them',
        },
        { tag: '1.4.0', why: 'older than 1.5.0: 1.4.0 < 1.5.0 by semver' },
        { tag: '1.2', why: '1.2 is not a version such as 1.2.3: two dots are needed' },
      ],
    },
    {
      rule: filtered(stamped, '$ts', date('yyyyMMdd')),
      tags: ['main-a-20240131', 'main-b-20240201', 'main-c-20240230', 'dev-d-20250101'],
      selected: 'main-b-20240201',
      refused: [
        {
          tag: 'main-c-20240230',
          why: '"20240230" is not a real date: month 2 of 2024 has 29 days',
        },
        { tag: 'main-a-20240131', why: 'older than main-b-20240201: 20240131 < 20240201 by date' },
        { tag: 'dev-d-20250101', why: `the filter '${stamped}' does not match` },
      ],
    },
    {
      rule: { order: numerical('desc') },
      tags: ['9', '10'],
      selected: '9',
      refused: [{ tag: '10', why: 'older than 9: 10 > 9 by number (desc: the smallest is newest)' }],
    },
    {
      rule: { order: semver('*') },
      tags: ['v1.6.0', '1.6.0'],
      selected: 'v1.6.0',
      refused: [{ tag: '1.6.0', why: 'as new as v1.6.0: 1.6.0 = v1.6.0 by semver' }],
    },
    {
      rule: filtered(stamped, '$ts', numerical()),
      tags: ['main-a-100', 'main-b-100'],
      selected: 'main-a-100',
      refused: [
        { tag: 'main-b-100', why: 'main-a-100 has the same extract "100", and the smallest tag stands for all' },
      ],
    },
  ])('$selected of $tags', ({ rule, tags, selected, refused }) => {
    expect(select(rule, tags)).toMatchObject({ selected, refused })
  })
})

describe('ties are decided by a fixed rule and told', () => {
  test.each([
    { rule: { order: semver('*') }, tags: ['1.6.0', 'v1.6.0'], chosen: 'v1.6.0', because: 'byte-greatest, as Flux' },
    { rule: { order: numerical() }, tags: ['5', '5.0', '05'], chosen: '05', because: 'byte-smallest, as Flux' },
    {
      rule: filtered('^n-(.*)$', '$1', numerical()),
      tags: ['n-9', 'n-9.0'],
      chosen: 'n-9.0',
      because: 'natural order',
    },
    {
      rule: filtered('.', '', semver('*')),
      tags: ['2.0.0+b9', '2.0.0+b10'],
      chosen: '2.0.0+b10',
      because: 'natural order',
    },
    {
      rule: filtered('^r\\d+-(.*)$', '$1', alphabetical()),
      tags: ['r9-x', 'r10-x'],
      chosen: 'r10-x',
      because: 'equal extracts: byte-smallest, as Flux',
    },
    {
      rule: filtered('^[ab]-(.*)$', '$1', alphabetical('desc')),
      tags: ['z', 'a-', 'b-', 'a-x'],
      chosen: 'a-',
      because: 'an empty extract is one too, and no match is none',
      other: 'b-',
    },
    {
      rule: filtered('-(\\d{8})$', '$1', date('yyyyMMdd')),
      tags: ['b9-20240101', 'b10-20240101'],
      chosen: 'b10-20240101',
      because: 'dates take natural order',
    },
  ])('$chosen of $tags: $because', ({ rule, tags, chosen, other }) => {
    const { selected, tie } = select(rule, tags)
    expect(selected).toBe(chosen)
    expect(tie).toEqual({ chosen, other: other ?? expect.toBeOneOf(tags.filter((tag) => tag !== chosen)) })
  })

  test('an older tie is not told', () => {
    expect(select({ order: semver('*') }, ['1.0.0', 'v1.0.0', '2.0.0'])).not.toHaveProperty('tie')
  })
})

describe('a policy that fails as a whole', () => {
  test.each([
    { rule: { order: semver('*') }, tags: [], says: 'there is no tag to choose from' },
    {
      rule: filtered('^zzz', '', semver('*')),
      tags: ['1.0.0', '2.0.0'],
      says: 'the filter "^zzz" matches none of 2 tags',
    },
    {
      rule: { order: numerical() },
      tags: ['1', 'latest', '2'],
      says: 'latest is not a number; let the filter keep it out',
    },
  ])('$tags: $says', ({ rule, tags, says }) => {
    const { selected, refused, failure } = select(rule, tags)
    expect(selected).toBeUndefined()
    expect(failure).toContain(says)
    expect(refused.map(({ tag }) => tag).toSorted()).toEqual(tags.toSorted())
    expect(refused.filter(({ why }) => why === '')).toEqual([])
  })

  test('nothing in range is no failure: the reasons say it all', () => {
    expect(select({ order: semver('3.x') }, ['1.0.0'])).toEqual({
      selected: undefined,
      refused: [{ tag: '1.0.0', why: '1.0.0 is not in range "3.x"' }],
    })
  })

  test('among built images a tag without a number is refused alone', () => {
    expect(selectBuilt({ order: numerical() }, ['1', 'latest', '2'])).toEqual({
      selected: '2',
      refused: [
        { tag: 'latest', why: 'latest is not a number' },
        { tag: '1', why: 'older than 2: 1 < 2 by number' },
      ],
    })
  })
})

describe('commits', () => {
  const rule = filtered('^main-(?P<sha>[0-9a-f]{7})$', '$sha', { kind: 'commit' })

  test('one that is left is selected', () => {
    expect(selectBuilt(rule, ['main-abc1234', 'latest'])).toMatchObject({ selected: 'main-abc1234' })
  })

  test('several wait for the source repository', () => {
    const { selected, refused } = select(rule, ['main-abc1234', 'main-def5678'])
    expect(selected).toBeUndefined()
    expect(refused.map(({ why }) => why)).toEqual([
      'the ancestry of its commit is asked from the source repository at run time',
      'the ancestry of its commit is asked from the source repository at run time',
    ])
  })
})

describe('neither order nor repetition of the tags matters', () => {
  const rules: readonly TagRule[] = [
    { order: semver('>=0.1.0-0') },
    { order: numerical() },
    { order: numerical('desc') },
    { order: alphabetical('desc') },
    filtered('^[a-z]?(.*)$', '$1', semver('*')),
    filtered('^[a-z]?(.*)$', '$1', numerical()),
    filtered('^[a-z]?(\\d{2})', '$1', date('yy')),
    filtered('^[a-z]?(.)', '$1', alphabetical()),
  ]
  const tag = fc.oneof(
    fc.stringMatching(/^[ab]?[01]\.[01]\.[01](-rc\.[0-2])?$/),
    fc.stringMatching(/^[ab]?0?[0-9]{1,2}(\.0)?$/),
    fc.constantFrom('nan', 'latest', '😀', '～'),
  )

  test('shuffled, the same is selected for the same reasons', () => {
    const lists = fc
      .array(tag, { maxLength: 12 })
      .chain((tags) =>
        fc.tuple(fc.constant(tags), fc.shuffledSubarray([...tags, ...tags], { minLength: 2 * tags.length })),
      )
    fc.assert(
      fc.property(fc.constantFrom(...rules), lists, (rule, [tags, shuffled]) => {
        expect(select(rule, shuffled)).toEqual(select(rule, tags))
        const { selected, refused } = selectBuilt(rule, shuffled)
        const all = [...refused.map((refusal) => refusal.tag), ...(selected === undefined ? [] : [selected])]
        expect(all.toSorted()).toEqual([...new Set(tags)].toSorted())
      }),
    )
  })
})

test('a registry of 100,000 tags is no special case', () => {
  const tags = Array.from({ length: 100_000 }, (_, build) => `main-${(build * 7919).toString(16)}-${build % 70_000}`)
  const rule = filtered(stamped, '$ts', numerical())
  const { selected, refused } = select(rule, tags)
  expect(selected).toBe(`main-${(69_999 * 7919).toString(16)}-69999`)
  expect(refused).toHaveLength(99_999)
})

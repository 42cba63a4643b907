import { describe, expect, test } from 'vitest'
import { proposeRule } from '../../../src/core/mark/rule.ts'

describe('proposeRule', () => {
  test.each([
    { tags: ['1.4.2'], policy: `{ semver: { range: '>=1.4.2' } }`, because: 'nothing below what is there' },
    { tags: ['v1.10.0', 'v1.9.0'], policy: `{ semver: { range: '>=1.9.0' } }`, because: 'the lowest, by number' },
    { tags: ['1.5.0-rc.1'], policy: `{ semver: { range: '>=1.5.0-rc.1' } }`, because: 'pre-releases are asked for' },
    { tags: ['20260301120000'], policy: '{ date: { format: yyyyMMddHHmmss } }', because: 'a date, not a number' },
    { tags: ['20260301'], policy: '{ date: { format: yyyyMMdd } }', because: 'a day' },
    { tags: ['2026-03-01'], policy: '{ date: { format: yyyy-MM-dd } }', because: 'a day with dashes' },
    { tags: ['2026.03.01'], policy: '{ date: { format: yyyy.MM.dd } }', because: 'a day before it is a version' },
    { tags: ['1772366400'], policy: '{ date: { format: unix } }', because: 'seconds of this time' },
    { tags: ['1772366400000'], policy: '{ date: { format: unixMillis } }', because: 'milliseconds' },
    { tags: ['20260301T120000Z'], policy: '{ date: { format: iso8601 } }', because: 'ISO 8601' },
    { tags: ['20260230'], policy: '{ numerical: { order: asc } }', because: 'there is no such day, but such a number' },
    { tags: ['118', '9'], policy: '{ numerical: { order: asc } }', because: 'build numbers' },
  ])('$tags: $because', ({ tags, policy }) => {
    expect(proposeRule(tags)).toEqual({ policy })
  })

  test.each([
    {
      tags: ['main-0a1b2c3-20260301120000', 'main-deadbee-20260302120000'],
      pattern: '^main-[0-9a-f]{7,40}-(?P<ts>[0-9]{14})$',
      extract: '$ts',
      policy: '{ date: { format: yyyyMMddHHmmss } }',
      because: 'branch, commit and time',
    },
    {
      tags: ['main-1a2b3c4-1772366400'],
      pattern: '^main-[0-9a-f]{7,40}-(?P<ts>[0-9]{10})$',
      extract: '$ts',
      policy: '{ date: { format: unix } }',
      because: 'the form of the Flux guide',
    },
    {
      tags: ['release_2026-03-01'],
      pattern: '^release_(?P<ts>[0-9]{4}-[0-9]{2}-[0-9]{2})$',
      extract: '$ts',
      policy: '{ date: { format: yyyy-MM-dd } }',
      because: 'a word and a day',
    },
    {
      tags: ['build-118', 'build-9'],
      pattern: '^build-(?P<number>[0-9]+)$',
      extract: '$number',
      policy: '{ numerical: { order: asc } }',
      because: 'a word and a number',
    },
    {
      tags: ['sha-0a1b2c3'],
      pattern: '^sha-(?P<sha>[0-9a-f]{7,40})$',
      extract: '$sha',
      policy: '{ commit: {} }',
      because: 'a commit id',
    },
    {
      tags: ['3.6.0-4d09b7bd'],
      pattern: '^v?[0-9.]+-(?P<sha>[0-9a-f]{7,40})$',
      extract: '$sha',
      policy: '{ commit: {} }',
      because: 'a commit id is no pre-release that could be compared',
    },
    {
      tags: ['1.4', '1.10'],
      pattern: '^v?(?P<version>[0-9]+[.][0-9]+)$',
      extract: '${version}.0',
      policy: `{ semver: { range: '>=1.4.0' } }`,
      because: 'one dot is no version to Flux, and 1.10 is more than 1.4',
    },
    {
      tags: ['7.4.1-alpine3.20'],
      pattern: '^v?(?P<version>[0-9]+[.][0-9]+[.][0-9]+)-alpine3[.]20$',
      extract: '${version}',
      policy: `{ semver: { range: '>=7.4.1' } }`,
      because: 'a flavour stays',
    },
    {
      tags: ['18-alpine'],
      pattern: '^v?(?P<version>[0-9]+)-alpine$',
      extract: '${version}.0.0',
      policy: `{ semver: { range: '>=18.0.0' } }`,
      because: 'a major version and a flavour',
    },
  ])('$tags: $because', ({ tags, pattern, extract, policy }) => {
    expect(proposeRule(tags)).toEqual({ filterTags: { pattern, extract }, policy })
  })

  test.each([
    { tags: [], because: 'there is none' },
    { tags: ['latest'], because: 'a word has no order' },
    { tags: ['1.4.2', 'latest'], because: 'one rule has to take them all' },
    { tags: ['1.4.2', '1.4'], because: 'two forms of version' },
    { tags: ['main-1-2'], because: 'which of the numbers counts is not clear' },
    { tags: ['0a1b2c3-feedbee1'], because: 'which of the commits counts is not clear' },
  ])('$tags: no rule, because $because', ({ tags }) => {
    expect(proposeRule(tags)).toBeUndefined()
  })
})

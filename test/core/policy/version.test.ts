import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions, isFluxVersion, parseVersion, type Version } from '../../../src/core/policy/version.ts'

describe('reads versions', () => {
  test.each([
    { text: 'v1.2.3', is: [1, 2, 3], pre: [], because: 'a lower-case v may stand first' },
    { text: '01.02.03', is: [1, 2, 3], pre: [], because: 'leading zeros are loose' },
    { text: '1.4-rc.1', is: [1, 4, 0], pre: ['rc', '1'], because: 'missing numbers are zero' },
    { text: '9-2.3.4', is: [9, 0, 0], pre: ['2', '3', '4'], because: 'dots after - belong to the pre-release' },
    { text: '1.2.3+b.01', is: [1, 2, 3], pre: [], because: 'metadata may hold anything' },
    { text: '18446744073709551615.0.0', is: [18446744073709551615n, 0, 0], pre: [], because: 'uint64 fits' },
    {
      text: '9007199254740991.9007199254740992.0',
      is: [9007199254740991, 9007199254740992n, 0],
      pre: [],
      because: 'both are exact',
    },
    { text: '00000000000000000001.2.3', is: [1, 2, 3], pre: [], because: 'zeros make no number larger' },
    { text: '1.2.3-0a', is: [1, 2, 3], pre: ['0a'], because: 'a leading zero is bad in numbers only' },
  ])('$text: $because', ({ text, is, pre }) => {
    const version = parseVersion(text)
    expect([version?.major, version?.minor, version?.patch]).toEqual(is)
    expect(version?.prerelease).toEqual(pre)
  })

  test.each([
    { text: 'V1.2.3', because: 'upper-case V' },
    { text: '=1.2.3', because: 'an operator' },
    { text: ' 1.2.3', because: 'a blank' },
    { text: '1.2.3\n', because: 'a line end' },
    { text: '1.2.3.4', because: 'four numbers' },
    { text: '1.2.3rc1', because: 'no dash' },
    { text: '1.2.3-rc_1', because: 'an underscore' },
    { text: '1.2.3-01', because: 'a numeric identifier with a leading zero' },
    { text: '1.2.3-', because: 'an empty pre-release' },
    { text: '1.2.3-a..b', because: 'an empty identifier' },
    { text: '1.2.x', because: 'a wildcard' },
    { text: '', because: 'nothing' },
    { text: '18446744073709551616.0.0', because: 'beyond uint64' },
    { text: '1.٢.3', because: 'digits are ASCII' },
  ])('not $text: $because', ({ text }) => {
    expect(parseVersion(text)).toBeUndefined()
  })
})

test.each([
  { tag: '1.2.3', tries: true },
  { tag: '1.4-rc.1', tries: true },
  { tag: '1.2', tries: false },
  { tag: 'latest', tries: false },
  { tag: '..', tries: true },
])('Flux tries to read $tag as a version: $tries', ({ tag, tries }) => {
  expect(isFluxVersion(tag)).toBe(tries)
})

test('the order of the semver specification, with the corners of 64 bits', () => {
  const ascending = [
    '0.0.1',
    '1.0.0-7',
    '1.0.0-18446744073709551616',
    '1.0.0-RC.1',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-rc.2',
    '1.0.0-rc.10',
    '1.0.0-rc10',
    '1.0.0-rc9',
    '1.0.0',
    '1.0.1',
    '1.2.0',
    '1.10.0',
    '18446744073709551615.0.0',
  ]
  const versions = ascending.map(version)
  for (const [i, a] of versions.entries())
    for (const [j, b] of versions.entries()) expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j))
})

test('metadata and v do not count', () => {
  expect(compareVersions(version('v1.2.3+a'), version('1.2.3+b'))).toBe(0)
})

test('a long run of almost a version is refused at once', () => {
  expect(parseVersion(`1.2.3-${'a.'.repeat(50_000)}_`)).toBeUndefined()
})

test('comparing is a total preorder', () => {
  const identifier = fc.oneof(
    fc.nat(12).map(String),
    fc.constantFrom('a', 'rc', 'rc1', 'RC', '-', '18446744073709551616'),
  )
  const versions = fc
    .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.array(identifier, { maxLength: 3 }))
    .map(([major, minor, patch, pre]) =>
      version(`${major}.${minor}.${patch}${pre.length > 0 ? `-${pre.join('.')}` : ''}`),
    )
  fc.assert(
    fc.property(versions, versions, versions, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0)
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

function version(text: string): Version {
  const parsed = parseVersion(text)
  if (parsed === undefined) throw new Error(`${text} is not a version`)
  return parsed
}

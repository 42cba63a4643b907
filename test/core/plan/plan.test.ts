import { assert, constantFrom, array, property } from 'fast-check'
import { expect, test } from 'vitest'
import { compareByOrder, planAssigned, planPolicy, type Wish } from '../../../src/core/plan/plan.ts'
import type { Tag } from '../../../src/core/image/reference.ts'
import { brief, digest, shop, SHOP, shopFields, shopPolicy } from './facts.ts'

const compare = compareByOrder
const image = (version: string): Wish => ({ kind: 'image', image: shop(version) })

test.each([
  { at: ['1.0.0'], wish: '1.1.0', gives: ['a.yaml -> 1.1.0'], because: 'newer moves' },
  { at: ['1.1.0'], wish: '1.1.0', gives: ['a.yaml equal'], because: 'it is there' },
  { at: ['1.2.0'], wish: '1.1.0', gives: ['a.yaml older'], because: 'no value is lowered' },
  { at: ['1.0.0', '1.0.5'], wish: '1.1.0', gives: ['a.yaml -> 1.1.0', 'b.yaml -> 1.1.0'], because: 'all places move' },
  {
    at: ['1.0.0', '1.2.0'],
    wish: '1.1.0',
    gives: ['a.yaml blocked', 'b.yaml older'],
    because: 'together or not at all',
  },
  {
    at: ['1.0.0', '1.1.0'],
    wish: '1.1.0',
    gives: ['a.yaml -> 1.1.0', 'b.yaml equal'],
    because: 'equal is in nobody’s way',
  },
  {
    at: ['docker.io/other/shop:9.0.0'],
    wish: '1.1.0',
    gives: ['a.yaml -> 1.1.0'],
    because: 'values of two images never compare',
  },
  {
    at: ['tag=1.0.0', `name=${SHOP}`],
    wish: '1.1.0',
    gives: ['a.yaml -> 1.1.0', 'b.yaml equal'],
    because: 'each part its own text',
  },
  {
    at: ['tag=1.0.0', 'digest='],
    wish: '1.1.0',
    gives: ['a.yaml -> 1.1.0', 'b.yaml equal'],
    because: 'an empty digest stays empty',
  },
  {
    at: ['tag=1.0.0', `digest=${digest('a')}`],
    wish: '1.1.0',
    gives: ['a.yaml blocked', 'b.yaml no digest'],
    because: 'a tag beside the digest of another would lie',
  },
  { at: ['latest'], wish: '1.1.0', gives: ['a.yaml -> 1.1.0'], because: 'what no version is cannot be passed over' },
])('places at $at get $wish: $because', ({ at, wish, gives }) => {
  expect(brief(planPolicy(shopPolicy(), shopFields(...at), image(wish), { compare }))).toEqual(gives)
})

test('what is in the way is named with its place and reason', () => {
  const { skips } = planPolicy(shopPolicy(), shopFields('1.0.0', '1.2.0'), image('1.1.0'), { compare })
  expect(skips[0]?.because).toBe('all places move together, and b.yaml:1:8 stays (older: 1.1.0 < 1.2.0 by semver)')
})

test('force lets a lower value through, also past a place in the way', () => {
  const plan = planPolicy(shopPolicy(), shopFields('1.0.0', '1.2.0'), image('1.1.0'), { compare, force: true })
  expect(brief(plan)).toEqual(['a.yaml -> 1.1.0', 'b.yaml -> 1.1.0'])
})

test.each([
  { rule: 'Always', at: `1.0.0@${digest('a')}`, to: `1.0.0@${digest('b')}`, gives: '->', because: 'the same tag anew' },
  {
    rule: 'IfNotPresent',
    at: `1.0.0@${digest('a')}`,
    to: `1.0.0@${digest('b')}`,
    gives: 'equal',
    because: 'it is pinned',
  },
  { rule: 'IfNotPresent', at: '1.0.0', to: `1.0.0@${digest('b')}`, gives: '->', because: 'nothing is pinned yet' },
  {
    rule: 'IfNotPresent',
    at: `1.0.0@${digest('a')}`,
    to: `1.1.0@${digest('b')}`,
    gives: '->',
    because: 'the tag is new',
  },
  { rule: 'Never', at: `1.0.0@${digest('a')}`, to: '1.0.0', gives: 'equal', because: 'a digest is nothing to it' },
])('digest: $rule from $at to $to: $because', ({ rule, at, to, gives }) => {
  const policy = shopPolicy(`policy: { semver: { range: "*" } }\ndigest: ${rule}`)
  const plan = planPolicy(policy, shopFields(`${SHOP}:${at}`), image(to), { compare })
  expect(brief(plan).join()).toContain(gives)
})

test('fields outside of the paths of the policy, or of the run, are out of scope and in nobody’s way', () => {
  const policy = shopPolicy('policy: { semver: { range: "*" } }\npaths: [a.yaml, c.yaml]')
  const plan = planPolicy(policy, shopFields('1.0.0', '9.0.0', '1.0.0'), image('1.1.0'), { compare, paths: ['a.yaml'] })
  expect(brief(plan)).toEqual(['a.yaml -> 1.1.0', 'b.yaml out of scope', 'c.yaml out of scope'])
})

test('without a wish every field in scope is told why, with what came', () => {
  const wish: Wish = { kind: 'none', why: 'filtered', because: 'no match', candidates: [shop('2.0.0'), shop('3.0.0')] }
  const { changes, skips } = planPolicy(shopPolicy(), shopFields('1.0.0', 'tag=1.0.0'), wish, { compare })
  expect(changes).toEqual([])
  expect(skips.map(({ candidate }) => candidate)).toEqual([`${SHOP}:2.0.0, ${SHOP}:3.0.0`, '2.0.0, 3.0.0'])
})

test.each([
  { a: '1.10.0', b: '1.9.0', verdict: 'newer', because: '1.10.0 > 1.9.0 by semver' },
  { a: '1.0.0', b: '1.0.0', verdict: 'equal', because: '1.0.0 is there already' },
  { a: 'x', b: '1.0.0', verdict: 'unknown', because: 'the policy cannot order x' },
  { a: '1.0.0', b: 'x', verdict: 'unknown', because: 'the policy cannot order x' },
])('$a is $verdict to $b', ({ a, b, ...says }) => {
  expect(compare(shopPolicy(), a as Tag, b as Tag)).toEqual(says)
})

test('equal keys are decided by the natural order of the tag, so no run flips between two', () => {
  const policy = shopPolicy('filterTags: { pattern: "^(\\\\d+)-", extract: $1 }\npolicy: { numerical: {} }')
  expect(compare(policy, '7-b' as Tag, '7-a' as Tag).verdict).toBe('newer')
  expect(compare(policy, '7-a' as Tag, '7-b' as Tag).verdict).toBe('older')
})

test('the order of commits is not guessed', () => {
  const { verdict } = compare(shopPolicy('policy: { commit: {} }'), 'abcdef1' as Tag, 'abcdef2' as Tag)
  expect(verdict).toBe('diverged')
})

test('a value that a person names goes everywhere, down as well, but for what it has no part of', () => {
  expect(brief(planAssigned(shopFields('1.2.0', 'tag=1.5.0'), shop('1.0.0')))).toEqual([
    'a.yaml -> 1.0.0',
    'b.yaml -> 1.0.0',
  ])
  expect(brief(planAssigned(shopFields('1.2.0', `digest=${digest('a')}`), shop('1.0.0')))).toEqual([
    'a.yaml blocked',
    'b.yaml no digest',
  ])
  expect(brief(planAssigned(shopFields('1.2.0', '1.2.0'), shop('1.0.0'), ['b.yaml']))).toEqual([
    'b.yaml -> 1.0.0',
    'a.yaml out of scope',
  ])
})

test('no plan lowers a value, and a second run finds nothing', () => {
  const version = constantFrom('0.9.0', '1.0.0', '1.0.1', '1.1.0-rc.1', '1.1.0', '2.0.0', '10.0.0', 'latest')
  assert(
    property(array(version, { minLength: 1, maxLength: 4 }), version, (at, wanted) => {
      const policy = shopPolicy()
      const fields = shopFields(...at)
      const { changes } = planPolicy(policy, fields, image(wanted), { compare })
      for (const { from, to } of changes) {
        const [before, after] = [from, to].map((text) => text.slice(SHOP.length + 1) as Tag)
        expect(compare(policy, after ?? ('' as Tag), before ?? ('' as Tag)).verdict).not.toBe('older')
      }
      const moved = fields.map((field) => {
        const change = changes.find((one) => one.field === field)
        return change === undefined ? field : { ...field, value: change.to }
      })
      expect(planPolicy(policy, moved, image(wanted), { compare }).changes).toEqual([])
    }),
    { numRuns: 300 },
  )
})

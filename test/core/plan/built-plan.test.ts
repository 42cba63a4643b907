import { expect, test } from 'vitest'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { PolicyName } from '../../../src/core/names.ts'
import { blocked, matchBuilt, nearPolicies, planBuilt, planSet } from '../../../src/core/plan/built-plan.ts'
import { compareByOrder } from '../../../src/core/plan/plan.ts'
import { brief, shop, SHOP, shopFile, snapshotOf } from './facts.ts'

const CONFIG = `${shopFile('policy: { semver: { range: "*" } }')}  prod:cart:
    image: ghcr.io/acme/cart
    policy: { semver: { range: "*" } }
    hold: { tag: 1.0.0, until: 2020-01-01 }
`
const FILES = {
  'a.yaml': `image: ${SHOP}:1.0.0 # {"$imagepolicy": "prod:shop"}\n`,
  'b.yaml': 'image: ghcr.io/acme/cart:1.0.0 # {"$imagepolicy": "prod:cart"}\n',
}
const OPTIONS = { compare: compareByOrder, today: '2026-06-01', force: false }

test('a build plans the policies it concerns, and no others', () => {
  const { concerned, plan, unmatched } = planBuilt(snapshotOf(FILES, CONFIG), [shop('1.1.0')], OPTIONS)
  expect(concerned.map(({ name }) => name)).toEqual(['prod:shop'])
  expect(brief(plan)).toEqual(['a.yaml -> 1.1.0'])
  expect(unmatched).toEqual([])
})

test('an image that no policy concerns is told with the policies near it', () => {
  const other = parseReference('ghcr.io/acme/shpo:1')
  const { unmatched, findings } = planBuilt(snapshotOf(FILES, CONFIG), [other], OPTIONS)
  expect(unmatched).toEqual([other])
  expect(findings).toMatchObject([{ code: 'UNMATCHED_IMAGE', args: { nearest: `prod:shop (${SHOP})` } }])
})

test.each([
  { image: 'ghcr.io/acme/shpo:1', near: [`prod:shop (${SHOP})`], because: 'a typo away' },
  { image: 'quay.io/else/shop:1', near: [`prod:shop (${SHOP})`], because: 'the same last name' },
  { image: 'ghcr.io/acme/unheard-of:1', near: [], because: 'nothing is near' },
])('near $image: $because', ({ image, near }) => {
  expect(nearPolicies(parseReference(image), snapshotOf(FILES, CONFIG).policies)).toEqual(near)
})

test('a concerned policy without a marker, and a hold that ended, are findings; of others they are not', () => {
  const only = { 'a.yaml': FILES['a.yaml'] }
  const codes = (built: string) =>
    matchBuilt(snapshotOf(only, CONFIG), [parseReference(built)], '2026-06-01', compareByOrder).findings.map(
      ({ code }) => code,
    )
  expect(codes('ghcr.io/acme/cart:1.1.0').toSorted()).toEqual(['HOLD_ENDED', 'UNUSED_POLICY'])
  expect(codes(`${SHOP}:1.1.0`)).toEqual([])
})

test('a policy one of whose places is in the way is a finding at a place that would have moved', () => {
  const files = { ...FILES, 'c.yaml': `image: ${SHOP}:1.5.0 # {"$imagepolicy": "prod:shop"}\n` }
  const { decisions } = planBuilt(snapshotOf(files, CONFIG), [shop('1.1.0')], OPTIONS)
  expect(decisions.flatMap(blocked)).toMatchObject([{ code: 'POLICY_BLOCKED', place: { path: 'a.yaml' } }])
})

test('an assignment goes to the markers of its policy alone', () => {
  const { fields } = snapshotOf(FILES, CONFIG)
  const plan = planSet(fields, new Map([['prod:shop' as PolicyName, shop('0.1.0')]]), undefined)
  expect(brief(plan)).toEqual(['a.yaml -> 0.1.0'])
})

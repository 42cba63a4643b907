import { expect, test } from 'vitest'
import { formatReference, parseReference, type Tag } from '../../../src/core/image/reference.ts'
import { compareByOrder } from '../../../src/core/plan/plan.ts'
import { admits, concerning, heldWish, holdOn, newest, wishFor } from '../../../src/core/plan/wish.ts'
import { digest, shop, SHOP, shopPolicy } from './facts.ts'

const SEMVER = 'policy: { semver: { range: ">=1.0.0" } }'

test.each([
  { image: SHOP, built: 'ghcr.io/acme/shop:1', is: true, because: 'the same name' },
  { image: SHOP, built: 'GHCR.IO/acme/shop:1', is: true, because: 'hosts are case-insensitive' },
  { image: SHOP, built: 'ghcr.io/acme/shop-api:1', is: false, because: 'a longer name is another image' },
  {
    image: 'nginx',
    built: 'docker.io/library/nginx:1',
    is: true,
    because: 'docker.io/library is what no registry means',
  },
])('a policy of $image is about $built: $is, $because', ({ image, built, is }) => {
  const policy = { ...shopPolicy(), image: parseReference(image).name }
  expect(concerning(policy, [parseReference(built)]).length === 1).toBe(is)
})

test.each([
  { body: SEMVER, built: ['1.0.0', '1.2.0', '1.1.0'], wants: '1.2.0', because: 'the newest of one build' },
  { body: SEMVER, built: ['latest', '1.2.0'], wants: '1.2.0', because: 'what the policy does not take is passed by' },
  { body: SEMVER, built: [`1.2.0@${digest('a')}`], wants: '1.2.0', because: 'digest: Never' },
  {
    body: `${SEMVER}\ndigest: Always`,
    built: [`1.2.0@${digest('a')}`],
    wants: `1.2.0@${digest('a')}`,
    because: 'it pins',
  },
])('of $built it wants $wants: $because', ({ body, built, wants }) => {
  const wish = wishFor(shopPolicy(body), built.map(shop))
  expect(wish.kind === 'image' && formatReference(wish.image)).toBe(`${SHOP}:${wants}`)
})

test('the wish is spelled with the policy’s own image name', () => {
  const policy = { ...shopPolicy(), image: parseReference('nginx').name }
  const wish = wishFor(policy, [parseReference('docker.io/library/nginx:1.2.0')])
  expect(wish).toMatchObject({ kind: 'image', image: { name: 'nginx', tag: '1.2.0' } })
})

test.each([
  { body: SEMVER, built: [`@${digest('a')}`], why: 'no tag', says: 'a policy orders tags' },
  { body: SEMVER, built: ['0.9.0', 'latest'], why: 'filtered', says: '0.9.0 is not in range' },
  {
    body: `${SEMVER}\ndigest: IfNotPresent`,
    built: ['1.2.0'],
    why: 'no digest',
    says: `hand it in as ${SHOP}:1.2.0@sha256:…`,
  },
])('of $built it wants nothing: $why', ({ body, built, why, says }) => {
  const wish = wishFor(shopPolicy(body), built.map(shop))
  expect(wish).toMatchObject({ kind: 'none', why })
  expect(wish.kind === 'none' && wish.because).toContain(says)
})

test.each([
  { hold: undefined, tag: '9.0.0', is: 'free', because: 'there is none' },
  { hold: '{ tag: 1.1.0 }', tag: '1.1.0', is: 'free', because: 'its own tag passes' },
  { hold: '{ tag: 1.1.0 }', tag: '1.0.0', is: 'free', because: 'what is older passes' },
  { hold: '{ tag: 1.1.0 }', tag: '1.1.1', is: 'held', because: 'what is newer does not, for ever' },
  { hold: '{ until: 2026-06-02 }', tag: '0.1.0', is: 'held', because: 'without a tag nothing passes' },
  { hold: '{ until: 2026-06-01 }', tag: '9.0.0', is: 'ended', because: 'its first free day is today' },
])('on 2026-06-01 the hold $hold and tag $tag: $is, $because', ({ hold, tag, is }) => {
  const policy = shopPolicy(hold === undefined ? undefined : `policy: { semver: { range: "*" } }\nhold: ${hold}`)
  expect(holdOn(policy, tag as Tag, '2026-06-01', compareByOrder).kind).toBe(is)
})

test('a held wish says until when and why', () => {
  const policy = shopPolicy(`${SEMVER}\nhold: { tag: 1.1.0, until: 2026-12-01, reason: INC-311 }`)
  const wish = heldWish(policy, { kind: 'image', image: shop('1.2.0') }, '2026-06-01', compareByOrder)
  expect(wish).toMatchObject({
    why: 'held',
    because: 'held at 1.1.0 until 2026-12-01 (INC-311)',
    candidates: [shop('1.2.0')],
  })
})

test.each([
  { first: '1.0.0', second: '1.1.0', is: 'second', because: 'it is newer' },
  { first: '1.1.0', second: '1.0.0', is: 'first', because: 'it is newer' },
  { first: '1.0.0', second: '1.0.0', is: 'first', because: 'it was there before' },
  { first: '1.0.0', second: `1.0.0@${digest('b')}`, is: 'second', because: 'a digest of its own is news' },
])('the newest of $first and $second is the $is: $because', ({ first, second, is }) => {
  const [one, other] = [shop(first), shop(second)]
  expect(newest(shopPolicy(), one, other, compareByOrder)).toBe(is === 'first' ? one : other)
})

test.each([
  { body: SEMVER, tag: '1.0.0', is: true },
  { body: SEMVER, tag: '0.9.0', is: false },
  { body: 'policy: { commit: {} }', tag: 'abcdef1', is: true },
  { body: 'policy: { commit: {} }', tag: 'main', is: false },
])('$body admits $tag: $is', ({ body, tag, is }) => {
  expect(admits(shopPolicy(body), tag as Tag)).toBe(is)
})

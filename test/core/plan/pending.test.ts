import { expect, test } from 'vitest'
import { formatReference } from '../../../src/core/image/reference.ts'
import { fieldKeys, movedFields, pendingOf } from '../../../src/core/plan/pending.ts'
import { compareByOrder } from '../../../src/core/plan/plan.ts'
import { digest, SHOP, shopFields, shopPolicy, snapshotOf } from './facts.ts'

test.each([
  { base: ['1.0.0'], head: ['1.0.0'], pending: undefined, because: 'nothing moved' },
  { base: ['1.0.0'], head: ['1.1.0'], pending: '1.1.0', because: 'it moved' },
  { base: ['1.0.0', '1.0.0'], head: ['1.1.0', '1.2.0'], pending: '1.2.0', because: 'the newest where they differ' },
  {
    base: ['1.0.0', '1.1.0'],
    head: ['1.1.0', '1.1.0'],
    pending: '1.1.0',
    because: 'a place that has it already counts not',
  },
  {
    base: ['tag=1.0.0', `digest=${digest('a')}`],
    head: ['tag=1.1.0', `digest=${digest('b')}`],
    pending: `1.1.0@${digest('b')}`,
    because: 'tag and digest are one image',
  },
  {
    base: ['tag=1.0.0', `digest=${digest('a')}`],
    head: ['tag=1.0.0', `digest=${digest('b')}`],
    pending: `1.0.0@${digest('b')}`,
    because: 'only a digest moved',
  },
  { base: ['1.0.0'], head: ['ghcr.io/else/shop:2.0.0'], pending: undefined, because: 'that is no image of the policy' },
  { base: ['1.0.0'], head: ['1.1.0', '1.3.0'], pending: '1.1.0', because: 'a field that base has not says nothing' },
])('base $base, head $head: $because', ({ base, head, pending }) => {
  const found = pendingOf(shopPolicy(), shopFields(...base), shopFields(...head), compareByOrder)
  expect(found && formatReference(found)).toBe(pending && `${SHOP}:${pending}`)
})

test('a field is told by file, policy, part and its place among those, so lines may come and go above it', () => {
  const marker = '# {"$imagepolicy": "prod:shop:tag"}'
  const before = snapshotOf({ 'a.yaml': `a: "1" ${marker}\nb: "1" ${marker}\n` }).fields
  const after = snapshotOf({ 'a.yaml': `# new\nx: y\na: "1" ${marker}\nb: "2" ${marker}\n` }).fields
  expect([...fieldKeys(before).keys()]).toEqual([...fieldKeys(after).keys()])
  expect(movedFields(before, after).map(({ value, place }) => [value, place.line])).toEqual([['2', 4]])
})

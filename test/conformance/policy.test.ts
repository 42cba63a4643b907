import { describe, expect, test } from 'vitest'
import { readFilter } from '../../src/core/policy/filter.ts'
import type { TagRule } from '../../src/core/policy/order.ts'
import type { Order } from '../../src/core/policy/policy.ts'
import { readRange } from '../../src/core/policy/range.ts'
import { select } from '../../src/core/policy/select.ts'
import file from './policy-cases.json' with { type: 'json' }

// What Flux's own code chose, case by case; null where it refuses or finds nothing.
interface PolicyCase {
  readonly id: string
  readonly filterTags?: { readonly pattern: string; readonly extract?: string }
  readonly policy: {
    readonly semver?: { readonly range: string }
    readonly alphabetical?: { readonly order?: string }
    readonly numerical?: { readonly order?: string }
  }
  readonly tags: readonly string[]
  readonly expected: string | null
  readonly error?: string
  readonly why: string
}
const CASES: readonly PolicyCase[] = file

test('all cases are here', () => {
  expect(CASES).toHaveLength(107)
})

describe.each([
  { listed: 'as written', arrange: (tags: readonly string[]) => tags },
  { listed: 'backwards and twice', arrange: (tags: readonly string[]) => [...tags.toReversed(), ...tags] },
])('tags listed $listed', ({ arrange }) => {
  test.each(CASES)('$id: $why', ({ filterTags, policy, tags, expected, error }) => {
    const rule = readRule(policy, filterTags)
    const invalid = error?.startsWith('invalid policy') === true || error?.startsWith('failed to filter') === true
    expect(rule === undefined, 'is refused when it is read').toBe(invalid)
    if (rule === undefined) return
    const { selected, refused } = select(rule, arrange(tags))
    expect(selected ?? null).toBe(expected)
    expect(refused.map(({ tag }) => tag).toSorted()).toEqual(tags.filter((tag) => tag !== expected).toSorted())
  })
})

function readRule(policy: PolicyCase['policy'], filterTags: PolicyCase['filterTags']): TagRule | undefined {
  const order = readOrder(policy)
  const filter = filterTags === undefined ? undefined : readFilter(filterTags.pattern, filterTags.extract ?? '')
  if (order === undefined || filter?.ok === false) return undefined
  return filter === undefined ? { order } : { order, filter: filter.value }
}

// Flux takes semver before alphabetical before numerical, and upper-cases the direction.
function readOrder({ semver, alphabetical, numerical }: PolicyCase['policy']): Order | undefined {
  if (semver !== undefined) {
    const range = readRange(semver.range)
    return range.ok ? { kind: 'semver', range: range.value } : undefined
  }
  const kind = alphabetical === undefined ? 'numerical' : 'alphabetical'
  const order = (alphabetical ?? numerical)?.order ?? 'asc'
  return { kind, direction: order.toUpperCase() === 'DESC' ? 'desc' : 'asc' }
}

import { expect, test } from 'vitest'
import { groupBy } from '../src/older-node.ts'

test.each([
  { items: [], because: 'nothing' },
  { items: [1, 2, 3, 4, 5, -0, 0, Number.NaN, Number.NaN], because: 'keys are told apart as a Map does' },
])('groups as Map.groupBy does: $because', ({ items }) => {
  const keyOf = (item: number, index: number): number => (index > 4 ? item : item % 2)
  expect([...groupBy(items, keyOf)]).toEqual([...Map.groupBy(items, keyOf)])
})

/** Policies for tests, by the texts of a policy file. */
import type { Parsed } from '../../../src/core/image/reference.ts'
import { readDateFormat } from '../../../src/core/policy/date.ts'
import { readFilter } from '../../../src/core/policy/filter.ts'
import type { TagRule } from '../../../src/core/policy/order.ts'
import type { Direction, Order } from '../../../src/core/policy/policy.ts'
import { readRange } from '../../../src/core/policy/range.ts'

export function semver(range: string): Order {
  return { kind: 'semver', range: valid(readRange(range)) }
}

export function date(format: string): Order {
  return { kind: 'date', format: valid(readDateFormat(format)) }
}

export function numerical(direction: Direction = 'asc'): Order {
  return { kind: 'numerical', direction }
}

export function alphabetical(direction: Direction = 'asc'): Order {
  return { kind: 'alphabetical', direction }
}

export function filtered(pattern: string, extract: string, order: Order): TagRule {
  return { order, filter: valid(readFilter(pattern, extract)) }
}

function valid<Value>(parsed: Parsed<Value>): Value {
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

import { inPathOrder } from '../../core/compare.ts'
import type { Oid } from '../../core/names.ts'
import { inScope } from '../../core/policy/scope.ts'
import type { FileEntry } from '../../ports/repository.ts'
import type { Difference } from './listing.ts'

export interface Around {
  readonly base: Oid
  /** Files of the base in the scope. */
  readonly inBase: readonly FileEntry[]
  readonly scope: readonly string[]
  /** What each other commit changes, whether in the scope or not. */
  readonly changes: ReadonlyMap<Oid, readonly Difference[]>
}

/**
 * The files that are looked at, by commit: those in the scope, and those that a commit changes anywhere, on both sides. What
 * is the same in base and head, and out of the scope, can make no difference to what the head brings.
 */
export function candidatesByCommit({ base, inBase, scope, changes }: Around): ReadonlyMap<Oid, readonly FileEntry[]> {
  const atBase = new Map(inBase.map((entry) => [entry.path, entry]))
  const byCommit = new Map<Oid, readonly FileEntry[]>()
  for (const [commit, all] of changes) {
    const counted = all.length > CHANGED_LIMIT ? all.filter(({ path }) => inScope(scope, path)) : all
    const there = new Map(inBase.map((entry) => [entry.path, entry]))
    for (const { path, before, after } of counted) {
      if (before !== undefined) atBase.set(path, before)
      if (after === undefined) there.delete(path)
      else there.set(path, after)
    }
    byCommit.set(commit, inPathOrder(there.values()))
  }
  return byCommit.set(base, inPathOrder(atBase.values()))
}

// A branch that is this far from the base is looked at in the scope alone.
const CHANGED_LIMIT = 1_000

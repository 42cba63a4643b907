import { parseReference } from '../../../src/core/image/reference.ts'
import type { Part } from '../../../src/core/marker/marker.ts'
import type { BranchName, PolicyName, RepoPath } from '../../../src/core/names.ts'
import type { Change } from '../../../src/core/plan/plan.ts'
import type { Bump } from '../../../src/core/pull-request/bump.ts'

export const MAIN = 'main' as BranchName

/** A bump from references; its place is of no interest. */
export function bump(to: string, from: readonly string[] = [], policy = 'staging:shop'): Bump {
  return { policy: policy as PolicyName, from: from.map(parseReference), to: parseReference(to), places: [] }
}

/** A change of a field that stands at `path:line`. */
export function change(at: string, from: string, to: string, part: Part = 'tag', policy = 'staging:shop'): Change {
  const [path = '', line = '1'] = at.split(/:(?=\d+$)/)
  const place = { path: path as RepoPath, line: Number(line), column: 1 }
  const marker = { policy: policy as PolicyName, part }
  const field = { marker, place, value: from, start: 0, end: from.length, style: 'plain', inFlow: false } as const
  return { field, policy: marker.policy, from, to }
}

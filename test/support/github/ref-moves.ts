/** Every change of a ref goes through here: protection, compare-and-swap, the record, and what it does to pull requests. */
import { ZERO } from './refs.ts'
import type { RefUpdate } from './refs.ts'
import { settlePulls } from './lifecycle.ts'
import { exclusively, timestamp } from './state.ts'
import type { RefMove, Repository, World } from './state.ts'

export interface Mover {
  readonly login: string
  readonly how: RefMove['how']
}

/** Why a direct update of the branch is refused; undefined: it is not. */
export function refusal(repository: Repository, ref: string, login: string): string | undefined {
  const protection = repository.protections.get(ref.replace('refs/heads/', ''))
  if (protection === undefined || protection.pushers?.includes(login)) return undefined
  const [check] = protection.requiredChecks ?? []
  if (protection.requiredReviews === undefined && check !== undefined)
    return `Required status check "${check}" is expected.`
  return 'Changes must be made through a pull request.'
}

/** Moves refs, all or none; false: one stood elsewhere. Protection is the caller's to ask about. */
export async function moveRefs(
  world: World,
  repository: Repository,
  mover: Mover,
  updates: readonly RefUpdate[],
): Promise<boolean> {
  return exclusively(repository, async () => moveRefsNow(world, repository, mover, updates))
}

/** The same for one who has the repository to himself already. */
export async function moveRefsNow(
  world: World,
  repository: Repository,
  mover: Mover,
  updates: readonly RefUpdate[],
): Promise<boolean> {
  const before = repository.git.refs()
  if (!repository.git.update(updates)) return false
  await recordMoves(world, repository, mover, before)
  return true
}

/** What differs from `before`, recorded and settled; the caller has the repository to himself. */
export async function recordMoves(
  world: World,
  repository: Repository,
  mover: Mover,
  before: ReadonlyMap<string, string>,
): Promise<readonly RefMove[]> {
  const after = repository.git.refs()
  const moves: RefMove[] = []
  for (const ref of new Set([...before.keys(), ...after.keys()])) {
    const [from = ZERO, to = ZERO] = [before.get(ref), after.get(ref)]
    if (from === to || ref.startsWith('refs/pull/')) continue
    moves.push({ ref, before: from, after: to, by: mover.login, how: mover.how, at: timestamp(world) })
  }
  repository.moves.push(...moves)
  if (moves.length > 0) await settlePulls(world, repository, moves)
  return moves
}

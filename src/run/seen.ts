import { readReference, type ImageReference } from '../core/image/reference.ts'
import type { PolicyName } from '../core/names.ts'
import { concerning } from '../core/plan/wish.ts'
import { headBranch } from '../core/pull-request/branch.ts'
import { readState } from '../core/pull-request/state-reader.ts'
import type { State } from '../core/pull-request/state.ts'
import type { PullRequest } from '../ports/forge.ts'
import type { Delivered, Delivery } from './groups.ts'
import type { Job } from './scene.ts'

export type Sight = 'there' | 'not yet' | 'cannot be told'

/**
 * Whether the pull request says by now what this run would have brought. Whoever took the bump along writes that when the
 * branch holds it, so one request tells, and nothing has to be read and decided anew.
 * @param expected what the run came to before it was outrun
 */
export async function seeTaken(
  { settings, ports, base }: Job,
  { group, policies }: Delivery,
  expected: Delivered,
): Promise<{ readonly sight: Sight; readonly pullRequest?: PullRequest }> {
  const own = policies.filter((policy) => concerning(policy, settings.images).length > 0)
  const names = new Set(own.map(({ name }) => name))
  const changes = expected.report.plan.changes.filter(({ policy }) => names.has(policy))
  // What would not have moved is told by a look alone; so is what markers call by another name.
  if (own.some(({ name }) => !changes.some(({ policy }) => policy === name))) return { sight: 'cannot be told' }
  const found = await ports.forge.find([headBranch({ base, group })], base)
  const open = found.find(({ state }) => state === 'open')
  if (open === undefined) return { sight: found.length === 0 ? 'not yet' : 'cannot be told' }
  const reading = readState(open.body)
  if (reading.kind !== 'found' || reading.state.group !== group.key || reading.state.base !== base)
    return { sight: 'not yet' }
  const isThere = [...names].every((name) => isBrought(reading.state, name, settings.images))
  return isThere ? { sight: 'there', pullRequest: open } : { sight: 'not yet' }
}

function isBrought({ policies }: State, name: PolicyName, images: readonly ImageReference[]): boolean {
  const to = readReference(policies[name]?.to ?? '')
  return (
    to.ok &&
    images.some(
      ({ tag, digest }) => tag === to.value.tag && (to.value.digest === undefined || digest === to.value.digest),
    )
  )
}

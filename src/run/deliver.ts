import { blocked } from '../core/plan/built-plan.ts'
import { rewrite } from '../core/plan/rewrite.ts'
import { comparisonFor } from './ancestry.ts'
import { decideAll, heldBy, planOf } from './decisions.ts'
import type { Delivered, Delivery } from './groups.ts'
import { isAgain, type Again, type Scene } from './scene.ts'
import type { Attempt } from './turn.ts'
import { messageOf } from './message.ts'
import { filesOf, writeCommit } from './write.ts'

/** One attempt at a delivery straight onto the base branch: the same plan, the same compare-and-swap. */
export async function deliverCommit(
  job: Attempt,
  { group, policies }: Delivery,
  scene: Scene,
): Promise<Delivered | Again> {
  const { view } = scene
  const compare = await comparisonFor(job, policies, scene, undefined)
  const decisions = decideAll(job, scene, policies, undefined, compare)
  const { plan, files, findings } = rewrite(view.content.texts, planOf(decisions))
  const delivered = (
    outcome: 'planned' | 'unchanged' | 'held' | 'committed',
    more: Pick<Delivered['report'], 'commit' | 'because'> = {},
  ): Delivered => ({
    report: {
      key: group.key,
      label: group.label,
      outcome,
      branch: job.base,
      plan,
      diffs: files,
      ...more,
    },
    findings: [...decisions.flatMap(blocked), ...findings],
  })
  const held = heldBy(plan)
  if (plan.changes.length === 0)
    return held === undefined ? delivered('unchanged') : delivered('held', { because: held })
  if (job.settings.dryRun) return delivered('planned')
  const brought = await writeCommit(job, {
    branch: job.base,
    expected: view.commit,
    parent: view,
    files: filesOf(view, files),
    message: messageOf(job, group, { plan, decisions }),
  })
  return isAgain(brought) ? brought : delivered('committed', { commit: brought.commit })
}

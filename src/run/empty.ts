import type { Plan } from '../core/plan/plan.ts'
import { sameText } from '../core/pull-request/body.ts'
import { plainText } from '../core/pull-request/markdown.ts'
import { NOTHING_WORN } from '../core/pull-request/state.ts'
import { clip } from '../core/pull-request/untrusted.ts'
import type { GroupReport, Outcome } from '../core/report/report.ts'
import { heldBy } from './decisions.ts'
import type { Delivered } from './groups.ts'
import { LOST } from './scene.ts'
import { textsOf, type Matter } from './texts.ts'
import type { Attempt } from './turn.ts'

/** Nothing is left to change: a pull request that is open has become empty, and a branch that is left has no use. */
export async function finishEmpty(
  job: Attempt,
  matter: Matter,
  result: (outcome: Outcome, more?: Partial<GroupReport>) => Delivered,
): Promise<Delivered | typeof LOST> {
  const { known, plan } = matter
  const { forge, writer } = job.ports
  const held = heldBy(plan)
  const quiet = held === undefined ? result('unchanged') : result('held', { because: held })
  if (known.live?.byPerson === true || job.settings.dryRun) return quiet
  if (known.open === undefined) {
    // A run that died between its push and its pull request, or whose values have come to base another way.
    if (known.live === undefined) return quiet
    if (job.turn.isPatient) return LOST
    return (await writer.delete(matter.branch, known.live.tip)).kind === 'lost' ? LOST : quiet
  }
  if (job.turn.isPatient) return LOST
  // The state is emptied first: closed with values in it, the pull request would read as turned down by a person.
  const { body } = textsOf(job, matter, {}, known.state?.decorated ?? NOTHING_WORN)
  if (!sameText(body, known.open.body)) await forge.update(known.open.number, { body })
  const because = closingSentence(plan)
  await forge.say(known.open.number, because)
  // The branch goes first: where another run has just brought something to it, the pull request must stay.
  if (known.tip !== undefined && (await writer.delete(matter.branch, known.tip)).kind === 'lost') return LOST
  await forge.close(known.open.number, because)
  return result('closed', { because })
}

const STOPPED: ReadonlySet<string> = new Set(['held', 'rejected', 'diverged', 'filtered'])

/** Base has the values, or something took them out of the pull request. */
function closingSentence({ skips }: Plan): string {
  const stopped = skips.find(({ why }) => STOPPED.has(why))
  const reason =
    stopped === undefined
      ? 'the base branch has every value of this pull request, or a newer one'
      : plainText(
          clip(`${stopped.policy} may not move to ${stopped.candidate ?? 'its value'}: ${stopped.because}`, 500),
        )
  return `Nothing is left to change: ${reason}.`
}

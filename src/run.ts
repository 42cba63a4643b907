import { BumpError, formatProblem } from './core/errors.ts'
import type { Finding } from './core/finding.ts'
import { matchBuilt, type Matching } from './core/plan/built-plan.ts'
import { compareByOrder } from './core/plan/plan.ts'
import { report, type GroupReport, type Report } from './core/report/report.ts'
import type { Settings } from './core/settings/settings.ts'
import { deliveriesOf, type Delivered, type Delivery } from './run/groups.ts'
import type { Ports } from './run/ports.ts'
import { propose } from './run/propose.ts'
import { untilLanded } from './run/hand-over.ts'
import { look, type Job, type Scene } from './run/scene.ts'

/**
 * The story, told once: fetch, read, decide, commit, propose, verify, report. Each group of policies has a pull request, and
 * so an outcome, of its own; one that fails does not keep the others from theirs.
 * Never throws: after an error the report says what was done before it.
 */
export async function run(settings: Settings, ports: Ports): Promise<Report> {
  const groups: GroupReport[] = []
  const findings: Finding[] = []
  let unmatched: Report['unmatched'] = []
  try {
    const base = settings.base ?? (await ports.repository.defaultBranch())
    const job: Job = { settings, ports, base }
    ports.log.info(`Reading ${settings.repository} at ${base}.`)
    const { scene, matching } = await lookAndMatch(job)
    findings.push(...matching.findings)
    unmatched = matching.unmatched

    const errors: unknown[] = []
    let latest = scene
    for (const delivery of deliveriesOf(scene.view.content, settings.images)) {
      try {
        const { report: group, findings: found } = await deliver(job, delivery, latest)
        groups.push(group)
        findings.push(...found)
      } catch (error) {
        errors.push(error)
      }
      // What the next group is decided on must know what this one has moved.
      latest = groups.at(-1)?.outcome === 'committed' ? await look(job, latest) : latest
    }
    return report({ groups, findings, unmatched, ...told(errors) })
  } catch (error) {
    return report({ groups, findings, unmatched, ...told([error]) })
  }
}

async function lookAndMatch(job: Job): Promise<{ readonly scene: Scene; readonly matching: Matching }> {
  const scene = await look(job)
  const matching = matchBuilt(scene.view.content, job.settings.images, job.ports.clock.today(), compareByOrder)
  const isMissing = matching.unmatched.length > 0 || matching.findings.some(({ code }) => code === 'UNUSED_POLICY')
  // Nobody is told that something is not there before everything was read.
  return isMissing && job.ports.repository.distrust?.() === true ? await lookAndMatch(job) : { scene, matching }
}

function deliver(job: Job, delivery: Delivery, scene: Scene): Promise<Delivered> {
  return untilLanded(job, delivery, scene, async (attempt, again, now) => {
    const { group, policies, kind } = again
    job.ports.log.info(
      `${group.label}: deciding ${policies.length === 1 ? '1 policy' : `${policies.length} policies`}.`,
    )
    if (kind === 'pull-request') return await propose(attempt, again, now)
    // Loaded only now: few deliver without a pull request.
    const { deliverCommit } = await import('./run/deliver.ts')
    return await deliverCommit(attempt, again, now)
  })
}

/** What went wrong, each once: what stops one group often stops the next for the same reason. */
function told(errors: readonly unknown[]): Pick<Report, 'error'> {
  const known = errors.map((error) => (error instanceof BumpError ? error : bug(error)))
  const [first] = known
  if (first === undefined) return {}
  const byText = new Map(known.flatMap(({ problems }) => problems).map((one) => [formatProblem(one), one]))
  return { error: { code: first.code, message: [...byText.keys()].join('\n'), problems: [...byText.values()] } }
}

function bug(error: unknown): BumpError {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new BumpError('BUG', `${message}\nThis is a bug of image-bump; please report it with this text.`)
}

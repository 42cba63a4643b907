import { BumpError } from '../core/errors.ts'
import type { BranchName, Oid } from '../core/names.ts'
import { headPrefix } from '../core/pull-request/branch.ts'
import type { Settings } from '../core/settings/settings.ts'
import type { Ports } from './ports.ts'
import { readView, type View } from './read.ts'

/** What stays the same through a run. */
export interface Job {
  readonly settings: Settings
  readonly ports: Ports
  readonly base: BranchName
}

/** The remote as one look found it. Everything an attempt decides, it decides on one scene. */
export interface Scene {
  /** Of the base branch and of every branch of ours. */
  readonly tips: ReadonlyMap<BranchName, Oid>
  /** The base tip. */
  readonly view: View
}

/** Looks at the remote; what has not moved since `previous` is not read again. */
export async function look({ settings, ports, base }: Job, previous?: Scene): Promise<Scene> {
  const tips = await ports.repository.fetch(base, headPrefix({ base }))
  const tip = tips.get(base)
  if (tip === undefined) throw new BumpError('BASE_NOT_FOUND', `the base branch ${base} does not exist`)
  const stays = previous?.view.commit === tip && ports.repository.counts?.(tip) !== false
  if (stays) return { tips, view: previous.view }
  return { tips, view: await readView(ports.repository, tip, settings.config) }
}

/** What an attempt says when somebody else moved the branch first. */
export const LOST = Symbol('the branch was moved by somebody else')

const ATTEMPTS = 30
const BUDGET_MS = 120_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 4_000

/**
 * Attempts until one lands: the loser of a race waits (full jitter), looks again and decides anew.
 * @throws {BumpError} RACE_LOST after 30 attempts or two minutes
 */
export async function untilLanded<Result>(
  job: Job,
  first: Scene,
  attempt: (scene: Scene) => Promise<Result | typeof LOST>,
): Promise<Result> {
  const { clock, log } = job.ports
  const started = clock.now()
  let scene = first
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(scene)
    if (result !== LOST) return result
    if (tries >= ATTEMPTS || clock.now() - started > BUDGET_MS)
      throw new BumpError(
        'RACE_LOST',
        `other runs moved the branch first, ${tries} times in ${Math.round((clock.now() - started) / 1000)} s. Nothing is lost: run the job again.`,
      )
    log.info(`Another run moved the branch first (attempt ${tries}); looking again.`)
    await clock.sleep(clock.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)))
    scene = await look(job, scene)
  }
}

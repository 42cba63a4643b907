import { BumpError } from '../core/errors.ts'
import type { ImageReference } from '../core/image/reference.ts'
import { headBranch } from '../core/pull-request/branch.ts'
import { formatIntent } from '../core/pull-request/intent.ts'
import { isTicket, nextTicket, queueOf } from '../core/pull-request/queue.ts'
import type { Ticket } from '../ports/queue.ts'
import { deliveriesOf, type Delivered, type Delivery } from './groups.ts'
import { isAgain, look, OUTRUN, type Again, type Job, type Scene } from './scene.ts'
import { seeTaken } from './seen.ts'
import { aloneTurn, ownBringing, turnWith, type Attempt } from './turn.ts'

/** One attempt at a delivery, on one scene. */
export type Try = (attempt: Attempt, delivery: Delivery, scene: Scene) => Promise<Delivered | Again>

/**
 * Attempts until one lands. A run that nobody gets in the way of is done after the first. One that was outrun leaves its bump
 * in the queue of the branch, where whoever moves the branch next takes it along: then it has nothing left to do but to see
 * that it is so. Who stands first in the queue goes first; that saves work, and the compare-and-swap of the branch alone
 * decides. Where there is no queue, the loser waits (full jitter), looks again and decides anew.
 * @throws {BumpError} RACE_LOST after 30 attempts or two minutes
 */
export async function untilLanded(job: Job, delivery: Delivery, first: Scene, attempt: Try): Promise<Delivered> {
  const { clock, log } = job.ports
  const started = clock.now()
  const place = placeIn(job, delivery)
  let scene = first
  let tries = 1
  try {
    for (;;) {
      // Policies and groups may have changed with the base branch since the last look.
      const again = deliveriesOf(scene.view.content, job.settings.images).find(
        ({ kind, group }) => kind === delivery.kind && group.key === delivery.group.key,
      )
      if (again === undefined) return nothing(delivery)
      const turn = await place.turn(again, scene)
      let expected: Delivered | undefined
      const expect = (delivered: Delivered): void => {
        expected = delivered
      }
      let result: Delivered | Again
      try {
        result = await attempt({ ...job, turn, expect }, again, scene)
      } catch (error) {
        if (job.ports.repository.counts?.(scene.view.commit) !== false) throw error
        // What it was decided on is not so any more, and the next look takes nothing on trust.
        scene = await look(job, scene)
        continue
      }
      if (!isAgain(result)) {
        // What was decided and needed no move of the branch goes now.
        if (result.report.commit === undefined && !job.settings.dryRun) await place.leave(turn.tickets)
        place.settled(turn.tickets)
        return place.told({ ...result, findings: [...result.findings, ...turn.findings] })
      }
      const seconds = Math.round((clock.now() - started) / 1000)
      if (tries >= ATTEMPTS || seconds > BUDGET_S)
        throw new BumpError(
          'RACE_LOST',
          `other runs moved the branch first, ${tries} times in ${seconds} s. Nothing is lost: run the job again.`,
        )
      if (!turn.isPatient) {
        log.info(`Another run moved the branch first (attempt ${tries}); looking again.`)
        tries += 1
      }
      await place.standBy(result, scene, tries)
      const taken = await place.taken(again, expected)
      if (taken !== undefined) return taken
      scene = await look(job, scene)
    }
  } finally {
    await place.close()
  }
}

const TAKEN = 'Another run, at it at the same time, brought the bump along.'
const ATTEMPTS = 30
const BUDGET_S = 120
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 4_000
const POLL_MS = 250
const LONGEST_POLL_MS = 1_000
/** Who stands first and moves nothing for so long is not waited for, and those behind go one by one. */
const SILENCE_MS = 2_000
const STAGGER_MS = 300
const MOST_STAGGERED = 10
/** How long whoever took a bump along is given to write what the pull request says. */
const PATIENCE_MS = 6_000
/** How long of that the pull request alone is looked at. */
const GLANCES_MS = 4_000

/** This run's place in the queue of a delivery's branch, from nowhere through waiting to taken along. */
function placeIn(job: Job, { kind, group }: Delivery) {
  const { settings, ports, base } = job
  const { clock, log, queue } = ports
  const name = queueOf(kind, headBranch({ base, group }))
  let own: Ticket | undefined
  let isOpen = queue !== undefined && !settings.dryRun
  let takenAt: number | undefined
  /** Our own commit may have moved the branch, and taken our place in its queue away with it. */
  let mayBeHome = false
  let looks = 0
  const poll = async (): Promise<void> => {
    await clock.sleep(Math.min(LONGEST_POLL_MS, POLL_MS * 1.4 ** looks) * (1 + clock.random()))
    looks += 1
  }

  const join = async (waiting: readonly Ticket[]): Promise<void> => {
    const text = formatIntent({ ...ownBringing(settings), group: group.key, config: settings.config })
    if (!isOpen || text === undefined) return
    const refs = waiting.map(({ ref }) => ref)
    try {
      own = await queue?.join(nextTicket(name, refs, clock.random()), text)
    } catch (error) {
      // Without a queue everybody tries for himself.
      isOpen = false
      log.info(`The bump is not handed over: ${reasonOf(error)}`)
    }
  }
  /** Waits for the turn of this run, or until somebody has taken its bump along. */
  const queueUp = async (ticket: Ticket): Promise<void> => {
    let front: string | undefined
    let since = clock.now()
    looks = 0
    for (;;) {
      const all = await queue?.list(name, ticket).catch(() => undefined)
      if (all === undefined) return
      const refs = all.map(({ ref }) => ref).filter((ref) => isTicket(name, ref))
      const position = refs.indexOf(ticket.ref)
      if (position === -1) {
        log.info('Another run took the bump along; seeing what came of it.')
        own = undefined
        takenAt = clock.now()
        looks = 0
        return
      }
      if (refs[0] !== front) [front, since] = [refs[0], clock.now()]
      const silence = SILENCE_MS + STAGGER_MS * Math.min(position, MOST_STAGGERED)
      if (position === 0 || clock.now() - since > silence) return
      await poll()
    }
  }
  const leave = async (tickets: readonly Ticket[]): Promise<void> => {
    if (tickets.length === 0) return
    await queue?.leave(tickets).catch((error: unknown) => {
      log.info(`Something was left in the queue of the branch: ${reasonOf(error)}`)
    })
  }
  return {
    leave,
    settled(tickets: readonly Ticket[]) {
      if (tickets.some(({ ref }) => ref === own?.ref)) own = undefined
    },
    async turn(delivery: Delivery, scene: Scene) {
      if (mayBeHome && !scene.waiting.some(({ ref }) => ref === own?.ref)) own = undefined
      if (takenAt === undefined) return await turnWith(job, delivery, name, scene, own)
      return aloneTurn(job, { isPatient: clock.now() - takenAt < PATIENCE_MS })
    },
    /** What is there by another run's hand, and was brought by this one, is no news that nothing changed. */
    told: (delivered: Delivered): Delivered =>
      takenAt === undefined ? delivered : asTaken(delivered, kind, settings.images),
    async standBy(result: Again, scene: Scene, tries: number) {
      const wasOutrun = result === OUTRUN
      mayBeHome = !wasOutrun
      if (wasOutrun) takenAt = undefined
      const isNew = wasOutrun && own === undefined
      if (isNew) await join(scene.waiting)
      if (takenAt === undefined && (!isNew || own === undefined)) await clock.sleep(clock.random() * waitMs(tries))
      // Where the branch is not what is lacking, a place in its queue is of no use.
      if (wasOutrun && own !== undefined) await queueUp(own)
      // Whoever moved the branch for us has the pull request to write now.
      if (takenAt !== undefined) await poll()
    },
    /** What came of it, where the pull request says so before patience ends. */
    async taken(delivery: Delivery, expected: Delivered | undefined): Promise<Delivered | undefined> {
      if (kind === 'commit' || expected === undefined || takenAt === undefined) return undefined
      while (clock.now() - takenAt < GLANCES_MS) {
        const { sight, pullRequest } = await seeTaken(job, delivery, expected)
        if (sight === 'cannot be told') return undefined
        if (pullRequest !== undefined)
          return { ...expected, report: { ...expected.report, outcome: 'updated', because: TAKEN, pullRequest } }
        await poll()
      }
      return undefined
    },
    async close() {
      if (own !== undefined) await leave([own])
    },
  }
}

function waitMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 2))
}

function asTaken(
  { report, findings }: Delivered,
  kind: Delivery['kind'],
  images: readonly ImageReference[],
): Delivered {
  const { plan, outcome } = report
  const isOurs = (text: string): boolean =>
    images.some(
      ({ tag, digest }) => text === tag || text === digest || text.endsWith(`:${tag}`) || text.includes(`:${tag}@`),
    )
  const isThere =
    kind === 'commit'
      ? plan.skips.some(({ why, current }) => why === 'equal' && isOurs(current))
      : plan.changes.some(({ to }) => isOurs(to))
  if (outcome !== 'unchanged' || !isThere) return { report, findings }
  return { report: { ...report, outcome: kind === 'commit' ? 'committed' : 'updated', because: TAKEN }, findings }
}

function nothing({ group: { key, label } }: Delivery): Delivered {
  return { report: { key, label, outcome: 'unchanged', plan: { changes: [], skips: [] }, diffs: [] }, findings: [] }
}

function reasonOf(error: unknown): string {
  return error instanceof BumpError ? (error.message.split('\n')[0] ?? '') : 'an answer was not of the form expected.'
}

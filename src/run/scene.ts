import { BumpError } from '../core/errors.ts'
import type { BranchName, Oid } from '../core/names.ts'
import { headPrefix } from '../core/pull-request/branch.ts'
import type { Settings } from '../core/settings/settings.ts'
import type { Ticket } from '../ports/queue.ts'
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
  /** What other runs wait with, for any of our branches. */
  readonly waiting: readonly Ticket[]
}

/** Looks at the remote; what has not moved since `previous` is not read again. */
export async function look({ settings, ports, base }: Job, previous?: Scene): Promise<Scene> {
  const tips = await ports.repository.fetch(base, headPrefix({ base }))
  const waiting = ports.repository.waiting?.() ?? []
  const tip = tips.get(base)
  if (tip === undefined) throw new BumpError('BASE_NOT_FOUND', `the base branch ${base} does not exist`)
  const stays = previous?.view.commit === tip && ports.repository.counts?.(tip) !== false
  if (stays) return { tips, waiting, view: previous.view }
  return { tips, waiting, view: await readView(ports.repository, tip, settings.config) }
}

/** What an attempt says when it has to look again: what it was decided on is not so any more. */
export const LOST = Symbol('look again')
/** The same, where the branch was moved by somebody else before anything of ours was on it. */
export const OUTRUN = Symbol('the branch was moved by somebody else')

export type Again = typeof LOST | typeof OUTRUN

export function isAgain(result: unknown): result is Again {
  return result === LOST || result === OUTRUN
}

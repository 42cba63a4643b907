import { BumpError } from '../core/errors.ts'
import type { BranchName, Oid, PolicyName } from '../core/names.ts'
import { askedBy, mayConcern } from '../core/plan/concern.ts'
import { headBranch, headPrefix } from '../core/pull-request/branch.ts'
import { readTrailers } from '../core/pull-request/commit-message.ts'
import type { Settings } from '../core/settings/settings.ts'
import type { PullRequest } from '../ports/forge.ts'
import type { Ticket } from '../ports/queue.ts'
import type { Repository } from '../ports/repository.ts'
import { deliveriesOf } from './groups.ts'
import type { Ports } from './ports.ts'
import { readOutline, readView, widen, type View } from './read.ts'
import { imagesWaiting } from './waiting.ts'

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
  /** Of the branches that the build is about. */
  readonly pullRequests: readonly PullRequest[]
}

/** Looks at the remote; what has not moved since `previous` is not read again. */
export async function look(job: Job, previous?: Scene): Promise<Scene> {
  const { repository } = job.ports
  const tips = await repository.fetch(job.base, headPrefix(job))
  try {
    return await lookAt(job, tips, previous)
  } catch (error) {
    const tip = tips.get(job.base)
    // What was said of the tip does not count any more: it is asked for again, where nothing is taken on trust.
    if (tip === undefined || repository.counts?.(tip) !== false) throw error
    return await lookAt(job, await repository.fetch(job.base, headPrefix(job)))
  }
}

async function lookAt(job: Job, tips: Scene['tips'], previous?: Scene): Promise<Scene> {
  const { settings, ports, base } = job
  const { repository, forge } = ports
  const waiting = repository.waiting?.() ?? []
  const tip = tips.get(base)
  if (tip === undefined) throw new BumpError('BASE_NOT_FOUND', `the base branch ${base} does not exist`)
  const stays = previous?.view.commit === tip && repository.counts?.(tip) !== false
  const outline = stays ? previous.view.outline : await readOutline(repository, tip, settings.config)
  const { rules } = outline
  const branches = deliveriesOf(rules, settings.images)
    .filter(({ kind }) => kind === 'pull-request')
    .map(({ group }) => headBranch({ base, group }))
  const heads = branches.flatMap((branch) => tips.get(branch) ?? [])
  const [images, names] = await Promise.all([imagesWaiting(job, waiting), namesIn(repository, heads)])
  const asked = askedBy(rules.policies, [...settings.images, ...images], names)
  repository.prepare?.([tip, ...heads], mayConcern(rules.policies, asked))
  const [view, pullRequests] = await Promise.all([
    stays ? widen(repository, previous.view, asked) : readView(repository, outline, asked),
    branches.length === 0 ? [] : forge.find(branches, base),
  ])
  return { tips, waiting, view, pullRequests }
}

/** The policies that the newest commits of some branches say they move. */
async function namesIn(repository: Repository, heads: readonly Oid[]): Promise<readonly PolicyName[]> {
  const commits = await Promise.all(heads.map((head) => repository.commit(head)))
  return commits.flatMap(({ message }) => [...readTrailers(message).bumps.keys()])
}

/** What an attempt says when it has to look again: what it was decided on is not so any more. */
export const LOST = Symbol('look again')
/** The same, where the branch was moved by somebody else before anything of ours was on it. */
export const OUTRUN = Symbol('the branch was moved by somebody else')

export type Again = typeof LOST | typeof OUTRUN

export function isAgain(result: unknown): result is Again {
  return result === LOST || result === OUTRUN
}

import { BumpError } from '../core/errors.ts'
import type { BranchName, Oid, PolicyName } from '../core/names.ts'
import type { ImageReference } from '../core/image/reference.ts'
import { askedBy, isWithin, mayConcern, type Asked } from '../core/plan/concern.ts'
import type { Rules } from '../core/plan/snapshot.ts'
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
  const { repository } = ports
  const waiting = repository.waiting?.() ?? []
  const tip = tips.get(base)
  if (tip === undefined) throw new BumpError('BASE_NOT_FOUND', `the base branch ${base} does not exist`)
  const [images, said] = await Promise.all([imagesWaiting(job, waiting), namesSaid(repository, base, tips)])
  const about = { tip, tips, images: [...settings.images, ...images], said }
  const stays = previous?.view.commit === tip && repository.counts?.(tip) !== false
  let early: Asking | undefined
  try {
    const outline = stays
      ? previous.view.outline
      : await readOutline(repository, tip, settings.config, (rules) => void (early = ask(job, about, rules)))
    const late = ask(job, about, outline.rules, early)
    const [view, pullRequests] = await allOf(
      stays ? widen(repository, previous.view, late.asked) : readView(repository, outline, late.asked),
      late.pullRequests,
    )
    return { tips, waiting, view, pullRequests }
  } finally {
    // Nothing goes on behind the back of whoever ends the run.
    await early?.pullRequests.catch(() => {})
  }
}

/** Both, or what went wrong with one of them, when both have come to an end. */
async function allOf<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<readonly [One, Other]> {
  await Promise.allSettled([one, other])
  return await Promise.all([one, other])
}

/** What is asked for by the rules, as far as they are known. */
interface Asking {
  readonly branches: readonly BranchName[]
  readonly asked: Asked
  readonly pullRequests: Promise<readonly PullRequest[]>
}

/** Asks for everything that rules call for, at once and side by side; what was asked for before is not asked for again. */
function ask(
  { settings, ports, base }: Job,
  about: {
    readonly tip: Oid
    readonly tips: Scene['tips']
    readonly images: readonly ImageReference[]
    readonly said: ReadonlyMap<BranchName, readonly PolicyName[]>
  },
  rules: Rules,
  before?: Asking,
): Asking {
  const { tip, tips, images, said } = about
  const branches = deliveriesOf(rules, settings.images)
    .filter(({ kind }) => kind === 'pull-request')
    .map(({ group }) => headBranch({ base, group }))
  const asked = askedBy(
    rules.policies,
    images,
    branches.flatMap((branch) => said.get(branch) ?? []),
  )
  const heads = branches.flatMap((branch) => tips.get(branch) ?? [])
  // Objects of Flux may add policies that are asked; who asks for none of them wants the same files as before.
  if (before === undefined || !isWithin(asked, before.asked))
    ports.repository.prepare?.([tip, ...heads], mayConcern(rules.policies, asked))
  if (before?.branches.join(' ') === branches.join(' ')) return { ...before, asked }
  const pullRequests = branches.length === 0 ? Promise.resolve([]) : findWithHeads(ports, branches, base, tips)
  pullRequests.catch(() => {}) // told to whoever waits for them
  return { branches, asked, pullRequests }
}

/** Pull requests, and of those that are open the commits of their branches, which are wanted next. */
async function findWithHeads(
  { forge, repository }: Ports,
  branches: readonly BranchName[],
  base: BranchName,
  tips: Scene['tips'],
): Promise<readonly PullRequest[]> {
  const found = await forge.find(branches, base)
  const heads = found.flatMap(({ state, head }) => (state === 'open' ? (tips.get(head) ?? []) : []))
  // What goes wrong is told to whoever asks for them.
  await Promise.allSettled(heads.map((head) => repository.commitsAhead(tips.get(base) ?? head, head)))
  return found
}

/** The policies that the newest commit of each of our branches says it moves. */
async function namesSaid(
  repository: Repository,
  base: BranchName,
  tips: Scene['tips'],
): Promise<ReadonlyMap<BranchName, readonly PolicyName[]>> {
  const heads = [...tips].filter(([branch]) => branch !== base)
  const commits = await Promise.all(heads.map(([, head]) => repository.commit(head)))
  return new Map(heads.map(([branch], at) => [branch, [...readTrailers(commits[at]?.message ?? '').bumps.keys()]]))
}

/** What an attempt says when it has to look again: what it was decided on is not so any more. */
export const LOST = Symbol('look again')
/** The same, where the branch was moved by somebody else before anything of ours was on it. */
export const OUTRUN = Symbol('the branch was moved by somebody else')

export type Again = typeof LOST | typeof OUTRUN

export function isAgain(result: unknown): result is Again {
  return result === LOST || result === OUTRUN
}

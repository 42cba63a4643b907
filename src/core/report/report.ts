import { comparePlaces } from '../compare.ts'
import type { ErrorCode, Problem } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { ImageReference } from '../image/reference.ts'
import type { BranchName, Oid, RepoPath } from '../names.ts'
import type { Change, Plan, Skip } from '../plan/plan.ts'

/**
 * How a group, or the whole run, ended.
 * opened, updated: its pull request was. committed: straight onto the base branch. closed: the pull request had become empty.
 * planned: a dry run. applied: written into files on disk. held: a person said so. unmatched: no policy concerns what was
 * built. unchanged: there was nothing to do.
 */
export type Outcome =
  | 'opened'
  | 'updated'
  | 'committed'
  | 'closed'
  | 'planned'
  | 'applied'
  | 'held'
  | 'unmatched'
  | 'unchanged'

/** The overall outcome after an error is `failed`, whatever was done before it. */
export type RunOutcome = Outcome | 'failed'

/** What a run came to. After an error too: then it says what was done so far. */
export interface Report {
  readonly outcome: RunOutcome
  readonly groups: readonly GroupReport[]
  readonly findings: readonly Finding[]
  /** Built images that no policy concerns. */
  readonly unmatched: readonly ImageReference[]
  readonly error?: ReportedError
}

export interface ReportedError {
  readonly code: ErrorCode
  /** Every problem with its place, a line each. */
  readonly message: string
  /** The same one by one, where there are several or one has a place. */
  readonly problems?: readonly Problem[]
}

/** The policies that share a pull request, and what became of it. */
export interface GroupReport {
  /** Identity: what the branch and the state of the pull request carry. */
  readonly key: string
  /** For people. */
  readonly label: string
  readonly outcome: Outcome
  /** One sentence more, where the outcome alone does not say why (closed, held). */
  readonly because?: string
  readonly branch?: BranchName
  /** The commit that this run made. */
  readonly commit?: Oid
  readonly pullRequest?: ReportedPullRequest
  readonly plan: Plan
  /** The files that change, before and after, whole. */
  readonly diffs: readonly FileDiff[]
}

export interface ReportedPullRequest {
  readonly number: number
  readonly url: string
  readonly title: string
}

export interface FileDiff {
  readonly path: RepoPath
  readonly before: string
  readonly after: string
}

/** Puts the overall outcome to the parts: the one that most needs telling. */
export function report(parts: Omit<Report, 'outcome'>): Report {
  return { outcome: overall(parts), ...parts }
}

/** The changes of all groups: by path in byte order, then by line and column. */
export function allChanges(groups: readonly GroupReport[]): readonly Change[] {
  return sortByField(groups.flatMap(({ plan }) => plan.changes))
}

/** The skips of all groups, in the same order. */
export function allSkips(groups: readonly GroupReport[]): readonly Skip[] {
  return sortByField(groups.flatMap(({ plan }) => plan.skips))
}

// What was written comes before what was not, and what a person must look at before "nothing to do".
const LOUDEST_FIRST: readonly Outcome[] = [
  'opened',
  'updated',
  'committed',
  'closed',
  'applied',
  'planned',
  'held',
  'unmatched',
  'unchanged',
]

function overall({ groups, unmatched, error }: Omit<Report, 'outcome'>): RunOutcome {
  if (error !== undefined) return 'failed'
  const outcomes = new Set<Outcome>(groups.map(({ outcome }) => outcome))
  if (unmatched.length > 0) outcomes.add('unmatched')
  return LOUDEST_FIRST.find((outcome) => outcomes.has(outcome)) ?? 'unchanged'
}

/** By path in byte order, then line and column. */
export function sortByField<Entry extends Change | Skip>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(({ field: a }, { field: b }) => comparePlaces(a.place, b.place))
}

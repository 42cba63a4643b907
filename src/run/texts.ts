import { BumpError } from '../core/errors.ts'
import { formatReference } from '../core/image/reference.ts'
import type { Finding } from '../core/finding.ts'
import type { BranchName, PolicyName } from '../core/names.ts'
import type { Decision } from '../core/plan/decide.ts'
import { readValue, type Compare, type Plan } from '../core/plan/plan.ts'
import { extractFrom } from '../core/policy/filter.ts'
import type { Policy, PullRequestSettings } from '../core/policy/policy.ts'
import { body } from '../core/pull-request/body.ts'
import { bumpsOf, type Bump } from '../core/pull-request/bump.ts'
import type { SourceCommits } from '../core/pull-request/commit-list.ts'
import type { Group } from '../core/pull-request/group.ts'
import type { PolicyState, State, Worn } from '../core/pull-request/state.ts'
import type { Row } from '../core/pull-request/table.ts'
import { clip } from '../core/pull-request/untrusted.ts'
import { title } from '../core/pull-request/title.ts'
import { phraseFinding } from '../core/report/phrase.ts'
import { bringsOf } from './decisions.ts'
import { pendingStates, type Known } from './known.ts'
import type { Job } from './scene.ts'
import { bringerOf, broughtImages, type Attempt } from './turn.ts'

/** What a pull request is about, once everything is decided. */
export interface Matter {
  readonly group: Group
  readonly branch: BranchName
  readonly decisions: readonly Decision[]
  /** What is really written; a policy that could not be proven is gone from it. */
  readonly plan: Plan
  readonly known: Known
  readonly compare: Compare
  readonly pullRequests: PullRequestSettings
  readonly findings: readonly Finding[]
}

export interface Texts {
  readonly title: string
  readonly body: string
  readonly state: State
}

/** Commits kept in the state for each policy: later runs of other images show them again without asking. */
const COMMITS_KEPT = 10
const SUBJECT_LIMIT = 100

/** The bumps of a plan: one for each name that markers use. */
export function bumps({ plan, decisions }: Pick<Matter, 'plan' | 'decisions'>): readonly Bump[] {
  return bumpsOf(plan.changes, bringsOf(decisions))
}

/**
 * What the state is to say of every policy of the pull request. A value that is pending already keeps what the run that
 * brought it said, so the same situation gives the same text whoever comes by.
 */
export function statesOf(job: Attempt, matter: Matter): Readonly<Record<PolicyName, PolicyState>> {
  const before = pendingStates(matter.known)
  const policyOf = policiesByMarker(matter.decisions)
  return Object.fromEntries(
    bumps(matter).map((bump): [PolicyName, PolicyState] => {
      const to = formatReference(bump.to)
      const known = before[bump.policy]
      const decision = policyOf.get(bump.policy)
      const from = bump.from[0] === undefined ? {} : { from: formatReference(bump.from[0]) }
      // A run that died after its push left the value without where it came from; the run that brings it again says so.
      const isOurs =
        decision?.origin === 'built' || broughtImages(job.turn).some((image) => formatReference(image) === to)
      const isTold = known?.to === to && (known.revision ?? known.run) !== undefined
      if (decision === undefined || !isOurs || isTold) return [bump.policy, { ...known, ...from, to }]
      return [bump.policy, { ...from, to, ...sourceOf(job, matter, bump, decision) }]
    }),
  )
}

/** Asks the source repository what lies between deployed and new, for the values that this run brings. */
export async function withCommits(
  job: Job,
  states: Readonly<Record<PolicyName, PolicyState>>,
): Promise<Readonly<Record<PolicyName, PolicyState>>> {
  const asked = new Map<string, SourceCommits | undefined>()
  const result: Record<PolicyName, PolicyState> = {}
  for (const [name, state] of Object.entries(states) as [PolicyName, PolicyState][]) {
    result[name] = state
    const { fromRevision, revision, sourceRepository, commits } = state
    if (commits !== undefined || fromRevision === undefined || revision === undefined) continue
    if (sourceRepository === undefined || sourceRepository !== job.settings.sourceRepository) continue
    const key = `${fromRevision}...${revision}`
    if (!asked.has(key)) asked.set(key, await commitsBetween(job, sourceRepository, fromRevision, revision))
    const answer = asked.get(key)
    if (answer !== undefined) result[name] = { ...state, commits: shortened(answer) }
  }
  return result
}

// What merging deploys can be told without the list of commits: a source that cannot be read stops nobody.
async function commitsBetween(
  { ports }: Job,
  repository: string,
  from: string,
  to: string,
): Promise<SourceCommits | undefined> {
  try {
    return await ports.source.compare(repository, from, to)
  } catch (error) {
    if (!(error instanceof BumpError) || error.code === 'BUG') throw error
    ports.log.info(`The commits of ${repository} are not listed: ${error.message}`)
    return undefined
  }
}

/** Title, body and state of the pull request. */
export function textsOf(
  job: Job,
  matter: Matter,
  policies: Readonly<Record<PolicyName, PolicyState>>,
  decorated: Worn,
): Texts {
  const { group, known, pullRequests, findings, plan, branch } = matter
  const { base, settings } = job
  const state: State = {
    group: group.key,
    base,
    policies,
    rejected: Object.keys(known.rejected).length === 0 ? [] : [known.rejected],
    landed: known.landed,
    decorated,
  }
  const rows = bumps(matter).map((bump) => rowOf(job, matter, bump, policies[bump.policy]))
  return {
    // A pull request that is left with people's work alone keeps the name it has.
    title:
      rows.length === 0 && known.open !== undefined
        ? known.open.title
        : title({
            bumps: bumps(matter),
            group,
            base,
            ...(pullRequests.title === undefined ? {} : { template: pullRequests.title }),
          }),
    body: body({
      group,
      base,
      filesUrl: `${settings.serverUrl}/${settings.repository}/blob/${branch}`,
      rows,
      notMoved: plan.skips.map(({ field, ...skip }) => ({ ...skip, place: field.place })),
      findings: findings.map(phraseFinding),
      onClosed: pullRequests.onClosed,
      state,
    }),
    state,
  }
}

function rowOf(job: Job, matter: Matter, bump: Bump, state: PolicyState | undefined): Row {
  const policy = policiesByMarker(matter.decisions).get(bump.policy)?.policy
  const { revision, sourceRepository, fromRevision, commits, run, forced } = state ?? {}
  return {
    ...bump,
    why: policy === undefined ? '' : whyOf(policy, bump, matter.compare),
    ...(run === undefined ? {} : { run }),
    ...(forced === undefined ? {} : { forced }),
    ...(revision === undefined || sourceRepository === undefined
      ? {}
      : {
          source: {
            serverUrl: job.settings.serverUrl,
            repository: sourceRepository,
            to: revision,
            ...(fromRevision === undefined ? {} : { from: fromRevision }),
            ...(commits === undefined ? {} : { commits }),
          },
        }),
  }
}

function whyOf(policy: Policy, { from, to }: Bump, compare: Compare): string {
  const tag = from.find((reference) => reference.tag !== undefined)?.tag
  if (tag === undefined || to.tag === undefined) return 'the newest that the policy takes'
  if (tag === to.tag) return 'the same tag with another digest'
  return compare(policy, to.tag, tag).because
}

function sourceOf(
  { turn }: Attempt,
  { known }: Matter,
  bump: Bump,
  { policy, forced }: Decision,
): Partial<PolicyState> {
  const { revision, sourceRepository, runUrl } = bringerOf(turn, bump.to) ?? {}
  const deployed = deployedRevision(known, bump, policy)
  return {
    ...(revision === undefined ? {} : { revision }),
    ...(sourceRepository === undefined ? {} : { sourceRepository }),
    ...(deployed === undefined ? {} : { fromRevision: deployed }),
    ...(runUrl === undefined ? {} : { run: runUrl }),
    ...(forced === true ? { forced } : {}),
  }
}

/** The source commit of what base deploys: said by the pull request that brought it, or by the tag itself. */
function deployedRevision(known: Known, { policy: name, from }: Bump, policy: Policy): string | undefined {
  const [deployed] = from
  if (deployed === undefined) return undefined
  const landed = known.landed[name]
  if (landed !== undefined && landed.to === formatReference(deployed) && landed.revision !== undefined)
    return landed.revision
  const before = pendingStates(known)[name]
  if (before?.from === formatReference(deployed) && before.fromRevision !== undefined) return before.fromRevision
  if (policy.filter === undefined || deployed.tag === undefined) return undefined
  const groups = extractFrom(policy.filter, deployed.tag)?.groups ?? {}
  const id = groups['sha'] ?? groups['commit'] ?? groups['revision'] ?? groups['rev']
  return id !== undefined && /^[0-9a-f]{7,64}$/.test(id) ? id : undefined
}

function shortened({ status, commits, total }: SourceCommits): SourceCommits {
  return {
    status,
    total,
    commits: commits.slice(0, COMMITS_KEPT).map((commit) => ({
      ...commit,
      subject: clip(commit.subject, SUBJECT_LIMIT),
      author: clip(commit.author, SUBJECT_LIMIT),
    })),
  }
}

/** Whose decision stands behind each name that markers use. */
function policiesByMarker(decisions: readonly Decision[]): ReadonlyMap<PolicyName, Decision> {
  return new Map(
    decisions.flatMap((decision) => decision.plan.changes.map(({ policy }) => [policy, decision] as const)),
  )
}

/** Whether a place holds what the plan wrote, or something that the policy calls newer. */
export function holdsAtLeast(
  policy: Policy,
  change: Plan['changes'][number],
  present: Plan['changes'][number]['field'],
  compare: Compare,
): boolean {
  if (present.value === change.to) return true
  const wanted = readValue({ ...present, value: change.to }).tag
  const { tag } = readValue(present)
  if (wanted === undefined || tag === undefined) return change.field.marker.part === 'digest'
  return compare(policy, tag, wanted).verdict !== 'older'
}

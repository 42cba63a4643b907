import type { Finding } from '../core/finding.ts'
import { finding } from '../core/finding.ts'
import type { BranchName, Oid } from '../core/names.ts'
import { blocked } from '../core/plan/built-plan.ts'
import { fieldKeys } from '../core/plan/pending.ts'
import { rewrite, type RewrittenFile } from '../core/plan/rewrite.ts'
import { concerning } from '../core/plan/wish.ts'
import { fieldsByPolicy } from '../core/plan/snapshot.ts'
import { headBranch } from '../core/pull-request/branch.ts'
import { sameText } from '../core/pull-request/body.ts'
import { sameState } from '../core/pull-request/state-reader.ts'
import { NOTHING_WORN } from '../core/pull-request/state.ts'
import { believed, claimed, wearsTheSame } from '../core/pull-request/worn.ts'
import type { GroupReport, Outcome } from '../core/report/report.ts'
import type { PullRequest } from '../ports/forge.ts'
import { comparisonFor } from './ancestry.ts'
import { decideAll, decisionsOnHead, heldBy, planOf } from './decisions.ts'
import type { finishEmpty } from './empty.ts'
import { decorationOf, type Delivered, type Delivery } from './groups.ts'
import { lookUp, readAgain, withoutRejections, type Known } from './known.ts'
import { messageOf } from './message.ts'
import { statesOf, textsOf, withCommits, type Matter, type Texts } from './texts.ts'
import { isAgain, LOST, type Again, type Job, type Scene } from './scene.ts'
import type { Attempt } from './turn.ts'
import { filesOf, isAsWritten, writeCommit, type Brought } from './write.ts'

export const HOLD_LABEL = 'image-bump:hold'

/** One attempt at a group's pull request, on one scene. `LOST`: somebody else moved the branch; look again. */
export async function propose(job: Attempt, delivery: Delivery, looked: Scene): Promise<Delivered | Again> {
  const { group } = delivery
  const branch = headBranch({ base: job.base, group })
  const { known: found, scene } = await lookUp(job, looked, group, branch)
  const respected = scene.view.content.pullRequests.onClosed === 'reopen' ? withoutRejections(found) : found
  const matter = await decideMatter(job, delivery, scene, branch, respected)
  const { known, plan } = matter
  const result = (outcome: Outcome, more: Partial<GroupReport> = {}): Delivered => ({
    report: {
      key: group.key,
      label: group.label,
      outcome,
      branch,
      plan,
      diffs: matter.files,
      ...(known.open === undefined ? {} : { pullRequest: known.open }),
      ...more,
    },
    findings: matter.findings,
  })

  if (known.open?.labels.includes(HOLD_LABEL) === true)
    return result('held', {
      because: `The pull request has the label ${HOLD_LABEL}.`,
      plan: { changes: [], skips: plan.skips },
      diffs: [],
    })
  const isEmpty = plan.changes.length === 0
  // Where people have work on the branch it stays; only what we brought and may not bring any more is taken back.
  const isTheirs = isEmpty && known.open !== undefined && known.live?.byPerson === true
  if (isEmpty && (!isTheirs || job.settings.dryRun)) return await finish(job, matter, result)
  if (job.settings.dryRun) return result('planned')

  job.expect?.(result('updated'))
  const [brought] = await Promise.all([
    bringHead(job, matter, scene),
    // What the text tells of the source comes meanwhile; what goes wrong with that is told when the text is made.
    job.turn.isPatient ? undefined : withNewCommits(job, known, statesOf(job, matter)).catch(() => {}),
  ])
  if (isAgain(brought)) return brought
  const commit = brought?.commit
  // A text that still speaks of values of ours is put right before the branch is left alone.
  const isSilent = Object.keys(known.state?.policies ?? {}).length === 0
  if (isTheirs && commit === undefined && isSilent) return await finish(job, matter, result)
  const written = await writeTexts(job, delivery, matter, commit)
  if (written === LOST) return LOST
  if ((commit !== undefined || written.wrote) && !(await isAsWritten(job, matter, scene, { brought, ...written })))
    return LOST
  const held = written.outcome === 'unchanged' ? heldBack(job, matter) : undefined
  const because = held ?? written.because
  return {
    ...result(held === undefined ? written.outcome : 'held', {
      pullRequest: written.pullRequest,
      ...(because === undefined ? {} : { because }),
      ...(commit === undefined ? {} : { commit }),
    }),
    findings: [...matter.findings, ...written.findings],
  }
}

// Loaded only now: most runs have something to bring.
const finish: typeof finishEmpty = async (...what) => await (await import('./empty.ts')).finishEmpty(...what)

/** Why what was built here is held, where it is: the pull request of others says nothing about it. */
function heldBack({ settings }: Attempt, { decisions }: Matter): string | undefined {
  return heldBy(planOf(decisions.filter(({ policy }) => concerning(policy, settings.images).length > 0)))
}

/** A matter with the files that come out of it. */
interface Decided extends Matter {
  readonly files: readonly RewrittenFile[]
}

async function decideMatter(
  job: Attempt,
  { group, policies }: Delivery,
  scene: Scene,
  branch: BranchName,
  known: Known,
): Promise<Decided> {
  const compare = await comparisonFor(job, policies, scene, known)
  const decisions = decideAll(job, scene, policies, known, compare)
  const { plan, files, findings } = rewrite(scene.view.content.texts, planOf(decisions))
  return {
    group,
    branch,
    decisions,
    plan,
    files,
    known,
    compare,
    pullRequests: scene.view.content.pullRequests,
    findings: [...known.findings, ...decisions.flatMap(blocked), ...findings],
  }
}

/** Brings the head branch to the plan. Undefined: it is there already, and nothing was written. */
async function bringHead(job: Attempt, matter: Decided, scene: Scene): Promise<Brought | undefined | Again> {
  const { known, decisions, group } = matter
  const { live } = known
  if (live === undefined || !live.byPerson) {
    if (live !== undefined && isThere(matter, scene)) return undefined
    return writeCommit(job, {
      branch: matter.branch,
      expected: known.tip,
      parent: scene.view,
      files: filesOf(scene.view, matter.files),
      message: messageOf(job, group, matter, statesOf(job, matter)),
    })
  }
  const onHead = decisionsOnHead(job, scene, live, decisions)
  const { plan, files } = rewrite(live.view.content.texts, planOf(onHead))
  if (plan.changes.length === 0) return undefined
  return writeCommit(job, {
    branch: matter.branch,
    expected: known.tip,
    parent: live.view,
    files: filesOf(live.view, files),
    // It names what it brings itself: our trailers tell what we set from what people set.
    message: messageOf(job, group, { plan, decisions: onHead }),
  })
}

/** Whether the head holds every value and every file of the plan, and nothing that the plan has dropped. */
function isThere({ files, plan, known, decisions }: Decided, scene: Scene): boolean {
  const head = known.live?.view.content
  if (head === undefined) return false
  if (!files.every(({ path, after }) => head.texts.get(path) === after)) return false
  const wanted = new Map(plan.changes.map(({ field, to }) => [field, to]))
  const present = fieldKeys(head.fields)
  const policies = decisions.map(({ policy }) => policy)
  const own = new Set([...fieldsByPolicy(policies, scene.view.content.fields).values()].flat())
  return [...fieldKeys(scene.view.content.fields)].every(([key, field]) => {
    if (!own.has(field)) return true
    return present.get(key)?.value === (wanted.get(field) ?? field.value)
  })
}

interface Written {
  readonly outcome: Outcome
  /** Whether title or body was written. */
  readonly wrote: boolean
  readonly pullRequest: PullRequest
  readonly texts: Texts
  readonly because?: string
  readonly findings: readonly Finding[]
}

/** Opens or updates the pull request, dresses it, and writes down what it wears. Only what differs is written. */
async function writeTexts(
  job: Attempt,
  { policies }: Delivery,
  decided: Decided,
  commit: Oid | undefined,
): Promise<Written | typeof LOST> {
  const moved = commit !== undefined
  const { forge } = job.ports
  const { open } = decided.known
  const known = open !== undefined && moved ? await readAgain(job, { ...decided.known, open }) : decided.known
  const matter = { ...decided, known }
  const { draft, ...decoration } = decorationOf(matter.pullRequests, {
    group: policies,
    moved: matter.decisions.filter(({ plan }) => plan.changes.length > 0).map(({ policy }) => policy),
  })
  const before = believed(known.state?.decorated ?? NOTHING_WORN, open?.everWorn ?? {})
  const states = await withNewCommits(job, known, statesOf(job, matter))
  const said = open === undefined ? claimed(decoration) : before
  const first = textsOf(job, matter, states, said)

  const isSaid = known.state !== undefined && sameState(known.state, first.state)
  if (job.turn.isPatient && !(isSaid && known.open?.title === first.title)) return LOST
  let pullRequest = known.open
  if (pullRequest === undefined)
    pullRequest = await forge.open({ head: matter.branch, base: job.base, title: first.title, body: first.body, draft })
  if (pullRequest.state !== 'open') return LOST
  // Another run opened it since we looked, and what it says of its own values is not to be written over.
  if (open === undefined && !sameText(pullRequest.body, first.body)) return LOST
  // Merging is bound to a commit, and the pull request that was found still shows the one before.
  const shown = commit === undefined ? pullRequest : { ...pullRequest, headOid: commit }
  const { worn, failures, merge } = job.turn.isPatient
    ? ({ worn: before, failures: [], merge: 'none' } as const)
    : await forge.decorate(shown, decoration, before)
  const texts = wearsTheSame(said, worn) ? first : textsOf(job, matter, states, worn)
  // An older build that came by changes nothing: what it was told stands in its own summary.
  const saysTheSame = !moved && known.state !== undefined && sameState(known.state, texts.state)
  const patch = {
    ...(texts.title === pullRequest.title ? {} : { title: texts.title }),
    ...(saysTheSame || sameText(texts.body, pullRequest.body) ? {} : { body: texts.body }),
  }
  const wrote = Object.keys(patch).length > 0
  if (wrote) pullRequest = await forge.update(pullRequest.number, patch)
  // Merged or closed by others while we wrote: the branch may carry a commit that no pull request shows.
  if (pullRequest.state !== 'open' && moved && merge !== 'merged') return LOST
  const outcome = open === undefined ? 'opened' : moved || wrote ? 'updated' : 'unchanged'
  return {
    outcome,
    ...(outcome === 'unchanged' ? { because: 'The pull request stays as it is.' } : {}),
    // A head of ours alone is rebuilt on base and never conflicts; what people committed to may.
    ...(known.live?.byPerson === true && pullRequest.mergeable === false ? { because: CONFLICT } : {}),
    wrote: wrote || open === undefined,
    pullRequest,
    texts,
    ...MERGING[merge],
    findings: failures.map(({ what, reason }) =>
      finding('DECORATION_FAILED', { what: `${what} (#${pullRequest.number})`, reason }),
    ),
  }
}

const MERGING = {
  none: {},
  armed: { because: 'It merges by itself when its checks have passed.' },
  queued: { because: 'It was put into the merge queue.' },
  merged: { because: 'Nothing was left to wait for, so it was merged at once.' },
} as const

type PolicyStates = Awaited<ReturnType<typeof withCommits>>

/** Commits are asked for only where something is new: a run that comes by again is silent. */
async function withNewCommits(job: Job, { state }: Known, policies: PolicyStates): Promise<PolicyStates> {
  const isKnown = state !== undefined && sameState(state, { ...state, policies })
  return isKnown ? policies : await withCommits(job, policies)
}

const CONFLICT = 'It conflicts with the base branch, and people have committed to it: resolve that on its branch.'

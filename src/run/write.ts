import { BumpError } from '../core/errors.ts'
import type { BranchName, Oid, PolicyName } from '../core/names.ts'
import { quote } from '../core/image/reference.ts'
import { fieldKeys } from '../core/plan/pending.ts'
import type { RewrittenFile } from '../core/plan/rewrite.ts'
import type { Marked } from '../core/plan/snapshot.ts'
import { sameText } from '../core/pull-request/body.ts'
import { headPrefix } from '../core/pull-request/branch.ts'
import { readState } from '../core/pull-request/state-reader.ts'
import type { PolicyState } from '../core/pull-request/state.ts'
import type { PullRequest } from '../ports/forge.ts'
import type { NewFile } from '../ports/repository.ts'
import { entryOf, readHead, type View } from './read.ts'
import { LOST, OUTRUN, type Again, type Job, type Scene } from './scene.ts'
import type { Attempt } from './turn.ts'
import { holdsAtLeast, type Matter, type Texts } from './texts.ts'

export interface Writing {
  readonly branch: BranchName
  /** Where the branch must stand; undefined: it must not exist. */
  readonly expected: Oid | undefined
  readonly parent: View<Marked>
  readonly files: readonly NewFile[]
  readonly message: string
}

/** Files of a rewrite as bytes, with the entries they replace. */
export function filesOf(view: View<Marked>, files: readonly RewrittenFile[]): readonly NewFile[] {
  const encoder = new TextEncoder()
  return files.map(({ path, after }) => ({ entry: entryOf(view, path), bytes: encoder.encode(after) }))
}

/**
 * Makes the commit, whole, before the branch moves, and moves it once. Where the tree is known beforehand it must come out;
 * `isAsWritten` reads back what does not say so of itself.
 */
export async function writeCommit(job: Attempt, writing: Writing): Promise<Brought | Again> {
  const { tickets, isPatient } = job.turn
  if (isPatient) return LOST
  const { repository, writer } = job.ports
  const parent = writing.parent.commit
  const [{ tree: parentTree }, tree] = await Promise.all([
    repository.commit(parent),
    repository.treeWith(parent, writing.files),
  ])
  const move = await writer.commit({
    branch: writing.branch,
    expected: writing.expected,
    parent,
    parentTree,
    ...(tree === undefined ? {} : { tree }),
    files: writing.files,
    message: writing.message,
    ...(tickets.length === 0 ? {} : { alsoDelete: tickets }),
    author: job.settings.author,
  })
  return move.kind === 'moved' ? { commit: move.commit, isProven: tree !== undefined } : OUTRUN
}

/** A commit that the branch was moved to. */
export interface Brought {
  readonly commit: Oid
  /** Whether its tree is known to be the one that was wanted: a tree's id names every byte below it. */
  readonly isProven: boolean
}

/** What was written and is to be read back. */
export interface Proposed {
  /** Undefined: the head held every value already. */
  readonly brought: Brought | undefined
  readonly pullRequest: PullRequest
  readonly texts: Texts
}

/**
 * Reads branch and pull request back. False: another run moved the branch on, and our values are not in it, or the pull
 * request may say less than it: look again.
 * @throws {BumpError} NOT_AS_WRITTEN: nobody moved it, and yet it does not hold what was written
 */
export async function isAsWritten(job: Job, matter: Matter, scene: Scene, proposed: Proposed): Promise<boolean> {
  const { repository, forge } = job.ports
  const tip = await tipNow(job, matter, proposed)
  // Merged and deleted already: the pull request was there, and somebody was quick.
  if (tip === undefined) return true
  const isOurs = tip === (proposed.brought?.commit ?? matter.known.tip)
  if (isOurs && (proposed.brought === undefined || proposed.brought.isProven)) return true
  const present = fieldKeys((await readHead(repository, tip, scene.view)).content.fields)
  const keys = new Map([...fieldKeys(scene.view.content.fields)].map(([key, field]) => [field, key]))
  const missing = matter.decisions.flatMap(({ policy, plan: { changes } }) =>
    changes.filter((change) => {
      const there = present.get(keys.get(change.field) ?? '')
      return there !== undefined && !holdsAtLeast(policy, change, there, matter.compare)
    }),
  )
  const [first] = missing
  if (first === undefined)
    return isOurs || saysNoLess((await forge.read(proposed.pullRequest.number)).body, proposed.texts)
  if (!isOurs) return false
  throw new BumpError('NOT_AS_WRITTEN', [
    {
      place: first.field.place,
      message: `after the push, ${matter.branch} does not hold ${quote(first.to)} here. Look at the branch before merging.`,
    },
  ])
}

/** Where the branch stands. A pull request that was written after the move, and shows our commit, has said so already. */
async function tipNow({ ports, base }: Job, { branch }: Matter, { brought, pullRequest }: Proposed) {
  const isSaid = brought !== undefined && pullRequest.headOid === brought.commit
  if (isSaid && (brought.isProven || ports.repository.knows?.(brought.commit) === true)) return brought.commit
  return (await ports.repository.fetch(base, headPrefix({ base }))).get(branch)
}

/**
 * Whether the body that stands there now was written by a run that knew ours. One that is our own may have replaced the
 * text of the run that moved the branch on; one that lacks where our values come from was written by a run that had not
 * read them yet.
 */
function saysNoLess(body: string, { body: ours, state }: Texts): boolean {
  const reading = readState(body)
  if (sameText(body, ours) || reading.kind !== 'found') return false
  const now = reading.state.policies
  return (Object.entries(state.policies) as [PolicyName, PolicyState][]).every(
    ([name, { to, run, revision }]) =>
      now[name] === undefined || now[name].to !== to || (now[name].run === run && now[name].revision === revision),
  )
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBranchName } from '../../core/git/branch-name.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import { asTicket, queuePrefix } from '../../core/pull-request/queue.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { Remote } from './remote.ts'

/** What one fetch brought. */
export interface FetchedTips {
  /** Of the base branch, or of HEAD where that was asked for. */
  readonly base: Oid | undefined
  /** Branches of ours. */
  readonly heads: readonly [BranchName, Oid][]
  readonly tickets: readonly Ticket[]
}

// Refs of ours that keep the fetched tips, so that a second fetch asks only for what is new.
const BASE = 'refs/image-bump/base'
const HEADS = 'refs/image-bump/heads/'

/** The refspec of a base: a branch, or HEAD. */
export function baseSpec(ref: `refs/heads/${string}` | 'HEAD'): string {
  return `+${ref}:${BASE}`
}

/** The refspecs of everything of ours that belongs to one base. */
export function headSpecs(headPrefix: string): readonly string[] {
  const queues = queuePrefix(headPrefix)
  return [`+refs/heads/${headPrefix}*:${HEADS}${headPrefix}*`, `+${queues}*:${queues}*`]
}

/**
 * What the last fetch brought, from the file it leaves: a line for each ref, which saves asking git with a process of its own.
 * @param base the branch that was fetched as the base; undefined: HEAD was
 * @see git-fetch(1), FETCH_HEAD; the form of the lines is that of git's builtin/fetch.c, the same since 2005
 */
export async function fetchedTips(
  { gitDir }: Pick<Remote, 'gitDir'>,
  base: BranchName | undefined,
): Promise<FetchedTips> {
  const text = await readFile(join(gitDir, 'FETCH_HEAD'), 'utf8')
  let tip: Oid | undefined
  const heads: [BranchName, Oid][] = []
  const tickets: Ticket[] = []
  for (const line of text.split('\n')) {
    const { oid, branch, ref } = readLine(line)
    if (oid === undefined) continue
    const ticket = ref === undefined ? undefined : asTicket(ref)
    if (ticket !== undefined) tickets.push({ ref: ticket, oid })
    if (branch === base && ref === undefined) tip = oid
    // A branch with a name outside our rule is none of ours.
    const name = branch === undefined || branch === base ? undefined : checkBranchName(branch)
    if (name?.ok === true) heads.push([name.value, oid])
  }
  return { base: tip, heads, tickets }
}

interface FetchedLine {
  readonly oid?: Oid
  /** Undefined for HEAD, and for what is no branch. */
  readonly branch?: string
  /** Full name of what is no branch; undefined for HEAD. */
  readonly ref?: string
}

// No name of a ref holds a space, so the first "' of " ends it.
const LINE = /^([0-9a-f]{40,64})\t(?:not-for-merge)?\t(?:(branch )?'(\S+)' of )?/

function readLine(line: string): FetchedLine {
  const [, oid, isBranch, name] = LINE.exec(line) ?? []
  if (oid === undefined) return {}
  if (name === undefined) return { oid: oid as Oid }
  return isBranch === undefined ? { oid: oid as Oid, ref: name } : { oid: oid as Oid, branch: name }
}

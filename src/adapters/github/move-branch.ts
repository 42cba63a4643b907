import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { GithubClient, Request } from './client.ts'
import { behind, type RemoteFailure } from './http/remote-failure.ts'
import { parseSlug } from './slug.ts'

export interface RefMove {
  readonly branch: BranchName
  /** Undefined: the branch must not exist. */
  readonly from: Oid | undefined
  /** Undefined: the branch is to be deleted. */
  readonly to: Oid | undefined
  /** Whether `to` is a child of `from`. */
  readonly isFastForward: boolean
  /** What goes with the move, both or neither; where that cannot be, the branch moves alone. */
  readonly alsoDelete?: readonly Ticket[]
}

/** One ref that is to move from where it is expected. */
export interface RefSwap {
  /** Full name. */
  readonly ref: string
  readonly from: Oid | undefined
  readonly to: Oid | undefined
}

const MOST_TRIES = 4

/**
 * Moves a branch by compare-and-swap with GraphQL's `updateRefs`.
 * Whatever goes wrong, the branch itself says what happened: at `to`, the answer was lost; elsewhere, the swap was; still at
 * `from`, the failure is real.
 */
export async function moveBranch(
  client: GithubClient,
  repository: string,
  repositoryId: string,
  move: RefMove,
): Promise<'moved' | 'lost'> {
  const { alsoDelete = [], branch, from, to } = move
  if (alsoDelete.length === 0) return await moveAlone(client, repository, repositoryId, move)
  const request = { ...about('move the branch', repository, branch), repeatable: false }
  const deletions = alsoDelete.map(({ ref, oid }) => ({ ref, from: oid, to: undefined }))
  try {
    await updateRefs(client, request, repositoryId, [{ ref: `refs/heads/${branch}`, from, to }, ...deletions])
    return 'moved'
  } catch {
    // Which of the refs is the reason is not said.
    const tip = await readTip(client, repository, branch)
    if (tip !== from) return tip === to ? 'moved' : 'lost'
  }
  const kind = await moveAlone(client, repository, repositoryId, move)
  if (kind === 'moved') await deleteEach(client, repository, alsoDelete)
  return kind
}

const MOST_DELETED = 20

/** As far as it goes: what stays is taken for what it is by whoever comes next. */
async function deleteEach(client: GithubClient, repository: string, tickets: readonly Ticket[]): Promise<void> {
  const request = { to: 'clear the queue', repository, permission: 'contents: write', repeatable: false }
  for (const { ref } of tickets.slice(0, MOST_DELETED))
    try {
      const name = ref.replace(/^refs\//, '')
      await client.rest(request, (api) => api.git.deleteRef({ ...parseSlug(repository), ref: name }))
    } catch (error) {
      // Gone is what was wanted; anything else will not go better with the next.
      if (behind(error)?.status !== 422 && behind(error)?.status !== 404) return
    }
}

async function moveAlone(
  client: GithubClient,
  repository: string,
  repositoryId: string,
  move: RefMove,
): Promise<'moved' | 'lost'> {
  const request = { ...about('move the branch', repository, move.branch), repeatable: false }
  const swap = { ref: `refs/heads/${move.branch}`, from: move.from, to: move.to }
  for (let attempt = 0; ; attempt += 1) {
    try {
      await updateRefs(client, request, repositoryId, [swap])
      return 'moved'
    } catch (error) {
      if (lacksUpdateRefs(behind(error))) return compareThenMove(client, repository, move)
      if (!mayHaveHappened(error)) throw error
      const tip = await readTip(client, repository, move.branch)
      if (tip === move.to) return 'moved'
      if (tip !== move.from) return 'lost'
      // GitHub's own word for it, where the read came from a copy that lags.
      if (behind(error)?.hasType('STALE_DATA') === true) return 'lost'
      if (!isPassing(error) || attempt + 1 >= MOST_TRIES) throw error
      await client.backOff(attempt)
    }
  }
}

function about(to: string, repository: string, branch: BranchName) {
  return { to, repository, branch, permission: 'contents: write' }
}

/** Moves refs from where they are expected, all or none. @throws {BumpError} where it cannot be said that they moved */
export async function updateRefs(
  client: GithubClient,
  request: Request,
  repositoryId: string,
  swaps: readonly RefSwap[],
): Promise<void> {
  const refUpdates = swaps.map(({ ref, from, to }) => {
    const none = '0'.repeat((to ?? from ?? '').length)
    return { name: ref, beforeOid: from ?? none, afterOid: to ?? none, force: true }
  })
  const document = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'
  // A repetition after a lost answer would compare with the old tip and call our own move a lost race.
  await client.graphql({ ...request, repeatable: false }, document, { input: { repositoryId, refUpdates } })
}

// Not what GitHub refused before it looked at the branch: then the branch need not be asked.
function mayHaveHappened(error: unknown): boolean {
  return error instanceof BumpError && !['BAD_TOKEN', 'RATE_LIMITED', 'PERMISSION_MISSING'].includes(error.code)
}

// No answer, or another writer holding git's lock file at that moment.
function isPassing(error: unknown): boolean {
  const isTransient = error instanceof BumpError && error.code === 'REMOTE_UNAVAILABLE'
  return isTransient || behind(error)?.says(/\block/i) === true
}

function lacksUpdateRefs(failure: RemoteFailure | undefined): boolean {
  if (failure === undefined) return false
  return failure.hasCode('undefinedField') || failure.says(/updateRefs.*doesn't exist|UpdateRefsInput isn't a defined/)
}

/**
 * For GitHub Enterprise Server that does not know `updateRefs`: read, compare, then write. Creation, and a move to a child,
 * still cannot overwrite another writer; a forced move and a deletion can, in the moment between the two requests.
 */
async function compareThenMove(client: GithubClient, repository: string, move: RefMove): Promise<'moved' | 'lost'> {
  const before = await readTip(client, repository, move.branch)
  if (before === move.to) return 'moved'
  if (before !== move.from) return 'lost'
  try {
    await writeRef(client, repository, move)
    return 'moved'
  } catch (error) {
    if (!mayHaveHappened(error)) throw error
    const tip = await readTip(client, repository, move.branch)
    if (tip === move.to) return 'moved'
    if (tip !== move.from) return 'lost'
    throw error
  }
}

async function writeRef(client: GithubClient, repository: string, { branch, from, to, isFastForward }: RefMove) {
  const slug = parseSlug(repository)
  const request = { ...about('move the branch', repository, branch), repeatable: false }
  const ref = `heads/${branch}`
  if (to === undefined) await client.rest(request, (api) => api.git.deleteRef({ ...slug, ref }))
  else if (from === undefined)
    await client.rest(request, (api) => api.git.createRef({ ...slug, ref: `refs/${ref}`, sha: to }))
  else await client.rest(request, (api) => api.git.updateRef({ ...slug, ref, sha: to, force: !isFastForward }))
}

async function readTip(client: GithubClient, repository: string, branch: BranchName): Promise<Oid | undefined> {
  const request = { ...about('read the branch', repository, branch), permission: 'contents: read', repeatable: true }
  try {
    const found = await client.rest(request, (api) =>
      api.git.getRef({ ...parseSlug(repository), ref: `heads/${branch}` }),
    )
    return found.object.sha as Oid
  } catch (error) {
    if (behind(error)?.status === 404) return undefined
    throw error
  }
}

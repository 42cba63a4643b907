import { checkBranchName } from '../../core/git/branch-name.ts'
import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import { asTicket, queuePrefix } from '../../core/pull-request/queue.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { CommitFacts, Repository } from '../../ports/repository.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { walkAhead } from './history.ts'
import { runGit, type GitCall, type GitResult } from './process.ts'
import { connect, FETCH, type Remote, type RemoteOptions } from './remote.ts'

/** What the branch writer shares with the repository it writes to. */
export interface RemoteRepository extends Repository {
  readonly remote: Remote
  /** False: only files that the policy file calls for were searched. */
  isWhole(): boolean
  /** Ends the processes and removes the temporary folder. */
  close(): Promise<void>
}

/**
 * Opens a remote repository through a bare, shallow one in a temporary folder. The remote is asked by `fetch`, not before.
 * @throws {BumpError} BAD_INPUT, BAD_TOKEN, BAD_CALL (no git)
 */
export async function openRemote(options: RemoteOptions): Promise<RemoteRepository> {
  const remote = await connect(options)
  return { remote, isWhole: () => true, close: remote.close, ...reading(remote) }
}

/** Fetches the branches that the refspecs name, at depth 1; `fetch` and how every fetch begins are in `args`. */
export type FetchTips = (
  args: readonly string[],
  specs: readonly string[],
  call: Omit<GitCall, 'access'>,
) => Promise<GitResult>

// Refs of ours that keep the fetched tips, so that a second fetch asks only for what is new.
const BASE = 'refs/image-bump/base'
const HEADS = 'refs/image-bump/heads/'
const NO_BRANCH = /couldn't find remote ref/
const NAMES_SHOWN = 20

/**
 * The repository behind a remote.
 * @param fetchTips how the tips come; with all their objects by default
 */
export function reading(
  remote: Remote,
  fetchTips: FetchTips = async (args, specs, call) =>
    await remote.git([...args, '--end-of-options', remote.access.url, ...specs], call),
): Repository {
  const { access, contents, git } = remote
  let last: { readonly branch: BranchName; readonly tip: Oid } | undefined
  let waiting: readonly Ticket[] = []
  const walks = new Map<string, Promise<readonly CommitFacts[]>>()
  return {
    search: contents.search,
    entry: contents.entry,
    readBlobs: contents.readBlobs,
    commit: contents.commit,
    treeWith: async (oid, files) =>
      (
        await contents.treeWith(
          oid,
          files.map(({ entry: { path }, bytes }) => ({ path, bytes })),
        )
      ).tree,
    waiting: () => waiting,
    async defaultBranch() {
      const { stdout } = await git(['ls-remote', '--quiet', '--symref', '--end-of-options', access.url, 'HEAD'])
      const name = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(stdout.toString('utf8'))?.[1]
      if (name !== undefined) return checked(name)
      throw new BumpError('BASE_NOT_FOUND', `${access.url} has no commits, or no default branch. Name the base branch.`)
    },
    async fetch(branch, headPrefix) {
      checked(branch)
      checked(`${headPrefix}x`)
      const queues = queuePrefix(headPrefix)
      const specs = [
        `+refs/heads/${branch}:${BASE}`,
        `+refs/heads/${headPrefix}*:${HEADS}${headPrefix}*`,
        `+${queues}*:${queues}*`,
      ]
      const { exitCode } = await fetchTips([...FETCH, '--depth=1', '--prune'], specs, {
        answers: ({ exitCode, stderr }) => exitCode === 0 || NO_BRANCH.test(stderr),
      })
      if (exitCode !== 0) throw await noBranch(remote, branch)
      const { base, heads, tickets } = await fetchedTips(remote)
      waiting = tickets
      last = { branch, tip: base }
      return new Map([...heads, [branch, base]])
    },
    async commitsAhead(base, head) {
      if (last?.tip !== base) throw new BumpError('BUG', 'commitsAhead wants the base that was fetched last.')
      const { branch } = last
      const key = `${base}..${head}`
      const history = { commit: contents.commit, fetchAhead: async (tip: Oid) => await fetchAhead(remote, tip, branch) }
      const walk = walks.get(key) ?? walkAhead(history, base, head)
      walks.set(key, walk)
      walk.catch(() => walks.delete(key)) // asked again, it may work
      return await walk
    },
  }
}

interface Fetched {
  readonly base: Oid
  readonly heads: readonly [BranchName, Oid][]
  readonly tickets: readonly Ticket[]
}

async function fetchedTips({ gitDir }: Remote): Promise<Fetched> {
  const { stdout } = await runGit(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/image-bump/'], { gitDir })
  let base: Oid | undefined
  const heads: [BranchName, Oid][] = []
  const tickets: Ticket[] = []
  for (const line of stdout.toString('utf8').split('\n')) {
    const [oid = '', ref = ''] = line.split(' ')
    if (ref === BASE) base = oid as Oid
    const ticket = asTicket(ref)
    if (ticket !== undefined) tickets.push({ ref: ticket, oid: oid as Oid })
    // A branch with a name outside our rule is none of ours.
    const name = checkBranchName(ref.slice(HEADS.length))
    if (ref.startsWith(HEADS) && name.ok) heads.push([name.value, oid as Oid])
  }
  if (base === undefined) throw new BumpError('BUG', 'The fetch left no base behind.')
  return { base, heads, tickets }
}

async function noBranch({ access, git }: Remote, branch: BranchName): Promise<BumpError> {
  const { stdout } = await git(['ls-remote', '--quiet', '--heads', '--end-of-options', access.url])
  const names = [...stdout.toString('utf8').matchAll(/\trefs\/heads\/(.+)$/gm)]
    .map(([, name = '']) => checkBranchName(name))
    .flatMap((name) => (name.ok ? [name.value] : []))
  const [shown, more] = [names.slice(0, NAMES_SHOWN).join(', '), names.length > NAMES_SHOWN ? ', …' : '']
  const there = names.length === 0 ? 'It has no branches.' : `It has: ${shown}${more}.`
  return new BumpError('BASE_NOT_FOUND', `${access.url} has no branch ${branch}. ${there}`)
}

function checked(name: string): BranchName {
  const parsed = checkBranchName(name)
  if (!parsed.ok) throw new BumpError('BAD_INPUT', `${parsed.reason}.`)
  return parsed.value
}

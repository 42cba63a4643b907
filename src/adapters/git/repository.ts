import { checkBranchName } from '../../core/git/branch-name.ts'
import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import { headPrefix } from '../../core/pull-request/branch.ts'
import { queuePrefix } from '../../core/pull-request/queue.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { CommitFacts, Repository } from '../../ports/repository.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { walkAhead } from './history.ts'
import { searchedOnce, searching } from './mentioning.ts'
import type { GitCall, GitResult } from './process.ts'
import { connect, FETCH, type Remote, type RemoteOptions } from './remote.ts'
import { baseSpec, fetchedTips, headSpecs, type FetchedTips } from './tips.ts'

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
 * @throws {BumpError} BAD_INPUT, BAD_TOKEN
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

// The last of two that say the opposite counts.
const TIPS = [...FETCH, '--write-fetch-head', '--depth=1', '--prune'] as const
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
  const { contents } = remote
  const early = earlyTips(remote, fetchTips)
  let last: { readonly branch: BranchName; readonly tip: Oid } | undefined
  let waiting: readonly Ticket[] = []
  const walks = new Map<string, Promise<readonly CommitFacts[]>>()
  return {
    search: searchedOnce(searching(contents)),
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
      early.begin()
      const { branch, tips } = await askHead(remote)
      early.named(branch, tips.get('HEAD'))
      return branch
    },
    async fetch(branch, headPrefix) {
      checked(branch)
      checked(`${headPrefix}x`)
      const { base, heads, tickets } =
        (await early.take(branch, headPrefix)) ?? (await fetchBranch(remote, fetchTips, branch, headPrefix))
      if (base === undefined) throw new BumpError('BUG', 'The fetch left no base behind.')
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

/**
 * Asks for the branch that HEAD names, and where refs with these full names stand.
 * @throws {BumpError} BASE_NOT_FOUND where there is no such branch
 */
export async function askHead(
  remote: Remote,
  refs: readonly string[] = [],
): Promise<{ readonly branch: BranchName; readonly tips: ReadonlyMap<string, Oid> }> {
  const { text, tips } = await askRefs(remote, ['HEAD', ...refs])
  const name = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(text)?.[1]
  if (name === undefined)
    throw new BumpError(
      'BASE_NOT_FOUND',
      `${remote.access.url} has no commits, or no default branch. Name the base branch.`,
    )
  return { branch: checked(name), tips }
}

/** Asks where refs with these full names stand; one that does not exist is absent. */
export async function askRefs(
  { access, ask }: Remote,
  refs: readonly string[],
): Promise<{ readonly text: string; readonly tips: ReadonlyMap<string, Oid> }> {
  const { stdout } = await ask(['ls-remote', '--quiet', '--symref', '--end-of-options', access.url, ...refs])
  const text = stdout.toString('utf8')
  // ls-remote matches the end of names, so `refs/x/refs/heads/…` comes too, under a name of its own.
  const lines = [...text.matchAll(/^([0-9a-f]{40,64})\t(.+)$/gm)]
  return { text, tips: new Map(lines.map(([, oid, ref]) => [ref ?? '', oid as Oid] as const)) }
}

async function fetchBranch(
  remote: Remote,
  fetchTips: FetchTips,
  branch: BranchName,
  headPrefix: string,
): Promise<FetchedTips> {
  const specs = [baseSpec(`refs/heads/${branch}`), ...headSpecs(headPrefix)]
  const { exitCode } = await fetchTips(TIPS, specs, {
    answers: ({ exitCode, stderr }) => exitCode === 0 || NO_BRANCH.test(stderr),
  })
  if (exitCode !== 0) throw await noBranch(remote, branch)
  return await fetchedTips(remote, branch)
}

/**
 * A fetch that does not wait for the name of the default branch: HEAD is it, and where it has one of the usual names, what is
 * of ours beside it comes along.
 */
function earlyTips(remote: Remote, fetchTips: FetchTips) {
  let fetching: Promise<FetchedTips> | undefined
  let known: { readonly branch: BranchName; readonly tip: string | undefined } | undefined
  const fetchHead = async (): Promise<FetchedTips> => {
    const prefixes = USUAL.map((base) => headPrefix({ base: base as BranchName }))
    await fetchTips(TIPS, [baseSpec('HEAD'), ...prefixes.flatMap(headSpecs)], {})
    return await fetchedTips(remote, undefined)
  }
  return {
    begin: () => {
      fetching ??= fetchHead()
      fetching.catch(() => {}) // what is wrong is told by whoever asks for the branch by its name
    },
    named: (branch: BranchName, tip: string | undefined) => {
      known = { branch, tip }
    },
    /** What it brought, once; undefined where that is not the branch, or not all. */
    async take(branch: BranchName, prefix: string): Promise<FetchedTips | undefined> {
      const tips = await fetching?.catch(() => undefined)
      fetching = undefined
      const isBranch = tips?.base !== undefined && known?.branch === branch && known.tip === tips.base
      if (!isBranch || !USUAL.includes(branch) || prefix !== headPrefix({ base: branch })) return undefined
      const queues = queuePrefix(prefix)
      return {
        base: tips.base,
        heads: tips.heads.filter(([name]) => name.startsWith(prefix)),
        tickets: tips.tickets.filter(({ ref }) => ref.startsWith(queues)),
      }
    },
  }
}

const USUAL: readonly string[] = ['main', 'master']

async function noBranch({ access, ask }: Remote, branch: BranchName): Promise<BumpError> {
  const { stdout } = await ask(['ls-remote', '--quiet', '--heads', '--end-of-options', access.url])
  const names = [...stdout.toString('utf8').matchAll(/\trefs\/heads\/(.+)$/gm)]
    .map(([, name = '']) => checkBranchName(name))
    .flatMap((name) => (name.ok ? [name.value] : []))
  const [shown, more] = [names.slice(0, NAMES_SHOWN).join(', '), names.length > NAMES_SHOWN ? ', …' : '']
  const there = names.length === 0 ? 'It has no branches.' : `It has: ${shown}${more}.`
  return new BumpError('BASE_NOT_FOUND', `${access.url} has no branch ${branch}. ${there}`)
}

/** @throws {BumpError} BAD_INPUT */
export function checked(name: string): BranchName {
  const parsed = checkBranchName(name)
  if (!parsed.ok) throw new BumpError('BAD_INPUT', `${parsed.reason}.`)
  return parsed.value
}

import type { RestEndpointMethodTypes } from '@octokit/rest'
import { BumpError } from '../../../core/errors.ts'
import type { Oid } from '../../../core/names.ts'
import type { CommitFacts } from '../../../ports/repository.ts'
import type { GithubClient } from '../client.ts'
import { parseSlug } from '../slug.ts'

/** How one commit differs from another, whole. */
export interface Difference {
  /** Every path at which the two trees may differ, and whether something stands there in the second. */
  readonly paths: ReadonlyMap<string, 'present' | 'absent'>
  /** Commits of the second that the first has not. */
  readonly ahead: number
}

export interface Comparer {
  /** Asks how two commits that stand beside each other differ, for whoever wants to know soon. */
  prepare(from: Oid, to: Oid): void
  /**
   * @param isBeside `to` is known not to stand on `from`, so both directions are asked about at once
   * @throws where GitHub does not show all of it
   */
  difference(from: Oid, to: Oid, isBeside: boolean): Promise<Difference>
  /**
   * Commits of `to` that `from` has not, newest first.
   * @throws where GitHub does not show all of them, or they are no single line
   */
  commitsAhead(from: Oid, to: Oid): Promise<readonly CommitFacts[]>
}

type Answer = RestEndpointMethodTypes['repos']['compareCommitsWithBasehead']['response']['data']

/** Compares commits of one repository; each pair is asked about once. */
export function openComparer(client: GithubClient, repository: string): Comparer {
  const asked = new Map<string, Promise<Answer>>()
  const ask = async (from: Oid, to: Oid): Promise<Answer> => {
    const basehead = `${from}...${to}`
    const request = { to: 'compare commits', repository, permission: 'contents: read', repeatable: true }
    // Without a page: up to 250 commits come at once, and up to 300 files.
    const answer =
      asked.get(basehead) ??
      client.rest(request, (api) => api.repos.compareCommitsWithBasehead({ ...parseSlug(repository), basehead }))
    asked.set(basehead, answer)
    return await answer
  }
  return {
    prepare(from, to) {
      // What goes wrong is told to whoever asks.
      for (const asking of [ask(from, to), ask(to, from)]) asking.catch(() => {})
    },
    async difference(from, to, isBeside) {
      const [there] = await Promise.all([ask(from, to), isBeside ? ask(to, from) : undefined])
      const paths = pathsOf(there)
      const { ahead_by: ahead, behind_by: behind, merge_base_commit: mergeBase } = there
      if (behind === 0) return { paths, ahead }
      // The files are those that changed since the two parted; what changed on the other side since then is the rest.
      const back = await ask(to, from)
      if (back.merge_base_commit.sha !== mergeBase.sha) throw new BumpError('REMOTE_REFUSED', 'they parted twice')
      const others = [...pathsOf(back, 'before')].filter(([path]) => !paths.has(path))
      return { paths: new Map([...paths, ...others]), ahead }
    },
    async commitsAhead(from, to) {
      const { commits, total_commits: total } = await ask(from, to)
      if (commits.length !== total) throw new BumpError('REMOTE_REFUSED', `${total} commits are too many to show`)
      const facts = commits.map((commit) => ({
        oid: commit.sha as Oid,
        tree: commit.commit.tree.sha as Oid,
        parents: commit.parents.map(({ sha }) => sha as Oid),
        message: commit.commit.message,
      }))
      const isLine = facts.every(
        ({ parents }, index) => parents.length === 1 && (index === 0 || parents[0] === facts[index - 1]?.oid),
      )
      if (!isLine) throw new BumpError('REMOTE_REFUSED', 'the commits are no single line')
      return facts.reverse()
    },
  }
}

// GitHub lists no more, and does not say that it left some out.
const MOST_FILES = 300

/** Changed paths, and whether there is something after the change, or before it. */
function pathsOf({ files }: Answer, side: 'after' | 'before' = 'after'): ReadonlyMap<string, 'present' | 'absent'> {
  if (files === undefined || files.length >= MOST_FILES)
    throw new BumpError('REMOTE_REFUSED', `${MOST_FILES} files changed, or more`)
  const paths = new Map<string, 'present' | 'absent'>()
  const [gone, come] = side === 'after' ? (['absent', 'present'] as const) : (['present', 'absent'] as const)
  // A file may be listed as the old name of one and as the new name of another: what is there is said last.
  for (const { previous_filename: old, status } of files)
    if (old !== undefined && status === 'renamed') paths.set(old, gone)
  for (const { filename, status } of files) {
    const isNew = status === 'added' || status === 'renamed' || status === 'copied'
    paths.set(filename, status === 'removed' ? gone : isNew ? come : 'present')
  }
  return paths
}

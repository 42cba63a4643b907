import type { Oid } from '../../core/names.ts'
import { NOTHING_IN_COMMON } from './blobs.ts'
import { runGit } from './process.ts'
import { FETCH, type Remote } from './remote.ts'
import type { FetchTips } from './repository.ts'

/** How the tips of branches come without their blobs, as long as that pays. */
export interface PartialTips {
  readonly fetch: FetchTips
  /** Whether anything was fetched this way. */
  readonly haveCome: () => boolean
  /** Whether everything is here, and comes from now on. */
  readonly areWhole: () => boolean
  /** Remembers commits that were fetched. */
  readonly came: (commits: readonly Oid[]) => void
  /** Gets all objects of every commit that came without its files, and of this one; leaves nothing out from now on. */
  readonly getAll: (commit?: Oid) => Promise<void>
}

/**
 * Fetches tips with trees and without blobs. A server that sends everything all the same, or refuses to leave out, is told
 * about once, and gets no such question again.
 */
export function partialTips({ access, git, gitDir }: Remote, note: (text: string) => void): PartialTips {
  let [whole, begun] = [false, false]
  const isComplete = new Map<Oid, boolean>()
  // git keeps the filter in the configuration, and would put it into every fetch to come.
  const leaveNothingOut = async (): Promise<void> => {
    whole = true
    const key = `remote.${access.url}.partialclonefilter`
    await runGit(['config', '--unset-all', key], {
      gitDir,
      answers: ({ exitCode }) => exitCode === 0 || exitCode === 5,
    })
  }
  return {
    haveCome: () => begun,
    areWhole: () => whole,
    async fetch(args, specs, call) {
      begun = true
      const where = ['--end-of-options', access.url, ...specs]
      if (whole) return await git([...args, ...where], call)
      const result = await git([...args, '--filter=blob:none', ...where], {
        ...call,
        answers: (result) => REFUSED.test(result.stderr) || (call.answers?.(result) ?? result.exitCode === 0),
      })
      const refused = result.exitCode !== 0 && REFUSED.test(result.stderr)
      if (!refused && !IGNORED.test(result.stderr)) return result
      note(`${access.url} cannot leave files out of what it sends, so everything is fetched.`)
      await leaveNothingOut()
      return refused ? await git([...args, ...where], call) : result
    },
    came: (commits) => {
      for (const oid of commits) isComplete.set(oid, isComplete.get(oid) ?? whole)
    },
    async getAll(commit) {
      const commits = [...isComplete].flatMap(([oid, complete]) => (complete ? [] : [oid]))
      if (commit !== undefined && !isComplete.has(commit)) commits.push(commit)
      if (!whole) await leaveNothingOut()
      if (commits.length === 0) return
      await git([...FETCH, '--depth=1', '--stdin', '--end-of-options', access.url], {
        env: NOTHING_IN_COMMON,
        input: commits.map((oid) => `${oid}\n`).join(''),
      })
      for (const oid of commits) isComplete.set(oid, true)
    },
  }
}

const IGNORED = /filtering not recognized by server/
const REFUSED = /filter '[^']*' not supported/

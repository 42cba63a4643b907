/** The stand-in for GitHub with a repository of the bench on it, fresh for every run, behind a network of a given latency. */
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startGitHub, type GitHubStandIn } from '../test/support/github/server.ts'
import { REPOSITORY } from '../test/support/e2e/bench.ts'
import type { GitOps } from './gitops.ts'
import { startLatencyProxy, type LatencyProxy } from './latency-proxy.ts'

const INDEX = 'refs/image-bump/index'

export interface Stage {
  readonly gitops: GitOps
  readonly token: string
  /** Through the latency. */
  readonly url: string
  readonly proxy: LatencyProxy
  readonly github: GitHubStandIn
  /** The repository as it was before the bump, with the index that the last run left, or without; requests are forgotten. */
  reset(withIndex: boolean): Promise<void>
  /** Remembers the index that a run has left. */
  keepIndex(): void
  stop(): Promise<void>
}

export async function openStage(gitops: GitOps, roundTripMs: number): Promise<Stage> {
  const github = await startGitHub()
  const proxy = await startLatencyProxy(github.serverUrl, roundTripMs)
  // What the API says of its own address must lead through the latency too.
  github.serverUrl = proxy.url
  let index: string | undefined
  return {
    gitops,
    token: github.addToken({ login: 'image-bump' }),
    url: proxy.url,
    proxy,
    github,
    reset: async (withIndex) => {
      const { git } = await github.createRepository(REPOSITORY, {})
      await mkdir(join(git.directory, 'objects', 'info'), { recursive: true })
      await writeFile(join(git.directory, 'objects', 'info', 'alternates'), `${join(gitops.directory, 'objects')}\n`)
      if (!git.update([{ ref: 'refs/heads/main', after: gitops.tip }])) throw new Error('main could not be set')
      if (withIndex && (index === undefined || !git.update([{ ref: INDEX, after: index }])))
        throw new Error('no run has left an index')
      github.requests.length = 0
      github.violations.length = 0
      await proxy.take()
    },
    keepIndex: () => {
      const { git } = github.repository(REPOSITORY)
      index = git.ref(INDEX) ?? index
      // Beside the repository, which is made anew.
      if (index !== undefined)
        execFileSync('git', ['--git-dir', git.directory, 'push', '--quiet', gitops.directory, `+${INDEX}:${INDEX}`])
    },
    stop: async () => {
      await proxy.stop()
      await github.stop()
    },
  }
}

/** Why the end is not what the bump had to come to; undefined: it is, byte for byte. */
export async function wrongEnd(stage: Stage, ends: 'values' | 'branch' | 'pull-request'): Promise<string | undefined> {
  const { github, gitops } = stage
  const repository = github.repository(REPOSITORY)
  const heads = [...repository.git.refs('refs/heads/')].filter(([name]) => name !== 'refs/heads/main')
  if (heads.length !== 1) return `${heads.length} branches beside main`
  const [, oid = ''] = heads[0] ?? []
  const commit = await repository.git.objects.commit(oid)
  if (ends === 'values') return wrongValues(gitops, repository.git.directory, oid)
  if (commit?.tree !== gitops.expectedTree) return `tree ${commit?.tree} in place of ${gitops.expectedTree}`
  if (commit.parents.join(' ') !== gitops.tip) return 'another parent than the tip of main'
  const open = repository.pulls.filter(({ state, headOid }) => state === 'open' && headOid === oid)
  return ends === 'pull-request' && open.length !== 1 ? `${open.length} pull requests of it` : undefined
}

/** For what formats files anew: every value is there, and no other file was touched. */
function wrongValues({ bump, tip }: GitOps, directory: string, commit: string): string | undefined {
  const git = (...args: string[]): string =>
    execFileSync('git', ['--git-dir', directory, ...args], { encoding: 'utf8' })
  const changed = git('diff', '--name-only', tip, commit).trim().split('\n').sort().join(' ')
  if (changed !== [...bump.paths].sort().join(' ')) return `other files were changed: ${changed}`
  const missing = bump.paths.find((path) => !git('show', `${commit}:${path}`).includes(`${bump.image}:${bump.to} `))
  return missing === undefined ? undefined : `${missing} was not bumped`
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../../src/core/report/report.ts'
import type { RecordedRequest } from '../github/faults.ts'
import { ZERO } from '../github/refs.ts'
import { startGitHub, type GitHubStandIn } from '../github/server.ts'
import { addresses, manifest, REPOSITORY } from './bench.ts'
import { readState } from '../../../src/core/pull-request/state-reader.ts'
import { runHere } from './run-here.ts'

/**
 * Where a run begins. `fresh`: where no run ever was; `indexed`: where one was, and left nothing but its index; `update`: the
 * same with a pull request, so that all is read through the API; `empty`: a person has brought to base all that the open
 * pull request would, and there is no index, so that all is received.
 */
export const SITUATIONS = ['fresh', 'indexed', 'update', 'empty'] as const
export type Situation = (typeof SITUATIONS)[number]

const SOURCE = 'acme/source'
const HEAD = 'image-bump/main/prod'
const INDEX = 'refs/image-bump/index'
const DIST = fileURLToPath(new URL('../../../dist/index.js', import.meta.url))
const NODE = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))

// The tag holds the commit it was built from, so that the source repository is asked too.
const POLICY_FILE = `version: 1
policies:
  prod:shop:
    image: ghcr.io/acme/shop
    filterTags: { pattern: '^(?P<n>[0-9])-(?P<sha>[0-9a-f]{7})$', extract: '$n' }
    policy: { numerical: {} }
pullRequests:
  labels: [image-bump]
  rules: [{ match: '*', reviewers: [alice], assignees: [bob] }]
`

/** A run about to begin on a stand-in of its own. */
export class Mishap {
  readonly github: GitHubStandIn
  readonly #inputs: Readonly<Record<string, string>>
  readonly #env: Readonly<Record<string, string>>

  private constructor(github: GitHubStandIn, tag: string, token: string) {
    this.github = github
    this.#inputs = { images: `ghcr.io/acme/shop:${tag}`, repository: REPOSITORY, token, base: 'main' }
    const revision = github.tip(SOURCE, `v${tag.slice(0, 1)}`) ?? ''
    this.#env = { ...addresses(github), GITHUB_REPOSITORY: SOURCE, GITHUB_RUN_ID: '1', GITHUB_SHA: revision }
  }

  static async prepare(situation: Situation): Promise<Mishap> {
    const github = await startGitHub({ now: () => new Date(Date.UTC(2026, 0, 1)) })
    await github.createRepository(SOURCE, { 'README.md': 'shop\n' })
    const tags = [await sourceTag(github, 0), await sourceTag(github, 1), await sourceTag(github, 2)] as const
    const files = { '.image-bump.yaml': POLICY_FILE, 'apps/shop.yaml': manifest('shop', tags[0], 'prod:shop') }
    await github.createRepository(REPOSITORY, files, { collaborators: ['alice', 'bob'] })
    const token = github.addToken({ login: 'image-bump' })
    if (situation === 'fresh') return new Mishap(github, tags[1], token)
    await new Mishap(github, tags[1], token).run()
    if (situation === 'update') return new Mishap(github, tags[2], token)
    if (situation === 'indexed') {
      await github.deleteBranch(REPOSITORY, HEAD)
      github.repository(REPOSITORY).pulls.length = 0
      return new Mishap(github, tags[1], token)
    }
    github.repository(REPOSITORY).git.update([{ ref: INDEX, after: ZERO }])
    await github.commitTo(REPOSITORY, 'main', { 'apps/shop.yaml': manifest('shop', tags[1], 'prod:shop') })
    return new Mishap(github, tags[1], token)
  }

  /** In this process, where waiting costs no time. */
  run(): Promise<Report> {
    return runHere(this.#inputs, this.#env)
  }

  /** `dist/index.js` in a process that is killed when a request comes, after `skip` like it; that is handled or not. */
  async runAndKill(
    { match, skip }: { readonly match: (request: RecordedRequest) => boolean; readonly skip: number },
    handled: boolean,
  ): Promise<'killed' | 'ended'> {
    const folder = await mkdtemp(join(tmpdir(), 'mishap-'))
    const inputs = Object.entries(this.#inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])
    const env = { ...DEFAULTS, ...Object.fromEntries(inputs), ...this.#env, PATH: process.env['PATH'], TMPDIR: folder }
    const child = spawn(NODE, [DIST], { cwd: folder, env: { ...env, HOME: folder }, stdio: 'ignore' })
    const ended = once(child, 'close')
    let left = skip
    this.github.beforeRequest = (request) => {
      if (!match(request) || left-- !== 0) return
      child.kill('SIGKILL')
      if (!handled) throw new Error('cut')
    }
    const [, signal] = (await ended) as [number | null, string | null]
    await this.quiet()
    this.github.beforeRequest = undefined
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    return signal === 'SIGKILL' ? 'killed' : 'ended'
  }

  /** The requests of a run that nothing disturbs. */
  async requests(): Promise<readonly RecordedRequest[]> {
    const first = this.github.requests.length
    await this.run()
    return this.github.requests.slice(first)
  }

  /** All that people would see, without what tells one stand-in from another. */
  async state(): Promise<object> {
    const { git, pulls } = this.github.repository(REPOSITORY)
    const branches = [...git.refs('refs/heads/').keys()]
    const text = (branch: string) => this.github.readFile(REPOSITORY, branch, 'apps/shop.yaml')
    const host = new URL(this.github.serverUrl).host
    const anywhere = (text: string) => text.replaceAll(host, 'github.example')
    return {
      branches,
      files: await Promise.all(branches.map(async (ref) => text(ref.replace('refs/heads/', '')))),
      pulls: pulls.map(({ number, state, title, body, labels, reviewers, assignees, comments }) => ({
        number,
        state,
        title,
        body: anywhere((body ?? '').replace(/<!-- image-bump:state .*/s, '')),
        remembers: anywhere(JSON.stringify(sorted(readState(body ?? '')))),
        labels,
        reviewers,
        assignees,
        comments: comments.map((comment) => comment.body),
      })),
    }
  }

  stop(): Promise<void> {
    return this.github.stop()
  }

  /** Waits until what the killed process had begun is over: git that it started may still be asking. */
  async quiet(): Promise<void> {
    for (let seen = -1; seen !== this.github.requests.length;) {
      seen = this.github.requests.length
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}

/** The same with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

// As action.yml says them.
const DEFAULTS = { INPUT_CONFIG: '.image-bump.yaml', INPUT_WRITER: 'api', INPUT_UNMATCHED: 'fail' }

/** A build of the source repository: the tag names its commit, and a branch keeps it. */
async function sourceTag(github: GitHubStandIn, number: number): Promise<string> {
  const oid = await github.commitTo(SOURCE, 'main', { 'README.md': `shop ${number}\n` })
  await github.moveBranch(SOURCE, `v${number}`, oid)
  return `${number}-${oid.slice(0, 7)}`
}

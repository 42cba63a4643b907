import type { Report } from '../../../src/core/report/report.ts'
import type { MergeMethod } from '../github/merging.ts'
import { Problem } from '../github/problem.ts'
import type { GitHubStandIn } from '../github/server.ts'
import type { Pull } from '../github/state.ts'
import { addresses, manifest, policyFile } from './bench.ts'
import { runHere } from './run-here.ts'

const HEAD = 'image-bump/main/prod'

/** A GitOps repository on the stand-in and what builds and people do to it. Runs happen in this process: it is faster. */
export class World {
  readonly #github: GitHubStandIn
  readonly #token: string
  readonly #services: readonly string[]
  readonly #shortcut: boolean
  readonly repository: string

  /** @param shortcut whether runs read through the API, by the index, where they can */
  constructor(github: GitHubStandIn, repository: string, services: readonly string[], shortcut = false) {
    this.#github = github
    this.#shortcut = shortcut
    this.#services = services
    this.#token = github.addToken()
    this.repository = repository
  }

  async open(): Promise<void> {
    const files = this.#services.map((service) => [`${service}.yaml`, manifest(service, tagOf(0), `prod:${service}`)])
    await this.#github.createRepository(this.repository, {
      '.image-bump.yaml': policyFile(this.#services),
      ...Object.fromEntries(files),
    })
  }

  async build(service: string, value: number): Promise<Report> {
    const inputs = {
      images: `ghcr.io/acme/${service}:${tagOf(value)}`,
      repository: this.repository,
      token: this.#token,
      base: 'main',
    }
    const env = { ...addresses(this.#github), GITHUB_REPOSITORY: 'acme/source', GITHUB_RUN_ID: '1' }
    return runHere(inputs, env, { shortcut: this.#shortcut })
  }

  get pull(): Pull | undefined {
    return this.#github.repository(this.repository).pulls.find(({ state }) => state === 'open')
  }

  /** False: GitHub does not merge, because both sides changed the same lines. */
  async merge(method: MergeMethod): Promise<boolean> {
    try {
      await this.#github.merge(this.repository, this.pull?.number ?? 0, method)
      return true
    } catch (error) {
      if (error instanceof Problem) return false
      throw error
    }
  }

  close(): void {
    this.#github.close(this.repository, this.pull?.number ?? 0)
  }

  label(name: string): void {
    this.#github.label(this.repository, this.pull?.number ?? 0, name)
  }

  unlabel(name: string): void {
    this.#github.unlabel(this.repository, this.pull?.number ?? 0, name)
  }

  async deleteHead(): Promise<void> {
    if (this.#github.tip(this.repository, HEAD) !== undefined) await this.#github.deleteBranch(this.repository, HEAD)
  }

  /** A person's commit. */
  async set(where: 'main' | 'head', service: string, value: number): Promise<void> {
    const text = manifest(service, tagOf(value), `prod:${service}`)
    await this.#github.commitTo(this.repository, where === 'main' ? 'main' : HEAD, { [`${service}.yaml`]: text })
  }

  async note(text: string): Promise<void> {
    await this.#github.commitTo(this.repository, HEAD, { 'NOTES.md': text })
  }

  /** Writes the policy file anew, with a hold for each service that has one. */
  async hold(holds: ReadonlyMap<string, number>): Promise<void> {
    const plain = policyFile(this.#services)
    const text = [...holds].reduce(
      (file, [service, value]) =>
        file.replace(
          `    image: ghcr.io/acme/${service}\n`,
          (line) => `${line}    hold: { tag: ${tagOf(value)}, reason: wait }\n`,
        ),
      plain,
    )
    await this.#github.commitTo(this.repository, 'main', { '.image-bump.yaml': text })
  }

  /** Values at a branch, or at a commit of it; undefined: there is no such branch. */
  async values(revision = HEAD): Promise<Record<string, number> | undefined> {
    const pairs = await Promise.all(
      this.#services.map(async (service) => {
        const text = await this.#github.readFile(this.repository, revision, `${service}.yaml`)
        return [service, valueOf(text)] as const
      }),
    )
    return pairs.some(([, value]) => value === undefined)
      ? undefined
      : (Object.fromEntries(pairs) as Record<string, number>)
  }

  moves(branch = HEAD) {
    return this.#github.moves(this.repository, branch)
  }
}

function tagOf(value: number): string {
  return `1.${Math.floor(value)}.${value % 1 === 0 ? 0 : 5}`
}

function valueOf(text: string | undefined): number | undefined {
  const match = /:1\.(\d+)\.(\d) #/.exec(text ?? '')
  return match === null ? undefined : Number(match[1]) + Number(match[2]) / 10
}

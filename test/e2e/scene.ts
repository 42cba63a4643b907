import { afterAll, beforeAll, expect } from 'vitest'
import type { RecordedRequest } from '../support/github/faults.ts'
import type { Pull } from '../support/github/state.ts'
import { openBench, REPOSITORY, type Bench, type BuildOptions } from '../support/e2e/bench.ts'
import type { RunResult } from '../support/runner/result.ts'

/** A bench for the tests of one `describe`, which follow each other as builds and people do. */
export interface Scene {
  readonly bench: Bench
  readonly github: Bench['github']
  /** A build that does nothing a careful action would not do. */
  build(images: string | readonly string[], more?: BuildOptions): Promise<RunResult>
  pull(number: number): Pull
  pulls(): readonly Pull[]
  read(revision: string, path: string): Promise<string | undefined>
  /** What asked for a change since the last call. */
  writes(): readonly string[]
}

export function scene(files: Readonly<Record<string, string>>, prepare?: (scene: Scene) => Promise<void>): Scene {
  let opened: Bench | undefined
  let seen = 0
  const bench = (): Bench => {
    if (opened === undefined) throw new Error('the bench is open only while tests run')
    return opened
  }
  const made: Scene = {
    get bench() {
      return bench()
    },
    get github() {
      return bench().github
    },
    async build(images, more) {
      const result = await bench().build(images, more)
      expect(result.problems, result.log).toEqual([])
      return result
    },
    pull: (number) => bench().github.pull(REPOSITORY, number),
    pulls: () => bench().github.repository(REPOSITORY).pulls,
    read: (revision, path) => bench().read(revision, path),
    writes() {
      const fresh = bench().github.requests.slice(seen)
      seen += fresh.length
      return fresh.filter(isWrite).map(({ method, path, operation }) => `${method} ${path} ${operation}`)
    },
  }
  beforeAll(async () => {
    opened = await openBench(files)
    await prepare?.(made)
  })
  afterAll(async () => {
    const { violations } = bench().github
    await bench().stop()
    expect(violations).toEqual([])
  })
  return made
}

/** A policy of one service in a namespace, as lines of a policy file. */
export function policy(name: string, more = 'policy: { semver: { range: "*" } }'): string {
  const service = name.slice(name.indexOf(':') + 1)
  return `  ${name}:\n    image: ghcr.io/acme/${service}\n${more.replace(/^/gm, '    ')}\n`
}

export function image(service: string, tag: string): string {
  return `ghcr.io/acme/${service}:${tag}`
}

/** A digest that a reader can tell from another. */
export function digest(digit: string): string {
  return `sha256:${digit.repeat(64)}`
}

export function messages({ annotations }: RunResult, level: 'error' | 'warning' | 'notice'): readonly string[] {
  return annotations.filter((one) => one.level === level).map(({ message }) => message)
}

function isWrite({ kind, method, operation }: RecordedRequest): boolean {
  if (kind === 'git') return operation === 'git-receive-pack'
  if (kind === 'graphql') return operation !== 'repository'
  return method !== 'GET'
}

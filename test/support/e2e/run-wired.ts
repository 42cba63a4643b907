import { run } from '../../../src/run.ts'
import { readContext } from '../../../src/core/settings/context.ts'
import { parseSettings } from '../../../src/core/settings/parse.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { wire, type WireOptions } from '../../../src/wire.ts'
import type { RecordedRequest } from '../github/faults.ts'
import { addresses, type Bench } from './bench.ts'

export interface WiredRun {
  readonly report: Report
  readonly log: readonly string[]
  readonly requests: readonly RecordedRequest[]
  /** Milliseconds from wiring to the end of the report, and of putting away. */
  readonly ms: number
}

export interface WiredOptions {
  readonly shortcut: boolean
  /** How plain git uses an index: where a pack is so small, by default not at all. */
  readonly git?: NonNullable<WireOptions['git']>
  readonly inputs?: Readonly<Record<string, string>>
}

/** A whole run in this process, wired as the action wires it. */
export async function runWired(
  { github, repository, token }: Pick<Bench, 'github' | 'repository' | 'token'>,
  images: string,
  { shortcut, git, inputs = {} }: WiredOptions,
): Promise<WiredRun> {
  const given: Readonly<Record<string, string>> = { images, repository, token, ...inputs }
  const env = { ...addresses(github), GITHUB_REPOSITORY: 'acme/source' }
  const settings = parseSettings({ get: (name) => given[name] }, readContext(env))
  const log: string[] = []
  const say = { info: (text: string) => void log.push(text), finding: () => {}, mask: () => {} }
  const seen = github.requests.length
  const startedAt = performance.now()
  const { ports, close } = await wire(settings, say, { shortcut, ...(git === undefined ? {} : { git }) })
  const report = await run(settings, ports)
  await close()
  return { report, log, requests: github.requests.slice(seen), ms: performance.now() - startedAt }
}

/** How many round trips follow each other: the longest row of requests of which each began after the one before had ended. */
export function roundTrips(requests: readonly RecordedRequest[]): number {
  const byEnd = requests.map(({ startedAt, durationMs }) => ({ startedAt, endedAt: startedAt + durationMs }))
  byEnd.sort((a, b) => a.endedAt - b.endedAt)
  let count = 0
  let freeAt = -Infinity
  for (const { startedAt, endedAt } of byEnd) {
    if (startedAt < freeAt) continue
    count += 1
    freeAt = endedAt
  }
  return count
}

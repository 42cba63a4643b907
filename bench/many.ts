/** Policies at scale: a registry of 100,000 tags. */
import { fileURLToPath } from 'node:url'
import { parsePolicyFile } from '../src/core/policy/file.ts'
import { select } from '../src/core/policy/select.ts'
import type { RepoPath } from '../src/core/names.ts'
import { measure } from './measure.ts'
import { table } from './table.ts'

const TAGS = 100_000
const ORDERS: Readonly<Record<string, { readonly policy: string; readonly tag: (index: number) => string }>> = {
  semver: { policy: "{ semver: { range: '>=1.0.0' } }", tag: (index) => `${index % 40}.${index % 977}.${index}` },
  'filter + numerical': {
    policy:
      "{ numerical: { order: asc } }\n    filterTags: { pattern: '^main-[a-f0-9]+-(?P<ts>[0-9]+)$', extract: '$ts' }",
    tag: (index) => `main-${(index * 7919).toString(16)}-${1_760_000_000 + index}`,
  },
  'filter + semver': {
    policy:
      "{ semver: { range: '1.x' } }\n    filterTags: { pattern: '^v(?P<version>.*)-amd64$', extract: '$version' }",
    tag: (index) => `v1.${index % 977}.${index}-amd64`,
  },
  alphabetical: { policy: '{ alphabetical: { order: asc } }', tag: (index) => `build-${index * 7919}` },
}

/** Each in a process of its own, so that its memory is its own. */
export async function many(node: string): Promise<string> {
  const rows: (readonly string[])[] = []
  for (const name of Object.keys(ORDERS)) {
    const env = { PATH: process.env['PATH'] ?? '' }
    const cost = await measure({ command: [node, fileURLToPath(import.meta.url), name], env, cwd: process.cwd() })
    if (cost.exitCode !== 0) throw new Error(cost.output)
    rows.push([`${TAGS.toLocaleString('en')} tags, ${name}`, ...cost.output.trim().split(' ')])
  }
  return table(['', 'ms', 'CPU ms', 'memory added, MB', 'result'], rows)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name = ''] = process.argv
  process.stdout.write(tags(name))
}

function tags(name: string): string {
  const { policy: order, tag } = ORDERS[name] as (typeof ORDERS)[string]
  const text = `version: 1\npolicies:\n  prod:app:\n    image: ghcr.io/acme/app\n    policy: ${order}\n`
  const [policy] = parsePolicyFile('.image-bump.yaml' as RepoPath, text).policies
  if (policy === undefined) throw new Error('no policy')
  const listed = Array.from({ length: TAGS }, (_, index) => tag(index))
  return timed(() => select(policy, listed).selected ?? 'nothing')
}

/** What is measured is the work alone: here Node also strips types, which the shipped bundle needs not. */
function timed(work: () => string): string {
  const before = process.memoryUsage().rss
  const [startedAt, usedBefore] = [performance.now(), process.cpuUsage()]
  const result = work()
  const wallMs = performance.now() - startedAt
  const { user, system } = process.cpuUsage(usedBefore)
  const peak = Math.max(process.memoryUsage().rss, process.resourceUsage().maxRSS * 1024)
  return (
    [wallMs, (user + system) / 1000, (peak - before) / 1e6].map((value) => value.toFixed(0)).join(' ') +
    ` ${result.replace(' ', '\u00a0')}`
  )
}

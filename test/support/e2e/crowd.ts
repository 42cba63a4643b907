import { ZERO } from '../github/refs.ts'
import type { RunResult } from '../runner/result.ts'
import { manifest, policyFile, REPOSITORY, type Bench } from './bench.ts'

/** `svc-00`, `svc-01`, … */
export function servicesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `svc-${String(index).padStart(2, '0')}`)
}

/** A GitOps repository in which every service runs 1.0.0. */
export function crowdedRepository(services: readonly string[], rules: string): Record<string, string> {
  const files = services.map((service) => [pathOf(service), manifest(service, '1.0.0', `prod:${service}`)] as const)
  return { '.image-bump.yaml': policyFile(services, rules), ...Object.fromEntries(files) }
}

export function pathOf(service: string): string {
  return `apps/${service}.yaml`
}

/** The tag of every service at a commit, as the files say. */
export async function tagsAt(
  bench: Bench,
  revision: string,
  services: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const texts = await Promise.all(services.map((service) => bench.read(revision, pathOf(service))))
  return texts.map((text) => /:([0-9.]+) #/.exec(text ?? '')?.[1])
}

/** Every step back of a service between one move of the branch and the next. Values are 1.0.0 and 1.1.0. */
export async function stepsBack(bench: Bench, branch: string, services: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  let before: readonly (string | undefined)[] = []
  for (const { after } of bench.github.moves(REPOSITORY, branch)) {
    if (after === ZERO) found.push(`${branch} was deleted`)
    const now = await tagsAt(bench, after, services)
    for (const [index, service] of services.entries())
      if ((now[index] ?? '') < (before[index] ?? '')) found.push(`${service}: ${before[index]} → ${now[index]}`)
    before = now
  }
  return found
}

/** What waits in the queues of our branches. */
export function waitingIn(bench: Bench): readonly string[] {
  return [...bench.github.repository(REPOSITORY).git.refs('refs/image-bump/queue/').keys()]
}

/** How often runs that landed tried, and how long all of them took together. */
export function figures(results: readonly RunResult[], startedAt: number): string {
  const attempts = results.map(({ log }) => 1 + [...log.matchAll(/moved the branch first/g)].length)
  const mean = attempts.reduce((sum, one) => sum + one, 0) / attempts.length
  const seconds = (performance.now() - startedAt) / 1000
  return `${results.length} runs at once: ${mean.toFixed(1)} attempts per landed run, at most ${Math.max(...attempts)}, ${seconds.toFixed(1)} s`
}

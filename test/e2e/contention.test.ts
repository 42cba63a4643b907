import { afterEach, expect, test } from 'vitest'
import { readState } from '../../src/core/pull-request/state-reader.ts'
import type { RunResult } from '../support/runner/result.ts'
import { openBench, REPOSITORY, type Bench } from '../support/e2e/bench.ts'
import { crowdedRepository, figures, pathOf, servicesOf, stepsBack, tagsAt, waitingIn } from '../support/e2e/crowd.ts'

const TIMEOUT_MS = 300_000
/** Fewer where a machine has much else to do: a run gives up after two minutes, as it is meant to. */
const CROWD = Number(process.env['CROWD'] ?? 50)
const HEAD = 'image-bump/main/prod'
const LABELS = 'pullRequests: { labels: [image-bump] }\n'

let bench: Bench | undefined
afterEach(async () => {
  const violations = bench?.github.violations
  await bench?.stop()
  expect(violations).toEqual([])
})

test(
  `${CROWD} builds of as many services at once come to one pull request that has them all`,
  async () => {
    const services = servicesOf(CROWD)
    bench = await openBench(crowdedRepository(services, LABELS))
    const started = performance.now()
    const results = await Promise.all(
      services.map((service) => bench!.build(`ghcr.io/acme/${service}:1.1.0`, runOf(service))),
    )
    process.stdout.write(`${figures(results, started)}\n`)

    expect(results.filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log)).toEqual([])
    expect(results.flatMap(({ problems }) => problems)).toEqual([])
    expect(bench.github.repository(REPOSITORY).pulls.map(({ state, head }) => ({ state, head }))).toEqual([
      { state: 'open', head: HEAD },
    ])
    expect(await tagsAt(bench, HEAD, services)).toEqual(services.map(() => '1.1.0'))
    expect(await stepsBack(bench, HEAD, services)).toEqual([])
    const moves = bench.github.moves(REPOSITORY, HEAD)
    expect(moves.length, 'each run moves the branch once at most').toBeLessThanOrEqual(CROWD)
    expect(waitingIn(bench), 'nothing stays in the queue').toEqual([])
    const { title, body, labels } = bench.github.pull(REPOSITORY, 1)
    expect({ title, labels }).toEqual({ title: `bump ${CROWD} images in prod`, labels: ['image-bump'] })
    expect(linkedRuns(body)).toEqual(services.map((service) => Number(runOf(service).env.GITHUB_RUN_ID)))
  },
  TIMEOUT_MS,
)

test(
  `${CROWD / 2} builds onto each of two base branches at once all arrive there`,
  async () => {
    const services = servicesOf(CROWD / 2)
    bench = await openBench(crowdedRepository(services, "pullRequests: { rules: [{ match: '*', deliver: commit }] }\n"))
    await bench.github.moveBranch(REPOSITORY, 'canary', bench.github.tip(REPOSITORY, 'main') ?? '')
    const started = performance.now()
    const bases = ['main', 'canary'] as const
    const builds = bases.flatMap((base) => services.map((service) => ({ base, service })))
    const results = await Promise.all(
      builds.map(({ base, service }) => bench!.build(`ghcr.io/acme/${service}:1.1.0`, { ...LONG, inputs: { base } })),
    )
    process.stdout.write(`${figures(results, started)}\n`)

    expect(results.filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log)).toEqual([])
    expect(bench.github.repository(REPOSITORY).pulls).toEqual([])
    for (const base of bases) {
      expect(await tagsAt(bench, base, services)).toEqual(services.map(() => '1.1.0'))
      expect(await stepsBack(bench, base, services)).toEqual([])
      // One more: where the branch began.
      const moves = bench.github.moves(REPOSITORY, base)
      expect(moves.length, 'one commit each at most').toBeLessThanOrEqual(CROWD / 2 + 1)
    }
    expect(waitingIn(bench), 'nothing stays in the queue').toEqual([])
  },
  TIMEOUT_MS,
)

// A ratio of wall times is a figure and no law, so it is not part of the suite: CROWD_RATIO=1 prints it.
test.runIf(process.env['CROWD_RATIO'] !== undefined)(
  'sharing a pull request costs little more than having one each',
  async () => {
    const services = servicesOf(CROWD)
    const seconds: number[] = []
    for (const rules of ['pullRequests: { group: policy, labels: [image-bump] }\n', LABELS]) {
      bench = await openBench(crowdedRepository(services, rules))
      const started = performance.now()
      const results = await Promise.all(
        services.map((service) => bench!.build(`ghcr.io/acme/${service}:1.1.0`, runOf(service))),
      )
      seconds.push((performance.now() - started) / 1000)
      process.stdout.write(`${figures(results, started)}, ${bench.github.moves(REPOSITORY, HEAD).length} moves\n`)
      expect(results.filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log)).toEqual([])
      await bench.stop()
    }
    const [alone = 0, shared = 0] = seconds
    process.stdout.write(`${(shared / alone).toFixed(2)} times as long\n`)
  },
  TIMEOUT_MS,
)

test('a text that is written late does not stay in the place of a newer one', async () => {
  const services = servicesOf(3)
  const [first, second, third] = services.map((service) => `ghcr.io/acme/${service}:1.1.0`) as [string, string, string]
  bench = await openBench(crowdedRepository(services, ''))
  await bench.build(first)
  // The third run comes, goes and is done while the second, whose branch has moved, is about to write its text.
  let between: RunResult | undefined
  bench.github.beforeRequest = async ({ operation }) => {
    if (operation !== 'pulls/update' || between !== undefined) return
    bench!.github.beforeRequest = undefined
    between = await bench!.build(third)
  }
  const late = await bench.build(second)

  expect([between?.exitCode, late.exitCode]).toEqual([0, 0])
  const { title, body } = bench.github.pull(REPOSITORY, 1)
  expect(title).toBe('bump 3 images in prod')
  for (const service of services) expect(body).toContain(`apps/${service}.yaml`)
}, 60_000)

test('a pull request that is about to be closed as empty stays when another run brings something to it', async () => {
  const [first = '', second = ''] = servicesOf(2)
  const files = crowdedRepository([first, second], '')
  bench = await openBench(files)
  await bench.build(`ghcr.io/acme/${first}:1.1.0`)
  const bumped = (files[pathOf(first)] ?? '').replace(':1.0.0', ':1.1.0')
  await bench.github.commitTo(REPOSITORY, 'main', { [pathOf(first)]: bumped })
  // The other run comes, goes and is done while the first is about to say why it closes.
  let between: RunResult | undefined
  bench.github.beforeRequest = async ({ operation }) => {
    if (operation !== 'issues/create-comment' || between !== undefined) return
    bench!.github.beforeRequest = undefined
    between = await bench!.build(`ghcr.io/acme/${second}:1.1.0`)
  }
  const closing = await bench.build(`ghcr.io/acme/${first}:1.1.0`)

  expect([between?.exitCode, closing.exitCode]).toEqual([0, 0])
  const pulls = bench.github.repository(REPOSITORY).pulls
  expect(pulls.map(({ state, title }) => ({ state, title }))).toEqual([
    { state: 'open', title: `bump ${second} to 1.1.0 in prod` },
  ])
  expect(await tagsAt(bench, HEAD, [first, second])).toEqual(['1.1.0', '1.1.0'])
}, 60_000)

const LONG = { timeoutMs: 280_000 }

function runOf(service: string) {
  return { ...LONG, env: { GITHUB_RUN_ID: String(1000 + Number(service.replace('svc-', ''))) } }
}

/** Numbers of the runs that the pull request says it was built by, by name of the policy. */
function linkedRuns(body: string | null): readonly number[] {
  const reading = readState(body ?? '')
  if (reading.kind !== 'found') return []
  const policies = Object.entries(reading.state.policies).sort(([a], [b]) => (a < b ? -1 : 1))
  return policies.map(([, { run }]) => Number(run?.split('/').at(-1)))
}

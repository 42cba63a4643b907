import { afterEach, beforeEach, expect, test } from 'vitest'
import { readState } from '../../src/core/pull-request/state-reader.ts'
import { openBench, REPOSITORY, type Bench, type BuildOptions } from '../support/e2e/bench.ts'
import { crowdedRepository, servicesOf, tagsAt, waitingIn } from '../support/e2e/crowd.ts'
import { EMPTY_TREE } from '../support/github/objects.ts'
import { ZERO } from '../support/github/refs.ts'
import type { RecordedRequest } from '../support/github/faults.ts'

const HEAD = 'image-bump/main/prod'
const QUEUE = `refs/image-bump/queue/${HEAD}/`
const SERVICES = servicesOf(4)
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = SERVICES
const TIMEOUT_MS = 60_000
/** Whoever is held up for so long was killed. */
const SHORT = { timeoutMs: 6_000 }

let bench: Bench
beforeEach(async () => {
  bench = await openBench(crowdedRepository(SERVICES, ''))
})
afterEach(async () => {
  const { violations } = bench.github
  await bench.stop()
  expect(violations).toEqual([])
})

test(
  'a bump that was taken along is reported as such, and written once',
  async () => {
    const late = await outrun(() => build(THIRD))
    expect(late.exitCode, late.log).toBe(0)
    expect(late.outputs).toMatchObject({ outcome: 'updated', 'pull-request-number': '1' })
    expect(late.log).toContain('brought the bump along')
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.1.0', '1.0.0'])
    expect(bench.github.moves(REPOSITORY, HEAD), 'one of the second, one of the third with the first').toHaveLength(2)
    expect(runs()).toEqual({ [FIRST]: 1, [SECOND]: 2, [THIRD]: 3 })
    expect(waitingIn(bench)).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  'a bump whose run died in the queue is taken along by the next run, with where it came from',
  async () => {
    const killed = await outrun(never, SHORT)
    expect(killed.exitCode).toBeUndefined()
    expect(waitingIn(bench)).toHaveLength(1)
    const next = await build(FOURTH)
    expect(next.exitCode, next.log).toBe(0)
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.0.0', '1.1.0'])
    expect(runs()).toEqual({ [FIRST]: 1, [SECOND]: 2, [FOURTH]: 4 })
    expect(waitingIn(bench)).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  'where the run that took a bump along dies after its push, the owner of the bump writes what it could not',
  async () => {
    const late = await outrun(async () => {
      bench.github.fault({ match: { operation: 'pulls/update' }, answer: 'hang' })
      const killed = await build(THIRD, SHORT)
      expect(killed.exitCode).toBeUndefined()
    })
    expect(late.exitCode, late.log).toBe(0)
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.1.0', '1.0.0'])
    expect(bench.github.pull(REPOSITORY, 1).title).toBe('bump 3 images in prod')
    expect(runs()).toMatchObject({ [FIRST]: 1, [SECOND]: 2 })
    expect(waitingIn(bench)).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  'whoever stands first in the queue and is silent is not waited for',
  async () => {
    // It comes first by its name, and nobody is behind it any more.
    const late = await outrun(() => Promise.resolve(leave(0, intent({ images: [`ghcr.io/acme/${THIRD}:1.1.0`] }))))
    expect(late.exitCode, late.log).toBe(0)
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.1.0', '1.0.0'])
    expect(waitingIn(bench)).toEqual([])
  },
  TIMEOUT_MS,
)

test('what waits is judged like any build, and what makes no sense is told and removed', async () => {
  await build(FIRST)
  const hostile = [
    'Ignore the policy and deploy everything.',
    `{"v":1,"group":"${'x'.repeat(20_000)}"}`,
    intent({ group: 'namespace:other', images: [`ghcr.io/acme/${THIRD}:9.0.0`] }),
    intent({ images: ['ghcr.io/evil/backdoor:6.6.6'] }),
    intent({ images: [`ghcr.io/acme/${FIRST}:1.0.5`] }),
    intent({ images: [`ghcr.io/acme/${THIRD}:not-a-version`] }),
    intent({ images: [`ghcr.io/acme/${FOURTH}:1.2.0`], runUrl: 'https://evil.example/actions/runs/1' }),
  ]
  for (const [at, text] of hostile.entries()) leave(at + 1, text)
  const run = await build(SECOND)

  expect(run.exitCode, run.log).toBe(0)
  expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.0.0', '1.2.0'])
  const { body } = bench.github.pull(REPOSITORY, 1)
  for (const text of ['evil', 'backdoor', 'deploy everything']) expect(body).not.toContain(text)
  expect(run.log.match(/INTENT_UNREADABLE|What waited under/g)?.length).toBeGreaterThanOrEqual(3)
  expect(waitingIn(bench)).toEqual([])
})

test('force lets through the images of its own run alone', async () => {
  await build(FIRST)
  leave(1, intent({ images: [`ghcr.io/acme/${SECOND}:0.9.0`], force: true }))
  leave(2, intent({ images: [`ghcr.io/acme/${THIRD}:0.8.0`] }))
  const run = await build(FOURTH)

  expect(run.exitCode, run.log).toBe(0)
  expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '0.9.0', '1.0.0', '1.1.0'])
  expect(waitingIn(bench)).toEqual([])
})

test('what has nothing left to bring is removed by a run that has nothing to write either', async () => {
  await build(FIRST)
  leave(1, intent({ images: [`ghcr.io/acme/${FIRST}:1.1.0`] }))
  const moves = bench.github.moves(REPOSITORY, HEAD).length
  const run = await build(FIRST)
  expect(run.outputs['outcome'], run.log).toBe('unchanged')
  expect(bench.github.moves(REPOSITORY, HEAD)).toHaveLength(moves)
  expect(waitingIn(bench)).toEqual([])
})

test('a dry run takes nothing along, and leaves the queue as it is', async () => {
  leave(1, intent({ images: [`ghcr.io/acme/${FIRST}:1.1.0`] }))
  const run = await build(SECOND, { inputs: { 'dry-run': 'true' } })
  expect(run.exitCode, run.log).toBe(0)
  expect(waitingIn(bench)).toHaveLength(1)
})

test('a run that nobody disturbs leaves no trace in the queue, and asks nothing for it', async () => {
  await build(FIRST)
  await build(SECOND)
  const refs = bench.github.repository(REPOSITORY).moves.map(({ ref }) => ref)
  expect(refs.filter((ref) => ref.startsWith('refs/image-bump/queue/'))).toEqual([])
  expect(bench.github.requests.filter(({ operation }) => operation === 'git/list-matching-refs')).toEqual([])
})

test(
  'where no intent can be written, everybody tries for himself',
  async () => {
    bench.github.fault({
      match: ({ body }) => JSON.stringify(body ?? '').includes('refs/image-bump/queue/'),
      times: 99,
      answer: { status: 403, body: { message: 'Resource not accessible by personal access token' } },
    })
    const late = await outrun(() => Promise.resolve())
    expect(late.exitCode, late.log).toBe(0)
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.0.0', '1.0.0'])
    expect(waitingIn(bench)).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  'a queue that may not be cleared does not keep the branch from moving',
  async () => {
    leave(1, intent({ images: [`ghcr.io/acme/${THIRD}:1.1.0`] }))
    bench.github.fault({
      match: ({ body }) => JSON.stringify(body ?? '').includes(QUEUE) && JSON.stringify(body).includes(ZERO),
      times: 99,
      answer: { status: 403, body: { message: 'Resource not accessible by personal access token' } },
    })
    const run = await build(FIRST)
    expect(run.exitCode, run.log).toBe(0)
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.0.0', '1.1.0', '1.0.0'])
  },
  TIMEOUT_MS,
)

test(
  'plain git hands over too',
  async () => {
    leave(1, intent({ images: [`ghcr.io/acme/${FOURTH}:1.1.0`] }))
    const results = await Promise.all(
      [FIRST, SECOND, THIRD].map((service) => build(service, { inputs: { writer: 'git' } })),
    )
    expect(results.filter(({ exitCode }) => exitCode !== 0).map(({ log }) => log)).toEqual([])
    expect(await tagsAt(bench, HEAD, SERVICES)).toEqual(['1.1.0', '1.1.0', '1.1.0', '1.1.0'])
    expect(bench.github.moves(REPOSITORY, HEAD).length).toBeLessThanOrEqual(3)
    expect(waitingIn(bench)).toEqual([])
  },
  TIMEOUT_MS,
)

const never = (): Promise<void> => new Promise(() => {})

function build(service: string, { inputs = {}, ...more }: BuildOptions = {}) {
  const env = { GITHUB_RUN_ID: String(1 + SERVICES.indexOf(service)) }
  return bench.build(`ghcr.io/acme/${service}:1.1.0`, { ...more, inputs, env })
}

/** A build of the first service that a build of the second outruns; `whileWaiting` happens when the first has queued up. */
async function outrun(whileWaiting: () => Promise<unknown>, more: BuildOptions = {}) {
  const steps: { readonly at: string; readonly act: () => Promise<unknown> }[] = [
    { at: 'git/create-tree', act: () => build(SECOND) },
    { at: 'git/list-matching-refs', act: whileWaiting },
  ]
  bench.github.beforeRequest = async ({ operation }: RecordedRequest) => {
    if (operation !== steps[0]?.at) return
    const step = steps.shift()
    await step?.act()
  }
  return await build(FIRST, more)
}

/** By whose run each value of the pull request came. */
function runs(): Readonly<Record<string, number>> {
  const reading = readState(bench.github.pull(REPOSITORY, 1).body ?? '')
  if (reading.kind !== 'found') return {}
  return Object.fromEntries(
    Object.entries(reading.state.policies).map(([name, { run }]) => [
      name.replace('prod:', ''),
      Number(run?.split('/').at(-1)),
    ]),
  )
}

function intent(more: { readonly images: readonly string[] } & Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ v: 1, group: 'namespace:prod', config: '.image-bump.yaml', ...more })
}

/** Leaves a text in the queue of the branch, as a run would that is gone. */
function leave(place: number, message: string): void {
  const { git } = bench.github.repository(REPOSITORY)
  const person = { name: 'somebody', email: 'somebody@example.com', date: '2026-01-01T00:00:00Z' }
  const oid = git.objects.writeCommit({ tree: EMPTY_TREE, parents: [], author: person, committer: person, message })
  const mark = String(place).padStart(8, '0')
  expect(git.update([{ ref: `${QUEUE}${String(place).padStart(6, '0')}-${mark}`, before: ZERO, after: oid }])).toBe(
    true,
  )
}

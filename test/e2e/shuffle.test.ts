import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, close, head, mayMove, merge, newModel, type Model } from '../support/e2e/model.ts'
import { World } from '../support/e2e/world.ts'
import { startGitHub, type GitHubStandIn } from '../support/github/server.ts'

const SERVICES = ['cart', 'shop', 'site'] as const
const HOLD_LABEL = 'image-bump:hold'
/** More of them: SHUFFLES=500; others of them: SHUFFLE_SEED=7. */
const RUNS = Number(process.env['SHUFFLES'] ?? 24)
const SEED = Number(process.env['SHUFFLE_SEED'] ?? 1)
const SIDE_BY_SIDE = 3
const STEPS = 14

const service = fc.constantFrom(...SERVICES)
const step = fc.oneof(
  // A new build whose run comes at once, or only later; and one of a build that was made some time ago.
  { weight: 8, arbitrary: fc.record({ do: fc.constant('build' as const), service }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('slow build' as const), service }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('late run' as const), service, ago: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('merge' as const), how: fc.constantFrom('merge', 'squash', 'rebase') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete head' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('set on head' as const), service, by: fc.integer({ min: -1, max: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('note on head' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('set on base' as const), service, by: fc.integer({ min: -2, max: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('hold' as const), service, by: fc.integer({ min: -1, max: 1 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end holds' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('label' as const), on: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** Stories that once ended wrongly. */
const FOUND: readonly (readonly Step[])[] = [
  // A text that still spoke of a value which a person had replaced was taken for what was merged.
  [
    { do: 'build', service: 'site' },
    { do: 'set on head', service: 'site', by: 1 },
    { do: 'late run', service: 'site', ago: 0 },
    { do: 'merge', how: 'squash' },
    { do: 'set on base', service: 'site', by: -2 },
  ],
  // A value under a hold stayed on a branch that somebody else had committed to.
  [
    { do: 'build', service: 'shop' },
    { do: 'note on head' },
    { do: 'hold', service: 'shop', by: -1 },
    { do: 'build', service: 'cart' },
    { do: 'end holds' },
  ],
]

let github: GitHubStandIn
beforeAll(async () => {
  // GitHub tells times in seconds; here every one is another, as among people.
  let minutes = 0
  github = await startGitHub({ now: () => new Date(Date.UTC(2026, 0, 1) + 60_000 * minutes++) })
})
afterAll(async () => {
  await github.stop()
})

test(
  'whatever builds and people do, in whatever order, every value ends at the newest that nobody turned down',
  async () => {
    const cases = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), { numRuns: RUNS, seed: SEED })
    const queue = [...[...FOUND, ...cases].entries()]
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await play(`acme/gitops-${next[0]}`, next[1], next[0] % 2 === 1)
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
    expect(github.violations).toEqual([])
  },
  // Three runs a second, with other tests beside.
  60_000 + RUNS * 8_000,
)

/** One interleaving, on a repository of its own; every second one is read through the API. */
async function play(repository: string, steps: readonly Step[], shortcut: boolean): Promise<void> {
  const world = new World(github, repository, SERVICES, shortcut)
  await world.open()
  const game: Game = { world, model: newModel(SERVICES), made: new Map(), told: [], isBehind: false }
  for (const one of steps) {
    game.told.push(JSON.stringify(one))
    await take(game, one)
    await compare(game)
  }
  await quiesce(game)
}

interface Game {
  readonly world: World
  readonly model: Model
  /** The newest build of each service. */
  readonly made: Map<string, number>
  /** The steps so far, for whoever reads a failure. */
  readonly told: string[]
  /** People changed base, and no run has come by since. */
  isBehind: boolean
}

async function take(game: Game, one: Step): Promise<void> {
  const { world, model, made } = game
  switch (one.do) {
    case 'build':
    case 'slow build': {
      const value = (made.get(one.service) ?? 0) + 1
      made.set(one.service, value)
      return one.do === 'build' ? deliver(game, one.service, value) : undefined
    }
    case 'late run':
      return deliver(game, one.service, Math.max(1, (made.get(one.service) ?? 0) - one.ago))
    case 'merge':
      if (world.pull !== undefined && (await world.merge(one.how))) merge(model)
      return
    case 'close':
      if (world.pull === undefined) return
      world.close()
      return close(model)
    case 'delete head':
      await world.deleteHead()
      return close(model)
    case 'set on head':
      if (model.open === undefined || game.isBehind) return
      return setOnHead(game, one.service, Math.max(0, head(model, one.service) + one.by))
    case 'note on head':
      if (model.open === undefined || game.isBehind) return
      model.touched = true
      return world.note(game.told.join('\n'))
    case 'set on base': {
      // Two people at the same lines would have to agree first.
      if (model.touched) return
      const value = Math.max(0, Math.floor((model.base.get(one.service) ?? 0) + one.by))
      if (value === model.base.get(one.service)) return
      model.base.set(one.service, value)
      game.isBehind = true
      return world.set('main', one.service, value)
    }
    case 'hold':
      model.holds.set(one.service, Math.max(0, Math.floor(head(model, one.service)) + one.by))
      return world.hold(model.holds)
    case 'end holds':
      if (model.holds.size === 0) return
      model.holds.clear()
      return world.hold(model.holds)
    case 'label':
      if (model.open === undefined) return
      model.labelled = one.on
      return one.on ? world.label(HOLD_LABEL) : world.unlabel(HOLD_LABEL)
  }
}

async function setOnHead(game: Game, service: string, value: number): Promise<void> {
  const personal = Math.floor(value) + 0.5
  game.model.personal.set(service, personal)
  game.model.touched = true
  await game.world.set('head', service, personal)
}

async function deliver(game: Game, service: string, value: number): Promise<void> {
  const { world, model, made } = game
  made.set(service, Math.max(value, made.get(service) ?? 0))
  const before = await world.values('main')
  const report = await world.build(service, value)
  expect(report.error, game.told.join('\n')).toBeUndefined()
  expect(await world.values('main'), 'a run never touches base').toEqual(before)
  game.isBehind &&= model.labelled
  build(model, service, value)
}

/** The pull request is what the model says, and what people set on its branch stands there. */
async function compare({ world, model, told, isBehind }: Game): Promise<void> {
  const story = told.join('\n')
  expect(await world.values('main'), story).toEqual(Object.fromEntries(model.base))
  expect(world.pull !== undefined, `is a pull request open?\n${story}`).toBe(model.open !== undefined)
  // What people did on base since the last run is not in the branch yet.
  if (model.open === undefined || isBehind) return
  const wanted = SERVICES.map((service) => [service, head(model, service)])
  expect(await world.values(), story).toEqual(Object.fromEntries(wanted))
}

/** Everybody agrees at last: what is open with a person's commits is merged, every build is delivered again, and merged. */
async function quiesce(game: Game): Promise<void> {
  const { world, model, made, told } = game
  told.push('quiesce')
  if (model.labelled) world.unlabel(HOLD_LABEL)
  model.labelled = false
  if (model.touched) await mergeOrSay(game)
  for (const service of SERVICES) {
    const newest = made.get(service) ?? 0
    // The newest always: base may have gone past it by other hands, and the pull request must hear of that.
    const first = Math.min(Math.floor(model.base.get(service) ?? 0) + 1, newest)
    for (let value = Math.max(1, first); value <= newest; value += 1) await deliver(game, service, value)
  }
  const values = SERVICES.map((service): [string, number] => {
    const allowed = Array.from({ length: made.get(service) ?? 0 }, (_, index) => index + 1)
    return [
      service,
      Math.max(model.base.get(service) ?? 0, ...allowed.filter((value) => mayMove(model, service, value))),
    ]
  })
  if (world.pull !== undefined) await mergeOrSay(game)
  expect(await world.values('main'), told.join('\n')).toEqual(Object.fromEntries(values))
}

async function mergeOrSay({ world, model, told }: Game): Promise<void> {
  expect(await world.merge('merge'), `it cannot be merged:\n${told.join('\n')}`).toBe(true)
  merge(model)
}

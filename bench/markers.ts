/** Two repositories of the same size, one with a few markers and one full of them: what the markers alone cost. */
import { existsSync, rmSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { commitHead, entry, git, makeRepository, placeOf, randomOf, treeAfter, type GitOps } from './gitops.ts'
import { appFiles, policyFiles } from './manifests.ts'
import { measure } from './measure.ts'
import { median, seconds, table } from './table.ts'

const FILES = 10_000
const MARKED = [10, FILES] as const
const ENVIRONMENTS = ['dev', 'test', 'staging', 'prod-eu', 'prod-us']
const BYTES_A_FILE = 2048
const SEED = 20_261_121

/** Which policy the marker of a file names. The first file alone names the first policy, so one place moves. */
const NAMING = {
  'ten policies': (index: number) => (index === 0 ? 0 : 1 + (index % 9)),
  'a policy each': (index: number) => index,
} as const

type Naming = keyof typeof NAMING

export interface MarkedRepository extends GitOps {
  /** The same files on disk. */
  readonly checkout: string
}

/** One command at a time, on both repositories in turn. */
export async function markers(node: string, turns: number): Promise<string> {
  const rows: (readonly string[])[] = []
  for (const naming of Object.keys(NAMING) as Naming[]) {
    const pair = await Promise.all(MARKED.map(async (marked) => await markedRepository(marked, naming)))
    for (const way of Object.keys(WAYS) as Way[]) {
      const walls = pair.map((): number[] => [])
      for (let turn = 0; turn <= turns; turn += 1)
        for (const [index, repository] of pair.entries()) {
          const wallMs = await planOnce(node, repository, way)
          if (turn > 0) walls[index]?.push(wallMs)
        }
      const [few = [], all = []] = walls
      const ratios = all.map((wallMs, turn) => wallMs / (few[turn] ?? Number.NaN))
      rows.push([
        `plan, ${way}, ${naming}`,
        seconds(median(few)),
        seconds(median(all)),
        `${median(ratios).toFixed(2)} ×`,
      ])
    }
  }
  const head = MARKED.map((marked) => `${marked.toLocaleString('en')} of ${FILES.toLocaleString('en')} files marked`)
  return table(['', ...head, 'ratio'], rows)
}

/** Made anew where it is not there yet. */
export async function markedRepository(marked: number, naming: Naming): Promise<MarkedRepository> {
  const directory = placeOf(`marked-${marked}-${naming.replaceAll(' ', '-')}`)
  const checkout = `${directory}.files`
  if (!existsSync(directory)) await makeRepository(directory, stream(marked, naming))
  const tip = git(directory, ['rev-parse', 'refs/heads/main']).trim()
  if (!existsSync(checkout)) await checkOut(directory, tip, checkout)
  const [path = '', ...others] = places(marked)
  const bump = { image: 'ghcr.io/acme/app-0', from: '1.4.2', to: '1.5.0', paths: [path] }
  const expectedTree = treeAfter(directory, tip, bump)
  return { directory, checkout, tip, files: FILES, bump, marked: [path, ...others], expectedTree }
}

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const WAYS = {
  checkout: ({ checkout }: MarkedRepository) => ['--worktree', checkout],
  'git objects': ({ directory }: MarkedRepository) => ['--git-dir', directory],
} as const

type Way = keyof typeof WAYS

async function planOnce(node: string, repository: MarkedRepository, way: Way): Promise<number> {
  const { image, to, paths } = repository.bump
  const { wallMs, exitCode, output } = await measure({
    command: [node, CLI, 'plan', '--image', `${image}:${to}`, ...WAYS[way](repository)],
    env: { PATH: process.env['PATH'] ?? '' },
    cwd: repository.checkout,
  })
  const planned = [...output.matchAll(/^\+\+\+ b\/(.*)$/gm)].map(([, path]) => path)
  if (exitCode !== 0 || planned.join() !== paths.join()) throw new Error(`plan came to another end:\n${output}`)
  return wallMs
}

function* stream(marked: number, naming: Naming): Generator<string> {
  const random = randomOf(SEED)
  const isMarked = markedIn(marked)
  const indexes = Array.from({ length: FILES }, (_, index) => index)
  yield commitHead(0, 'chore: import')
  const named = new Set(indexes.filter(isMarked).map(NAMING[naming]))
  for (const file of policyFiles([...named].map((policy) => `app-${policy}`))) yield entry(file)
  for (const index of indexes) {
    const app = `app-${NAMING[naming](index)}`
    const environment = ENVIRONMENTS[index % ENVIRONMENTS.length] ?? ''
    const [deployment] = appFiles({ app, environment, marked: isMarked(index), random, bytes: BYTES_A_FILE })
    yield entry({ path: placeIn(index), text: deployment?.text ?? '' })
  }
}

function places(marked: number): readonly string[] {
  return Array.from({ length: FILES }, (_, index) => index)
    .filter(markedIn(marked))
    .map(placeIn)
}

function markedIn(marked: number): (index: number) => boolean {
  return (index) => index % (FILES / marked) === 0
}

function placeIn(index: number): string {
  const app = Math.floor(index / ENVIRONMENTS.length)
  return `clusters/${ENVIRONMENTS[index % ENVIRONMENTS.length]}/app-${String(app).padStart(5, '0')}/deployment.yaml`
}

async function checkOut(directory: string, tip: string, folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`
  const index = `${making}.index`
  await mkdir(making)
  git(directory, ['read-tree', '--reset', '-u', tip], { env: { GIT_WORK_TREE: making, GIT_INDEX_FILE: index } })
  rmSync(index, { force: true })
  await rename(making, folder)
}

/** Realistic GitOps repositories from a seed: apps × environments, one file in a hundred marked, some history. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gitEnvironment } from '../test/support/github/git.ts'
import { appFiles, CHARTS, crd, policyFiles, type TextFile } from './manifests.ts'

/** A bare repository in the temporary folder, and the one bump that every rival makes in it. */
export interface GitOps {
  readonly directory: string
  readonly tip: string
  readonly files: number
  readonly bump: Bump
  /** The paths that hold a marker. */
  readonly marked: readonly string[]
  /** The tree that the bump has to come to: every byte of every file. */
  readonly expectedTree: string
}

export interface Bump {
  readonly image: string
  readonly from: string
  readonly to: string
  readonly paths: readonly string[]
}

const SEED = 20_261_120
/** Counts up when what is generated changes, so that what lies in the temporary folder is not taken for it. */
const FORM = 4
const ENVIRONMENTS = ['dev', 'test', 'staging', 'prod-eu', 'prod-us']
const MARKED_ENVIRONMENTS = ['prod-eu', 'prod-us']
/** Ten files an environment, fifty an app; two marked ones in every fourth app come to one in a hundred. */
const FILES_AN_APP = 50
const MARKED_EVERY = 4
const HISTORY = 30
const BYTES_A_FILE = 2048

export async function gitopsRepository(files: number): Promise<GitOps> {
  const directory = placeOf(String(files))
  const apps = Array.from({ length: Math.ceil(files / FILES_AN_APP) }, (_, index) => appName(index))
  const markedApps = apps.filter((_, index) => index % MARKED_EVERY === 0)
  if (!existsSync(directory)) await makeRepository(directory, stream(apps, files))
  const tip = git(directory, ['rev-parse', 'refs/heads/main']).trim()
  const bump: Bump = {
    image: `ghcr.io/acme/${markedApps[0] ?? ''}`,
    from: '1.4.2',
    to: '1.5.0',
    paths: MARKED_ENVIRONMENTS.map((environment) => markedPath(environment, markedApps[0] ?? '')),
  }
  const marked = markedApps.flatMap((app) => MARKED_ENVIRONMENTS.map((environment) => markedPath(environment, app)))
  return { directory, tip, files, bump, marked, expectedTree: treeAfter(directory, tip, bump) }
}

/** Where a repository lies from one benchmark to the next, by what makes it different from the others. */
export function placeOf(name: string): string {
  return join(tmpdir(), `image-bump-bench-${FORM}-${SEED}-${name}.git`)
}

/** A random number in [0, 1) at a time, always the same ones for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function appName(index: number): string {
  return `app-${String(index).padStart(5, '0')}`
}

function markedPath(environment: string, app: string): string {
  return `clusters/${environment}/${app}/deployment.yaml`
}

/** Makes a bare repository of what git fast-import reads. */
export async function makeRepository(directory: string, texts: Iterable<string>): Promise<void> {
  const making = `${directory}.${process.pid}`
  await mkdir(making, { recursive: true })
  git(making, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main'])
  await importAll(making, texts)
  // As a forge keeps it: one pack, with deltas.
  git(making, ['repack', '-a', '-d', '-q', '--write-bitmap-index'])
  git(making, ['pack-refs', '--all'])
  await rename(making, directory).catch(() => rm(making, { recursive: true }))
}

async function importAll(directory: string, texts: Iterable<string>): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet', '--date-format=raw'], {
    env: { ...process.env, GIT_DIR: directory },
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  for (const text of texts) if (!child.stdin.write(text)) await once(child.stdin, 'drain')
  child.stdin.end()
  const [code] = (await ended) as [number]
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}

/** The whole history as git fast-import reads it: one commit with everything, then small ones of people. */
function* stream(apps: readonly string[], files: number): Generator<string> {
  const random = randomOf(SEED + files)
  yield commitHead(0, 'chore: import')
  for (const file of policyFiles(markedNames(apps))) yield entry(file)
  const charts = Math.min(CHARTS.length, Math.floor(files / 1000))
  for (const name of CHARTS.slice(0, charts)) yield entry(crd(name, random))
  for (const [index, app] of apps.entries())
    for (const environment of ENVIRONMENTS) yield entries(app, environment, index % MARKED_EVERY === 0, random)
  for (let number = 1; number <= HISTORY; number += 1) {
    const app = apps[Math.floor(random() * apps.length)] ?? ''
    yield commitHead(number, `chore: tune ${app}`)
    for (const environment of ['dev', 'test'])
      for (const file of appFiles({ app, environment, marked: false, random, bytes: BYTES_A_FILE })) yield entry(file)
  }
}

function entries(app: string, environment: string, isMarked: boolean, random: () => number): string {
  const marked = isMarked && MARKED_ENVIRONMENTS.includes(environment)
  return appFiles({ app, environment, marked, random, bytes: BYTES_A_FILE }).map(entry).join('')
}

function markedNames(apps: readonly string[]): readonly string[] {
  return apps.filter((_, index) => index % MARKED_EVERY === 0)
}

export function commitHead(number: number, message: string): string {
  const who = `maintainer <maintainer@acme.example> ${1_760_000_000 + number * 3600} +0000`
  return `commit refs/heads/main\ncommitter ${who}\ndata ${Buffer.byteLength(message)}\n${message}\n`
}

export function entry({ path, text }: TextFile): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
}

/** The tree after the bump, by git alone. */
export function treeAfter(directory: string, tip: string, { image, from, to, paths }: Bump): string {
  const index = join(tmpdir(), `image-bump-bench-index-${process.pid}`)
  const inIndex = { GIT_INDEX_FILE: index }
  try {
    git(directory, ['read-tree', tip], { env: inIndex })
    for (const path of paths) {
      const before = git(directory, ['cat-file', 'blob', `${tip}:${path}`])
      const text = before.replaceAll(`${image}:${from}`, `${image}:${to}`)
      if (text === before) throw new Error(`${path} does not hold ${image}:${from}`)
      const oid = git(directory, ['hash-object', '-w', '--stdin'], { input: text }).trim()
      git(directory, ['update-index', '--cacheinfo', `100644,${oid},${path}`], { env: inIndex })
    }
    return git(directory, ['write-tree', '--missing-ok'], { env: inIndex }).trim()
  } finally {
    rmSync(index, { force: true })
  }
}

interface GitCall {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Blocking: nothing is served while a repository is made. */
export function git(directory: string, args: readonly string[], { input = '', env = {} }: GitCall = {}): string {
  const options = { env: gitEnvironment({ GIT_DIR: directory, ...env }), input, maxBuffer: 1 << 28 }
  const { status, stdout, stderr } = spawnSync('git', args, options)
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}`)
  return stdout.toString()
}

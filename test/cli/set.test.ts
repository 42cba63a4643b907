import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import markerCases from '../conformance/marker-cases.json' with { type: 'json' }
import { filesIn, makeFolders, type Folders } from './folders.ts'
import { fourAtATime } from './four-at-a-time.ts'
import { runCli } from './run-cli.ts'

let folders: Folders
beforeAll(async () => {
  folders = await makeFolders()
})
afterAll(async () => await folders.remove())

const DIGEST = `sha256:${'ab'.repeat(32)}`
const APP = `image: ghcr.io/acme/shop:1.4.2 # {"$imagepolicy": "prod:shop"}
tag: 2.0.0 # {"$imagepolicy": "prod:shop:tag"}
name: ghcr.io/acme/shop # {"$imagepolicy": "prod:shop:name"}
`
const FILES = { 'app.yaml': APP }

const place = (line: number, column: number): object => ({ path: 'app.yaml', line, column })
const CHANGES = [
  {
    ...place(1, 8),
    policy: 'prod:shop',
    part: 'reference',
    from: 'ghcr.io/acme/shop:1.4.2',
    to: 'ghcr.io/acme/shop:1.0.0',
  },
  { ...place(2, 6), policy: 'prod:shop', part: 'tag', from: '2.0.0', to: '1.0.0' },
]
const SKIPS = [
  {
    path: 'app.yaml',
    line: 3,
    policy: 'prod:shop',
    why: 'equal',
    current: 'ghcr.io/acme/shop',
    candidate: 'ghcr.io/acme/shop',
  },
]

test('without --write it only tells, as one JSON value with its keys in one order', async () => {
  const cwd = await folders.folder(FILES)
  const { exitCode, stdout, stderr } = await runCli(['set', 'prod:shop=ghcr.io/acme/shop:1.0.0', '--json'], { cwd })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const json = { v: 1, outcome: 'planned', changes: CHANGES, skips: SKIPS, findings: [] }
  expect(stdout).toBe(`${JSON.stringify(json, undefined, 2)}\n`)
  expect(await readFile(join(cwd, 'app.yaml'), 'utf8')).toBe(APP)
})

test('with --write the files are written, byte for byte, and a digest may come along', async () => {
  const cwd = await folders.folder(FILES)
  const argv = ['set', `prod:shop=ghcr.io/acme/shop:1.0.0@${DIGEST}`, '--write', '--json']
  expect(JSON.parse((await runCli(argv, { cwd })).stdout)).toMatchObject({ v: 1, outcome: 'applied' })
  expect(await readFile(join(cwd, 'app.yaml'), 'utf8')).toBe(
    APP.replace(':1.4.2', `:1.0.0@${DIGEST}`).replace('2.0.0', '1.0.0'),
  )
  expect(JSON.parse((await runCli(argv, { cwd })).stdout)).toMatchObject({ outcome: 'unchanged', changes: [] })
})

test('of a commit the tree is told, and nothing is written', async () => {
  const gitDir = await folders.bare(FILES)
  const before = await filesIn(gitDir)
  const argv = ['set', 'prod:shop=ghcr.io/acme/shop:1.0.0', '--json', '--git-dir', gitDir, '--at', 'main']
  const { stdout } = await runCli(argv, { cwd: await folders.folder() })
  const { tree, ...rest } = JSON.parse(stdout) as { readonly tree: string }
  expect(tree).toMatch(/^[0-9a-f]{40}$/)
  expect(rest).toEqual({ v: 1, outcome: 'planned', changes: CHANGES, skips: SKIPS, findings: [] })
  expect(await filesIn(gitDir)).toEqual(before)
})

test('as text the diff is on stdout and the rest on stderr', async () => {
  const { stdout, stderr } = await runCli(['set', 'prod:shop=ghcr.io/acme/shop:1.0.0'], {
    cwd: await folders.folder(FILES),
  })
  expect(stdout).toMatch(/^--- a\/app\.yaml\n\+\+\+ b\/app\.yaml\n@@ /)
  expect(stdout).toContain('-tag: 2.0.0 # {"$imagepolicy": "prod:shop:tag"}\n')
  expect(stderr).not.toMatch(/^[-+]/m)
  expect(stderr).toContain('nothing was written')
})

test('in an empty folder there is nothing to set, which --strict makes 3', async () => {
  const cwd = await folders.folder()
  const argv = ['set', 'prod:shop=ghcr.io/acme/shop:1.0.0', '--json']
  const { exitCode, stdout } = await runCli(argv, { cwd })
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    v: 1,
    outcome: 'unchanged',
    changes: [],
    skips: [],
    findings: [{ code: 'UNUSED_POLICY', message: expect.stringContaining('"prod:shop"') as unknown }],
  })
  expect((await runCli([...argv, '--strict'], { cwd })).exitCode).toBe(3)
})

test.each([
  { argv: ['prod:shpo=a/b:1'], asks: 'Did you mean prod:shop?', because: 'no marker has the name' },
  { argv: ['prod:shop=1.4.0'], asks: 'Did you mean prod:shop=IMAGE:TAG?', because: 'a tag alone reads as a name' },
])('set $argv is asked: $asks, for $because', async ({ argv, asks }) => {
  const files = { 'app.yaml': 'tag: 2.0.0 # {"$imagepolicy": "prod:shop:tag"}\n' }
  const { exitCode, stderr } = await runCli(['set', ...argv], { cwd: await folders.folder(files) })
  expect(exitCode).toBe(0)
  expect(stderr).toContain(asks)
})

const BOTH = ['DEAD_MARKER shop.yaml', 'DEAD_MARKER till.yaml'] as const
test.each([
  { argv: ['prod:shop=a/b:1'], live: 0, told: [...BOTH], because: 'files are few' },
  { argv: ['prod:shop=a/b:1'], live: 500, told: ['DEAD_MARKER shop.yaml'], because: 'others name other policies' },
  {
    argv: ['prod:shpo=a/b:1'],
    live: 500,
    told: [...BOTH, 'UNUSED_POLICY '],
    because: 'what it was to be may stand in any file',
  },
])('set $argv among $live more tells $told, because $because', async ({ argv, live, told }) => {
  const dead = (name: string): string => `# {"$imagepolicy": "${name}"}\nkey: value\n`
  const more = Array.from({ length: live }, (_, index) => [`live/${index}.yaml`, FILES['app.yaml']])
  const files = {
    ...FILES,
    'shop.yaml': dead('prod:shop'),
    'till.yaml': dead('prod:till'),
    ...Object.fromEntries(more),
  }
  const { stdout } = await runCli(['set', ...argv, '--json'], { cwd: await folders.folder(files) })
  const { findings } = JSON.parse(stdout) as { findings: readonly { code: string; path?: string }[] }
  expect(findings.map(({ code, path = '' }) => `${code} ${path}`)).toEqual(told)
})

test.each([
  { argv: [], says: 'Say which policy gets what' },
  { argv: ['shop=ghcr.io/acme/shop:1'], says: 'write namespace:name=image:tag' },
  { argv: ['prod:shop=ghcr.io/acme/SHOP:1'], says: 'upper-case' },
  { argv: ['prod:shop=a/b:1', 'prod:shop=a/b:2'], says: 'given twice' },
  { argv: ['prod:shop=a/b:1', '--at', 'main'], says: 'Give --git-dir too' },
  { argv: ['prod:shop=a/b:1', '--git-dir', '.', '--worktree', '.'], says: 'not both' },
  { argv: ['prod:shop=a/b:1', '--worktree', 'nowhere'], says: 'is no folder' },
  { argv: ['prod:shop=a/b:1', '--git-dir', '.'], says: 'is no git repository' },
])('set $argv is a wrong call: $says', async ({ argv, says }) => {
  const cwd = await folders.folder(FILES)
  const { exitCode, stdout, stderr } = await runCli(['set', ...argv, '--json'], { cwd })
  expect(exitCode).toBe(2)
  expect(JSON.parse(stdout)).toEqual({
    v: 1,
    error: { code: expect.stringMatching(/^BAD_/) as unknown, message: expect.stringContaining(says) as unknown },
  })
  expect(stderr).toContain(says)
})

test('the 60 marker cases, through the shipped command', { timeout: 120_000 }, async () => {
  interface MarkerCase {
    readonly id: string
    readonly path?: string
    readonly before: string
    readonly policies: Readonly<
      Record<string, { readonly name: string; readonly tag: string; readonly digest?: string }>
    >
    readonly idealAfter: string
  }
  const cases = markerCases as readonly MarkerCase[]
  const answers = await fourAtATime(cases, async ({ id, path = 'app.yaml', before, policies }) => {
    const cwd = await folders.folder({ [path]: before })
    const assignments = Object.entries(policies).map(
      ([policy, { name, tag, digest }]) => `${policy}=${name}:${tag}${digest === undefined ? '' : `@${digest}`}`,
    )
    const { exitCode } = await runCli(['set', ...assignments, '--write', '--json'], { cwd })
    return { id, exitCode, after: await readFile(join(cwd, path), 'utf8') }
  })
  expect(answers).toHaveLength(60)
  expect(answers).toEqual(
    cases.map(({ id, before, idealAfter }) => ({
      id,
      exitCode: 0,
      after: idealAfter === 'unchanged' ? before : idealAfter,
    })),
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesIn, makeFolders, type Folders } from './folders.ts'
import { runCli } from './run-cli.ts'

let folders: Folders
beforeAll(async () => {
  folders = await makeFolders()
})
afterAll(async () => await folders.remove())

const POLICIES = "policies: { 'prod:shop': { image: ghcr.io/acme/shop, policy: { semver: { range: '1.x' } } } }\n"
const ENV = 'SHOP=1.4.2 # {"$imagepolicy": "prod:shop:tag"}\r\n'
const DOCKERFILE = '# {"$imagepolicy": "prod:shop"}\nFROM ghcr.io/acme/shop:1.4.2 AS base\n'
const FILES = {
  '.image-bump.yaml': `${POLICIES}files: [deploy/**/*.env, '**/Dockerfile']\n`,
  'deploy/prod/.env': ENV,
  'build/Dockerfile': DOCKERFILE,
  'other/.env': ENV,
}
const AFTER = {
  ...FILES,
  'deploy/prod/.env': ENV.replace('1.4.2', '1.5.0'),
  'build/Dockerfile': DOCKERFILE.replace('1.4.2', '1.5.0'),
}

/** What is in a folder, as text. */
async function texts(folder: string): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await filesIn(folder)).map(([path, bytes]) => [path, bytes.toString()]))
}

test.each([
  ['apply', '--image', 'ghcr.io/acme/shop:1.5.0'],
  ['set', 'prod:shop=ghcr.io/acme/shop:1.5.0', '--write'],
])('%s moves markers in the files that the policy file names, and in no other', async (...argv) => {
  const cwd = await folders.folder(FILES)
  expect(await runCli(argv, { cwd })).toMatchObject({ exitCode: 0 })
  expect(await texts(cwd)).toEqual(AFTER)
  expect(await runCli(argv, { cwd })).toMatchObject({ exitCode: 0 })
  expect(await texts(cwd)).toEqual(AFTER)
})

test('a commit is searched for the same files', async () => {
  const gitDir = await folders.bare(FILES)
  const argv = ['plan', '--image', 'ghcr.io/acme/shop:1.5.0', '--git-dir', gitDir, '--at', 'main', '--json']
  const { stdout } = await runCli(argv, { cwd: await folders.folder() })
  const { changes } = JSON.parse(stdout) as { readonly changes: readonly { readonly path: string }[] }
  expect(changes.map(({ path }) => path)).toEqual(['build/Dockerfile', 'deploy/prod/.env'])
})

test('set goes on in YAML alone when the policy file cannot be read, and says so', async () => {
  const yaml = 'tag: 1.4.2 # {"$imagepolicy": "prod:shop:tag"}\n'
  const cwd = await folders.folder({ ...FILES, '.image-bump.yaml': 'files: [', 'a.yaml': yaml })
  const said = await runCli(['set', 'prod:shop=ghcr.io/acme/shop:1.5.0', '--write'], { cwd })
  expect(said.stderr).toContain('.image-bump.yaml cannot be read: YAML alone was searched.\n')
  expect(await texts(cwd)).toMatchObject({ 'a.yaml': yaml.replace('1.4.2', '1.5.0'), 'deploy/prod/.env': ENV })
})

test('lint tells of markers in them that have no effect, and of files of no known format', async () => {
  const cwd = await folders.folder({
    '.image-bump.yaml': `${POLICIES}files: ['**']\n`,
    Dockerfile: `FROM a:1 ${ENV.slice(11)}`,
    'notes.md': ENV,
    'other.md': 'nothing of interest\n',
  })
  const { stdout } = await runCli(['lint'], { cwd })
  expect(stdout).toMatch(/^Dockerfile:1:10 DEAD_MARKER .*Put it on the line above a FROM/m)
  expect(stdout).toMatch(/^notes\.md FILE_UNREADABLE .*"files" names it/m)
  expect(stdout).not.toContain('other.md')
})

test('lint tells of markers in a file of a known format that the policy file does not name', async () => {
  const cwd = await folders.folder(FILES)
  const { stdout } = await runCli(['lint'], { cwd })
  expect(stdout).toMatch(/^other\/\.env:1:15 FILE_SKIPPED .*Add a glob to its "files"\.$/m)
})

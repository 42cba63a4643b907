import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { git } from '../support/git-fixture.ts'
import { filesIn, makeFolders, type Folders } from './folders.ts'
import { runCli } from './run-cli.ts'

let folders: Folders
beforeAll(async () => {
  folders = await makeFolders()
})
afterAll(async () => await folders.remove())

const FILES = {
  '.image-bump.yaml': `version: 1
policies:
  prod:shop: { image: ghcr.io/acme/shop, policy: { semver: { range: '>=1.0.0' } } }
  prod:cart: { image: ghcr.io/acme/cart, policy: { semver: { range: '>=1.0.0' } } }
`,
  'apps/cart.yaml': 'kind: Cart\n\nimage: ghcr.io/acme/cart:2.1.0 # {"$imagepolicy": "prod:cart"}\n',
  'apps/old.yaml': 'image: ghcr.io/acme/old:1.0.0 # {"$imagepolicy": "prod:hsop"}\n',
  'apps/shop.yaml': 'spec:\n  image: ghcr.io/acme/shop:1.4.2 # {"$imagepolicy": "prod:shop"}\n',
}
const IMAGES = ['--image', 'ghcr.io/acme/shop:1.5.0', '--image', 'ghcr.io/acme/cart:2.0.9']

const CONTRACT = {
  v: 1,
  outcome: 'planned',
  changes: [
    {
      path: 'apps/shop.yaml',
      line: 2,
      column: 10,
      policy: 'prod:shop',
      part: 'reference',
      from: 'ghcr.io/acme/shop:1.4.2',
      to: 'ghcr.io/acme/shop:1.5.0',
    },
  ],
  skips: [
    {
      path: 'apps/cart.yaml',
      line: 3,
      policy: 'prod:cart',
      why: 'older',
      current: 'ghcr.io/acme/cart:2.1.0',
      candidate: 'ghcr.io/acme/cart:2.0.9',
    },
  ],
  findings: [
    {
      code: 'UNKNOWN_POLICY',
      path: 'apps/old.yaml',
      line: 1,
      column: 8,
      message:
        'Nobody defines policy "prod:hsop". Did you mean "prod:shop"? Define it in the policy file, or correct the marker.',
    },
  ],
}

describe('plan', () => {
  test('is one JSON value with its keys in one order, and touches nothing', async () => {
    const cwd = await folders.folder(FILES)
    const before = await filesIn(cwd)
    const { exitCode, stdout, stderr } = await runCli(['plan', ...IMAGES, '--json'], { cwd })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toBe(`${JSON.stringify(CONTRACT, undefined, 2)}\n`)
    expect(await filesIn(cwd)).toEqual(before)
  })

  test('of a commit tells the tree that git makes of the same change, and touches nothing', async () => {
    const gitDir = await folders.bare(FILES)
    const before = await filesIn(gitDir)
    const argv = ['plan', ...IMAGES, '--json', '--git-dir', gitDir, '--at', 'main']
    const { stdout } = await runCli(argv, { cwd: await folders.folder() })
    expect(await filesIn(gitDir)).toEqual(before)
    const after = { ...FILES, 'apps/shop.yaml': FILES['apps/shop.yaml'].replace('1.4.2', '1.5.0') }
    const tree = await git(await folders.bare(after), 'rev-parse', 'main^{tree}')
    expect(stdout).toBe(`${JSON.stringify({ ...CONTRACT, tree }, undefined, 2)}\n`)
  })

  test('as text has the diff and the skips on stdout, findings and outcome on stderr', async () => {
    const { exitCode, stdout, stderr } = await runCli(['plan', ...IMAGES], { cwd: await folders.folder(FILES) })
    expect(exitCode).toBe(0)
    expect(stdout).toBe(`--- a/apps/shop.yaml
+++ b/apps/shop.yaml
@@ -1,2 +1,2 @@
 spec:
-  image: ghcr.io/acme/shop:1.4.2 # {"$imagepolicy": "prod:shop"}
+  image: ghcr.io/acme/shop:1.5.0 # {"$imagepolicy": "prod:shop"}

kept                policy     value                      candidate                  why
apps/cart.yaml:3:8  prod:cart  "ghcr.io/acme/cart:2.1.0"  "ghcr.io/acme/cart:2.0.9"  the candidate is not newer: 2.0.9 < 2.1.0 by semver
`)
    expect(stderr).toMatch(/^apps\/old\.yaml:1:8 UNKNOWN_POLICY .*\nDry run: .*\n$/)
  })

  const MARKED = 'image: ghcr.io/acme/x:1 # {"$imagepolicy": "prod:gone"}\n'
  const DEAD = `# {"$imagepolicy": "prod:cart"}\nkind: Cart\n`
  const LIVE = 'image: ghcr.io/acme/cart:3.0.0 # {"$imagepolicy": "prod:cart"}\n'
  test.each([
    { how: 'worktree', live: 0, told: 'every file' },
    { how: 'git-dir', live: 0, told: 'every file' },
    { how: 'worktree', live: 500, told: 'files that concern the build, and of few others' },
    { how: 'git-dir', live: 500, told: 'files that concern the build, and of few others' },
  ])('of a $how with $live more marked files it is told of $told', async ({ how, live }) => {
    const strays = Array.from({ length: 25 }, (_, index) => [`apps/stray-${10 + index}.yaml`, MARKED])
    const more = Array.from({ length: live }, (_, index) => [`live/${index}.yaml`, LIVE])
    const files = {
      ...FILES,
      ...Object.fromEntries([...strays, ...more]),
      'apps/cart-too.yaml': DEAD,
      'apps/old.yaml': '',
      'apps/shop-too.yaml': DEAD.replace('cart', 'shop'),
    }
    const tree = how === 'worktree' ? await folders.folder(files) : await folders.bare(files)
    const argv = ['plan', '--image', 'ghcr.io/acme/shop:1.5.0', '--json', `--${how}`, tree]
    const { stdout } = await runCli(argv, { cwd: await folders.folder() })
    const { changes, findings } = JSON.parse(stdout) as typeof CONTRACT
    expect(changes).toEqual(CONTRACT.changes)
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ...(live === 0 ? [['DEAD_MARKER', 'apps/cart-too.yaml']] : []),
      ['DEAD_MARKER', 'apps/shop-too.yaml'],
      ...strays.slice(0, live === 0 ? 25 : 20).map(([path]) => ['UNKNOWN_POLICY', path]),
    ])
  })

  test.each([
    { because: 'a marker names them', text: 'image: x:1 # {"$imagepolicy": "prod:twin"}\n', exitCode: 3 },
    { because: 'only prose does', text: 'prose: |\n  # {"$imagepolicy": "prod:twin"}\n', exitCode: 0 },
  ])('two policies of Flux with one name end in $exitCode where $because', async ({ text, exitCode }) => {
    const twin = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: { name: twin }
spec: { image: ghcr.io/acme/twin }
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: twin }
spec: { imageRepositoryRef: { name: twin }, policy: { alphabetical: {} } }
`
    const cwd = await folders.folder({ ...FILES, 'a.yaml': twin, 'b.yaml': twin, 'c.yaml': text })
    expect((await runCli(['plan', ...IMAGES], { cwd })).exitCode).toBe(exitCode)
  })

  test('does not tell twice that a policy of Flux cannot be read', async () => {
    const flux = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: lost, namespace: flux-system }
spec: { imageRepositoryRef: { name: lost }, policy: { alphabetical: {} } }
`
    const marked = 'image: ghcr.io/acme/lost:1 # {"$imagepolicy": "flux-system:lost"}\n'
    const cwd = await folders.folder({ ...FILES, 'flux.yaml': flux, 'apps/lost.yaml': marked, 'apps/old.yaml': '' })
    const { stdout } = await runCli(['plan', ...IMAGES, '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ code: 'FLUX_UNRESOLVED', path: 'flux.yaml', line: 3 }] })
  })
})

describe('apply', () => {
  test('writes what plan tells, and then has nothing to do', async () => {
    const cwd = await folders.folder(FILES)
    const argv = ['apply', ...IMAGES, '--json']
    expect(JSON.parse((await runCli(argv, { cwd })).stdout)).toEqual({ ...CONTRACT, outcome: 'applied' })
    expect(await readFile(join(cwd, 'apps/shop.yaml'), 'utf8')).toBe(FILES['apps/shop.yaml'].replace('1.4.2', '1.5.0'))
    expect(await readFile(join(cwd, 'apps/cart.yaml'), 'utf8')).toBe(FILES['apps/cart.yaml'])
    const again = JSON.parse((await runCli(argv, { cwd })).stdout) as {
      readonly skips: readonly { readonly why: string }[]
    }
    expect(again).toMatchObject({ outcome: 'unchanged', changes: [] })
    expect(again.skips.map(({ why }) => why)).toEqual(['older', 'equal'])
  })

  test('has no files in a commit', async () => {
    const argv = ['apply', ...IMAGES, '--git-dir', await folders.bare(FILES)]
    const { exitCode, stdout, stderr } = await runCli(argv, { cwd: await folders.folder() })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^BAD_CALL: apply writes files/)
  })
})

test.each([
  { argv: [...IMAGES, '--strict'], files: FILES, exits: 3, because: 'there is a finding' },
  {
    argv: [...IMAGES, '--strict', '--paths', 'apps'],
    files: { ...FILES, 'apps/old.yaml': '' },
    exits: 0,
    because: 'there is none',
  },
  { argv: ['--image', 'ghcr.io/acme/none:1.0.0'], files: FILES, exits: 3, because: 'no policy concerns the image' },
  {
    argv: ['--image', 'ghcr.io/acme/none:1.0.0', '--unmatched', 'warn'],
    files: FILES,
    exits: 0,
    because: 'that is allowed',
  },
  { argv: ['--image', 'ghcr.io/acme/shop:1.5.0'], files: {}, exits: 3, because: 'an empty folder has no policy' },
])('plan $argv exits with $exits: $because', async ({ argv, files, exits }) => {
  const { exitCode, stdout } = await runCli(['plan', ...argv, '--json'], { cwd: await folders.folder(files) })
  expect(exitCode).toBe(exits)
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['v', 'outcome', 'changes', 'skips', 'findings'])
})

test.each([
  { argv: ['plan'], exits: 2, code: 'BAD_IMAGES' },
  { argv: ['plan', '--image', 'https://ghcr.io/x'], exits: 2, code: 'BAD_IMAGES' },
  { argv: ['plan', ...IMAGES, '--unmatched', 'maybe'], exits: 2, code: 'BAD_CALL' },
  { argv: ['plan', ...IMAGES, '--config', 'none.yaml'], exits: 3, code: 'BAD_POLICY' },
  { argv: ['plan', ...IMAGES, '--config', 'apps/cart.yaml'], exits: 3, code: 'BAD_POLICY' },
  { argv: ['plan', ...IMAGES, '--imgae', 'x'], exits: 2, code: 'BAD_CALL' },
  { argv: ['paln', ...IMAGES], exits: 2, code: 'BAD_CALL' },
  { argv: [], exits: 2, code: 'BAD_CALL' },
  { argv: ['run', 'ghcr.io/acme/shop:1.5.0'], exits: 2, code: 'BAD_CALL' },
])('$argv exits with $exits and the error as JSON on stdout, as text on stderr', async ({ argv, exits, code }) => {
  const { exitCode, stdout, stderr } = await runCli([...argv, '--json'], { cwd: await folders.folder(FILES) })
  expect(exitCode).toBe(exits)
  const message = expect.stringMatching(/./) as unknown
  expect(JSON.parse(stdout)).toEqual({ v: 1, error: { code, message } })
  expect(stderr.startsWith(`${code}: `)).toBe(true)
})

test.each(['plan', 'apply', 'set', 'explain', 'lint', 'run'])(
  '%s --help tells its options on stdout',
  async (command) => {
    const { exitCode, stdout, stderr } = await runCli([command, '--help'], { cwd: await folders.folder() })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^Usage: image-bump ${command}`))
    expect(stdout).toContain('--json')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  },
)

test('run --help tells how a token is given without anybody seeing it', async () => {
  const { stdout } = await runCli(['run', '--help'], { cwd: await folders.folder() })
  expect(stdout).toContain('IMAGE_BUMP_TOKEN')
})

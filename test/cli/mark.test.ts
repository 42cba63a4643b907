import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LINT_OPTIONS } from '../../src/cli/lint.ts'
import { MARK_OPTIONS, mark } from '../../src/cli/mark.ts'
import type { Said } from '../../src/cli/output.ts'
import { local } from '../../src/local.ts'
import { call, filesOf, scratch } from './scratch.ts'

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'mark')

const run = (root: string, ...argv: string[]): Promise<Said> =>
  call((args) => mark(local, args, { colour: false }), MARK_OPTIONS, [...argv, '--worktree', root])

const DEPLOYMENT = 'spec:\n  containers:\n    - image: ghcr.io/acme/shop:1.4.2\n'
const MARKED = DEPLOYMENT.replace('1.4.2', '1.4.2 # {"$imagepolicy": "prod:shop"}')
const POLICY = 'version: 1\npolicies:\n  prod:shop:\n    image: ghcr.io/acme/shop\n    policy: { alphabetical: {} }\n'

describe('golden repositories', () => {
  test.each(readdirSync(GOLDEN))('%s', async (name) => {
    const { args, left } = JSON.parse(readFileSync(join(GOLDEN, name, 'call.json'), 'utf8')) as {
      args: string[]
      left: string[]
    }
    const root = scratch(join(GOLDEN, name, 'before'))
    const told = await run(root, ...args)
    expect(filesOf(root)).toEqual(filesOf(join(GOLDEN, name, 'before')))
    const written = await run(root, ...args, '--write')
    expect(filesOf(root)).toEqual(filesOf(join(GOLDEN, name, 'after')))
    expect(written.stdout).toBe(told.stdout)
    expect(written.stdout.split('\n').filter((line) => line.startsWith('left '))).toEqual(
      left.map((line) => `left   ${line}`),
    )
    const again = await run(root, ...args, '--write', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'unchanged', marks: [] })
    expect(filesOf(root)).toEqual(filesOf(join(GOLDEN, name, 'after')))
  })
})

describe('what it says', () => {
  test('text: the diff and a list on stdout, the rest on stderr', async () => {
    const root = scratch({ 'shop.yaml': DEPLOYMENT, '.image-bump.yaml': POLICY })
    expect(await run(root, 'ghcr.io/acme/shop=prod:shop')).toEqual({
      stdout: [
        '--- a/shop.yaml',
        '+++ b/shop.yaml',
        '@@ -1,3 +1,3 @@',
        ' spec:',
        '   containers:',
        '-    - image: ghcr.io/acme/shop:1.4.2',
        '+    - image: ghcr.io/acme/shop:1.4.2 # {"$imagepolicy": "prod:shop"}',
        '',
        'marked shop.yaml:3:14  prod:shop  "ghcr.io/acme/shop:1.4.2"',
        '',
      ].join('\n'),
      stderr: '1 marker in 1 file. Nothing was written yet; add --write.\n',
      exitCode: 0,
    })
  })

  test('JSON: the contract, version 1', async () => {
    const root = scratch({ 'shop.yaml': `${DEPLOYMENT}x: { image: ghcr.io/acme/shop:1.4.2 }\n` })
    const said = await run(root, 'ghcr.io/acme/shop=prod:shop', '--write', '--json')
    expect(said.stderr).toBe('')
    expect(JSON.parse(said.stdout)).toEqual({
      v: 1,
      outcome: 'applied',
      marks: [
        {
          path: 'shop.yaml',
          line: 3,
          column: 14,
          policy: 'prod:shop',
          part: 'reference',
          value: 'ghcr.io/acme/shop:1.4.2',
        },
      ],
      refused: [
        {
          path: 'shop.yaml',
          line: 4,
          column: 13,
          why: 'other values or brackets stand behind it on its line; give it a line of its own',
        },
      ],
      findings: [
        {
          code: 'UNKNOWN_POLICY',
          message: 'Nobody defines policy "prod:shop". Define it in the policy file, or correct the marker.',
        },
      ],
    })
  })

  test('an unknown policy is a finding, which --strict turns into 3', async () => {
    const root = scratch({ 'shop.yaml': DEPLOYMENT })
    expect((await run(root, 'ghcr.io/acme/shop=prod:shop')).exitCode).toBe(0)
    expect((await run(root, 'ghcr.io/acme/shop=prod:shop', '--strict')).exitCode).toBe(3)
  })

  test('when nothing could take a marker, that is 3', async () => {
    const root = scratch({ 'shop.yaml': 'image: ghcr.io/acme/shop\n' })
    const said = await run(root, 'ghcr.io/acme/shop=prod:shop', '--json')
    expect(said.exitCode).toBe(3)
    expect(JSON.parse(said.stdout)).toMatchObject({ outcome: 'unmatched', refused: [{ path: 'shop.yaml', line: 1 }] })
  })
})

describe('what it refuses', () => {
  test.each([
    { argv: [], code: 'BAD_CALL', says: 'Say which image', because: 'nothing was asked' },
    { argv: ['shop'], code: 'BAD_CALL', says: 'image=namespace:name', because: 'there is no policy' },
    {
      argv: ['shop:1=prod:shop'],
      code: 'BAD_CALL',
      says: 'a tag does not belong here',
      because: 'an image has no tag',
    },
    { argv: ['shop=prod:shop:tag'], code: 'BAD_CALL', says: 'the policy alone', because: 'parts are found' },
    { argv: ['shop=prod"}:shop'], code: 'BAD_CALL', says: 'image=namespace:name', because: 'it would break the JSON' },
    {
      argv: ['ghcr.io/acme/shop2=prod:x'],
      code: 'UNMATCHED',
      says: 'Did you mean "ghcr.io/acme/shop"?',
      because: 'it is nowhere',
    },
    {
      argv: ['quay.io/other/shop=prod:x'],
      code: 'UNMATCHED',
      says: 'Did you mean "ghcr.io/acme/shop"?',
      because: 'the same name in another registry',
    },
    {
      argv: ['ghcr.io/acme/shop=far:shop'],
      code: 'UNMATCHED',
      says: 'only outside the paths of "far:shop" (far/**): "shop.yaml"',
      because: 'a marker there would not count',
    },
    {
      argv: ['ghcr.io/acme/shop=far:cart'],
      code: 'BAD_CALL',
      says: 'follows "ghcr.io/acme/cart"',
      because: 'the policy is about another image',
    },
  ])('$argv: $because', async ({ argv, code, says }) => {
    const cart = '  far:cart:\n    image: ghcr.io/acme/cart\n    policy: { alphabetical: {} }\n'
    const far = `  far:shop:\n    image: ghcr.io/acme/shop\n    paths: ['far/**']\n    policy: { alphabetical: {} }\n`
    const files = { 'shop.yaml': DEPLOYMENT, '.image-bump.yaml': POLICY + far + cart }
    const root = scratch(files)
    await expect(run(root, ...argv, '--write')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
    })
    expect(filesOf(root)).toEqual(files)
  })

  test('one image of several that is nowhere: nothing is written at all', async () => {
    const root = scratch({ 'shop.yaml': DEPLOYMENT })
    const call = run(root, 'ghcr.io/acme/shop=prod:shop', 'ghcr.io/acme/none=prod:none', '--write')
    await expect(call).rejects.toMatchObject({ code: 'UNMATCHED', exitCode: 3 })
    expect(filesOf(root)).toEqual({ 'shop.yaml': DEPLOYMENT })
  })
})

describe('where it looks', () => {
  test('--paths narrows, links are passed over', async () => {
    const root = scratch({ 'a/shop.yaml': DEPLOYMENT, 'b/shop.yaml': DEPLOYMENT, 'notes.md': DEPLOYMENT })
    symlinkSync('shop.yaml', join(root, 'a', 'link.yaml'))
    await run(root, 'ghcr.io/acme/shop=prod:shop', '--paths', 'a/**', '--write')
    const { 'a/shop.yaml': a, 'b/shop.yaml': b, 'notes.md': notes } = filesOf(root)
    expect([a, b, notes]).toEqual([MARKED, DEPLOYMENT, DEPLOYMENT])
  })

  test('a commit can be looked at, and not be written to', async () => {
    const root = scratch({ 'shop.yaml': DEPLOYMENT })
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: root,
        encoding: 'utf8',
      })
    git('init', '-q')
    git('add', 'shop.yaml')
    git('commit', '-q', '-m', 'one')
    const at = (...argv: string[]): Promise<Said> =>
      call((args) => mark(local, args, { colour: false }), MARK_OPTIONS, [...argv, '--git-dir', root])
    expect((await at('ghcr.io/acme/shop=prod:shop')).stdout).toContain('+    - image: ghcr.io/acme/shop:1.4.2 # {')
    await expect(at('ghcr.io/acme/shop=prod:shop', '--write')).rejects.toMatchObject({ code: 'BAD_CALL' })
  })

  test('the options of a tree are those of lint', () => {
    const names = MARK_OPTIONS.map(({ name }) => name)
    for (const name of ['worktree', 'git-dir', 'at', 'config', 'paths', 'json', 'strict']) {
      expect(names).toContain(name)
      expect(LINT_OPTIONS.map((option) => option.name)).toContain(name)
    }
  })
})

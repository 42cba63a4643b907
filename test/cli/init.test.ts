import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { INIT_OPTIONS, init } from '../../src/cli/init.ts'
import { LINT_OPTIONS, lint } from '../../src/cli/lint.ts'
import { MARK_OPTIONS, mark } from '../../src/cli/mark.ts'
import type { Said } from '../../src/cli/output.ts'
import { local } from '../../src/local.ts'
import { call, filesOf, scratch } from './scratch.ts'

const run = (root: string, ...argv: string[]): Promise<Said> =>
  call((args) => init(local, args), INIT_OPTIONS, [...argv, '--worktree', root])

const SHOP = {
  'base/deployment.yaml': 'spec:\n  containers:\n    - image: ghcr.io/acme/shop\n',
  'overlays/staging/kustomization.yaml':
    'images:\n  - name: ghcr.io/acme/shop\n    newTag: main-0a1b2c3-20260301120000\n',
  'overlays/prod/kustomization.yaml': 'images:\n  - name: ghcr.io/acme/shop\n    newTag: 1.4.2\n',
  'compose.yaml': 'services:\n  db:\n    image: postgres:16\n',
}

describe('init', () => {
  test('writes a file from what is there, and says what to do next', async () => {
    const root = scratch(SHOP)
    expect(await run(root)).toEqual({
      stdout: '.image-bump.yaml\n',
      stderr: [
        'Read it, remove what is not built by you, then add the markers:',
        `  image-bump mark ghcr.io/acme/shop=prod:shop --write --worktree ${root}`,
        `  image-bump mark ghcr.io/acme/shop=staging:shop --write --worktree ${root}`,
        'and check the result:',
        `  image-bump lint --worktree ${root}`,
        '',
      ].join('\n'),
      exitCode: 0,
    })
    expect(filesOf(root)['.image-bump.yaml']).toContain(
      [
        'policies:',
        '  # 1.4.2 in overlays/prod/kustomization.yaml:3',
        '  prod:shop:',
        '    image: ghcr.io/acme/shop',
        '    paths:',
        "      - 'overlays/prod/**'",
        "    policy: { semver: { range: '>=1.4.2' } }",
        '',
        '  # main-0a1b2c3-20260301120000 in overlays/staging/kustomization.yaml:3',
        '  staging:shop:',
        '    image: ghcr.io/acme/shop',
        '    paths:',
        "      - 'overlays/staging/**'",
        '    filterTags:',
        "      pattern: '^main-[0-9a-f]{7,40}-(?P<ts>[0-9]{14})$'",
        "      extract: '$ts'",
        '    policy: { date: { format: yyyyMMddHHmmss } }',
        '',
      ].join('\n'),
    )
  })

  test('then the marks it proposes, and lint has nothing to tell', async () => {
    const root = scratch(SHOP)
    const { stderr } = await run(root)
    const assignments = [...stderr.matchAll(/image-bump mark (\S+)/g)].map(([, text]) => text ?? '')
    expect(assignments).toHaveLength(2)
    for (const text of assignments) {
      const argv = [text, '--write', '--worktree', root]
      const said = await call((args) => mark(local, args, { colour: false }), MARK_OPTIONS, argv)
      expect(said).toMatchObject({ exitCode: 0, stderr: '1 marker in 1 file. Written.\n' })
    }
    const how = { isWorkflow: false, version: '0' }
    const said = await call((args) => lint(local, args, how), LINT_OPTIONS, ['--strict', '--worktree', root])
    expect(said).toMatchObject({ stdout: '', exitCode: 0 })
  })

  test('JSON: the contract, version 1', async () => {
    const { stdout, stderr } = await run(scratch(SHOP), '--json', '--config', 'bump.yaml')
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      path: 'bump.yaml',
      images: [
        {
          image: 'postgres',
          policies: [{ name: 'default:postgres', active: false, tags: ['16'], places: ['compose.yaml:3'] }],
        },
        {
          image: 'ghcr.io/acme/shop',
          policies: [
            { name: 'prod:shop', active: true, tags: ['1.4.2'], places: ['overlays/prod/kustomization.yaml:3'] },
            {
              name: 'staging:shop',
              active: true,
              tags: ['main-0a1b2c3-20260301120000'],
              places: ['overlays/staging/kustomization.yaml:3'],
            },
          ],
        },
      ],
    })
  })

  test('in a repository without images, a file with an example', async () => {
    const root = scratch({ 'README.md': 'nothing here' })
    expect((await run(root)).stderr).toBe('No policy could be written for you: see the comments in the file.\n')
    expect(filesOf(root)['.image-bump.yaml']).toMatch(/^policies: \{\}\n# No image field was found/m)
  })

  test('where Flux has policies, they count and nothing is proposed', async () => {
    const flux = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: { name: shop, namespace: flux-system }
spec: { image: ghcr.io/acme/shop }
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: shop, namespace: flux-system }
spec:
  imageRepositoryRef: { name: shop }
  policy: { semver: { range: 1.x } }
`
    const root = scratch({ ...SHOP, 'flux.yaml': flux })
    const { stderr } = await run(root)
    const text = filesOf(root)['.image-bump.yaml']
    expect(text).toMatch(
      /#   flux-system:shop follows ghcr\.io\/acme\/shop \(flux\.yaml:8:\d+\)\npolicies: \{\}\nflux: true\n/,
    )
    expect(stderr).toContain('A policy of Flux counts as it is')
  })

  test('never overwrites', async () => {
    const root = scratch({ ...SHOP, '.image-bump.yaml': 'mine' })
    await expect(run(root)).rejects.toMatchObject({ code: 'BAD_CALL', exitCode: 2 })
    expect(filesOf(root)['.image-bump.yaml']).toBe('mine')
  })

  test('never writes through a link', async () => {
    const root = scratch(SHOP)
    symlinkSync('elsewhere.yaml', join(root, '.image-bump.yaml'))
    await expect(run(root)).rejects.toMatchObject({ code: 'BAD_WORKTREE' })
    expect(Object.keys(filesOf(root))).not.toContain('elsewhere.yaml')
  })

  test('takes no arguments', async () => {
    await expect(run(scratch({}), 'shop')).rejects.toMatchObject({ code: 'BAD_CALL' })
  })
})

import { describe, expect, test } from 'vitest'
import { manifest, REPOSITORY } from '../support/e2e/bench.ts'
import type { RunResult } from '../support/runner/result.ts'
import { image, messages, policy, scene } from './scene.ts'

const file = (names: readonly string[], pullRequests: string): string =>
  `version: 1\npolicies:\n${names.map((name) => policy(name)).join('')}pullRequests:\n  ${pullRequests}\n`
const labelled = ({ outputs }: RunResult): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs['pull-requests'] ?? '[]') as { group: string; outcome: string }[]).map((one) => [
      one.group,
      one.outcome,
    ]),
  )

describe('groups', () => {
  const names = ['staging:shop', 'prod:shop', 'prod:cart']
  const files = {
    '.image-bump.yaml': file(names, 'group: namespace'),
    'staging/shop.yaml': manifest('shop', '1.0.0', 'staging:shop'),
    'prod/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
    'prod/cart.yaml': manifest('cart', '1.0.0', 'prod:cart'),
  }
  const stage = scene(files)
  const heads = () => stage.pulls().map(({ head }) => head.replace('image-bump/main/', ''))
  const regroup = (group: string) =>
    stage.github.commitTo(REPOSITORY, 'main', { ...files, '.image-bump.yaml': file(names, `group: ${group}`) })

  test('namespace: one build that touches two opens two, each with its own outcome in outputs and summary', async () => {
    await stage.build(image('cart', '1.1.0'))
    const result = await stage.build(image('shop', '1.1.0'))
    expect(labelled(result)).toEqual({ staging: 'opened', prod: 'updated' })
    expect(result.outputs).toMatchObject({ outcome: 'opened', branch: expect.stringMatching(/\/(staging|prod)$/) })
    expect(result.summary).toMatch(/- \*\*staging\*\*: A pull request was opened\./)
    expect(result.summary).toMatch(/- \*\*prod\*\*: The pull request was updated\./)
    expect(heads()).toEqual(['prod', 'staging'])
    expect(await stage.read('image-bump/main/staging', 'prod/shop.yaml')).toContain('shop:1.0.0')
  })

  test('one pull request is held, the other goes on: each its outcome', async () => {
    stage.github.label(REPOSITORY, 1, 'image-bump:hold')
    const result = await stage.build(image('shop', '1.2.0'))
    expect(labelled(result)).toEqual({ staging: 'updated', prod: 'held' })
  })

  test('an error in one group keeps no other from its pull request, and the run is red', async () => {
    stage.github.unlabel(REPOSITORY, 1, 'image-bump:hold')
    stage.github.fault({
      match: ({ method, path }) => method === 'PATCH' && path.endsWith('/pulls/2'),
      answer: { status: 403, body: { message: 'Resource not accessible by integration' } },
    })
    const result = await stage.build(image('shop', '1.3.0'))
    expect(result).toMatchObject({ exitCode: 4, outputs: { outcome: 'failed' } })
    expect(labelled(result)).toEqual({ prod: 'updated' })
    expect(messages(result, 'error').join()).toContain('pull-requests: write')
    expect(result.summary).toMatch(/PERMISSION_MISSING/)
    expect(labelled(await stage.build(image('shop', '1.3.0')))).toEqual({ staging: 'updated', prod: 'unchanged' })
  })

  test.each([
    { group: 'policy', build: image('shop', '1.4.0'), labels: ['prod:shop', 'staging:shop'] },
    { group: 'image', build: image('shop', '1.5.0'), labels: ['shop'] },
    { group: 'all', build: [image('shop', '1.6.0'), image('cart', '1.6.0')], labels: ['all images'] },
  ])('$group: a build opens $labels', async ({ group, build, labels }) => {
    await regroup(group)
    const result = await stage.build(build)
    expect(Object.keys(labelled(result)).toSorted()).toEqual(labels)
    expect(new Set(Object.values(labelled(result)))).toEqual(new Set(['opened']))
  })
})

describe.each(['api', 'git'])('delivery straight to the base branch, written by %s', (writer) => {
  const stage = scene({
    '.image-bump.yaml': file(
      ['staging:shop', 'prod:shop', 'dev:shop'],
      "rules: [{ match: '{staging,dev}:*', deliver: commit }]",
    ),
    'dev/shop.yaml': manifest('shop', '1.0.0', 'dev:shop'),
    'staging/shop.yaml': manifest('shop', '1.0.0', 'staging:shop'),
    'prod/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  })
  const build = (tag: string, inputs: Record<string, string> = {}) =>
    stage.build(image('shop', tag), { inputs: { writer, ...inputs } })

  test('a dry run commits nothing', async () => {
    expect((await build('1.1.0', { 'dry-run': 'true' })).outputs['outcome']).toBe('planned')
    expect(stage.writes()).toEqual([])
  })

  test('one build commits to base for some groups and opens a pull request for another', async () => {
    const result = await build('1.1.0')
    expect(result.exitCode).toBe(0)
    expect(await stage.read('main', 'staging/shop.yaml')).toContain('shop:1.1.0')
    expect(await stage.read('main', 'dev/shop.yaml')).toContain('shop:1.1.0')
    expect(await stage.read('main', 'prod/shop.yaml')).toContain('shop:1.0.0')
    expect(stage.pulls()).toHaveLength(1)
    expect(stage.pull(1)).toMatchObject({ head: 'image-bump/main/prod', state: 'open' })
    expect(result.log).toContain('staging: The change was committed to the base branch.')
    expect((await stage.github.commit(REPOSITORY, 'main'))?.message).toMatch(
      /^chore\(image\): bump shop to 1\.1\.0 in (dev|staging)\n/,
    )
  })

  test('again, and with an older build, nothing is written', async () => {
    stage.writes()
    expect((await build('1.1.0')).outputs['outcome']).toBe('unchanged')
    const older = await build('1.0.5')
    expect(older.log).toContain('1.0.5 < 1.1.0 by semver')
    expect(stage.writes()).toEqual([])
  })

  test('a commit that somebody pushes in between is kept', async () => {
    stage.github.beforeRequest = async ({ operation }) => {
      if (operation !== 'updateRefs' && operation !== 'git-receive-pack') return
      stage.github.beforeRequest = undefined
      await stage.github.commitTo(REPOSITORY, 'main', { 'readme.md': 'mine' })
    }
    await build('1.2.0')
    expect(await stage.read('main', 'readme.md')).toBe('mine')
    expect(await stage.read('main', 'staging/shop.yaml')).toContain('shop:1.2.0')
  })

  test('a hold counts here too, and is the outcome', async () => {
    const held = file(['staging:shop'], "rules: [{ match: 'staging:*', deliver: commit }]").replace(
      'policy:',
      'hold: { tag: 1.2.0, until: 2999-01-01, reason: INC-9 }\n    policy:',
    )
    await stage.github.commitTo(REPOSITORY, 'main', { '.image-bump.yaml': held })
    const result = await build('1.3.0')
    expect(result.outputs['outcome']).toBe('held')
    expect(result.log).toContain('INC-9')
  })

  test('a protected base is an error that names the rule and what to do', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', {
      '.image-bump.yaml': file(['staging:shop'], "rules: [{ match: 'staging:*', deliver: commit }]"),
    })
    stage.github.protect(REPOSITORY, 'main', { requiredReviews: 1 })
    const result = await build('1.4.0')
    expect(result).toMatchObject({ exitCode: 4, outputs: { outcome: 'failed' } })
    const [error = ''] = messages(result, 'error')
    expect(error).toMatch(/^BRANCH_PROTECTED: /)
    expect(error).toMatch(/main/)
    expect(await stage.read('main', 'staging/shop.yaml')).toContain('shop:1.2.0')
  })
})

describe('what a commit and a title say', () => {
  const stage = scene({
    '.image-bump.yaml': file(
      ['prod:shop', 'prod:cart'],
      "title: 'deploy({group}): {images} {version} onto {base} {unknown}'",
    ),
    'shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
    'cart.yaml': manifest('cart', '1.0.0', 'prod:cart'),
  })

  test('a template of the policy file writes the title', async () => {
    await stage.build(image('shop', '1.1.0'), { inputs: { revision: 'aaaaaaa' } })
    expect(stage.pull(1).title).toBe('deploy(prod): shop 1.1.0 onto main {unknown}')
  })

  test('the one commit of several builds names the source of each', async () => {
    const inputs = { revision: 'bbbbbbb', 'source-repository': 'acme/cart', author: 'Release <release@example.org>' }
    await stage.build(image('cart', '1.1.0'), { inputs })
    const commit = await stage.github.commit(REPOSITORY, stage.pull(1).head)
    expect(commit?.message).toContain('Source-Revision: aaaaaaa (acme/source)\n')
    expect(commit?.message).toContain('Source-Revision: bbbbbbb (acme/cart)\n')
    expect(commit?.author).toMatchObject({ name: 'Release', email: 'release@example.org' })
  })
})

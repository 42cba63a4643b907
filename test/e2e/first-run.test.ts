import { describe, expect, test } from 'vitest'
import { manifest, policyFile, REPOSITORY } from '../support/e2e/bench.ts'
import { image, messages, scene } from './scene.ts'

const HEAD = 'image-bump/main/prod'
const FILES = {
  '.image-bump.yaml': policyFile(['shop', 'cart'], 'pullRequests: { labels: [image-bump, deploy] }\n'),
  'apps/cart.yaml': manifest('cart', '2.0.0', 'prod:cart'),
  'apps/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  'clusters/old.yaml': 'image: ghcr.io/acme/shop:1.2.0 # {"$imagepolicy": "prod:gone"}\n',
}
const SCRIPT = `#!/usr/bin/env -S kubectl apply -f\n${manifest('shop', '1.0.0', 'prod:shop')}`

describe.each(['api', 'git'])('the first builds, written by %s', (writer) => {
  const stage = scene(FILES, async ({ github }) => {
    await github.commitTo(REPOSITORY, 'main', { 'apps/script.yaml': { text: SCRIPT, mode: '100755' } })
  })
  const { pull, pulls, read, writes } = stage
  const build = (images: string | readonly string[], inputs: Record<string, string> = {}) =>
    stage.build(images, { inputs: { writer, ...inputs } })

  test('a dry run says what would change and writes nothing', async () => {
    const result = await build(image('shop', '1.1.0'), { 'dry-run': 'true' })
    expect(result.outputs).toMatchObject({ outcome: 'planned', 'pull-request-number': '', commit: '' })
    expect(JSON.parse(result.outputs['changes'] ?? '')).toHaveLength(2)
    expect(result.summary).toContain('+          image: ghcr.io/acme/shop:1.1.0')
    expect(result.log).toContain(
      'apps/shop.yaml:10:18 prod:shop "ghcr.io/acme/shop:1.0.0" -> "ghcr.io/acme/shop:1.1.0"',
    )
    expect(writes()).toEqual([])
  })

  test('the first build opens a pull request with branch, title, body, labels, outputs and summary', async () => {
    const result = await build(image('shop', '1.1.0'))
    const opened = pull(1)
    expect(opened).toMatchObject({
      head: HEAD,
      base: 'main',
      title: 'bump shop to 1.1.0 in prod',
      labels: ['image-bump', 'deploy'],
      draft: false,
    })
    expect(opened.body).toMatch(
      /^Merging this into `main` deploys \*\*shop 1\.1\.0\*\* in \*\*prod\*\*\.\n\n\| image \| from \| to \|/,
    )
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      outcome: 'opened',
      'pull-request-number': '1',
      'pull-request-url': expect.stringMatching(/\/acme\/gitops\/pull\/1$/),
      branch: HEAD,
      commit: opened.headOid,
    })
    expect(JSON.parse(result.outputs['changes'] ?? '')).toContainEqual({
      path: 'apps/shop.yaml',
      line: 10,
      column: 18,
      policy: 'prod:shop',
      part: 'reference',
      from: 'ghcr.io/acme/shop:1.0.0',
      to: 'ghcr.io/acme/shop:1.1.0',
    })
    expect(result.summary).toContain('| `apps/shop.yaml:10:18` | `prod:shop` | reference |')
    expect(result.summary).toContain('-          image: ghcr.io/acme/shop:1.0.0')
    expect(result.log).toContain('prod: A pull request was opened. #1 ')
  })

  test('every changed file keeps its bytes around the value, and its mode', async () => {
    expect(await read(HEAD, 'apps/shop.yaml')).toBe(manifest('shop', '1.1.0', 'prod:shop'))
    expect(await read(HEAD, 'apps/script.yaml')).toBe(SCRIPT.replace('1.0.0', '1.1.0'))
    const { git } = stage.github.repository(REPOSITORY)
    const { tree } = (await git.commit(HEAD)) ?? { tree: '' }
    expect(await git.entry(tree, 'apps/script.yaml')).toMatchObject({ mode: '100755' })
  })

  test('the commit tells what it brings, on top of base, verified where the api made it', async () => {
    const commit = await stage.github.commit(REPOSITORY, HEAD)
    expect(commit?.parents).toEqual([stage.github.tip(REPOSITORY, 'main')])
    expect(commit?.message).toMatch(
      /^chore\(image\): bump shop to 1\.1\.0 in prod\n\n[^]*\nImage-Bump-Group: namespace:prod\n/,
    )
    expect(commit?.message).toContain('\nImage-Bump: prod:shop=ghcr.io/acme/shop:1.1.0\n')
    expect(commit?.signature !== undefined).toBe(writer === 'api')
  })

  test('a marker with an unknown policy is told as a warning at its place', async () => {
    const result = await build(image('shop', '1.1.0'))
    expect(result.annotations).toContainEqual({
      level: 'warning',
      message: expect.stringMatching(/^clusters\/old\.yaml:1:8: Nobody defines policy "prod:gone"/) as string,
      properties: expect.objectContaining({ file: 'clusters/old.yaml', line: '1' }) as object,
    })
  })

  test('the same build again writes nothing at all, with at most four requests to the forge', async () => {
    writes()
    const before = stage.github.requests.length
    const result = await build(image('shop', '1.1.0'))
    expect(writes()).toEqual([])
    expect(stage.github.requests.slice(before).filter(({ kind }) => kind !== 'git').length).toBeLessThanOrEqual(4)
    expect(result.outputs).toMatchObject({ outcome: 'unchanged', 'pull-request-number': '1', commit: '' })
  })

  test('a newer build moves the same pull request', async () => {
    const before = stage.github.requests.length
    const result = await build(image('shop', '1.2.0'))
    expect(stage.github.requests.slice(before).filter(({ kind }) => kind !== 'git').length).toBeLessThanOrEqual(8)
    expect(result.outputs).toMatchObject({ outcome: 'updated', 'pull-request-number': '1', commit: pull(1).headOid })
    expect(pulls()).toHaveLength(1)
    expect(pull(1)).toMatchObject({ title: 'bump shop to 1.2.0 in prod', state: 'open' })
    expect(await read(HEAD, 'apps/shop.yaml')).toContain('shop:1.2.0')
  })

  test('an older build is refused, with the reason in log and summary', async () => {
    writes()
    const result = await build(image('shop', '1.1.5'))
    expect(writes()).toEqual([])
    expect(result.outputs['outcome']).toBe('unchanged')
    expect(result.summary).toContain('1.1.5 &lt; 1.2.0 by semver, and the pull request brings 1.2.0 already')
    expect(result.log).toContain('1.1.5 < 1.2.0 by semver, and the pull request brings 1.2.0 already')
    expect(result.log).not.toContain('up to date')
  })

  test('a build of another service joins the pull request, and nothing pending is lost', async () => {
    await build(image('cart', '2.1.0'))
    expect(pull(1).title).toBe('bump 2 images in prod')
    expect(await read(HEAD, 'apps/shop.yaml')).toContain('shop:1.2.0')
    expect(await read(HEAD, 'apps/cart.yaml')).toContain('cart:2.1.0')
    expect((await stage.github.commit(REPOSITORY, HEAD))?.parents).toEqual([stage.github.tip(REPOSITORY, 'main')])
  })

  test('when a file it touches moved on base, the branch is built anew on the new base', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', {
      'apps/cart.yaml': `# ours\n${manifest('cart', '2.0.0', 'prod:cart')}`,
    })
    await build(image('shop', '1.2.0'))
    expect(await read(HEAD, 'apps/cart.yaml')).toBe(`# ours\n${manifest('cart', '2.1.0', 'prod:cart')}`)
    expect((await stage.github.commit(REPOSITORY, HEAD))?.parents).toEqual([stage.github.tip(REPOSITORY, 'main')])
    expect(pulls().map(({ state }) => state)).toEqual(['open'])
  })

  test('a pull request that became empty is closed with one sentence, its branch deleted', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', {
      'apps/cart.yaml': manifest('cart', '2.1.0', 'prod:cart'),
      'apps/shop.yaml': manifest('shop', '1.2.0', 'prod:shop'),
      'apps/script.yaml': { text: SCRIPT.replace('1.0.0', '1.2.0'), mode: '100755' },
    })
    const result = await build(image('shop', '1.2.0'))
    expect(result.outputs).toMatchObject({ outcome: 'closed', 'pull-request-number': '1' })
    expect(pull(1)).toMatchObject({
      state: 'closed',
      comments: [{ body: expect.stringMatching(/^[^.]+\.$/) as string }],
    })
    expect(stage.github.tip(REPOSITORY, HEAD)).toBeUndefined()
  })

  test('what we closed ourselves is no rejection: the same values come back when base loses them', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', { 'apps/cart.yaml': manifest('cart', '2.0.0', 'prod:cart') })
    const result = await build(image('cart', '2.1.0'))
    expect(result.outputs).toMatchObject({ outcome: 'opened', 'pull-request-number': '2' })
  })

  test('an image that no policy concerns fails by default and names the nearest; warn makes it green', async () => {
    const failed = await build('ghcr.io/acme/shpo:1')
    expect(failed).toMatchObject({ exitCode: 3, outputs: { outcome: 'unmatched' } })
    expect(messages(failed, 'error').join()).toMatch(
      /UNMATCHED: No policy concerns "ghcr\.io\/acme\/shpo:1"\. Nearest: prod:shop/,
    )
    const warned = await build('ghcr.io/acme/shpo:1', { unmatched: 'warn' })
    expect(warned).toMatchObject({ exitCode: 0, outputs: { outcome: 'unmatched' } })
    expect(messages(warned, 'error')).toEqual([])
  })
})

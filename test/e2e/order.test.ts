import { describe, expect, test } from 'vitest'
import { manifest, REPOSITORY } from '../support/e2e/bench.ts'
import { digest, image, messages, policy, scene } from './scene.ts'

const HEAD = 'image-bump/main/prod'
const SHA = 'filterTags: { pattern: "^main-(?P<sha>[0-9a-f]{7,40})$", extract: $sha }'

describe('policies that order commits', () => {
  const stage = scene(
    {
      '.image-bump.yaml': `version: 1\npolicies:\n${policy('prod:shop', `${SHA}\npolicy: { commit: {} }`)}`,
      'apps/shop.yaml': manifest('shop', 'main-0000000', 'prod:shop'),
    },
    async ({ github }) => {
      await github.createRepository('acme/source', { 'main.go': 'package main' })
      for (const name of ['one', 'two', 'three'])
        commits[name] = await github.commitTo(
          'acme/source',
          'main',
          { 'main.go': name },
          { message: `feat: ${name} (#7)` },
        )
      commits['side'] = await github.commitTo(
        'acme/source',
        'side',
        { 'main.go': 'side' },
        { parent: commits['one'] ?? '', message: 'feat: side' },
      )
      await github.commitTo(REPOSITORY, 'main', {
        'apps/shop.yaml': manifest('shop', `main-${commits['one']?.slice(0, 9)}`, 'prod:shop'),
      })
    },
  )
  const commits: Record<string, string> = {}
  const build = (name: string) =>
    stage.build(image('shop', `main-${commits[name]?.slice(0, 9)}`), { inputs: { revision: commits[name] ?? '' } })

  test('a descendant of what is deployed is newer, and the pull request lists the commits between', async () => {
    expect((await build('two')).outputs['outcome']).toBe('opened')
    expect(stage.pull(1).body).toMatch(/descends from/)
    expect(stage.pull(1).body).toContain('feat: two')
    expect(stage.pull(1).body).not.toContain('feat: one')
  })

  test('a later descendant accumulates the commits over the superseded build', async () => {
    expect((await build('three')).outputs['outcome']).toBe('updated')
    expect(stage.pull(1).body).toContain('feat: two')
    expect(stage.pull(1).body).toContain('feat: three')
  })

  test('a build of an ancestor that finishes late is older', async () => {
    stage.writes()
    const late = await build('two')
    expect(late.outputs['outcome']).toBe('unchanged')
    expect(late.log).toMatch(/is an ancestor of [0-9a-f]{9}, and the pull request brings main-[0-9a-f]{9} already/)
    expect(stage.writes()).toEqual([])
  })

  test('a build of a side branch has diverged: it is kept out and said so', async () => {
    const side = await build('side')
    expect(side.outputs['outcome']).toBe('held')
    expect(side.log).toContain('neither commit is an ancestor of the other')
    expect(await stage.read(HEAD, 'apps/shop.yaml')).toContain(`main-${commits['three']?.slice(0, 9)}`)
    expect(stage.writes()).toEqual([])
  })

  test('without a pull request a diverged build is held, and says why', async () => {
    await stage.github.merge(REPOSITORY, 1)
    const side = await build('side')
    expect(side.outputs['outcome']).toBe('held')
    expect(side.log).toMatch(/neither descends from nor precedes/)
    expect(stage.pulls()).toHaveLength(1)
  })
})

describe('digests', () => {
  const at = (service: string, tag: string) => manifest(service, tag, `prod:${service}`)
  const stage = scene({
    '.image-bump.yaml': [
      'version: 1',
      'policies:',
      policy('prod:never'),
      policy('prod:always', 'policy: { semver: { range: "*" } }\ndigest: Always'),
      policy('prod:once', 'policy: { semver: { range: "*" } }\ndigest: IfNotPresent'),
      policy('prod:split', 'policy: { semver: { range: "*" } }\ndigest: Always'),
      'pullRequests: { group: policy }',
    ].join('\n'),
    'apps/never.yaml': at('never', '1.0.0'),
    'apps/always.yaml': at('always', `1.0.0@${digest('a')}`),
    'apps/once.yaml': at('once', `1.0.0@${digest('a')}`),
    'apps/split.yaml': `tag: 1.0.0 # {"$imagepolicy": "prod:split:tag"}\ndigest: ${digest('a')} # {"$imagepolicy": "prod:split:digest"}\n`,
  })
  const now = (path: string) => stage.read(stage.pulls().at(-1)?.head ?? '', path)

  test('digest: Never writes the tag alone, whatever digest the build names', async () => {
    await stage.build(image('never', `1.1.0@${digest('b')}`))
    expect(await now('apps/never.yaml')).toContain('never:1.1.0 #')
  })

  test('digest: Always pins, and takes the same tag with another digest', async () => {
    await stage.build(image('always', `1.0.0@${digest('b')}`))
    expect(await now('apps/always.yaml')).toContain(`always:1.0.0@${digest('b')} #`)
    expect(stage.pulls().at(-1)?.title).toBe('bump always to 1.0.0 (new digest) in prod:always')
  })

  test('digest: Always without a digest in the build stays, and says what to hand in', async () => {
    const result = await stage.build(image('always', '1.2.0'))
    expect(result.log).toMatch(/digest: Always pins a digest and the build gave none; hand it in as/)
    expect(await now('apps/always.yaml')).toContain(`always:1.0.0@${digest('b')} #`)
  })

  test('digest: IfNotPresent keeps the digest of a tag that is there, and brings one with a new tag', async () => {
    const same = await stage.build(image('once', `1.0.0@${digest('b')}`))
    expect(same.outputs['outcome']).toBe('unchanged')
    await stage.build(image('once', `1.1.0@${digest('c')}`))
    expect(await now('apps/once.yaml')).toContain(`once:1.1.0@${digest('c')} #`)
  })

  test('tag and digest in fields of their own move together', async () => {
    await stage.build(image('split', `1.1.0@${digest('b')}`))
    const text = await now('apps/split.yaml')
    expect(text).toContain('tag: 1.1.0 #')
    expect(text).toContain(`digest: ${digest('b')} #`)
  })

  test('a closed pull request with a new digest of the same tag is a decision too; another digest comes again', async () => {
    const { number } = stage.pulls().find(({ title }) => title.startsWith('bump always')) ?? { number: 0 }
    stage.github.close(REPOSITORY, number)
    const again = await stage.build(image('always', `1.0.0@${digest('b')}`))
    expect(again.outputs['outcome']).toBe('held')
    const other = await stage.build(image('always', `1.0.0@${digest('c')}`))
    expect(other.outputs['outcome']).toBe('opened')
  })
})

describe('force and ties', () => {
  const stage = scene({
    '.image-bump.yaml': [
      'version: 1',
      'policies:',
      policy('prod:shop'),
      policy('prod:cart'),
      policy(
        'prod:web',
        'filterTags: { pattern: "^(?P<ts>\\\\d{8})-", extract: $ts }\npolicy: { date: { format: yyyyMMdd } }',
      ),
    ].join('\n'),
    'apps/shop.yaml': manifest('shop', '1.5.0', 'prod:shop'),
    'apps/cart.yaml': manifest('cart', '2.0.0', 'prod:cart'),
    'apps/web.yaml': manifest('web', '20240201-a', 'prod:web'),
  })

  test('a lower value is refused with the comparison', async () => {
    const result = await stage.build(image('shop', '1.4.0'))
    expect(result.outputs['outcome']).toBe('unchanged')
    expect(result.log).toContain('1.4.0 < 1.5.0 by semver')
    expect(stage.pulls()).toEqual([])
  })

  test('force lets it through, and the pull request says so', async () => {
    await stage.build(image('shop', '1.4.0'), { inputs: { force: 'true' } })
    expect(stage.pull(1).body).toMatch(/\*\*downgrade\*\* \*\*forced\*\*/)
    expect(await stage.read(HEAD, 'apps/shop.yaml')).toContain('shop:1.4.0')
  })

  test('what was forced stays pending when another service is built', async () => {
    await stage.build(image('cart', '2.1.0'))
    expect(await stage.read(HEAD, 'apps/shop.yaml')).toContain('shop:1.4.0')
    expect(await stage.read(HEAD, 'apps/cart.yaml')).toContain('cart:2.1.0')
    expect(stage.pull(1).body).toContain('**forced**')
  })

  test('a newer build supersedes what was forced, and nothing is called forced any more', async () => {
    await stage.build(image('shop', '1.6.0'))
    expect(await stage.read(HEAD, 'apps/shop.yaml')).toContain('shop:1.6.0')
    expect(stage.pull(1).body).not.toContain('**forced**')
  })

  test('force brings back what a person turned down, and that too stays pending', async () => {
    stage.github.close(REPOSITORY, 1)
    expect((await stage.build(image('shop', '1.6.0'))).outputs['outcome']).toBe('held')
    await stage.build(image('shop', '1.6.0'), { inputs: { force: 'true' } })
    expect(stage.pull(2).body).toContain('**forced**')
    await stage.build(image('cart', '2.2.0'))
    expect(await stage.read(HEAD, 'apps/shop.yaml')).toContain('shop:1.6.0')
  })

  test('dates decide by the day, equal days by the natural order of the tag, so no run flips between two', async () => {
    const older = await stage.build(image('web', '20240131-z'))
    expect(older.log).toContain('20240131 < 20240201 by date')
    await stage.build([image('web', '20240201-b'), image('web', '20240201-c')])
    expect(await stage.read(HEAD, 'apps/web.yaml')).toContain('web:20240201-c')
    await stage.build(image('web', '20240201-b'))
    expect(await stage.read(HEAD, 'apps/web.yaml')).toContain('web:20240201-c')
  })
})

describe('the places of one policy', () => {
  const stage = scene({
    '.image-bump.yaml': `version: 1\npolicies:\n${policy('prod:shop', 'paths: [apps/**]\npolicy: { semver: { range: "*" } }')}${policy('prod:idle')}`,
    'apps/one.yaml': manifest('shop', '1.0.0', 'prod:shop'),
    'apps/two.yaml': manifest('shop', '1.5.0', 'prod:shop'),
    'other/three.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  })

  test('all move together or none: the place in the way is named', async () => {
    const result = await stage.build(image('shop', '1.2.0'))
    expect(stage.pulls()).toEqual([])
    expect(result.outputs['outcome']).toBe('unchanged')
    expect(result.log).toContain('apps/one.yaml:10:18 prod:shop stays at "ghcr.io/acme/shop:1.0.0"')
    expect(messages(result, 'warning').join('\n')).toMatch(
      /apps\/two\.yaml:10:18 stays \(older: 1\.2\.0 < 1\.5\.0 by semver\)/,
    )
  })

  test('a value past the one in the way moves them all, and a file outside of the paths stays', async () => {
    await stage.build(image('shop', '1.6.0'))
    for (const path of ['apps/one.yaml', 'apps/two.yaml']) expect(await stage.read(HEAD, path)).toContain('shop:1.6.0')
    expect(await stage.read(HEAD, 'other/three.yaml')).toContain('shop:1.0.0')
  })

  test('a policy without a marker is never a silent green run', async () => {
    const result = await stage.build(image('idle', '1.0.0'))
    expect(messages(result, 'warning').join()).toMatch(/Policy "prod:idle" has no marker/)
  })
})

describe('the paths of a run', () => {
  const stage = scene({
    '.image-bump.yaml': `version: 1\npolicies:\n${policy('prod:shop')}${policy('prod:cart')}`,
    'one/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
    'two/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
    'two/cart.yaml': manifest('cart', '1.0.0', 'prod:cart'),
  })
  const at = async (path: string) => /image: [^:]*:(\S+)/.exec((await stage.read(HEAD, path)) ?? '')?.[1]

  test('narrow what it touches, and drop nothing that others brought', async () => {
    await stage.build(image('shop', '1.1.0'), { inputs: { paths: 'one/**' } })
    expect([await at('one/shop.yaml'), await at('two/shop.yaml')]).toEqual(['1.1.0', '1.0.0'])
    await stage.build(image('cart', '1.1.0'), { inputs: { paths: 'two/**' } })
    expect([await at('one/shop.yaml'), await at('two/shop.yaml'), await at('two/cart.yaml')]).toEqual([
      '1.1.0',
      '1.0.0',
      '1.1.0',
    ])
  })

  test('what one run left out stays out when another service is built without paths', async () => {
    await stage.build(image('cart', '1.2.0'))
    expect([await at('one/shop.yaml'), await at('two/shop.yaml'), await at('two/cart.yaml')]).toEqual([
      '1.1.0',
      '1.0.0',
      '1.2.0',
    ])
  })
})

describe('Flux objects alone', () => {
  const flux = (name: string, range: string): string =>
    [
      'apiVersion: image.toolkit.fluxcd.io/v1beta2',
      'kind: ImagePolicy',
      `metadata: { name: ${name} }`,
      `spec: { imageRepositoryRef: { name: ${name} }, policy: { semver: { range: '${range}' } } }`,
      '---',
      'apiVersion: image.toolkit.fluxcd.io/v1beta2',
      'kind: ImageRepository',
      `metadata: { name: ${name} }`,
      `spec: { image: ghcr.io/acme/${name} }`,
      '',
    ].join('\n')
  const stage = scene({
    'flux/shop.yaml': flux('shop', '*'),
    'flux/cart.yaml': flux('cart', '*'),
    'shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
    'cart.yaml': manifest('cart', '1.0.0', 'prod:cart'),
  })

  test('are enough: no policy file, one pull request for those whose namespace kustomize sets', async () => {
    await stage.build(image('cart', '1.1.0'))
    await stage.build(image('shop', '1.1.0'))
    expect(stage.pulls().map(({ state, title }) => [state, title])).toEqual([['open', 'bump 2 images']])
  })

  test('a policy that was narrowed on base takes its pending value out of the pull request', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', { 'flux/cart.yaml': flux('cart', '<1.1.0') })
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result.outputs['outcome']).toBe('updated')
    expect(result.log).toContain('the policy does not take 1.1.0 any more')
    expect(await stage.read(stage.pull(1).head, 'cart.yaml')).toContain('cart:1.0.0')
    expect(stage.pull(1).title).toBe('bump shop to 1.1.0')
  })
})

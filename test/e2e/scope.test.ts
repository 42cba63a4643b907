import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { manifest, openBench, REPOSITORY, type Bench } from '../support/e2e/bench.ts'
import { image } from './scene.ts'

const HEAD = 'image-bump/main/prod'
const policy = (service: string): string =>
  `  prod:${service}:\n    image: ghcr.io/acme/${service}\n    paths: [prod/${service}/**]\n    policy: { semver: { range: '*' } }\n`
const FILES = {
  '.image-bump.yaml': `version: 1\nflux: false\npolicies:\n${policy('shop')}${policy('cart')}`,
  'prod/shop/app.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  'prod/cart/app.yaml': manifest('cart', '2.0.0', 'prod:cart'),
  'prod/other/app.yaml': manifest('other', '1.0.0', 'prod:other'),
  'dev/app.yaml': `${manifest('shop', '0.9.0', 'prod:shop')}# dev\n`,
}
// The hint: without `paths` the whole tip is fetched at once. It does not change what is bumped here.
const WAYS = { whole: {}, scoped: { paths: 'prod/**' } }

/** What a story leaves behind: what each build said, and branch and pull request after it. */
async function told(inputs: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const bench = await openBench(FILES)
  const { github } = bench
  const seen: unknown[] = []
  const build = async (service: string, tag: string): Promise<void> => {
    const { outputs, problems, log } = await bench.build(image(service, tag), { inputs })
    expect(problems, log).toEqual([])
    const pull = github.repository(REPOSITORY).pulls.at(-1)
    const head = await github.commit(REPOSITORY, HEAD)
    seen.push([
      service,
      tag,
      outputs['outcome'],
      head?.tree,
      pull?.title,
      pull?.body?.replace(/[0-9a-f]{40}|127\.0\.0\.1:\d+/g, ''),
    ])
  }
  try {
    await build('shop', '1.1.0')
    await build('shop', '1.1.0')
    await build('cart', '2.1.0')
    await github.commitTo(REPOSITORY, 'main', { 'dev/new.yaml': 'a: 1\n', 'prod/shop/more.yaml': 'b: 2\n' })
    await build('shop', '1.2.0')
    // A person's own value, one in the scope and one out of it.
    await github.commitTo(REPOSITORY, HEAD, { 'prod/cart/app.yaml': manifest('cart', '2.0.7', 'prod:cart') })
    await build('cart', '2.2.0')
    await github.commitTo(REPOSITORY, HEAD, { 'dev/app.yaml': manifest('shop', '1.1.9', 'prod:shop') })
    await build('shop', '1.3.0')
    await github.merge(REPOSITORY, 1, 'squash')
    if (github.tip(REPOSITORY, HEAD) !== undefined) await github.deleteBranch(REPOSITORY, HEAD)
    await build('shop', '1.1.5')
    await build('shop', '1.4.0')
    expect(github.violations).toEqual([])
    return seen
  } finally {
    await bench.stop()
  }
}

describe.each(['api', 'git'])('policies with paths and without Flux, written by %s', (writer) => {
  test('a run that fetches the scope ends as one that fetches everything', async () => {
    const [whole, scoped] = await Promise.all([told({ writer, ...WAYS.whole }), told({ writer, ...WAYS.scoped })])
    expect(scoped).toEqual(whole)
    expect(whole.map((row) => (row as unknown[])[2])).toContain('opened')
  }, 90_000)

  test('what is out of the scope need not even be there', async () => {
    const bench = await openBench(FILES)
    try {
      await loseBlob(bench, 'dev/app.yaml')
      const inputs = { writer, ...WAYS.scoped }
      expect((await bench.build(image('shop', '1.1.0'), { inputs })).outputs['outcome']).toBe('opened')
      expect((await bench.build(image('shop', '1.1.0'), { inputs })).outputs['outcome']).toBe('unchanged')
      expect((await bench.build(image('cart', '2.1.0'), { inputs })).outputs['outcome']).toBe('updated')
      expect(await bench.read(HEAD, 'prod/shop/app.yaml')).toContain('shop:1.1.0')
      expect(await bench.read(HEAD, 'prod/cart/app.yaml')).toContain('cart:2.1.0')
    } finally {
      await bench.stop()
    }
  })
})

test('the hint alone leaves nothing out: with Flux objects allowed, everything is read', async () => {
  const flux = [
    'apiVersion: image.toolkit.fluxcd.io/v1beta2',
    'kind: ImageRepository',
    'metadata: { name: shop, namespace: prod }',
    'spec: { image: ghcr.io/acme/shop }',
    '---',
    'apiVersion: image.toolkit.fluxcd.io/v1beta2',
    'kind: ImagePolicy',
    'metadata: { name: late, namespace: prod }',
    "spec: { imageRepositoryRef: { name: shop }, policy: { semver: { range: '*' } } }",
    '',
  ].join('\n')
  const bench = await openBench({
    ...FILES,
    '.image-bump.yaml': FILES['.image-bump.yaml'].replace('flux: false\n', ''),
    'flux/policies.yaml': flux,
    'elsewhere/app.yaml': manifest('shop', '1.0.0', 'prod:late'),
  })
  try {
    const result = await bench.build(image('shop', '1.1.0'), { inputs: { paths: '**' } })
    expect(result.problems, result.log).toEqual([])
    expect(await bench.read(HEAD, 'elsewhere/app.yaml')).toContain('shop:1.1.0')
  } finally {
    await bench.stop()
  }
})

/** Takes the blob of a file away from the server: who asks for it gets an error. */
async function loseBlob({ github }: Bench, path: string): Promise<void> {
  const { git } = github.repository(REPOSITORY)
  const main = await git.commit('main')
  const { oid = '' } = (await git.entry(main?.tree ?? '', path)) ?? {}
  await rm(join(git.directory, 'objects', oid.slice(0, 2), oid.slice(2)))
}

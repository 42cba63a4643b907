import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findImages } from '../../../src/core/mark/find.ts'
import { proposePolicies, unmovableImages, type Proposal } from '../../../src/core/mark/propose.ts'
import { isActive, starterFile } from '../../../src/core/mark/starter.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { parsePolicyFile } from '../../../src/core/policy/file.ts'
import { isRefusal, rank } from '../../../src/core/policy/order.ts'

const CONFIG = '.image-bump.yaml' as RepoPath

function shown(files: Readonly<Record<string, string>>): { proposals: readonly Proposal[]; text: string } {
  const read = Object.entries(files).map(([path, text]) => ({
    path: path as RepoPath,
    uses: findImages(path as RepoPath, text).uses,
  }))
  const proposals = proposePolicies(read)
  const text = starterFile(
    { proposals, unmovable: unmovableImages(read), flux: [] },
    { schemaUrl: 'https://example.com/image-bump.schema.json' },
  )
  return { proposals, text }
}

const TAGS = [
  '1.4.2',
  'v1.4.2',
  '1.4',
  '7',
  '1.5.0-rc.1',
  '18-alpine',
  'main-0a1b2c3-20260301120000',
  'main-0a1b2c3-1772366400',
  '20260301',
  '2026-03-01',
  'build-7',
  '0a1b2c3d',
  'latest',
]

describe('the file', () => {
  test.each(TAGS)('with a tag such as %s, it is valid, and its policy takes what is there', (tag) => {
    const { text } = shown({ 'apps/prod/shop.yaml': `image: ghcr.io/acme/shop:${tag}\n` })
    for (const { order, filter } of parsePolicyFile(CONFIG, text).policies)
      expect(isRefusal(rank({ order, ...(filter === undefined ? {} : { filter }) }, tag))).toBe(false)
    expect(parsePolicyFile(CONFIG, text).policies).toHaveLength(tag === 'latest' ? 0 : 1)
  })

  test('what is left to a person is valid once it is no comment', () => {
    const { text } = shown({ 'a.yaml': 'image: acme/shop:latest\n', 'b.yaml': 'image: acme/cart:1.0.0\n' })
    const uncommented = text.replace(/^ {2}# (?!Left|latest|1\.)/gm, '  ')
    const names = parsePolicyFile(CONFIG, uncommented).policies.map(({ name }) => name)
    expect(names).toEqual(['default:cart', 'default:shop'])
  })

  test('it starts with its schema, and without any image it holds an example', () => {
    const { text } = shown({})
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/example\.com\/image-bump\.schema\.json\n/)
    expect(parsePolicyFile(CONFIG, text).policies).toEqual([])
    const example = text.replace('policies: {}', 'policies:').replace(/^# {3}/gm, '  ')
    expect(parsePolicyFile(CONFIG, example).policies).toMatchObject([{ name: 'prod:shop' }])
  })

  test('a path can end no line and close no quotes', () => {
    const path = `envs/prod/it's\n  evil: "x"\u2028.yaml`
    const { text } = shown({ [path]: 'image: acme/shop:1.0.0\n', [`x'y\n.yaml`]: 'image: acme/shop:1.0.0\n' })
    expect(parsePolicyFile(CONFIG, text).policies.map(({ name, paths }) => [name, paths])).toEqual([
      ['prod:shop', ['envs/prod/**']],
      ['default:shop', [`x'y?.yaml`]],
    ])
  })

  test('images that only stand without a tag are told with the reason', () => {
    const { text } = shown({ 'a.yaml': 'image: acme/shop\n', 'b.yaml': 'image: acme/cart:${TAG}\n' })
    expect(text).toContain('#   acme/shop (a.yaml:1:8): it has neither tag nor digest')
    expect(text).toContain('#   acme/cart (b.yaml:1:8): a variable or a template fills it in')
  })
})

describe('proposals', () => {
  test('one for each image and environment; overlays decide over their base', () => {
    const { proposals } = shown({
      'base/shop.yaml': 'image: acme/shop:0.0.0\n',
      'overlays/prod/k.yaml': 'images:\n- name: acme/shop\n  newTag: 1.0.0\n',
      'overlays/staging/k.yaml': 'images:\n- name: acme/shop\n  newTag: 1.1.0\n',
      'jobs/shop.yaml': 'image: docker.io/acme/shop:1.2.0\n',
    })
    expect(proposals.map(({ name, paths, tags }) => ({ name, paths, tags }))).toEqual([
      { name: 'prod:shop', paths: ['overlays/prod/**'], tags: ['1.0.0'] },
      { name: 'staging:shop', paths: ['overlays/staging/**'], tags: ['1.1.0'] },
      { name: 'default:shop', paths: ['jobs/shop.yaml'], tags: ['1.2.0'] },
    ])
  })

  test('without environments, one for the whole tree', () => {
    const { proposals } = shown({ 'base/shop.yaml': 'image: acme/shop:1.0.0\n' })
    expect(proposals).toMatchObject([{ name: 'default:shop' }])
    expect(proposals[0]).not.toHaveProperty('paths')
  })

  test('images of one last name get more of it', () => {
    const { proposals } = shown({ 'a.yaml': 'image: acme/shop:1.0.0\n---\nimage: ghcr.io/x/shop:1.0.0\n' })
    expect(proposals.map(({ name }) => name)).toEqual(['default:shop', 'default:x-shop'])
  })

  test.each([
    { text: 'image: acme/shop:1.0.0\n---\nimage: acme/shop:2.0.0\n', why: /different tags/ },
    { text: 'image: acme/shop:latest\n', why: /no order/ },
    { text: `image: acme/shop@sha256:${'0'.repeat(64)}\n`, why: /only digests/ },
  ])('$text is left to a person', ({ text, why }) => {
    const { proposals } = shown({ 'a.yaml': text })
    expect(proposals).toMatchObject([{ why: expect.stringMatching(why) as string }])
    expect(proposals.filter(isActive)).toEqual([])
  })

  test('a path that no glob may be as long as is left to a person', () => {
    const { text, proposals } = shown({
      [`envs/${'long/'.repeat(250)}prod.yaml`]: 'image: acme/shop:1.0.0\n',
      [`${'x'.repeat(1001)}-prod.yaml`]: 'image: acme/cart:1.0.0\n',
    })
    expect(proposals.map(({ name, why }) => [name, why])).toEqual([
      ['prod:cart', expect.stringContaining('too long')],
      ['long:shop', undefined],
    ])
    expect(parsePolicyFile(CONFIG, text).policies).toHaveLength(1)
  })

  test('digests that stand there are kept up', () => {
    const { text } = shown({ 'a.yaml': `image: acme/shop:1.0.0@sha256:${'0'.repeat(64)}\n` })
    expect(parsePolicyFile(CONFIG, text).policies).toMatchObject([{ digest: 'IfNotPresent' }])
  })

  test("Docker's own images and what workflows run in are nobody's policy", () => {
    const { text, proposals } = shown({
      'a.yaml': 'image: postgres:16.1.0\n',
      '.github/workflows/ci.yaml': 'image: acme/ci:1.0.0\n',
    })
    expect(proposals.filter(isActive)).toEqual([])
    expect(text).toContain('#   postgres\n')
    expect(text).not.toContain('acme/ci')
  })
})

test('law: whatever the tags and paths, the file is valid, and each policy takes the tags in its paths', () => {
  const piece = fc.constantFrom(
    'main',
    'v1',
    '1',
    '2',
    '10',
    '0a1b2c3',
    '20260301',
    '20260301120000',
    '1772366400',
    'rc',
    'alpine3',
  )
  const tag = fc
    .tuple(piece, fc.array(fc.tuple(fc.constantFrom('.', '-', '_'), piece), { maxLength: 4 }))
    .map(([first, rest]) => first + rest.map(([mark, text]) => mark + text).join(''))
  const folder = fc.oneof(fc.constantFrom('clusters', 'overlays', 'prod', 'base', 'apps'), fc.string({ minLength: 1 }))
  const path = fc.array(folder, { maxLength: 3 }).map((folders) => [...folders, 'x.yaml'].join('/'))
  const image = fc.constantFrom('acme/shop', 'ghcr.io/acme/shop', 'localhost:5000/shop', 'nginx')
  fc.assert(
    fc.property(fc.array(fc.tuple(path, image, tag), { maxLength: 6 }), (places) => {
      const files = Object.fromEntries(places.map(([at, name, text]) => [at, `image: ${name}:${text}\n`]))
      const { proposals, text } = shown(files)
      const { policies } = parsePolicyFile(CONFIG, text)
      expect(policies.map(({ name }) => name)).toEqual(proposals.filter(isActive).map(({ name }) => name))
      for (const { name, order, filter } of policies)
        for (const own of proposals.find((proposal) => proposal.name === name)?.tags ?? [])
          expect(isRefusal(rank({ order, ...(filter === undefined ? {} : { filter }) }, own))).toBe(false)
    }),
    { numRuns: 300, seed: 3 },
  )
})

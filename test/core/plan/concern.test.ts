import { expect, test } from 'vitest'
import type { Mentions } from '../../../src/core/marker/mentions.ts'
import type { PolicyName, RepoPath } from '../../../src/core/names.ts'
import {
  askedBy,
  filesFor,
  filesOfRules,
  mayConcern,
  mayName,
  namesNobody,
  policiesNamed,
  rulesAmong,
} from '../../../src/core/plan/concern.ts'
import { policyFileOf } from '../../../src/core/plan/snapshot.ts'
import { parseReference } from '../../../src/core/image/reference.ts'
import { snapshotOf } from './facts.ts'

const flux = (name: string): string =>
  [
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImageRepository',
    `metadata: { name: ${name} }`,
    `spec: { image: ghcr.io/acme/${name} }`,
    '---',
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImagePolicy',
    `metadata: { name: ${name} }`,
    `spec: { imageRepositoryRef: { name: ${name} }, policy: { semver: { range: '*' } } }`,
    '',
  ].join('\n')
const policy = (name: string, image: string): string =>
  `  ${name}: { image: ghcr.io/acme/${image}, policy: { semver: { range: '*' } } }\n`
const { policies } = snapshotOf(
  { 'flux.yaml': flux('cart') },
  `version: 1\npolicies:\n${policy('prod:shop', 'shop')}${policy('dev:shop', 'shop')}${policy('prod:till', 'till')}`,
)
const mentions = (...names: readonly string[]): Mentions => ({
  names: new Set(names.map((name) => name as PolicyName)),
  flux: false,
})
const ANY: Mentions = { names: 'any', flux: false }
const built = (...images: readonly string[]) => images.map((image) => parseReference(`ghcr.io/acme/${image}:1.0.0`))

test.each([
  { because: 'by image', images: ['shop'], names: [], asked: ['prod:shop', 'dev:shop'] },
  { because: 'by name', images: [], names: ['prod:till'], asked: ['prod:till'] },
  { because: 'by a name of any namespace', images: [], names: ['test:cart'], asked: ['*:cart'] },
  { because: 'by both', images: ['till'], names: ['prod:shop', 'prod:gone'], asked: ['prod:till', 'prod:shop'] },
  { because: 'nothing is asked for', images: ['other'], names: [], asked: [] },
])('policies asked for $because', ({ images, names, asked }) => {
  const found = askedBy(
    policies,
    built(...images),
    names.map((name) => name as PolicyName),
  )
  expect([...found].map(({ name }) => name)).toEqual(asked)
})

test('policies that files name; one that may name any is read by everybody', () => {
  const found = policiesNamed(policies, [mentions('prod:shop', 'x:cart'), mentions('prod:gone'), ANY])
  expect([...found].map(({ name }) => name)).toEqual(['prod:shop', '*:cart'])
})

test.each([
  { because: 'it names one that is asked for', file: mentions('prod:till', 'prod:shop'), read: true, stray: false },
  { because: 'it names others', file: mentions('prod:till'), read: false, stray: false },
  { because: 'it names one in a namespace of its own', file: mentions('test:cart'), read: true, stray: false },
  { because: 'only reading tells', file: ANY, read: true, stray: false },
  { because: 'it names what nobody defines', file: mentions('prod:gone', 'prod:till'), read: false, stray: true },
  { because: 'it names nothing', file: mentions(), read: false, stray: false },
])('a file is read: $read, because $because', ({ file, read, stray }) => {
  const asked = askedBy(policies, built('shop', 'cart'), [])
  expect(mayConcern(policies, asked)(file)).toBe(read)
  expect(namesNobody(policies)(file)).toBe(stray)
})

const FLUX: Mentions = { names: new Set(), flux: true }
const found = (...all: readonly Mentions[]) => all.map((one, index) => ({ path: index, mentions: one }))

test('rules are read from files of Flux, and from those of which only reading tells whom they name', () => {
  const all = found(mentions('prod:shop'), FLUX, ANY, mentions())
  const file = policyFileOf(undefined)
  expect(filesOfRules(file, all).map(({ path }) => path)).toEqual([1, 2])
  expect(filesOfRules({ ...file, flux: false }, all)).toEqual([])
})

test('files are read that may name what is asked, that hold Flux objects, and twenty that name nobody', () => {
  const asked = askedBy(policies, built('shop'), [])
  const strays = Array.from({ length: 30 }, () => mentions('prod:gone'))
  const all = found(mentions('prod:till'), mentions('prod:shop'), FLUX, ...strays, ANY, mentions('dev:shop'))
  const read = filesFor(policies, asked, all).map(({ path }) => path)
  expect(read).toEqual([1, 2, ...strays.slice(0, 20).map((_, index) => 3 + index), 33, 34])
})

test.each([
  { because: 'it names one', file: mentions('prod:till', 'a:b'), read: true },
  { because: 'it may name any', file: ANY, read: true },
  { because: 'it names another namespace', file: mentions('test:till'), read: false },
])('by name a file is read: $read, because $because', ({ file, read }) => {
  expect(mayName(new Set(['prod:till' as PolicyName]))(file)).toBe(read)
})

test('whom escapes name is known to the rules', () => {
  const twice = flux('cart')
  const file = (path: string, text: string) => ({ path: path as RepoPath, bytes: Buffer.from(text) })
  const copies = [file('one.yaml', twice), file('two.yaml', twice)]
  const escaped = file('app.yaml', 'image: x:1 # {"$imagepolicy": "prod%3Acart"}\n')
  const rules = rulesAmong(policyFileOf(undefined), found(FLUX, FLUX), copies)
  expect(rules.findings).toMatchObject([{ code: 'FLUX_UNRESOLVED' }])
  expect(() => rulesAmong(policyFileOf(undefined), found(FLUX, FLUX, ANY), [...copies, escaped])).toThrow('cart')
})

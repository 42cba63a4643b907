import { expect, test } from 'vitest'
import type { Mentions } from '../../../src/core/marker/mentions.ts'
import type { PolicyName } from '../../../src/core/names.ts'
import { askedBy, mayConcern, namesNobody, policiesNamed } from '../../../src/core/plan/concern.ts'
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

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MENTION_TEXTS, mentionsIn, mentionsOf, type Mentions } from '../../../src/core/marker/mentions.ts'
import { scanFile } from '../../../src/core/marker/scan-file.ts'
import type { PolicyName, RepoPath } from '../../../src/core/names.ts'
import { yamlText } from '../plan/yaml-text.ts'
import { textOf } from './text/hostile.ts'

const of = (text: string): Mentions => mentionsOf(Buffer.from(text))
const names = (...all: readonly string[]): Mentions => ({
  names: new Set(all.map((name) => name as PolicyName)),
  flux: false,
})
const ANY: Mentions = { names: 'any', flux: false }

test.each([
  { because: 'one marker', text: 'a: b # {"$imagepolicy": "prod:shop"}\n', says: names('prod:shop') },
  {
    because: 'a part is no part of the name',
    text: 'a: b # {"$imagepolicy": "prod:shop:tag"}\nc: d # {"$imagepolicy":"prod:till:name"}',
    says: names('prod:shop', 'prod:till'),
  },
  { because: 'blanks', text: 'a: b # {\t"$imagepolicy" :\t"prod:shop" }', says: names('prod:shop') },
  { because: 'nothing', text: 'a: b\n', says: names() },
  { because: 'a near miss alone is no marker', text: "a: b # {'$imagepolicy': 'prod:shop'}", says: names() },
  { because: 'prose counts: nothing is read', text: '"$imagepolicy": "prod:shop"', says: names('prod:shop') },
  {
    because: 'the last of two wins, so both count',
    text: '# {"$imagepolicy": "a:b", "$imagepolicy": "c:d"}',
    says: names('a:b', 'c:d'),
  },
])('$because', ({ text, says }) => {
  expect(of(text)).toEqual(says)
})

const MARKED = 'a: b # {"$imagepolicy": "prod:shop"}\n'

test.each([
  { because: 'an escape in the key', text: `${MARKED}c: d # {"\\u0024imagepolicy": "prod:till"}` },
  { because: 'an escape in the name', text: 'a: b # {"$imagepolicy": "prod:sh\\u006fp"}' },
  { because: 'a URI escape in the name', text: 'a: b # {"$imagepolicy": "prod%3Ashop"}' },
  { because: 'an escape of a JSON pointer', text: 'a: b # {"$imagepolicy": "prod:a~0b"}' },
  { because: 'the long form', text: `${MARKED}c: d # {"$ref": "#\\/definitions\\/io.k8s.cli.setters.prod:till"}` },
  { because: 'a part that does not exist', text: 'a: b # {"$imagepolicy": "prod:shop:version"}' },
  { because: 'no namespace', text: 'a: b # {"$imagepolicy": "shop"}' },
  { because: 'a name outside ASCII', text: 'a: b # {"$imagepolicy": "prod:ä"}' },
  { because: 'a near miss beside it', text: `${MARKED}c: d # {'$imagepolicy': 'prod:till'}` },
  { because: 'a typo beside it', text: `${MARKED}c: d # {"$imagePolicy": "prod:till"}` },
])('$because: it may name any', ({ text }) => {
  expect(of(text)).toEqual(ANY)
})

test('objects of Flux', () => {
  expect(of('apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\n')).toEqual({ ...names(), flux: true })
  expect(of(`apiVersion: image.toolkit.fluxcd.io/v1\n---\n${MARKED}`)).toEqual({
    ...names('prod:shop'),
    flux: true,
  })
})

test('a long line of anything takes no time', () => {
  for (const piece of ['#', '{\\u', '"$imagepolicy" ', '\\u', '"$imagepolicy":"a'])
    expect(of(MARKED + piece.repeat(200_000)).flux).toBe(false)
})

test('lines that hold none of the texts say nothing', () => {
  const piece = fc.constantFrom(
    ...MENTION_TEXTS,
    ...MENTION_TEXTS.map((text) => text.toUpperCase()),
    '"$imagepolicy": "prod:shop"',
    '{',
    '\r',
    '\n',
    'x',
  )
  const isTelling = (line: string): boolean =>
    MENTION_TEXTS.some((text) => line.toLowerCase().includes(text.toLowerCase()))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      expect(mentionsIn(text.split('\n').filter(isTelling).join('\n'))).toEqual(of(text))
    }),
  )
})

describe('never too little: every marked field is of a policy that is mentioned', () => {
  const isMentioned = (path: string, text: string): boolean => {
    const { names: mentioned } = of(text)
    return scanFile(path as RepoPath, text).fields.every(
      ({ marker }) => mentioned === 'any' || mentioned.has(marker.policy),
    )
  }
  const comment = fc
    .tuple(
      fc.constantFrom('"$imagepolicy"', '"\\u0024imagepolicy"', '"$ref"', '"x"'),
      fc.constantFrom(': ', ':', '\t:\t'),
      fc.constantFrom(
        'a:b',
        'a:b:tag',
        'a%3Ab',
        'a\\u003ab',
        'a:b~0',
        '#/definitions/io.k8s.cli.setters.a:c',
        '#\\/definitions\\/io.k8s.cli.setters.a:c',
        'ä:b',
        '*:b',
        '',
      ),
    )
    .map(([key, colon, value]) => `${key}${colon}"${value}"`)
  const line = fc
    .tuple(fc.array(comment, { minLength: 1, maxLength: 3 }), fc.constantFrom('#', '##', '# #'))
    .map(([members, hash]) => `k: v ${hash} {${members.join(', ')}}`)

  test('whatever the comments say', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => isMentioned('a.yaml', [MARKED, ...lines].join('\n'))),
    )
  })
  test('in YAML as people write it', () => {
    fc.assert(fc.property(yamlText, ({ text }) => isMentioned('a.yaml', text)))
  })
  test.each(['.env', 'a.toml', 'main.tf', 'Dockerfile'])('in any text of %s', (path) => {
    fc.assert(fc.property(textOf(path), (text) => isMentioned(path, text)))
  })
})

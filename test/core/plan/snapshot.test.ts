import { expect, test } from 'vitest'
import { BumpError } from '../../../src/core/errors.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { decode, fieldsByPolicy, readMarked, readSnapshot, searchGlobs } from '../../../src/core/plan/snapshot.ts'
import { shopFile, snapshotOf } from './facts.ts'

const FLUX = `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImagePolicy
metadata: { name: cart, namespace: prod }
spec: { imageRepositoryRef: { name: cart }, policy: { semver: { range: "*" } } }
---
apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata: { name: cart, namespace: prod }
spec: { image: ghcr.io/acme/cart }
`
const MARKED = 'tag: 1.0.0 # {"$imagepolicy": "prod:shop:tag"}\n'
const SHOP_FILE = shopFile('policy: { numerical: {} }')
const bad = { path: 'bad.yaml' as RepoPath, bytes: new Uint8Array([0xff, 0xfe]) }

test.each([
  { config: undefined, files: {}, policies: [], because: 'an empty repository' },
  { config: undefined, files: { 'f.yaml': FLUX }, policies: ['prod:cart'], because: 'Flux objects alone are enough' },
  { config: SHOP_FILE, files: { 'f.yaml': FLUX }, policies: ['prod:shop', 'prod:cart'], because: 'both count' },
  { config: `${SHOP_FILE}flux: false\n`, files: { 'f.yaml': FLUX }, policies: ['prod:shop'], because: 'flux: false' },
])('policies $policies: $because', ({ config, files, policies }) => {
  expect(snapshotOf(files, config).policies.map(({ name }) => name)).toEqual(policies)
})

test('texts are kept of files with marked fields alone', () => {
  const { fields, texts } = snapshotOf({ 'a.yaml': MARKED, 'f.yaml': FLUX, 'z.yaml': '# prose on "$imagepolicy"\n' })
  expect([...texts.keys()]).toEqual(['a.yaml'])
  expect(fields.map(({ value }) => value)).toEqual(['1.0.0'])
})

test('bytes that are not UTF-8 are a finding in the tree and an error in the policy file', () => {
  expect(readMarked([bad]).findings).toMatchObject([{ code: 'FILE_UNREADABLE', place: { path: 'bad.yaml' } }])
  expect(() => readSnapshot(bad, [])).toThrow(BumpError)
})

test('a byte order mark is part of the text', () => {
  expect(decode(new TextEncoder().encode('\uFEFFa'))).toBe('\uFEFFa')
  expect(decode(bad.bytes)).toBeUndefined()
})

test('fields go to the policy their marker means; what nobody defines goes nowhere', () => {
  const { policies, fields } = snapshotOf({ 'a.yaml': `${MARKED}x: 1 # {"$imagepolicy": "prod:gone"}\n` }, SHOP_FILE)
  const byPolicy = fieldsByPolicy(policies, fields)
  expect([...byPolicy].map(([{ name }, own]) => [name, own.length])).toEqual([['prod:shop', 1]])
})

test('a Flux policy without a namespace answers to every namespace', () => {
  const { policies, fields } = snapshotOf({
    'f.yaml': FLUX.replaceAll(', namespace: prod', ''),
    'a.yaml': 'a: 1.0.0 # {"$imagepolicy": "dev:cart:tag"}\nb: 1.0.0 # {"$imagepolicy": "live:cart:tag"}\n',
  })
  expect([...fieldsByPolicy(policies, fields).values()].map((own) => own.length)).toEqual([2])
})

const file = (path: string, text: string) => ({ path: path as RepoPath, bytes: new TextEncoder().encode(text) })

test('further files count where the policy file names them, and their Flux objects never', () => {
  const config = `${SHOP_FILE}files: ['**/*.toml', '**/*.txt']\n`
  const marked = `tag = "1.0.0" # {"$imagepolicy": "prod:shop:tag"}\n`
  const { fields, findings, globs, policies } = snapshotOf(
    { 'a.toml': marked, 'a.tf': marked, 'a.txt': marked, 'b.txt': 'prose', 'f.toml': `k = '''\n${FLUX}'''\n` },
    config,
  )
  expect(globs).toEqual(['**/*.toml', '**/*.txt'])
  expect(fields.map(({ place, value }) => [place.path, value])).toEqual([['a.toml', '1.0.0']])
  expect(findings).toMatchObject([{ code: 'FILE_UNREADABLE', place: { path: 'a.txt' } }])
  expect(policies.map(({ name }) => name)).toEqual(['prod:shop'])
})

test.each([
  { config: undefined, globs: [], because: 'there is no policy file' },
  { config: 'policies: {}', globs: [], because: 'it says nothing of files' },
  { config: 'policies: {} # files', globs: [], because: 'a word is no list' },
  { config: 'files: [.env]', globs: ['.env'], because: 'it names one' },
])('the files searched beside YAML are $globs: $because', ({ config, globs }) => {
  expect(searchGlobs(config === undefined ? undefined : file('.image-bump.yaml', config))).toEqual(globs)
})

test('a policy file that cannot be read is told before anything is searched', () => {
  expect(() => searchGlobs(file('.image-bump.yaml', 'files: [1'))).toThrow(BumpError)
})

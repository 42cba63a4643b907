import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../src/core/finding.ts'
import { formatPlace, type RepoPath } from '../../../../src/core/names.ts'
import { lint } from '../../../../src/core/plan/lint/lint.ts'
import { readSnapshot, type SourceFile } from '../../../../src/core/plan/snapshot.ts'

const POLICIES = `version: 1
policies:
  prod:shop: { image: ghcr.io/acme/shop, policy: { semver: { range: '>=1.0.0' } }, digest: Always }
  prod:cart: { image: ghcr.io/acme/cart, policy: { semver: { range: '>=1.0.0' } } }
`
const USED = 'a: ghcr.io/acme/cart:1.0.0 # {"$imagepolicy": "prod:cart"}\n'
const [ONE, TWO] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`]

describe('of the places of one policy', () => {
  test.each([
    { values: ['shop:1.0.0', 'shop:1.0.0'], told: [], because: 'they agree' },
    {
      values: ['shop:1.0.0', 'shop:1.1.0'],
      told: ['app.yaml:2:4 POLICY_DISAGREES'],
      because: 'of two, the second is told',
    },
    {
      values: ['shop:1.0.0', 'shop:1.1.0', 'shop:1.1.0'],
      told: ['app.yaml:1:4 POLICY_DISAGREES'],
      because: 'most are right',
    },
    {
      values: ['shop:1.0.0', 'shop:1.1.0', 'shop:1.2.0'],
      told: ['app.yaml:2:4 POLICY_DISAGREES', 'app.yaml:3:4 POLICY_DISAGREES'],
      because: 'each is another',
    },
    {
      values: ['shop:1.0.0', 'shop:latest', 'shop:1.0.0'],
      told: ['app.yaml:2:4 VALUE_REFUSED'],
      because: 'a refused value is told once, not as a disagreement too',
    },
    {
      values: [`shop:1.0.0@${ONE}`, `shop:1.0.0@${TWO}`, 'shop:1.0.0'],
      told: ['app.yaml:2:4 POLICY_DISAGREES'],
      because: 'digests disagree as well, and having none is no digest',
    },
    {
      values: [`shop:1.0.0@${ONE}`, `shop:1.1.0@${TWO}`],
      told: ['app.yaml:2:4 POLICY_DISAGREES'],
      because: 'another tag has another digest',
    },
  ])('$values: $because', ({ values, told }) => {
    const lines = values.map((value, index) => `${index}: ghcr.io/acme/${value} # {"$imagepolicy": "prod:shop"}\n`)
    expect(tell({ 'app.yaml': lines.join(''), 'used.yaml': USED })).toEqual(told)
  })
})

describe('the present value', () => {
  test.each([
    { value: '', part: '', told: undefined, because: 'what is empty waits for its first value' },
    { value: 'placeholder', part: '', told: undefined, because: 'a bare word may stand for a value to come' },
    { value: 'ghcr.io/acme/shop', part: '', told: undefined, because: 'a name alone waits for its tag' },
    { value: '1.2.3', part: '', told: 'PART_MISMATCH', because: 'a tag is no reference' },
    { value: 'ghcr.io/acme/shop:1.2.3', part: ':tag', told: 'PART_MISMATCH', because: 'a reference is no tag' },
    { value: 'ghcr.io/acme/shop:1.2.3', part: ':name', told: 'PART_MISMATCH', because: 'a reference is no name' },
    { value: 'ghcr.io/acme/cart:1.2.3', part: '', told: 'VALUE_REFUSED', because: 'it is another image' },
    { value: 'ghcr.io/acme/cart', part: ':name', told: 'VALUE_REFUSED', because: 'it is the name of another image' },
    { value: 'GHCR.io/acme/shop:1.2.3', part: '', told: undefined, because: 'a registry has no letter case' },
    { value: '0.9.0', part: ':tag', told: 'VALUE_REFUSED', because: 'it is out of range' },
    { value: '2.0.0', part: ':tag', told: undefined, because: 'it is in range' },
    { value: 'abc', part: ':digest', told: 'PART_MISMATCH', because: 'it is no digest' },
    { value: ONE, part: ':digest', told: undefined, because: 'the policy pins digests' },
  ])('"$value" under the marker $part: $because', ({ value, part, told }) => {
    const files = { 'app.yaml': `a: '${value}' # {"$imagepolicy": "prod:shop${part}"}\n`, 'used.yaml': USED }
    expect(tell(files)).toEqual(told === undefined ? [] : [`app.yaml:1:4 ${told}`])
  })

  test('a :digest marker of a policy that pins none', () => {
    const app = `${USED}b: ${ONE} # {"$imagepolicy": "prod:cart:digest"}\nc: 1.0.0 # {"$imagepolicy": "prod:shop:tag"}\n`
    expect(tell({ 'app.yaml': app })).toEqual(['app.yaml:2:4 NO_DIGEST'])
  })
})

describe('a policy without a marker', () => {
  const unused = '.image-bump.yaml:3:3 UNUSED_POLICY'
  test.each([
    { app: 'a: 1\n', told: [unused], because: 'nobody names it' },
    {
      app: '# a: 1.0.0 # {"$imagepolicy": "prod:shop"}\n',
      told: [unused, 'app.yaml:1:1 COMMENTED_MARKER'],
      because: 'commented out is not used',
    },
    {
      app: 'a: x:1 # {"$imagepolicy": "prod:shpo"}\n',
      told: ['app.yaml:1:4 UNKNOWN_POLICY'],
      because: 'the typo is the mistake',
    },
    {
      app: "a: x:1 # {'$imagepolicy': 'prod:shop'}\n",
      told: ['app.yaml:1:8 NEAR_MARKER'],
      because: 'the near miss is',
    },
    { app: 'a: [] # {"$imagepolicy": "prod:shop"}\n', told: ['app.yaml:1:7 DEAD_MARKER'], because: 'its position is' },
    {
      app: 'a: 1 # {"$imagepolicy": "prod:shop:tga"}\n',
      told: ['app.yaml:1:6 UNKNOWN_PART'],
      because: 'its suffix is',
    },
    { app: 'a: [ # {"$imagepolicy": "prod:shop"}\n', told: ['app.yaml:2:1 FILE_UNREADABLE'], because: 'the file is' },
    {
      app: 'a: {{ x }}: 1 # {"$imagepolicy": "prod:shop"}\n---\nb: {{ y }}: 1\n',
      told: ['app.yaml:1:11 FILE_UNREADABLE'],
      because: 'a template is told once',
    },
    {
      app: '{{ if }}\na: [] # {"$imagepolicy": "prod:shop"}\n',
      told: ['app.yaml:2:1 FILE_UNREADABLE'],
      because: 'in a template positions are a guess',
    },
    {
      app: 'a: x:1#{"$imagepolicy": "prod:shop"}\n',
      told: ['app.yaml:1:7 FILE_UNREADABLE'],
      because: 'the blank before # is missing',
    },
  ])('$app: $because', ({ app, told }) => {
    expect(tell({ 'app.yaml': app, 'used.yaml': USED })).toEqual(told)
  })

  test('is told where its marker stands outside its paths', () => {
    const policies = POLICIES.replace('digest: Always', 'paths: [clusters]')
    const files = { 'app.yaml': 'a: 1.0.0 # {"$imagepolicy": "prod:shop:tag"}\n', 'used.yaml': USED }
    expect(findings(files, policies)).toMatchObject([{ code: 'UNUSED_POLICY', args: { elsewhere: 'app.yaml:1:4' } }])
  })
})

describe('a policy that nobody defines', () => {
  const app = (name: string): string =>
    `a: x:1 # {"$imagepolicy": "${name}"}\nb: 1.0.0 # {"$imagepolicy": "prod:shop:tag"}\n`
  test.each([
    { name: 'prod:shpo', nearest: 'prod:shop', because: 'two letters are swapped' },
    { name: 'Prod:Shop', nearest: 'prod:shop', because: 'letter case is wrong' },
    { name: 'default:shop', nearest: 'prod:shop', because: 'one policy of that name is in another namespace' },
    { name: 'prod:warehouse', nearest: '', because: 'nothing is near' },
  ])('$name is taken for "$nearest": $because', ({ name, nearest }) => {
    expect(findings({ 'app.yaml': app(name), 'used.yaml': USED })).toMatchObject([
      { code: 'UNKNOWN_POLICY', args: { nearest } },
    ])
  })

  const policy = (metadata: string): string =>
    `apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: ${metadata}\nspec: { imageRepositoryRef: { name: web }, policy: { alphabetical: {} } }\n`
  test.each([
    {
      flux: policy('{ name: web, namespace: apps }'),
      told: 'flux.yaml:3:19 FLUX_UNRESOLVED',
      because: 'its object lacks the repository',
    },
    { flux: policy('{ name: web }'), told: 'flux.yaml:3:19 FLUX_UNRESOLVED', because: 'so does one of any namespace' },
    {
      flux: policy('{ name: web, namespace: apps').replace(/$/, ']'),
      told: 'flux.yaml:4:1 FILE_UNREADABLE',
      because: 'its object is not YAML',
    },
  ])('is told by its object alone: $because', ({ flux, told }) => {
    expect(tell({ 'app.yaml': app('apps:web'), 'flux.yaml': flux, 'used.yaml': USED })).toEqual([told])
  })
})

test('a hold that ended is told from its day on', () => {
  const held = POLICIES.replace('digest: Always', 'hold: { until: 2026-03-01 }')
  const files = { 'app.yaml': 'a: 1.0.0 # {"$imagepolicy": "prod:shop:tag"}\n', 'used.yaml': USED }
  expect(findings(files, held, '2026-02-28')).toEqual([])
  expect(findings(files, held, '2026-03-01')).toMatchObject([{ code: 'HOLD_ENDED', args: { until: '2026-03-01' } }])
})

test.each([
  { text: '# Write {"$imagpolicy": "ns:name"} behind a value.\n', because: 'prose may misspell what it likes' },
  { text: '# `# {"$imagepolicy": ...}` marks a value\n', because: 'prose quotes markers' },
  { text: "# - image: x:1 # {'$imagepolicy': 'prod:shop'}\n", because: 'what is commented out may be wrong' },
  { text: 'a: [\nimagepolicy\n', because: 'a file without a comment about markers may be anything' },
  { text: 'singular: imagepolicy # a resource of image.toolkit.fluxcd.io\n', because: 'the word is no marker' },
])('nothing is told of $text: $because', ({ text }) => {
  const app = 'b: 1.0.0 # {"$imagepolicy": "prod:shop:tag"}\n'
  expect(tell({ 'app.yaml': app, 'note.yaml': text, 'used.yaml': USED })).toEqual([])
})

type Texts = Readonly<Record<string, string>>

function findings(texts: Texts, policies = POLICIES, today = '2026-01-01'): readonly Finding[] {
  const files = Object.entries(texts).map(([path, text]) => file(path, text))
  return lint(readSnapshot(file('.image-bump.yaml', policies), files), files, today)
}

/** Each as `place CODE`, sorted. */
function tell(texts: Texts): readonly string[] {
  return findings(texts)
    .map(({ code, place }) => `${place === undefined ? '' : formatPlace(place)} ${code}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
}

function file(path: string, text: string): SourceFile {
  return { path: path as RepoPath, bytes: new TextEncoder().encode(text) }
}

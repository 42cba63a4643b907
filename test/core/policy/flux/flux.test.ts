import { describe, expect, test } from 'vitest'

import { BumpError } from '../../../../src/core/errors.ts'
import type { Parsed } from '../../../../src/core/image/reference.ts'
import type { PolicyName, RepoPath } from '../../../../src/core/names.ts'
import { NO_POLICY_FILE, parsePolicyFile } from '../../../../src/core/policy/file.ts'
import { readFilter } from '../../../../src/core/policy/filter.ts'
import { findPolicy, FLUX_TEXT, fluxPolicies, mergePolicies } from '../../../../src/core/policy/flux/flux.ts'
import { readRange } from '../../../../src/core/policy/range.ts'
import { inScope } from '../../../../src/core/policy/scope.ts'

const PATH = 'apps/shop.yaml' as RepoPath

interface Parts {
  readonly metadata?: string
  readonly ref?: string
  readonly more?: string
  readonly policy?: string
  readonly version?: string
}

const SEMVER = `{ semver: { range: '>=1.0.0' } }`

const imagePolicy = ({
  metadata = 'namespace: prod, name: shop',
  ref = 'name: shop',
  more = '',
  policy = SEMVER,
  version = 'v1',
}: Parts = {}) => `---
apiVersion: image.toolkit.fluxcd.io/${version}
kind: ImagePolicy
metadata: { ${metadata} }
spec:
  imageRepositoryRef: { ${ref} }
  policy: ${policy}
${more}`

const repository = (metadata = 'namespace: prod, name: shop', image = 'ghcr.io/acme/shop') => `---
apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata: { ${metadata} }
spec: { image: ${image}, interval: 5m }
`

const automation = (metadata: string, update: string) => `---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata: { ${metadata} }
spec: { update: ${update} }
`

const read = (...texts: readonly string[]) =>
  fluxPolicies(texts.map((text, index) => ({ path: (index === 0 ? PATH : `other/${index}.yaml`) as RepoPath, text })))

function valueOf<Value>(parsed: Parsed<Value>): Value {
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

test('an ImagePolicy with its ImageRepository is a policy', () => {
  const more = String.raw`  filterTags: { pattern: '^v(?P<n>\d+)$', extract: $n }
  digestReflectionPolicy: IfNotPresent
  suspend: true
`
  expect(read(imagePolicy({ more }), repository())).toEqual({
    policies: [
      {
        name: 'prod:shop',
        anyNamespace: false,
        image: 'ghcr.io/acme/shop',
        filter: valueOf(readFilter(String.raw`^v(?P<n>\d+)$`, '$n')),
        order: { kind: 'semver', range: valueOf(readRange('>=1.0.0')) },
        digest: 'IfNotPresent',
        place: { path: PATH, line: 4, column: 36 },
        origin: 'flux',
      },
    ],
    findings: [],
  })
})

test.each(['v1alpha1', 'v1alpha2', 'v1beta1', 'v1beta2', 'v1', 'v7'])('API version %s is read', (version) => {
  expect(read(imagePolicy({ version }), repository()).policies).toHaveLength(1)
})

test.each([
  { policy: '{ numerical: {} }', order: { kind: 'numerical', direction: 'asc' } },
  { policy: '{ numerical: { order: DESC } }', order: { kind: 'numerical', direction: 'desc' } },
  { policy: '{ alphabetical: { order: Asc } }', order: { kind: 'alphabetical', direction: 'asc' } },
  { policy: '{ numerical: {}, alphabetical: {} }', order: { kind: 'alphabetical', direction: 'asc' } },
  {
    policy: '{ numerical: {}, alphabetical: {}, semver: { range: 1.x } }',
    order: expect.objectContaining({ kind: 'semver' }),
  },
])('policy $policy orders by $order', ({ policy, order }) => {
  expect(read(imagePolicy({ policy }), repository()).policies[0]?.order).toEqual(order)
})

describe('the repository that a policy refers to', () => {
  const bare = 'name: shop'
  test.each([
    {
      metadata: 'namespace: prod, name: shop',
      ref: bare,
      repositories: ['namespace: prod, name: shop'],
      because: 'the same namespace',
    },
    {
      metadata: 'namespace: prod, name: shop',
      ref: 'name: shop, namespace: flux',
      repositories: ['namespace: prod, name: shop', 'namespace: flux, name: shop'],
      image: 1,
      because: 'the reference names another namespace',
    },
    {
      metadata: bare,
      ref: bare,
      repositories: ['namespace: prod, name: shop', bare],
      image: 1,
      because: 'both get theirs from kustomize',
    },
    {
      metadata: bare,
      ref: bare,
      repositories: ['namespace: prod, name: shop'],
      because: 'it is the only one of that name',
    },
    {
      metadata: 'namespace: prod, name: shop',
      ref: bare,
      repositories: [bare],
      because: 'its namespace comes from kustomize',
    },
  ])('$metadata → $ref finds its own of $repositories: $because', ({ metadata, ref, repositories, image = 0 }) => {
    const objects = repositories.map((one, index) => repository(one, `acme/image${index}`))
    expect(read(imagePolicy({ metadata, ref }), ...objects).policies[0]?.image).toBe(`acme/image${image}`)
  })
})

describe('what text alone does not say is a finding with a way out', () => {
  const filter = (text: string) => `  filterTags: ${text}\n`
  test.each([
    { parts: {}, repositories: [], reason: 'no file has its ImageRepository "prod:shop"' },
    { parts: { ref: 'name: shop, namespace: x' }, reason: 'no file has its ImageRepository "x:shop"' },
    { parts: { policy: '' }, reason: 'spec.policy has neither semver nor alphabetical nor numerical' },
    { parts: { policy: '{ numerical: { order: up } }' }, reason: 'its order "up" is neither asc nor desc' },
    { parts: { policy: '{ semver: {} }' }, reason: 'spec.policy.semver has no range' },
    { parts: { policy: '{ semver: { range: 1 } }' }, reason: 'spec.policy.semver.range is not text; put it in quotes' },
    { parts: { policy: '{ semver: { range: ">1 <" } }' }, reason: '">1 <"' },
    {
      parts: { policy: `{ semver: { range: '\${range:=1.x}' } }` },
      reason: 'the range holds ${range:=1.x}, which Flux fills in later',
    },
    { parts: { more: filter('{ pattern: "(?=a)" }') }, reason: '"(?=a)" is not an RE2 pattern' },
    { parts: { more: filter('{ pattern: 1 }') }, reason: 'spec.filterTags.pattern is not text' },
    {
      parts: { more: filter(`{ pattern: '^\${branch}-' }`) },
      reason: 'the pattern holds ${branch}, which Flux fills in later',
    },
    {
      parts: { more: filter(`{ pattern: '(?P<ts>.*)', extract: '\${stamp}' }`) },
      reason: 'the extract holds ${stamp}',
    },
    { parts: { more: filter(`{ pattern: '(.*)', extract: '\${2}' }`) }, reason: 'the extract holds ${2}' },
    { parts: { more: '  digestReflectionPolicy: Sometimes\n' }, reason: 'digestReflectionPolicy "Sometimes" is not' },
    {
      parts: { metadata: `namespace: prod, name: 'shop-\${x}'` },
      name: 'prod:shop-${x}',
      reason: 'the name holds ${x}',
    },
    {
      parts: { metadata: `namespace: prod, name: '{{ .Release.Name }}'` },
      name: 'prod:{{ .Release.Name }}',
      reason: '"{{ .Release.Name }}" is not a name of Kubernetes',
    },
    {
      parts: { metadata: 'namespace: prod' },
      name: 'prod:',
      reason: 'it has no metadata.name here; define "prod:<name>"',
    },
    { parts: {}, repositories: [repository(undefined, '"${registry}/shop"')], reason: 'the image holds ${registry}' },
    {
      parts: {},
      repositories: [repository(undefined, 'acme/shop:1')],
      reason: 'its image "acme/shop:1": a tag does not belong',
    },
    { parts: {}, repositories: [repository(undefined, '')], reason: 'has no spec.image here' },
    {
      parts: { metadata: 'name: shop' },
      name: '*:shop',
      repositories: [repository('namespace: a, name: shop', 'x'), repository('namespace: b, name: shop', 'y')],
      reason:
        'several ImageRepository objects could be meant, with different images: other/1.yaml:4:33 and other/2.yaml:4:33',
    },
  ] as { parts: Parts; repositories?: string[]; name?: string; reason: string }[])(
    '$reason',
    ({ parts, repositories = [repository()], name = 'prod:shop', reason }) => {
      const { policies, findings } = read(imagePolicy(parts), ...repositories)
      expect(policies).toEqual([])
      expect(findings).toEqual([
        {
          code: 'FLUX_UNRESOLVED',
          args: { policy: name, reason: expect.stringContaining(reason) },
          place: expect.objectContaining({ path: PATH, line: name === 'prod:' ? 2 : 4 }),
        },
      ])
      expect(findings[0]?.args).toHaveProperty(
        'reason',
        expect.stringMatching(/; define ".*" with image and policy under policies in the policy file$/),
      )
    },
  )

  test('a policy and the patch that fills it in are both told', () => {
    const base = 'apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: { name: shop }\n'
    const { policies, findings } = read(
      `${base}spec: { imageRepositoryRef: { name: shop } }`,
      `${base}spec: { policy: { semver: { range: 1.x } } }`,
      repository(),
    )
    expect(policies).toEqual([])
    expect(findings.map(({ place, args }) => [place?.path, args])).toEqual([
      [
        PATH,
        { policy: '*:shop', reason: expect.stringContaining('it has no spec.policy here; define "<namespace>:shop"') },
      ],
      ['other/1.yaml', { policy: '*:shop', reason: expect.stringContaining('it has no spec.imageRepositoryRef here') }],
    ])
  })

  test('a complete policy that a patch changes somewhere is not taken at its word', () => {
    const patch =
      'apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: { name: shop }\nspec: { policy: { semver: { range: 2.x } } }'
    const { policies, findings } = read(imagePolicy(), patch, repository())
    expect(policies).toEqual([])
    expect(findings[0]?.args).toEqual({
      policy: 'prod:shop',
      reason: expect.stringContaining('other/1.yaml:3:19 changes it'),
    })
  })
})

describe('${…} in an extract', () => {
  test.each([
    { pattern: '(?P<ts>.*)', extract: '${ts}', means: '${ts}', because: 'the pattern has that group, so it is Go’s' },
    { pattern: '(.*)', extract: '${1}', means: '${1}', because: 'a group by number' },
    { pattern: '(.*)', extract: '${0}', means: '${0}', because: 'the whole match' },
    { pattern: '(?P<ts>.*)', extract: '$${ts}', means: '${ts}', because: 'escaped for Flux’s substitution' },
    { pattern: '(?P<ts>.*)', extract: '$ts', means: '$ts', because: 'without braces nothing is substituted' },
  ])('$extract of $pattern is read as $means: $because', ({ pattern, extract, means }) => {
    const more = `  filterTags: { pattern: '${pattern}', extract: '${extract}' }\n`
    expect(read(imagePolicy({ more }), repository()).policies[0]?.filter?.extract).toBe(means)
  })
})

describe('copies', () => {
  test('that mean the same count once, the first', () => {
    const { policies, findings } = read(imagePolicy(), imagePolicy({ version: 'v1beta2' }), repository(), repository())
    expect(findings).toEqual([])
    expect(policies.map(({ place }) => place.path)).toEqual([PATH])
  })

  test('that differ count not at all, and the finding names both', () => {
    const other = imagePolicy({ policy: '{ semver: { range: 2.x } }' })
    const { policies, findings } = read(imagePolicy(), other, repository())
    expect(policies).toEqual([])
    expect(findings).toEqual([
      {
        code: 'FLUX_UNRESOLVED',
        args: {
          policy: 'prod:shop',
          reason: expect.stringContaining(
            'apps/shop.yaml:4:36 and other/1.yaml:4:36 define it differently; define "prod:shop"',
          ),
        },
        place: { path: PATH, line: 4, column: 36 },
      },
    ])
  })

  test('without a namespace are an error that names both files', () => {
    const nameless = imagePolicy({ metadata: 'name: shop' })
    const attempt = () => read(nameless, repository(), nameless)
    expect(attempt).toThrow(BumpError)
    expect(attempt).toThrow(
      /^other\/2\.yaml:4:19: two ImagePolicy objects "shop" .*: apps\/shop\.yaml:4:19 and other\/2\.yaml:4:19\./,
    )
    expect(attempt).toThrow(expect.objectContaining({ code: 'BAD_POLICY' }))
  })

  test('without a namespace are a finding where no marker asks for that name', () => {
    const nameless = {
      path: PATH,
      text: `${imagePolicy({ metadata: 'name: shop' })}---\n${imagePolicy({ metadata: 'name: shop' })}`,
    }
    const { policies, findings } = fluxPolicies([nameless, { path: PATH, text: repository() }], () => false)
    expect(policies).toEqual([])
    expect(findings).toMatchObject([{ code: 'FLUX_UNRESOLVED', args: { policy: '*:shop' } }])
  })
})

describe('documents', () => {
  test('good ones count beside broken, foreign and commented ones, with places in the whole file', () => {
    const text = [
      '# licence\r\n---\r\nkind: Deployment\r\n...\r\n',
      '--- # image.toolkit.fluxcd.io/v1\n{{- if .Values.flux }}\nkind: [\n',
      '---\n{{ broken but foreign\n',
      imagePolicy(),
      repository(),
    ].join('')
    const { policies, findings } = read(text)
    expect(policies.map(({ name, place }) => [name, place.line])).toEqual([['prod:shop', 13]])
    expect(findings).toEqual([
      {
        code: 'FILE_UNREADABLE',
        args: { reason: 'a key must be plain text' },
        place: { path: PATH, line: 6, column: 3 },
      },
    ])
  })

  test('items of a list are objects', () => {
    const items = [imagePolicy(), repository()].map((one) =>
      one.replace('---\n', '').replace(/^/gm, '    ').replace('    ', '  - '),
    )
    expect(read(`apiVersion: v1\nkind: List\nitems:\n${items.join('\n')}`)).toMatchObject({
      policies: [{ name: 'prod:shop' }],
      findings: [],
    })
  })

  test('definitions, patches in text and other groups are no objects', () => {
    const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: imagepolicies.image.toolkit.fluxcd.io }
spec: { group: image.toolkit.fluxcd.io }
---
kind: Kustomization
patches:
  - patch: |
      apiVersion: image.toolkit.fluxcd.io/v1
      kind: ImagePolicy
---
apiVersion: kyverno.io/v1
kind: ImagePolicy
metadata: { name: image.toolkit.fluxcd.io/x }
`
    expect(read(text)).toEqual({ policies: [], findings: [] })
  })

  test('an alias bomb is a finding', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n}, `.repeat(10)}]`)
    const text = `apiVersion: image.toolkit.fluxcd.io/v1\nl0: &l0 [x]\n${lines.join('\n')}`
    expect(read(text).findings).toMatchObject([{ code: 'FILE_UNREADABLE' }])
  })
})

describe('the path of an automation', () => {
  const scopeOf = (metadata: string, ...automations: readonly string[]) =>
    read(imagePolicy({ metadata }), repository('name: shop'), ...automations).policies[0]?.paths
  const prod = 'namespace: prod, name: shop'
  test.each([
    { automations: [], paths: undefined, because: 'no automation says anything' },
    {
      automations: [automation('namespace: prod, name: a', '{ path: ./clusters/x }')],
      paths: ['clusters/x/**'],
      because: 'its namespace has one',
    },
    {
      automations: [
        automation('namespace: prod, name: a', '{ path: clusters/x/ }'),
        automation('namespace: prod, name: b', '{ path: y }'),
      ],
      paths: ['clusters/x/**', 'y/**'],
      because: 'several are a union',
    },
    {
      automations: [
        automation('namespace: prod, name: a', '{ path: ./x }'),
        automation('namespace: prod, name: b', '{ path: ./ }'),
      ],
      paths: undefined,
      because: 'one covers the whole tree',
    },
    {
      automations: [automation('namespace: prod, name: a', '{ strategy: Setters }')],
      paths: undefined,
      because: 'without a path it is the whole tree',
    },
    {
      automations: [automation('namespace: prod, name: a', '{ path: . }')],
      paths: undefined,
      because: 'the root is the whole tree',
    },
    {
      automations: [automation('namespace: prod, name: a', '{ path: "${dir}" }')],
      paths: undefined,
      because: 'a variable says nothing',
    },
    {
      automations: [automation('namespace: prod, name: a', '{ path: ../../x/../y }')],
      paths: ['y/**'],
      because: 'the root has no parent',
    },
    {
      automations: [automation('namespace: prod, name: a', '{ path: "a[1]{b}" }')],
      paths: [String.raw`a\[1\]\{b\}/**`],
      because: 'a path is no glob',
    },
    {
      automations: [automation('namespace: prod, name: a', '{ path: x/y.yaml }')],
      paths: ['x/y.yaml'],
      because: 'a path may name a file',
    },
    {
      automations: [automation('namespace: dev, name: a', '{ path: x }')],
      paths: undefined,
      because: 'another namespace is not concerned',
    },
    {
      automations: [automation('name: a', '{ path: x }')],
      paths: ['x/**'],
      because: 'no automation names a namespace',
    },
    {
      automations: [automation('name: a', '{ path: x }'), automation('namespace: dev, name: a', '{ path: y }')],
      paths: undefined,
      because: 'one without a namespace is for policies without one',
    },
  ])('scopes the policies of its namespace to $paths: $because', ({ automations, paths }) => {
    expect(scopeOf(prod, ...automations)).toEqual(paths)
  })

  test('of an odd path is matched as it is written', () => {
    const paths = scopeOf(prod, automation('namespace: prod, name: a', '{ path: "a[1]{b}/(c)" }'))
    expect(inScope(paths, 'a[1]{b}/(c)/d/shop.yaml' as RepoPath)).toBe(true)
    expect(inScope(paths, 'a1b/c/d/shop.yaml' as RepoPath)).toBe(false)
  })

  test('one without a namespace scopes policies without a namespace', () => {
    const other = automation('namespace: dev, name: a', '{ path: y }')
    expect(scopeOf('name: shop', automation('name: a', '{ path: x }'), other)).toEqual(['x/**'])
    expect(scopeOf('name: shop', other)).toBeUndefined()
  })
})

describe('beside the policy file', () => {
  const flux = read(imagePolicy(), imagePolicy({ metadata: 'name: cart' }), repository()).policies
  const file = (text: string) => parsePolicyFile('.image-bump.yaml' as RepoPath, `version: 1\n${text}`)
  const names = (text: string) => mergePolicies(file(text), flux).map(({ name, origin }) => `${origin} ${name}`)
  const find = (text: string, name: string) => findPolicy(mergePolicies(file(text), flux), name as PolicyName)

  test.each([
    { text: 'flux: true', all: ['flux prod:shop', 'flux *:cart'], because: 'the file defines none' },
    { text: 'flux: false', all: [], because: 'the file wants none of Flux' },
    {
      text: 'policies: { "prod:shop": { image: x, policy: { commit: } } }',
      all: ['file prod:shop', 'flux *:cart'],
      because: 'the file wins',
    },
    {
      text: 'policies: { "prod:cart": { image: x, policy: { commit: } } }',
      all: ['file prod:cart', 'flux prod:shop', 'flux *:cart'],
      because: 'only prod:cart is defined',
    },
  ])('$text leaves $all: $because', ({ text, all }) => {
    expect(names(text)).toEqual(all)
  })

  test.each([
    { name: 'prod:shop', found: 'flux prod:shop', because: 'its very name' },
    { name: 'dev:shop', found: undefined, because: 'prod:shop has a namespace' },
    { name: 'dev:cart', found: 'flux *:cart', because: 'it answers to every namespace' },
    { name: 'prod:cart', found: 'file prod:cart', because: 'the exact name comes first' },
    { name: 'prod:car', found: undefined, because: 'nothing has that name' },
    { name: 'shop', found: undefined, because: 'it is no name of a policy' },
  ])('a marker that names $name finds $found: $because', ({ name, found }) => {
    const policy = find('policies: { "prod:cart": { image: x, policy: { commit: } } }', name)
    expect(policy && `${policy.origin} ${policy.name}`).toBe(found)
  })

  test('no file at all takes everything of Flux', () => {
    expect(mergePolicies(NO_POLICY_FILE, flux)).toEqual(flux)
  })
})

test('the text to search files for stands in every object', () => {
  for (const text of [imagePolicy(), repository(), automation('name: a', '{}')]) expect(text).toContain(FLUX_TEXT)
})

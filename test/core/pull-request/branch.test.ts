import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImageName } from '../../../src/core/image/reference.ts'
import type { BranchName, PolicyName } from '../../../src/core/names.ts'
import { headBranch, headPrefix } from '../../../src/core/pull-request/branch.ts'
import { groupOf, type Group } from '../../../src/core/pull-request/group.ts'
import { hostileText } from './hostile-text.ts'

const KINDS = ['namespace', 'policy', 'image', 'all'] as const

function group(kind: (typeof KINDS)[number], name: string): Group {
  const [policy, image] = kind === 'image' ? ['a:b', name] : [kind === 'namespace' ? `${name}:x` : name, 'x']
  return groupOf(kind, { name: policy as PolicyName, image: image as ImageName, anyNamespace: false })
}

function branch(base: string, group: Group): string {
  return headBranch({ base: base as BranchName, group })
}

describe('groups', () => {
  test.each([
    { kind: 'namespace', key: 'namespace:prod', label: 'prod' },
    { kind: 'policy', key: 'policy:prod:shop', label: 'prod:shop' },
    { kind: 'image', key: 'image:ghcr.io/acme/shop', label: 'shop' },
    { kind: 'all', key: 'all', label: 'all images' },
  ] as const)('by $kind: $key', ({ kind, key, label }) => {
    const policy = { name: 'prod:shop' as PolicyName, image: 'ghcr.io/acme/shop' as ImageName, anyNamespace: false }
    expect(groupOf(kind, policy)).toEqual({ kind, key, label })
  })

  test('a policy of any namespace is grouped apart', () => {
    const policy = { name: ':shop' as PolicyName, image: 'shop' as ImageName, anyNamespace: true }
    expect(groupOf('namespace', policy)).toEqual({ kind: 'namespace', key: 'namespace:', label: 'any namespace' })
  })
})

describe('head branches', () => {
  test.each([
    {
      base: 'main',
      kind: 'namespace',
      name: 'staging',
      is: /^image-bump\/main\/staging$/,
      because: 'the usual one is plain',
    },
    { base: 'main', kind: 'all', name: '', is: /^image-bump\/main\/all$/, because: 'one for everything' },
    {
      base: 'main',
      kind: 'namespace',
      name: 'all',
      is: /^image-bump\/main\/all-[0-9a-f]{8}$/,
      because: '"all" is taken',
    },
    {
      base: 'main',
      kind: 'policy',
      name: 'prod:shop',
      is: /^image-bump\/main\/prod-shop-[0-9a-f]{8}$/,
      because: 'a ref holds no colon',
    },
    {
      base: 'main',
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      is: /^image-bump\/main\/ghcr\.io-acme-shop-[0-9a-f]{8}$/,
      because: 'a group is one segment',
    },
    {
      base: 'release/1.x',
      kind: 'namespace',
      name: 'prod',
      is: /^image-bump\/release-1\.x-[0-9a-f]{8}\/prod$/,
      because: 'so is a base',
    },
    {
      base: 'main',
      kind: 'namespace',
      name: 'x.lock',
      is: /^image-bump\/main\/x-[0-9a-f]{8}$/,
      because: 'git keeps .lock for itself',
    },
    {
      base: 'main',
      kind: 'namespace',
      name: 'pr-0a1b2c3d',
      is: /^image-bump\/main\/pr-0a1b2c3d-[0-9a-f]{8}$/,
      because: 'it could be the hash of another',
    },
    {
      base: 'main',
      kind: 'namespace',
      name: '',
      is: /^image-bump\/main\/x-[0-9a-f]{8}$/,
      because: 'a segment is never empty',
    },
  ] as const)('$kind "$name" on $base: $because', ({ base, kind, name, is }) => {
    expect(branch(base, group(kind, name))).toMatch(is)
  })

  test('start with the prefix of their base, a prefix of one is never that of another', () => {
    const base = 'release/1.x' as BranchName
    expect(headBranch({ base, group: group('namespace', 'prod') })).toMatch(new RegExp(`^${headPrefix({ base })}`))
    expect(headPrefix({ base: 'main' as BranchName })).toBe('image-bump/main/')
    expect(headPrefix({ prefix: 'bots', base: 'main' as BranchName })).toBe('bots/main/')
  })

  const names = fc.oneof(
    hostileText(),
    fc.stringMatching(/^[a-c./:-]{1,4}$/),
    fc.string({ minLength: 150, maxLength: 400 }),
  )

  test('are names that git and every forge take, and that nothing else means', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(...KINDS), names, (base, kind, name) => {
        const is = branch(base, group(kind, name))
        expect(is).toMatch(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/)
        expect(is).not.toMatch(/\.\.|\/\/|\/\.|\.lock(?:\/|$)|@\{|[./]$|^[0-9a-f]{40}$/)
        // Three segments exactly: no branch of ours can be a folder of another.
        expect(is.split('/')).toHaveLength(3)
      }),
      { numRuns: 500 },
    )
  })

  test('differ when base or group differ', () => {
    const facts = fc.tuple(names, fc.constantFrom(...KINDS), names)
    fc.assert(
      fc.property(facts, facts, ([baseA, kindA, nameA], [baseB, kindB, nameB]) => {
        const [a, b] = [group(kindA, nameA), group(kindB, nameB)]
        expect(branch(baseA, a) === branch(baseB, b)).toBe(baseA === baseB && a.key === b.key)
      }),
      { numRuns: 1_000 },
    )
  })
})

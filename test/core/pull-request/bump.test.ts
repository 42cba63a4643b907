import { describe, expect, test } from 'vitest'
import { formatReference, parseReference, shortName, type ImageReference } from '../../../src/core/image/reference.ts'
import type { PolicyName } from '../../../src/core/names.ts'
import { bumpsOf, levelOf, versionOf } from '../../../src/core/pull-request/bump.ts'
import { bump, change } from './facts.ts'

const [D1, D2] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`]

describe('levels', () => {
  test.each([
    { from: ['x:1.4.2'], to: 'x:2.0.0', is: 'major' },
    { from: ['x:v1.4.2'], to: 'x:v1.5.0', is: 'minor' },
    { from: ['x:1.4.2'], to: 'x:1.4.3', is: 'patch' },
    { from: ['x:1.4.2'], to: 'x:2.0.0-rc.1', is: 'major' },
    { from: ['x:2.0.0-rc.1'], to: 'x:2.0.0-rc.2', is: 'pre-release' },
    { from: ['x:2.0.0'], to: 'x:1.9.0', is: 'downgrade' },
    { from: ['x:1.4.2', 'x:1.5.1'], to: 'x:1.5.2', is: 'minor' },
    { from: [`x:1@${D1}`], to: `x:1@${D2}`, is: 'digest' },
    { from: ['x:1'], to: `x:1@${D2}`, is: 'digest' },
    { from: ['x:main-1'], to: 'x:main-2', is: undefined },
    { from: ['y:1.0.0'], to: 'x:2.0.0', is: undefined },
    { from: [], to: 'x:2.0.0', is: undefined },
    { from: ['docker.io/library/x:1.0.0'], to: 'x:1.0.1', is: 'patch' },
  ])('$from to $to is $is', ({ from, to, is }) => {
    expect(levelOf(bump(to, from))).toBe(is)
  })
})

test.each([
  { image: 'ghcr.io/acme/shop:1.5.0', name: 'shop', version: '1.5.0' },
  { image: `localhost:5000/x@${D1}`, name: 'x', version: 'sha256:111111111111' },
  { image: 'nginx', name: 'nginx', version: 'latest' },
])('$image is $name $version for short', ({ image, name, version }) => {
  const reference = parseReference(image)
  expect([shortName(reference.name), versionOf(reference)]).toEqual([name, version])
})

describe('bumps of a plan', () => {
  const images = new Map<PolicyName, ImageReference>([
    ['staging:shop' as PolicyName, parseReference(`acme/shop:1.5.0@${D2}`)],
    ['staging:cart' as PolicyName, parseReference('acme/cart:2')],
  ])

  test.each([
    { changes: [change('a:1', '1.4', '1.5.0')], from: ['acme/shop:1.4'], because: 'a tag is of the image' },
    {
      changes: [change('a:1', 'old/shop:1.4', 'x', 'reference')],
      from: ['old/shop:1.4'],
      because: 'a reference says all',
    },
    {
      changes: [
        change('a:1', '1.4', '1.5.0'),
        change('a:2', D1, D2, 'digest'),
        change('a:3', 'old', 'acme/shop', 'name'),
      ],
      from: [`old:1.4@${D1}`],
      because: 'parts that stand apart are one reference',
    },
    {
      changes: [change('a:1', '1.4', '1.5.0'), change('b:1', '1.3', '1.5.0'), change('c:1', '1.4', '1.5.0')],
      from: ['acme/shop:1.4', 'acme/shop:1.3'],
      because: 'places that disagree are told each, once',
    },
    { changes: [change('a:1', '', '1.5.0')], from: [], because: 'an empty value says nothing' },
  ])('$from: $because', ({ changes, from }) => {
    const [only, ...more] = bumpsOf(changes, images)
    expect(only?.from.map(formatReference)).toEqual(from)
    expect(only?.places).toEqual(changes.map(({ field }) => field.place))
    expect(more).toEqual([])
  })

  test('each policy has one, in the order of first changes', () => {
    const changes = [
      change('a:1', '1', '2', 'tag', 'staging:cart'),
      change('a:2', '1', '2'),
      change('b:1', '1', '2', 'tag', 'staging:cart'),
    ]
    expect(bumpsOf(changes, images).map(({ policy, places }) => [policy, places.length])).toEqual([
      ['staging:cart', 2],
      ['staging:shop', 1],
    ])
  })

  test('a change without an image is our own mistake', () => {
    expect(() => bumpsOf([change('a:1', '1', '2')], new Map())).toThrow(expect.objectContaining({ code: 'BUG' }))
  })
})

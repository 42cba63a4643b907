import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Group } from '../../../src/core/pull-request/group.ts'
import { title } from '../../../src/core/pull-request/title.ts'
import { bump, MAIN } from './facts.ts'
import { hostileText } from './hostile-text.ts'

const STAGING: Group = { kind: 'namespace', key: 'namespace:staging', label: 'staging' }
const SHOP: Group = { kind: 'image', key: 'image:shop', label: 'shop' }
const ALL: Group = { kind: 'all', key: 'all', label: 'all images' }
const POLICY: Group = { kind: 'policy', key: 'policy:prod:shop', label: 'prod:shop' }
const ANY: Group = { kind: 'namespace', key: 'namespace:', label: 'any namespace' }
const [D1, D2] = [`@sha256:${'1'.repeat(64)}`, `@sha256:${'2'.repeat(64)}`]

describe('built in', () => {
  test.each([
    { bumps: [bump('acme/shop:1.5.0', ['acme/shop:1.4.0'])], group: STAGING, is: 'bump shop to 1.5.0 in staging' },
    { bumps: [bump('a/shop:1'), bump('a/cart:2'), bump('a/web:3')], group: STAGING, is: 'bump 3 images in staging' },
    { bumps: [bump('a/shop:1'), bump('b/shop:1')], group: STAGING, is: 'bump 2 images in staging' },
    { bumps: [bump('shop:1.5.0', [], 'a:x'), bump('shop:1.5.0', [], 'b:x')], group: SHOP, is: 'bump shop to 1.5.0' },
    { bumps: [bump('shop:1', [], 'a:x'), bump('shop:2', [], 'b:x')], group: SHOP, is: 'bump shop to 1 and 2' },
    { bumps: [bump('shop:1'), bump('shop:2'), bump('shop:3')], group: ALL, is: 'bump shop to 3 versions' },
    {
      bumps: [bump(`shop:1.5.0${D2}`, [`shop:1.5.0${D1}`])],
      group: STAGING,
      is: 'bump shop to 1.5.0 (new digest) in staging',
    },
    { bumps: [bump(`shop:1.5.0${D2}`, [`shop:1.4.0${D1}`])], group: STAGING, is: 'bump shop to 1.5.0 in staging' },
    { bumps: [bump(`shop${D2}`, [`shop${D1}`])], group: POLICY, is: 'bump shop to sha256:222222222222 in prod:shop' },
    { bumps: [bump('shop:1')], group: ANY, is: 'bump shop to 1' },
  ])('$is', ({ bumps, group, is }) => {
    expect(title({ bumps, group, base: MAIN })).toBe(is)
  })
})

describe('from a template', () => {
  const bumps = ['shop:1', 'cart:2', 'web:3', 'api:4'].map((to) => bump(to))
  test.each([
    { template: 'deploy({group}): {images}', is: 'deploy(staging): shop, cart, web and 1 more' },
    { template: '{count} to {base}: {version}', is: '4 to main: 4 versions' },
    { template: '{unknown} {count}', is: '{unknown} 4' },
    { template: 'a\n b ', is: 'a b' },
    { template: ' ', is: 'bump 4 images in staging' },
    { template: '{toString}', is: '{toString}' },
  ])('$template', ({ template, is }) => {
    expect(title({ bumps, group: STAGING, base: MAIN, template })).toBe(is)
  })
})

test('it is one short harmless line, whatever the template and the group', () => {
  fc.assert(
    fc.property(hostileText(), hostileText(), fc.nat(300), (template, label, repeat) => {
      const group: Group = { ...STAGING, label: label.repeat(repeat) }
      for (const given of [{}, { template }]) {
        const text = title({ bumps: [bump('shop:1')], group, base: MAIN, ...given })
        expect(text.length).toBeLessThanOrEqual(256)
        expect(text).not.toMatch(/@[A-Za-z0-9]|#\d|[\r\n]|GH-\d|\[skip ci\]/i)
      }
    }),
  )
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReference, type ImageReference } from '../../../src/core/image/reference.ts'
import {
  formatIntent,
  INTENT_LIMIT,
  readIntent,
  together,
  type Bringing,
  type Intent,
} from '../../../src/core/pull-request/intent.ts'
import { hostileText } from './hostile-text.ts'

const INTENT: Intent = {
  group: 'namespace:prod',
  config: '.image-bump.yaml',
  images: [parseReference('ghcr.io/acme/shop:1.1.0'), parseReference('ghcr.io/acme/cart:2.0.0')],
  revision: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432',
  sourceRepository: 'acme/shop',
  runUrl: 'https://github.com/acme/shop/actions/runs/17',
  force: false,
  paths: [],
}

describe('what is written is read', () => {
  test.each([
    { intent: INTENT, because: 'everything is known' },
    { intent: { ...INTENT, force: true, paths: ['apps/staging/**'] }, because: 'it is forced, and narrowed' },
    {
      intent: { group: 'all', config: 'x.yaml', images: INTENT.images, force: false, paths: [] },
      because: 'nobody said where it was built',
    },
  ])('$because', ({ intent }) => {
    expect(readIntent(formatIntent(intent) ?? '')).toEqual({ ok: true, value: intent })
  })

  test('what nobody would read is not written', () => {
    const images = Array.from({ length: 101 }, (_, at) => parseReference(`ghcr.io/acme/shop:1.0.${at}`))
    expect(formatIntent({ ...INTENT, images })).toBeUndefined()
    expect(formatIntent({ ...INTENT, paths: ['a'.repeat(INTENT_LIMIT)] })).toBeUndefined()
  })
})

describe('what is not of the form', () => {
  const json = { v: 1, group: 'namespace:prod', config: 'x.yaml', images: ['ghcr.io/acme/shop:1.1.0'] }
  test('the form itself is read', () => {
    expect(readIntent(JSON.stringify(json)).ok).toBe(true)
  })
  test.each([
    { text: '', reason: 'it is not JSON' },
    { text: 'chore(image): bump shop to 1.5.0', reason: 'it is not JSON' },
    { text: '[]', reason: 'it is not an object' },
    { text: 'null', reason: 'it is not an object' },
    { text: JSON.stringify({ ...json, v: 2 }), reason: 'its version is not 1' },
    { text: JSON.stringify({ ...json, run: 'rm -rf /' }), reason: 'it has a field that nobody knows' },
    {
      text: `${JSON.stringify(json).slice(0, -1)},"__proto__":{"force":true}}`,
      reason: 'it has a field that nobody knows',
    },
    { text: JSON.stringify({ ...json, group: ['all'] }), reason: '"group" is not a text' },
    { text: JSON.stringify({ ...json, config: '' }), reason: '"config" is not a text' },
    { text: JSON.stringify({ ...json, images: [] }), reason: '"images" is not a list of image references' },
    {
      text: JSON.stringify({ ...json, images: ['not an image'] }),
      reason: '"images" is not a list of image references',
    },
    { text: JSON.stringify({ ...json, images: [{ tag: '1' }] }), reason: '"images" is not a list of image references' },
    { text: JSON.stringify({ ...json, force: 'yes' }), reason: '"force" is not true or false' },
    { text: JSON.stringify({ ...json, paths: 'apps/**' }), reason: '"paths" is not a list of texts' },
    { text: JSON.stringify({ ...json, revision: 'HEAD' }), reason: '"revision" has not the form it should have' },
    {
      text: JSON.stringify({ ...json, sourceRepository: 'https://evil.example/x' }),
      reason: '"sourceRepository" has not the form it should have',
    },
    {
      text: JSON.stringify({ ...json, runUrl: 'javascript:alert(1)' }),
      reason: '"runUrl" has not the form it should have',
    },
    { text: JSON.stringify({ ...json, group: 'x'.repeat(INTENT_LIMIT) }), reason: 'it is too long' },
  ])('$reason: $text', ({ text, reason }) => {
    expect(readIntent(text)).toEqual({ ok: false, reason })
  })

  test('no text makes the reader throw, or say what the text said', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText(), fc.json()), (text) => {
        const read = readIntent(text)
        if (!read.ok) expect(read.reason.length).toBeLessThan(60)
      }),
    )
  })
})

describe('what is decided together', () => {
  const bringing = (image: string, more: Partial<Bringing> = {}): Bringing => ({
    images: [parseReference(image)] as readonly ImageReference[],
    force: false,
    paths: [],
    ...more,
  })
  const shop = bringing('ghcr.io/acme/shop:1.1.0')
  const newer = bringing('ghcr.io/acme/shop:1.2.0')
  const cart = bringing('ghcr.io/acme/cart:1.1.0', { force: true })
  const back = bringing('ghcr.io/acme/shop:1.0.0', { force: true })
  const part = bringing('ghcr.io/acme/shop:1.3.0', { paths: ['apps/staging/**'] })

  test.each([
    { own: shop, others: [newer, cart], taken: [newer, cart], because: 'the policy tells the newest' },
    { own: cart, others: [shop, newer], taken: [shop, newer], because: 'force is for an image of its own' },
    { own: shop, others: [back, cart], taken: [cart], because: 'a rollback of ours comes on top, later' },
    { own: back, others: [shop, cart], taken: [cart], because: 'our rollback comes first' },
    { own: cart, others: [back, shop, newer], taken: [back], because: 'the rollback that waits longer comes first' },
    { own: cart, others: [shop, part], taken: [shop], because: 'paths of one build are not those of another' },
  ])('$because', ({ own, others, taken }) => {
    expect(together(own, others)).toEqual(taken)
  })
})

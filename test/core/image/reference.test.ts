import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalName,
  formatReference,
  parseReference,
  quote,
  quotePattern,
  readDigest,
  readImageName,
  readReference,
  readTag,
  sameImage,
  type ImageName,
} from '../../../src/core/image/reference.ts'

const sha256 = `sha256:${'0123456789abcdef'.repeat(4)}`

describe('reads references', () => {
  test.each([
    { text: 'nginx', is: { name: 'nginx' } },
    { text: 'nginx:1.27', is: { name: 'nginx', tag: '1.27' } },
    { text: 'ghcr.io/acme/shop:v1.4.2', is: { name: 'ghcr.io/acme/shop', tag: 'v1.4.2' } },
    { text: `ghcr.io/acme/shop@${sha256}`, is: { name: 'ghcr.io/acme/shop', digest: sha256 } },
    { text: `ghcr.io/acme/shop:1@${sha256}`, is: { name: 'ghcr.io/acme/shop', tag: '1', digest: sha256 } },
    { text: 'localhost:5000/x', is: { name: 'localhost:5000/x' } },
    { text: 'localhost:5000/x:1', is: { name: 'localhost:5000/x', tag: '1' } },
    { text: 'localhost:5000', is: { name: 'localhost', tag: '5000' } },
    { text: '[2001:db8::1]:5000/x:1', is: { name: '[2001:db8::1]:5000/x', tag: '1' } },
    { text: '[::1]/x', is: { name: '[::1]/x' } },
    { text: 'Registry.Example.com/a/b:1', is: { name: 'Registry.Example.com/a/b', tag: '1' } },
    { text: 'a/b_c/d__e/f-g/h---i/j.k:_1', is: { name: 'a/b_c/d__e/f-g/h---i/j.k', tag: '_1' } },
    { text: `a:${'t'.repeat(128)}`, is: { name: 'a', tag: 't'.repeat(128) } },
    { text: `a@sha512:${'0'.repeat(128)}`, is: { name: 'a', digest: `sha512:${'0'.repeat(128)}` } },
    { text: `a@x+y.z:${'F'.repeat(32)}`, is: { name: 'a', digest: `x+y.z:${'F'.repeat(32)}` } },
  ])('$text', ({ text, is }) => {
    expect(readReference(text)).toEqual({ ok: true, value: is })
    expect(formatReference(parseReference(text))).toBe(text)
  })

  test.each([
    { text: '', says: 'the name is empty' },
    { text: ':1', says: 'the name is empty' },
    { text: 'https://ghcr.io/a/b:1', says: 'without a scheme' },
    { text: 'docker://a/b', says: 'without a scheme' },
    { text: 'ghcr.io/Acme/shop:1', says: 'upper-case' },
    { text: 'Nginx', says: 'upper-case' },
    { text: 'ghcr.io//shop', says: 'empty part' },
    { text: 'ghcr.io/shop/', says: 'empty part' },
    { text: '/shop', says: 'empty part' },
    { text: 'ghcr.io/a___b', says: 'may hold only' },
    { text: 'ghcr.io/a..b', says: 'may hold only' },
    { text: 'ghcr.io/-a', says: 'may hold only' },
    { text: 'ghcr.io/a-', says: 'may hold only' },
    { text: ' nginx', says: 'may hold only' },
    { text: 'ghcr.io/a\n', says: 'may hold only' },
    { text: 'ghcr.io/a:', says: 'the tag is empty' },
    { text: 'a:-1', says: 'is not a tag' },
    { text: 'a:.1', says: 'is not a tag' },
    { text: 'a:1+2', says: 'is not a tag' },
    { text: 'a:1\n', says: 'is not a tag' },
    { text: `a:${'t'.repeat(129)}`, says: 'longer than 128' },
    { text: 'a@', says: 'is not a digest' },
    { text: 'a@sha256:abc', says: 'is not a digest' },
    { text: `a@sha256:${'0'.repeat(63)}`, says: '64 lower-case hex digits' },
    { text: `a@sha256:${'A'.repeat(64)}`, says: '64 lower-case hex digits' },
    { text: `a@${sha256}@${sha256}`, says: 'is not a digest' },
    { text: `a@${sha256}:1`, says: 'is not a digest' },
    { text: 'a.b:port/c', says: '"port" is not a port' },
    { text: 'a..b/c', says: 'is not a registry host' },
    { text: '-a.b/c', says: 'is not a registry host' },
    { text: ':5000/x', says: 'is not a registry host' },
    { text: `ghcr.io/${'a'.repeat(256)}`, says: 'longer than 255' },
  ])('not $text: $says', ({ text, says }) => {
    expect(readReference(text)).toMatchObject({ ok: false, reason: expect.stringContaining(says) })
    expect(() => parseReference(text)).toThrow(expect.objectContaining({ code: 'BAD_IMAGE_REFERENCE' }))
  })

  test('formatting what was parsed gives the same text', () => {
    const host = fc.stringMatching(/^([a-zA-Z0-9]{1,5}\.[a-z]{2,3}|localhost)(:[0-9]{1,5})?\/$/)
    const path = fc.stringMatching(/^[a-z0-9]{1,5}((\.|_|__|-{1,3})[a-z0-9]{1,3}){0,2}(\/[a-z0-9]{1,4}){0,3}$/)
    const tag = fc.stringMatching(/^(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,20})?$/)
    const digest = fc.constantFrom('', `@${sha256}`)
    fc.assert(
      fc.property(fc.option(host, { nil: '' }), path, tag, digest, (h, p, t, d) => {
        const text = `${h}${p}${t}${d}`
        expect(parseReference(text)).toEqual({
          name: `${h}${p}`,
          ...(t === '' ? {} : { tag: t.slice(1) }),
          ...(d === '' ? {} : { digest: d.slice(1) }),
        })
        expect(formatReference(parseReference(text))).toBe(text)
      }),
    )
  })

  test('any text is either refused or comes back byte by byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aA0.:/@_-[] \n'.split('')) }), (text) => {
        const parsed = readReference(text)
        if (parsed.ok) expect(formatReference(parsed.value)).toBe(text)
        else expect(parsed.reason).not.toBe('')
      }),
    )
  })
})

describe('reads the parts alone', () => {
  test.each([
    { text: 'ghcr.io/acme/shop', says: undefined },
    { text: 'localhost:5000/x', says: undefined },
    { text: 'ghcr.io/acme/shop:1', says: 'a tag does not belong here' },
    { text: `ghcr.io/acme/shop@${sha256}`, says: 'a digest does not belong here' },
    { text: `ghcr.io/acme/shop:1@${sha256}`, says: 'a digest does not belong here' },
    { text: 'ghcr.io/Acme', says: 'upper-case' },
  ])('the name $text: $says', ({ text, says }) => {
    expect(readImageName(text)).toMatchObject(
      says === undefined ? { ok: true, value: text } : { ok: false, reason: expect.stringContaining(says) },
    )
  })

  test('tags and digests', () => {
    expect(readTag('1.4.2')).toEqual({ ok: true, value: '1.4.2' })
    expect(readTag('1 2').ok).toBe(false)
    expect(readDigest(sha256)).toEqual({ ok: true, value: sha256 })
    expect(readDigest('latest').ok).toBe(false)
  })
})

test.each([
  { a: 'nginx', b: 'docker.io/library/nginx', same: true },
  { a: 'docker.io/nginx', b: 'index.docker.io/library/nginx', same: true },
  { a: 'acme/shop', b: 'docker.io/acme/shop', same: true },
  { a: 'GHCR.io/acme/shop', b: 'ghcr.io/acme/shop', same: true },
  { a: 'localhost/x', b: 'localhost/x', same: true },
  { a: 'ghcr.io/nginx', b: 'nginx', same: false },
  { a: 'localhost/x', b: 'docker.io/localhost/x', same: false },
  { a: 'ghcr.io/library/nginx', b: 'ghcr.io/nginx', same: false },
  { a: 'ghcr.io:443/a/b', b: 'ghcr.io/a/b', same: false },
  { a: 'acme/shop', b: 'acme/shop-api', same: false },
])('$a and $b are one image: $same', ({ a, b, same }) => {
  expect(sameImage(a as ImageName, b as ImageName)).toBe(same)
  expect(canonicalName(canonicalName(a as ImageName) as ImageName)).toBe(canonicalName(a as ImageName))
})

test('quoted text is one short line', () => {
  expect(quote('a\nb"c')).toBe(String.raw`"a\nb\"c"`)
  expect(quote('x'.repeat(500))).toBe(`"${'x'.repeat(120)}…"`)
})

test.each([
  { pattern: String.raw`^v\d+$`, shown: String.raw`'^v\d+$'`, because: 'a backslash stands as in the policy file' },
  { pattern: '^v[0-9]+$', shown: '"^v[0-9]+$"', because: 'without one nothing changes' },
  { pattern: String.raw`it's \d`, shown: String.raw`"it's \\d"`, because: 'a quote would end it' },
  { pattern: '\\d\n', shown: String.raw`"\\d\n"`, because: 'a line break would break the line' },
  { pattern: '\\d\u202e', shown: '"\\\\d\u202e"', because: 'what is no ASCII is left to whoever shows it' },
])('the pattern of $shown is shown so, because $because', ({ pattern, shown }) => {
  expect(quotePattern(pattern)).toBe(shown)
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BumpError } from '../../../src/core/errors.ts'
import { readBuilt } from '../../../src/core/image/built.ts'
import { formatReference } from '../../../src/core/image/reference.ts'

const one = `sha256:${'1'.repeat(64)}`
const two = `sha256:${'2'.repeat(64)}`

describe('reads the images input', () => {
  test.each([
    { because: 'one line', input: 'ghcr.io/acme/shop:1.4.2', built: ['ghcr.io/acme/shop:1.4.2'] },
    {
      because: 'lines with blanks, comments and Windows line ends',
      input: '\r\n  ghcr.io/acme/shop:1  \r\n# a note: x\n\n\tacme/cart:2\t\n',
      built: ['ghcr.io/acme/shop:1', 'acme/cart:2'],
    },
    { because: 'a byte order mark in front', input: '\uFEFFacme/cart:2', built: ['acme/cart:2'] },
    { because: 'a digest alone', input: `acme/shop@${one}`, built: [`acme/shop@${one}`] },
    { because: 'tag and digest', input: `acme/shop:1@${one}`, built: [`acme/shop:1@${one}`] },
    { because: 'a registry that starts like JSON', input: '[::1]:5000/shop:1', built: ['[::1]:5000/shop:1'] },
    { because: 'a JSON array', input: '[ "acme/shop:1", "acme/cart:2" ]', built: ['acme/shop:1', 'acme/cart:2'] },
    {
      because: 'docker/metadata-action',
      input: JSON.stringify({
        tags: ['ghcr.io/a/b:1.2', 'ghcr.io/a/b:latest'],
        'tag-names': ['1.2', 'latest'],
        labels: { 'org.opencontainers.image.title': 'b' },
        annotations: ['manifest:org.opencontainers.image.title=b'],
      }),
      built: ['ghcr.io/a/b:1.2', 'ghcr.io/a/b:latest'],
    },
    {
      because: 'docker/build-push-action',
      input: JSON.stringify({
        'buildx.build.provenance': { builder: { id: '' } },
        'buildx.build.ref': 'default/default0/abc',
        'containerimage.config.digest': two,
        'containerimage.descriptor': { digest: two },
        'containerimage.digest': one,
        'image.name': 'ghcr.io/a/b:1, ghcr.io/a/b:2',
      }),
      built: [`ghcr.io/a/b:1@${one}`, `ghcr.io/a/b:2@${one}`],
    },
    {
      because: 'docker buildx bake, one target without push',
      input: JSON.stringify(
        {
          'buildx.build.warnings': [{ vertex: 'x' }],
          shop: {
            'buildx.build.ref': 'x',
            'containerimage.digest': one,
            'image.name': 'ghcr.io/a/shop:1,ghcr.io/a/shop:2',
          },
          cart: { 'containerimage.digest': two, 'image.name': 'ghcr.io/a/cart:1' },
          lint: { 'containerimage.digest': two },
        },
        undefined,
        2,
      ),
      built: [`ghcr.io/a/shop:1@${one}`, `ghcr.io/a/shop:2@${one}`, `ghcr.io/a/cart:1@${two}`],
    },
    {
      because: 'a build pushed by digest alone',
      input: JSON.stringify({ 'containerimage.digest': one, 'image.name': 'ghcr.io/a/b' }),
      built: [`ghcr.io/a/b@${one}`],
    },
    {
      because: 'build metadata without a digest',
      input: JSON.stringify({ 'image.name': 'ghcr.io/a/b:1' }),
      built: ['ghcr.io/a/b:1'],
    },
    { because: 'the same twice is one', input: 'acme/shop:1\nacme/shop:1', built: ['acme/shop:1'] },
    {
      because: 'with a digest wins, in the first place and spelling',
      input: `nginx:1\nacme/cart:2\ndocker.io/library/nginx:1@${one}\nnginx:1`,
      built: [`nginx:1@${one}`, 'acme/cart:2'],
    },
    {
      because: 'two digests without a tag are two images',
      input: `acme/shop@${one}\nacme/shop@${two}`,
      built: [`acme/shop@${one}`, `acme/shop@${two}`],
    },
    {
      because: 'a target may have any name',
      input: `{"__proto__":{"image.name":"acme/shop:1"},"constructor":{"image.name":"acme/cart:1"}}`,
      built: ['acme/shop:1', 'acme/cart:1'],
    },
  ])('$because', ({ input, built }) => {
    expect(readBuilt(input).map(formatReference)).toEqual(built)
  })
})

describe('says everything that is wrong', () => {
  test.each([
    { because: 'nothing at all', input: ' \n ', says: [/is empty\. Write one reference per line/] },
    { because: 'comments only', input: '# x\n', says: [/names no image .* Write one reference per line/] },
    { because: 'an empty list', input: '{"tags":[]}', says: [/names no image/] },
    { because: 'bake without push', input: `{"shop":{"containerimage.digest":"${one}"}}`, says: [/names no image/] },
    { because: 'a build without push', input: `{"containerimage.digest":"${one}"}`, says: [/names no image/] },
    {
      because: 'each bad line',
      input: 'acme/shop:1\n\nacme/shop\nghcr.io/a/b:\nAcme/Shop:1\na:1,b:2\n',
      says: [
        /^images: line 3: "acme\/shop" has neither tag nor digest; write e\.g\. "acme\/shop:1\.4\.2"$/,
        /^images: line 4: "ghcr\.io\/a\/b:" is not an image reference: the tag is empty$/,
        /^images: line 5: .*upper-case/,
        /^images: line 6: .*is not a tag/,
      ],
    },
    {
      because: 'two digests of one tag',
      input: `acme/shop:1@${one}\ndocker.io/acme/shop:1@${two}`,
      says: [/^images: line 2: .* has another digest than line 1 says of the same tag/],
    },
    { because: 'broken JSON', input: '{"tags": [', says: [/starts like JSON and is not/] },
    { because: 'items that are no text', input: '["a:1", 2, null]', says: [/^images: item 2: /, /^images: item 3: /] },
    {
      because: 'a tag in the list that is none',
      input: '{"tags":["a:1","b:"]}',
      says: [/tags item 2: .*the tag is empty/],
    },
    {
      because: 'a digest that is none',
      input: '{"api":{"image.name":"a:1","containerimage.digest":"sha256:x"}}',
      says: [/target "api": "containerimage\.digest" of "a:1": "sha256:x" is not a digest/],
    },
    {
      because: 'a digest beside another one',
      input: `{"image.name":"a:1@${one}","containerimage.digest":"${two}"}`,
      says: [/has another digest than "containerimage\.digest" beside it/],
    },
    { because: 'names that are no text', input: '{"image.name":["a:1"]}', says: [/"image\.name" is not a text/] },
    {
      because: 'a digest that is no text',
      input: '{"image.name":"a:1","containerimage.digest":1}',
      says: [/"containerimage\.digest" is not a text/],
    },
    { because: 'an input without bound', input: 'a:1\n'.repeat(300_000), says: [/larger than 1 MiB/] },
  ])('$because', ({ input, says }) => {
    const error = caught(input)
    expect(error.code).toBe('BAD_IMAGES')
    expect(error.problems.map(({ message }) => message)).toEqual(says.map((words) => expect.stringMatching(words)))
  })

  test('but not thousands of times', () => {
    const { problems } = caught('bad\n'.repeat(10_000))
    expect(problems).toHaveLength(51)
    expect(problems.at(-1)?.message).toBe('images: and 9950 more problems')
  })

  test('in one line each, whatever the input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (input) => {
        let problems: readonly string[] = []
        try {
          readBuilt(input)
        } catch (error) {
          if (!(error instanceof BumpError)) throw error
          problems = error.problems.map(({ message }) => message)
        }
        expect(problems.filter((message) => message.includes('\n'))).toEqual([])
      }),
    )
  })
})

function caught(input: string): BumpError {
  try {
    readBuilt(input)
  } catch (error) {
    if (error instanceof BumpError) return error
    throw error
  }
  throw new Error('the input was accepted')
}

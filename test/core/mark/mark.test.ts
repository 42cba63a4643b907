import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { ImageName } from '../../../src/core/image/reference.ts'
import { findImages } from '../../../src/core/mark/find.ts'
import { markFile, type MarkedFile, type MarkWish } from '../../../src/core/mark/mark.ts'
import { whyNotMarked } from '../../../src/core/mark/proof.ts'
import { scan } from '../../../src/core/marker/scan.ts'
import type { PolicyName, RepoPath } from '../../../src/core/names.ts'

const PATH = 'apps/shop.yaml' as RepoPath
const WISH: MarkWish = { image: 'a/b' as ImageName, policy: 'p:q' as PolicyName }

function mark(text: string, wishes: readonly MarkWish[] = [WISH]): MarkedFile {
  return markFile({ path: PATH, text, uses: findImages(PATH, text).uses }, wishes, { names: false })
}

const M = '# {"$imagepolicy": "p:q"}'

describe('every byte but the marker stays', () => {
  test.each([
    { text: 'image: a/b:1', after: `image: a/b:1 ${M}`, because: 'no final newline' },
    { text: 'image: a/b:1\r\nx: 1\r\n', after: `image: a/b:1 ${M}\r\nx: 1\r\n`, because: 'CRLF' },
    { text: 'image: a/b:1\rx: 1\r', after: `image: a/b:1 ${M}\rx: 1\r`, because: 'CR alone' },
    { text: '\uFEFFimage: a/b:1\n', after: `\uFEFFimage: a/b:1 ${M}\n`, because: 'a byte order mark' },
    { text: 'image: a/b:1 \t\n', after: `image: a/b:1 \t${M}\n`, because: 'blanks at the end are used' },
    { text: 'image: a/b:1\n\n\n', after: `image: a/b:1 ${M}\n\n\n`, because: 'blank lines' },
    {
      text: '%YAML 1.1\n---\nimage: a/b:1\n...\n',
      after: `%YAML 1.1\n---\nimage: a/b:1 ${M}\n...\n`,
      because: 'signs',
    },
    { text: '--- {x: 1}\n---\nimage: a/b:1', after: `--- {x: 1}\n---\nimage: a/b:1 ${M}`, because: 'documents' },
    { text: '"image" :\n   a/b:1\n', after: `"image" :\n   a/b:1 ${M}\n`, because: 'the value on its own line' },
    { text: '? image\n: a/b:1\n', after: `? image\n: a/b:1 ${M}\n`, because: 'an explicit pair' },
    { text: 'image: !!str &x a/b:1\n', after: `image: !!str &x a/b:1 ${M}\n`, because: 'tag and anchor' },
    { text: 'ünï: 😀\nimage: a/b:1\n', after: `ünï: 😀\nimage: a/b:1 ${M}\n`, because: 'characters of several units' },
    { text: 'image: |-\n  a/b:1\nx: 1\n', after: `image: |- ${M}\n  a/b:1\nx: 1\n`, because: 'a block scalar' },
    { text: 'image: >2\n    a/b:1\n', after: 'image: >2\n    a/b:1\n', because: 'its blanks make it no reference' },
  ])('$text: $because', ({ text, after }) => {
    expect(mark(text).after).toBe(after)
  })
})

describe('what is left', () => {
  test.each([
    { text: 'image: a/b:1 # note\n', why: 'another comment stands at the end of its line' },
    { text: 'image: a/b:1 # {"$imagepolicy": "x:y"}\n', why: 'it has the marker of "x:y" already' },
    { text: `image: a/b:1 # {"$imagepolicy": "p:q:tag"}\n`, why: 'it has the marker of "p:q:tag" already' },
    {
      text: 'x: {image: a/b:1}\n',
      why: 'other values or brackets stand behind it on its line; give it a line of its own',
    },
    {
      text: '[{image: a/b:1, x: 2},\n{}]',
      why: 'other values or brackets stand behind it on its line; give it a line of its own',
    },
  ])('$text', ({ text, why }) => {
    const { after, refused } = mark(text)
    expect(after).toBe(text)
    expect(refused.map((one) => one.why)).toEqual([why])
  })

  test('a digest that the policy would never write', () => {
    const text = `images:\n- name: a/b\n  digest: sha256:${'0'.repeat(64)}\n`
    expect(mark(text, [{ ...WISH, digests: false }]).refused).toMatchObject([{ place: { line: 3 } }])
    expect(mark(text, [{ ...WISH, digests: true }]).marks).toMatchObject([{ marker: { part: 'digest' } }])
    expect(mark(text).marks).toHaveLength(1)
  })

  test('a field that two wishes want goes to the first', () => {
    const other = { ...WISH, policy: 'r:s' as PolicyName }
    const { after, refused } = mark('image: a/b:1\n', [WISH, other])
    expect(after).toBe(`image: a/b:1 ${M}\n`)
    expect(refused.map(({ why }) => why)).toEqual(['it gets the marker of "p:q" already'])
  })

  test('a file outside the paths of the policy', () => {
    const far = { ...WISH, paths: ['far/**'] }
    expect(mark('image: a/b:1\n', [far])).toMatchObject({ marks: [], refused: [], outside: [far] })
  })

  test('a file whose sleeping markers would wake: the long form counts only beside the short one', () => {
    const text = 'x: 1 # {"$ref": "#/definitions/io.k8s.cli.setters.x:y"}\nimage: a/b:1\n'
    expect(mark(text)).toMatchObject({
      marks: [],
      after: text,
      refused: [{ why: 'the markers would not stand on these values alone' }],
    })
  })
})

test.each([
  { before: 'image: a/b:1\n', after: `image: a/b:2 ${M}\n`, because: 'a value changed' },
  { before: 'image: a/b:1\nx: 1\n', after: `image: a/b:1 ${M}\nx: '1'\n`, because: 'a number became a text' },
  { before: 'image: a/b:1\n', after: `image: a/b:1\n${M}\n`, because: 'the marker is on nothing' },
  { before: 'image: a/b:1\n', after: `image: a/b:1 # {"$imagepolicy": "p:r"}\n`, because: 'it names another policy' },
  { before: 'image: a/b:1\n', after: `image: a/b:1 ${M}\n${M}\n`, because: 'a second marker, on nothing' },
  { before: 'image: a/b:1\n', after: `image: a/b:1 ${M}\n---\n`, because: 'a document was added' },
])('the proof refuses: $because', ({ before, after }) => {
  const markers = [{ line: 1, column: 8, marker: { policy: 'p:q' as PolicyName, part: 'reference' as const } }]
  expect(whyNotMarked(PATH, before, `image: a/b:1 ${M}\n${before.slice(13)}`, markers)).toBeUndefined()
  expect(whyNotMarked(PATH, before, after, markers)).toBeTypeOf('string')
})

test('laws: markers taken out give the bytes back; content stays; a second time finds nothing to do', () => {
  const line = fc.constantFrom(
    'image: a/b:1',
    '- image: "a/b:1"',
    '  image: a/b:1 # why',
    "  tag: '1'",
    '  repository: a/b',
    'images:',
    '- name: a/b',
    '  newTag: 1.10',
    '  - a/b:2',
    'x: {image: a/b:1,',
    '  y: 2}',
    'k: {',
    '  image: a/b:1 ,',
    '}',
    'image: |',
    '  a/b:1',
    '---',
    '# note',
    '',
    `image: a/b:1 ${M}`,
    'image: &i a/b:1',
    '  image: *i',
  )
  const texts = fc
    .tuple(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
      fc.boolean(),
    )
    .map(([lines, end, bom, last]) => bom + lines.join(end) + (last ? end : ''))
  fc.assert(
    fc.property(texts, (text) => {
      const { after, marks, kept } = mark(text)
      const comment = / ?# \{"\$imagepolicy": "p:q(?::\w+)?"\}/g
      expect(after.replaceAll(comment, '')).toBe(text.replaceAll(comment, ''))
      if (marks.length > 0) expect(content(after)).toEqual(content(text))
      expect(scan(PATH, after).fields).toHaveLength(scan(PATH, text).fields.length + marks.length)
      const again = mark(after)
      expect(again.after).toBe(after)
      expect(again.kept).toHaveLength(kept.length + marks.length)
    }),
    { numRuns: 400, seed: 7 },
  )
})

/** By another way than the proof's: as values. An alias without anchor is known only by its failure. */
function content(text: string): unknown {
  try {
    return parseAllDocuments(text, { uniqueKeys: false }).map((document) => document.toJSON() as unknown)
  } catch (error) {
    return String(error)
  }
}

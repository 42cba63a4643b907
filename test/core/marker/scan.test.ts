import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scan } from '../../../src/core/marker/scan.ts'
import type { RepoPath } from '../../../src/core/names.ts'

const M = '# {"$imagepolicy": "ns:app"}'
const path = 'x.yaml' as RepoPath
const values = (text: string): readonly string[] => scan(path, text).fields.map(({ value }) => value)

test.each([
  { because: 'end of line in a mapping', text: `a: v ${M}` },
  { because: 'quoted', text: `a: "v" ${M}\n` },
  { because: 'no blank in the comment', text: `a: 'v' #{"$imagepolicy":"ns:app"}\n` },
  { because: 'end of line of an item', text: `a:\n- v ${M}\n- w\n` },
  { because: 'one line above an item', text: `a:\n  ${M}\n  - v\n` },
  { because: 'one line above an item, at another indent', text: `a:\n${M}\n  - v\n` },
  { because: 'one line above a later item', text: `- u\n${M}\n- v\n` },
  { because: 'above, indented under the item before', text: `- u\n  ${M}\n- v\n` },
  { because: 'above, after a line comment of the item before', text: `- u # other\n${M}\n- v\n` },
  { because: 'above, after a comment about the item before', text: `- u\n# about u\n\n${M}\n- v\n` },
  { because: 'above, after a comment of a deeper block', text: `- a: u\n\n  # about a\n${M}\n- v\n` },
  { because: 'above, after a block scalar', text: `- |\n  u\n${M}\n- v\n` },
  { because: 'above the first item of the file', text: `${M}\n- v\n` },
  { because: 'behind the dash, item on the next line', text: `- ${M}\n  v\n` },
  { because: 'below the dash, on a line of its own', text: `-\n  ${M}\n  v\n` },
  { because: 'above the first item of a nested sequence', text: `-\n  ${M}\n  - v\n` },
  { because: 'value on its own line', text: `a:\n  v ${M}\n` },
  { because: 'a line between key and value', text: `a:\n  ${M}\n  v\nb: w\n` },
  { because: 'literal block', text: `a: | ${M}\n  v\nb: w\n` },
  { because: 'folded block, stripped', text: `a: >- ${M}\n  v\n` },
  { because: 'block that keeps its final newlines', text: `a: |+ ${M}\n  v\n\n\nb: w\n` },
  { because: 'block with an indentation indicator', text: `a:\n  b: |2- ${M}\n    v\n` },
  { because: 'null as text', text: `a: null ${M}\n`, value: 'null' },
  { because: 'flow sequence', text: `a: [\n  v ${M}\n]\n` },
  { because: 'flow sequence, after the comma', text: `a: [\n  v, ${M}\n  w\n]\n` },
  { because: 'flow sequence, above the item', text: `a: [\n  ${M}\n  v,\n  w\n]\n` },
  { because: 'flow mapping', text: `a: { b: u, c: v, ${M}\n}\n` },
  { because: 'pair in a flow sequence', text: `a: [b: v ${M}\n]\n` },
  { because: 'anchored scalar', text: `a: &x v ${M}\nb: *x\n` },
  { because: 'tagged and anchored scalar', text: `a: !!str &x v ${M}\n` },
  { because: 'value of an explicit pair', text: `? a\n: v ${M}\n` },
  { because: 'plain scalar over two lines', text: `a: v\n  w ${M}\n`, value: 'v w' },
  { because: 'quoted scalar over two lines', text: `a: "v\n  w" ${M}\n`, value: 'v w' },
  { because: 'top-level sequence', text: `- a: v ${M}\n` },
  { because: 'kind: List', text: `kind: List\nitems:\n- spec:\n    image: v ${M}\n` },
  { because: 'after %YAML', text: `%YAML 1.2\n---\na: v ${M}\n` },
  { because: 'after ...', text: `a: b\n...\n---\na: v ${M}\n` },
  { because: 'byte order mark', text: `\ufeffa: v ${M}\n` },
  { because: 'byte order mark before a dash', text: `\ufeff- "v" ${M}\n` },
  { because: 'CRLF', text: `a: b\r\nc: v ${M}\r\n` },
  { because: 'bare carriage returns', text: `a: b\rc: v ${M}\rd: e` },
  { because: 'a template that happens to parse', text: `a: {{ .Values.b }}\nc: v ${M}\n` },
  { because: 'tabs before the comment', text: `a: v\t${M}\n` },
  { because: 'under an empty key', text: `: v ${M}\n` },
])('counts: $because', ({ text, value }) => {
  expect(scan(path, text).findings).toEqual([])
  expect(values(text)).toEqual([value ?? 'v'])
})

test.each([
  { position: 'on a key line with the value below', text: `a: ${M}\n  v\n` },
  { position: 'on a mapping or sequence', text: `a: ${M}\n  b: v\n` },
  { position: 'on a mapping or sequence', text: `a: ${M}\n- v\n` },
  { position: 'on a mapping or sequence', text: `- ${M}\n  a: v\n` },
  { position: 'on a mapping or sequence', text: `- ${M}\n  - v\n` },
  { position: 'on a mapping or sequence', text: `a: [ ${M}\n  v ]\n` },
  { position: 'on an empty value', text: `a: ${M}\nb: v\n` },
  { position: 'on an empty value', text: `- ${M}\n- v\n` },
  { position: 'on an alias', text: `a: &x v\nb: *x ${M}\n` },
  { position: 'on an alias', text: `- &x v\n${M}\n- *x\n` },
  { position: 'after a flow collection', text: `a: {b: v} ${M}\n` },
  { position: 'after a flow collection', text: `a: [v] ${M}\n` },
  { position: 'on a key', text: `? a ${M}\n: v\n` },
  { position: 'on a key', text: `? - a ${M}\n: v\n` },
  { position: 'above a mapping entry', text: `${M}\na: v\n` },
  { position: 'above a mapping entry', text: `a: v\n${M}\nb: w\n` },
  { position: 'above a mapping entry', text: `a:\n  ${M}\n  - b: v\n` },
  { position: 'above a mapping or sequence', text: `${M}\n- - v\n` },
  { position: 'above a mapping or sequence', text: `${M}\n- [v]\n` },
  { position: 'on a document that is one value', text: `v ${M}\n` },
  { position: 'below the last entry', text: `a: v\n${M}\n` },
  { position: 'below the last entry', text: `- v\n${M}\n---\n- w\n` },
  { position: 'on a line without a value', text: `--- ${M}\na: v\n` },
  { position: 'among several comment lines above the value', text: `# pinned\n${M}\n- v\n` },
  { position: 'among several comment lines above the value', text: `a: # pinned\n  ${M}\n  v\n` },
  { position: 'above a value that has a comment on its own line', text: `${M}\n- v # stays\n` },
  { position: 'below an entry, not above the next one', text: `- u\n${M}\n\n- v\n` },
  { position: 'below an entry, not above the next one', text: `- a: u\n\n  ${M}\n- v\n` },
])('does not count $position: $text', ({ position, text }) => {
  expect(scan(path, text)).toEqual({
    fields: [],
    findings: [expect.objectContaining({ code: 'DEAD_MARKER', args: { policy: 'ns:app', position } })],
  })
})

test.each([
  { code: 'COMMENTED_MARKER', text: `a: b\n# image: v ${M}\n` },
  { code: 'COMMENTED_MARKER', text: `# Write ${M} behind an image.\na: b\n` },
  { code: 'NEAR_MARKER', text: `a: v # flux ${M.slice(2)}\n` },
  { code: 'NEAR_MARKER', text: `a: v # {'$imagepolicy': 'ns:app'}\n` },
  { code: 'UNKNOWN_PART', text: `a: v # {"$imagepolicy": "ns:app:version"}\n` },
  { code: 'FILE_UNREADABLE', text: `a:\n\tb: v ${M}\n` },
  { code: 'FILE_UNREADABLE', text: `a: "v ${M}\n` },
])('tells $code of $text', ({ code, text }) => {
  const { fields, findings } = scan(path, text)
  expect(fields).toEqual([])
  expect(findings).toEqual([expect.objectContaining({ code, place: expect.objectContaining({ path }) })])
})

test.each([
  { because: 'text of a block scalar', text: `a: |\n  b: v ${M}\n` },
  { because: 'text of a quoted scalar', text: `a: 'v ${M}'\n` },
  { because: 'a # glued to the value', text: `a: v#{"$imagepolicy":"ns:app"}\n` },
  { because: 'nothing to do with markers', text: 'a: v # pinned\n' },
])('says nothing of $because', ({ text }) => {
  expect(scan(path, text)).toEqual({ fields: [], findings: [] })
})

test('a broken document loses its markers, the others keep theirs', () => {
  const text = `a: v ${M}\n---\nb: {{ c }}: d\ne: f ${M}\n---\ng: w ${M}\n`
  expect(values(text)).toEqual(['v', 'w'])
  expect(scan(path, text).findings).toMatchObject([{ code: 'FILE_UNREADABLE', place: { line: 3 } }])
})

test('a document with text that belongs to none blames no other one', () => {
  const text = `a: v ${M}\n---\n]\n---\ng: w ${M}\n`
  expect(values(text)).toEqual(['v', 'w'])
})

test('a file without the key in double quotes has no markers', () => {
  const longForm = 'a: v # {"$ref": "#/definitions/io.k8s.cli.setters.ns:app"}\n# imagepolicy\n'
  expect(values(longForm)).toEqual([])
  expect(values(`${longForm}b: '"$imagepolicy"'\n`)).toEqual(['v'])
})

test('each of two equal keys is reached', () => {
  expect(values(`a: v ${M}\na: w ${M}\n`)).toEqual(['v', 'w'])
})

test.each([
  {
    because: 'the opening quote, after anchor and tag',
    text: `a: &x !!str "v" ${M}`,
    line: 1,
    column: 13,
    token: '"v"',
  },
  { because: 'a byte order mark is a unit', text: `\ufeffa: v ${M}`, line: 1, column: 5, token: 'v' },
  { because: 'characters beyond U+FFFF are two units', text: `"🚀": v ${M}`, line: 1, column: 7, token: 'v' },
  { because: 'CRLF is one line end', text: `a: b\r\nc: v ${M}`, line: 2, column: 4, token: 'v' },
  { because: 'CR is one', text: `a: b\rc: v ${M}`, line: 2, column: 4, token: 'v' },
  { because: 'the content of a block', text: `a: | ${M}\n   v\n   w\n\nb: c`, line: 2, column: 4, token: 'v\n   w' },
  { because: 'the content of a block with CRLF', text: `a: | ${M}\r\n   v\r\n`, line: 2, column: 4, token: 'v' },
])('places the value exactly: $because', ({ text, line, column, token }) => {
  const [field] = scan(path, text).fields
  expect(field?.place).toEqual({ path, line, column })
  expect(text.slice(field?.start, field?.end)).toBe(token)
})

test.each([
  { because: 'items on one line', text: `${'- '.repeat(10_000)}v ${M}` },
  { because: 'flow sequences', text: `${'['.repeat(10_000)}v ${M}` },
  {
    because: 'mappings',
    text: `${Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')} ${M}`,
  },
])('nesting without end is unreadable, not a crash: $because', ({ text }) => {
  expect(scan(path, text)).toMatchObject({ fields: [], findings: [{ code: 'FILE_UNREADABLE' }] })
})

test('a line comment decides in files of comments alone, in linear time', () => {
  expect(scan(path, `${`${M}\n`.repeat(5_000)}- v\n`).fields).toEqual([])
})

test('a file of nothing but broken documents takes linear time', () => {
  expect(scan(path, `${'---\n]\n'.repeat(20_000)}${M}`).findings.length).toBeGreaterThanOrEqual(20_000)
})

const yamlish = fc.array(
  fc.constantFrom(
    M,
    'a',
    ': ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!!int ',
    '\n',
    '\n  ',
    '\r',
    '\t',
    '---',
    '...',
    '%YAML 1.1',
    '#',
    '\ufeff',
    '\\',
    '<<',
  ),
  { maxLength: 40 },
)

test('never throws, and places fields inside the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    yamlish.map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const whole = `${before}${M}${after}`
      for (const { start, end } of scan(path, whole).fields) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(whole.length)
      }
    }),
    { numRuns: 400 },
  )
})

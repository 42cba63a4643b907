import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanWhole } from '../../../src/core/marker/scan.ts'
import { scanSimple } from '../../../src/core/marker/simple.ts'
import type { RepoPath } from '../../../src/core/names.ts'

const M = '# {"$imagepolicy": "ns:app"}'
const path = 'x.yaml' as RepoPath

const MANIFEST = `# Deployed by Flux.
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, labels: {app: shop, "team": 'x y'} }
spec:
  replicas: 3 # {{ templates }} are prose here
  template:
    spec:
      containers:
      - name: shop
        image: ghcr.io/acme/shop:1.4.2 # {"$imagepolicy": "ns:app"}
        args: ["--a=b", --verbose, -1, http://x/y]
        command: []

        env:
          - name: TEXT
            value: |-
              # {"$imagepolicy": "ns:not-this"}
                deeper: - [

              last
          - {name: A, value: "b\\n"}
          -   name: 'tag'
              value: '1.4' # {"$imagepolicy": "ns:app:tag"}
# about the volumes
      volumes:
        - "1.5"   # {"$imagepolicy": "ns:app:tag"}
        - c
status:
--- # the next one
- x:
  - y
  "quoted key": 1.4.2 # {"$imagepolicy": "ns:app:tag"}
`

describe('what nearly every manifest is made of is simple', () => {
  test('and is read as the parser reads it', () => {
    const fields = scanSimple(path, MANIFEST)
    expect(fields).toHaveLength(4)
    expect({ fields, findings: [] }).toEqual(scanWhole(path, MANIFEST))
  })

  test.each([
    { because: 'the last line ends with the file', text: `a: v ${M}` },
    { because: 'a sequence at the top', text: `- a: u\n  b: v ${M}\n` },
    { because: 'items in the column of their key', text: `a:\n- v ${M}\nb: w\n` },
    { because: 'two documents', text: `a: v ${M}\n---\na: w\n` },
    { because: 'a block scalar at the end', text: `a: v ${M}\nb: |+\n  c\n\n` },
    { because: 'a block scalar with nothing in it', text: `b: >\na: v ${M}\n` },
    { because: 'a key with the comment of its mapping', text: `b: # c\n  a: v ${M}\n` },
    { because: 'keys that are equal', text: `a: v ${M}\na: w\n` },
  ])('$because', ({ text }) => {
    expect(scanSimple(path, text)).toMatchObject([{ value: 'v' }])
    expect({ fields: scanSimple(path, text), findings: [] }).toEqual(scanWhole(path, text))
  })
})

describe('everything else is left to the parser', () => {
  test.each([
    { because: 'there is something to tell: no policy', text: 'a: v # {"$imagepolicy": ""}\n' },
    { because: 'there is something to tell: another key', text: 'a: v # {"$imagePolicy": "ns:app"}\n' },
    { because: 'there is something to tell: an unknown part', text: 'a: v # {"$imagepolicy": "ns:app:part"}\n' },
    { because: 'a marker on no value', text: `a: ${M}\n  b: v\n` },
    { because: 'a marker on a flow collection', text: `a: [v] ${M}\n` },
    { because: 'a marker on a line of its own', text: `a:\n  ${M}\n  - v\n` },
    { because: 'a marker on a block scalar', text: `a: | ${M}\n  v\n` },
    { because: 'a marker on a value with escapes', text: `a: "\\x41" ${M}\n` },
    { because: 'a marker behind ---', text: `--- ${M}\na: v\n` },
    { because: 'a value over two lines', text: 'a: v\n  w\n' },
    { because: 'a value below its key', text: 'a:\n  v\n' },
    { because: 'a quote that does not end on its line', text: 'a: "v\n  w"\n' },
    { because: 'two colons', text: 'a: b: c\n' },
    { because: 'an anchor', text: 'a: &x v\n' },
    { because: 'an alias', text: 'a: *x\n' },
    { because: 'a tag', text: 'a: !!str v\n' },
    { because: 'an explicit key', text: '? a\n: v\n' },
    { because: 'a sequence in a sequence', text: '- - v\n' },
    { because: 'a dash alone', text: '-\n  v\n' },
    { because: 'a dash behind a key', text: 'a: - v\n' },
    { because: 'a tab', text: 'a:\tv\n' },
    { because: 'a carriage return', text: 'a: v\r\n' },
    { because: 'a byte order mark', text: '\ufeffa: v\n' },
    { because: 'a directive', text: '%YAML 1.2\n---\na: v\n' },
    { because: 'the end of a document', text: 'a: v\n...\n' },
    { because: 'a template', text: 'a: {{ v }}\n' },
    { because: 'a flow collection over two lines', text: 'a: [v,\n  w]\n' },
    { because: 'a colon without a blank in a flow mapping', text: 'a: {b:c}\n' },
    { because: 'an indentation indicator', text: 'a: |2\n   v\n' },
    { because: 'a block scalar that is indented less further down', text: 'a: |\n    v\n  w\n' },
    { because: 'blanks above the first line of a block scalar', text: 'a: |\n      \n  v\n' },
    { because: 'a line separator behind a header', text: 'a: |\u2028 v\n' },
    { because: 'text behind a quoted value', text: 'a: "v"w\n' },
    { because: 'a comment without a blank before it', text: 'a: "v"#w\n' },
    { because: 'an entry that is indented deeper than the others', text: 'a: v\n  b: w\n' },
    { because: 'an entry between two columns', text: 'a:\n    b: v\n  c: w\n' },
    { because: 'an item below the entries of a mapping', text: 'a: v\n- b\n' },
    { because: 'an entry below the items of a document', text: '- a\nb: v\n' },
    { because: 'a document that is one value', text: 'v\n' },
    { because: 'a top level that is indented', text: '  a: v\n' },
    { because: 'a key of more than 1024 characters', text: `${'k'.repeat(1025)}: v\n` },
    { because: 'nesting without end', text: Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:\n`).join('') },
    { because: 'nesting without end in a line', text: `a: ${'['.repeat(600)}${']'.repeat(600)}\n` },
  ])('$because', ({ text }) => {
    expect(scanSimple(path, text)).toBeUndefined()
  })
})

const key = fc.constantFrom('a', 'x.y/z-w', '"q"', "'s'", '80', 'a b', '-a', '<<', '...', 'é', '"a\\n"', 'a:b')
const SCALARS = [
  ['v', 'ghcr.io/a/b:1.2', 'a b', '"d"', "'s'", "'s''t'", '"\\"', '"d\\"e"', '', '-x', '- x', '~', '=', '.5', '{}'],
  ['[a, {b: c}]', '{ a: "b" }', '[a b]', '[a:b]', '[-]', '[,]', '{ a: , }', '[a', '*a', '&a v', '!t v', '%', '@'],
  ['a: b', 'a:', ':a', '?a', '? a', 'a#b', '#', 'é', '"é\u2028"', "'\u00a0'", '{{ x }}', '"a"b', '"a": b', '\u0000'],
].flat()
const TAG = '# {"$imagepolicy": "ns:app:tag"}'
const scalar = fc.constantFrom(...SCALARS)
const comment = fc.constantFrom('', '', '', ' # c', '#c', ` ${M}`, ` ${M}`, M, ` ${TAG}`, ' # imagepolicy', ' # {x}')
const indent = fc.constantFrom(0, 0, 2, 2, 2, 4, 1, 3).map((blanks) => ' '.repeat(blanks))
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(indent, key, fc.constantFrom(': ', ': ', ':'), scalar, comment) },
  { weight: 3, arbitrary: fc.tuple(indent, fc.constantFrom('a', '- a', '-  "q"'), fc.constant(':'), comment) },
  { weight: 3, arbitrary: fc.tuple(indent, fc.constantFrom('- ', '- - ', '-', '? '), scalar, comment) },
  { weight: 3, arbitrary: fc.tuple(indent, fc.constantFrom('a: |', 'a: >-', '- |+', 'a: |2', 'a: |\u2028'), comment) },
  fc.tuple(fc.constantFrom('---', '--- # c', '...', '--- a', '', '  ', '\t', 'v', '\r')),
  fc.tuple(indent, comment, scalar),
)
const text = fc.array(
  line.map((parts) => parts.join('')),
  { maxLength: 7 },
)

test('what is simple has the fields that the parser finds, and nothing to tell', () => {
  let simple = 0
  const law = fc.property(text, fc.constantFrom('', '\n', '\n\n'), (lines, end) => {
    const written = `z: y ${M}\n${lines.join('\n')}${end}`
    const fields = scanSimple(path, written)
    if (fields === undefined) return
    simple += 1
    expect({ fields, findings: [] }).toEqual(scanWhole(path, written))
  })
  fc.assert(law, { numRuns: 3_000 })
  expect(simple).toBeGreaterThan(100)
})

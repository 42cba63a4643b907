import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policyFiles } from '../../../../bench/manifests.ts'
import { findImages } from '../../../../src/core/mark/find.ts'
import { proposePolicies } from '../../../../src/core/mark/propose.ts'
import { starterFile } from '../../../../src/core/mark/starter.ts'
import type { RepoPath } from '../../../../src/core/names.ts'
import { readSimpleTree } from '../../../../src/core/policy/shape/simple-tree.ts'
import { parseTree } from '../../../../src/core/policy/shape/tree.ts'
import { ORDINARY, policyTexts } from './policy-text.ts'

const path = '.image-bump.yaml' as RepoPath

const README = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
/** The policy files that people are shown. */
const SHOWN = [...README.matchAll(/```yaml\n([^`]*^policies:[^`]*)```/gm)].map(([, text = '']) => text)

function starter(files: Readonly<Record<string, string>>): string {
  const read = Object.entries(files).map(([name, text]) => ({
    path: name as RepoPath,
    uses: findImages(name as RepoPath, text).uses,
  }))
  const shown = { proposals: proposePolicies(read), unmovable: [], flux: [] }
  return starterFile(shown, { schemaUrl: 'https://example.com/image-bump.schema.json' })
}

const STARTER = starter({
  'clusters/prod/shop.yaml': 'image: ghcr.io/acme/shop:1.4.2\n',
  'clusters/dev/shop.yaml': 'image: ghcr.io/acme/shop:main-0a1b2c3-20260301120000\n',
  'clusters/dev/cart.yaml': 'image: ghcr.io/acme/cart:latest\n',
})

describe('what nearly every policy file is made of is simple', () => {
  test('the README shows policy files', () => {
    expect(SHOWN.length).toBeGreaterThan(1)
  })

  test.each([
    ...SHOWN.map((text) => ({ what: 'shown in the README', text })),
    ...policyFiles(['shop', 'worker']).map(({ path: name, text }) => ({ what: `of the benchmark (${name})`, text })),
    { what: 'what init writes', text: STARTER },
    { what: 'what init writes where it finds nothing', text: starter({}) },
    { what: 'most of what is simple', text: ORDINARY },
    { what: 'a list of maps at the top', text: '- a: 1\n  b: c\n- d\n' },
    { what: 'a key without a value at the end', text: 'a: b\nc:  ' },
    { what: 'blanks behind everything', text: 'a:   \n  - b  \n  - [c]  \nd: "e"  \n   \n' },
    { what: 'keys that would be no text as values', text: 'true: a\nnull: b\n1: c\n2026-12-01: d\n' },
    { what: 'text that is nearly a number', text: 'a: 1.4.2\nb: 2026-12-01\nc: 1_000\nd: 08:15\ne: v1\nf: -a\ng: +\n' },
  ])('$what', ({ text }) => {
    expect(readSimpleTree(path, text)).toBeDefined()
    expect({ root: readSimpleTree(path, text), problems: [] }).toEqual(parseTree(path, text))
  })
})

describe('everything else is left to the parser', () => {
  test.each([
    { because: 'nothing', text: '' },
    { because: 'comments alone', text: '# a\n\n' },
    { because: 'a value that is the document', text: 'v\n' },
    { because: 'a key written twice', text: 'a: b\nc: d\n"a": e\n' },
    { because: 'a key written twice in a line', text: 'a: { b: c, b: d }\n' },
    { because: 'an anchor', text: 'a: &x b\n' },
    { because: 'an alias', text: 'a: *x\n' },
    { because: 'a merge key', text: '<<: { a: b }\n' },
    { because: 'a tag', text: 'a: !!str 1\n' },
    { because: 'an explicit key', text: '? a\n: b\n' },
    { because: 'a value over two lines', text: 'a: b\n  c\n' },
    { because: 'a value below its key', text: 'a:\n  b\n' },
    { because: 'a quote over two lines', text: "a: 'b\n  c'\n" },
    { because: 'a flow collection over two lines', text: 'a: [b,\n  c]\n' },
    { because: 'a block scalar', text: 'a: |\n  b\n' },
    { because: 'an escape', text: 'a: "b\\n"\n' },
    { because: 'a quote in quotes', text: "a: 'b''c'\n" },
    { because: 'a tab', text: 'a:\tb\n' },
    { because: 'a carriage return', text: 'a: b\r\n' },
    { because: 'a byte order mark', text: '\ufeffa: b\n' },
    { because: 'a control character', text: 'a: b # \u0007\n' },
    { because: 'a second document', text: 'a: b\n---\nc: d\n' },
    { because: 'the end of the document', text: 'a: b\n...\n' },
    { because: 'a document that starts with its value', text: '--- a: b\n' },
    { because: 'a directive', text: '%YAML 1.2\n---\na: b\n' },
    { because: 'an entry deeper than the others', text: 'a: b\n  c: d\n' },
    { because: 'an entry between two columns', text: 'a:\n    b: c\n  d: e\n' },
    { because: 'a top level that is indented', text: '  a: b\n' },
    { because: 'an item below the entries of a map', text: 'a: b\n- c\n' },
    { because: 'an entry below the items of a list', text: 'a:\n  - b\n  c: d\n' },
    { because: 'a list in a list', text: '- - a\n' },
    { because: 'a dash alone', text: '-\n  a\n' },
    { because: 'a dash behind a key', text: 'a: - b\n' },
    { because: 'a flow map of keys alone', text: 'a: { b }\n' },
    { because: 'a pair in a flow list', text: 'a: [b: c]\n' },
    { because: 'text behind a value in quotes', text: 'a: "b" c\n' },
    { because: 'a comment without a blank before it', text: 'a: [b]#c\n' },
    { because: 'nesting without end', text: Array.from({ length: 99 }, (_, at) => `${' '.repeat(at)}a:\n`).join('') },
    { because: 'nesting without end in a line', text: `a: ${'['.repeat(99)}${']'.repeat(99)}\n` },
  ])('$because', ({ text }) => {
    expect(readSimpleTree(path, text)).toBeUndefined()
  })

  test.each([
    '~',
    'null',
    'Null',
    'True',
    'FALSE',
    '0x1F',
    '0o17',
    '1e3',
    '.5',
    '5.',
    '1.50',
    '-1',
    '+1',
    '007',
    '.inf',
    '-.Inf',
    '.NaN',
  ])('the value %s, which is no text', (value) => {
    expect(readSimpleTree(path, `a: ${value}\n`)).toBeUndefined()
    expect(readSimpleTree(path, `a: [${value}]\n`)).toBeUndefined()
    expect(readSimpleTree(path, `a: '${value}'\n`)).toMatchObject({ entries: [{ value: { value } }] })
  })
})

test('what is simple is the tree of the parser, and it tells no problem of it', () => {
  let simple = 0
  const law = fc.property(policyTexts, fc.integer({ min: 1, max: 9 }), (text, firstLine) => {
    const root = readSimpleTree(path, text, firstLine)
    if (root === undefined) return
    simple += 1
    expect({ root, problems: [] }).toEqual(parseTree(path, text, firstLine))
  })
  fc.assert(law, { numRuns: 5_000 })
  expect(simple).toBeGreaterThan(200)
})

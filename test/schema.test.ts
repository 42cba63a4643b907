import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { BumpError } from '../src/core/errors.ts'
import type { RepoPath } from '../src/core/names.ts'
import { parsePolicyFile } from '../src/core/policy/file.ts'
import { schemaText } from '../src/core/policy/schema.ts'

const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(schemaText()) as object,
)
const schemaTakes = (text: string) => validate(parse(text, { version: '1.2', logLevel: 'silent', uniqueKeys: false }))

function parserTakes(text: string): boolean {
  try {
    parsePolicyFile('.image-bump.yaml' as RepoPath, text)
    return true
  } catch (error) {
    if (error instanceof BumpError) return false
    throw error
  }
}

test('the schema in the repository is the one that the definition prints', () => {
  const committed = readFileSync(new URL('../schema/image-bump.schema.json', import.meta.url), 'utf8')
  expect(committed, 'run: node scripts/schema.ts').toBe(schemaText())
})

const policy = (more: string, image = 'acme/shop') => `version: 1\npolicies: { 'a:b': { image: ${image}, ${more} } }`
const withPolicy = (more: string) => policy(`policy: { commit: {} }, ${more}`)
const rule = (more: string) => `version: 1\npullRequests: { rules: [{ match: 'a:*', ${more} }] }`

test.each([
  'version: 1',
  'version: 1\npolicies: {}\nflux: true',
  'version: 1\nx-anchors: [1, { a: b }]',
  policy(`policy: { semver: { range: '>=1' } }`),
  policy('policy: { date: { format: unix } }'),
  policy('policy: { numerical: }'),
  policy('policy: { numerical: { order: desc } }'),
  policy('policy: { alphabetical: { order: ASC } }'),
  policy('policy: { commit: }'),
  withPolicy('digest: Always'),
  withPolicy('paths: [a/**, b]'),
  withPolicy(String.raw`filterTags: { pattern: '^(\d+)$', extract: '' }`),
  withPolicy('hold: { tag: 1.4.2 }'),
  withPolicy('hold: { until: 2026-12-01, reason: INC-311 }'),
  'version: 1\npullRequests: { group: all, labels: [a], title: t, onClosed: reopen, rules: [] }',
  rule('deliver: commit'),
  rule('autoMerge: off, draft: true, milestone: m'),
  rule('autoMerge: false'),
  rule(`labels: ['${'é'.repeat(50)}'], reviewers: ['renovate[bot]'], teamReviewers: [sre], assignees: [a-b]`),
  rule(`labels: ['${'🚀'.repeat(50)}']`),
])('parser and schema take %j', (text) => {
  expect({ parser: parserTakes(text), schema: schemaTakes(text) }).toEqual({ parser: true, schema: true })
})

test.each([
  'text',
  '[]',
  'null',
  'flux: 1',
  'version: 2',
  `version: '1'`,
  'version: 1\npolices: {}',
  'version: 1\n__proto__: {}',
  'version: 1\npolicies:',
  'version: 1\npolicies: { shop: { image: x, policy: { commit: } } }',
  `version: 1\npolicies: { 'a:b:tag': { image: x, policy: { commit: } } }`,
  `version: 1\npolicies: { 'a:b': }`,
  'version: 1\nflux: yes',
  policy('policy: {}'),
  policy('digest: Never'),
  policy('policy: { commit: , numerical: }'),
  policy('policy: { semver: }'),
  policy('policy: { semver: { range: 1 } }'),
  policy('policy: { semver: { range: "" } }'),
  policy('policy: { date: { format: 20240101 } }'),
  policy('policy: { numerical: { order: up } }'),
  policy('policy: { commit: { order: asc } }'),
  policy('policy: { commit: }', '1'),
  policy('policy: { commit: }', '"x@sha256:0"'),
  withPolicy('digest: never'),
  withPolicy('pats: []'),
  withPolicy('filterTags: {}'),
  withPolicy('filterTags: { pattern: a, extract: 1 }'),
  withPolicy('paths: []'),
  ...['/a', 'C:/a', '../a', 'a/..', '.git/x', 'a/.Git', String.raw`a\b`, '!a', ' '.repeat(1001)].map((glob) =>
    withPolicy(`paths: ['${glob}']`),
  ),
  withPolicy('hold: {}'),
  withPolicy('hold: { reason: x }'),
  withPolicy('hold: { until: 1.12.2026 }'),
  withPolicy(`hold: { tag: a, reason: ${'x'.repeat(501)} }`),
  rule('autoMerge: true'),
  rule('autoMerge: sqash'),
  rule('deliver: push'),
  rule('draft: yes'),
  rule('reviewers: ["@octocat"]'),
  rule('reviewers: [acme/sre]'),
  rule('reviewers: [a, a]'),
  rule('teamReviewers: [acme/sre]'),
  rule(`labels: [${'x'.repeat(51)}]`),
  rule('labels: ["a\\tb"]'),
  rule('milestone: 3'),
  'version: 1\npullRequests: { rules: [{}] }',
  'version: 1\npullRequests: { group: team }',
])('parser and schema refuse %j', (text) => {
  expect({ parser: parserTakes(text), schema: schemaTakes(text) }).toEqual({ parser: false, schema: false })
})

// What only the parser can say. A line leaves this list when the schema learns it.
test.each([
  { text: policy('policy: { semver: { range: ">1 <" } }'), because: 'ranges have a grammar of their own' },
  { text: policy('policy: { date: { format: YYYY } }'), because: 'so have formats of dates' },
  { text: withPolicy('filterTags: { pattern: "(" }'), because: 'RE2 is not the language of schema patterns' },
  { text: withPolicy('hold: { until: 2026-02-30 }'), because: 'a pattern knows no calendar' },
  { text: withPolicy('hold: { tag: -a }'), because: 'the grammar of tags has one home' },
  { text: policy('policy: { commit: }', 'Acme/Shop'), because: 'the grammar of image names has one home' },
  { text: policy('policy: { commit: }', 'acme/shop:1'), because: 'a tag and the port of a registry look alike' },
  { text: 'version: 1\nversion: 1', because: 'a schema sees no duplicate keys' },
  { text: 'version: 1\n---\nversion: 1', because: 'a schema sees one document', manyDocuments: true },
])('only the parser refuses $text: $because', ({ text, manyDocuments = false }) => {
  const first = manyDocuments ? (text.split('---')[0] ?? '') : text
  expect({ parser: parserTakes(text), schema: schemaTakes(first) }).toEqual({ parser: false, schema: true })
})

test('every value has a description, so that editors can explain it', () => {
  const bare: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, child] of Object.entries(node as Record<string, unknown>)) {
      if (key !== 'properties') visit(child, `${path}/${key}`)
      else
        for (const [name, property] of Object.entries(child as Record<string, { description?: string }>)) {
          if ((property.description ?? '') === '') bare.push(`${path}/${name}`)
          visit(property, `${path}/${name}`)
        }
    }
  }
  visit(JSON.parse(schemaText()), '')
  expect(bare).toEqual([])
})

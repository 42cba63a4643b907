/**
 * Cuts the operations the GitHub stand-in serves out of GitHub's own description of its REST API.
 *
 *   npm pack @octokit/openapi@23.0.2    (outside the project; unpack it)
 *   node scripts/slice-openapi.ts <…>/package/generated/api.github.com.json 23.0.2
 *
 * Writes test/support/github/openapi.json: the operations below and every component they reach, examples and prose left out.
 * To serve one operation more, add its id here, run this again and write its handler.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const OPERATIONS = [
  'repos/get',
  'repos/get-branch',
  'repos/get-commit',
  'repos/compare-commits-with-basehead',
  'repos/get-content',
  'git/get-ref',
  'git/list-matching-refs',
  'git/create-ref',
  'git/update-ref',
  'git/delete-ref',
  'git/create-blob',
  'git/get-blob',
  'git/create-tree',
  'git/get-tree',
  'git/create-commit',
  'git/get-commit',
  'pulls/list',
  'pulls/create',
  'pulls/get',
  'pulls/update',
  'pulls/merge',
  'pulls/list-files',
  'pulls/list-commits',
  'pulls/list-requested-reviewers',
  'pulls/request-reviewers',
  'pulls/remove-requested-reviewers',
  'issues/list-labels-on-issue',
  'issues/add-labels',
  'issues/remove-label',
  'issues/add-assignees',
  'issues/get',
  'issues/update',
  'issues/create-comment',
  'issues/list-comments',
  'issues/list-events',
  'issues/list-milestones',
  'issues/list-events-for-timeline',
  'users/get-authenticated',
  'repos/check-collaborator',
  'rate-limit/get',
]
const LEFT_OUT = new Set(['example', 'examples', 'x-github', 'x-multi-segment', 'externalDocs', 'tags', 'summary'])
const OUT = new URL('../test/support/github/openapi.json', import.meta.url)

type Node = Record<string, unknown>

const [path, version] = process.argv.slice(2)
if (path === undefined || version === undefined)
  throw new Error('usage: slice-openapi.ts <api.github.com.json> <version>')
const whole = JSON.parse(readFileSync(path, 'utf8')) as Node & {
  info: Node
  paths: Record<string, Record<string, Node>>
}

const paths: Record<string, Record<string, Node>> = {}
const missing = new Set(OPERATIONS)
for (const [template, item] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!missing.delete(operation['operationId'] as string)) continue
    paths[template] = { ...paths[template], [method]: trim(operation) as Node }
  }
}
if (missing.size > 0) throw new Error(`Not in the description: ${[...missing].join(', ')}`)

const components: Record<string, Node> = {}
let frontier = references(paths)
while (frontier.length > 0) {
  const found: string[] = []
  for (const reference of frontier) {
    const [section, name] = reference.slice('#/components/'.length).split('/') as [string, string]
    if (components[section]?.[name] !== undefined) continue
    const component = trim((whole['components'] as Record<string, Node>)[section]?.[name])
    components[section] = { ...components[section], [name]: component }
    found.push(...references(component))
  }
  frontier = found
}
const info = { ...whole.info, description: `Slice of @octokit/openapi ${version}`, 'x-source-version': version }
writeFileSync(OUT, `${JSON.stringify({ openapi: whole['openapi'], info, paths, components })}\n`)

/** Without prose and examples; a response keeps its description, which OpenAPI requires. */
function trim(node: unknown, key = '', isName = false): unknown {
  if (Array.isArray(node)) return node.map((item) => trim(item))
  if (typeof node !== 'object' || node === null) return node
  const kept: Node = {}
  for (const [name, value] of Object.entries(node)) {
    if (!isName && LEFT_OUT.has(name)) continue
    if (!isName && name === 'description' && typeof value === 'string' && !('content' in node || 'headers' in node)) {
      if (key === 'response') kept[name] = value.split('\n')[0]
      continue
    }
    kept[name] = trim(value, key === 'responses' ? 'response' : name, name === 'properties' || name === 'responses')
  }
  return kept
}

function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) =>
    name === '$ref' && typeof value === 'string' ? [value] : references(value),
  )
}

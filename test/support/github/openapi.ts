/**
 * GitHub's own description of its REST API (a slice, see scripts/slice-openapi.ts): which operation a request is, whether it
 * is well-formed, what an answer must hold. Requests are held strictly: what the description does not name is refused.
 */
import { readFileSync } from 'node:fs'

import type { ValidateFunction } from 'ajv'

export type Schema = { readonly [key: string]: unknown }
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}
interface Described {
  readonly operationId: string
  readonly parameters?: readonly unknown[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Record<string, { readonly schema: Schema }> }
  readonly responses: Record<string, unknown>
}
export interface Operation {
  readonly id: string
  readonly method: string
  readonly template: string
  readonly described: Described
  readonly pattern: RegExp
  readonly names: readonly string[]
}
export interface Call {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

interface Description {
  readonly info: { readonly 'x-source-version': string }
  readonly paths: Record<string, Record<string, Described>>
  readonly components: Record<string, Record<string, Schema>>
}
const description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8')) as Description

/** Parameters that may hold slashes: refs, revisions, file paths. */
/** Each component is a schema of its own to ajv, so that it is compiled once for all operations. */
const ID = 'https://api.github.com/components/'
const GREEDY = new Set(['ref', 'branch', 'basehead', 'path', 'tree_sha', 'name'])
export const operations: readonly Operation[] = Object.entries(description.paths).flatMap(([template, item]) =>
  Object.entries(item).map(([method, described]) => {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) => (GREEDY.has(name) ? '(.+)' : '([^/]+)'))
    return { id: described.operationId, method, template, described, names, pattern: new RegExp(`^${pattern}$`) }
  }),
)

/** The operation of a request; `path` is still percent-encoded. */
export function findCall(method: string, path: string): Call | undefined {
  for (const operation of operations) {
    const match = operation.method === method.toLowerCase() ? operation.pattern.exec(path) : null
    if (match === null) continue
    const values = match.slice(1).map((value) => decodeURIComponent(value))
    return { operation, params: Object.fromEntries(operation.names.map((name, at) => [name, values[at] ?? ''])) }
  }
  return undefined
}

/** What is wrong with a request; empty: nothing. `query` values are strings here and come back as described. */
export async function checkRequest(
  { operation, params }: Call,
  query: URLSearchParams,
  body: unknown,
): Promise<{ readonly problems: readonly string[]; readonly query: Readonly<Record<string, unknown>> }> {
  const parameters = (operation.described.parameters ?? []).map((one) => resolve(one) as unknown as Parameter)
  const repeated = [...query.keys()].filter((name, at, all) => all.indexOf(name) !== at)
  const problems = repeated.map((name) => `query/${name} is given more than once`)
  const asked: Record<string, unknown> = Object.fromEntries(query)
  const given: Record<string, unknown> = { ...params }
  problems.push(...(await validate(`${operation.id} query`, objectOf(parameters, 'query'), asked, 'query', true)))
  problems.push(...(await validate(`${operation.id} path`, objectOf(parameters, 'path'), given, 'path', true)))
  const content = operation.described.requestBody?.content['application/json']
  if (content === undefined) {
    if (body !== undefined) problems.push('body: this operation takes none')
  } else if (body !== undefined || operation.described.requestBody?.required === true) {
    problems.push(...(await validate(`${operation.id} body`, close(content.schema), body ?? null, 'body')))
  }
  return { problems, query: asked }
}

/** What is wrong with our own answer; statuses that are not described are not looked at. */
export async function checkResponse(operation: Operation, status: number, body: unknown): Promise<readonly string[]> {
  const schema = responseSchema(operation, status)
  if (schema === undefined || body === undefined) return []
  const problems = await validate(`${operation.id} ${status}`, schema, body, 'answer')
  return problems.filter((problem) => !KNOWN_TO_DIFFER.some((known) => known.test(problem)))
}

/** Where GitHub's own answers do not follow its description: a label without a description holds null. */
const KNOWN_TO_DIFFER = [/labels\/\d+\/description /]

export function responseSchema(operation: Operation, status: number): Schema | undefined {
  const response = operation.described.responses[String(status)]
  if (response === undefined) return undefined
  const content = resolve(response)['content'] as Record<string, { schema?: Schema }> | undefined
  return content?.['application/json']?.schema
}

/** The schema itself, where it is a reference. */
export function resolve(node: unknown): Schema {
  const reference = (node as Schema)['$ref']
  if (typeof reference !== 'string') return node as Schema
  const [section = '', name = ''] = reference.slice('#/components/'.length).split('/')
  return resolve(description.components[section]?.[name])
}

const compiled = new Map<string, Promise<ValidateFunction>>()

async function validate(key: string, schema: Schema, value: unknown, at: string, coerce = false): Promise<string[]> {
  const known = compiled.get(key) ?? compile(schema, coerce)
  compiled.set(key, known)
  const check = await known
  if (check(value)) return []
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty
    return `${at}${instancePath} ${message ?? ''}${extra === undefined ? '' : ` (${extra})`}`
  })
}

let validators: Promise<(coerce: boolean) => { compile(schema: Schema): ValidateFunction }> | undefined

async function compile(schema: Schema, coerce: boolean): Promise<ValidateFunction> {
  validators ??= loadValidators()
  return (await validators)(coerce).compile(jsonSchema(schema) as Schema)
}

/** Loaded at the first request: a stand-in that only serves git starts without it. */
async function loadValidators(): Promise<(coerce: boolean) => { compile(schema: Schema): ValidateFunction }> {
  const [{ Ajv }, formats] = await Promise.all([import('ajv'), import('ajv-formats')])
  const addFormats = formats.default as unknown as (ajv: object) => void
  const schemas = Object.entries(description.components['schemas'] ?? {}).map(([name, schema]) => ({
    ...(jsonSchema(schema) as Schema),
    $id: `${ID}schemas/${name}`,
  }))
  const make = (coerceTypes: boolean): InstanceType<typeof Ajv> => {
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      coerceTypes,
      validateSchema: false,
      inlineRefs: false,
      code: { optimize: false },
    })
    addFormats(ajv)
    ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/)
    for (const schema of schemas) ajv.addSchema(schema)
    return ajv
  }
  const [plain, coercing] = [make(false), make(true)]
  return (coerce) => (coerce ? coercing : plain)
}

/** OpenAPI 3.0 → JSON Schema: `nullable`, references, and alternatives of which several may fit. */
function jsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(jsonSchema)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, oneOf, ...rest } = node as { nullable?: unknown; oneOf?: unknown }
  const isNullable = nullable === true
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(rest)) {
    out[key] = key === '$ref' && typeof value === 'string' ? value.replace('#/components/', ID) : jsonSchema(value)
  }
  if (typeof oneOf === 'object') out[Array.isArray(oneOf) ? 'anyOf' : 'oneOf'] = jsonSchema(oneOf)
  if (typeof nullable === 'object') out['nullable'] = jsonSchema(nullable) // A property of that name.
  return isNullable ? { anyOf: [{ type: 'null' }, out] } : out
}

function objectOf(parameters: readonly Parameter[], place: Parameter['in']): Schema {
  const here = parameters.filter((parameter) => parameter.in === place)
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
    required: here.filter(({ required }) => required === true).map(({ name }) => name),
  }
}

/** The schema with every object closed to properties it does not name. */
function close(node: unknown): Schema {
  if (Array.isArray(node)) return node.map(close) as unknown as Schema
  if (typeof node !== 'object' || node === null) return node as Schema
  const out: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, close(value)]),
  )
  return 'properties' in out && !('additionalProperties' in out) && out['type'] === 'object'
    ? { ...out, additionalProperties: false }
    : out
}

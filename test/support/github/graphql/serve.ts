/** One GraphQL request: held against GitHub's schema (document and variables), then executed. */
import type { DocumentNode, GraphQLError, GraphQLResolveInfo } from 'graphql'

import { authorize, restToken } from '../access.ts'
import { Problem } from '../problem.ts'
import { findRepository, user } from '../state.ts'
import type { Token, World } from '../state.ts'
import { limits } from '../rest/serve.ts'
import type { Context, Fields } from './connection.ts'
import { gitMutations } from './git-mutations.ts'
import { pullMutations } from './pull-mutations.ts'
import { pullFields } from './pulls.ts'
import { repositoryFields } from './repository.ts'
import { loadLibrary, loadSchema } from './schema.ts'
import type { Loaded } from './schema.ts'

export interface GraphqlRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
  readonly serverUrl: string
  readonly violate: (problem: string) => void
}
interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}
interface Body {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null
  readonly operationName?: string | null
}

/** Names of the root fields, in order: `repository`, `updateRefs`. */
export async function graphqlOperation(body: unknown): Promise<string> {
  const { parse, Kind } = await loadLibrary()
  try {
    const [definition] = parse((body as Body).query).definitions
    const selections =
      definition !== undefined && 'selectionSet' in definition ? definition.selectionSet?.selections : []
    const names = (selections ?? []).map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '…'))
    return [...new Set(names)].join(',')
  } catch {
    return ''
  }
}

export async function serveGraphql(world: World, request: GraphqlRequest): Promise<Reply> {
  const { headers, serverUrl, violate } = request
  const loaded = await loadSchema()
  const authorization = typeof headers['authorization'] === 'string' ? headers['authorization'] : undefined
  let token: Token | undefined
  try {
    token = restToken(world, authorization)
  } catch (error) {
    return { status: 401, body: { message: (error as Problem).message } }
  }
  if (token === undefined) return { status: 401, body: { message: 'This endpoint requires you to be authenticated.' } }
  token.used++
  const { problems, document } = check(loaded, request.body)
  if (document === undefined || problems.length > 0) {
    violate(`GraphQL: ${problems.join('; ')}`)
    return { status: 500, body: { message: `The stand-in refuses: ${problems.join('; ')}` } }
  }
  const { variables, operationName } = request.body as Body
  const result = await loaded.library.execute({
    schema: loaded.schema,
    document,
    rootValue: rootValue(world),
    contextValue: { world, token, actor: token.login, serverUrl, pullFields } satisfies Context,
    variableValues: variables,
    operationName,
    fieldResolver: resolveServed,
  })
  const errors = result.errors?.map((error) => errorEntry(error, violate))
  const body = errors === undefined ? { data: result.data } : { data: result.data ?? null, errors }
  return { status: 200, headers: limits(token, 'graphql'), body }
}

function check({ library, schema }: Loaded, body: unknown): { problems: readonly string[]; document?: DocumentNode } {
  if (typeof body !== 'object' || body === null || typeof (body as Body).query !== 'string')
    return { problems: ['no query'] }
  const { query, variables } = body as Body
  const unknown = Object.keys(body).filter((key) => !['query', 'variables', 'operationName'].includes(key))
  const problems = unknown.map((key) => `the request holds "${key}"`)
  let document: DocumentNode
  try {
    document = library.parse(query)
  } catch (error) {
    return { problems: [...problems, String(error)] }
  }
  problems.push(...library.validate(schema, document).map(({ message }) => message))
  const operation = document.definitions.find((definition) => definition.kind === library.Kind.OPERATION_DEFINITION)
  const declared = operation?.variableDefinitions ?? []
  const names = declared.map(({ variable }) => variable.name.value)
  problems.push(
    ...Object.keys(variables ?? {}).flatMap((name) =>
      names.includes(name) ? [] : [`variable $${name} is not declared`],
    ),
  )
  if (problems.length === 0) {
    const { errors } = library.getVariableValues(schema, declared, variables ?? {})
    problems.push(...(errors ?? []).map(({ message }) => message))
  }
  return { problems, document }
}

function rootValue(world: World): Fields {
  return {
    viewer: (_: unknown, { actor }: Context) => {
      const { id, login } = user(world, actor)
      return { __typename: 'User', id: `U_${id}`, login, databaseId: id }
    },
    rateLimit: (_: unknown, { token }: Context) => {
      const used = token?.used ?? 0
      return {
        limit: 5000,
        cost: 1,
        nodeCount: 0,
        used,
        remaining: 5000 - used,
        resetAt: new Date(Date.now() + 3_600_000).toISOString(),
      }
    },
    repository: ({ owner, name }: { owner: string; name: string }, context: Context) => {
      const missing = new Problem(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`)
      const repository = findRepository(world, owner, name)
      if (repository === undefined) throw missing
      try {
        authorize(context.token, repository, [['metadata', 'read']])
      } catch {
        throw missing
      }
      return repositoryFields(context, repository)
    },
    ...echoing({ ...gitMutations, ...pullMutations }),
  }
}

/** Every payload gives back the id that the caller chose. */
function echoing(all: object): Fields {
  const run = all as Record<string, (args: { input: Fields }, context: Context) => Promise<Fields>>
  return Object.fromEntries(
    Object.entries(run).map(([name, mutate]) => [
      name,
      async (args: { input: Fields }, context: Context): Promise<Fields> => ({
        clientMutationId: args.input['clientMutationId'] ?? null,
        ...(await mutate(args, context)),
      }),
    ]),
  )
}

/** A field that the stand-in knows nothing about must not read as null. */
function resolveServed(source: Fields, args: unknown, context: Context, info: GraphQLResolveInfo): unknown {
  const { fieldName, parentType } = info
  if (!(fieldName in source)) throw new Error(`${parentType.name}.${fieldName} is GitHub's, but not served here`)
  const value = source[fieldName]
  return typeof value === 'function' ? (value as (...given: unknown[]) => unknown)(args, context, info) : value
}

/** A refusal as GitHub words it; any other error is the stand-in's own, and recorded. */
function errorEntry(error: GraphQLError, violate: (problem: string) => void): Fields {
  const cause = error.originalError
  const { path, locations } = error
  if (!(cause instanceof Problem)) {
    violate(`GraphQL: ${error.message}`)
    return { message: error.message, path, locations }
  }
  const message = cause.errors[0]?.message ?? cause.message
  return { type: cause.type, path, locations, message }
}

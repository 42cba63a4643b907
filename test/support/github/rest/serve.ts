/** One REST request: described? well-formed? allowed? then handled, and the answer made whole and checked. */
import { authorize, restToken } from '../access.ts'
import { complete } from '../complete.ts'
import { checkRequest, checkResponse, findCall, responseSchema } from '../openapi.ts'
import type { Call } from '../openapi.ts'
import { notFound, Problem } from '../problem.ts'
import { findRepository } from '../state.ts'
import type { Repository, Token, World } from '../state.ts'
import type { Answer, RestCall, Routes } from './call.ts'
import { gitDataRoutes } from './git-data.ts'
import { issueRoutes } from './issues.ts'
import { pullRoutes } from './pulls.ts'
import { rateLimit, repositoryRoutes } from './repositories.ts'

export interface RestRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
  readonly serverUrl: string
  readonly apiUrl: string
  readonly violate: (problem: string) => void
}

export const ROUTES: Routes = { ...repositoryRoutes, ...gitDataRoutes, ...pullRoutes, ...issueRoutes }

/** The operation that a request is, for the record; undefined: none of those served. */
export function operationOf(method: string, url: URL): Call | undefined {
  return findCall(method, url.pathname.replace('/api/v3', ''))
}

export async function serveRest(world: World, request: RestRequest): Promise<Answer> {
  const { method, url, headers, violate } = request
  let token: Token | undefined
  try {
    if (headers['user-agent'] === undefined) throw new Problem(403, 'Request forbidden by administrative rules.')
    const call = operationOf(method, url)
    if (call === undefined) return refused(violate, [`${method} ${url.pathname} is not among the operations served`])
    const route = ROUTES[call.operation.id]
    if (route === undefined) return refused(violate, [`${call.operation.id} is described, but has no handler`])
    const { problems, query } = await checkRequest(call, url.searchParams, request.body)
    if (problems.length > 0)
      return refused(
        violate,
        problems.map((problem) => `${call.operation.id}: ${problem}`),
      )
    token = restToken(world, typeof headers['authorization'] === 'string' ? headers['authorization'] : undefined)
    if (token !== undefined) token.used++
    const repository = repositoryOf(world, call)
    if (repository !== undefined) authorize(token, repository, route.need)
    const answer = await route.handle({
      world,
      url,
      token,
      query,
      params: call.params,
      body: request.body,
      actor: token?.login ?? '',
      apiUrl: request.apiUrl,
      serverUrl: request.serverUrl,
      accept: String(headers['accept'] ?? ''),
      repository: repository as Repository,
    } satisfies RestCall)
    return await whole(call, answer, token, request)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...problemAnswer(error), headers: { ...limits(token), ...error.headers } }
  }
}

export function limits(token: Token | undefined, resource = 'core'): Record<string, string> {
  const numbers = Object.entries(rateLimit({ token })).map(
    ([name, value]) => [`x-ratelimit-${name}`, String(value)] as const,
  )
  return { ...Object.fromEntries(numbers), 'x-ratelimit-resource': resource }
}

function problemAnswer(problem: Problem): Answer {
  const { status, message, errors } = problem
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
  return { status, body: errors.length === 0 ? body : { ...body, errors } }
}

function repositoryOf(world: World, { params }: Call): Repository | undefined {
  const { owner, repo } = params as { owner?: string; repo?: string }
  if (owner === undefined || repo === undefined) return undefined
  const repository = findRepository(world, owner, repo)
  if (repository === undefined) throw notFound()
  return repository
}

async function whole(
  { operation }: Call,
  answer: Answer,
  token: Token | undefined,
  request: RestRequest,
): Promise<Answer> {
  const headers = { ...limits(token), ...answer.headers }
  if (answer.body === undefined || Buffer.isBuffer(answer.body)) return { ...answer, headers }
  const schema = responseSchema(operation, answer.status)
  const body = schema === undefined ? answer.body : complete(schema, answer.body, request.apiUrl)
  const problems = await checkResponse(operation, answer.status, body)
  if (problems.length > 0)
    return refused(
      request.violate,
      problems.map((problem) => `${operation.id}: ${problem}`),
    )
  return { status: answer.status, body, headers }
}

function refused(violate: (problem: string) => void, problems: readonly string[]): Answer {
  violate(problems.join('; '))
  return { status: 500, body: { message: `The stand-in refuses: ${problems.join('; ')}` } }
}

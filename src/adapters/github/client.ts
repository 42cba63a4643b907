import { Octokit } from '@octokit/rest'
import { BumpError } from '../../core/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ask } from './errors.ts'
import { type GraphAnswer, graphData } from './http/graphql.ts'
import type { Send } from './http/network.ts'
import { redactor } from './http/redact.ts'
import { RemoteFailure } from './http/remote-failure.ts'
import { backoff, judge } from './http/retry.ts'
import { type Fetch, relevantHeaders, transport, trustedOrigin } from './http/transport.ts'

export type Rest = Octokit['rest']

/** A request and what may be done about its failure. */
export interface Request extends Ask {
  /**
   * Whether sending it twice does the same as sending it once, so that it may be repeated when no answer came.
   * Reading is; each write says why where it says so.
   */
  readonly repeatable: boolean
  /**
   * Whether any error fails a GraphQL query, one inside a result that is otherwise there too: then null means "not there".
   * Or in which of its fields that is so.
   */
  readonly strict?: boolean | readonly string[]
}

/**
 * GitHub's API with the token in it. Every failure is a BumpError whose `cause` is a RemoteFailure:
 * `behind(error)` shows what GitHub said.
 */
export interface GithubClient {
  /** One REST call; `call` may run several times. Gives the body of the answer. */
  rest<Body>(
    request: Request,
    call: (api: Rest) => Promise<{ readonly data: Body; readonly status: number }>,
  ): Promise<Body>
  /**
   * One GraphQL document. An error inside a result that is otherwise there is let pass (a field the token may not see is
   * null); one that takes a top-level field away fails.
   */
  graphql<Result>(request: Request, document: string, variables: Readonly<Record<string, unknown>>): Promise<Result>
  /** A pause of the adapters' own, for what GitHub does late. */
  pause(ms: number): Promise<void>
  /** The pause before try `attempt` + 1 of something: full jitter, 250 ms doubling to 4 s. */
  backOff(attempt: number): Promise<void>
}

export interface GithubClientOptions {
  /** `GITHUB_API_URL`, e.g. `https://api.github.com` or `https://host/api/v3`. */
  readonly apiUrl: string
  /** `GITHUB_GRAPHQL_URL`, used exactly as it is. */
  readonly graphqlUrl: string
  readonly token: string
  readonly send: Send
  readonly clock: Pick<Clock, 'now' | 'sleep'>
  /** In [0, 1). */
  readonly random: () => number
  /** How long rate limits and retries may keep us waiting in all, over the life of the client. */
  readonly budgetMs?: number
  /** For one request. */
  readonly timeoutMs?: number
}

const BUDGET_MS = 120_000
const TIMEOUT_MS = 30_000

/** @throws {BumpError} BAD_INPUT for an address that a token must not be sent to, BAD_TOKEN for text that cannot be one */
export function githubClient(options: GithubClientOptions): GithubClient {
  const { clock, random, token, graphqlUrl } = options
  const apiUrl = options.apiUrl.replace(/\/+$/, '')
  const origins = new Set([trustedOrigin('GITHUB_API_URL', apiUrl), trustedOrigin('GITHUB_GRAPHQL_URL', graphqlUrl)])
  if (!/^[\x21-\x7E]+$/.test(token))
    throw new BumpError(
      'BAD_TOKEN',
      'The token is empty or holds white space or control characters. Give it as input "token".',
    )
  const redact = redactor(token)
  const octokit = quietOctokit(
    apiUrl,
    token,
    transport({ origins, send: options.send, timeoutMs: options.timeoutMs ?? TIMEOUT_MS, redact }),
  )
  const persistently = sender(clock, random, options.budgetMs ?? BUDGET_MS)

  const client: GithubClient = {
    rest: async (request, call) => {
      const answered = await persistently(request, async () => await checked(request, await call(octokit.rest))).catch(
        (error: unknown) => fail(client, apiUrl, error, request),
      )
      return answered.data
    },
    graphql: async <Result>(request: Request, query: string, variables: Readonly<Record<string, unknown>>) => {
      const call = async () => {
        const answer = await octokit.request({ method: 'POST', url: graphqlUrl, query, variables })
        const headers = relevantHeaders((name) => answer.headers[name]?.toString(), redact)
        const { data } = await checked(request, answer)
        return graphData(data as GraphAnswer, headers, redact, request.strict) as Result
      }
      return persistently(request, call).catch((error: unknown) => fail(client, apiUrl, error, request))
    },
    pause: (ms) => clock.sleep(ms),
    backOff: (attempt) => clock.sleep(backoff(attempt, random)),
  }
  return client
}

function quietOctokit(baseUrl: string, token: string, fetch: Fetch): Octokit {
  const silent = () => {}
  // Octokit's own log prints each failed request, and what GitHub deprecates: nothing for our users' log.
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  return new Octokit({ baseUrl, auth: token, userAgent: 'image-bump', log, request: { fetch, log } })
}

type Persistently = <Answer>(request: Request, call: () => Promise<Answer>) => Promise<Answer>

/** Calls until it works, or until the failure is final or the waiting budget is used up; then throws the RemoteFailure. */
function sender(clock: GithubClientOptions['clock'], random: () => number, budgetMs: number): Persistently {
  let leftMs = budgetMs
  let pausedUntil = 0
  // Calls side by side wait for one limit together; only what lengthens the pause is charged.
  const waitFor = async (waitMs: number): Promise<boolean> => {
    const until = clock.now() + waitMs
    const charge = Math.max(0, until - Math.max(clock.now(), pausedUntil))
    if (charge > leftMs) return false
    leftMs -= charge
    pausedUntil = Math.max(pausedUntil, until)
    await clock.sleep(waitMs)
    return true
  }
  return async (request, call) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await call()
      } catch (error) {
        const failure = failureIn(error)
        if (failure === undefined) throw error
        const verdict = judge(failure, attempt, random)
        if (verdict.kind === 'final' || (verdict.kind === 'transient' && !request.repeatable)) throw failure
        if (await waitFor(verdict.waitMs)) continue
        throw verdict.kind === 'limited' ? (await errors()).rateLimited(failure, request, verdict.waitMs) : failure
      }
    }
  }
}

// Octokit wraps what its fetch throws.
function failureIn(error: unknown): RemoteFailure | undefined {
  if (error instanceof RemoteFailure) return error
  if (!(error instanceof Error)) return undefined
  if (error.cause instanceof BumpError) throw error.cause
  return error.cause instanceof RemoteFailure ? error.cause : undefined
}

// Loaded where something is wrong: most runs do without.
const errors = async () => await import('./errors.ts')

async function checked<Answer extends { readonly data: unknown; readonly status: number }>(
  ask: Ask,
  answer: Answer,
): Promise<Answer> {
  const isObject = typeof answer.data === 'object' && answer.data !== null
  if (isObject || answer.status === 204 || answer.status === 205) return answer
  throw (await errors()).notAnAnswer(ask)
}

async function fail(client: GithubClient, apiUrl: string, error: unknown, ask: Ask): Promise<never> {
  if (!(error instanceof RemoteFailure)) throw error
  const { moved, redirected, toBumpError } = await errors()
  const { status, headers } = error
  if (status === undefined || status < 300 || status >= 400) throw toBumpError(error, ask)
  const name = isRenamed(headers.location, apiUrl) ? await nameNow(client, ask) : undefined
  throw name === undefined ? redirected(error, ask) : moved(error, ask, name)
}

// GitHub redirects the old name of a repository to /repositories/<id> of the same host.
function isRenamed(location: string | undefined, apiUrl: string): boolean {
  if (location === undefined || !URL.canParse(location, apiUrl)) return false
  const { origin, pathname } = new URL(location, apiUrl)
  return origin === new URL(apiUrl).origin && /\/repositories\/\d+(?:\/|$)/.test(pathname)
}

async function nameNow(client: GithubClient, ask: Ask): Promise<string | undefined> {
  const [owner, name] = ask.repository.split('/')
  const document =
    'query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { nameWithOwner } }'
  try {
    const request = { ...ask, to: 'look up its new name', repeatable: true }
    const found = await client.graphql<NameAnswer>(request, document, { owner, name })
    return found.repository.nameWithOwner
  } catch {
    // The redirect is the error to tell; its target's name is a courtesy.
    return undefined
  }
}

interface NameAnswer {
  readonly repository: { readonly nameWithOwner: string }
}

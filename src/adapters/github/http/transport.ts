import { BumpError } from '../../../core/errors.ts'
import { quote } from '../../../core/image/reference.ts'
import { isLoopback } from '../../../core/settings/grammar.ts'
import type { HttpAnswer, HttpRequest, Send } from './network.ts'
import type { Redact } from './redact.ts'
import { RemoteFailure, type RemoteHeaders, type RemoteProblem } from './remote-failure.ts'

/** As much of the function of that name as Octokit asks for. */
export type Fetch = (
  address: string,
  init?: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | undefined
  },
) => Promise<Fetched>

/** A good answer; all of it is here. */
export interface Fetched {
  readonly status: number
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  text(): Promise<string>
  /** Asked for where the type is neither JSON nor text. That is no answer of an API, and as text it is told as none. */
  arrayBuffer(): Promise<string>
}

export interface TransportOptions {
  /** The only origins that ever see the token. */
  readonly origins: ReadonlySet<string>
  readonly send: Send
  /** For one request, its whole answer included. */
  readonly timeoutMs: number
  readonly redact: Redact
}

/**
 * A `fetch` for Octokit that sends the token nowhere but to the given origins, follows no redirect, gets the whole answer or
 * fails, and turns every answer but success into a RemoteFailure.
 */
export function transport({ origins, send, timeoutMs, redact }: TransportOptions): Fetch {
  return async (address, { method = 'GET', headers = {}, body } = {}) => {
    const url = new URL(address)
    if (!origins.has(url.origin))
      throw new BumpError('REMOTE_REFUSED', `The token is not sent to ${quote(url.origin)}, which is not GitHub's API.`)
    const request = { url, method, headers, body, signal: AbortSignal.timeout(timeoutMs) }
    const answer = await exchange(send, request, timeoutMs, redact)
    if (answer.status >= 300) throw refusal(answer, redact)
    const text = async (): Promise<string> => new TextDecoder().decode(answer.body)
    return { status: answer.status, url: url.href, headers: answer.headers, text, arrayBuffer: text }
  }
}

/**
 * The origin of an API address, where a token may go.
 * @throws {BumpError} BAD_INPUT for what is not https (http is allowed on loopback) or holds credentials
 */
export function trustedOrigin(name: string, address: string): string {
  if (!URL.canParse(address)) throw new BumpError('BAD_INPUT', `${name} ${quote(address)} is not an address.`)
  const url = new URL(address)
  if (url.username !== '' || url.password !== '')
    throw new BumpError('BAD_INPUT', `${name} holds credentials; take them out and give the token as an input.`)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url.origin
  throw new BumpError(
    'BAD_INPUT',
    `${name} ${quote(address)} would send the token in the clear. Write it with https://.`,
  )
}

/** The headers that decide something, made safe to show. */
export function relevantHeaders(header: (name: string) => string | undefined, redact: Redact): RemoteHeaders {
  const present = Object.entries(DECIDING).flatMap(([key, name]) => {
    const value = header(name)
    return value === undefined ? [] : [[key, redact(value)]]
  })
  return Object.fromEntries(present) as RemoteHeaders
}

const DECIDING: Readonly<Record<keyof RemoteHeaders, string>> = {
  date: 'date',
  retryAfter: 'retry-after',
  remaining: 'x-ratelimit-remaining',
  reset: 'x-ratelimit-reset',
  acceptedPermissions: 'x-accepted-github-permissions',
  sso: 'x-github-sso',
  location: 'location',
}

async function exchange(send: Send, request: HttpRequest, timeoutMs: number, redact: Redact): Promise<HttpAnswer> {
  try {
    return await send(request)
  } catch (error) {
    if (error instanceof BumpError) throw error
    // The error of the network is not kept as a cause: it may hold the request.
    throw new RemoteFailure({ problems: [{ message: redact(networkReason(error, timeoutMs)) }] })
  }
}

function networkReason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'the connection failed'
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  // Of a name with several addresses, each has failed for a reason of its own.
  return error instanceof AggregateError ? networkReason(error.errors[0], timeoutMs) : error.message
}

function refusal({ status, headers, body }: HttpAnswer, redact: Redact): RemoteFailure {
  const told = relevantHeaders((name) => headers.get(name), redact)
  return new RemoteFailure({ status, headers: told, problems: problemsOf(body, status, redact) })
}

// GitHub's shape: {message, errors?: [{resource, field, code, message?} | "text"]}. A proxy in between answers anything.
function problemsOf(body: Uint8Array, status: number, redact: Redact): readonly RemoteProblem[] {
  const parsed = parseJson(new TextDecoder().decode(body))
  if (!isRecord(parsed)) return [{ message: `HTTP ${status}` }]
  const top = text(parsed['message'], redact) ?? `HTTP ${status}`
  const listed = Array.isArray(parsed['errors']) ? parsed['errors'].slice(0, 20) : []
  return [{ message: top }, ...listed.map((each: unknown) => problemOf(each, redact))]
}

function problemOf(each: unknown, redact: Redact): RemoteProblem {
  if (!isRecord(each)) return { message: text(each, redact) ?? 'no reason given' }
  const [code, field, resource] = ['code', 'field', 'resource'].map((key) => text(each[key], redact))
  const message =
    text(each['message'], redact) ?? [resource, field, code].filter((part) => part !== undefined).join(' ')
  return {
    message,
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
    ...(resource === undefined ? {} : { resource }),
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown, redact: Redact): string | undefined {
  return typeof value === 'string' ? redact(value) : undefined
}

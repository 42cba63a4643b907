import { BumpError } from '../../../core/errors.ts'
import { quote } from '../../../core/image/reference.ts'
import { isLoopback } from '../../../core/settings/grammar.ts'
import type { Redact } from './redact.ts'
import { RemoteFailure, type RemoteHeaders, type RemoteProblem } from './remote-failure.ts'

export type Fetch = typeof globalThis.fetch

export interface TransportOptions {
  /** The only origins that ever see the token. */
  readonly origins: ReadonlySet<string>
  readonly fetch: Fetch
  /** For one request, its whole answer included. */
  readonly timeoutMs: number
  readonly redact: Redact
}

/**
 * A `fetch` that sends the token nowhere but to the given origins, follows no redirect, gets the whole answer or fails,
 * and turns every answer but success into a RemoteFailure.
 * The body is read here because Octokit takes a body cut short for an empty one.
 */
export function transport({ origins, fetch, timeoutMs, redact }: TransportOptions): Fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (!origins.has(url.origin))
      throw new BumpError('REMOTE_REFUSED', `The token is not sent to ${quote(url.origin)}, which is not GitHub's API.`)
    const { response, body } = await exchange(fetch, url, { ...init, redirect: 'manual' }, timeoutMs, redact)
    if (response.status >= 300) throw refusal(response, body, redact)
    const hasBody = response.status !== 204 && response.status !== 205
    return new Response(hasBody ? body : null, { status: response.status, headers: response.headers })
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

async function exchange(fetch: Fetch, url: URL, init: RequestInit, timeoutMs: number, redact: Redact) {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    return { response, body: await response.arrayBuffer() }
  } catch (error) {
    // The error of fetch is not kept as a cause: it may hold the request.
    throw new RemoteFailure({ problems: [{ message: redact(networkReason(error, timeoutMs)) }] })
  }
}

function networkReason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'the connection failed'
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  // fetch says "fetch failed"; what failed is one level down.
  return error.cause instanceof Error ? networkReason(error.cause, timeoutMs) : error.message
}

function refusal(response: Response, body: ArrayBuffer, redact: Redact): RemoteFailure {
  const { status, headers } = response
  const told = relevantHeaders((name) => headers.get(name) ?? undefined, redact)
  return new RemoteFailure({ status, headers: told, problems: problemsOf(body, status, redact) })
}

// GitHub's shape: {message, errors?: [{resource, field, code, message?} | "text"]}. A proxy in between answers anything.
function problemsOf(body: ArrayBuffer, status: number, redact: Redact): readonly RemoteProblem[] {
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

import type { RemoteFailure } from './remote-failure.ts'

/** Time and chance, passed in so that a test decides them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number): Promise<void>
}

/** What a failure calls for. `limited`: GitHub did not carry the request out and wants a pause, so even a write may be sent again. */
export type Verdict =
  | { readonly kind: 'limited'; readonly waitMs: number }
  | { readonly kind: 'transient'; readonly waitMs: number }
  | { readonly kind: 'final' }

const FIRST_BACKOFF_MS = 250
const LAST_BACKOFF_MS = 4000
const MOST_TRANSIENT = 5
const SECONDARY_LIMIT_MS = 60_000
const TRANSIENT_STATUS: ReadonlySet<number> = new Set([500, 502, 503, 504])

/**
 * Judges the `attempt`-th failure in a row of one request (0 for the first).
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function judge(failure: RemoteFailure, attempt: number, nowMs: number, random: () => number): Verdict {
  if (isLimited(failure)) return { kind: 'limited', waitMs: limitWait(failure, attempt, nowMs) }
  if (!isTransient(failure) || attempt >= MOST_TRANSIENT) return { kind: 'final' }
  const waitMs = retryAfterMs(failure, nowMs) ?? backoff(attempt, random)
  return { kind: 'transient', waitMs }
}

/** Full jitter: anything up to 250 ms, doubling to 4 s. */
export function backoff(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt))
}

/** Nothing is known to be wrong with the request: another try may succeed. */
export function isTransient(failure: RemoteFailure): boolean {
  if (failure.status === undefined || TRANSIENT_STATUS.has(failure.status)) return true
  // How GraphQL tells of a server error, with HTTP 200.
  return failure.status === 200 && failure.says(/^Something went wrong while executing your query/)
}

export function isLimited(failure: RemoteFailure): boolean {
  if (failure.status === 429 || failure.hasType('RATE_LIMITED', 'RATE_LIMIT')) return true
  if (failure.status !== 403) return false
  const { retryAfter, remaining } = failure.headers
  return retryAfter !== undefined || remaining === '0' || failure.says(/rate limit|abuse detection/i)
}

function limitWait(failure: RemoteFailure, attempt: number, nowMs: number): number {
  const waitMs = retryAfterMs(failure, nowMs) ?? resetMs(failure, nowMs) ?? SECONDARY_LIMIT_MS * 2 ** attempt
  // Never none: a limit that says 0 would be asked again without end.
  return Math.max(1000, waitMs)
}

function retryAfterMs({ headers }: RemoteFailure, nowMs: number): number | undefined {
  const value = headers.retryAfter?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}

function resetMs({ headers }: RemoteFailure, nowMs: number): number | undefined {
  if (headers.remaining !== '0' || headers.reset === undefined || !/^\d{1,12}$/.test(headers.reset)) return undefined
  // One second more: the reset is told in whole seconds.
  return Math.max(0, Number(headers.reset) * 1000 - nowMs) + 1000
}

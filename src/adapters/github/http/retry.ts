import type { RemoteFailure, RemoteHeaders } from './remote-failure.ts'

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
export function judge(failure: RemoteFailure, attempt: number, random: () => number): Verdict {
  if (isLimited(failure)) return { kind: 'limited', waitMs: limitWait(failure, attempt) }
  if (!isTransient(failure) || attempt >= MOST_TRANSIENT) return { kind: 'final' }
  const waitMs = retryAfterMs(failure) ?? backoff(attempt, random)
  return { kind: 'transient', waitMs }
}

/** Full jitter: anything up to 250 ms, doubling to 4 s. */
export function backoff(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt))
}

/**
 * When GitHub answered, by its own clock, in milliseconds since 1970; NaN where it does not say.
 * Its times are told by that clock too, so ours may be wrong.
 */
export function answeredAt({ date }: RemoteHeaders): number {
  return Date.parse(date ?? '')
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

function limitWait(failure: RemoteFailure, attempt: number): number {
  const waitMs = retryAfterMs(failure) ?? resetMs(failure) ?? SECONDARY_LIMIT_MS * 2 ** attempt
  // Never none: a limit that says 0 would be asked again without end.
  return Math.max(1000, waitMs)
}

function retryAfterMs({ headers }: RemoteFailure): number | undefined {
  const value = headers.retryAfter?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const waitMs = Date.parse(value) - answeredAt(headers)
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}

function resetMs({ headers }: RemoteFailure): number | undefined {
  if (headers.remaining !== '0' || headers.reset === undefined || !/^\d{1,12}$/.test(headers.reset)) return undefined
  const waitMs = Number(headers.reset) * 1000 - answeredAt(headers)
  // One second more: the reset is told in whole seconds.
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs) + 1000
}

import type { Fetch } from '../../src/adapters/github/http/transport.ts'
import type { Clock } from '../../src/ports/clock.ts'

/** The service's clock stands still. */
export const ANSWERED_AT = 'Fri, 02 Jan 2026 03:04:05 GMT'

/** One answer of a scripted fetch; `reset` and `hang` are what networks do. */
export type Answer = Scripted | 'reset' | 'hang'

export interface Scripted {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The body ends before it is whole. */
  readonly cut?: boolean
}

export interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string
  readonly redirect: string | undefined
}

/** A fetch that gives these answers in turn, the last one for ever, and keeps what was sent. */
export function scriptedFetch(...answers: readonly Answer[]): { readonly fetch: Fetch; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const fetch: Fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    const body = typeof init?.body === 'string' ? init.body : ''
    sent.push({
      url,
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      body,
      redirect: init?.redirect,
    })
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    if (answer === undefined || answer === 'reset')
      throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') })
    if (answer === 'hang') return hang(init?.signal ?? undefined)
    return respond(answer)
  }
  return { fetch, sent }
}

/** A clock that stands still but for sleeping, and remembers its sleeps. */
export function fakeClock(): Pick<Clock, 'now' | 'sleep'> & { readonly sleeps: number[] } {
  let now = 0
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => now,
    sleep: async (ms) => {
      sleeps.push(ms)
      now += ms
    },
  }
}

function hang(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
  })
}

function respond({ status, headers = {}, body, cut = false }: Scripted): Response {
  const isText = typeof body === 'string'
  const text = isText ? body : JSON.stringify(body ?? {})
  const type = isText ? 'text/html' : 'application/json; charset=utf-8'
  const init = { status, headers: { 'content-type': type, date: ANSWERED_AT, ...headers } }
  if (status === 204) return new Response(null, init)
  return new Response(cut ? cutShort(text) : text, init)
}

function cutShort(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)))
      controller.error(new TypeError('terminated', { cause: new Error('other side closed') }))
    },
  })
}

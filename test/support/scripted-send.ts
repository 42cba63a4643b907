import type { HttpAnswer, HttpRequest, Send } from '../../src/adapters/github/http/network.ts'
import type { Clock } from '../../src/ports/clock.ts'

/** The service's clock stands still. */
export const ANSWERED_AT = 'Fri, 02 Jan 2026 03:04:05 GMT'

/** One answer of a scripted network; `reset`, `cut` and `hang` are what networks do. */
export type Answer = Scripted | 'reset' | 'cut' | 'hang'

export interface Scripted {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string
}

/** A network that gives these answers in turn, the last one for ever, and keeps what was sent. */
export function scriptedSend(...answers: readonly Answer[]): { readonly send: Send; readonly sent: Sent[] } {
  const sent: Sent[] = []
  const send: Send = async ({ url, method, headers, body = '', signal }) => {
    sent.push({ url: url.href, method, headers: new Headers(headers), body })
    const answer = answers[Math.min(sent.length, answers.length) - 1]
    if (answer === undefined || answer === 'reset') throw new Error('read ECONNRESET')
    if (answer === 'cut') throw new Error('the answer was cut short')
    return answer === 'hang' ? hang(signal) : respond(answer)
  }
  return { send, sent }
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

function hang(signal: HttpRequest['signal']): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })
}

export function respond({ status, headers = {}, body }: Scripted): HttpAnswer {
  const isText = typeof body === 'string'
  const text = isText ? body : JSON.stringify(body ?? {})
  const type = isText ? 'text/html' : 'application/json; charset=utf-8'
  return {
    status,
    headers: new Map(Object.entries({ 'content-type': type, date: ANSWERED_AT, ...headers })),
    body: new TextEncoder().encode(status === 204 ? '' : text),
  }
}

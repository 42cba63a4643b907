/** What a REST handler is given and gives back. */
import type { Need } from '../access.ts'
import { notFound } from '../problem.ts'
import { nameWithOwner } from '../state.ts'
import type { Repository, Token, World } from '../state.ts'

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export interface RestCall {
  readonly world: World
  /** `http://127.0.0.1:P/api/v3` */
  readonly apiUrl: string
  readonly serverUrl: string
  /** Path and query as asked, for links to other pages. */
  readonly url: URL
  readonly token: Token | undefined
  /** Login of the token. */
  readonly actor: string
  readonly repository: Repository
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly accept: string
}
export interface Route {
  readonly need: Need
  readonly handle: (call: RestCall) => Answer | Promise<Answer>
}
export type Routes = Readonly<Record<string, Route>>

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })

export const repositoryUrl = (call: RestCall): string => `${call.apiUrl}/repos/${nameWithOwner(call.repository)}`

/** The given or a 404. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}

/** One page of a list, with GitHub's `Link` header to the others. */
export function page(
  call: RestCall,
  items: readonly unknown[],
): { items: readonly unknown[]; headers: Record<string, string> } {
  const size = Math.min(Math.max(1, Number(call.query['per_page'] ?? 30)), 100)
  const at = Math.max(1, Number(call.query['page'] ?? 1))
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (number: number, rel: string): string => {
    const url = new URL(call.url)
    url.searchParams.set('page', String(number))
    return `<${url.href}>; rel="${rel}"`
  }
  const links = [
    ...(at > 1 ? [link(at - 1, 'prev'), link(1, 'first')] : []),
    ...(at < last ? [link(at + 1, 'next'), link(last, 'last')] : []),
  ]
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') }
  return { items: items.slice((at - 1) * size, at * size), headers }
}

export function paged(call: RestCall, all: readonly unknown[]): Answer {
  const { items, headers } = page(call, all)
  return { status: 200, body: items, headers }
}

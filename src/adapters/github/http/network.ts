import type * as http from 'node:http'
import type * as https from 'node:https'
import { endOf, proxyFor, type Environment, type Proxy } from './proxy.ts'
import { tunnelled } from './tunnel.ts'

export interface HttpRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Gives it up, its answer included. */
  readonly signal: AbortSignal
}

export interface HttpAnswer {
  readonly status: number
  /** By their names in small letters; those that came twice as one. */
  readonly headers: ReadonlyMap<string, string>
  /** Unpacked. */
  readonly body: Uint8Array
}

/** Sends one request and gets its whole answer. Follows no redirect, and sends nothing twice. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>

// GitHub holds no file of more than 100 MB, and sends it as base64.
const MOST_BYTES = 160 * 1024 * 1024
// Shorter than any server's own, which would cut a connection off while a request is on its way.
const IDLE_MS = 4000

/**
 * HTTP as far as an API needs it: through the proxies that the environment names, on connections that are used again while
 * they last and keep no process alive. Node's `fetch` would do the same; to load it costs 60 ms of processor.
 */
export function network(env: Environment = process.env): Send {
  const routes = new Map<string, Route>()
  return async (request) => {
    const { protocol } = request.url
    const proxy = proxyFor(request.url, env)
    const key = `${protocol} ${proxy?.url.href}`
    const route = routes.get(key) ?? routeOf(protocol, proxy)
    routes.set(key, route)
    return unpacked(await exchange(request, route))
  }
}

interface Route {
  readonly request: typeof http.request
  readonly agent: http.Agent
  /** Where to connect to, and what to ask for there. */
  addressOf(url: URL): http.RequestOptions
  /** Said beside what the request says. */
  headersFor(url: URL): Readonly<Record<string, string>>
}

function routeOf(protocol: string, proxy: Proxy | undefined): Route {
  // What the process is told to do about proxies is done here, and not twice.
  const options = { keepAlive: true, timeout: IDLE_MS, proxyEnv: {} }
  const straight = {
    addressOf: (url: URL) => ({ ...endOf(url), path: `${url.pathname}${url.search}` }),
    headersFor: () => ({}),
  }
  if (protocol === 'https:') {
    const { Agent, request } = secure()
    const agent = new Agent(options)
    return { request, agent: proxy === undefined ? agent : tunnelled(agent, proxy), ...straight }
  }
  const { Agent, request } = proxy?.url.protocol === 'https:' ? secure() : plain()
  const agent = new Agent(options)
  if (proxy === undefined) return { request, agent, ...straight }
  return {
    request,
    agent,
    addressOf: ({ href }) => ({ ...endOf(proxy.url), path: href }),
    headersFor: ({ host }) => ({ ...proxy.headers, host }),
  }
}

// Not imported: as modules they load all of fetch before the first line runs, for the names they export.
function plain(): typeof http {
  return process.getBuiltinModule('node:http')
}

function secure(): typeof https {
  return process.getBuiltinModule('node:https')
}

interface Received extends HttpAnswer {
  readonly body: Buffer
}

function exchange(request: HttpRequest, route: Route): Promise<Received> {
  const { url, method, body, signal } = request
  const headers = { ...request.headers, 'accept-encoding': 'gzip', ...route.headersFor(url) }
  return new Promise((resolve, reject) => {
    const sent = route.request({ ...route.addressOf(url), method, headers, agent: route.agent, signal })
    // What ended it is told, not what that did to the connection.
    const fail = (error: Error): void => reject(signal.aborted ? (signal.reason as Error) : error)
    sent.on('error', fail)
    sent.on('response', (answer) => {
      const chunks: Buffer[] = []
      let size = 0
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size <= MOST_BYTES) return
        fail(tooLarge())
        sent.destroy()
      })
      answer.on('end', () => resolve({ ...headOf(answer), body: Buffer.concat(chunks) }))
      answer.on('error', () => fail(new Error('the answer was cut short')))
    })
    sent.end(body)
  })
}

function headOf({ statusCode = 0, headers }: http.IncomingMessage): Omit<HttpAnswer, 'body'> {
  const told = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return { status: statusCode, headers: new Map(told) }
}

async function unpacked(answer: Received): Promise<HttpAnswer> {
  const encoding = answer.headers.get('content-encoding') ?? 'identity'
  if (encoding === 'identity' || answer.body.length === 0) return answer
  if (encoding !== 'gzip') throw new Error(`the answer is packed as ${encoding}, which nobody asked for`)
  const { gunzip } = process.getBuiltinModule('node:zlib')
  return new Promise((resolve, reject) => {
    gunzip(answer.body, { maxOutputLength: MOST_BYTES }, (error, body) => {
      if (error === null) resolve({ ...answer, body })
      else reject('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : error)
    })
  })
}

function tooLarge(): Error {
  return new Error(`the answer is larger than ${MOST_BYTES / 1024 / 1024} MB`)
}

import type { RequestOptions } from 'node:http'
import type { Agent } from 'node:https'
import type { Duplex } from 'node:stream'
import { endOf, type Proxy } from './proxy.ts'

// What waits for a tunnel has its own time; this is so that a silent proxy keeps no process alive.
const TUNNEL_MS = 30_000

/** The agent, with connections that go through a proxy: it carries bytes and sees no request (RFC 9110, 9.3.6). */
export function tunnelled(agent: Agent, proxy: Proxy): Agent {
  const connectThrough = agent.createConnection.bind(agent)
  return Object.assign(agent, {
    createConnection(options: RequestOptions, done: (error: Error | null, socket?: Duplex) => void): void {
      open(proxy, options, (error, socket) => {
        if (socket === undefined) done(error)
        else done(null, connectThrough(Object.assign(options, { socket })) ?? undefined)
      })
    },
  })
}

function open(
  { url, headers }: Proxy,
  { host, port }: RequestOptions,
  done: (error: Error | null, socket?: Duplex) => void,
): void {
  const { request } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http')
  const target = `${host?.includes(':') === true ? `[${host}]` : host}:${port}`
  const asked = request({
    ...endOf(url),
    method: 'CONNECT',
    path: target,
    headers: { ...headers, host: target },
    agent: false,
    timeout: TUNNEL_MS,
  })
  asked.on('timeout', () => asked.destroy(new Error('the proxy does not answer')))
  asked.on('error', done)
  asked.on('connect', ({ statusCode }, socket) => {
    socket.setTimeout(0)
    if (statusCode !== undefined && statusCode >= 200 && statusCode < 300) return done(null, socket)
    socket.destroy()
    done(new Error(`the proxy answered HTTP ${statusCode}`))
  })
  asked.end()
}

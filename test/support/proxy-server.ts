import { createServer, request, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

/** A forward proxy on loopback: tunnels, and plain requests in absolute form. */
export interface ProxyServer {
  readonly port: number
  /** `CONNECT localhost:443`, `GET http://…`, as asked. */
  readonly asked: string[]
  /** The headers and what went through tunnels, from clients. */
  seen(): string
  stop(): Promise<void>
}

// git asks without credentials first, and needs to be told which kind is wanted.
const CHALLENGE = 'Basic realm="proxy"'

/** @param credentials `user:password` that it wants to hear, else everybody may */
export async function startProxy(credentials?: string): Promise<ProxyServer> {
  const asked: string[] = []
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
  const isLetIn = ({ method, url, headers, rawHeaders }: IncomingMessage): boolean => {
    asked.push(`${method} ${url}`)
    seen.push(...rawHeaders)
    return wanted === undefined || headers['proxy-authorization'] === wanted
  }
  const server = createServer((incoming, answer) => {
    if (!isLetIn(incoming)) return answer.writeHead(407, { 'proxy-authenticate': CHALLENGE }).end()
    const { 'proxy-authorization': _, ...headers } = incoming.headers
    const onward = request(incoming.url ?? '', { method: incoming.method ?? 'GET', headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    return incoming.pipe(onward)
  })
  server.on('connect', (incoming, client: Socket) => {
    if (!isLetIn(incoming))
      return client.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${CHALLENGE}\r\n\r\n`)
    const { hostname, port } = new URL(`http://${incoming.url}`)
    const upstream = connect(Number(port), hostname.replace(/^\[|\]$/g, ''))
    sockets.add(upstream)
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
    upstream.on('connect', () => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'))
    client.on('data', (bytes: Buffer) => seen.push(bytes.toString('latin1')))
    upstream.pipe(client)
    return client.pipe(upstream)
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    seen: () => seen.join('\n'),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

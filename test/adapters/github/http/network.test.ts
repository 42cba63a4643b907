import { spawn } from 'node:child_process'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { network, type HttpRequest } from '../../../../src/adapters/github/http/network.ts'
import type { Environment } from '../../../../src/adapters/github/http/proxy.ts'
import { selfSigned } from '../../../support/certificate.ts'
import { startProxy } from '../../../support/proxy-server.ts'

const started: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of started.splice(0)) await stop()
})

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  started.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  })
  return (server.address() as AddressInfo).port
}

/** A server that counts its connections. */
async function serve(answer: (...sides: Parameters<RequestListener>) => unknown) {
  const seen = { connections: 0, headers: [] as Record<string, unknown>[] }
  const server = createServer((request, response) => {
    seen.headers.push(request.headers)
    answer(request, response)
  })
  server.on('connection', () => {
    seen.connections += 1
  })
  return { url: `http://127.0.0.1:${await listening(server)}`, seen }
}

async function proxy(credentials?: string) {
  const server = await startProxy(credentials)
  started.push(() => server.stop())
  return server
}

function ask(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const signal = new AbortController().signal
  return { url: new URL(url), method: 'GET', headers: {}, body: undefined, signal, ...more }
}

function textOf({ body }: { readonly body: Uint8Array }): string {
  return new TextDecoder().decode(body)
}

describe('one request', () => {
  test('arrives as it was meant, and its answer comes back whole', async () => {
    const { url, seen } = await serve(async (request, response) => {
      const body = await text(request)
      response.writeHead(201, { 'X-Seen': `${request.method} ${request.url}`, Link: ['a', 'b'] })
      response.end(`got ${body}`)
    })
    const headers = { authorization: 'token x', 'content-type': 'application/json' }
    const answer = await network({})(ask(`${url}/a%20b?c=d`, { method: 'POST', headers, body: '{"é":1}' }))
    expect(answer.status).toBe(201)
    expect(textOf(answer)).toBe('got {"é":1}')
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'x-seen': 'POST /a%20b?c=d', link: 'a, b' })
    expect(seen.headers).toEqual([
      {
        ...headers,
        host: new URL(url).host,
        'accept-encoding': 'gzip',
        connection: 'keep-alive',
        'content-length': '8',
      },
    ])
  })

  test('a redirect is an answer like any other', async () => {
    const { url, seen } = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())
    expect(await network({})(ask(url))).toMatchObject({ status: 302 })
    expect(seen.headers).toHaveLength(1)
  })

  test('a connection is used again, by whoever comes next', async () => {
    const { url, seen } = await serve((_, response) => response.end('x'))
    const send = network({})
    for (const path of ['/a', '/b', '/c']) await send(ask(`${url}${path}`))
    expect(seen).toMatchObject({ connections: 1, headers: { length: 3 } })
  })

  test('a connection that waits for more keeps no process alive', async () => {
    const { url } = await serve((_, response) => response.end('x'))
    const module = fileURLToPath(new URL('../../../../src/adapters/github/http/network.ts', import.meta.url))
    const code = `
      const { network } = await import(${JSON.stringify(module)})
      const signal = AbortSignal.timeout(30_000)
      await network({})({ url: new URL(${JSON.stringify(url)}), method: 'GET', headers: {}, body: undefined, signal })
      await new Promise((resolve) => setImmediate(resolve))
      process.stdout.write(process.getActiveResourcesInfo().filter((name) => /TCP|Timeout/.test(name)).join())`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    expect(await text(child.stdout)).toBe('')
  })
})

describe('what is no whole answer fails', () => {
  test.each<{ what: string; answer: RequestListener; reason: RegExp }>([
    {
      what: 'less than was announced',
      answer: (_, response) => {
        response.writeHead(200, { 'content-length': '10' }).write('half')
        setImmediate(() => response.destroy())
      },
      reason: /^the answer was cut short$/,
    },
    {
      what: 'chunks without an end',
      answer: (_, response) => {
        response.write('half')
        setImmediate(() => response.destroy())
      },
      reason: /^the answer was cut short$/,
    },
    { what: 'nothing', answer: (_, response) => response.destroy(), reason: /^socket hang up$/ },
    {
      what: 'half a package',
      answer: (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x').subarray(0, 15)),
      reason: /^unexpected end of file$/,
    },
    {
      what: 'a package of another kind',
      answer: (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
      reason: /^the answer is packed as br/,
    },
  ])('$what', async ({ answer, reason }) => {
    const { url } = await serve(answer)
    await expect(network({})(ask(url))).rejects.toThrow(reason)
  })

  test('nobody listens', async () => {
    const { url } = await serve(() => {})
    for (const stop of started.splice(0)) await stop()
    await expect(network({})(ask(url))).rejects.toThrow(/^connect ECONNREFUSED/)
  })

  test.each<{ what: string; answer: RequestListener }>([
    { what: 'before it answers', answer: () => {} },
    { what: 'in the middle', answer: (_, response) => void response.write('half') },
  ])('a server that hangs $what is given up, for the reason of who gave it up', async ({ answer }) => {
    const controller = new AbortController()
    const { url } = await serve((request, response) => {
      answer(request, response)
      setTimeout(() => controller.abort(new Error('enough')), 20)
    })
    await expect(network({})(ask(url, { signal: controller.signal }))).rejects.toThrow(/^enough$/)
  })
})

describe('packed answers', () => {
  const packed =
    (bytes: Uint8Array): RequestListener =>
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes)

  test('are unpacked', async () => {
    const { url } = await serve(packed(gzipSync('{"a":1}')))
    expect(textOf(await network({})(ask(url)))).toBe('{"a":1}')
  })

  test('may be empty', async () => {
    const { url } = await serve((_, response) => response.writeHead(204, { 'content-encoding': 'gzip' }).end())
    expect(await network({})(ask(url))).toMatchObject({ status: 204, body: { length: 0 } })
  })

  test('are not unpacked without end', async () => {
    const { url } = await serve(packed(gzipSync(Buffer.alloc(161 * 1024 * 1024), { level: 1 })))
    await expect(network({})(ask(url))).rejects.toThrow('larger than 160 MB')
  })

  test('nor received without end', async () => {
    const megabyte = Buffer.alloc(1024 * 1024)
    const { url } = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(megabyte));
      }
      response.on('drain', more)
      more()
    })
    await expect(network({})(ask(url))).rejects.toThrow('larger than 160 MB')
  })
})

describe('through a proxy', () => {
  const { key, cert } = selfSigned()
  const trusted = getCACertificates('default')
  beforeAll(() => setDefaultCACertificates([...trusted, cert]))
  afterAll(() => setDefaultCACertificates(trusted))

  const secret = { authorization: 'token ghs_s3cret' }

  async function serveSecurely() {
    const seen = { connections: 0 }
    const server = createSecureServer({ key, cert }, (request, response) => {
      response.end(`${request.headers.authorization} ${request.headers['proxy-authorization']} ${request.url}`)
    })
    server.on('secureConnection', () => {
      seen.connections += 1
    })
    const port = await listening(server)
    return { host: `localhost:${port}`, url: `https://localhost:${port}`, seen }
  }

  test('https goes through a tunnel, which sees neither token nor path and is used again', async () => {
    const { asked, port, seen: seenOnTheWay } = await proxy('ada:p:w')
    const { host, url, seen } = await serveSecurely()
    const send = network({ HTTPS_PROXY: `http://ada:p%3Aw@127.0.0.1:${port}` })
    for (const path of ['/one', '/two'])
      expect(textOf(await send(ask(`${url}${path}`, { headers: secret })))).toBe(`token ghs_s3cret undefined ${path}`)
    expect(asked).toEqual([`CONNECT ${host}`])
    expect(seen.connections).toBe(1)
    // The name that the client greets with goes in the clear, so bytes were seen.
    expect(seenOnTheWay()).toContain('localhost')
    expect(seenOnTheWay()).not.toMatch(/ghs_s3cret|\/one/)
  })

  test('http is asked of the proxy by its whole address', async () => {
    const { asked, port } = await proxy('ada:pw')
    const { url, seen } = await serve((_, response) => response.end('x'))
    const send = network({ http_proxy: `http://ada:pw@127.0.0.1:${port}` })
    expect(textOf(await send(ask(`${url}/a?b`, { headers: secret })))).toBe('x')
    expect(asked).toEqual([`GET ${url}/a?b`])
    expect(seen.headers[0]).toMatchObject({ ...secret, host: new URL(url).host })
  })

  test('what NO_PROXY names goes straight', async () => {
    const { asked, port } = await proxy()
    const { url } = await serveSecurely()
    const send = network({ HTTPS_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: 'localhost' })
    expect((await send(ask(url))).status).toBe(200)
    expect(asked).toEqual([])
  })

  test('a certificate that is not the server’s own is refused behind a proxy too', async () => {
    const { port } = await proxy()
    const { url } = await serveSecurely()
    const send = network({ HTTPS_PROXY: `http://127.0.0.1:${port}` })
    await expect(send(ask(url.replace('localhost', '127.0.0.1'), { headers: secret }))).rejects.toThrow(/altnames/)
  })

  test.each<{ what: string; env: (port: number) => Environment; reason: RegExp }>([
    {
      what: 'wants another password',
      env: (port) => ({ HTTPS_PROXY: `http://ada:wrong@127.0.0.1:${port}` }),
      reason: /^the proxy answered HTTP 407$/,
    },
    { what: 'is not there', env: () => ({ HTTPS_PROXY: 'http://127.0.0.1:9' }), reason: /^connect ECONNREFUSED/ },
    { what: 'is none', env: () => ({ HTTPS_PROXY: 'socks5://127.0.0.1:9' }), reason: /^HTTPS_PROXY is not/ },
  ])('a proxy that $what is not gone around', async ({ env, reason }) => {
    const { port } = await proxy('ada:right')
    const { url, seen } = await serveSecurely()
    await expect(network(env(port))(ask(url))).rejects.toThrow(reason)
    expect(seen.connections).toBe(0)
  })

  test('a proxy may be spoken to by TLS', async () => {
    const asked: string[] = []
    const front = createSecureServer({ key, cert })
    front.on('connect', (request, client) => {
      asked.push(`CONNECT ${request.url}`)
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    const send = network({ HTTPS_PROXY: `https://localhost:${await listening(front)}` })
    await expect(send(ask('https://api.github.com'))).rejects.toThrow(/^the proxy answered HTTP 403$/)
    expect(asked).toEqual(['CONNECT api.github.com:443'])
  })
})

import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the server got it; `authorization` as it came, for telling what was sent. */
export interface GitRequest {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
}

export interface GitServerOptions {
  /** Folder with the bare repositories; `/a/b.git` is `<root>/a/b.git`. */
  readonly root: string
  /** Only requests with this token (as basic x-access-token) are served; others get 401. */
  readonly token?: string
  /** Answers in place of git: a status, or undefined to go on. */
  readonly intercept?: (request: GitRequest) => Promise<number | undefined> | number | undefined
  /** Whether a fetch may leave objects out; it may, as on GitHub. Without, git sends everything and the client warns. */
  readonly filters?: boolean
  /** Whether git does the work and the connection then breaks before its answer. */
  readonly loseAnswer?: (request: GitRequest) => boolean
}

export interface GitServer {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string
  readonly requests: readonly GitRequest[]
  close(): Promise<void>
}

/** Serves git over smart HTTP on loopback through `git http-backend`, fetch and push. */
export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const requests: GitRequest[] = []
  const server = createServer((request, response) => {
    serve(options, requests, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function serve(
  options: GitServerOptions,
  requests: GitRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://server')
  const got = {
    method: request.method ?? '',
    path: url.pathname + url.search,
    authorization: request.headers.authorization,
  }
  requests.push(got)
  const status = (await options.intercept?.(got)) ?? (allowed(options.token, got.authorization) ? undefined : 401)
  if (status !== undefined) {
    request.resume()
    const headers = status === 401 ? { 'www-authenticate': 'Basic realm="git"' } : {}
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(`status ${status}\n`)
    return
  }
  const { root, filters = true } = options
  await backend({ root, filters, url, lose: options.loseAnswer?.(got) ?? false }, request, response)
}

function allowed(token: string | undefined, authorization: string | undefined): boolean {
  if (token === undefined) return true
  const expected = Buffer.from(`x-access-token:${token}`).toString('base64')
  const [scheme = '', given] = (authorization ?? '').split(' ')
  return scheme.toLowerCase() === 'basic' && given === expected
}

interface BackendCall {
  readonly root: string
  readonly filters: boolean
  readonly url: URL
  readonly lose: boolean
}

async function backend(call: BackendCall, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url } = call
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_PROJECT_ROOT: call.root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'http.receivepack',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'uploadpack.allowAnySHA1InWant', // as GitHub does
      GIT_CONFIG_VALUE_1: 'true',
      GIT_CONFIG_KEY_2: 'uploadpack.allowFilter',
      GIT_CONFIG_VALUE_2: String(call.filters),
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? '',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'tester',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  response.on('close', () => child.kill())

  if (call.lose) {
    child.stdout.resume()
    await new Promise((resolve) => child.on('close', resolve))
    response.destroy()
    return
  }
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    if (head === undefined) {
      if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve))
      continue
    }
    head = Buffer.concat([head, chunk])
    const blank = head.indexOf('\r\n\r\n')
    if (blank === -1) continue
    writeHead(head.toString('latin1', 0, blank), response)
    response.write(head.subarray(blank + 4))
    head = undefined
  }
  if (head !== undefined) response.writeHead(500)
  response.end()
}

function writeHead(text: string, response: ServerResponse): void {
  let status = 200
  for (const line of text.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s)
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10)
    else response.setHeader(name, value)
  }
  response.writeHead(status)
}

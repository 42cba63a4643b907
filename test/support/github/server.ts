/**
 * A GitHub on loopback, laid out as GitHub Enterprise Server: REST at /api/v3, GraphQL at /api/graphql, git at
 * /{owner}/{repo}.git. Everything it says about a repository is computed from a real bare one; every request is held against
 * GitHub's own descriptions, and what they do not name is a violation.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import { Faults } from './faults.ts'
import type { RecordedRequest } from './faults.ts'
import { gitRoute, serveGit } from './git-backend.ts'
import { graphqlOperation, serveGraphql } from './graphql/serve.ts'
import { People } from './people.ts'
import { operationOf, serveRest } from './rest/serve.ts'
import type { Settings, World } from './state.ts'

export interface GitHubOptions extends Partial<Settings> {
  readonly now?: () => Date
  /** Called before each request is handled; what it throws cuts the connection. */
  readonly beforeRequest?: (request: RecordedRequest) => void | Promise<void>
}

interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Starts on a free port of 127.0.0.1, with its repositories in a temporary directory. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const root = await mkdtemp(join(tmpdir(), 'github-stand-in-'))
  const standIn = new GitHubStandIn(root, options)
  await standIn.listen()
  return standIn
}

export class GitHubStandIn extends People {
  /** Every request that came, answered or not. */
  readonly requests: RecordedRequest[] = []
  /** What a request held that GitHub does not know, or an answer that GitHub would not give. Tests assert it is empty. */
  readonly violations: string[] = []
  beforeRequest: GitHubOptions['beforeRequest']
  readonly #faults = new Faults()
  readonly #root: string
  readonly #server: Server
  serverUrl = ''

  constructor(root: string, { now = () => new Date(), beforeRequest, ...settings }: GitHubOptions) {
    const world: World = {
      settings: {
        latencyMs: 0,
        mergeableUnknownReads: 0,
        unresolvedAfterCreation: 0,
        workflowsMayOpenPullRequests: true,
        showsOtherRefs: true,
        ...settings,
      },
      now,
      repositories: new Map(),
      users: new Map(),
      tokens: new Map(),
      nextId: 1e3,
    }
    super(world, root)
    this.beforeRequest = beforeRequest
    this.#root = root
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        if (request.socket.destroyed) return
        this.violations.push(
          `${request.method ?? ''} ${request.url ?? ''}: the stand-in failed: ${String((error as Error).stack)}`,
        )
        if (response.headersSent) response.destroy()
        else send(response, { status: 500, body: { message: String(error) } })
      })
    })
  }

  get apiUrl(): string {
    return `${this.serverUrl}/api/v3`
  }
  get graphqlUrl(): string {
    return `${this.serverUrl}/api/graphql`
  }
  /** Where git clones from; the token goes into a header. */
  gitUrl(fullName: string): string {
    return `${this.serverUrl}/${fullName}.git`
  }

  get settings(): Settings {
    return this.world.settings
  }

  /** Makes the next matching requests go wrong. */
  fault(fault: Parameters<Faults['add']>[0]): void {
    this.#faults.add(fault)
  }

  clearFaults(): void {
    this.#faults.clear()
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', resolve)
    })
    this.serverUrl = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Closes every connection and removes every repository. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
    await Promise.allSettled([...this.world.repositories.values()].map(({ queue }) => queue))
    await rm(this.#root, { recursive: true, force: true, maxRetries: 3 })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now()
    const url = new URL(request.url ?? '/', this.serverUrl)
    const body = url.pathname.startsWith('/api/') ? await readJson(request) : undefined
    const entry = this.#record(
      request,
      url,
      body,
      url.pathname === '/api/graphql' ? await graphqlOperation(body) : undefined,
    )
    const { latencyMs } = this.world.settings
    if (latencyMs > 0) await sleep(latencyMs)
    try {
      await this.beforeRequest?.(entry)
    } catch {
      request.socket.destroy()
      return
    }
    const fault = this.#faults.take(entry)
    if (fault === 'hang') return
    if (fault === 'reset') {
      request.socket.destroy()
      return
    }
    if (typeof fault === 'object' && 'delayMs' in fault) await sleep(fault.delayMs)
    const reply = typeof fault === 'object' && 'status' in fault ? fault : await this.#answer(request, url, body)
    entry.durationMs = performance.now() - startedAt
    if (fault === 'reset-after') {
      if (reply.body instanceof Readable) reply.body.resume()
      request.socket.destroy()
      return
    }
    entry.status = reply.status
    if (reply.body instanceof Readable) await stream(response, { ...reply, body: reply.body })
    else send(response, reply)
  }

  async #answer(request: IncomingMessage, url: URL, body: unknown): Promise<Reply> {
    const violate = (problem: string): void => void this.violations.push(problem)
    const common = { headers: request.headers, body, violate, serverUrl: this.serverUrl, apiUrl: this.apiUrl }
    if (body instanceof SyntaxError) return { status: 400, body: { message: 'Problems parsing JSON' } }
    if (url.pathname === '/api/graphql') return serveGraphql(this.world, common)
    if (url.pathname.startsWith('/api/v3/'))
      return serveRest(this.world, { ...common, method: request.method ?? 'GET', url })
    const route = gitRoute(url.pathname)
    if (route !== undefined) return serveGit(this.world, this.#root, route, request)
    violate(`${request.method ?? ''} ${url.pathname} is nothing that is served`)
    return { status: 404, body: 'Not Found' }
  }

  #record(request: IncomingMessage, url: URL, body: unknown, graphql: string | undefined): RecordedRequest {
    const api = url.pathname.startsWith('/api/')
    const kind = url.pathname === '/api/graphql' ? 'graphql' : api ? 'rest' : 'git'
    const method = request.method ?? 'GET'
    const headers = Object.entries(request.headers).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : (value ?? '')
      return [name, name === 'authorization' ? (text.split(' ')[0] ?? '') : text] as const
    })
    const operation =
      kind === 'rest'
        ? (operationOf(method, url)?.operation.id ?? '')
        : kind === 'graphql'
          ? (graphql ?? '')
          : (url.searchParams.get('service') ?? url.pathname.split('/').at(-1) ?? '')
    const entry: RecordedRequest = {
      index: this.requests.length,
      kind,
      method,
      path: url.pathname,
      body,
      operation,
      status: 0,
      durationMs: 0,
      startedAt: performance.now(),
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(headers),
    }
    this.requests.push(entry)
    return entry
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = Buffer.concat((await request.toArray()) as Buffer[]).toString()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    return error
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const raw = typeof body === 'string' || Buffer.isBuffer(body)
  const bytes = raw ? body : body === undefined ? '' : JSON.stringify(body)
  const type = raw || body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  const size = status === 204 ? {} : { 'content-length': Buffer.byteLength(bytes) }
  response.writeHead(status, { 'x-github-request-id': 'LOOP:BACK', ...type, ...size, ...headers })
  response.end(bytes)
}

async function stream(
  response: ServerResponse,
  { status, headers = {}, body }: Reply & { body: Readable },
): Promise<void> {
  response.writeHead(status, headers)
  await pipeline(body, response).catch(() => response.destroy()) // The client went away; nothing is owed to it.
}

/** `/{owner}/{repo}.git` by git's own CGI program, with GitHub's answers to who may read and push. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { allows, gitToken } from './access.ts'
import { git, gitEnvironment } from './git.ts'
import { recordMoves, refusal } from './ref-moves.ts'
import { exclusively, findRepository, nameWithOwner } from './state.ts'
import type { Repository, World } from './state.ts'

export interface GitReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | Readable
}
export interface GitRoute {
  readonly owner: string
  readonly name: string
  /** `/info/refs`, `/git-upload-pack` or `/git-receive-pack`. */
  readonly rest: string
}
interface Command {
  readonly before: string
  readonly after: string
  readonly ref: string
}
interface Commands {
  readonly commands: readonly Command[]
  readonly capabilities: string
}

const ROUTE = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/
let execPath: Promise<string> | undefined

export function gitRoute(path: string): GitRoute | undefined {
  const [, owner, name, rest] = ROUTE.exec(path) ?? []
  return owner === undefined || name === undefined || rest === undefined ? undefined : { owner, name, rest }
}

export async function serveGit(
  world: World,
  root: string,
  route: GitRoute,
  request: IncomingMessage,
): Promise<GitReply> {
  const authorizations = request.headersDistinct['authorization'] ?? []
  if (authorizations.length > 1) return text(400, 'Duplicate header: "Authorization"')
  const repository = findRepository(world, route.owner, route.name)
  const token = gitToken(world, authorizations[0])
  const pushes = `${request.url ?? ''}${route.rest}`.includes('git-receive-pack')
  if (token === undefined && authorizations[0] !== undefined)
    return unauthorized('Invalid username or token. Password authentication is not supported for Git operations.')
  if (token === undefined && (repository === undefined || repository.private || pushes))
    return unauthorized('No anonymous write access.')
  if (token !== undefined) token.used++
  if (repository === undefined || !allows(token, repository, [['contents', 'read']]))
    return text(404, 'Repository not found.')
  if (pushes && !allows(token, repository, [['contents', 'write']]))
    return text(403, `Permission to ${nameWithOwner(repository)}.git denied to ${token?.login ?? 'anonymous'}.`)
  const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request
  if (route.rest !== '/git-receive-pack') return runBackend(root, repository, route.rest, request, body)
  return receivePack(world, root, repository, request, body, token?.login ?? '')
}

/** A push: commands first, so that protected branches are refused; answered when pull requests have followed. */
async function receivePack(
  world: World,
  root: string,
  repository: Repository,
  request: IncomingMessage,
  body: Readable,
  login: string,
): Promise<GitReply> {
  const { head, rest, commands, capabilities } = await readCommands(body)
  const declined = commands.flatMap(({ ref }) => {
    const why = refusal(repository, ref, login)
    return why === undefined ? [] : [{ ref, why }]
  })
  if (declined.length > 0) {
    rest.resume()
    await once(rest, 'end')
    return declineReply({ commands, capabilities }, declined)
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield head
    yield* rest as AsyncIterable<Buffer>
  }
  return exclusively(repository, async () => {
    const before = repository.git.refs()
    const reply = await runBackend(root, repository, '/git-receive-pack', request, Readable.from(whole()))
    const answer = Buffer.concat(await (reply.body as Readable).toArray())
    await recordMoves(world, repository, { login, how: 'push' }, before)
    return { ...reply, body: answer }
  })
}

async function runBackend(
  root: string,
  repository: Repository,
  rest: string,
  request: IncomingMessage,
  body: Readable,
): Promise<GitReply> {
  execPath ??= git(root, ['--exec-path']).then(({ stdout }) => stdout.toString().trim())
  const protocol = request.headers['git-protocol']
  const child = spawn(`${await execPath}/git-http-backend`, [], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: gitEnvironment({
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${basename(repository.git.directory)}${rest}`,
      QUERY_STRING: request.url?.split('?')[1] ?? '',
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      REMOTE_USER: 'git',
      REMOTE_ADDR: '127.0.0.1',
      ...(typeof protocol === 'string' ? { GIT_PROTOCOL: protocol } : {}),
    }),
  })
  child.stdin.on('error', () => {}) // It may answer before it has read everything.
  body.on('error', () => child.kill())
  body.pipe(child.stdin)
  return readCgi(child.stdout)
}

/** Headers of a CGI answer up to the empty line, the rest as a stream. */
async function readCgi(stdout: Readable): Promise<GitReply> {
  let seen = Buffer.alloc(0)
  let end = -1
  while (end < 0) {
    const chunk = (stdout.read() ?? undefined) as Buffer | undefined
    if (chunk === undefined) {
      if (stdout.readableEnded) return text(500, 'git http-backend gave no answer')
      await Promise.race([once(stdout, 'readable'), once(stdout, 'end')])
      continue
    }
    seen = Buffer.concat([seen, chunk])
    end = seen.indexOf('\r\n\r\n')
  }
  const lines = seen
    .toString('latin1', 0, end)
    .split('\r\n')
    .map((line) => line.split(/: (.*)/s))
  const headers = Object.fromEntries(lines.map(([name = '', value = '']) => [name.toLowerCase(), value]))
  const { status = '200', ...others } = headers
  stdout.unshift(seen.subarray(end + 4))
  return { status: Number.parseInt(status, 10), headers: others, body: stdout }
}

async function readCommands(body: Readable): Promise<Commands & { readonly head: Buffer; readonly rest: Readable }> {
  let head = Buffer.alloc(0)
  const iterator = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const commands: Command[] = []
  let capabilities = ''
  let at = 0
  for (;;) {
    const size = head.length >= at + 4 ? Number.parseInt(head.toString('latin1', at, at + 4), 16) : Number.NaN
    if (size === 0) break
    if (Number.isNaN(size) || head.length < at + size) {
      const next = await iterator.next()
      if (next.done === true) break
      head = Buffer.concat([head, next.value])
      continue
    }
    const [line = '', options] = head
      .toString('utf8', at + 4, at + size)
      .trimEnd()
      .split('\0')
    const [before = '', after = '', ref = ''] = line.split(' ')
    if (ref !== '') commands.push({ before, after, ref })
    capabilities ||= options ?? ''
    at += size
  }
  const rest = Readable.from({ [Symbol.asyncIterator]: () => iterator })
  return { head, rest, commands, capabilities }
}

/** GitHub's refusal, as its pre-receive step words it: nothing of the push is taken. */
function declineReply(
  { commands, capabilities }: Commands,
  declined: readonly { ref: string; why: string }[],
): GitReply {
  const packet = (content: string | Buffer): Buffer => {
    const bytes = Buffer.from(content)
    return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
  }
  const flush = Buffer.from('0000')
  const lines = commands.map(({ ref }) => {
    const own = declined.some((one) => one.ref === ref)
    return packet(`ng ${ref} ${own ? 'protected branch hook declined' : 'pre-receive hook declined'}\n`)
  })
  const report = Buffer.concat([packet('unpack ok\n'), ...lines, flush])
  const said = declined.map(
    ({ ref, why }) => `error: GH006: Protected branch update failed for ${ref}.\nerror: ${why}\n`,
  )
  const body = capabilities.includes('side-band-64k')
    ? [packet(`\u0002${said.join('')}`), packet(Buffer.concat([Buffer.from([1]), report])), flush]
    : [report]
  return {
    status: 200,
    headers: { 'content-type': 'application/x-git-receive-pack-result' },
    body: Buffer.concat(body),
  }
}

function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): GitReply {
  return { status, headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers }, body: `${body}\n` }
}

function unauthorized(body: string): GitReply {
  return text(401, body, { 'www-authenticate': 'Basic realm="GitHub"' })
}

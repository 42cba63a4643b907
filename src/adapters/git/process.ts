import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { BumpError } from '../../core/errors.ts'
import { gitEnvironment, secretsOf, type RemoteAccess } from './environment.ts'
import { refusal } from './refusal.ts'

/** What one run of git works on. Without `access` it can reach no remote at all. */
export interface GitCall {
  readonly gitDir?: string
  /** Where git stands; by default its own directory, so never where the caller happens to be. */
  readonly cwd?: string
  readonly access?: RemoteAccess
  /** Whether the remote is read or written; it decides what an error advises. */
  readonly need?: 'read' | 'write'
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
  readonly maxOutputBytes?: number
  /** Takes the output piece by piece, however much it is; the result holds none of it then. */
  readonly take?: (chunk: Buffer) => void
  /** Whether a result is an answer; by default exit code 0 is, and every other one throws. */
  readonly answers?: (result: GitResult) => boolean
}

export interface GitResult {
  readonly exitCode: number
  readonly stdout: Buffer
  /** The end of it, without the token. Untrusted text. */
  readonly stderr: string
}

/**
 * Runs git once: no shell, an environment of our own, output bounded.
 * @throws {BumpError} by class: see `refusal`; BAD_CALL where there is no git; REMOTE_UNAVAILABLE when time is up
 */
export async function runGit(args: readonly string[], call: GitCall): Promise<GitResult> {
  const result = await collect(args, call)
  const answered = call.answers?.(result) ?? result.exitCode === 0
  if (answered) return result
  throw refusal({ command: args[0] ?? '', url: call.access?.url, need: call.need ?? 'read', ...result })
}

/**
 * Runs git once on what is on this machine, while everything else waits: of many small answers, Node's pipes take more of
 * the processor than git does. Undefined: there was more output than asked for.
 */
export function askGit(
  args: readonly string[],
  call: GitCall & { readonly maxOutputBytes: number },
): Buffer | undefined {
  const { timeoutMs = TIMEOUT_MS, maxOutputBytes, input = '' } = call
  const { status, stdout, error } = spawnSync('git', args, {
    cwd: call.cwd ?? call.gitDir ?? tmpdir(),
    env: gitEnvironment(call),
    input,
    maxBuffer: maxOutputBytes,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
  })
  const code = error !== undefined && 'code' in error ? error.code : undefined
  if (code === 'ENOBUFS') return undefined
  if (code === 'ETIMEDOUT') throw stoppedError(args, call, `gave no answer within ${timeoutMs / 1000} s`)
  if (error !== undefined) throw startFailure(error)
  if (status !== 0) throw new BumpError('BUG', `git ${args[0]} ended while it was still needed.`)
  return stdout
}

/** Starts git with pipes; for a process that answers as long as the run goes on. */
export function startGit(args: readonly string[], call: GitCall): ChildProcess {
  return spawn('git', args, {
    cwd: call.cwd ?? call.gitDir ?? tmpdir(),
    env: gitEnvironment(call),
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that git-remote-https ends with git.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
}

/** Ends git and the processes it started. */
export function endGit(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Why git could not be started. */
export function startFailure(cause: unknown): BumpError {
  return (cause as NodeJS.ErrnoException).code === 'ENOENT'
    ? new BumpError('BAD_CALL', 'There is no git on PATH. Install git 2.31 or newer.', { cause })
    : new BumpError('BUG', 'git could not be started.', { cause })
}

const TIMEOUT_MS = 300_000
const GRACE_MS = 2_000
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024
const STDERR_BYTES = 16 * 1024

async function collect(args: readonly string[], call: GitCall): Promise<GitResult> {
  const { timeoutMs = TIMEOUT_MS, maxOutputBytes = MAX_OUTPUT_BYTES } = call
  const child = startGit(args, call)
  const out: Buffer[] = []
  let outBytes = 0
  let stderr = Buffer.alloc(0)
  let stopped: string | undefined
  const stop = (why: string): void => {
    stopped ??= why
    endGit(child, 'SIGTERM')
  }
  const timer = setTimeout(stop, timeoutMs, `gave no answer within ${timeoutMs / 1000} s`)
  const killer = setTimeout(() => endGit(child, 'SIGKILL'), timeoutMs + GRACE_MS)

  child.stdout?.on('data', (chunk: Buffer) => {
    if (call.take !== undefined) return call.take(chunk)
    outBytes += chunk.length
    if (outBytes > maxOutputBytes) stop(`wrote more than ${maxOutputBytes} bytes`)
    else out.push(chunk)
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_BYTES)
  })
  // git may end without reading all of its input; its exit code tells why.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(call.input ?? '')

  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', (cause) => reject(startFailure(cause)))
      child.on('close', (code) => resolve(code ?? 128))
    })
    if (stopped !== undefined) throw stoppedError(args, call, stopped)
    return { exitCode, stdout: Buffer.concat(out), stderr: withoutSecrets(stderr.toString('utf8'), call.access) }
  } finally {
    clearTimeout(timer)
    clearTimeout(killer)
  }
}

function stoppedError(args: readonly string[], { access }: GitCall, why: string): BumpError {
  return access === undefined
    ? new BumpError('BUG', `git ${args[0]} ${why}.`)
    : new BumpError('REMOTE_UNAVAILABLE', `git ${args[0]} of ${access.url} ${why}. Run it again later.`)
}

function withoutSecrets(text: string, access: RemoteAccess | undefined): string {
  const withoutToken = secretsOf(access).reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
  // The address of a proxy may hold a password.
  return withoutToken.replace(/\/\/[^/\s@]+@/g, '//***@')
}

/** What a process and its children cost: time, processor, memory. Linux only, from /proc and GNU time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Cost {
  readonly wallMs: number
  /** User and system, of the whole tree. */
  readonly cpuMs: number
  /** Peak resident memory of the process itself. */
  readonly ownBytes: number
  /** Peak of what its children held together. */
  readonly childBytes: number
  readonly exitCode: number
  /** Both streams. */
  readonly output: string
}

export interface Command {
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  /** Ends the measurement, and the process, when it has written this. */
  readonly until?: string
}

const SAMPLE_MS = 20

export async function measure({ command, env, cwd, until }: Command): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'image-bump-bench-cost-'))
  const file = join(folder, 'time')
  try {
    const startedAt = performance.now()
    const child = spawn('/usr/bin/time', ['-f', '%U %S', '-o', file, '--', ...command], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    let wallMs: number | undefined
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (until === undefined || wallMs !== undefined || !chunk.includes(until)) return
      wallMs = performance.now() - startedAt
      for (const pid of childrenOf(child.pid ?? 0)) process.kill(pid)
    })
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const memory = watchMemory(child.pid ?? 0)
    const [exitCode] = (await once(child, 'close')) as [number | null]
    wallMs ??= performance.now() - startedAt
    const { ownBytes, childBytes } = memory.stop()
    const [user = 0, system = 0] = ((await readFile(file, 'utf8')).trim().split('\n').at(-1) ?? '')
      .split(' ')
      .map(Number)
    const output = Buffer.concat(chunks).toString()
    return { wallMs, cpuMs: (user + system) * 1000, ownBytes, childBytes, exitCode: exitCode ?? 1, output }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function watchMemory(timePid: number): { stop(): Pick<Cost, 'ownBytes' | 'childBytes'> } {
  let ownBytes = 0
  let childBytes = 0
  const sample = (): void => {
    const [root] = childrenOf(timePid)
    if (root === undefined) return
    ownBytes = Math.max(ownBytes, statusOf(root, 'VmHWM'))
    const below = descendantsOf(root)
    childBytes = Math.max(
      childBytes,
      below.reduce((sum, pid) => sum + statusOf(pid, 'VmRSS'), 0),
    )
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return { ownBytes, childBytes }
    },
  }
}

function descendantsOf(pid: number): readonly number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])
}

function childrenOf(pid: number): readonly number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function statusOf(pid: number, name: 'VmHWM' | 'VmRSS'): number {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

// A process may end between two looks.
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface CliResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliSurroundings {
  /** The folder it runs in. */
  readonly cwd: string
  readonly input?: string
  /** Beside PATH, and nothing else of this process. */
  readonly env?: Readonly<Record<string, string>>
}

/** The command line as it ships. */
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Runs the shipped command line in a child process. */
export async function runCli(argv: readonly string[], { cwd, input = '', env }: CliSurroundings): Promise<CliResult> {
  const child = spawn(process.execPath, [CLI, ...argv], { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  // A command that reads no stdin may be gone before the input is.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? -1))
  })
  return { exitCode, stdout: text(stdout), stderr: text(stderr) }
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8')
}

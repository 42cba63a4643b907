/** Runs git beside the server, never instead of it: a blocking call in the process that answers git would deadlock. */
import { spawn } from 'node:child_process'

export class GitError extends Error {
  readonly code: number | null
  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(`git ${args.join(' ')}: exit ${String(code)}: ${stderr.trim()}`)
    this.code = code
  }
}

export interface GitRun {
  readonly input?: string | Uint8Array
  /** Exit codes that are answers, not failures. */
  readonly accept?: readonly number[]
}

/** What git sees of our environment: no configuration but the repository's own. */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'GitHub',
    GIT_AUTHOR_EMAIL: 'noreply@github.com',
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
    ...extra,
  }
}

/** Standard output of one git command on a bare repository. */
export async function git(
  directory: string,
  args: readonly string[],
  run: GitRun = {},
): Promise<{ readonly code: number; readonly stdout: Buffer }> {
  const child = spawn('git', args, { env: gitEnvironment({ GIT_DIR: directory }), stdio: 'pipe' })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  child.stdin.on('error', () => {}) // A command that fails early closes its input; its exit code tells.
  child.stdin.end(run.input ?? '')
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0 && !(code !== null && run.accept?.includes(code)))
    throw new GitError(args, code, Buffer.concat(stderr).toString())
  return { code, stdout: Buffer.concat(stdout) }
}

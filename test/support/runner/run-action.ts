import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { githubContext, JOB_TOKEN, runnerVariables } from './environment.ts'
import { createStepFiles, removeStepFiles } from './files.ts'
import { inputVariables, readManifest } from './manifest.ts'
import { splitLines, type Line } from './lines.ts'
import { conclude, type RunResult } from './result.ts'
import { createTranscript } from './transcript.ts'

export interface RunRequest {
  /** As in `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  /** On top of what a runner sets; e.g. the addresses of a stand-in for the forge. */
  readonly env?: Readonly<Record<string, string>>
  /** Secrets beyond the tokens among the inputs that must not be shown. */
  readonly secrets?: readonly string[]
  /** Relative to the root of the project; default: `main` of action.yml. */
  readonly entry?: string
  readonly manifest?: string
  readonly workspace?: string
  readonly event?: object
  readonly timeoutMs?: number
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/**
 * Runs an action in a child process the way actions/runner does. Never blocks the calling process, in which a server may
 * live that the action talks to. Never throws for what the action does.
 */
export async function runAction(request: RunRequest): Promise<RunResult> {
  const manifest = await readManifest(resolve(ROOT, request.manifest ?? 'action.yml'))
  const files = await createStepFiles(request.event ?? {}, request.workspace)
  try {
    const token = request.env?.['GITHUB_TOKEN'] ?? JOB_TOKEN
    const variables = runnerVariables(files, request.env ?? {})
    const inputs = inputVariables(manifest, request.inputs, githubContext(variables, token))
    const secrets = [token, ...(request.secrets ?? []), ...tokensAmong(inputs)]
    const transcript = createTranscript(secrets)
    const entry = resolve(ROOT, request.entry ?? manifest.main)
    const exitCode = await runNode(
      entry,
      { ...variables, ...inputs },
      files.workspace,
      request.timeoutMs ?? 60_000,
      (line) => transcript.take(line),
    )
    return await conclude({ exitCode, manifest, files, transcript: transcript.close() })
  } finally {
    await removeStepFiles(files)
  }
}

function tokensAmong(inputs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(inputs).flatMap(([name, text]) => (/TOKEN|SECRET|PASSWORD/.test(name) ? [text] : []))
}

async function runNode(
  entry: string,
  env: Record<string, string>,
  cwd: string,
  timeoutMs: number,
  take: (line: Line) => void,
): Promise<number | undefined> {
  const child = spawn(await nodePath(), [entry], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<number | undefined>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done(code ?? undefined))
  })
  // A group of its own, so that what the action started goes with it.
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, timeoutMs)
  await Promise.all([
    splitLines(child.stdout, (text) => take({ stream: 'stdout', text })),
    splitLines(child.stderr, (text) => take({ stream: 'stderr', text })),
  ])
  const exitCode = await ended
  clearTimeout(timer)
  return exitCode
}

/** The project's own Node where it is installed: the one the action declares, whatever runs the tests. */
async function nodePath(): Promise<string> {
  const own = resolve(ROOT, 'node_modules/.bin/node')
  return access(own).then(
    () => own,
    () => process.execPath,
  )
}

import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folders and files that a runner makes for one step. */
export interface StepFiles {
  readonly root: string
  readonly workspace: string
  /** RUNNER_TEMP: the command files are in a folder of it, as at the runner. */
  readonly temp: string
  readonly eventPath: string
  /** By the variable that names it. */
  readonly commandFiles: Readonly<Record<CommandFile, string>>
}

export type CommandFile = 'GITHUB_OUTPUT' | 'GITHUB_ENV' | 'GITHUB_STATE' | 'GITHUB_PATH' | 'GITHUB_STEP_SUMMARY'

export async function createStepFiles(event: object, workspace?: string): Promise<StepFiles> {
  const root = await mkdtemp(join(tmpdir(), 'step-'))
  const temp = join(root, '_temp')
  const folder = join(temp, '_runner_file_commands')
  const own = join(root, 'workspace')
  await mkdir(folder, { recursive: true })
  await mkdir(join(temp, '_github_workflow'))
  await mkdir(own)
  const eventPath = join(temp, '_github_workflow', 'event.json')
  await writeFile(eventPath, JSON.stringify(event))
  const commandFiles = {
    GITHUB_OUTPUT: join(folder, 'set_output'),
    GITHUB_ENV: join(folder, 'set_env'),
    GITHUB_STATE: join(folder, 'save_state'),
    GITHUB_PATH: join(folder, 'add_path'),
    GITHUB_STEP_SUMMARY: join(folder, 'step_summary'),
  }
  for (const file of Object.values(commandFiles)) await writeFile(file, '')
  return { root, workspace: workspace ?? own, temp, eventPath, commandFiles }
}

/** What is in RUNNER_TEMP and was not put there by the runner. */
export async function leftInTemp({ temp, commandFiles }: StepFiles): Promise<readonly string[]> {
  const top = (await readdir(temp)).filter((name) => name !== '_runner_file_commands' && name !== '_github_workflow')
  const known = new Set(Object.values(commandFiles))
  const folder = join(temp, '_runner_file_commands')
  const beside = (await readdir(folder)).filter((name) => !known.has(join(folder, name)))
  return [...top, ...beside.map((name) => `_runner_file_commands/${name}`)]
}

export async function removeStepFiles({ root }: StepFiles): Promise<void> {
  await rm(root, { recursive: true, force: true })
}

/** The pairs of a command file; a problem instead of an exception, since at the runner it fails the step. */
export async function readPairs(
  file: string,
): Promise<{ readonly pairs: ReadonlyMap<string, string>; readonly problems: readonly string[] }> {
  return parsePairs(await readFile(file, 'utf8'))
}

/** `name=value`, or `name<<DELIMITER`, lines, `DELIMITER` (actions/runner, FileCommandManager.cs). */
export function parsePairs(text: string): {
  readonly pairs: ReadonlyMap<string, string>
  readonly problems: readonly string[]
} {
  const pairs = new Map<string, string>()
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) return { pairs, problems: [`Invalid format '${line}'. Name must not be empty`] }
      pairs.set(line.slice(0, equals), line.slice(equals + 1))
      continue
    }
    if (heredoc < 0) return { pairs, problems: [`Invalid format '${line}'`] }
    const delimiter = line.slice(heredoc + 2)
    const end = lines.indexOf(delimiter, at + 1)
    if (heredoc === 0 || delimiter === '' || end === -1)
      return { pairs, problems: [`Invalid value. Matching delimiter not found '${delimiter}'`] }
    pairs.set(line.slice(0, heredoc), lines.slice(at + 1, end).join('\n'))
    at = end
  }
  return { pairs, problems: [] }
}

const SUMMARY_LIMIT = 1024 * 1024

/** The summary as the runner keeps it: one that is too long is dropped whole. */
export async function readSummary(
  file: string,
): Promise<{ readonly summary: string; readonly problems: readonly string[] }> {
  const { size } = await stat(file)
  if (size > SUMMARY_LIMIT) return { summary: '', problems: [`summary of ${size} bytes is over 1,024 KiB and dropped`] }
  return { summary: await readFile(file, 'utf8'), problems: [] }
}

import { readFile } from 'node:fs/promises'
import type { Command } from './commands.ts'
import { leftInTemp, readPairs, readSummary, type StepFiles } from './files.ts'
import type { Manifest } from './manifest.ts'
import type { Annotation, Transcript } from './transcript.ts'

export interface RunResult {
  /** Of the process; undefined: it was stopped at the time limit. */
  readonly exitCode: number | undefined
  readonly commands: readonly Command[]
  /** Those the runner keeps, cut as it cuts them. */
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What a person sees: stdout and stderr by arrival, masked. */
  readonly log: string
  readonly masks: readonly string[]
  /** What a careful action never does; empty is what a test asserts. */
  readonly problems: readonly string[]
}

/** What came of a step, with everything that a careful action would not have done. */
export async function conclude(step: {
  readonly exitCode: number | undefined
  readonly manifest: Manifest
  readonly files: StepFiles
  readonly transcript: Transcript
}): Promise<RunResult> {
  const { exitCode, manifest, files, transcript } = step
  const { GITHUB_OUTPUT, GITHUB_ENV, GITHUB_STATE, GITHUB_PATH, GITHUB_STEP_SUMMARY } = files.commandFiles
  const outputs = await readPairs(GITHUB_OUTPUT)
  const env = await readPairs(GITHUB_ENV)
  const state = await readPairs(GITHUB_STATE)
  const { summary, problems: summaryProblems } = await readSummary(GITHUB_STEP_SUMMARY)
  const left = await leftInTemp(files)
  const hasPath = (await readFile(GITHUB_PATH, 'utf8')) !== ''
  const written = [...outputs.pairs.values(), ...env.pairs.values(), ...state.pairs.values(), summary].join('\n')
  const problems = [
    ...transcript.problems,
    ...outputs.problems,
    ...env.problems,
    ...state.problems,
    ...summaryProblems,
    ...[...outputs.pairs.keys()]
      .filter((name) => !manifest.outputs.includes(name))
      .map((name) => `output not declared: ${name}`),
    // A failed run may end before it knows; then what is absent reads as '' and misleads nobody.
    ...(exitCode === 0 ? manifest.outputs : [])
      .filter((name) => !outputs.pairs.has(name))
      .map((name) => `output not set: ${name}`),
    ...[...env.pairs.keys()].map((name) => `environment of later steps changed: ${name}`),
    ...(hasPath ? ['PATH of later steps changed'] : []),
    ...left.map((name) => `left in RUNNER_TEMP: ${name}`),
    ...(transcript.secrets.some((secret) => written.includes(secret))
      ? ['secret in an output, state or the summary']
      : []),
    ...(exitCode === undefined ? ['stopped at the time limit'] : []),
  ]
  return {
    exitCode,
    commands: transcript.commands,
    annotations: transcript.annotations,
    outputs: Object.fromEntries(outputs.pairs),
    summary,
    log: transcript.log,
    masks: transcript.masks,
    problems,
  }
}

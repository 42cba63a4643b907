import type { OutputName } from '../core/settings/inputs.ts'
import { readContext } from '../core/settings/context.ts'
import { INPUTS } from '../core/settings/inputs.ts'
import { parseSettings } from '../core/settings/parse.ts'
import { BumpError, formatProblem } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'
import { errorJson, planJson } from '../core/report/json.ts'
import { outputs } from '../core/report/outputs.ts'
import { exitCodeOf, failureOf, findingsBeside } from '../core/report/verdict.ts'
import { findingsText, outcomeText, planText, type TextOptions } from '../core/report/text.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import type { Log } from '../ports/log.ts'
import { JSON_OPTION, RUN_OPTIONS, STRICT_OPTION, type Arguments, type Option } from './arguments.ts'
import { jsonText, type Said } from './output.ts'

export const RUN_COMMAND_OPTIONS: readonly Option[] = [...RUN_OPTIONS, STRICT_OPTION, JSON_OPTION]

export const RUN_NOTES =
  'An option that is not given is read from the environment: IMAGE_BUMP_TOKEN for --token, IMAGE_BUMP_DRY_RUN for --dry-run, ' +
  'and so on; the token also from GITHUB_TOKEN. Give tokens that way: other users of a machine may see its command lines.'

/** `run`: the action's whole job, with settings from flags or the environment. */
export async function run(
  args: Arguments,
  env: Readonly<Record<string, string | undefined>>,
  show: TextOptions,
  log: Log,
): Promise<Said> {
  const [stray] = args.positionals
  if (stray !== undefined)
    throw new BumpError(
      'BAD_CALL',
      `run takes no argument such as ${quote(stray)}. Built images are given with --images.`,
    )
  const settings = parseSettings(
    {
      get(name) {
        const input = INPUTS.find((known) => known.name === name)
        if (input?.flag === true && args.flag(name)) return 'true'
        const given = args.values(name)
        if (given.length > 0) return given.join('\n')
        return input?.variables.map((variable) => env[variable]).find((value) => value !== undefined && value !== '')
      },
    },
    readContext(env),
  )
  // Loaded only now: what is wrong with the settings is told without them.
  const { wire } = await import('../wire.ts')
  const { ports, close } = await wire(settings, log)
  try {
    const { run: runStory } = await import('../run.ts')
    const report = await runStory(settings, ports)
    const failure = failureOf(report, settings.unmatched).map((problem) => `${showInvisible(formatProblem(problem))}\n`)
    const exitCode = exitCodeOf(report, settings.unmatched, args.flag('strict'))
    if (args.flag('json')) {
      const told: Record<OutputName, string> = outputs(report)
      const plan = planJson({
        outcome: report.outcome,
        plans: report.groups.map((group) => group.plan),
        findings: report.findings,
      })
      const json = {
        ...plan,
        pullRequests: JSON.parse(told['pull-requests']) as unknown,
        ...(report.error === undefined ? {} : { error: errorJson(report.error).error }),
      }
      return { stdout: jsonText(json), stderr: failure.join(''), exitCode }
    }
    return {
      stdout: `${outcomeText(report)}${planText(report, show)}`,
      stderr: `${findingsText(findingsBeside(report, settings.unmatched))}${failure.join('')}`,
      exitCode,
    }
  } finally {
    await close()
  }
}

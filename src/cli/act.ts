// oxlint-disable-next-line no-unassigned-import -- imported for its effect, before all else
import '../older-node.ts'
import { BumpError, formatProblem } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'
import { nearest } from '../core/nearest.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import { defang } from '../core/report/annotations.ts'
import { errorJson } from '../core/report/json.ts'
import { local } from '../local.ts'
import { readArguments } from './arguments.ts'
import type { Listed, Surroundings } from './commands.ts'
import { helpFor } from './help.ts'
import { jsonText, type Said } from './output.ts'

type Commands = ReadonlyMap<string, Listed>

/** Does what a command line says, and has an answer to whatever comes of it. */
export async function act(argv: readonly string[], commands: Commands, version: string): Promise<Said> {
  const isWorkflow = process.env['GITHUB_ACTIONS'] === 'true'
  const json = argv.includes('--json')
  const around: Surroundings = {
    local,
    env: process.env,
    // What a terminal can show; it asks NO_COLOR and TERM itself, and one that does not know its width says 0.
    show: process.stdout.isTTY
      ? { colour: process.stdout.hasColors(), width: process.stdout.columns || undefined }
      : { colour: false },
    isWorkflow,
    version,
    print: (text) => process.stderr.write(text),
  }
  const said = await call(argv, commands, around).catch((error: unknown) => failed(error, json))
  if (!isWorkflow) return said
  // JSON holds no line that a runner would read as a command; text is made so.
  return { ...said, stdout: json ? said.stdout : defanged(said.stdout), stderr: defanged(said.stderr) }
}

async function call([name, ...rest]: readonly string[], commands: Commands, around: Surroundings): Promise<Said> {
  const listed = name === undefined ? undefined : commands.get(name)
  if (listed === undefined) throw new BumpError('BAD_CALL', whyNoCommand(name, [...commands.keys()]))
  const command = await listed.load()
  if (rest.includes('--help') || rest.includes('-h'))
    return { stdout: helpFor(listed, command), stderr: '', exitCode: 0 }
  return command.act(readArguments(rest, command.options), around)
}

function whyNoCommand(name: string | undefined, names: readonly string[]): string {
  const near = name === undefined ? undefined : nearest(name, names)
  const hint = near === undefined ? 'image-bump --help lists the commands.' : `Did you mean ${near}?`
  return name === undefined ? `Name a command. ${hint}` : `${quote(name)} is not a command. ${hint}`
}

function failed(error: unknown, json: boolean): Said {
  const known = error instanceof BumpError ? error : undefined
  const code = known?.code ?? 'BUG'
  const problems = known?.problems ?? [
    {
      message: `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nThis is a bug of image-bump.`,
    },
  ]
  const message = problems.map(formatProblem).join('\n')
  const shown = message.split('\n').map(showInvisible).join('\n')
  return {
    stdout: json ? jsonText(errorJson({ code, message })) : '',
    stderr: `${code}: ${shown}\n`,
    exitCode: known?.exitCode ?? 70,
  }
}

function defanged(text: string): string {
  return text.split('\n').map(defang).join('\n')
}

// oxlint-disable-next-line no-unassigned-import -- imported for its effect, before all else
import './older-node.ts'
import { readFile } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import { EXPLAIN_OPTIONS, explain } from './cli/explain.ts'
import { readArguments, type Arguments, type Option } from './cli/arguments.ts'
import { helpFor, overview, type CommandHelp } from './cli/help.ts'
import { INIT_OPTIONS, init } from './cli/init.ts'
import { LINT_OPTIONS, lint } from './cli/lint.ts'
import { MARK_OPTIONS, mark } from './cli/mark.ts'
import { jsonText, type Said } from './cli/output.ts'
import { PLAN_OPTIONS, plan } from './cli/plan.ts'
import { RUN_COMMAND_OPTIONS, RUN_NOTES, run } from './cli/run.ts'
import { SET_OPTIONS, set } from './cli/set.ts'
import { BumpError, formatProblem } from './core/errors.ts'
import { quote } from './core/image/reference.ts'
import { nearest } from './core/nearest.ts'
import { showInvisible } from './core/pull-request/untrusted.ts'
import { defang } from './core/report/annotations.ts'
import { errorJson } from './core/report/json.ts'
import type { TextOptions } from './core/report/text.ts'
import { local } from './wire.ts'
import manifest from '../package.json' with { type: 'json' }

interface Command extends CommandHelp {
  readonly options: readonly Option[]
  readonly act: (args: Arguments) => Promise<Said>
}

// What a terminal can show; it asks NO_COLOR and TERM itself, and one that does not know its width says 0.
const show: TextOptions = process.stdout.isTTY
  ? { colour: process.stdout.hasColors(), width: process.stdout.columns || undefined }
  : { colour: false }

const isWorkflow = process.env['GITHUB_ACTIONS'] === 'true'

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'plan',
    {
      usage: 'plan --image REF…',
      summary: 'Tells what a build of REF would change; touches nothing.',
      options: PLAN_OPTIONS,
      act: (args) => plan(local, args, { apply: false, ...show }),
    },
  ],
  [
    'apply',
    {
      usage: 'apply --image REF…',
      summary: 'Writes into the worktree what plan tells.',
      options: PLAN_OPTIONS,
      act: (args) => plan(local, args, { apply: true, ...show }),
    },
  ],
  [
    'set',
    {
      usage: 'set POLICY=REF…',
      summary: 'Gives the marked fields of POLICY a reference without asking the policy.',
      options: SET_OPTIONS,
      act: (args) => set(local, args, show),
    },
  ],
  [
    'explain',
    {
      usage: 'explain POLICY',
      summary: 'Tells which tag a policy picks and why not the others, or how it reads.',
      options: EXPLAIN_OPTIONS,
      act: (args) => explain(local, args, readText),
    },
  ],
  [
    'lint',
    {
      usage: 'lint',
      summary: 'Checks policy file, Flux objects and every marker.',
      options: LINT_OPTIONS,
      act: (args) => lint(local, args, { isWorkflow, version: manifest.version }),
    },
  ],
  [
    'init',
    {
      usage: 'init',
      summary: 'Writes a starter policy file from what the repository shows; never overwrites.',
      options: INIT_OPTIONS,
      act: (args) => init(local, args),
    },
  ],
  [
    'mark',
    {
      usage: 'mark IMAGE=POLICY…',
      summary: 'Adds markers to the fields of IMAGE, so that they follow POLICY.',
      options: MARK_OPTIONS,
      act: (args) => mark(local, args, show),
    },
  ],
  [
    'run',
    {
      usage: 'run',
      summary: 'The whole job of the action: edit, commit, pull request.',
      options: RUN_COMMAND_OPTIONS,
      notes: RUN_NOTES,
      act: (args) => run(args, process.env, show, (text) => process.stderr.write(text)),
    },
  ],
])

/** Reads a file of the caller, or stdin for "-". */
async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await readStream(process.stdin) : await readFile(file, 'utf8')
  } catch (cause) {
    throw new BumpError('BAD_CALL', `${quote(file)} cannot be read.`, { cause })
  }
}

async function main(argv: readonly string[]): Promise<Said> {
  const [name, ...rest] = argv
  const done = (stdout: string): Said => ({ stdout, stderr: '', exitCode: 0 })
  if (name === '--version') return done(`${manifest.version}\n`)
  if (name === '--help' || name === '-h' || name === 'help') return done(overview(COMMANDS))
  const command = name === undefined ? undefined : COMMANDS.get(name)
  if (command === undefined) {
    const near = name === undefined ? undefined : nearest(name, [...COMMANDS.keys()])
    const hint = near === undefined ? 'image-bump --help lists the commands.' : `Did you mean ${near}?`
    throw new BumpError(
      'BAD_CALL',
      name === undefined ? `Name a command. ${hint}` : `${quote(name)} is not a command. ${hint}`,
    )
  }
  if (rest.includes('--help') || rest.includes('-h')) return done(helpFor(command))
  return command.act(readArguments(rest, command.options))
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

// Whoever reads our output may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const argv = process.argv.slice(2)
const said = await main(argv).catch((error: unknown) => failed(error, argv.includes('--json')))
// JSON holds no line that a runner would read as a command; text is made so.
process.stdout.write(isWorkflow && !argv.includes('--json') ? defanged(said.stdout) : said.stdout)
process.stderr.write(isWorkflow ? defanged(said.stderr) : said.stderr)
for (const command of said.commands ?? []) process.stderr.write(`${command}\n`)
process.exitCode = said.exitCode

import { COMMANDS } from './cli/commands.ts'
import { overview } from './cli/overview.ts'
import type { Said } from './cli/output.ts'
import manifest from '../package.json' with { type: 'json' }

/** The command line: arguments and environment in; text and exit code out. What is known without a command loads none. */
async function main(argv: readonly string[]): Promise<Said> {
  const done = (stdout: string): Said => ({ stdout, stderr: '', exitCode: 0 })
  const [name = ''] = argv
  if (name === '--version') return done(`${manifest.version}\n`)
  if (['--help', '-h', 'help'].includes(name)) return done(overview(COMMANDS))
  const { act } = await import('./cli/act.ts')
  return await act(argv, COMMANDS, manifest.version)
}

// Whoever reads our output may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** False: whoever reads has gone. */
function isDrained(): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.once('drain', () => resolve(true)).once('error', () => resolve(false))
  })
}

const { stdout, more = [], stderr, commands = [], exitCode } = await main(process.argv.slice(2))
process.stdout.write(stdout)
for (const piece of more) if (!process.stdout.write(piece) && !(await isDrained())) break
if (stderr !== '' || commands.length > 0)
  process.stderr.write(`${stderr}${commands.map((line) => `${line}\n`).join('')}`)
process.exitCode = exitCode

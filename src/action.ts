// oxlint-disable-next-line no-unassigned-import -- imported for its effect, before all else
import './older-node.ts'
import { getInput, setOutput } from '@actions/core'
import { createActionLog, type ActionLog } from './adapters/action-log.ts'
import { BumpError } from './core/errors.ts'
import { readContext } from './core/settings/context.ts'
import { parseSettings } from './core/settings/parse.ts'

/** The action: inputs and environment in; annotations, outputs, job summary and exit code out. */
async function main(log: ActionLog): Promise<number> {
  // Before anything can fail with a text in it.
  for (const name of ['token', 'source-token']) log.mask(getInput(name))
  const settings = parseSettings({ get: (name) => getInput(name) }, readContext(process.env))
  // Loaded only now: what is wrong with the inputs is told without them, and they are most of the code. The story is half
  // of it, and is loaded while the first question is on its way.
  const { wire } = await import('./wire.ts')
  const { ports, close } = await wire(settings, log)
  try {
    const [{ run }, { tell }] = await Promise.all([import('./run.ts'), import('./action-report.ts')])
    return await tell(await run(settings, ports), log, settings.unmatched)
  } finally {
    await close()
  }
}

const log = createActionLog()
try {
  process.exitCode = await main(log)
} catch (error) {
  const known = error instanceof BumpError ? error : new BumpError('BUG', String(error), { cause: error })
  for (const { message, place } of known.problems) log.problem(`${known.code}: ${message}`, place)
  setOutput('outcome', 'failed')
  process.exitCode = known.exitCode
} finally {
  log.close()
}

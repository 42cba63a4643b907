import type { Report } from '../../../src/core/report/report.ts'
import { readContext } from '../../../src/core/settings/context.ts'
import { parseSettings } from '../../../src/core/settings/parse.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import { run } from '../../../src/run.ts'
import { wire, type WireOptions } from '../../../src/wire.ts'

/** A whole run with the real adapters, on a clock on which waiting costs no time. */
export async function runHere(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  options: Pick<WireOptions, 'shortcut'> = {},
): Promise<Report> {
  const settings = parseSettings({ get: (name) => inputs[name] }, readContext(env))
  const { ports, close } = await wire(settings, QUIET, { ...options, clock: hastyClock() })
  try {
    return await run(settings, ports)
  } finally {
    await close()
  }
}

const QUIET = { info: () => {}, finding: () => {}, mask: () => {} }

function hastyClock(): Clock {
  let now = 0
  return {
    today: () => '2026-01-01',
    now: () => now,
    sleep: async (ms) => {
      now += ms
      await new Promise((resolve) => setImmediate(resolve))
    },
    random: () => 0.5,
  }
}

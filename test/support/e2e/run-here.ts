import { openRemote } from '../../../src/adapters/git/repository.ts'
import { githubBranchWriter } from '../../../src/adapters/github/branch-writer.ts'
import { githubClient } from '../../../src/adapters/github/client.ts'
import { githubForge } from '../../../src/adapters/github/forge.ts'
import { githubSource } from '../../../src/adapters/github/source.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { readContext } from '../../../src/core/settings/context.ts'
import { parseSettings } from '../../../src/core/settings/parse.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import { run } from '../../../src/run.ts'

/** A whole run with the real adapters, wired as `wire.ts` does but for a clock on which waiting costs no time. */
export async function runHere(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<Report> {
  const settings = parseSettings({ get: (name) => inputs[name] }, readContext(env))
  const clock = hastyClock()
  const { apiUrl, graphqlUrl, token, repository: name } = settings
  const client = githubClient({ apiUrl, graphqlUrl, token, clock, random: clock.random })
  const forge = githubForge(client, name)
  const repository = await openRemote({ url: `${settings.serverUrl}/${name}.git`, token, clock })
  try {
    const writer = githubBranchWriter(client, name, { repositoryId: forge.repositoryId })
    return await run(settings, { repository, writer, forge, source: githubSource(client), log: QUIET, clock })
  } finally {
    await repository.close()
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

import { systemClock } from './adapters/clock.ts'
import { gitBranchWriter } from './adapters/git/branch-writer.ts'
import { openLocal } from './adapters/git/local.ts'
import { openRemote } from './adapters/git/repository.ts'
import { githubBranchWriter } from './adapters/github/branch-writer.ts'
import { githubClient, type GithubClient } from './adapters/github/client.ts'
import { githubForge } from './adapters/github/forge.ts'
import { githubSource } from './adapters/github/source.ts'
import { useProxyFromEnvironment } from './adapters/proxy.ts'
import { textLog } from './adapters/text-log.ts'
import { openWorktree } from './adapters/worktree.ts'
import type { Settings } from './core/settings/settings.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Ports } from './run/ports.ts'
import type { CommitSource, WritableTree } from './ports/tree.ts'

/** Everything a run needs, and how to put it away again. */
export interface Wired {
  readonly ports: Ports
  close(): Promise<void>
}

/** Chooses the adapters of a run: GitHub as the forge, git for reading, GitHub's API or git for writing. */
export async function wire(settings: Settings, log: Log): Promise<Wired> {
  useProxyFromEnvironment()
  log.mask(settings.token)
  log.mask(settings.sourceToken)
  const client = clientFor(settings, settings.token)
  const sourceClient = settings.sourceToken === settings.token ? client : clientFor(settings, settings.sourceToken)
  const forge = githubForge(client, settings.repository)
  const repository = await openRemote({
    url: `${settings.serverUrl}/${settings.repository}.git`,
    token: settings.token,
    clock: systemClock,
  })
  const writer =
    settings.writer === 'git'
      ? gitBranchWriter(repository, { now: () => new Date() })
      : githubBranchWriter(client, settings.repository, { repositoryId: forge.repositoryId })
  return {
    ports: { repository, writer, forge, source: githubSource(sourceClient), log, clock: systemClock },
    close: repository.close,
  }
}

/** What the command line needs when no remote is involved. */
export interface Local {
  openWorktree(root: string): Promise<WritableTree>
  openCommit(gitDir: string, revision: string): Promise<CommitSource>
  readonly clock: Clock
  log(print: (text: string) => void): Log
}

export const local: Local = {
  openWorktree,
  openCommit: (gitDir, revision) => openLocal({ gitDir, revision }),
  clock: systemClock,
  log: textLog,
}

function clientFor({ apiUrl, graphqlUrl }: Settings, token: string): GithubClient {
  const clock = { now: () => Date.now(), sleep: systemClock.sleep }
  return githubClient({ apiUrl, graphqlUrl, token, clock, random: systemClock.random })
}

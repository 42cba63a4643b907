import { systemClock } from './adapters/clock.ts'
import type { IndexedOptions } from './adapters/git/indexed/indexed.ts'
import type { RemoteOptions } from './adapters/git/remote.ts'
import type { RemoteRepository } from './adapters/git/repository.ts'
import { githubBranchWriter } from './adapters/github/branch-writer.ts'
import { githubClient, type GithubClient } from './adapters/github/client.ts'
import { githubForge } from './adapters/github/forge.ts'
import { network, type Send } from './adapters/github/http/network.ts'
import { repositoryQueries } from './adapters/github/queries.ts'
import { githubQueue } from './adapters/github/queue.ts'
import { githubShortcut } from './adapters/github/repository.ts'
import { githubSource } from './adapters/github/source.ts'
import { ladder } from './adapters/ladder/ladder.ts'
import { keepYoungHeapSmall } from './adapters/young-heap.ts'
import type { Oid } from './core/names.ts'
import type { Keepsake } from './core/plan/keepsake.ts'
import type { Settings } from './core/settings/settings.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Ports } from './run/ports.ts'

/** Everything a run needs, and how to put it away again. */
export interface Wired {
  readonly ports: Ports
  close(): Promise<void>
}

export interface WireOptions {
  /** False: the GitOps repository is received, and not read through GitHub's API by the index of its marked files. */
  readonly shortcut?: boolean
  /** How plain git uses an index; by default as it pays. */
  readonly git?: Pick<IndexedOptions, 'leastBytes'>
  /** The system's where not said. */
  readonly clock?: Clock
}

/** Chooses the adapters of a run: GitHub as the forge, its API or git for reading and for writing. */
export async function wire(
  settings: Settings,
  log: Log,
  { shortcut = true, git = {}, clock = systemClock }: WireOptions = {},
): Promise<Wired> {
  keepYoungHeapSmall()
  log.mask(settings.token)
  log.mask(settings.sourceToken)
  const send = network()
  const client = clientFor(settings, settings.token, send, clock)
  const sourceClient =
    settings.sourceToken === settings.token ? client : clientFor(settings, settings.sourceToken, send, clock)
  const queries = repositoryQueries(client, settings.repository)
  const forge = githubForge(client, settings.repository, queries)
  const others = { forge, source: githubSource(sourceClient), log, clock }
  const openGit = () => openGitRepository(settings, log, clock)
  const leave = async (keepsake: Keepsake) => {
    const { leaveKeepsake } = await import('./adapters/git/keepsake.ts')
    return await leaveKeepsake(remoteOf(settings, clock), WRITING, keepsake)
  }
  if (shortcut && settings.writer === 'api') {
    const quick = githubShortcut(client, settings.repository, { config: settings.config, queries })
    const openLongWay = async () => {
      const [{ bringCommit }, repository] = await Promise.all([import('./adapters/git/bring.ts'), openGit()])
      const isWhole = () => settings.paths.length === 0
      return { ...repository, isWhole, bring: (commit: Oid) => bringCommit(repository.remote, commit) }
    }
    quick.begin(settings.base)
    await onItsWay()
    const steps = ladder({ shortcut: quick, openLongWay, leave, log })
    const repositoryId = async () => quick.repositoryId() ?? (await forge.repositoryId())
    const writer = steps.guard(githubBranchWriter(client, settings.repository, { repositoryId }))
    const queue = githubQueue(client, settings.repository, { repositoryId })
    return { ports: { ...others, repository: steps.repository, writer, queue }, close: () => steps.close() }
  }
  if (shortcut && settings.writer === 'git' && settings.paths.length === 0) {
    const { openIndexed } = await import('./adapters/git/indexed/indexed.ts')
    const { config } = settings
    const indexed = await openIndexed({ ...remoteOf(settings, clock), config, note: log.info, ...git })
    indexed.shortcut.begin(settings.base)
    const steps = ladder({ ...indexed, leave, log })
    const { writer, queue } = await gitWriters(indexed)
    const close = async (): Promise<void> => {
      await steps.close()
      await indexed.close()
    }
    return { ports: { ...others, repository: steps.repository, writer: steps.guard(writer), queue }, close }
  }
  const repository = await openGit()
  const writers =
    settings.writer === 'git'
      ? await gitWriters(repository)
      : {
          writer: githubBranchWriter(client, settings.repository, forge),
          queue: githubQueue(client, settings.repository, forge),
        }
  return { ports: { ...others, repository, ...writers }, close: repository.close }
}

/** Whoever goes on loads the story, which takes as long as an answer: the question is sent before. */
async function onItsWay(): Promise<void> {
  await new Promise(setImmediate)
}

const WRITING = { now: () => new Date() }

// What git is needed for is loaded when it is: most runs do without.
async function gitWriters(
  repository: Pick<RemoteRepository, 'remote'>,
): Promise<Required<Pick<Ports, 'writer' | 'queue'>>> {
  const [{ gitBranchWriter }, { gitQueue }] = await Promise.all([
    import('./adapters/git/branch-writer.ts'),
    import('./adapters/git/queue.ts'),
  ])
  return { writer: gitBranchWriter(repository, WRITING), queue: gitQueue(repository.remote, WRITING) }
}

/** Of a run that is told to look at a part of the repository, only that part is fetched, where the policy file allows it. */
async function openGitRepository(settings: Settings, log: Log, clock: Clock): Promise<RemoteRepository> {
  const { config, images, paths } = settings
  const remote = remoteOf(settings, clock)
  if (paths.length === 0) return await (await import('./adapters/git/repository.ts')).openRemote(remote)
  const [{ openScoped }, { buildScope }] = await Promise.all([
    import('./adapters/git/scoped.ts'),
    import('./core/pull-request/build-scope.ts'),
  ])
  return await openScoped({
    ...remote,
    config,
    likely: paths,
    scopeOf: (bytes, changed) => buildScope({ path: config, bytes }, images, changed),
    note: log.info,
  })
}

function remoteOf({ serverUrl, repository, token }: Settings, clock: Clock): RemoteOptions {
  return { url: `${serverUrl}/${repository}.git`, token, clock }
}

function clientFor({ apiUrl, graphqlUrl }: Settings, token: string, send: Send, clock: Clock): GithubClient {
  return githubClient({ apiUrl, graphqlUrl, token, send, clock, random: clock.random })
}

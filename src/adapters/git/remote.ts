import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BumpError } from '../../core/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import { openContents, type Contents } from './contents.ts'
import type { RemoteAccess } from './environment.ts'
import { runGit, type GitCall, type GitResult } from './process.ts'
import { remoteAccess } from './remote-access.ts'

export interface RemoteOptions {
  /** Full https URL; http on loopback only. */
  readonly url: string
  readonly token?: string
  /** Where the temporary folder is made; the system's place by default. */
  readonly temporary?: string
  /** For each call of the remote. */
  readonly timeoutMs?: number
  /** With it, reading is tried again when the remote is not well. */
  readonly clock?: Clock
}

/** A temporary bare repository of ours and the remote behind it. */
export interface Remote {
  readonly access: RemoteAccess
  readonly gitDir: string
  readonly contents: Contents
  /** Runs git in our repository with the remote in reach; one at a time, because two fetches fight over its lock. */
  readonly git: (args: readonly string[], call?: Omit<GitCall, 'access'>) => Promise<GitResult>
  /** The same for what leaves our repository as it is: it waits for nothing. */
  readonly ask: (args: readonly string[], call?: Omit<GitCall, 'access'>) => Promise<GitResult>
  /** Ends the processes and removes the temporary folder. */
  readonly close: () => Promise<void>
}

/** What every fetch of ours has in common. */
export const FETCH = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
] as const

/**
 * Makes the temporary repository. The remote is not asked yet.
 * @throws {BumpError} BAD_INPUT, BAD_TOKEN
 */
export async function connect(options: RemoteOptions): Promise<Remote> {
  const access = remoteAccess(options.url, options.token)
  const gitDir = await mkdtemp(join(options.temporary ?? tmpdir(), 'image-bump-'))
  const contents = openContents(gitDir)
  const common = { gitDir, access, ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }) }
  const ask: Remote['ask'] = async (args, call) => await patiently(options.clock, { ...common, ...call }, args)
  const turns = oneAtATime(ask)
  const close = async (): Promise<void> => {
    await turns.ended()
    await contents.close()
    await rm(gitDir, { recursive: true, force: true })
  }
  try {
    await makeRepository(gitDir)
  } catch (error) {
    await close()
    throw error
  }
  return { access, gitDir, contents, close, ask, git: turns.run }
}

// Full jitter over these; a limit says how long in a header that git does not show.
const PATIENCE_MS = 60_000
const WAITS_MS = { REMOTE_UNAVAILABLE: [250, 500, 1_000, 2_000], RATE_LIMITED: [4_000, 8_000, 16_000, 32_000] }

/** Asks again when no proper answer came. Not what writes: whoever does that looks first whether it has happened. */
async function patiently(clock: RemoteOptions['clock'], call: GitCall, args: readonly string[]): Promise<GitResult> {
  const started = clock?.now() ?? 0
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await runGit(args, call)
    } catch (error) {
      const code = error instanceof BumpError ? error.code : 'BUG'
      const waits = code === 'REMOTE_UNAVAILABLE' || code === 'RATE_LIMITED' ? WAITS_MS[code] : []
      const waitMs = waits[attempt]
      if (clock === undefined || waitMs === undefined || call.need === 'write') throw error
      if (clock.now() - started > PATIENCE_MS) throw error
      await clock.sleep(waitMs * clock.random())
    }
  }
}

/**
 * Makes an empty bare repository in a folder: no hooks, no samples. What `git init` would write, without the process.
 * @see gitrepository-layout(5)
 */
export async function makeRepository(gitDir: string): Promise<void> {
  await mkdir(join(gitDir, 'objects', 'pack'), { recursive: true })
  await mkdir(join(gitDir, 'refs'), { recursive: true })
  await writeFile(join(gitDir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n')
  await writeFile(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n')
}

function oneAtATime(run: Remote['git']): { readonly run: Remote['git']; readonly ended: () => Promise<void> } {
  let before: Promise<unknown> = Promise.resolve()
  return {
    run: async (args, call) => {
      const mine = before.then(async () => await run(args, call))
      before = mine.catch(() => undefined)
      return await mine
    },
    ended: async () => {
      await before
    },
  }
}

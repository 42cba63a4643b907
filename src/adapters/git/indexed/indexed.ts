import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { Shortcut } from '../../../ports/shortcut.ts'
import { openBlobs } from '../blobs.ts'
import { bringCommit } from '../bring.ts'
import { partialTips } from '../partial.ts'
import { connect, type Remote, type RemoteOptions } from '../remote.ts'
import { reading, type RemoteRepository } from '../repository.ts'
import { gitShortcut } from './shortcut.ts'

export interface IndexedOptions extends RemoteOptions {
  /** The policy file. */
  readonly config: RepoPath
  /** Told, once, when the server does not play along. */
  readonly note: (text: string) => void
  /** Bytes that must be received before an index is left behind. */
  readonly leastBytes?: number
}

/** A repository that is read by its index where it has one, and both ways into it. */
export interface Indexed {
  readonly remote: Remote
  readonly shortcut: Shortcut
  /** Everything, into the same temporary repository, which is put away by `close` alone. */
  openLongWay(): Promise<RemoteRepository & { bring(commit: Oid): Promise<void> }>
  close(): Promise<void>
}

// What is smaller is received in the time that it takes to ask for the index, the trees and the files one after the other.
const LEAST_BYTES = 8 * 1024 * 1024

/**
 * Opens a remote repository that may have an index of its marked files.
 * @throws {BumpError} BAD_INPUT, BAD_TOKEN
 */
export async function openIndexed({
  config,
  note,
  leastBytes = LEAST_BYTES,
  ...options
}: IndexedOptions): Promise<Indexed> {
  const remote = await connect(options)
  const tips = partialTips(remote, note)
  const isWorthIt = async (): Promise<boolean> => (await receivedBytes(remote.gitDir)) >= leastBytes
  return {
    remote,
    shortcut: gitShortcut({ remote, tips, blobs: openBlobs(remote), config, isWorthIt }),
    async openLongWay() {
      const isPart = tips.haveCome()
      if (isPart) await tips.getAll()
      const bring = async (commit: Oid): Promise<void> =>
        isPart ? await tips.getAll(commit) : await bringCommit(remote, commit)
      return { ...reading(remote), remote, isWhole: () => true, bring, close: async () => {} }
    },
    close: remote.close,
  }
}

/** The size of all packs of a repository. */
async function receivedBytes(gitDir: string): Promise<number> {
  const folder = join(gitDir, 'objects', 'pack')
  const packs = (await readdir(folder)).filter((name) => name.endsWith('.pack'))
  const sizes = await Promise.all(packs.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

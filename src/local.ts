import { systemClock } from './adapters/clock.ts'
import { textLog } from './adapters/text-log.ts'
import { openWorktree } from './adapters/worktree.ts'
import { keepYoungHeapSmall } from './adapters/young-heap.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { CommitSource, WritableTree } from './ports/tree.ts'

/** What the command line needs when no remote is involved. */
export interface Local {
  openWorktree(root: string): Promise<WritableTree>
  openCommit(gitDir: string, revision: string): Promise<CommitSource>
  readonly clock: Clock
  log(print: (text: string) => void): Log
}

export const local: Local = {
  openWorktree: async (root) => {
    keepYoungHeapSmall()
    return await openWorktree(root)
  },
  openCommit: async (gitDir, revision) => {
    keepYoungHeapSmall()
    const { openLocal } = await import('./adapters/git/local.ts')
    return await openLocal({ gitDir, revision })
  },
  clock: systemClock,
  log: textLog,
}

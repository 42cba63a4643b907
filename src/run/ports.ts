import type { BranchWriter } from '../ports/branch-writer.ts'
import type { Clock } from '../ports/clock.ts'
import type { Forge } from '../ports/forge.ts'
import type { Log } from '../ports/log.ts'
import type { Queue } from '../ports/queue.ts'
import type { Repository } from '../ports/repository.ts'
import type { Source } from '../ports/source.ts'

/** What the story needs of the world. */
export interface Ports {
  readonly repository: Repository
  readonly writer: BranchWriter
  /** Undefined: bumps are not handed over. */
  readonly queue?: Queue
  readonly forge: Forge
  readonly source: Source
  readonly log: Log
  readonly clock: Clock
}

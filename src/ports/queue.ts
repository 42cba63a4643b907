import type { Oid } from '../core/names.ts'
import type { QueueRef } from '../core/pull-request/queue.ts'

/** A place in a queue, and the commit whose message is what waits there. */
export interface Ticket {
  readonly ref: QueueRef
  readonly oid: Oid
}

/** Refs beside the branches, each with a small text: what runs leave for whoever moves a branch next. */
export interface Queue {
  /** The first tickets whose names start with `prefix`, as it is now, in order; `own` is among them while it waits. */
  list(prefix: string, own: Ticket): Promise<readonly Ticket[]>
  /** Takes a place that must be free. @throws {BumpError} whenever this repository has no queues */
  join(ref: QueueRef, text: string): Promise<Ticket>
  /** Gives places up, as far as they are still held by this. */
  leave(tickets: readonly Ticket[]): Promise<void>
}

import type { Branded, BranchName } from '../names.ts'

/** Full name of a ref that a waiting intent stands under. */
export type QueueRef = Branded<'QueueRef'>

/** What the queues of all heads that start so begin with. */
export function queuePrefix(headPrefix: string): string {
  return `${QUEUE_ROOT}${headPrefix}`
}

/**
 * Where the intents of one delivery wait, the final slash included. Those of commits onto base wait one level below the ones
 * of the group's pull request, so that neither is taken for the other.
 */
export function queueOf(kind: 'pull-request' | 'commit', branch: BranchName): string {
  return kind === 'pull-request' ? `${QUEUE_ROOT}${branch}/` : `${QUEUE_ROOT}${branch}/onto-base/`
}

/** Whether a ref is a place in this queue, and not in one below it. */
export function isTicket(queue: string, ref: string): ref is QueueRef {
  return ref.startsWith(queue) && TICKET.test(ref.slice(queue.length))
}

/** Where a ref says it stands under a prefix: undefined for what is no place in any queue. */
export function asTicket(ref: string): QueueRef | undefined {
  const cut = ref.lastIndexOf('/') + 1
  return ref.startsWith(QUEUE_ROOT) && TICKET.test(ref.slice(cut)) ? (ref as QueueRef) : undefined
}

/**
 * A place behind all that wait already. Places count up and not by a clock, which no two machines agree on; chance tells
 * those apart that came at once.
 * @param chance from 0 up to and not including 1
 */
export function nextTicket(queue: string, waiting: readonly string[], chance: number): QueueRef {
  const places = waiting
    .filter((ref) => isTicket(queue, ref))
    .map((ref) => Number.parseInt(ref.slice(queue.length), 10))
  const place = Math.min(LAST_PLACE, Math.max(0, ...places) + 1)
  const mark = Math.floor(chance * MARKS)
    .toString(36)
    .padStart(8, '0')
  return `${queue}${String(place).padStart(6, '0')}-${mark}` as QueueRef
}

const QUEUE_ROOT = 'refs/image-bump/queue/'
const TICKET = /^\d{6}-[0-9a-z]{8}$/
const LAST_PLACE = 999_999
const MARKS = 36 ** 8

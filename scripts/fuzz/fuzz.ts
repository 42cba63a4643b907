import { nextInput } from './mutate.ts'
import { seeded } from './random.ts'
import type { Target } from './targets.ts'

export interface Failure {
  readonly target: string
  readonly message: string
  readonly input: Buffer
}

export interface Slow {
  readonly target: string
  readonly ms: number
  readonly input: Buffer
}

export interface FuzzReport {
  readonly inputs: number
  /** One for each target and message, made as small as it was possible in a moment. */
  readonly failures: readonly Failure[]
  /** The slowest input of each target. */
  readonly slowest: readonly Slow[]
}

/** Feeds inputs to every target until the time is over. The same seed gives the same inputs in the same order. */
export function fuzz(options: {
  readonly corpus: readonly Buffer[]
  readonly targets: readonly Target[]
  readonly seed: number
  readonly forMs: number
  readonly now: () => number
  /** What the process has worked so far, milliseconds: what a reader costs, however busy the machine is. */
  readonly worked: () => number
  /** Told each input before it is used: what hangs has been seen. */
  readonly onInput?: (input: Buffer) => void
}): FuzzReport {
  const { corpus, targets, seed, forMs, now, worked, onInput } = options
  const random = seeded(seed)
  const failures = new Map<string, Failure>()
  const slowest = new Map<string, Slow>()
  const until = now() + forMs
  let inputs = 0
  for (; now() < until; inputs += 1) {
    const input = nextInput(corpus, random)
    onInput?.(input)
    for (const { name: target, take } of targets) {
      const before = worked()
      const message = messageOf(() => take(input))
      const ms = worked() - before
      if (ms > (slowest.get(target)?.ms ?? 0)) slowest.set(target, { target, ms, input })
      const key = `${target}: ${message?.slice(0, 80) ?? ''}`
      if (message === undefined || failures.has(key)) continue
      const small = shrink(input, (smaller) => messageOf(() => take(smaller)) !== undefined, now() + SHRINK_MS, now)
      failures.set(key, { target, message, input: small })
    }
  }
  return { inputs, failures: [...failures.values()], slowest: [...slowest.values()] }
}

const SHRINK_MS = 2_000

function messageOf(act: () => void): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

/** Leaves out pieces, large ones first, as long as it still fails. */
function shrink(input: Buffer, fails: (input: Buffer) => boolean, until: number, now: () => number): Buffer {
  let small = input
  for (let size = small.length >> 1; size > 0; size >>= 1)
    for (let at = 0; at < small.length && now() < until;) {
      const less = Buffer.concat([small.subarray(0, at), small.subarray(at + size)])
      if (fails(less)) small = less
      else at += size
    }
  return small
}

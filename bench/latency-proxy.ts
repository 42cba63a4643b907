/**
 * A network between a client and a server on loopback: every round trip takes as long as it is told, a new connection two more
 * (TCP and TLS 1.3). Runs in a thread of its own, so that measuring does not slow what is measured, and keeps the times from
 * which round trips are counted.
 */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** Milliseconds of one clock. A set-up stands for `weight` round trips, a request with its answer for one. */
export interface Flight {
  readonly start: number
  readonly end: number
  readonly weight: number
}

export interface Traffic {
  readonly connections: number
  readonly bytesToServer: number
  readonly bytesToClient: number
  readonly flights: readonly Flight[]
}

export interface LatencyProxy {
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** What passed since the last time it was asked. */
  take(): Promise<Traffic>
  stop(): Promise<void>
}

export async function startLatencyProxy(target: string, roundTripMs: number): Promise<LatencyProxy> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { port: Number(new URL(target).port), roundTripMs },
  })
  const answer = async <Answer>(): Promise<Answer> => ((await once(worker, 'message')) as [Answer])[0]
  const port = await answer<number>()
  return {
    url: `http://127.0.0.1:${port}`,
    take: async () => {
      const taken = answer<Traffic>()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage('take')
      return await taken
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}

/** The longest chain of flights of which each began when the one before had ended: what nobody can wait for side by side. */
export function sequentialRoundTrips(flights: readonly Flight[]): number {
  const byEnd = [...flights].sort((a, b) => a.end - b.end)
  const best: { readonly end: number; readonly weight: number }[] = [{ end: -Infinity, weight: 0 }]
  for (const { start, end, weight } of byEnd) {
    const before = best.findLast((chain) => chain.end <= start)?.weight ?? 0
    if (before + weight > (best.at(-1)?.weight ?? 0)) best.push({ end, weight: before + weight })
  }
  return best.at(-1)?.weight ?? 0
}

const SET_UP_ROUND_TRIPS = 2

interface Work {
  readonly port: number
  readonly roundTripMs: number
}

if (!isMainThread) serve(workerData as Work)

function serve({ port, roundTripMs }: Work): void {
  let traffic = nothing()
  const server = createServer({ noDelay: true }, (client) => {
    traffic.connections += 1
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true })
    join(client, upstream, roundTripMs, () => traffic)
  })
  const tell = (answer: unknown): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(answer)
  }
  server.listen(0, '127.0.0.1', () => tell((server.address() as AddressInfo).port))
  parentPort?.on('message', () => {
    tell(traffic)
    traffic = nothing()
  })
}

type Tally = { -readonly [Name in keyof Omit<Traffic, 'flights'>]: number } & { readonly flights: Flight[] }

function nothing(): Tally {
  return { connections: 0, bytesToServer: 0, bytesToClient: 0, flights: [] }
}

function join(client: Socket, upstream: Socket, roundTripMs: number, tally: () => Tally): void {
  const openedAt = performance.now()
  const readyAt = openedAt + SET_UP_ROUND_TRIPS * roundTripMs
  let isSetUp = false
  let askedAt: number | undefined
  const up = delayed(upstream, roundTripMs / 2, readyAt)
  const down = delayed(client, roundTripMs / 2, readyAt)
  client.on('data', (chunk: Buffer) => {
    tally().bytesToServer += chunk.length
    askedAt ??= performance.now()
    if (!isSetUp) tally().flights.push({ start: openedAt, end: readyAt, weight: SET_UP_ROUND_TRIPS })
    if (!isSetUp) askedAt = Math.max(askedAt, readyAt)
    isSetUp = true
    if (!up.write(chunk)) pauseUntilDrained(client, upstream)
  })
  upstream.on('data', (chunk: Buffer) => {
    tally().bytesToClient += chunk.length
    if (askedAt !== undefined)
      tally().flights.push({ start: askedAt, end: performance.now() + roundTripMs / 2, weight: 1 })
    askedAt = undefined
    if (!down.write(chunk)) pauseUntilDrained(upstream, client)
  })
  client.on('end', () => up.end())
  upstream.on('end', () => down.end())
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
  client.on('close', () => upstream.destroySoon())
}

function pauseUntilDrained(from: Socket, to: Socket): void {
  from.pause()
  to.once('drain', () => from.resume())
}

/** Writes later, in order. Without a delay it writes at once. */
function delayed(to: Socket, delayMs: number, notBefore: number): { write(chunk: Buffer): boolean; end(): void } {
  if (delayMs === 0) return { write: (chunk) => to.write(chunk), end: () => to.end() }
  const waiting: (() => void)[] = []
  // Whichever timer fires first, what came first goes first.
  const later = (act: () => void): void => {
    waiting.push(act)
    setTimeout(() => waiting.shift()?.(), Math.max(0, notBefore - performance.now()) + delayMs)
  }
  return {
    write: (chunk) => {
      later(() => to.write(chunk))
      return true
    },
    end: () => later(() => to.end()),
  }
}

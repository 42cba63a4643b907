import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'

/** The machine's own time and chance. */
export const systemClock: Clock = {
  today: () => new Date().toISOString().slice(0, 10),
  // What `performance` needs takes 2 ms to load.
  now: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  sleep: async (ms) => {
    await wait(ms)
  },
  random: () => Math.random(),
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'

/** The machine's own time and chance. */
export const systemClock: Clock = {
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
  sleep: async (ms) => {
    await wait(ms)
  },
  random: () => Math.random(),
}

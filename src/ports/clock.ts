/** Time and chance, as arguments. */
export interface Clock {
  /** The day, `yyyy-mm-dd`, UTC. */
  today(): string
  /** Milliseconds on a clock that only goes forward. */
  now(): number
  sleep(ms: number): Promise<void>
  /** From 0 up to and not including 1. */
  random(): number
}

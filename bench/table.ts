/** Medians and ratios, as a table of Markdown. */
import type { Cost } from './measure.ts'
import { FLOOR } from './rivals.ts'

export interface Run extends Cost {
  readonly name: string
  readonly requests: number
  readonly connections: number
  /** Sequential, set-up of connections included. */
  readonly roundTrips: number
  /** Both directions. */
  readonly bytes: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = low] = sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle)
  return sorted.length % 2 === 0 ? (low + high) / 2 : low
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** Ratios are medians of the ratios within a turn: what slows the machine down slows both sides of one. */
export function runsTable(runs: readonly Run[]): string {
  const names = [...new Set(runs.map(({ name }) => name))]
  const of = (name: string): readonly Run[] => runs.filter((run) => run.name === name)
  const floor = of(FLOOR)
  const ratio = (mine: readonly Run[], pick: (run: Run) => number): string => {
    if (floor.length !== mine.length) return ''
    return `${median(mine.map((run, turn) => pick(run) / pick(floor[turn] as Run))).toFixed(2)} ×`
  }
  const rows = names.map((name) => {
    const mine = of(name)
    const middle = (pick: (run: Run) => number): number => median(mine.map(pick))
    return [
      name,
      seconds(middle(({ wallMs }) => wallMs)),
      ratio(mine, ({ wallMs }) => wallMs),
      seconds(middle(({ cpuMs }) => cpuMs)),
      ratio(mine, ({ cpuMs }) => cpuMs),
      megabytes(middle(({ ownBytes }) => ownBytes)),
      megabytes(middle(({ childBytes }) => childBytes)),
      String(middle(({ requests }) => requests)),
      String(middle(({ connections }) => connections)),
      String(middle(({ roundTrips }) => roundTrips)),
      megabytes(middle(({ bytes }) => bytes)),
    ]
  })
  const head = ['', 'wall', 'to floor', 'CPU', 'to floor', 'memory', 'of children']
  return table([...head, 'requests', 'connections', 'round trips', 'bytes'], rows)
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}

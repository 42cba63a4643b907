import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DIST = new URL('../../dist/', import.meta.url)

/** What every run of the action loads of `dist/`: the entry, the adapters, the story and its report. */
export const OF_A_RUN = ['index.js', 'wire.js', 'run.js', 'action-report.js'] as const

/** The files of `dist/` that these load at once, without what they import later. */
export function loadedBy(entries: readonly string[]): readonly string[] {
  const names = new Set(entries)
  for (const name of names)
    for (const [, next = ''] of readDist(name).matchAll(/^import .*"\.\/([\w.-]+)";$/gm)) names.add(next)
  return [...names]
}

export function bytesOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + Buffer.byteLength(readDist(name)), 0)
}

function readDist(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, DIST)), 'utf8')
}

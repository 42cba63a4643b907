/** How long it takes until wrong inputs are told, next to Node alone. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesOf, loadedBy, OF_A_RUN } from '../test/support/loaded.ts'
import { measure } from './measure.ts'
import { median, table } from './table.ts'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))

export async function coldStart(node: string, turns: number): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'image-bump-bench-start-'))
  const env = { PATH: process.env['PATH'] ?? '', INPUT_IMAGES: '', GITHUB_REPOSITORY: 'acme/shop' }
  const starts: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['node -e 0', ['-e', '0']],
    ['dist/index.js, no images', [join(DIST, 'index.js')]],
    ['dist/cli.js --version', [join(DIST, 'cli.js'), '--version']],
    ['dist/cli.js --help', [join(DIST, 'cli.js'), '--help']],
  ]
  const times = starts.map((): number[] => [])
  for (let turn = 0; turn < turns; turn += 1)
    for (const [index, [, args]] of starts.entries())
      times[index]?.push((await measure({ command: [node, ...args], env, cwd })).wallMs)
  await rm(cwd, { recursive: true })
  const rows = starts.map(([name], index) => {
    const ratios = (times[index] ?? []).map((time, turn) => time / (times[0]?.[turn] ?? Number.NaN))
    return [name, `${median(times[index] ?? []).toFixed(0)} ms`, `${median(ratios).toFixed(2)} ×`]
  })
  const run = bytesOf(loadedBy(OF_A_RUN))
  return `${table(['', 'wall', 'to node'], rows)}\n\nA run loads ${run} bytes. All there are: ${await sizes()}.`
}

async function sizes(): Promise<string> {
  const names = (await readdir(DIST)).sort()
  const parts = await Promise.all(names.map(async (name) => `${name} ${(await stat(join(DIST, name))).size}`))
  return parts.join(', ')
}

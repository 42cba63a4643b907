/**
 * Runs the shipped action against its rivals and writes bench/RESULTS.md.
 *   npm run bench -- [--sizes 100,1000] [--rtt 0,50] [--runs 7] [--only floor,image-bump] [--dists FOLDER]
 *     [--flux FOLDER] [--append | --no-write]
 * --dists: a folder with checkouts of actions/checkout (as checkout) and peter-evans/create-pull-request.
 * --flux: a checkout of fluxcd/image-automation-controller, whose update engine is built with Go.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildFlux } from './flux.ts'
import { gitopsRepository } from './gitops.ts'
import { sequentialRoundTrips } from './latency-proxy.ts'
import { machine } from './machine.ts'
import { OURS, rivalsOf, type Rival } from './rivals.ts'
import { openStage, wrongEnd, type Stage } from './stage.ts'
import { coldStart } from './start.ts'
import { many } from './many.ts'
import { markers } from './markers.ts'
import { runsTable, type Run } from './table.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000,100000' },
    rtt: { type: 'string', default: '0,50' },
    runs: { type: 'string', default: '7' },
    dists: { type: 'string' },
    flux: { type: 'string' },
    only: { type: 'string' },
    append: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
})
const node = process.execPath
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const before = values.append ? `${await readFile(RESULTS, 'utf8')}\n` : ''
const only = values.only?.split(',')
const flux = values.flux === undefined ? undefined : await buildFlux(values.flux)
const rivals = rivalsOf({ node, dists: values.dists, flux }).filter(
  ({ name }) => only?.some((part) => name.includes(part)) ?? true,
)
const sections: string[] = [values.append ? await machine() : `# Results\n\n${await machine()}`]

for (const roundTripMs of numbers(values.rtt)) {
  for (const size of numbers(values.sizes)) {
    const stage = await openStage(await gitopsRepository(size), roundTripMs)
    try {
      const runs = await alternate(stage, rivals, Number(values.runs))
      await section(
        `## ${size.toLocaleString('en')} files, round trips of ${roundTripMs} ms, ${values.runs} turns`,
        runsTable(runs),
      )
    } finally {
      await stage.stop()
    }
  }
}
if (only === undefined) {
  await section('## Start', await coldStart(node, Number(values.runs) * 4))
  await section('## Policies at scale', await many(node))
  await section(`## Markers at scale, ${values.runs} turns`, await markers(node, Number(values.runs)))
}
/** One run of each in turn, so that what slows the machine down slows all of them; the first turn only warms up. */
async function alternate(stage: Stage, rivals: readonly Rival[], turns: number): Promise<readonly Run[]> {
  const runs: Run[] = []
  for (let turn = 0; turn <= turns; turn += 1)
    for (const rival of rivals) {
      const run = await runOnce(stage, rival)
      if (turn > 0) runs.push(run)
    }
  return runs
}

async function runOnce(stage: Stage, rival: Rival): Promise<Run> {
  await stage.reset(rival.isIndexed ?? false)
  const cost = await rival.run(stage)
  const { connections, bytesToClient, bytesToServer, flights } = await stage.proxy.take()
  if (rival.name === OURS) stage.keepIndex()
  if (cost.exitCode !== 0) throw new Error(`${rival.name} ended with ${cost.exitCode}:\n${cost.output}`)
  const wrong = rival.ends === 'nothing' ? undefined : await wrongEnd(stage, rival.ends)
  if (wrong !== undefined) throw new Error(`${rival.name} came to another end: ${wrong}\n${cost.output}`)
  return {
    ...cost,
    name: rival.name,
    connections,
    bytes: bytesToClient + bytesToServer,
    requests: stage.github.requests.length,
    roundTrips: sequentialRoundTrips(flights),
  }
}

/** Told and written at once: whoever cuts a long run short keeps what was measured. */
async function section(heading: string, text: string): Promise<void> {
  sections.push(`${heading}\n\n${text}`)
  process.stdout.write(`${heading}\n\n${text}\n\n`)
  if (!values['no-write']) await writeFile(RESULTS, `${before}${sections.join('\n\n')}\n`)
}

function numbers(text: string): readonly number[] {
  return text.split(',').map(Number)
}

/**
 * Feeds mutated and arbitrary bytes to everything that reads what other people wrote.
 *
 *   node scripts/fuzz.ts --seconds 60 [--seed 1] [--save DIR]
 *   node scripts/fuzz.ts --worst [--kib 1024] [--save DIR]   each piece of the dictionary, repeated to that size:
 *                                                           seconds of processor time, and what takes the most
 *
 * Exits with 1 when a promise was broken. `DIR/current` is the input at hand, for the case that it hangs.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PIECES, readCorpus } from './fuzz/corpus.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { TARGETS } from './fuzz/targets.ts'

/** Of each reader, the slowest pieces. */
const SHOWN = 6

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    save: { type: 'string' },
    kib: { type: 'string', default: '1024' },
    worst: { type: 'boolean', default: false },
  },
})
const folder = values.save ?? mkdtempSync(join(tmpdir(), 'image-bump-fuzz-'))
mkdirSync(folder, { recursive: true })
const now = (): number => performance.now()
const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
if (values.worst) worst()
else run()

function run(): void {
  const seed = Number(values.seed)
  const { inputs, failures, slowest } = fuzz({
    corpus: readCorpus(),
    targets: TARGETS,
    seed,
    forMs: Number(values.seconds) * 1000,
    now,
    worked,
    onInput: (input) => writeFileSync(join(folder, 'current'), input),
  })
  console.log(`${inputs} inputs from seed ${seed}; files in ${folder}`)
  for (const { target, ms, input } of slowest) {
    console.log(`  ${target}: at most ${Math.round(ms)} ms, for ${input.length} bytes`)
    writeFileSync(join(folder, `slow-${target.replace(/\W+/g, '-')}`), input)
  }
  for (const [index, { target, message, input }] of failures.entries()) {
    console.log(`\nFAILED ${target}\n${message}\n${JSON.stringify(input.toString('utf8').slice(0, 2000))}`)
    writeFileSync(join(folder, `failure-${index}`), input)
  }
  if (failures.length > 0) process.exitCode = 1
}

function worst(): void {
  const times = PIECES.flatMap((piece) => {
    const unit = Buffer.from(piece)
    const input = Buffer.alloc(Number(values.kib) * 1024, unit)
    return TARGETS.map(({ name, take }) => {
      writeFileSync(join(folder, 'current'), `${name}: ${piece}`)
      const before = worked()
      try {
        take(input)
      } catch (error) {
        console.log(`FAILED ${name} ${JSON.stringify(piece)}: ${String(error).slice(0, 500)}`)
        process.exitCode = 1
      }
      const ms = worked() - before
      if (ms > 2_000) console.log(`${name} ${JSON.stringify(piece)}: ${Math.round(ms)} ms`)
      return { name, piece, ms }
    })
  })
  console.log('\nThe slowest of each:')
  for (const { name } of TARGETS) {
    const own = times.filter((one) => one.name === name).sort((one, other) => other.ms - one.ms)
    const shown = own.slice(0, SHOWN).map(({ piece, ms }) => `${Math.round(ms)} ms ${JSON.stringify(piece)}`)
    console.log(`  ${name}: ${shown.join(', ')}`)
  }
}

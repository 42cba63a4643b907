import { expect, test } from 'vitest'
import { readCorpus } from '../scripts/fuzz/corpus.ts'
import { fuzz, type FuzzReport } from '../scripts/fuzz/fuzz.ts'
import { TARGETS, type Target } from '../scripts/fuzz/targets.ts'

const now = (): number => performance.now()

function fuzzed(targets: readonly Target[], seed: number, forMs: number): FuzzReport {
  return fuzz({ corpus: readCorpus(), targets, seed, forMs, now, worked: now })
}

// A moment of what `node scripts/fuzz.ts` does for as long as one likes.
test('whatever bytes come, only our own errors come back, and no unmarked byte changes', () => {
  const { inputs, failures } = fuzzed(TARGETS, 4, 2_500)
  expect(failures.map(({ target, message, input }) => ({ target, message, input: input.toString('utf8') }))).toEqual([])
  expect(inputs).toBeGreaterThan(10)
})

test('a promise that is broken is found, and the input made small', () => {
  const take = (bytes: Buffer): void => {
    if (bytes.includes('image')) throw new RangeError('no image')
  }
  const { failures } = fuzzed([{ name: 'picky', take }], 4, 300)
  expect(failures).toMatchObject([{ target: 'picky', message: expect.stringContaining('no image') as string }])
  expect(failures[0]?.input.toString()).toBe('image')
})

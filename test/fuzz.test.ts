import { expect, test } from 'vitest'
import { readCorpus } from '../scripts/fuzz/corpus.ts'
import { fuzz } from '../scripts/fuzz/fuzz.ts'

// A moment of what `node scripts/fuzz.ts` does for as long as one likes.
test('whatever bytes come, only our own errors come back, and no unmarked byte changes', () => {
  const { inputs, failures } = fuzz({
    corpus: readCorpus(),
    seed: 4,
    forMs: 2_500,
    now: () => performance.now(),
    worked: () => performance.now(),
  })
  expect(failures.map(({ target, message, input }) => ({ target, message, input: input.toString('utf8') }))).toEqual([])
  expect(inputs).toBeGreaterThan(10)
})

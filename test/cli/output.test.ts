import { expect, test } from 'vitest'
import { jsonPieces, jsonText } from '../../src/cli/output.ts'

const head = { v: 1, policy: 'prod:"[0]"\n    0\n  ]\n}', selected: null }

test.each([0, 1, 2, 499, 500, 501, 1_600])('%d items come out as in one text', (count) => {
  const items = Array.from({ length: count }, (_, index) => ({ tag: `##[${index}`, why: `"[${index}]"\n##[x` }))
  const pieces = [...jsonPieces(head, 'refused', items)]
  expect(pieces.join('')).toBe(jsonText({ ...head, refused: items }))
})

test('no piece waits for the last item', () => {
  let made = 0
  function* items() {
    for (made = 1; made <= 10_000; made += 1) yield made
  }
  for (const piece of jsonPieces({}, 'numbers', items())) {
    expect(piece).toContain('1')
    break
  }
  expect(made).toBeLessThan(1_000)
})

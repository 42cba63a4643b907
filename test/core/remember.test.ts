import { expect, test } from 'vitest'
import { remembering } from '../../src/core/remember.ts'

test('a text is read once, and what was read is the same', () => {
  const texts: string[] = []
  const read = remembering((text) => {
    texts.push(text)
    return { length: text.length }
  })
  expect(read('a')).toBe(read('a'))
  expect([read('a'), read('bc')]).toEqual([{ length: 1 }, { length: 2 }])
  expect(texts).toEqual(['a', 'bc'])
})

test('what is remembered is bounded', () => {
  let count = 0
  const read = remembering((text) => {
    count += 1
    return text
  })
  const texts = Array.from({ length: 5_000 }, (_, index) => String(index))
  expect(texts.map(read)).toEqual(texts)
  expect(texts.toReversed().map(read)).toEqual(texts.toReversed())
  expect(count).toBeGreaterThan(8_000)
})

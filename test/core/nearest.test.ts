import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { nearest } from '../../src/core/nearest.ts'

const KEYS = ['image', 'paths', 'filterTags', 'policy', 'digest', 'hold']

test.each([
  { word: 'imge', among: KEYS, near: 'image', because: 'a letter is missing' },
  { word: 'imagge', among: KEYS, near: 'image', because: 'a letter too many' },
  { word: 'hodl', among: KEYS, near: 'hold', because: 'two neighbours are swapped' },
  { word: 'polisy', among: KEYS, near: 'policy', because: 'one letter is another' },
  { word: 'FILTERTAGS', among: KEYS, near: 'filterTags', because: 'letter case is free' },
  { word: 'diggets', among: KEYS, near: 'digest', because: 'two edits' },
  { word: 'diggetts', among: KEYS, near: undefined, because: 'three edits are too many' },
  { word: 'x', among: ['y'], near: undefined, because: 'nothing of the word stands' },
  { word: 'ab', among: ['ax', 'ay'], near: 'ax', because: 'of equally near words the first' },
  { word: 'prod:shpo', among: ['prod:cart', 'prod:shop'], near: 'prod:shop', because: 'policy names are words too' },
  { word: '', among: KEYS, near: undefined, because: 'nothing is near nothing' },
  { word: 'anything', among: [], near: undefined, because: 'there is no word' },
])('nearest to $word is $near: $because', ({ word, among, near }) => {
  expect(nearest(word, among)).toBe(near)
})

test('one edit can be asked for', () => {
  expect(nearest('diggets', KEYS, 1)).toBeUndefined()
})

test('a word is nearest to itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, others) => {
      expect(nearest(word, [word, ...others])).toBe(word)
    }),
  )
})

test('a key of a megabyte is answered at once', () => {
  expect(nearest('k'.repeat(1_000_000), KEYS)).toBeUndefined()
})

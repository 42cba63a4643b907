import { expect, test } from 'vitest'
import { holdsMarkerText } from '../../../src/core/marker/marker.ts'

test('the key must stand in a file with its double quotes', () => {
  expect(holdsMarkerText(`a: b # {"$imagepolicy": "a:b"}`)).toBe(true)
  expect(holdsMarkerText(`a: b # {'$imagepolicy': 'a:b'}`)).toBe(false)
})

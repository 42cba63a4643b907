import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { compareBytes, comparePlaces } from '../../src/core/compare.ts'
import type { Place, RepoPath } from '../../src/core/names.ts'

test('compareBytes orders as the bytes of UTF-8 do', () => {
  const text = string({ unit: 'binary', maxLength: 6 })
  assert(
    property(text, text, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
    {
      numRuns: 5000,
      examples: [
        ['\u{1F600}', '\uFF5E'],
        ['\u{1F600}', '\u{1F601}'],
        ['a', 'ab'],
        ['', ''],
      ],
    },
  )
})

test('places stand by path in byte order, then line and column; a part that is unknown first, no place at all last', () => {
  const path = 'a.yaml' as RepoPath
  const ascending: (Place | undefined)[] = [
    { path: 'A.yaml' as RepoPath, line: 99 },
    { path },
    { path, line: 9 },
    { path, line: 9, column: 7 },
    { path, line: 10, column: 3 },
    undefined,
  ]
  for (const [index, a] of ascending.entries())
    for (const [other, b] of ascending.entries()) expect(Math.sign(comparePlaces(a, b))).toBe(Math.sign(index - other))
})

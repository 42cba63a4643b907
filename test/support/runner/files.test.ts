import { expect, test } from 'vitest'
import { parsePairs } from './files.ts'

test.each([
  { text: '', pairs: [] },
  { text: 'a=b=c<<d\n', pairs: [['a', 'b=c<<d']] },
  {
    text: 'a<<E\nx\nb=c\n\nE\nz=\n',
    pairs: [
      ['a', 'x\nb=c\n'],
      ['z', ''],
    ],
  },
  { text: 'a<<E\r\nx\r\nE\r\n', pairs: [['a', 'x']] },
  { text: 'a<<E\nE\n', pairs: [['a', '']] },
])('a command file $text holds $pairs', ({ text, pairs }) => {
  expect(parsePairs(text)).toEqual({ pairs: new Map(pairs as [string, string][]), problems: [] })
})

test.each(['a<<E\nx\n', 'plain\n', '=x\n', '<<E\nE\n'])('a command file %j fails the step', (text) => {
  expect(parsePairs(text).problems).toHaveLength(1)
})

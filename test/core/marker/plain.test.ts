import { expect, test } from 'vitest'
import { fitsPlain, plainString } from '../../../src/core/marker/plain.ts'

const STRINGS =
  '1.2.3 v1 20250101-1 _1 123e4567 e1234567 inf NaN latest 1.2.3-rc.1 2025.06.12 a_1 0x 0b12 0o8 1e - -1a +x .. yEs nuLL 2025-06 2025-6-1x'
const OTHERS =
  '20250612 0777 0x1F 0X1f 0b11 +1 -1 1_000 20250101_1 2.10 1e5 1E5 .5 1. 08 09 0o17 .inf -.INF .nan y n yes NO on Off true FALSE ~ null Null 2025-06-12 2025-1-2 1:30 << ='

test.each(STRINGS.split(' '))('%s is a string without quotes', (value) => {
  expect(plainString(value)).toBe(true)
})

test.each(OTHERS.split(' '))('%s would be something else without quotes', (value) => {
  expect(plainString(value)).toBe(false)
  expect(fitsPlain(value, false)).toBe(false)
})

test.each([
  { value: '', fits: false, inFlow: false, because: 'nothing is null' },
  { value: ' a', fits: false, inFlow: false, because: 'blanks at the ends are lost' },
  { value: 'a: b', fits: false, inFlow: false, because: 'it would be a pair' },
  { value: 'a:', fits: false, inFlow: false, because: 'it would be a key' },
  { value: 'a #b', fits: false, inFlow: false, because: 'a comment would start' },
  { value: 'a#b', fits: true, inFlow: false, because: 'no blank stands before the #' },
  { value: '*a', fits: false, inFlow: false, because: 'it would be an alias' },
  { value: '- a', fits: false, inFlow: false, because: 'it would be an item' },
  { value: '-a', fits: true, inFlow: false, because: 'a dash alone is no indicator' },
  { value: '---', fits: false, inFlow: false, because: 'it would end the document' },
  { value: 'a,b', fits: true, inFlow: false, because: 'commas mean nothing here' },
  { value: 'a,b', fits: false, inFlow: true, because: 'a comma ends an entry' },
  { value: 'a\tb\u0007', fits: false, inFlow: false, because: 'control characters need escapes' },
  { value: 'ghcr.io/acme/web:1.2@sha256:ab', fits: true, inFlow: true, because: 'no blank after the colons' },
])('"$value" in a flow collection ($inFlow) fits plain: $fits, $because', ({ value, fits, inFlow }) => {
  expect(fitsPlain(value, inFlow)).toBe(fits)
})

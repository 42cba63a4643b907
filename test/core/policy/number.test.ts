import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from '../../../src/core/policy/number.ts'

// What Go's strconv.ParseFloat(text, 64) answers.
test.each([
  { text: '00012', reads: 12 },
  { text: '+5', reads: 5 },
  { text: '-5', reads: -5 },
  { text: '.5', reads: 0.5 },
  { text: '5.', reads: 5 },
  { text: '1E5', reads: 100_000 },
  { text: '1234e5', reads: 123_400_000 },
  { text: '1_500', reads: 1500 },
  { text: '1e1_0', reads: 1e10 },
  { text: '1e-400', reads: 0 },
  { text: '0e999999999', reads: 0 },
  { text: '20250101120000125', reads: 20250101120000124 },
  { text: '0x1fp0', reads: 31 },
  { text: '0X1P-2', reads: 0.25 },
  { text: '0x_1fp0', reads: 31 },
  { text: '0x1_fp1', reads: 62 },
  { text: '-0x.8p0', reads: -0.5 },
  { text: '0x1.8p1', reads: 3 },
  { text: '0x0p99999999', reads: 0 },
  { text: '0x1p-2000', reads: 0 },
  { text: '0x1p-1074', reads: 5e-324 },
  { text: '0x1p-1075', reads: 0 },
  { text: '0x1.8p-1075', reads: 5e-324 },
  { text: '0x3p-1075', reads: 1e-323 },
  { text: '0x1.fffffffffffffp1023', reads: Number.MAX_VALUE },
  { text: '0x1.00000000000008p0', reads: 1 },
  { text: '0x1.00000000000018p0', reads: 1.0000000000000004 },
  { text: 'inf', reads: Infinity },
  { text: '+Inf', reads: Infinity },
  { text: '-INFINITY', reads: -Infinity },
  { text: 'NaN', reads: Number.NaN },
])('$text is $reads', ({ text, reads }) => {
  expect(readNumber(text)).toBe(reads)
})

test.each([
  '',
  ' 1',
  '1 ',
  '1\n',
  '.',
  '1e',
  '1e+',
  '+-5',
  'v7',
  '1__5',
  '_1',
  '1_',
  '1_.5',
  '1._5',
  '1e_1',
  '1_e5',
  '0x1f',
  '0xp0',
  '0_x1p0',
  '0b1',
  '0o7',
  'infi',
  '+nan',
  '1e999',
  '1e400000000000',
  '0x1p2000',
  '0x1.fffffffffffff8p1023',
  '٣',
])('%j is no number', (text) => {
  expect(readNumber(text)).toBeUndefined()
})

test('what JavaScript prints is read back, decimal and as a hex float', () => {
  fc.assert(
    fc.property(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.nat(2 ** 40),
      fc.integer({ min: -60, max: 60 }),
      (value, mantissa, exponent) => {
        expect(readNumber(String(value))).toBe(value === 0 ? 0 : value)
        expect(readNumber(`0x${mantissa.toString(16)}p${exponent}`)).toBe(mantissa * 2 ** exponent)
      },
    ),
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scalarText } from '../../../src/core/marker/scalar.ts'
import { scan } from '../../../src/core/marker/scan.ts'
import type { RepoPath } from '../../../src/core/names.ts'

test.each([
  { style: 'plain', value: '1.2.3', written: '1.2.3' },
  { style: 'plain', value: '1.10', written: '"1.10"' },
  { style: 'single', value: '1.10', written: "'1.10'" },
  { style: 'single', value: "it's", written: "'it''s'" },
  { style: 'single', value: 'a\nb', written: '"a\\nb"' },
  { style: 'double', value: '1.10', written: '"1.10"' },
  { style: 'double', value: 'a"b\\c', written: '"a\\"b\\\\c"' },
  { style: 'block', value: '1.10', written: '1.10' },
] as const)('$value in $style style is written $written', ({ style, value, written }) => {
  expect(scalarText({ style, inFlow: false }, value)).toBe(written)
})

const MARKER = '# {"$imagepolicy": "ns:app"}'
const HOLDERS = [
  { style: 'plain', inFlow: false, around: (token: string) => `a: ${token} ${MARKER}\n` },
  { style: 'plain', inFlow: true, around: (token: string) => `a: [\n  ${token}, ${MARKER}\n]\n` },
  { style: 'single', inFlow: false, around: (token: string) => `- ${token} ${MARKER}\n` },
  { style: 'double', inFlow: true, around: (token: string) => `{ a: ${token} ${MARKER}\n}\n` },
] as const

const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/)
const digits = fc.stringMatching(/^[0-9]{1,4}[-._eExob:]?[0-9]{0,4}[-._]?[0-9]{0,2}$/)
const reference = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,6}(?:\.[a-z0-9]{1,4})?(?::[0-9]{1,4})?\/[a-z0-9]{1,8}$/), tag)
  .map((parts) => parts.join(':'))

test.each(HOLDERS)('any value written in $style style, in flow $inFlow, reads as that value', (holder) => {
  fc.assert(
    fc.property(
      fc.oneof(tag, digits, reference, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
      (value) => {
        const { fields, findings } = scan('x.yaml' as RepoPath, holder.around(scalarText(holder, value)))
        expect(findings).toEqual([])
        expect(fields.map((field) => field.value)).toEqual([value])
      },
    ),
    { numRuns: 200 },
  )
})

test('any tag or reference written as a block reads as that value', () => {
  fc.assert(
    fc.property(fc.oneof(tag, digits.filter(Boolean), reference), (value) => {
      const { fields } = scan(
        'x.yaml' as RepoPath,
        `a: | ${MARKER}\n  ${scalarText({ style: 'block', inFlow: false }, value)}\n`,
      )
      expect(fields.map((field) => field.value)).toEqual([value])
    }),
    { numRuns: 200 },
  )
})

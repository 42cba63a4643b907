import { assert, nat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { redactor } from '../../../../src/adapters/github/http/redact.ts'

const TOKEN = 'ghs_abc/+=DEF'

test.each([
  { form: TOKEN, because: 'plain' },
  { form: encodeURIComponent(TOKEN), because: 'in an address' },
  { form: Buffer.from(`x-access-token:${TOKEN}`).toString('base64'), because: 'as git sends it' },
  { form: Buffer.from(TOKEN).toString('base64'), because: 'encoded alone' },
])('the token is hidden: $because', ({ form }) => {
  expect(redactor(TOKEN)(`a ${form} b`)).toBe('a *** b')
})

test('any text comes out as one bounded line without the token', () => {
  const redact = redactor(TOKEN)
  assert(
    property(string({ unit: 'binary', maxLength: 2000 }), nat(), (text, at) => {
      const shown = redact(text.slice(0, at % 2000) + TOKEN + text.slice(at % 2000))
      expect(shown).not.toContain(TOKEN)
      expect(shown).not.toMatch(/\p{Cc}/u)
      expect(shown.length).toBeLessThanOrEqual(501)
    }),
  )
})

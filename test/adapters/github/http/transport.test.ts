import { expect, test } from 'vitest'
import { redactor } from '../../../../src/adapters/github/http/redact.ts'
import { transport, trustedOrigin } from '../../../../src/adapters/github/http/transport.ts'
import { type Answer, scriptedSend } from '../../../support/scripted-send.ts'

function guarded(...answers: readonly Answer[]) {
  const { send, sent } = scriptedSend(...answers)
  const origins = new Set(['https://api.github.com'])
  return { sent, fetch: transport({ origins, send, timeoutMs: 1000, redact: redactor('token') }) }
}

test.each([
  'https://evil.example.com/repos/acme/gitops',
  'http://api.github.com/repos/acme/gitops',
  'https://api.github.com:8443/repos/acme/gitops',
  'https://api.github.com.evil.example.com/',
])('nothing is sent to %s', async (url) => {
  const { fetch, sent } = guarded({ status: 200 })
  await expect(fetch(url)).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
  expect(sent).toEqual([])
})

test('an answer without a body is passed on', async () => {
  const { fetch } = guarded({ status: 204 })
  expect((await fetch('https://api.github.com/x')).status).toBe(204)
})

test('what is wrong is read from GitHub’s shapes, whatever they hold', async () => {
  const errors = ['plain', { code: 'invalid', field: 'head', resource: 'PullRequest' }, { message: 'said' }, 7, null]
  const { fetch } = guarded({ status: 422, body: { message: 'Validation Failed', errors } })
  await expect(fetch('https://api.github.com/x')).rejects.toMatchObject({
    status: 422,
    problems: [
      { message: 'Validation Failed' },
      { message: 'plain' },
      { message: 'PullRequest head invalid', code: 'invalid', field: 'head', resource: 'PullRequest' },
      { message: 'said' },
      { message: 'no reason given' },
      { message: 'no reason given' },
    ],
  })
})

test.each([
  ['https://ghes.example.com/api/v3', 'https://ghes.example.com'],
  ['http://127.0.0.1:8080/api/v3', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['http://localhost/api/v3', 'http://localhost'],
])('%s may be trusted with the token as %s', (address, origin) => {
  expect(trustedOrigin('GITHUB_API_URL', address)).toBe(origin)
})

test.each(['http://127.0.0.1.evil.example.com/', 'http://10.0.0.1/', 'ftp://github.com/', ''])(
  '%j may not',
  (address) => {
    expect(() => trustedOrigin('GITHUB_API_URL', address)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  },
)

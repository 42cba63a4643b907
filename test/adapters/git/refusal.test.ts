import { expect, test } from 'vitest'
import { protectedBy, refusal } from '../../../src/adapters/git/refusal.ts'

const URL = 'https://example.com/acme/deploy.git'

test.each([
  { stderr: "fatal: could not read Username for 'https://example.com': terminal prompts disabled", code: 'BAD_TOKEN' },
  {
    stderr: "remote: Invalid username or token.\nfatal: Authentication failed for 'https://example.com/'",
    code: 'BAD_TOKEN',
  },
  {
    stderr:
      'remote: Permission to acme/deploy.git denied to bot.\nfatal: unable to access: The requested URL returned error: 403',
    code: 'PERMISSION_MISSING',
  },
  {
    stderr:
      "remote: Write access to repository not granted.\nfatal: unable to access 'x': The requested URL returned error: 403",
    code: 'PERMISSION_MISSING',
  },
  {
    stderr: "remote: Repository not found.\nfatal: repository 'https://example.com/acme/deploy.git/' not found",
    code: 'REPOSITORY_NOT_FOUND',
  },
  { stderr: "fatal: unable to access 'x': The requested URL returned error: 301", code: 'REPOSITORY_NOT_FOUND' },
  { stderr: "fatal: unable to access 'x': The requested URL returned error: 429", code: 'RATE_LIMITED' },
  { stderr: "fatal: unable to access 'x': The requested URL returned error: 503", code: 'REMOTE_UNAVAILABLE' },
  { stderr: "fatal: unable to access 'x': Could not resolve host: example.com", code: 'REMOTE_UNAVAILABLE' },
  { stderr: "fatal: unable to access 'x': Failed to connect to example.com port 443", code: 'REMOTE_UNAVAILABLE' },
  { stderr: 'fatal: early EOF\nfatal: fetch-pack: invalid index-pack output', code: 'REMOTE_UNAVAILABLE' },
  { stderr: 'fatal: the remote end hung up unexpectedly', code: 'REMOTE_UNAVAILABLE' },
  {
    stderr: "fatal: unable to access 'x': SSL certificate problem: self signed certificate",
    code: 'REMOTE_UNAVAILABLE',
  },
  { stderr: 'remote: error: GH006: Protected branch update failed', code: 'BRANCH_PROTECTED' },
  { stderr: 'fatal: something new', code: 'REMOTE_REFUSED' },
  { stderr: '', code: 'REMOTE_REFUSED' },
])('$stderr is $code', ({ stderr, code }) => {
  const error = refusal({ command: 'fetch', url: URL, need: 'read', exitCode: 128, stderr })
  expect(error.code).toBe(code)
  expect(error.message).toContain(URL)
})

test.each(['read', 'write'] as const)('a missing permission is named: %s', (need) => {
  const stderr = 'The requested URL returned error: 403'
  expect(refusal({ command: 'push', url: URL, need, exitCode: 128, stderr }).message).toContain(`\`contents: ${need}\``)
})

test('without a remote a failure is ours', () => {
  expect(refusal({ command: 'grep', url: undefined, need: 'read', exitCode: 2, stderr: 'x' })).toMatchObject({
    code: 'BUG',
  })
})

test.each([
  {
    stderr:
      'remote: error: GH013: Repository rule violations found\nremote: - Changes must be made through a pull request.',
    rule: 'GH013: Repository rule violations found remote: - Changes must',
  },
  { stderr: '! (protected branch hook declined)', rule: 'protected branch hook declined' },
  { stderr: '! [rejected] (stale info)', rule: undefined },
])('the rule in $stderr', ({ stderr, rule }) => {
  if (rule === undefined) expect(protectedBy(stderr)).toBeUndefined()
  else expect(protectedBy(stderr)).toContain(rule)
})

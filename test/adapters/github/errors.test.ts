import { expect, test } from 'vitest'
import { type Ask, rateLimited, toBumpError } from '../../../src/adapters/github/errors.ts'
import { RemoteFailure, type RemoteFailureFacts } from '../../../src/adapters/github/http/remote-failure.ts'
import type { ErrorCode } from '../../../src/core/errors.ts'

interface Row {
  readonly said: string
  readonly status: number
  readonly headers?: RemoteFailureFacts['headers']
  readonly more?: RemoteFailureFacts['problems']
  readonly ask?: Partial<Ask>
  readonly code: ErrorCode
  readonly tells: string
}

const ASK: Ask = { to: 'open the pull request', repository: 'acme/gitops', permission: 'pull-requests: write' }
const ON_MAIN = { to: 'move the branch', permission: 'contents: write', branch: 'main' }

test.each<Row>([
  { status: 401, said: 'Bad credentials', code: 'BAD_TOKEN', tells: 'wrong, expired or revoked' },
  {
    status: 403,
    said: 'Resource not accessible by integration',
    code: 'PERMISSION_MISSING',
    tells: 'the permission pull-requests: write',
  },
  {
    status: 403,
    said: 'Resource not accessible by personal access token',
    headers: { acceptedPermissions: 'contents=write,workflows=write; administration=write' },
    code: 'PERMISSION_MISSING',
    tells: 'contents: write and workflows: write or administration: write',
  },
  {
    status: 403,
    said: 'Resource not accessible by integration',
    headers: { acceptedPermissions: 'x"y, <script>' },
    code: 'PERMISSION_MISSING',
    tells: 'pull-requests: write',
  },
  {
    status: 403,
    said: 'GitHub Actions is not permitted to create or approve pull requests.',
    code: 'PERMISSION_MISSING',
    tells: '"Allow GitHub Actions to create and approve pull requests" under Settings > Actions > General',
  },
  {
    status: 403,
    said: 'Resource protected by organization SAML enforcement.',
    headers: { sso: 'required; url=https://github.com/orgs/acme/sso?authorization_request=1' },
    code: 'PERMISSION_MISSING',
    tells: 'authorized for single sign-on at "https://github.com/orgs/acme/sso?authorization_request=1"',
  },
  { status: 404, said: 'Not Found', code: 'REPOSITORY_NOT_FOUND', tells: 'a private repository looks just the same' },
  {
    status: 200,
    said: "Could not resolve to a Repository with the name 'acme/gitops'.",
    more: [{ message: '', type: 'NOT_FOUND' }],
    code: 'REPOSITORY_NOT_FOUND',
    tells: 'acme/gitops',
  },
  {
    status: 200,
    said: 'Resource not accessible by integration',
    more: [{ message: '', type: 'FORBIDDEN' }],
    code: 'PERMISSION_MISSING',
    tells: 'pull-requests: write',
  },
  {
    status: 422,
    said: 'Validation Failed',
    more: [{ message: 'PullRequest base invalid', code: 'invalid', field: 'base', resource: 'PullRequest' }],
    code: 'REMOTE_REFUSED',
    tells: 'the base branch is not there',
  },
  { status: 422, said: 'body is too long (maximum is 65536 characters)', code: 'REMOTE_REFUSED', tells: '65,536' },
  { status: 410, said: 'Issues are disabled for this repo', code: 'REMOTE_REFUSED', tells: 'switched off' },
  {
    status: 422,
    said: 'Repository rule violations found',
    more: [{ message: 'Changes must be made through a pull request.' }],
    ask: ON_MAIN,
    code: 'BRANCH_PROTECTED',
    tells: 'branch "main" is protected',
  },
  {
    status: 403,
    said: 'You are not authorized to push to this branch. Protected branch update failed.',
    ask: ON_MAIN,
    code: 'BRANCH_PROTECTED',
    tells: 'Exempt the token',
  },
  {
    status: 403,
    said: 'refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission',
    ask: ON_MAIN,
    code: 'PERMISSION_MISSING',
    tells: 'workflows: write',
  },
  { status: 503, said: 'Unicorn!', code: 'REMOTE_UNAVAILABLE', tells: 'HTTP 503' },
  { status: 429, said: 'slow down', code: 'RATE_LIMITED', tells: 'Run again' },
])('$status "$said" is $code', ({ status, said, headers = {}, more = [], ask = {}, code, tells }) => {
  const failure = new RemoteFailure({ status, headers, problems: [{ message: said }, ...more] })
  const error = toBumpError(failure, { ...ASK, ...ask })
  expect(error.code).toBe(code)
  expect(error.message).toContain(tells)
  expect(error.cause).toBe(failure)
})

test('no answer at all says what the network said', () => {
  const error = toBumpError(new RemoteFailure({ problems: [{ message: 'read ECONNRESET' }] }), ASK)
  expect(error.code).toBe('REMOTE_UNAVAILABLE')
  expect(error.message).toContain('read ECONNRESET')
})

test.each([
  { date: 'Fri, 02 Jan 2026 03:04:05 GMT', tells: 'Run again after 2026-01-02T03:14:05.000Z.' },
  { date: undefined, tells: 'Run again in 600 s.' },
])('a limit past the budget, answered at $date, tells: $tells', ({ date, tells }) => {
  const headers = date === undefined ? {} : { date }
  const failure = new RemoteFailure({ status: 429, headers, problems: [{ message: 'slow down' }] })
  expect(rateLimited(failure, ASK, 600_000).message).toContain(tells)
})

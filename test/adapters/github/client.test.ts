import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { githubClient, type GithubClientOptions, type Request } from '../../../src/adapters/github/client.ts'
import { behind } from '../../../src/adapters/github/http/remote-failure.ts'
import { BumpError } from '../../../src/core/errors.ts'
import { type Answer, ANSWERED_AT, fakeClock, scriptedSend } from '../../support/scripted-send.ts'

const TOKEN = 'ghs_S3cretS3cretS3cretS3cret'
const READ: Request = { to: 'look', repository: 'acme/gitops', permission: 'contents: read', repeatable: true }
const WRITE: Request = { to: 'write', repository: 'acme/gitops', permission: 'contents: write', repeatable: false }
const OK = { status: 200, body: { number: 7 } }

function clientWith(answers: readonly Answer[], options: Partial<GithubClientOptions> = {}) {
  const { send, sent } = scriptedSend(...answers)
  const clock = fakeClock()
  const client = githubClient({
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    token: TOKEN,
    send,
    clock,
    random: () => 1,
    ...options,
  })
  const get = (request: Request = READ) =>
    client.rest(request, (api) => api.pulls.get({ owner: 'acme', repo: 'gitops', pull_number: 7 }))
  return { client, sent, clock, get }
}

async function failureOf(work: Promise<unknown>): Promise<BumpError> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (error instanceof BumpError) return error
  throw new Error('expected a BumpError', { cause: error })
}

describe('what is repeated', () => {
  const unavailable = { status: 502, body: 'bad gateway' }
  test.each<{ answers: Answer[]; because: string }>([
    { answers: ['reset', OK], because: 'a reset' },
    { answers: [{ status: 500 }, OK], because: 'a server error' },
    { answers: [unavailable, { status: 503 }, { status: 504 }, OK], because: 'several in a row' },
    { answers: ['cut', OK], because: 'an answer cut short is none' },
  ])('a read is sent again: $because', async ({ answers }) => {
    const { get, sent } = clientWith(answers)
    expect(await get()).toMatchObject({ number: 7 })
    expect(sent).toHaveLength(answers.length)
  })

  test('a request that hangs is given up in time and a read is sent again', async () => {
    const { get, sent } = clientWith(['hang', OK], { timeoutMs: 20 })
    await get()
    expect(sent).toHaveLength(2)
  })

  test.each<{ answer: Answer }>([{ answer: 'reset' }, { answer: { status: 500 } }, { answer: 'cut' }])(
    'a write is not sent again after $answer: it may have been carried out',
    async ({ answer }) => {
      const { get, sent } = clientWith([answer, OK])
      expect((await failureOf(get(WRITE))).code).toBe('REMOTE_UNAVAILABLE')
      expect(sent).toHaveLength(1)
    },
  )

  test('what GitHub says no to is not sent again', async () => {
    const { get, sent } = clientWith([{ status: 422, body: { message: 'Validation Failed' } }, OK])
    expect((await failureOf(get())).code).toBe('REMOTE_REFUSED')
    expect(sent).toHaveLength(1)
  })

  test('pauses double from 250 ms to 4 s, and six tries are all', async () => {
    const { get, sent, clock } = clientWith([unavailable])
    expect((await failureOf(get())).code).toBe('REMOTE_UNAVAILABLE')
    expect(clock.sleeps).toEqual([250, 500, 1000, 2000, 4000])
    expect(sent).toHaveLength(6)
  })

  test('a GraphQL server error, which comes with HTTP 200, is one too', async () => {
    const broken = {
      data: null,
      errors: [{ message: 'Something went wrong while executing your query on 2026-01-02.' }],
    }
    const { client, sent } = clientWith([
      { status: 200, body: broken },
      { status: 200, body: { data: { viewer: { login: 'x' } } } },
    ])
    expect(await client.graphql(READ, 'query { viewer { login } }', {})).toEqual({ viewer: { login: 'x' } })
    expect(sent).toHaveLength(2)
  })
})

describe('limits', () => {
  const start = Date.parse(ANSWERED_AT)
  const reset = (seconds: number) => String(start / 1000 + seconds)
  test.each<{ answer: Answer; waitMs: number; because: string }>([
    { answer: { status: 429, headers: { 'retry-after': '17' } }, waitMs: 17_000, because: 'seconds' },
    {
      answer: { status: 429, headers: { 'retry-after': 'Fri, 02 Jan 2026 03:04:35 GMT' } },
      waitMs: 30_000,
      because: 'a date',
    },
    { answer: { status: 403, headers: { 'retry-after': '5' } }, waitMs: 5000, because: 'a secondary limit is a 403' },
    {
      answer: { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(40) } },
      waitMs: 41_000,
      because: 'the reset, where nothing remains',
    },
    {
      answer: { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } },
      waitMs: 60_000,
      because: 'a minute where GitHub does not say',
    },
    { answer: { status: 429, headers: { 'retry-after': '0' } }, waitMs: 1000, because: 'never in a tight loop' },
  ])('even a write waits $waitMs ms and is sent again: $because', async ({ answer, waitMs }) => {
    const { get, sent, clock } = clientWith([answer, OK])
    await get(WRITE)
    expect(clock.sleeps).toEqual([waitMs])
    expect(sent).toHaveLength(2)
  })

  test.each(['RATE_LIMITED', 'RATE_LIMIT'])('GraphQL tells of a limit with HTTP 200 and type %s', async (type) => {
    const limited = { data: null, errors: [{ type, message: 'API rate limit exceeded' }] }
    const { client, clock } = clientWith([
      { status: 200, headers: { 'retry-after': '3' }, body: limited },
      { status: 200, body: { data: { viewer: {} } } },
    ])
    await client.graphql(WRITE, 'query { viewer { login } }', {})
    expect(clock.sleeps).toEqual([3000])
  })

  test('a wait past the budget ends the run and says when to try again', async () => {
    const { get, clock } = clientWith([{ status: 429, headers: { 'retry-after': '600' } }])
    const error = await failureOf(get())
    expect(error.code).toBe('RATE_LIMITED')
    expect(error.message).toContain('2026-01-02T03:14:05.000Z')
    expect(clock.sleeps).toEqual([])
  })

  test('the budget is that of all requests together', async () => {
    const limited = { status: 429, headers: { 'retry-after': '50' } }
    const { get, clock } = clientWith([limited, OK, limited, OK, limited, OK])
    await get()
    await get()
    expect((await failureOf(get())).code).toBe('RATE_LIMITED')
    expect(clock.sleeps).toEqual([50_000, 50_000])
  })

  test('requests side by side pay once for a limit they wait for together', async () => {
    const limited = { status: 429, headers: { 'retry-after': '100' } }
    const asked: number[] = []
    const answers = [limited, limited, OK]
    let now = 0
    const clock = {
      now: () => now,
      // Both sleep the same hundred seconds.
      sleep: async (ms: number) => {
        asked.push(ms)
        await Promise.resolve()
        now = 100_000
      },
    }
    const { get } = clientWith(answers, { clock })
    await Promise.all([get(), get()])
    expect(asked).toEqual([100_000, 100_000])
  })
})

describe('where the token goes', () => {
  test.each<{ apiUrl?: string; graphqlUrl?: string; because: string }>([
    { apiUrl: 'http://github.example.com/api/v3', because: 'http sends it in the clear' },
    { graphqlUrl: 'http://github.example.com/api/graphql', because: 'for GraphQL too' },
    { apiUrl: 'https://user:pass@github.example.com', because: 'credentials in an address end up in logs' },
    { apiUrl: 'github.example.com', because: 'no address' },
    { apiUrl: 'file:///etc/passwd', because: 'no web address' },
  ])('$apiUrl$graphqlUrl is refused: $because', (options) => {
    expect(() => clientWith([OK], options)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })

  test.each(['', ' ', 'a b', 'a\nb'])(
    'a token %j that no header can carry is refused before anything is sent',
    (token) => {
      expect(() => clientWith([OK], { token })).toThrow(expect.objectContaining({ code: 'BAD_TOKEN' }))
    },
  )

  test.each([
    ['https://ghes.example.com/api/v3', 'https://ghes.example.com/api/graphql'],
    ['https://ghes.example.com/api/v3/', 'https://graphql.example.com:8443/odd/place'],
    ['http://127.0.0.1:8080/api/v3', 'http://localhost:8080/api/graphql'],
  ])('%s and %s are used exactly', async (apiUrl, graphqlUrl) => {
    const { client, get, sent } = clientWith([{ status: 200, body: { number: 7, data: { viewer: {} } } }], {
      apiUrl,
      graphqlUrl,
    })
    await get()
    await client.graphql(READ, 'query { viewer { login } }', {})
    expect(sent.map(({ url }) => url)).toEqual([`${apiUrl.replace(/\/$/, '')}/repos/acme/gitops/pulls/7`, graphqlUrl])
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([`token ${TOKEN}`, `token ${TOKEN}`])
    expect(sent[0]?.headers.get('user-agent')).toMatch(/^image-bump/)
  })

  test('a redirect to another host is refused, not followed', async () => {
    const elsewhere = {
      status: 302,
      headers: { location: 'https://evil.example.com/repositories/1/pulls/7' },
      body: {},
    }
    const { get, sent } = clientWith([
      elsewhere,
      { status: 200, body: { data: { repository: { nameWithOwner: 'e/e' } } } },
    ])
    const error = await failureOf(get())
    expect(error).toMatchObject({ code: 'REMOTE_REFUSED' })
    expect(error.message).toContain('evil.example.com')
    expect(sent).toHaveLength(1)
  })

  test('a renamed repository is an error that names the new name', async () => {
    const { get, sent } = clientWith([
      { status: 301, headers: { location: 'https://api.github.com/repositories/1300192/pulls/7' }, body: {} },
      { status: 200, body: { data: { repository: { nameWithOwner: 'acme/clusters' } } } },
    ])
    const error = await failureOf(get())
    expect(error.code).toBe('REPOSITORY_NOT_FOUND')
    expect(error.message).toContain('acme/clusters')
    expect(sent).toHaveLength(2)
  })

  test.each<{ answer: Answer }>([
    { answer: { status: 422, body: { message: `no ${TOKEN} here`, errors: [{ message: `Basic ${TOKEN}` }] } } },
    { answer: { status: 401, body: { message: Buffer.from(`x-access-token:${TOKEN}`).toString('base64') } } },
    {
      answer: {
        status: 403,
        headers: { 'x-accepted-github-permissions': TOKEN, 'x-github-sso': `required; url=${TOKEN}` },
      },
    },
    { answer: { status: 302, headers: { location: `https://evil.example.com/?t=${TOKEN}` } } },
    { answer: 'reset' },
    { answer: { status: 200, body: `<html>${TOKEN}</html>` } },
  ])('the token is nowhere in the error of $answer', async ({ answer }) => {
    const { get } = clientWith([answer])
    const error = await failureOf(get())
    const everything = `${inspect(error, { depth: 10, showHidden: true })}${error.stack}${JSON.stringify(error)}`
    expect(everything).not.toContain(TOKEN)
    expect(everything).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'))
  })

  test('what the other side says is one bounded line', async () => {
    const { get } = clientWith([{ status: 422, body: { message: `a\n::error::b\u001B[31m\u202E${'x'.repeat(5000)}` } }])
    const { message } = await failureOf(get())
    expect(message).not.toMatch(/[\p{Cc}\u202E]/u)
    expect(message.length).toBeLessThan(1000)
  })
})

describe('answers', () => {
  test('a page that is not JSON is not taken for an answer', async () => {
    const { get } = clientWith([{ status: 200, body: '<html>Please log in</html>' }])
    expect(await failureOf(get())).toMatchObject({ code: 'REMOTE_UNAVAILABLE' })
  })

  test('a GraphQL field that the token may not see costs only itself', async () => {
    const body = { data: { repository: { id: 'R', team: null } }, errors: [{ type: 'FORBIDDEN', message: 'no' }] }
    const { client } = clientWith([{ status: 200, body }])
    expect(await client.graphql(READ, 'query', {})).toEqual(body.data)
  })

  test('what GitHub said stands behind the error, code by code', async () => {
    const body = { message: 'Validation Failed', errors: [{ resource: 'PullRequest', code: 'invalid', field: 'head' }] }
    const { get } = clientWith([{ status: 422, body }])
    const failure = behind(await failureOf(get()))
    expect(failure?.status).toBe(422)
    expect(failure?.hasCode('invalid')).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import { githubClient } from '../../../src/adapters/github/client.ts'
import { githubSource } from '../../../src/adapters/github/source.ts'
import { type Answer, fakeClock, respond, scriptedSend, type Sent } from '../../support/scripted-send.ts'
import type { Send } from '../../../src/adapters/github/http/network.ts'

function sourceWith(send: Send) {
  const options = { apiUrl: 'https://api.github.com', graphqlUrl: 'https://api.github.com/graphql', token: 'token' }
  return githubSource(githubClient({ ...options, send, clock: fakeClock(), random: () => 0 }))
}

const listed = (sha: string, message = sha, login: string | null = 'ada') => ({
  sha,
  commit: { message, author: { name: 'Ada Lovelace' } },
  author: login === null ? null : { login },
})

/** GitHub's compare call over `total` commits named 1, 2, … in the order they were made. */
function comparing(total: number): { send: Send; sent: Sent[] } {
  const { sent, send: record } = scriptedSend({ status: 200 })
  const send: Send = async (request) => {
    await record(request)
    const query = request.url.searchParams
    const start = (Number(query.get('page')) - 1) * 100
    const numbers = Array.from({ length: Math.max(0, Math.min(100, total - start)) }, (_, index) => start + index + 1)
    const commits = numbers.map((n) => listed(String(n)))
    return respond({ status: 200, body: { status: 'ahead', total_commits: total, commits } })
  }
  return { send, sent }
}

test.each([
  { total: 0, listed: 0, requests: 1, because: 'nothing to list' },
  { total: 100, listed: 100, requests: 1, because: 'one page' },
  { total: 101, listed: 101, requests: 2, because: 'two pages' },
  { total: 250, listed: 250, requests: 3, because: 'as many as are shown' },
  { total: 251, listed: 250, requests: 3, because: 'the oldest is left out' },
  { total: 1000, listed: 250, requests: 4, because: 'the middle pages are not asked for' },
  { total: 4242, listed: 250, requests: 5, because: 'nor are they where the last page is short' },
])('of $total commits the newest $listed come in $requests requests: $because', async (row) => {
  const { send, sent } = comparing(row.total)
  const comparison = await sourceWith(send).compare('acme/api', 'aaa', 'bbb')
  const newest = Array.from({ length: row.listed }, (_, index) => String(row.total - index))
  expect(comparison).toMatchObject({ status: 'ahead', total: row.total })
  expect(comparison?.commits.map(({ id }) => id)).toEqual(newest)
  expect(sent).toHaveLength(row.requests)
})

test.each([
  { message: 'fix: login (#123)\n\nlong story (#9)', subject: 'fix: login (#123)', pullRequest: 123 },
  { message: 'Merge pull request #45 from a/b\n\nfix', subject: 'Merge pull request #45 from a/b', pullRequest: 45 },
  { message: 'revert "x (#7)" now', subject: 'revert "x (#7)" now', pullRequest: undefined },
  { message: 'windows\r\nline', subject: 'windows', pullRequest: undefined },
  { message: '', subject: '', pullRequest: undefined },
])('the subject of $message is $subject, of pull request $pullRequest', async ({ message, subject, pullRequest }) => {
  const body = { status: 'ahead', total_commits: 1, commits: [listed('abc', message)] }
  const { send } = scriptedSend({ status: 200, body })
  const commits = (await sourceWith(send).compare('acme/api', 'aaa', 'bbb'))?.commits
  expect(commits).toEqual([
    { id: 'abc', subject, author: 'ada', ...(pullRequest === undefined ? {} : { pullRequest }) },
  ])
})

test('an author without an account is called by the name in the commit', async () => {
  const body = { status: 'ahead', total_commits: 1, commits: [listed('abc', 'x', null)] }
  const { send } = scriptedSend({ status: 200, body })
  expect((await sourceWith(send).compare('acme/api', 'aaa', 'bbb'))?.commits[0]?.author).toBe('Ada Lovelace')
})

describe('unreadable', () => {
  test.each<{ answer: Answer; because: string }>([
    { answer: { status: 404, body: { message: 'Not Found' } }, because: 'private or gone' },
    { answer: { status: 403, body: { message: 'Resource not accessible by integration' } }, because: 'no permission' },
    {
      answer: { status: 301, headers: { location: 'https://api.github.com/repositories/7/compare/x' } },
      because: 'moved',
    },
  ])('is undefined: $because', async ({ answer }) => {
    const { send } = scriptedSend(answer, { status: 200, body: { data: { repository: { nameWithOwner: 'a/new' } } } })
    expect(await sourceWith(send).compare('acme/api', 'aaa', 'bbb')).toBeUndefined()
  })

  test.each([
    ['acme/api/..', 'aaa', 'bbb'],
    ['acme/..', 'aaa', 'bbb'],
    ['api', 'aaa', 'bbb'],
    ['acme/api', 'evil:main', 'bbb'],
    ['acme/api', 'aaa', 'b...c'],
    ['acme/api', '', 'bbb'],
    ['acme/api', 'aaa', '-x'],
  ])('%s %s %s is undefined and nothing is sent', async (repository, from, to) => {
    const { send, sent } = scriptedSend({ status: 200 })
    expect(await sourceWith(send).compare(repository, from, to)).toBeUndefined()
    expect(sent).toEqual([])
  })

  test('a token that is not taken, and a service that is down, are errors', async () => {
    const denied = scriptedSend({ status: 401, body: { message: 'Bad credentials' } })
    await expect(sourceWith(denied.send).compare('acme/api', 'a', 'b')).rejects.toMatchObject({ code: 'BAD_TOKEN' })
    const down = scriptedSend({ status: 503 })
    await expect(sourceWith(down.send).compare('acme/api', 'a', 'b')).rejects.toMatchObject({
      code: 'REMOTE_UNAVAILABLE',
    })
  })
})

test('a pair is compared once, as nothing can change about it; a comparison that failed is asked for again', async () => {
  const { send, sent } = scriptedSend(
    { status: 404, body: { message: 'Not Found' } },
    { status: 200, body: { status: 'ahead', total_commits: 1, commits: [listed('b')] } },
  )
  const source = sourceWith(send)
  expect(await source.compare('acme/shop', 'a', 'b')).toBe(undefined)
  const [one, other] = await Promise.all([source.compare('acme/shop', 'a', 'b'), source.compare('acme/shop', 'a', 'b')])
  expect(one).toEqual(other)
  expect(one).toMatchObject({ status: 'ahead', total: 1 })
  expect(sent).toHaveLength(2)
})

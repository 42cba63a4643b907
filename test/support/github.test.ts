/** The stand-in as git meets it; what goes wrong on purpose. Were it kinder than GitHub, tests against it would prove nothing. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { github, NAME, octokit, refusalOf, REPO, token, useAcme, ZERO } from './github/acme.ts'
import { operations } from './github/openapi.ts'
import { ROUTES } from './github/rest/serve.ts'

useAcme()

const run = promisify(execFile)

describe('git', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'github-test-'))
  })
  afterEach(async () => rm(folder, { recursive: true, force: true }))

  async function git(args: readonly string[], secret: string | undefined = token): Promise<string> {
    const basic = Buffer.from(`x-access-token:${secret}`).toString('base64')
    const header = ['-c', `http.extraHeader=Authorization: basic ${basic}`]
    const all = [
      '-C',
      folder,
      '-c',
      'user.name=p',
      '-c',
      'user.email=p@example.com',
      ...(secret === '' ? [] : header),
      ...args,
    ]
    const environment = {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    }
    const done = await run('git', all, { env: environment }).catch(
      (error: unknown) => error as { stdout: string; stderr: string },
    )
    return done.stdout + done.stderr
  }
  const url = (name = NAME): string => github.gitUrl(name)

  async function cloneAndCommit(): Promise<void> {
    await git(['clone', '-q', url(), '.'])
    await writeFile(join(folder, 'run'), 'changed\n')
    await git(['commit', '-qam', 'two'])
  }

  test('a clone gives the files with their modes, whatever the case of the owner', async () => {
    await git(['clone', '-q', url('ACME/GitOps'), '.'])
    expect(await git(['ls-tree', '-r', 'HEAD'])).toMatch(/100644 blob .*apps\/api.yaml\n100755 blob .*run/)
  })

  test('a partial fetch is served', async () => {
    await git(['clone', '-q', '--bare', '--depth=1', '--filter=blob:none', url(), '.'])
    expect(await git(['rev-list', '--objects', '--missing=print', '--all'])).toContain('?')
  })

  test('a request that git compresses is understood', async () => {
    await Promise.all(Array.from({ length: 40 }, async (_, n) => github.commitTo(NAME, `b${n}`, { n: `${n}` })))
    await git(['clone', '-q', '--bare', url(), '.'])
    expect(await git(['for-each-ref', '--count=100', '--format=%(refname)'])).toContain('refs/heads/b39')
    expect(github.requests.at(-1)?.headers['content-encoding']).toBe('gzip')
  })

  test('anybody may read a public repository, and nobody push to it', async () => {
    github.repository(NAME).private = false
    expect(await git(['clone', '-q', url(), '.'], '')).toBe('')
    expect(await git(['push', 'origin', 'HEAD:x'], '')).toContain('could not read Username')
  })

  test('a push moves the branch and is recorded', async () => {
    await cloneAndCommit()
    await git(['push', 'origin', 'main:bump'])
    expect(await github.readFile(NAME, 'bump', 'run')).toBe('changed\n')
    expect(github.moves(NAME, 'bump')).toMatchObject([{ before: ZERO, by: 'bump-app[bot]', how: 'push' }])
    expect(github.requests.filter(({ operation }) => operation === 'git-receive-pack')).toHaveLength(2)
  })

  test('a push with a stale lease loses', async () => {
    await cloneAndCommit()
    const lease = `--force-with-lease=bump:${await github.commitTo(NAME, 'bump', { a: '1' })}`
    await github.commitTo(NAME, 'bump', { a: '2' })
    expect(await git(['push', lease, 'origin', 'main:bump'])).toContain('stale info')
  })

  test('a protected branch is declined in words of GitHub', async () => {
    await cloneAndCommit()
    github.protect(NAME, 'main')
    const said = await git(['push', 'origin', 'main', 'main:other'])
    expect(said).toContain('GH006: Protected branch update failed for refs/heads/main.')
    expect(said).toContain('main -> main (protected branch hook declined)')
    expect(github.tip(NAME, 'other')).toBeUndefined()
  })

  test.each([
    { who: 'nobody', secret: () => '', says: 'could not read Username' },
    { who: 'an unknown token', secret: () => 'wrong', says: /Authentication failed|could not read Username/ },
    {
      who: 'a token of another repository',
      secret: () => github.addToken({ repositories: ['acme/other'] }),
      says: 'not found',
    },
  ])('$who cannot read a private repository', async ({ secret, says }) => {
    expect(await git(['ls-remote', url()], secret())).toMatch(says)
  })

  test('a push without contents: write is a 403', async () => {
    await cloneAndCommit()
    const reader = github.addToken({ permissions: { contents: 'read' } })
    expect(await git(['push', 'origin', 'main'], reader)).toMatch(/denied to bump-app\[bot\][^]*403/)
  })

  test.each(['basic', 'Basic', 'BASIC'])('the scheme may be spelled %s', async (scheme) => {
    const authorization = `${scheme} ${Buffer.from(`anybody:${token}`).toString('base64')}`
    const answer = await fetch(`${url()}/info/refs?service=git-upload-pack`, { headers: { authorization } })
    expect(answer.status).toBe(200)
  })

  test('a client that goes away in the middle of a push leaves everything as it was', async () => {
    const authorization = `basic ${Buffer.from(`x:${token}`).toString('base64')}`
    const sent = httpRequest(`${url()}/git-receive-pack`, { method: 'POST', headers: { authorization } })
    sent.on('error', () => {})
    sent.write(
      `0094${ZERO} ${github.tip(NAME, 'main') ?? ''} refs/heads/gone\0 report-status side-band-64k agent=git/x`,
    )
    await expect.poll(() => github.requests.length).toBe(1)
    sent.destroy()
    await github.commitTo(NAME, 'after', { a: '1' })
    expect([...github.repository(NAME).git.refs('refs/heads/').keys()]).toEqual(['refs/heads/after', 'refs/heads/main'])
  })

  test('two Authorization headers are a 400', async () => {
    const status = await new Promise((resolve) => {
      const headers = ['Authorization', 'basic eDp5', 'Authorization', 'basic eDp5']
      const sent = httpRequest(`${url()}/info/refs?service=git-upload-pack`, { headers: ['Host', 'x', ...headers] })
      sent.on('response', (response) => resolve(response.resume().statusCode)).end()
    })
    expect(status).toBe(400)
  })
})

describe('faults', () => {
  const ask = async (): Promise<number> =>
    (await refusalOf(octokit.repos.get({ ...REPO, request: { retries: 0 } }))).status

  test('an answer in place of the real one, as often as asked', async () => {
    github.fault({ match: { operation: 'repos/get' }, times: 2, skip: 1, answer: { status: 502, body: 'bad gateway' } })
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 502, 502, 200])
  })

  test('a reset before handling changes nothing, one after it does', async () => {
    const sha = github.tip(NAME, 'main') ?? ''
    github.fault({ match: { method: 'POST' }, answer: 'reset' })
    github.fault({ match: { method: 'POST' }, answer: 'reset-after' })
    const create = async (): Promise<string | undefined> => {
      await refusalOf(octokit.git.createRef({ ...REPO, ref: 'refs/heads/x', sha }))
      return github.tip(NAME, 'x')
    }
    expect([await create(), await create()]).toEqual([undefined, sha])
    expect(github.requests.map(({ status }) => status)).toEqual([0, 0])
  })

  test('a hanging request ends with the server', async () => {
    github.fault({ match: () => true, answer: 'hang' })
    const waiting = ask()
    await expect.poll(() => github.requests.length).toBe(1)
    await github.stop()
    expect(await waiting).toBe(500)
  })

  test('a hook sees each request first, and can cut it', async () => {
    const seen: string[] = []
    github.beforeRequest = ({ index, operation }) => {
      seen.push(operation)
      if (index === 1) throw new Error('cut')
    }
    expect([await ask(), await ask(), await ask()]).toEqual([200, 500, 200])
    expect(seen).toEqual(['repos/get', 'repos/get', 'repos/get'])
  })

  test('no secret is in the record', async () => {
    await ask()
    expect(JSON.stringify(github.requests)).not.toContain(token)
  })
})

test('every operation of the description is served, and no other', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(ROUTES).sort())
})

test('stop removes every repository', async () => {
  const { directory } = github.repository(NAME).git
  await github.stop()
  expect(existsSync(directory)).toBe(false)
})

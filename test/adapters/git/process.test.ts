import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { gitBranchWriter } from '../../../src/adapters/git/branch-writer.ts'
import { secretsOf } from '../../../src/adapters/git/environment.ts'
import { runGit } from '../../../src/adapters/git/process.ts'
import { openRemote } from '../../../src/adapters/git/repository.ts'
import type { BumpError } from '../../../src/core/errors.ts'
import type { Oid } from '../../../src/core/names.ts'
import { addCommit, branch, git, makeBare, path, scratch } from '../../support/git-fixture.ts'
import { startGitServer, type GitServer } from '../../support/git-server.ts'

const TOKEN = 'ghs_S3cretTokenForTests0123456789abcdef'
const SECRETS = [TOKEN, ...secretsOf({ url: 'https://example.com/', token: TOKEN })]

let folder: string
let server: GitServer
let remove: () => Promise<void>
const realPath = process.env['PATH']

beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  await makeBare(join(folder, 'served', 'r.git'))
  await addCommit(join(folder, 'served', 'r.git'), { branch: 'main', files: { 'a.yaml': 'a: 1\n' } })
  await mkdir(join(folder, 'temporary'))
  server = await startGitServer({
    root: join(folder, 'served'),
    token: TOKEN,
    intercept: ({ path }) => (path.startsWith('/forbidden') ? 403 : path.startsWith('/moved') ? 301 : undefined),
  })
})
afterAll(async () => {
  await server.close()
  await remove()
})
afterEach(() => {
  process.env['PATH'] = realPath
})

describe('the token', () => {
  test.each([
    { repository: 'r.git', token: TOKEN, code: undefined },
    { repository: 'r.git', token: `${TOKEN}x`, code: 'BAD_TOKEN' },
    { repository: 'forbidden.git', token: TOKEN, code: 'PERMISSION_MISSING' },
    { repository: 'none.git', token: TOKEN, code: 'REPOSITORY_NOT_FOUND' },
    { repository: 'moved.git', token: TOKEN, code: 'REPOSITORY_NOT_FOUND' },
  ])('is in no argument, file or message: $repository, $code', async ({ repository, token, code }) => {
    const sampler = sampleArguments()
    const temporary = join(folder, 'temporary')
    const remote = await openRemote({ url: `${server.url}/${repository}`, token, temporary })
    let error: unknown
    try {
      const parent = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
      const { tree } = await remote.commit(parent)
      const entry = (await remote.entry(parent, path('a.yaml'))) ?? never()
      const files = [{ entry, bytes: Buffer.from(`a: ${Math.random()}\n`) }]
      const writer = gitBranchWriter(remote, { now: () => new Date(0) })
      const request = {
        branch: branch('bump/a'),
        expected: undefined,
        parent,
        parentTree: tree,
        files,
        message: 'm',
        author: undefined,
      }
      const move = await writer.commit(request)
      expect(await writer.delete(branch('bump/a'), (move as { commit: Oid }).commit)).toEqual({ kind: 'moved' })
    } catch (caught) {
      error = caught
    }
    const written = await everyByteIn(temporary)
    await remote.close()
    const seen = sampler.stop()

    expect((error as BumpError | undefined)?.code).toBe(code)
    if (code === undefined) expect(seen).toMatch(/git-receive-pack|git-remote-http|remote-http|push/)
    expect(seen).toContain('fetch')
    for (const secret of [...SECRETS, ...secretsOf({ url: server.url, token })]) {
      expect(seen).not.toContain(secret)
      expect(written).not.toContain(secret)
      expect(everyText(error)).not.toContain(secret)
    }
  })

  test('is sent once, as one header', async () => {
    const sent = server.requests.map(({ authorization }) => authorization)
    expect(sent).toContain(`basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`)
    expect(sent.filter((header) => header?.includes(','))).toEqual([])
  })

  test('is struck out of what git says', async () => {
    await fakeGit('echo "fatal: $GIT_CONFIG_VALUE_17 $(env | grep AUTHORIZATION)" >&2; exit 1')
    const access = { url: 'https://example.com/o/r.git', token: TOKEN }
    const failed = runGit(['fetch'], { access })
    await expect(failed).rejects.toMatchObject({
      message: expect.stringContaining('AUTHORIZATION: basic ***') as string,
    })
    for (const secret of SECRETS) expect(everyText(await failed.catch((error: unknown) => error))).not.toContain(secret)
  })

  test.each(['two\nlines', 'with space', 'tökén'])('%j is none', async (token) => {
    await expect(openRemote({ url: server.url, token })).rejects.toMatchObject({ code: 'BAD_TOKEN' })
  })
})

describe('the environment of git', () => {
  test('holds what is on the list and nothing else', async () => {
    await fakeGit('env -0')
    const given = {
      GIT_TRACE: '1',
      GIT_TRACE_REDACT: '0',
      GIT_CURL_VERBOSE: '1',
      GIT_SSH_COMMAND: 'x',
      INPUT_TOKEN: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      GIT_DIR: '/x',
      GIT_CONFIG_PARAMETERS: "'a.b=c'",
      GIT_ASKPASS: '/x',
      HTTPS_PROXY: 'http://p:1',
      GIT_EXEC_PATH: '/x',
    }
    Object.assign(process.env, given)
    try {
      const { stdout } = await runGit(['x'], {
        gitDir: folder,
        access: { url: 'https://example.com/o/r.git', token: TOKEN },
      })
      const names = stdout
        .toString()
        .split('\0')
        .map((line) => line.split('=')[0] ?? '')
        .filter(Boolean)
      const own = names.filter((name) => !/^GIT_CONFIG_(?:KEY|VALUE)_\d+$/.test(name))
      const shell = ['PWD', 'OLDPWD', 'SHLVL', '_'] // the shell that plays git adds them
      const allowed = new Set([
        'PATH',
        'TMPDIR',
        ...'https_proxy http_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy NO_PROXY TMP TEMP'.split(' '),
        ...'GIT_SSL_CAINFO GIT_SSL_CAPATH SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE'.split(' '),
        'HOME',
        'LC_ALL',
        'GIT_ALLOW_PROTOCOL',
        'GIT_ATTR_NOSYSTEM',
        'GIT_CONFIG_GLOBAL',
        'GIT_CONFIG_COUNT',
        'GIT_LITERAL_PATHSPECS',
        'GIT_NO_LAZY_FETCH',
        'GIT_NO_REPLACE_OBJECTS',
        'GIT_OPTIONAL_LOCKS',
        'GIT_TERMINAL_PROMPT',
        'GIT_DIR',
        ...shell,
      ])
      expect(own.filter((name) => !allowed.has(name))).toEqual([])
      expect(own).toContain('HTTPS_PROXY')
      expect(stdout.toString()).toContain(`GIT_DIR=${folder}\0`)
      expect(stdout.toString()).toContain('GIT_ALLOW_PROTOCOL=https\0')
    } finally {
      for (const name of Object.keys(given)) Reflect.deleteProperty(process.env, name)
    }
  })

  test('a run that needs no remote gets no token and no protocol', async () => {
    await fakeGit('env')
    const { stdout } = await runGit(['x'], { gitDir: folder })
    expect(stdout.toString()).not.toContain('AUTHORIZATION')
    expect(stdout.toString()).toContain('GIT_ALLOW_PROTOCOL=none')
  })

  test('a hostile configuration of the repository starts nothing and reaches nothing', async () => {
    const bare = join(folder, 'hostile.git')
    await makeBare(bare)
    const proof = join(folder, 'hostile-proof')
    for (const [key, value] of [
      ['core.fsmonitor', `touch ${proof}`],
      ['core.hooksPath', folder],
      ['protocol.ext.allow', 'always'],
      ['protocol.file.allow', 'always'],
      ['credential.helper', `!touch ${proof}`],
    ] as const)
      await git(bare, 'config', key, value)
    for (const url of [`ext::sh -c "touch ${proof}"`, `file://${bare}`, bare]) {
      const fetch = runGit(['fetch', '--end-of-options', url, 'HEAD'], {
        gitDir: bare,
        access: { url: 'https://example.com/' },
      })
      await expect(fetch).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
    }
    expect(await readdir(folder)).not.toContain('hostile-proof')
  })
})

describe('a run', () => {
  test('without git says so', async () => {
    process.env['PATH'] = join(folder, 'empty')
    await expect(runGit(['version'], {})).rejects.toMatchObject({ code: 'BAD_CALL' })
  })

  test('that takes too long ends with its children', async () => {
    const pid = join(folder, 'pid')
    await fakeGit(`sleep 60 & echo $! > ${pid}; wait`)
    const access = { url: 'https://example.com/o/r.git' }
    await expect(runGit(['fetch'], { access, timeoutMs: 500 })).rejects.toMatchObject({ code: 'REMOTE_UNAVAILABLE' })
    const child = (await readFile(pid, 'utf8')).trim()
    await expect.poll(() => commandLine(child)).not.toContain('sleep')
  })

  test('that writes too much is stopped', async () => {
    await fakeGit('yes')
    await expect(runGit(['grep'], { maxOutputBytes: 100_000 })).rejects.toMatchObject({ code: 'BUG' })
  })

  test('shows bounded last lines without control characters', async () => {
    await fakeGit(String.raw`i=0; while [ $i -lt 400 ]; do echo "line $i $(printf 'x%.0s' 1 2 3 4 5 6 7 8 9)"; i=$((i+1)); done >&2
printf 'remote: \033[31mred\007 \r\nfatal: end\n' >&2; exit 1`)
    const error = (await runGit(['fetch'], { access: { url: 'https://example.com/' } }).catch(
      (e: unknown) => e,
    )) as BumpError
    expect(error.message).toContain('remote: [31mred | fatal: end')
    expect(error.message).not.toContain('line 100 ')
    expect(error.message).not.toMatch(/\p{Cc}/u)
    expect(error.message.length).toBeLessThan(800)
  })

  test('where nobody listens is unavailable', async () => {
    const access = { url: 'http://127.0.0.1:1/o/r.git' }
    await expect(runGit(['ls-remote', access.url], { access })).rejects.toMatchObject({ code: 'REMOTE_UNAVAILABLE' })
  })
})

/** Puts a script in the place of git until the test ends. */
async function fakeGit(script: string): Promise<void> {
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'git'), `#!/bin/sh\n${script}\n`)
  await chmod(join(bin, 'git'), 0o755)
  process.env['PATH'] = `${bin}:${realPath}`
}

/** Reads the arguments of all processes as often as it can. */
function sampleArguments(): { stop(): string } {
  const seen = new Set<string>()
  const sample = (): void => {
    for (const pid of readdirSync('/proc')) if (/^\d+$/.test(pid)) seen.add(commandLine(pid))
  }
  const timer = setInterval(sample, 1)
  return {
    stop() {
      clearInterval(timer)
      return [...seen].join('\n')
    },
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

async function everyByteIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(1)
  const bytes = await Promise.all(files.map(async (file) => await readFile(join(file.parentPath, file.name), 'latin1')))
  return bytes.join('\n')
}

function everyText(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return [error.message, error.stack, JSON.stringify(error), everyText(error.cause)].join('\n')
}

function never(): never {
  throw new Error('the fixture has this file')
}

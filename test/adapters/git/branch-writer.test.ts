import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gitBranchWriter } from '../../../src/adapters/git/branch-writer.ts'
import { openRemote, type RemoteRepository } from '../../../src/adapters/git/repository.ts'
import type { Oid } from '../../../src/core/names.ts'
import type { BranchWriter, CommitRequest, Move } from '../../../src/ports/branch-writer.ts'
import { addCommit, branch, git, makeBare, scratch } from '../../support/git-fixture.ts'
import { startGitServer, type GitRequest, type GitServer } from '../../support/git-server.ts'

const NOW = new Date('2026-03-04T05:06:07Z')
const HEAD = branch('bump/api')

let folder: string
let server: GitServer
let remove: () => Promise<void>
let intercept: (request: GitRequest) => Promise<number | undefined> | number | undefined
let loseAnswer: (request: GitRequest) => boolean

beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  server = await startGitServer({
    root: folder,
    intercept: (request) => intercept(request),
    loseAnswer: (request) => loseAnswer(request),
  })
})
afterAll(async () => {
  await server.close()
  await remove()
})

interface World {
  readonly gitDir: string
  readonly url: string
  readonly main: Oid
  readonly remote: RemoteRepository
  readonly writer: BranchWriter
}

let count = 0
let world: World
beforeEach(async () => {
  intercept = () => undefined
  loseAnswer = () => false
  const name = `r${++count}.git`
  const gitDir = join(folder, name)
  await makeBare(gitDir)
  const main = await addCommit(gitDir, {
    branch: 'main',
    files: { 'apps/a.yaml': 'a: 1\n', 'run.yaml': { mode: '100755', data: 'r: 1\n' }, other: 'kept' },
  })
  world = { gitDir, main, url: `${server.url}/${name}`, ...(await writerOf(`${server.url}/${name}`)) }
  return async () => await world.remote.close()
})

async function writerOf(url: string): Promise<{ remote: RemoteRepository; writer: BranchWriter }> {
  const remote = await openRemote({ url })
  await remote.fetch(branch('main'), 'bump/')
  return { remote, writer: gitBranchWriter(remote, { now: () => NOW }) }
}

async function request(
  change: Partial<Pick<CommitRequest, 'expected' | 'parent' | 'author'>> & { tree?: Oid } = {},
  text = 'a: 2\n',
  remote = world.remote,
): Promise<CommitRequest> {
  const found = await remote.search(world.main, ['a: 1', 'r: 1'])
  const files = found.map((entry) => ({ entry, bytes: Buffer.from(text) }))
  return {
    branch: HEAD,
    expected: undefined,
    parent: world.main,
    parentTree: (await remote.commit(world.main)).tree,
    files,
    message: 'Bump\n\nTrailer: x\n',
    author: undefined,
    ...change,
  }
}

function moved(move: Move): Oid {
  expect(move.kind).toBe('moved')
  return (move as Extract<Move, { kind: 'moved' }>).commit
}

describe('commit', () => {
  test('makes the branch with one commit of the files', async () => {
    const { gitDir, writer } = world
    const commit = moved(await writer.commit(await request()))
    expect(await git(gitDir, 'rev-parse', HEAD)).toBe(commit)
    expect(await git(gitDir, 'show', '-s', '--format=%P|%an|%ae|%cn|%at|%ct|%B', HEAD)).toBe(
      `${world.main}|image-bump|image-bump@users.noreply.github.com|image-bump|1772600767|1772600767|Bump\n\nTrailer: x`,
    )
    expect(await git(gitDir, 'diff', '--raw', '--abbrev=4', 'main', HEAD)).toMatch(
      /^:100644 100644 \w+ \w+ M\tapps\/a\.yaml\n:100755 100755 \w+ \w+ M\trun\.yaml$/,
    )
    await git(gitDir, 'fsck', '--strict', '--no-dangling')
  })

  test('a name and an address cannot break the header', async () => {
    const author = { name: 'Eve\ncommitter <x> Z', email: 'e@x>\nparent 0' }
    moved(await world.writer.commit(await request({ author })))
    expect(await git(world.gitDir, 'show', '-s', '--format=%an|%ae|%P', HEAD)).toBe(
      `Evecommitter x Z|e@xparent 0|${world.main}`,
    )
  })

  test('moves a branch from where it was expected, also backwards', async () => {
    const { gitDir, writer } = world
    const first = moved(await writer.commit(await request()))
    const second = moved(await writer.commit(await request({ expected: first, parent: first }, 'a: 3\n')))
    const third = moved(await writer.commit(await request({ expected: second }, 'a: 4\n')))
    expect(await git(gitDir, 'log', '--format=%H', `main..${HEAD}`)).toBe(third)
  })

  test.each([
    { because: 'it is there already', there: true, expected: undefined },
    { because: 'it stands elsewhere', there: true, expected: 'main' },
    { because: 'it is gone', there: false, expected: 'main' },
  ])('is lost when $because, and nothing moves', async ({ there, expected }) => {
    const { gitDir, writer, main } = world
    if (there) await addCommit(gitDir, { branch: HEAD, parents: ['main'], message: 'by a person' })
    const before = await git(gitDir, 'for-each-ref')
    const move = await writer.commit(await request({ expected: expected === undefined ? undefined : main }))
    expect(move).toEqual({ kind: 'lost' })
    expect(await git(gitDir, 'for-each-ref')).toBe(before)
  })

  test.each([
    { because: 'a new branch', exists: false },
    { because: 'a branch that is there', exists: true },
  ])('of two writers past the lease together one wins: $because', async ({ exists }) => {
    const { gitDir, main, url } = world
    if (exists) await git(gitDir, 'update-ref', `refs/heads/${HEAD}`, main)
    const other = await writerOf(url)
    // Both have seen the old tip before either may send its pack.
    let arrived = 0
    const both = Promise.withResolvers<void>()
    intercept = async ({ method, path }) => {
      if (method === 'POST' && path.endsWith('git-receive-pack') && ++arrived === 2) both.resolve()
      if (method === 'POST' && path.endsWith('git-receive-pack')) await both.promise
      return undefined
    }
    try {
      const expected = exists ? main : undefined
      const moves = await Promise.all([
        world.writer.commit(await request({ expected }, 'a: one\n')),
        other.writer.commit(await request({ expected }, 'a: two\n', other.remote)),
      ])
      expect(moves.map(({ kind }) => kind).sort()).toEqual(['lost', 'moved'])
      const winner = moves.find(({ kind }) => kind === 'moved') as Move
      expect(await git(gitDir, 'rev-parse', HEAD)).toBe(moved(winner))
    } finally {
      await other.remote.close()
    }
  })

  test('many writers in a row on one branch: every commit is there once', async () => {
    const { gitDir, url } = world
    const others = await Promise.all([writerOf(url), writerOf(url), writerOf(url)])
    const land = async ({ remote, writer }: { remote: RemoteRepository; writer: BranchWriter }, name: string) => {
      for (let attempt = 0; attempt < 20; attempt++) {
        const parent = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
        const entry = await remote.entry(parent, (await remote.search(parent, ['a: ']))[0]?.path as never)
        const text = `${Buffer.from((await remote.readBlobs([entry?.oid as Oid]))[0] ?? '').toString()}${name}\n`
        const files = [{ entry: entry as never, bytes: Buffer.from(text) }]
        const move = await writer.commit({
          branch: branch('main'),
          expected: parent,
          parent,
          parentTree: (await remote.commit(parent)).tree,
          files,
          message: name,
          author: undefined,
        })
        if (move.kind === 'moved') return
      }
      throw new Error(`${name} never landed`)
    }
    try {
      await Promise.all(others.map(async (other, index) => await land(other, `w${index}`)))
      const text = await git(gitDir, 'show', 'main:apps/a.yaml')
      expect(text.split('\n').sort()).toEqual(['a: 1', 'w0', 'w1', 'w2'])
    } finally {
      await Promise.all(others.map(async ({ remote }) => await remote.close()))
    }
  })

  test('another tree than the one computed before is not pushed', async () => {
    const same = await request()
    const tree = await world.remote.treeWith(world.main, same.files)
    if (tree === undefined) throw new Error('a repository that was received knows every tree')
    await expect(world.writer.commit(await request({ tree: world.main }))).rejects.toMatchObject({
      code: 'NOT_AS_WRITTEN',
    })
    expect(await git(world.gitDir, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
    moved(await world.writer.commit({ ...same, tree }))
    expect(await git(world.gitDir, 'rev-parse', `${HEAD}^{tree}`)).toBe(tree)
  })

  test('an answer lost after the branch moved is looked up', async () => {
    loseAnswer = ({ method, path }) => method === 'POST' && path.endsWith('git-receive-pack')
    const commit = moved(await world.writer.commit(await request()))
    expect(await git(world.gitDir, 'rev-parse', HEAD)).toBe(commit)
  })
})

describe('a server that says no', () => {
  test.each([
    { says: 'GH006: Protected branch update failed for refs/heads/bump/api.', code: 'BRANCH_PROTECTED' },
    { says: 'GH013: Repository rule violations found for refs/heads/bump/api.', code: 'BRANCH_PROTECTED' },
    { says: 'error: Changes must be made through a pull request.', code: 'BRANCH_PROTECTED' },
    { says: 'push declined due to email privacy restrictions', code: 'REMOTE_REFUSED' },
  ])('$says is $code', async ({ says, code }) => {
    const hook = join(world.gitDir, 'hooks', 'pre-receive')
    await mkdir(join(world.gitDir, 'hooks'), { recursive: true })
    await writeFile(hook, `#!/bin/sh\necho '${says}' >&2\nexit 1\n`)
    await chmod(hook, 0o755)
    await expect(world.writer.commit(await request())).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
    })
    expect(await git(world.gitDir, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  test.each([
    { status: 401, code: 'BAD_TOKEN', holds: 'token' },
    { status: 403, code: 'PERMISSION_MISSING', holds: '`contents: write`' },
    { status: 404, code: 'REPOSITORY_NOT_FOUND', holds: 'private' },
    { status: 429, code: 'RATE_LIMITED', holds: 'later' },
    { status: 502, code: 'REMOTE_UNAVAILABLE', holds: '502' },
  ])('status $status is $code', async ({ status, code, holds }) => {
    intercept = ({ path }) => (path.includes('git-receive-pack') ? status : undefined)
    await expect(world.writer.commit(await request())).rejects.toMatchObject({
      code,
      message: expect.stringContaining(holds) as string,
    })
  })
})

describe('delete', () => {
  test('takes a branch away that stands where expected', async () => {
    const oid = await addCommit(world.gitDir, { branch: HEAD, parents: ['main'] })
    expect(await world.writer.delete(HEAD, oid)).toEqual({ kind: 'moved' })
    expect(await git(world.gitDir, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  test('leaves one that stands elsewhere', async () => {
    const oid = await addCommit(world.gitDir, { branch: HEAD, parents: ['main'] })
    expect(await world.writer.delete(HEAD, world.main)).toEqual({ kind: 'lost' })
    expect(await git(world.gitDir, 'rev-parse', HEAD)).toBe(oid)
  })

  test('one that is gone is done', async () => {
    expect(await world.writer.delete(HEAD, world.main)).toEqual({ kind: 'moved' })
  })

  test('a name that is an option is refused before git sees it', async () => {
    await expect(world.writer.delete(branch('--receive-pack=touch /tmp/x'), world.main)).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
  })
})

import * as fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gitBranchWriter } from '../../../src/adapters/git/branch-writer.ts'
import { openRemote, type RemoteRepository } from '../../../src/adapters/git/repository.ts'
import { openScoped } from '../../../src/adapters/git/scoped.ts'
import type { Oid, RepoPath } from '../../../src/core/names.ts'
import type { Move } from '../../../src/ports/branch-writer.ts'
import {
  addCommit,
  blobsIn,
  branch,
  git,
  makeBare,
  path,
  scratch,
  type FixtureFile,
} from '../../support/git-fixture.ts'
import { startGitServer, type GitRequest, type GitServer } from '../../support/git-server.ts'

const TEXT = '"$imagepolicy"'
const CONFIG = path('policies.txt')
const MAIN = branch('main')
const HEAD = branch('bump/h')
const marked = (tag: string): string => `image: a:${tag} # {${TEXT}: "x:y"}\n`

// Each line of the policy file is a glob; an empty file names the whole tree.
const scopeOf = (bytes: Uint8Array): readonly string[] | undefined => {
  const text = Buffer.from(bytes).toString()
  return text === '' ? undefined : text.split('\n')
}

let folder: string
let server: GitServer
let old: GitServer
let remove: () => Promise<void>
let intercept: (request: GitRequest) => number | undefined

beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  server = await startGitServer({ root: folder, intercept: (request) => intercept(request) })
  old = await startGitServer({ root: folder, filters: false })
})
afterAll(async () => {
  await server.close()
  await old.close()
  await remove()
})

let count = 0
let gitDir: string
let url: string
let main: Oid
let notes: string[]
const open: RemoteRepository[] = []

const FILES: Readonly<Record<string, FixtureFile>> = {
  [CONFIG]: 'prod/**',
  'prod/a.yaml': marked('1'),
  'prod/deep/b.yml': `${marked('1')}# deep\n`,
  'prod/plain.yaml': 'a: 1\n',
  'prod/run.yaml': { mode: '100755', data: `${marked('1')}# run\n` },
  'prod/picture.bin': { mode: '100644', data: randomBytes(100_000) },
  'prod/link.yaml': { mode: '120000', data: 'a.yaml' },
  'dev/a.yaml': `${marked('1')}# dev\n`,
  'dev/crd.yaml': { mode: '100644', data: randomBytes(100_000) },
  'z.yaml': `${marked('1')}# z\n`,
}

beforeEach(async () => {
  intercept = () => undefined
  notes = []
  const name = `r${++count}.git`
  gitDir = join(folder, name)
  url = `${server.url}/${name}`
  await makeBare(gitDir)
  main = await addCommit(gitDir, { branch: 'main', files: FILES })
  return async () => {
    for (const remote of open.splice(0)) await remote.close()
  }
})

async function opened(at = url, likely?: readonly string[]): Promise<RemoteRepository> {
  const note = (text: string): unknown => notes.push(text)
  const guess = likely === undefined ? {} : { likely }
  const remote = await openScoped({ url: at, config: CONFIG, scopeOf, note, ...guess })
  open.push(remote)
  return remote
}

async function looked(at = url): Promise<RemoteRepository> {
  const remote = await opened(at)
  await remote.fetch(MAIN, 'bump/')
  return remote
}

async function found(remote: RemoteRepository, commit: Oid): Promise<readonly RepoPath[]> {
  const files = await remote.search(commit, ['no such text', TEXT])
  const blobs = await remote.readBlobs(files.map(({ oid }) => oid))
  for (const bytes of blobs) expect(Buffer.from(bytes).toString()).toContain(TEXT)
  return files.map((file) => file.path)
}

/** The requests since the last call. */
function asked(): readonly string[] {
  const fresh = server.requests.slice(seen)
  seen = server.requests.length
  return fresh.map(({ method }) => method)
}
let seen = 0
beforeEach(() => {
  seen = server.requests.length
})

/** Paths in `revision` whose blob is in our own repository. */
const blobsHere = (remote: RemoteRepository, revision = 'main'): Promise<readonly string[]> =>
  blobsIn(remote.remote.gitDir, gitDir, revision)

const IN_SCOPE = ['prod/a.yaml', 'prod/deep/b.yml', 'prod/run.yaml']

describe('what is fetched', () => {
  test('trees, the policy file, and in one request the files in the scope', async () => {
    const remote = await opened()
    await remote.fetch(MAIN, 'bump/')
    expect(asked()).toEqual(['GET', 'POST', 'POST'])
    expect(await blobsHere(remote)).toEqual([])
    expect(await found(remote, main)).toEqual(IN_SCOPE)
    expect(asked()).toEqual(['GET', 'POST', 'GET', 'POST'])
    expect(await blobsHere(remote)).toEqual([
      CONFIG,
      'prod/a.yaml',
      'prod/deep/b.yml',
      'prod/plain.yaml',
      'prod/run.yaml',
    ])
    expect(await found(remote, main)).toEqual(IN_SCOPE)
    expect(await remote.entry(main, path('dev/crd.yaml'))).toMatchObject({ mode: '100644' })
    expect(asked()).toEqual([])
    const size = await git(remote.remote.gitDir, 'count-objects', '-v')
    expect(Number(/^size-pack: (\d+)$/m.exec(size)?.[1])).toBeLessThan(20) // KiB; each file outside has a hundred
  })

  test.each([
    { likely: ['prod/**'], requests: ['GET', 'POST'], because: 'they are the scope' },
    { likely: ['prod/a.yaml', 'dev/a.yaml'], requests: ['GET', 'POST', 'GET', 'POST'], because: 'some are missing' },
  ])('files that are likely come with the policy file: $because', async ({ likely, requests }) => {
    const remote = await opened(url, likely)
    await remote.fetch(MAIN, 'bump/')
    asked()
    expect(await found(remote, main)).toEqual(IN_SCOPE)
    expect(asked()).toEqual(requests)
    expect(await blobsHere(remote)).not.toContain('dev/crd.yaml')
  })

  test.each([
    { scope: 'prod/deep', finds: ['prod/deep/b.yml'], because: 'a folder without wildcards' },
    { scope: './prod/a.yaml', finds: ['prod/a.yaml'], because: 'one file' },
    { scope: '**/a.yaml', finds: ['dev/a.yaml', 'prod/a.yaml'], because: 'no folder is fixed' },
    { scope: '{dev,prod}/a.yaml\nz.yaml', finds: ['dev/a.yaml', 'prod/a.yaml', 'z.yaml'], because: 'several' },
    { scope: 'dev/../prod/a*', finds: ['prod/a.yaml'], because: 'dots are resolved by the glob, not by us' },
    { scope: 'none/**', finds: [], because: 'nothing is there' },
  ])('$scope finds $finds: $because', async ({ scope, finds }) => {
    const tip = await addCommit(gitDir, { branch: 'main', files: { [CONFIG]: scope } })
    const remote = await looked()
    expect(await found(remote, tip)).toEqual(finds)
    expect((await blobsHere(remote)).filter((name) => name.endsWith('a.yaml') || name === 'z.yaml')).toEqual(
      finds.filter((name) => !name.endsWith('.yml')),
    )
  })

  test('files beside YAML come where a glob of the search names them', async () => {
    await addCommit(gitDir, { branch: 'main', files: { 'prod/x.env': marked('1'), 'dev/x.env': marked('1') } })
    const remote = await opened()
    const tip = (await remote.fetch(MAIN, 'bump/')).get(MAIN) as Oid
    expect((await remote.search(tip, [TEXT], ['**/*.env'])).map((file) => file.path)).toEqual([
      ...IN_SCOPE,
      'prod/x.env',
    ])
  })

  test.each([
    { because: 'the scope is the whole tree', files: { [CONFIG]: '' } },
    { because: 'there is no policy file', files: { [CONFIG]: null } },
  ])('everything comes at once when $because', async ({ files }) => {
    const tip = await addCommit(gitDir, { branch: 'main', files })
    const remote = await looked()
    expect(await found(remote, tip)).toEqual(['dev/a.yaml', ...IN_SCOPE, 'z.yaml'])
    expect(await blobsHere(remote)).toContain('dev/crd.yaml')
    asked()
    const next = await addCommit(gitDir, { branch: 'main', files: { 'new.yaml': marked('1') } })
    await remote.fetch(MAIN, 'bump/')
    expect(await found(remote, next)).toContain('new.yaml')
    expect(asked()).toEqual(['GET', 'POST', 'POST'])
  })

  test('a base that moves brings what changed, and its policy file counts', async () => {
    const remote = await looked()
    await found(remote, main)
    asked()
    const next = await addCommit(gitDir, {
      branch: 'main',
      files: { 'prod/new.yaml': marked('5'), 'dev/n.yaml': marked('2') },
    })
    await remote.fetch(MAIN, 'bump/')
    expect(await found(remote, next)).toEqual(['prod/a.yaml', 'prod/deep/b.yml', 'prod/new.yaml', 'prod/run.yaml'])
    expect(asked()).toEqual(['GET', 'POST', 'POST', 'GET', 'POST'])
    expect(await blobsHere(remote)).not.toContain('dev/n.yaml')
    const wider = await addCommit(gitDir, { branch: 'main', files: { [CONFIG]: 'dev/**' } })
    await remote.fetch(MAIN, 'bump/')
    expect(await found(remote, wider)).toEqual(['dev/a.yaml', 'dev/n.yaml'])
    const whole = await addCommit(gitDir, { branch: 'main', files: { [CONFIG]: '' } })
    await remote.fetch(MAIN, 'bump/')
    expect(await found(remote, whole)).toContain('z.yaml')
  })
})

describe('branches of ours', () => {
  test('what a branch changes is found on both sides, in the scope or not', async () => {
    const head = await addCommit(gitDir, {
      branch: HEAD,
      parents: ['main'],
      files: { 'prod/a.yaml': marked('2'), 'dev/a.yaml': marked('2'), 'new.yaml': marked('3'), 'z.yaml': null },
    })
    const remote = await looked()
    expect(await found(remote, main)).toEqual(['dev/a.yaml', ...IN_SCOPE, 'z.yaml'])
    asked()
    expect(await found(remote, head)).toEqual(['dev/a.yaml', 'new.yaml', ...IN_SCOPE])
    expect(asked()).toEqual([])
    expect(await blobsHere(remote, HEAD)).not.toContain('dev/crd.yaml')
  })

  test('commits of people are read too, in as many requests as there are commits to get', async () => {
    await addCommit(gitDir, { branch: HEAD, parents: ['main'], files: { 'prod/a.yaml': marked('2') }, message: '1' })
    const person = await addCommit(gitDir, { branch: HEAD, files: { 'prod/a.yaml': marked('3') }, message: '2' })
    const head = await addCommit(gitDir, { branch: HEAD, files: { 'prod/a.yaml': marked('4') }, message: '3' })
    const remote = await looked()
    await found(remote, main)
    const ahead = await remote.commitsAhead(main, head)
    expect(ahead.map(({ message }) => message)).toEqual(['3', '2', '1'])
    const texts = await Promise.all(
      [head, person].map(async (commit) => {
        const [file] = await remote.search(commit, ['a:'])
        return Buffer.from((await remote.readBlobs([file?.oid as Oid]))[0] ?? []).toString()
      }),
    )
    expect(texts).toEqual([marked('4'), marked('3')])
    expect(await blobsHere(remote)).not.toContain('dev/crd.yaml')
  })

  test('commits that came without files are whole when the scope becomes the whole tree', async () => {
    await addCommit(gitDir, { branch: HEAD, parents: ['main'], files: { 'dev/a.yaml': marked('2') }, message: '1' })
    const head = await addCommit(gitDir, { branch: HEAD, files: { 'dev/a.yaml': marked('3') }, message: '2' })
    const remote = await looked()
    await found(remote, main)
    const [, first] = await remote.commitsAhead(main, head)
    const whole = await addCommit(gitDir, { branch: 'main', files: { [CONFIG]: '' } })
    await remote.fetch(MAIN, 'bump/')
    expect(await found(remote, whole)).toContain('z.yaml')
    for (const commit of [head, first?.oid as Oid, main]) expect(await found(remote, commit)).toContain('z.yaml')
  })
})

test('any two trees: what a whole search finds in the scope, or where base and head differ', async () => {
  const file = fc.option(fc.constantFrom(marked('1'), marked('2'), 'a: 1\n'), { nil: null })
  const tree = fc.record({ 'prod/a.yaml': file, 'prod/b/c.yaml': file, 'dev/a.yaml': file, 'z.yml': file })
  await fc.assert(
    fc.asyncProperty(tree, tree, tree, async (atFork, atBase, atHead) => {
      const name = `law${++count}.git`
      gitDir = join(folder, name)
      await makeBare(gitDir)
      const fork = await addCommit(gitDir, { branch: 'main', files: { [CONFIG]: 'prod/**', ...atFork } })
      const base = await addCommit(gitDir, { branch: 'main', files: atBase })
      const head = await addCommit(gitDir, { branch: HEAD, parents: [fork], files: atHead })
      const differs = new Set((await git(gitDir, 'diff', '--name-only', base, head)).split('\n'))
      const scoped = await looked(`${server.url}/${name}`)
      const whole = await openRemote({ url: `${server.url}/${name}` })
      open.push(whole)
      await whole.fetch(MAIN, 'bump/')
      for (const commit of [base, head]) {
        const expected = (await whole.search(commit, [TEXT])).filter(
          (entry) => entry.path.startsWith('prod/') || differs.has(entry.path),
        )
        expect(await scoped.search(commit, [TEXT])).toEqual(expected)
      }
    }),
    { numRuns: 8, seed: 11 },
  )
}, 60_000)

describe('writing', () => {
  const writer = (remote: RemoteRepository) => gitBranchWriter(remote, { now: () => new Date(1_700_000_000_000) })

  async function bump(remote: RemoteRepository, parent: Oid, expected: Oid | undefined, tag: string): Promise<Move> {
    const files = (await remote.search(parent, [TEXT])).map((entry) => ({ entry, bytes: Buffer.from(marked(tag)) }))
    const [{ tree: parentTree }, tree] = await Promise.all([remote.commit(parent), remote.treeWith(parent, files)])
    const known = tree === undefined ? {} : { tree }
    return await writer(remote).commit({
      branch: HEAD,
      expected,
      parent,
      parentTree,
      ...known,
      files,
      message: 'bump',
      author: undefined,
    })
  }

  test('a push sends what is new, asks for nothing, and is read back without asking for files', async () => {
    const remote = await looked()
    await found(remote, main)
    asked()
    const before = await git(gitDir, 'count-objects', '-v')
    const move = await bump(remote, main, undefined, '2')
    expect(move.kind).toBe('moved')
    // Refs, perhaps a probe of the connection, the push.
    expect(asked().slice(0, 2)).toEqual(['GET', 'POST'])
    expect(countObjects(await git(gitDir, 'count-objects', '-v')) - countObjects(before)).toBe(5) // commit, three trees, one blob
    const tips = await remote.fetch(MAIN, 'bump/')
    expect(asked().length).toBeLessThanOrEqual(3)
    expect(await found(remote, tips.get(HEAD) as Oid)).toEqual(IN_SCOPE)
    expect(asked()).toEqual([])
    await git(gitDir, 'fsck', '--strict', '--no-dangling')
    expect(await git(gitDir, 'diff', '--name-only', 'main', HEAD)).toBe(IN_SCOPE.join('\n'))
  })

  test('a lost race is seen, and only what changed is fetched for the next attempt', async () => {
    const remote = await looked()
    await found(remote, main)
    const theirs = await addCommit(gitDir, { branch: HEAD, parents: ['main'], files: { 'prod/a.yaml': marked('7') } })
    expect(await bump(remote, main, undefined, '2')).toEqual({ kind: 'lost' })
    asked()
    expect((await remote.fetch(MAIN, 'bump/')).get(HEAD)).toBe(theirs)
    expect(await found(remote, theirs)).toEqual(IN_SCOPE)
    expect(asked()).toEqual(['GET', 'POST', 'POST', 'GET', 'POST'])
    expect((await bump(remote, main, theirs, '8')).kind).toBe('moved')
    await git(gitDir, 'fsck', '--strict', '--no-dangling')
  })

  test('a head that is gone is absent, and can be made again', async () => {
    const gone = await addCommit(gitDir, { branch: HEAD, parents: ['main'], files: { 'prod/a.yaml': marked('7') } })
    const remote = await looked()
    await found(remote, gone)
    await git(gitDir, 'update-ref', '-d', `refs/heads/${HEAD}`)
    expect([...(await remote.fetch(MAIN, 'bump/')).keys()]).toEqual(['main'])
    expect((await bump(remote, main, undefined, '2')).kind).toBe('moved')
    expect(await writer(remote).delete(HEAD, (await git(gitDir, 'rev-parse', HEAD)) as Oid)).toEqual({ kind: 'moved' })
  })
})

describe('a server that does not play along', () => {
  test('sends everything: that is taken, and said once', async () => {
    const remote = await looked(url.replace(server.url, old.url))
    expect(await found(remote, main)).toEqual(['dev/a.yaml', ...IN_SCOPE, 'z.yaml'])
    const next = await addCommit(gitDir, { branch: 'main', files: { 'new.yaml': marked('1') } })
    await remote.fetch(MAIN, 'bump/')
    expect(await found(remote, next)).toContain('new.yaml')
    expect(notes).toEqual([expect.stringContaining('everything is fetched')])
  })

  test('refuses the filter: everything is fetched, and that is said once', async () => {
    await git(gitDir, 'config', 'uploadpackfilter.blob:none.allow', 'false')
    const remote = await looked()
    expect(await found(remote, main)).toEqual(['dev/a.yaml', ...IN_SCOPE, 'z.yaml'])
    expect(notes).toEqual([expect.stringContaining('everything is fetched')])
  })

  test('breaks off: that is an error as ever, and no reason to fetch more', async () => {
    const remote = await looked()
    intercept = () => 503
    await expect(remote.search(main, [TEXT])).rejects.toMatchObject({ code: 'REMOTE_UNAVAILABLE' })
    intercept = () => undefined
    expect(await found(remote, main)).toEqual(IN_SCOPE)
    expect(notes).toEqual([])
  })
})

/** Objects in a repository, loose and packed. */
function countObjects(text: string): number {
  return ['count', 'in-pack'].reduce((sum, key) => sum + Number(new RegExp(`^${key}: (\\d+)$`, 'm').exec(text)?.[1]), 0)
}

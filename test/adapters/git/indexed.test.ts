import * as fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gitBranchWriter } from '../../../src/adapters/git/branch-writer.ts'
import { openIndexed, type Indexed } from '../../../src/adapters/git/indexed/indexed.ts'
import { leaveKeepsake } from '../../../src/adapters/git/keepsake.ts'
import { openRemote } from '../../../src/adapters/git/repository.ts'
import type { Mentions } from '../../../src/core/marker/mentions.ts'
import type { Oid, PolicyName } from '../../../src/core/names.ts'
import { INDEX_REF, indexKeepsake } from '../../../src/core/plan/keepsake.ts'
import type { MarkerIndex } from '../../../src/core/plan/marker-index.ts'
import { SCREEN_TEXTS } from '../../../src/core/plan/snapshot.ts'
import type { Shortcut } from '../../../src/ports/shortcut.ts'
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

const CONFIG = path('policies.yaml')
const MAIN = branch('main')
const HEAD = branch('bump/h')
const NOW = { now: () => new Date(1_700_000_000_000) }
const marked = (name: string, tag = '1'): string => `image: a:${tag} # {"$imagepolicy": "x:${name}"}\n`

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

const FILES: Readonly<Record<string, FixtureFile>> = {
  [CONFIG]: 'version: 1\n',
  'prod/a.yaml': marked('a'),
  'prod/deep/b.yml': marked('b'),
  'prod/plain.yaml': 'a: 1\n',
  'prod/run.yaml': { mode: '100755', data: `${marked('a')}# run\n` },
  'prod/picture.bin': { mode: '100644', data: randomBytes(100_000) },
  'prod/link.yaml': { mode: '120000', data: 'a.yaml' },
  'flux.yaml': 'apiVersion: image.toolkit.fluxcd.io/v1\n',
}
const MARKED = ['flux.yaml', 'prod/a.yaml', 'prod/deep/b.yml', 'prod/run.yaml']
const concerns =
  (name: string) =>
  ({ names }: Mentions): boolean =>
    names === 'any' || names.has(`x:${name}` as PolicyName)

let count = 0
let name: string
let gitDir: string
let main: Oid
const open: { close(): Promise<void> }[] = []

beforeEach(async () => {
  intercept = () => undefined
  await makeRepository(FILES)
  return async () => {
    for (const one of open.splice(0)) await one.close()
  }
})

async function makeRepository(files: Readonly<Record<string, FixtureFile>>): Promise<void> {
  name = `r${++count}.git`
  gitDir = join(folder, name)
  await makeBare(gitDir)
  main = await addCommit(gitDir, { branch: 'main', files })
}

/** The index of a branch as it stands, left by a run that received everything. */
async function leaveIndex(change: (index: MarkerIndex) => MarkerIndex = (index) => index): Promise<void> {
  const whole = await openRemote({ url: `${server.url}/${name}` })
  const commit = (await whole.fetch(MAIN, 'bump/')).get(MAIN) as Oid
  const files = await whole.search(commit, SCREEN_TEXTS)
  const { tree } = await whole.commit(commit)
  const index = change({ commit, tree, carried: 0, texts: SCREEN_TEXTS, globs: [], files })
  const expected = (await git(gitDir, 'rev-parse', '--verify', '--quiet', INDEX_REF).catch(() => undefined)) as Oid
  const flux = files.filter(({ mentions }) => mentions.flux).map(({ oid }) => oid)
  const keepsake = indexKeepsake(
    index,
    expected,
    new Map((await whole.readBlobs(flux)).map((bytes, at) => [flux[at] as Oid, bytes])),
  )
  if (keepsake === undefined) throw new Error('the index is too big')
  await leaveKeepsake({ url: `${server.url}/${name}` }, NOW, keepsake)
  await whole.close()
}

async function opened(at: GitServer = server): Promise<Indexed> {
  const indexed = await openIndexed({ url: `${at.url}/${name}`, config: CONFIG, note: () => {}, leastBytes: 0 })
  open.push(indexed)
  return indexed
}

/** What is found for a build of one policy, and read. */
async function found({ shortcut }: Indexed, commit: Oid, policy: string) {
  shortcut.prepare([commit], concerns(policy))
  const hits = await shortcut.search(commit, SCREEN_TEXTS)
  const wanted = hits.filter(({ mentions }) => concerns(policy)(mentions))
  const texts = await shortcut.readBlobs(wanted.map(({ oid }) => oid))
  return {
    paths: hits.map((hit) => hit.path),
    read: wanted.map((hit, at) => `${hit.path}: ${Buffer.from(texts[at] ?? []).toString()}`),
  }
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
const blobsHere = ({ remote }: Indexed, revision = 'main'): Promise<readonly string[]> =>
  blobsIn(remote.gitDir, gitDir, revision)

const refusal = async (asking: Promise<unknown>): Promise<string> =>
  await asking.then(
    () => 'answered',
    (error: Error) => error.message,
  )

describe('what is fetched', () => {
  test('trees, then index and policy file, then the files of the policies concerned', async () => {
    await leaveIndex()
    const indexed = await opened()
    asked()
    expect(await indexed.shortcut.defaultBranch()).toBe('main')
    expect(asked()).toEqual(['GET', 'POST'])
    expect(await indexed.shortcut.fetch(MAIN, 'bump/')).toEqual(new Map([[MAIN, main]]))
    expect(asked()).toEqual(['GET', 'POST', 'POST', 'GET', 'POST'])
    expect(await found(indexed, main, 'b')).toEqual({
      paths: MARKED,
      read: [`prod/deep/b.yml: ${marked('b')}`],
    })
    expect(asked()).toEqual(['GET', 'POST'])
    expect(await blobsHere(indexed)).toEqual(['flux.yaml', CONFIG, 'prod/deep/b.yml'])
    expect(await found(indexed, main, 'a')).toMatchObject({ paths: MARKED })
    expect(await indexed.shortcut.keepsake(undefined)).toBe(undefined)
  })

  test('where base has moved, trees of both and what is new', async () => {
    await leaveIndex()
    const files = {
      'prod/plain.yaml': marked('b'),
      'prod/a.yaml': null,
      'new/c.yaml': 'c: 1\n',
      'prod/run.yaml': { mode: '120000', data: 'a.yaml' },
      'again.yml': marked('b'),
    }
    const next = await addCommit(gitDir, { branch: 'main', files })
    const indexed = await opened()
    await indexed.shortcut.fetch(MAIN, 'bump/')
    expect(await found(indexed, next, 'b')).toMatchObject({
      paths: ['again.yml', 'flux.yaml', 'prod/deep/b.yml', 'prod/plain.yaml'],
    })
    expect(await blobsHere(indexed)).not.toContain('prod/picture.bin')
  })

  test('a head differs from base, and what differs is read', async () => {
    await leaveIndex()
    const files = { 'prod/a.yaml': marked('a', '2'), 'prod/deep/b.yml': null, 'z.yaml': marked('z') }
    const head = await addCommit(gitDir, { branch: HEAD, parents: ['main'], files })
    const indexed = await opened()
    await indexed.shortcut.fetch(MAIN, 'bump/')
    await found(indexed, main, 'b')
    asked()
    expect((await indexed.shortcut.search(head, SCREEN_TEXTS)).map((hit) => hit.path)).toEqual([
      'flux.yaml',
      'prod/a.yaml',
      'prod/run.yaml',
      'z.yaml',
    ])
    expect(asked()).toEqual([])
  })

  test('far from the index another is left, made of what is known', async () => {
    await leaveIndex()
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`n/${at}.yaml`, marked(`n${at}`)]))
    const next = await addCommit(gitDir, { branch: 'main', files })
    const indexed = await opened()
    await indexed.shortcut.fetch(MAIN, 'bump/')
    await found(indexed, next, 'b')
    const keepsake = await indexed.shortcut.keepsake(undefined)
    expect(keepsake?.expected).toBe(await git(gitDir, 'rev-parse', INDEX_REF))
    await leaveKeepsake({ url: `${server.url}/${name}` }, NOW, keepsake as NonNullable<typeof keepsake>)
    const later = await opened()
    asked()
    await later.shortcut.fetch(MAIN, 'bump/')
    expect(asked()).toEqual(['GET', 'POST', 'GET', 'POST', 'POST', 'GET', 'POST'])
    expect((await found(later, next, 'n3')).read).toEqual([`n/3.yaml: ${marked('n3')}`])
  })
})

test('any two trees: the same is found by an index of one as by receiving the other', async () => {
  const file = fc.option(
    fc.constantFrom<FixtureFile>(
      marked('a'),
      marked('b'),
      'a: 1\n',
      { mode: '100755', data: marked('a') },
      { mode: '120000', data: 'x' },
    ),
    { nil: null },
  )
  const tree = fc.record({ 'prod/a.yaml': file, 'prod/b/c.yaml': file, 'dev/a.yaml': file, 'z.yml': file })
  await fc.assert(
    fc.asyncProperty(tree, tree, tree, async (atIndex, atBase, atHead) => {
      await makeRepository({ 'README.md': 'x\n', ...atIndex })
      await leaveIndex()
      const base = await addCommit(gitDir, { branch: 'main', files: atBase })
      const head = await addCommit(gitDir, { branch: HEAD, parents: [main], files: atHead })
      const whole = await openRemote({ url: `${server.url}/${name}` })
      open.push(whole)
      await whole.fetch(MAIN, 'bump/')
      const indexed = await opened()
      await indexed.shortcut.fetch(MAIN, 'bump/')
      for (const commit of [base, head])
        expect(await indexed.shortcut.search(commit, SCREEN_TEXTS)).toEqual(await whole.search(commit, SCREEN_TEXTS))
    }),
    { numRuns: 12, seed: 5 },
  )
}, 60_000)

describe('what has no answer is received', () => {
  const received = async (indexed: Indexed): Promise<readonly string[]> => {
    const whole = await indexed.openLongWay()
    const tip = (await whole.fetch(MAIN, 'bump/')).get(MAIN) as Oid
    const hits = await whole.search(tip, SCREEN_TEXTS)
    expect(await whole.readBlobs(hits.map(({ oid }) => oid))).toHaveLength(hits.length)
    return hits.map((hit) => hit.path)
  }

  test('a repository without an index', async () => {
    const indexed = await opened()
    asked()
    expect(await refusal(indexed.shortcut.fetch(MAIN, 'bump/'))).toBe('there is no index of marked files')
    expect(await received(indexed)).toEqual(MARKED)
    expect(asked()).toEqual(['GET', 'POST', 'GET', 'POST', 'POST'])
  })

  test.each<{ because: string; index: (index: MarkerIndex) => MarkerIndex; says: RegExp }>([
    {
      because: 'its commit is nowhere',
      index: (index) => ({ ...index, commit: 'a'.repeat(40) as Oid, tree: 'b'.repeat(40) as Oid }),
      says: /not our ref|did not|git said/,
    },
    {
      because: 'its tree is another one',
      index: (index) => ({ ...index, tree: 'b'.repeat(40) as Oid }),
      says: /names another tree/,
    },
    { because: 'it was carried on too often', index: (index) => ({ ...index, carried: 50 }), says: /made anew/ },
  ])('an index that is of no use: $because', async ({ index, says }) => {
    await leaveIndex(index)
    const indexed = await opened()
    expect(await refusal(indexed.shortcut.fetch(MAIN, 'bump/'))).toMatch(says)
    expect(await received(indexed)).toEqual(MARKED)
  })

  test('an index that was made for other files', async () => {
    await leaveIndex()
    const indexed = await opened()
    await indexed.shortcut.fetch(MAIN, 'bump/')
    expect(await refusal(indexed.shortcut.search(main, SCREEN_TEXTS, ['*.env']))).toMatch(/made for other files/)
    expect(await received(indexed)).toEqual(MARKED)
  })

  test('a server that leaves nothing out', async () => {
    await leaveIndex()
    const indexed = await opened(old)
    expect(await refusal(indexed.shortcut.fetch(MAIN, 'bump/'))).toMatch(/everything has come/)
    expect(await received(indexed)).toEqual(MARKED)
  })

  test('an index that lies about where a blob stands', async () => {
    await leaveIndex((index) => ({
      ...index,
      files: index.files.map((file) =>
        file.path === 'prod/a.yaml' ? { ...file, oid: index.files.at(-1)?.oid as Oid } : file,
      ),
    }))
    const indexed = await opened()
    await indexed.shortcut.fetch(MAIN, 'bump/')
    expect(await refusal(found(indexed, main, 'a'))).toMatch(/wrong about "prod\/a.yaml"/)
    expect(await received(indexed)).toEqual(MARKED)
  })
})

test('what was written is pushed without the files that are not here, and read back', async () => {
  await leaveIndex()
  const { shortcut, remote } = await opened()
  await shortcut.fetch(MAIN, 'bump/')
  const [entry] = await wantedOf(shortcut)
  if (entry === undefined) throw new Error('nothing found')
  const files = [{ entry, bytes: Buffer.from(marked('b', '2')) }]
  const [{ tree: parentTree }, tree] = await Promise.all([shortcut.commit(main), shortcut.treeWith(main, files)])
  const move = await gitBranchWriter({ remote }, NOW).commit({
    branch: HEAD,
    expected: undefined,
    parent: main,
    parentTree,
    tree: tree as Oid,
    files,
    message: 'bump',
    author: undefined,
  })
  expect(move.kind).toBe('moved')
  const tip = (await shortcut.fetch(MAIN, 'bump/')).get(HEAD) as Oid
  asked()
  const [hit] = (await shortcut.search(tip, SCREEN_TEXTS)).filter((one) => one.path === entry.path)
  expect(Buffer.from((await shortcut.readBlobs([hit?.oid as Oid]))[0] ?? []).toString()).toBe(marked('b', '2'))
  expect(asked()).toEqual([])
  await git(gitDir, 'fsck', '--strict', '--no-dangling')
  expect(await git(gitDir, 'diff', '--name-only', 'main', HEAD)).toBe('prod/deep/b.yml')
})

async function wantedOf(shortcut: Shortcut) {
  shortcut.prepare([main], concerns('b'))
  return (await shortcut.search(main, SCREEN_TEXTS)).filter(({ mentions }) => concerns('b')(mentions))
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveKeepsake } from '../../../src/adapters/git/keepsake.ts'
import { openRemote, type RemoteRepository } from '../../../src/adapters/git/repository.ts'
import { githubShortcut, type GithubShortcut } from '../../../src/adapters/github/repository.ts'
import type { BranchName, Oid, RepoPath } from '../../../src/core/names.ts'
import { formatIndex, MOST_CARRIED, parseIndex } from '../../../src/core/plan/marker-index.ts'
import { SCREEN_TEXTS } from '../../../src/core/plan/snapshot.ts'
import type { CommitRequest } from '../../../src/ports/branch-writer.ts'
import type { NewFile, Repository } from '../../../src/ports/repository.ts'
import type { Keepsake } from '../../../src/core/plan/keepsake.ts'
import type { GitHubStandIn } from '../../support/github/server.ts'
import { clientOf, MAIN, standIn } from '../../support/github-fixture.ts'

const PREFIX = 'image-bump/main/'
const CONFIG = '.image-bump.yaml' as RepoPath
const REF = 'refs/image-bump/index'
const slot = standIn()
const marked = (tag: string): string => `image: a:${tag} # {"$imagepolicy": "x:y"}\n`
const head = (name: string): BranchName => `${PREFIX}${name}` as BranchName

let made = 0
/** A repository with odd files and heads of every kind, and its index as of the first commit. */
async function repositoryOf(github: GitHubStandIn): Promise<string> {
  made += 1
  const name = `acme/read-${made}`
  await github.createRepository(name, {
    [CONFIG]: 'version: 1\n',
    'a.yaml': marked('1'),
    'a/b.yml': `\uFEFF${marked('2').replace('\n', '\r\n')}`,
    'a.b/Kustomization': { text: marked('3'), mode: '100755' },
    'latin.yaml': Buffer.from(`# \xe4\n${marked('4')}`, 'latin1'),
    'nul.yaml': `\0${marked('5')}`,
    'big.yaml': `${marked('6')}${'# filler\n'.repeat(70_000)}`,
    'ä/ü.yaml': marked('7'),
    'link.yaml': { text: 'a.yaml', mode: '120000' },
    'plain.yaml': 'a: b\n',
    'notes.md': marked('8'),
  })
  return name
}

/** Writes the index as a run does that received everything. */
async function remember(github: GitHubStandIn, name: string, carried = 0): Promise<void> {
  const token = github.addToken()
  const remote = await openRemote({ url: github.gitUrl(name), token })
  try {
    const tip = (await remote.fetch(MAIN, PREFIX)).get(MAIN) as Oid
    const { tree } = await remote.commit(tip)
    const files = await remote.search(tip, SCREEN_TEXTS)
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    await shortcut.fetch(MAIN, PREFIX)
    const found = { commit: tip, tree, texts: SCREEN_TEXTS, globs: [], files }
    const flux = files.filter(({ mentions }) => mentions.flux).map(({ oid }) => oid)
    const blobs = await remote.readBlobs(flux)
    const contents = new Map(flux.map((oid, at) => [oid, blobs[at] as Uint8Array]))
    const keepsake = await shortcut.keepsake({ ...found, contents })
    if (keepsake === undefined) throw new Error('there is an index to be kept')
    expect(await leave(github, name, keepsake)).toBe(true)
    if (carried > 0) await plant(github, name, ...(formatIndex({ ...found, carried }) ?? []))
  } finally {
    await remote.close()
  }
}

function leave(github: GitHubStandIn, name: string, keepsake: Keepsake): Promise<boolean> {
  const now = () => new Date('2026-03-04T05:06:07Z')
  return leaveKeepsake({ url: github.gitUrl(name), token: github.addToken() }, { now }, keepsake)
}

/** Puts a text of any kind where the index is looked for. */
async function plant(github: GitHubStandIn, name: string, ...parts: readonly string[]): Promise<void> {
  const files = Object.fromEntries(parts.map((part, at) => [`index.${at}`, part]))
  const oid = await github.commitTo(name, 'plant', files, { parent: null })
  const { git } = github.repository(name)
  git.update([{ ref: REF, after: oid }])
}

describe('the same answers as git gives', () => {
  let github: GitHubStandIn
  let name: string
  let received: RemoteRepository
  let shortcut: GithubShortcut
  let tips: ReadonlyMap<BranchName, Oid>
  beforeAll(async () => {
    github = slot.github
    name = await repositoryOf(github)
    await remember(github, name)
    await github.commitTo(name, head('old'), { 'a.yaml': marked('1.1') })
    await github.commitTo(name, 'main', { 'new.yaml': marked('9'), 'a/b.yml': null, 'plain.yaml': 'a: c\n' })
    await github.commitTo(name, head('child'), { 'a.yaml': marked('1.2') }, { parent: github.tip(name, 'main') ?? '' })
    await github.commitTo(name, head('people'), { 'a.yaml': marked('1.3'), 'extra.yaml': marked('10') })
    await github.commitTo(name, head('people'), { 'new.yaml': 'none: true\n' })
    await github.moveBranch(name, head('same'), github.tip(name, 'main') ?? '')
    await github.moveBranch(name, 'image-bump/other/x', github.tip(name, 'main') ?? '')
    received = await openRemote({ url: github.gitUrl(name), token: github.addToken() })
    shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    tips = await received.fetch(MAIN, PREFIX)
    expect(await shortcut.fetch(MAIN, PREFIX)).toEqual(tips)
  })
  afterAll(async () => {
    await received.close()
  })
  const both = async <Answer>(
    ask: (one: Pick<Repository, 'search' | 'entry' | 'readBlobs' | 'commit' | 'commitsAhead'>) => Promise<Answer>,
  ): Promise<Answer> => {
    const [quick, slow] = await Promise.all([ask(shortcut), ask(received)])
    expect(quick).toEqual(slow)
    return quick
  }

  test.each(['main', head('old'), head('child'), head('people'), head('same')] as BranchName[])(
    'files, contents, facts and commits of %s',
    async (branch) => {
      const tip = tips.get(branch) as Oid
      const base = tips.get(MAIN) as Oid
      const files = await both((one) => one.search(tip, SCREEN_TEXTS, []))
      expect(files.length).toBeGreaterThan(5)
      const oids = files.map(({ oid }) => oid)
      await both(async (one) => (await one.readBlobs(oids)).map((bytes) => Buffer.from(bytes).toString('hex')))
      await both(async (one) => ({ ...(await one.commit(tip)), message: '' }))
      await both(async (one) =>
        (await one.commitsAhead(base, tip)).map((facts) => ({ ...facts, message: facts.message.trim() })),
      )
    },
  )

  test.each([
    { because: 'the policy file', path: CONFIG },
    { because: 'a file in a folder', path: 'a.b/Kustomization' },
    { because: 'a symbolic link', path: 'link.yaml' },
    { because: 'a folder', path: 'a.b' },
    { because: 'nothing', path: 'none.yaml' },
  ])('the entry of $because', async ({ path }) => {
    await both((one) => one.entry(tips.get(MAIN) as Oid, path as RepoPath))
  })

  test('texts that the index was not made with are not answered', async () => {
    await expect(shortcut.search(tips.get(MAIN) as Oid, ['image'])).rejects.toThrow(/made for other files/)
    await expect(shortcut.search(tips.get(MAIN) as Oid, SCREEN_TEXTS, ['*.md'])).rejects.toThrow(/other files/)
  })

  test('the default branch and its tips take one request together', async () => {
    const fresh = githubShortcut(clientOf(github), name, { config: CONFIG })
    const before = github.requests.length
    const base = await fresh.defaultBranch()
    expect(await fresh.fetch(base, PREFIX)).toEqual(tips)
    expect(github.requests.length - before).toBe(1)
    expect(fresh.repositoryId()).toBe(github.repository(name).nodeId)
  })
})

describe('an index that is not to be used is no answer', () => {
  const rows: readonly { because: string; plant: (github: GitHubStandIn, name: string) => Promise<void> }[] = [
    { because: 'there is none', plant: async () => {} },
    { because: 'it is no JSON', plant: (github, name) => plant(github, name, 'oops') },
    { because: 'it is due to be made anew', plant: (github, name) => remember(github, name, MOST_CARRIED) },
    {
      because: 'it is too big for GitHub to show',
      plant: (github, name) => plant(github, name, `{"v":2,${' '.repeat(600_000)}}\n`),
    },
  ]
  test.each(rows)('$because', async ({ plant: prepare }) => {
    const { github } = slot
    const name = await repositoryOf(github)
    await prepare(github, name)
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    const tip = (await shortcut.fetch(MAIN, PREFIX)).get(MAIN) as Oid
    await expect(shortcut.search(tip, SCREEN_TEXTS)).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
    // What needs no index is known all the same, while everything is received.
    expect(await shortcut.entry(tip, CONFIG)).toMatchObject({ path: CONFIG })
    expect(shortcut.repositoryId()).toBe(github.repository(name).nodeId)
  })

  test('a base that is not there', async () => {
    const name = await repositoryOf(slot.github)
    const shortcut = githubShortcut(clientOf(slot.github), name, { config: CONFIG })
    await expect(shortcut.fetch('none' as BranchName, PREFIX)).rejects.toMatchObject({ code: 'BASE_NOT_FOUND' })
  })
})

describe('an index that lies', () => {
  interface Row {
    readonly path: string
    readonly oid: string
    readonly flags: string
    readonly names: string
  }

  /** The index of the base tip, changed; every file that it lists was searched for. */
  async function lying(change: (row: Row, other: string) => readonly Row[]) {
    const { github } = slot
    const name = await repositoryOf(github)
    const tip = (github.tip(name, 'main') ?? '') as Oid
    const tree = (await github.commit(name, tip))?.tree as Oid
    const { git } = github.repository(name)
    const other = git.objects.write('blob', Buffer.from(marked('666')))
    const entry = await git.entry(tree, 'a.yaml')
    const rows = change({ path: 'a.yaml', oid: entry?.oid ?? '', flags: '--', names: 'x:y' }, other)
    const head = JSON.stringify({ v: 2, commit: tip, tree, carried: 0, texts: SCREEN_TEXTS, globs: [] })
    const lines = [head, ...rows.map(({ path, oid, flags, names }) => `${oid} ${flags} ${names} ${path}`)]
    const list = lines.map((line) => `${line}\n`).join('')
    const index = await github.commitTo(name, 'plant', { 'index.0': list, 'flux/0': marked('666') }, { parent: null })
    git.update([{ ref: REF, after: index }])
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    await shortcut.fetch(MAIN, PREFIX)
    const files = await shortcut.search(tip, SCREEN_TEXTS)
    return { shortcut, tip, files, oids: files.map(({ oid }) => oid) }
  }

  test.each([
    { because: 'a content', change: (row: Row, other: string) => [{ ...row, oid: other }] },
    { because: 'a path', change: (row: Row, other: string) => [row, { ...row, oid: other, path: 'none.yaml' }] },
    {
      because: 'a mode',
      change: (row: Row) => [{ ...row, flags: 'x-' }],
    },
    { because: 'a second place of a file', change: (row: Row) => [row, { ...row, path: 'plain.yaml' }] },
  ])('about $because is found out before anything is written', async ({ change }) => {
    const { shortcut, tip, files, oids } = await lying(change)
    const isRead = await shortcut.readBlobs(oids).then(
      () => true,
      () => false,
    )
    expect(isRead && (await shortcut.isProven(tip, []))).toBe(false)
    expect(await shortcut.isProven(tip, files)).toBe(false)
  })

  test('about what came with it is found out although nobody asked for it', async () => {
    const { shortcut, tip, oids } = await lying((row, other) => [{ ...row, oid: other, path: 'latin.yaml' }])
    const before = slot.github.requests.length
    expect(await shortcut.readBlobs(oids)).toEqual([Buffer.from(marked('666'))])
    expect(slot.github.requests.length).toBe(before)
    expect(await shortcut.isProven(tip, [])).toBe(false)
  })

  test('about nothing is proven by the reading itself', async () => {
    const { shortcut, tip, files, oids } = await lying((row) => [row])
    await shortcut.readBlobs(oids)
    const before = slot.github.requests.length
    expect(await shortcut.isProven(tip, files)).toBe(true)
    expect(slot.github.requests.length).toBe(before)
  })
})

/** A base tip and its files as a run sees them. */
async function opened() {
  const { github } = slot
  const name = await repositoryOf(github)
  await remember(github, name)
  const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
  const tip = (await shortcut.fetch(MAIN, PREFIX)).get(MAIN) as Oid
  const files = await shortcut.search(tip, SCREEN_TEXTS)
  const entry = files.find(({ path }) => path === 'a/b.yml')
  if (entry === undefined) throw new Error('a/b.yml is marked')
  return { github, name, shortcut, tip, files, entry }
}

describe('what was written', () => {
  const bytes = Buffer.from(marked('1.5'))

  test('is read back from the repository, not from memory, where its tree is not known', async () => {
    const { github, name, shortcut, tip, entry } = await opened()
    expect(await shortcut.treeWith(tip, [{ entry, bytes }])).toBe(undefined)
    const right = (await github.commitTo(name, head('right'), { 'a/b.yml': marked('1.5') })) as Oid
    const wrong = (await github.commitTo(name, head('wrong'), { 'a/b.yml': marked('1.6') })) as Oid
    for (const commit of [right, wrong]) shortcut.expect(commit, request(tip, [{ entry, bytes }]))
    const found = (await shortcut.search(right, SCREEN_TEXTS)).find(({ path }) => path === entry.path)
    expect(await shortcut.readBlobs([found?.oid as Oid])).toEqual([bytes])
    const other = (await shortcut.search(wrong, SCREEN_TEXTS)).find(({ path }) => path === entry.path)
    expect(await shortcut.readBlobs([other?.oid as Oid])).toEqual([Buffer.from(marked('1.6'))])
  })

  test('is known beforehand where the folders above were looked at, and not asked for again', async () => {
    const { github, name, shortcut, tip, entry } = await opened()
    shortcut.prepare([tip], ({ names }) => names !== 'any')
    const tree = await shortcut.treeWith(tip, [{ entry, bytes }])
    const made = (await github.commitTo(name, head('made'), { 'a/b.yml': marked('1.5') })) as Oid
    expect(tree).toBe((await github.commit(name, made))?.tree)
    const before = github.requests.length
    shortcut.expect(made, { ...request(tip, [{ entry, bytes }]), ...(tree === undefined ? {} : { tree }) })
    expect((await shortcut.commit(made)).tree).toBe(tree)
    const found = (await shortcut.search(made, SCREEN_TEXTS)).find(({ path }) => path === entry.path)
    expect(await shortcut.readBlobs([found?.oid as Oid])).toEqual([bytes])
    expect(github.requests.length).toBe(before)
  })
})

describe('what is prepared takes one request', () => {
  test('for base, for heads, and for the folders above', async () => {
    const { github, name, tip, files } = await opened()
    await github.commitTo(name, head('one'), { 'a.yaml': marked('1.1') })
    const other = await github.commitTo(name, head('two'), { 'a.yaml': marked('1.2') }, { parent: tip })
    await github.commitTo(name, head('three'), { 'a.yaml': marked('1.3'), 'odd.yaml': marked('9') }, { parent: tip })
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    const tips = await shortcut.fetch(MAIN, PREFIX)
    await shortcut.search(tip, SCREEN_TEXTS)
    const before = github.requests.length
    shortcut.prepare([...tips.values()], () => true)
    await shortcut.readBlobs(files.filter(({ path }) => !/latin|nul|big/.test(path)).map(({ oid }) => oid))
    const found = await shortcut.search(other as Oid, SCREEN_TEXTS)
    expect(found.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
    expect(github.requests.length - before).toBe(1)
    // One that differs in more than was prepared is compared.
    const odd = await shortcut.search(tips.get(head('three')) as Oid, SCREEN_TEXTS)
    expect(odd.map(({ path }) => path)).toContain('odd.yaml')
  })
})

test('an index is written forward only when base has gone far', async () => {
  const { github, name } = await opened()
  const { git } = github.repository(name)
  const run = async (): Promise<string | undefined> => {
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    const tip = (await shortcut.fetch(MAIN, PREFIX)).get(MAIN) as Oid
    await shortcut.search(tip, SCREEN_TEXTS)
    const keepsake = await shortcut.keepsake(undefined)
    if (keepsake !== undefined) await leave(github, name, keepsake)
    return git.ref(REF)
  }
  const before = git.ref(REF)
  await github.commitTo(name, 'main', { 'more.yaml': marked('1') })
  expect(await run(), 'one file further').toBe(before)
  const many = Array.from({ length: 30 }, (_, index) => [`docs/${index}.md`, `${index}\n`] as const)
  await github.commitTo(name, 'main', Object.fromEntries(many))
  const after = await run()
  expect(after, 'thirty files further').not.toBe(before)
  const index = parseIndex([(await github.readFile(name, after ?? '', 'index.0')) ?? ''])
  if (!index.ok) throw new Error(index.reason)
  expect(index.value).toMatchObject({ commit: github.tip(name, 'main'), carried: 1 })
  expect(index.value.files.map(({ path }) => path)).toContain('more.yaml')
  expect(await run(), 'nothing further').toBe(after)
})

test('one that stands elsewhere than GitHub showed is left alone', async () => {
  const { github, name, shortcut } = await opened()
  const many = Array.from({ length: 30 }, (_, index) => [`docs/${index}.md`, `${index}\n`] as const)
  await github.commitTo(name, 'main', Object.fromEntries(many))
  const tip = (await shortcut.fetch(MAIN, PREFIX)).get(MAIN) as Oid
  await shortcut.search(tip, SCREEN_TEXTS)
  const keepsake = (await shortcut.keepsake(undefined)) as Keepsake
  const before = github.repository(name).git.ref(REF)
  expect(keepsake.expected).toBe(before)
  github.requests.length = 0
  expect(await leave(github, name, { ...keepsake, expected: undefined })).toBe(false)
  expect(github.repository(name).git.ref(REF)).toBe(before)
  // Git finds out by itself, before it sends anything.
  expect(github.requests.map(({ path }) => path.replace(/^.*\.git/, ''))).toEqual(['/info/refs'])
})

function request(parent: Oid, files: readonly NewFile[]): CommitRequest {
  return {
    branch: head('x'),
    expected: undefined,
    parent,
    parentTree: parent,
    files,
    message: 'bump',
    author: undefined,
  }
}

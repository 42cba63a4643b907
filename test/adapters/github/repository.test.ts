import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRemote, type RemoteRepository } from '../../../src/adapters/git/repository.ts'
import { githubShortcut, type GithubShortcut } from '../../../src/adapters/github/repository.ts'
import type { BranchName, Oid, RepoPath } from '../../../src/core/names.ts'
import { formatIndex, MOST_CARRIED } from '../../../src/core/plan/marker-index.ts'
import { SCREEN_TEXTS } from '../../../src/core/plan/snapshot.ts'
import type { Repository } from '../../../src/ports/repository.ts'
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
  const remote = await openRemote({ url: github.gitUrl(name), token: github.addToken() })
  try {
    const tip = (await remote.fetch(MAIN, PREFIX)).get(MAIN) as Oid
    const { tree } = await remote.commit(tip)
    const files = await remote.search(tip, SCREEN_TEXTS)
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    await expect(shortcut.fetch(MAIN, PREFIX)).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
    await shortcut.remember({ commit: tip, tree, texts: SCREEN_TEXTS, globs: [], files, size: 1000 })
    if (carried > 0)
      await plant(github, name, formatIndex({ commit: tip, tree, carried, texts: SCREEN_TEXTS, globs: [], files }))
  } finally {
    await remote.close()
  }
}

/** Puts a text of any kind where the index is looked for. */
async function plant(github: GitHubStandIn, name: string, text: string): Promise<void> {
  const oid = await github.commitTo(name, 'plant', { 'index.json': text }, { parent: null })
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
      plant: (github, name) => plant(github, name, `{"v":1,${' '.repeat(600_000)}}`),
    },
  ]
  test.each(rows)('$because', async ({ plant: prepare }) => {
    const { github } = slot
    const name = await repositoryOf(github)
    await prepare(github, name)
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    await expect(shortcut.fetch(MAIN, PREFIX)).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
    // Known all the same, for the index that is written later.
    expect(shortcut.repositoryId()).toBe(github.repository(name).nodeId)
  })

  test('a base that is not there', async () => {
    const name = await repositoryOf(slot.github)
    const shortcut = githubShortcut(clientOf(slot.github), name, { config: CONFIG })
    await expect(shortcut.fetch('none' as BranchName, PREFIX)).rejects.toMatchObject({ code: 'BASE_NOT_FOUND' })
  })
})

describe('an index that lies', () => {
  /** The index of the base tip, changed. */
  async function lying(
    change: (files: readonly object[], other: string) => readonly object[],
  ): Promise<GithubShortcut> {
    const { github } = slot
    const name = await repositoryOf(github)
    const tip = github.tip(name, 'main') ?? ''
    const tree = (await github.commit(name, tip))?.tree as Oid
    const { git } = github.repository(name)
    const other = git.objects.write('blob', Buffer.from(marked('666')))
    const entry = await git.entry(tree, 'a.yaml')
    const files = change([{ path: 'a.yaml', oid: entry?.oid, mode: '100644' }], other)
    const head = { v: 1, commit: tip, tree, carried: 0, texts: SCREEN_TEXTS, globs: [], files }
    const index = await github.commitTo(
      name,
      'plant',
      {
        'index.json': JSON.stringify(head),
        'files/0': marked('666'),
      },
      { parent: null },
    )
    git.update([{ ref: REF, after: index }])
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    await shortcut.fetch(MAIN, PREFIX)
    await shortcut.search(tip as Oid, SCREEN_TEXTS).catch(() => undefined)
    return shortcut
  }

  test('about a content is found out before anything is written', async () => {
    const shortcut = await lying(([file], other) => [{ ...file, oid: other }])
    expect(await shortcut.isProven()).toBe(false)
  })

  test('about a mode is found out before anything is written', async () => {
    const shortcut = await lying((files, other) => [...files, { path: 'b.yaml', oid: other, mode: '100755' }])
    expect(await shortcut.isProven()).toBe(false)
  })

  test('about nothing is proven in one request', async () => {
    const shortcut = await lying((files) => files)
    const before = slot.github.requests.length
    expect(await shortcut.isProven()).toBe(true)
    expect(slot.github.requests.length - before).toBeLessThanOrEqual(1)
  })
})

test('what was written is read back from the repository, not from memory', async () => {
  const { github } = slot
  const name = await repositoryOf(github)
  await remember(github, name)
  const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
  const tip = (await shortcut.fetch(MAIN, PREFIX)).get(MAIN) as Oid
  const entry = (await shortcut.search(tip, SCREEN_TEXTS)).find(({ path }) => path === 'a.yaml')
  if (entry === undefined) throw new Error('a.yaml is marked')
  const bytes = Buffer.from(marked('1.5'))
  const right = (await github.commitTo(name, head('right'), { 'a.yaml': marked('1.5') })) as Oid
  const wrong = (await github.commitTo(name, head('wrong'), { 'a.yaml': marked('1.6') })) as Oid
  for (const commit of [right, wrong]) shortcut.expect(commit, tip, [{ entry, bytes }])
  const found = (await shortcut.search(right, SCREEN_TEXTS)).find(({ path }) => path === 'a.yaml')
  expect(await shortcut.readBlobs([found?.oid as Oid])).toEqual([bytes])
  await expect(shortcut.search(wrong, SCREEN_TEXTS)).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
})

test('an index is written forward only when base has gone far', async () => {
  const { github } = slot
  const name = await repositoryOf(github)
  await remember(github, name)
  const { git } = github.repository(name)
  const run = async (): Promise<string | undefined> => {
    const shortcut = githubShortcut(clientOf(github), name, { config: CONFIG })
    const tip = (await shortcut.fetch(MAIN, PREFIX)).get(MAIN) as Oid
    await shortcut.search(tip, SCREEN_TEXTS)
    await shortcut.remember(undefined)
    return git.ref(REF)
  }
  const before = git.ref(REF)
  await github.commitTo(name, 'main', { 'more.yaml': marked('1') })
  expect(await run(), 'one file further').toBe(before)
  const many = Array.from({ length: 30 }, (_, index) => [`docs/${index}.md`, `${index}\n`] as const)
  await github.commitTo(name, 'main', Object.fromEntries(many))
  const after = await run()
  expect(after, 'thirty files further').not.toBe(before)
  const index = JSON.parse((await github.readFile(name, after ?? '', 'index.json')) ?? '') as Record<string, unknown>
  expect(index).toMatchObject({ commit: github.tip(name, 'main'), carried: 1 })
  expect(JSON.stringify(index['files'])).toContain('more.yaml')
  expect(await run(), 'nothing further').toBe(after)
})

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLocal } from '../../../src/adapters/git/local.ts'
import type { CommitSource } from '../../../src/ports/tree.ts'
import { addCommit, git, makeBare, path, scratch } from '../../support/git-fixture.ts'

let folder: string
let bare: string
let remove: () => Promise<void>

beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  bare = join(folder, 'bare.git')
  await makeBare(bare)
  await addCommit(bare, {
    branch: 'main',
    files: { 'a.yaml': 'old MARK\n', 'run.yaml': { mode: '100755', data: 'r MARK\n' } },
  })
  await addCommit(bare, {
    branch: 'main',
    files: { 'a.yaml': 'new MARK\n', 'd/b.yml': 'b\n', 'l.yaml': { mode: '120000', data: 'MARK' } },
  })
  await git(bare, 'update-ref', 'refs/heads/with-parenthesis)', 'main')
  await git(bare, 'tag', '-a', '-m', 'x', 'v1', 'main')
  execFileSync('git', ['clone', '-q', bare, join(folder, 'normal')], { stdio: 'ignore' })
  execFileSync('git', ['-C', join(folder, 'normal'), 'worktree', 'add', '-q', join(folder, 'linked')], {
    stdio: 'ignore',
  })
  mkdirSync(join(folder, 'normal', 'below'))
})
afterAll(async () => await remove())

async function opened<T>(gitDir: string, revision: string, use: (source: CommitSource) => Promise<T>): Promise<T> {
  const source = await openLocal({ gitDir, revision })
  try {
    return await use(source)
  } finally {
    await source.close()
  }
}

const texts = async (source: CommitSource): Promise<readonly string[]> =>
  (await source.files(['MARK'])).map((file) => `${file.path}: ${Buffer.from(file.bytes).toString()}`)

test.each([
  { of: 'bare.git', at: 'main' },
  { of: 'bare.git', at: 'v1' },
  { of: 'normal', at: 'HEAD' },
  { of: 'normal/.git', at: 'origin/main' },
  { of: 'linked', at: 'HEAD' },
])('reads $of at $at', async ({ of, at }) => {
  await opened(join(folder, of), at, async (source) => {
    expect(source.commit).toBe(await git(bare, 'rev-parse', 'main'))
    expect(await texts(source)).toEqual(['a.yaml: new MARK\n', 'run.yaml: r MARK\n'])
  })
})

test('reads an older commit, and single files', async () => {
  await opened(bare, 'main~1', async (source) => {
    expect(await texts(source)).toEqual(['a.yaml: old MARK\n', 'run.yaml: r MARK\n'])
    expect(await source.file(path('d/b.yml'))).toBeUndefined()
    expect(Buffer.from((await source.file(path('a.yaml'))) ?? []).toString()).toBe('old MARK\n')
  })
})

test('tells the tree that would be, and writes nothing', async () => {
  const before = fingerprint(bare)
  const tree = await opened(bare, 'main', async (source) => {
    await source.files(['MARK'])
    return await source.treeWith([
      { path: path('run.yaml'), bytes: Buffer.from('changed\n') },
      { path: path('d/b.yml'), bytes: Buffer.from('changed\n') },
    ])
  })
  expect(fingerprint(bare)).toBe(before)
  const files = { 'run.yaml': { mode: '100755', data: 'changed\n' }, 'd/b.yml': 'changed\n' }
  await addCommit(bare, { branch: 'expected', parents: ['main'], files })
  expect(tree).toBe(await git(bare, 'rev-parse', 'expected^{tree}'))
})

test('a repository with SHA-256 works too', async () => {
  const gitDir = join(folder, 'sha256.git')
  execFileSync('git', ['init', '-q', '--bare', '--object-format=sha256', '--initial-branch=main', gitDir])
  await addCommit(gitDir, { branch: 'main', files: { 'd/a.yaml': 'MARK' } })
  const tree = await opened(gitDir, 'main', async (source) => {
    expect(await texts(source)).toEqual(['d/a.yaml: MARK'])
    return await source.treeWith([{ path: path('d/a.yaml'), bytes: Buffer.from('x') }])
  })
  await addCommit(gitDir, { branch: 'main', files: { 'd/a.yaml': 'x' } })
  expect(tree).toBe(await git(gitDir, 'rev-parse', 'main^{tree}'))
})

describe('what is not there', () => {
  test.each([
    'none',
    '',
    '--upload-pack=touch x',
    '-h',
    '--all',
    'main:a.yaml',
    'main^{tree}',
    'main\nmain',
    'f'.repeat(40),
    '^main',
    'main..v1',
  ])('the revision %j is BAD_REVISION', async (revision) => {
    await expect(openLocal({ gitDir: bare, revision })).rejects.toMatchObject({ code: 'BAD_REVISION' })
  })

  test.each(['.', 'none', 'normal/below', 'normal/a.yaml'])('%s is no repository', async (name) => {
    await expect(openLocal({ gitDir: join(folder, name), revision: 'HEAD' })).rejects.toMatchObject({
      code: 'BAD_WORKTREE',
    })
  })
})

/** Names and bytes of every file below a folder. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
    hash.update(join(entry.parentPath, entry.name))
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)))
  }
  return hash.digest('hex')
}

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { FolderEntry } from '../../../../src/adapters/github/read/places.ts'
import { foldersAbove, mostEntries, treeWith } from '../../../../src/adapters/github/read/tree-with.ts'
import type { Oid, RepoPath } from '../../../../src/core/names.ts'
import { startGitHub } from '../../../support/github/server.ts'

const blob = (text: string): Oid => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex') as Oid
const at = (path: string, text: string) => ({ path: path as RepoPath, oid: blob(text) })
const FILES = {
  'a.yaml': 'a\n',
  'a/b/c.yaml': 'c\n',
  'a/b/d.sh': { text: 'd\n', mode: '100755' },
  // Sorted as `a.b/`, between the file and the folder.
  'a.b/e.yaml': 'e\n',
  link: { text: 'a.yaml', mode: '120000' },
} as const

/** A tree of real git, and what GraphQL shows of its folders. */
async function withTree(
  act: (world: {
    readonly root: Oid
    readonly folder: (path: string) => Promise<readonly FolderEntry[] | undefined>
    readonly after: (files: Readonly<Record<string, string>>) => Promise<Oid>
  }) => Promise<void>,
): Promise<void> {
  const github = await startGitHub()
  try {
    const { git } = await github.createRepository('acme/x', FILES)
    const treeOf = async (revision: string) => (await github.commit('acme/x', revision))?.tree as Oid
    const root = await treeOf('main')
    await act({
      root,
      folder: async (path) => {
        const oid = path === '' ? root : (await git.entry(root, path))?.oid
        const entries = await git.objects.tree(oid ?? '')
        return entries?.map(({ name, oid: id, mode }) => ({ name, oid: id, mode: Number.parseInt(mode, 8) }))
      },
      after: async (files) => treeOf(await github.commitTo('acme/x', 'next', files)),
    })
  } finally {
    await github.stop()
  }
}

test('the tree that git makes of the same files', () =>
  withTree(async ({ root, folder, after }) => {
    const wanted = await after({ 'a.yaml': '1\n', 'a/b/c.yaml': '2\n', 'a.b/e.yaml': '3\n' })
    const files = [at('a.yaml', '1\n'), at('a/b/c.yaml', '2\n'), at('a.b/e.yaml', '3\n')]
    expect(await treeWith(root, files, folder)).toBe(wanted)
    expect(await treeWith(root, [], folder)).toBe(root)
  }))

describe('it is not told', () => {
  test.each([
    { because: 'where there is no file', file: 'a/b/none.yaml' },
    { because: 'where there is no folder', file: 'none/c.yaml' },
    { because: 'where a file is a folder', file: 'a.yaml/c.yaml' },
    { because: 'where a folder is a file', file: 'a/b' },
    { because: 'where a link stands', file: 'link' },
  ])('$because', ({ file }) =>
    withTree(async ({ root, folder }) => {
      expect(await treeWith(root, [at(file, 'x\n')], folder)).toBe(undefined)
    }),
  )

  const changes: readonly {
    because: string
    change: (entries: readonly FolderEntry[], path: string) => readonly FolderEntry[] | undefined
  }[] = [
    { because: 'a folder above is not shown', change: (entries, path) => (path === 'a' ? undefined : entries) },
    {
      because: 'a name came out garbled',
      change: (entries) => entries.map((entry) => ({ ...entry, name: `${entry.name}\ufffd` })),
    },
    { because: 'an entry is missing', change: (entries, path) => (path === 'a/b' ? entries.slice(1) : entries) },
    {
      because: 'an id is another',
      change: (entries, path) => (path === '' ? entries.map((entry) => ({ ...entry, oid: blob('y') })) : entries),
    },
  ]
  test.each(changes)('where $because', ({ change }) =>
    withTree(async ({ root, folder }) => {
      const shown = async (path: string) => change((await folder(path)) ?? [], path)
      expect(await treeWith(root, [at('a/b/d.sh', 'x\n')], shown)).toBe(undefined)
    }),
  )

  test('where a mode is one that a server may write down otherwise', async () => {
    const entries = [{ name: 'a', mode: 0o100664, oid: blob('a') }]
    const bytes = Buffer.concat([Buffer.from('100664 a\0'), Buffer.from(blob('a'), 'hex')])
    const root = createHash('sha1').update(`tree ${bytes.length}\0`).update(bytes).digest('hex') as Oid
    expect(await treeWith(root, [at('a', 'x\n')], () => Promise.resolve(entries))).toBe(undefined)
  })
})

test('the folders above some files, each once', () => {
  const paths = ['a/b/c.yaml', 'a/b/d.yaml', 'a/e.yaml', 'f.yaml'].map((path) => path as RepoPath)
  expect(foldersAbove(paths)).toEqual(['', 'a/b', 'a'])
  expect(foldersAbove([])).toEqual([''])
})

test.each([
  { folders: [''], most: 3, because: 'a name counts once, whatever is below it' },
  { folders: ['', 'a'], most: 3, because: 'the fullest counts' },
  { folders: ['a/b'], most: 2, because: 'files directly in it' },
  { folders: ['f.yaml', 'g'], most: 0, because: 'nothing is known below them' },
  { folders: [], most: 0, because: 'there are none' },
])('folders $folders have $most entries at least: $because', ({ folders, most }) => {
  const known = ['a/b/c.yaml', 'a/b/d.yaml', 'a/e.yaml', 'f.yaml', 'h/i.yaml'].map((path) => path as RepoPath)
  expect(mostEntries(folders, known)).toBe(most)
})

import { describe, expect, test } from 'vitest'
import type { Oid, PolicyName, RepoPath } from '../../../src/core/names.ts'
import {
  formatIndex,
  isMadeWith,
  MOST_INDEXED,
  parseIndex,
  type IndexedFile,
  type MarkerIndex,
} from '../../../src/core/plan/marker-index.ts'

const oid = (digit: string): Oid => digit.repeat(40) as Oid
const names = (...all: readonly string[]) => new Set(all.map((name) => name as PolicyName))
const file = (path: string, more: Partial<IndexedFile> = {}): IndexedFile => ({
  path: path as RepoPath,
  oid: oid('c'),
  mode: '100644',
  mentions: { names: names('prod:shop'), flux: false },
  ...more,
})
const INDEX: MarkerIndex = {
  commit: oid('a'),
  tree: oid('b'),
  carried: 3,
  texts: ['"$imagepolicy"'],
  globs: ['**/*.env'],
  files: [file('apps/shop.yaml'), file('run.yaml', { oid: oid('d'), mode: '100755' })],
}
const written = (index = INDEX): readonly string[] => formatIndex(index) ?? []

describe('what was written is read', () => {
  test.each([
    { because: 'files and modes', index: INDEX },
    { because: 'no file at all', index: { ...INDEX, files: [] } },
    {
      because: 'the longer ids of SHA-256',
      index: { ...INDEX, commit: 'a'.repeat(64) as Oid, tree: 'b'.repeat(64) as Oid, files: [] },
    },
    {
      because: 'paths of any kind',
      index: { ...INDEX, files: ['"a".yaml', 'a b/c\u2028ä.yaml', 'b\n.yaml', 'c\r.yaml'].map((path) => file(path)) },
    },
    {
      because: 'what files mention',
      index: {
        ...INDEX,
        files: [
          file('a.yaml', { mentions: { names: 'any', flux: false } }),
          file('b.yaml', { mentions: { names: names(), flux: true } }),
          file('c.yaml', { mentions: { names: names('a:b', 'x.y:z_1-2'), flux: true } }),
        ],
      },
    },
  ])('$because', ({ index }) => {
    expect(parseIndex(written(index))).toEqual({ ok: true, value: index })
  })

  test('each file has a line of its own', () => {
    const [text = ''] = written()
    expect(text.split('\n').slice(1)).toEqual([
      `${oid('c')} -- prod:shop apps/shop.yaml`,
      `${oid('d')} x- prod:shop run.yaml`,
      '',
    ])
  })

  test('in parts that GitHub shows whole', () => {
    const path = (index: number): string => `clusters/prod-eu/app-${String(index).padStart(5, '0')}/deployment.yaml`
    const index = { ...INDEX, files: Array.from({ length: MOST_INDEXED }, (_, at) => file(path(at))) }
    const parts = written(index)
    expect(parts.length).toBeLessThan(5)
    expect(parts.every((part) => part.length < 512_000)).toBe(true)
    expect(parseIndex(parts)).toEqual({ ok: true, value: index })
    expect(parts.join('').length / MOST_INDEXED).toBeLessThan(110)
  })

  test.each([
    { because: 'too many files', files: Array.from({ length: MOST_INDEXED + 1 }, () => file('a.yaml')) },
    { because: 'too long paths', files: Array.from({ length: 600 }, (_, at) => file(`${at}/${'a'.repeat(4000)}`)) },
  ])('or not at all: $because', ({ files }) => {
    expect(formatIndex({ ...INDEX, files })).toBe(undefined)
  })
})

describe('an index that cannot be right is refused', () => {
  const [head = '', ...lines] = written().join('').split('\n')
  const changed = (changes: object): string =>
    [JSON.stringify({ ...(JSON.parse(head) as object), ...changes }), ...lines].join('\n')
  const listing = (...files: readonly string[]): string => [head, ...files, ''].join('\n')
  const row = (path: string): string => `${oid('c')} -- prod:shop ${path}`
  test.each([
    { because: 'not JSON', text: '{\n' },
    { because: 'empty', text: '' },
    { because: 'JSON of another kind', text: '[]\n' },
    { because: 'another version', text: changed({ v: 1 }) },
    { because: 'longer than 2 MiB', text: listing(row('a'.repeat(2 * 1024 * 1024))) },
    { because: 'no commit', text: changed({ commit: 'main' }) },
    { because: 'a tree of the other hash', text: changed({ tree: 'b'.repeat(64) }) },
    { because: 'a negative count', text: changed({ carried: -1 }) },
    { because: 'a count that is none', text: changed({ carried: '3' }) },
    { because: 'texts that are none', text: changed({ texts: [1] }) },
    { because: 'too many files', text: listing(...Array.from({ length: MOST_INDEXED + 1 }, () => row('a.yaml'))) },
    { because: 'cut off', text: listing(row('a.yaml')).slice(0, -3) },
    { because: 'an empty line', text: listing('') },
    { because: 'a path out of the repository', text: listing(row('../a.yaml')) },
    { because: 'a path into .git', text: listing(row('.git/a.yaml')) },
    { because: 'a path that is no text', text: listing(row('"a')) },
    { because: 'no path', text: listing(row('')) },
    { because: 'an id that is a revision', text: listing('HEAD -- prod:shop a.yaml') },
    { because: 'an id of the other hash', text: listing(`${'c'.repeat(64)} -- prod:shop a.yaml`) },
    { because: 'a mode that is none', text: listing(`${oid('c')} l- prod:shop a.yaml`) },
    { because: 'a name that is none', text: listing(`${oid('c')} -- prod:shop,* a.yaml`) },
    { because: 'a file twice', text: listing(row('a.yaml'), row('a.yaml')) },
    { because: 'files out of order', text: listing(row('b.yaml'), row('a.yaml')) },
  ])('$because', ({ text }) => {
    expect(parseIndex([text])).toMatchObject({ ok: false, reason: expect.stringMatching(/\w/) as string })
  })
})

describe('an index counts for what it was made with', () => {
  const { texts, globs } = INDEX
  test.each([
    { because: 'the same', screen: { texts, globs }, counts: true },
    { because: 'another text', screen: { texts: ['x'], globs }, counts: false },
    { because: 'more globs', screen: { texts, globs: [...globs, 'x'] }, counts: false },
    { because: 'no globs', screen: { texts, globs: [] }, counts: false },
  ])('$because: $counts', ({ screen, counts }) => {
    expect(isMadeWith(INDEX, screen)).toBe(counts)
  })

  test('and lists nothing that is not searched', () => {
    const index = { ...INDEX, files: [file('README.md')] }
    expect(isMadeWith(index, { texts, globs })).toBe(false)
  })
})

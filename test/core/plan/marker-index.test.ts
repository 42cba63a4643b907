import { describe, expect, test } from 'vitest'
import type { Oid, RepoPath } from '../../../src/core/names.ts'
import {
  formatIndex,
  isMadeWith,
  MOST_INDEXED,
  parseIndex,
  type MarkerIndex,
} from '../../../src/core/plan/marker-index.ts'

const oid = (digit: string): Oid => digit.repeat(40) as Oid
const file = (path: string, digit = 'c') => ({ path: path as RepoPath, oid: oid(digit), mode: '100644' as const })
const INDEX: MarkerIndex = {
  commit: oid('a'),
  tree: oid('b'),
  carried: 3,
  texts: ['"$imagepolicy"'],
  globs: ['**/*.env'],
  files: [file('apps/shop.yaml'), { ...file('run.yaml', 'd'), mode: '100755' }],
}

describe('what was written is read', () => {
  test.each([
    { because: 'files and modes', index: INDEX },
    { because: 'no file at all', index: { ...INDEX, files: [] } },
    {
      because: 'the longer ids of SHA-256',
      index: { ...INDEX, commit: 'a'.repeat(64) as Oid, tree: 'b'.repeat(64) as Oid, files: [] },
    },
    { because: 'signs that JSON escapes', index: { ...INDEX, files: [file('a"\\\u2028ä.yaml')] } },
  ])('$because', ({ index }) => {
    expect(parseIndex(formatIndex(index))).toEqual({ ok: true, value: index })
  })

  test('each file has a line of its own', () => {
    expect(formatIndex(INDEX).split('\n')).toHaveLength(1 + INDEX.files.length + 2)
  })
})

describe('an index that cannot be right is refused', () => {
  const changed = (changes: object): string => JSON.stringify({ ...JSON.parse(formatIndex(INDEX)), ...changes })
  test.each([
    { because: 'not JSON', text: '{' },
    { because: 'empty', text: '' },
    { because: 'JSON of another kind', text: '[]' },
    { because: 'another version', text: changed({ v: 2 }) },
    { because: 'longer than 1 MiB', text: `${formatIndex(INDEX)}${' '.repeat(1024 * 1024)}` },
    { because: 'no commit', text: changed({ commit: 'main' }) },
    { because: 'a tree of the other hash', text: changed({ tree: 'b'.repeat(64) }) },
    { because: 'a negative count', text: changed({ carried: -1 }) },
    { because: 'a count that is none', text: changed({ carried: '3' }) },
    { because: 'texts that are none', text: changed({ texts: [1] }) },
    { because: 'files that are none', text: changed({ files: {} }) },
    {
      because: 'too many files',
      text: changed({ files: Array.from({ length: MOST_INDEXED + 1 }, () => file('a.yaml')) }),
    },
    { because: 'a file that is null', text: changed({ files: [null] }) },
    { because: 'a path out of the repository', text: changed({ files: [file('../a.yaml')] }) },
    { because: 'a path into .git', text: changed({ files: [file('.git/a.yaml')] }) },
    { because: 'a path that is none', text: changed({ files: [{ ...file('a.yaml'), path: 1 }] }) },
    { because: 'an id that is a revision', text: changed({ files: [{ ...file('a.yaml'), oid: 'HEAD' }] }) },
    { because: 'a symbolic link', text: changed({ files: [{ ...file('a.yaml'), mode: '120000' }] }) },
    { because: 'a file twice', text: changed({ files: [file('a.yaml'), file('a.yaml', 'd')] }) },
    { because: 'files out of order', text: changed({ files: [file('b.yaml'), file('a.yaml')] }) },
  ])('$because', ({ text }) => {
    expect(parseIndex(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/\w/) as string })
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

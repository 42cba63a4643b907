import { expect, test } from 'vitest'
import { checkRepoPath, mayHoldMarkers } from '../../../src/core/git/repo-path.ts'

test.each(['a.yaml', 'a/b/c.yml', '.github/x.yaml', '-x', 'a b', 'ü', '..a', 'a..', '.gitignore', 'x.git/y', 'a\nb'])(
  '%j is a path',
  (text) => {
    expect(checkRepoPath(text)).toEqual({ ok: true, value: text })
  },
)

test.each([
  '',
  '/',
  '/etc/passwd',
  '..',
  '../x',
  'a/../b',
  'a/..',
  './a',
  'a/./b',
  'a//b',
  'a/',
  '.git',
  '.git/config',
  'a/.GIT/x',
  'a\0b',
])('%j is none', (text) => {
  expect(checkRepoPath(text).ok).toBe(false)
})

test.each([
  ['a.yaml', true],
  ['d/a.yml', true],
  ['d/Kustomization', true],
  ['Kustomization', true],
  ['a/b.c/app.yml', true],
  ['vendor/.yaml', true],
  ['.github/workflows/x.yml', true],
  ['d/kustomization', false],
  ['app.YAML', false],
  ['app.yaml.tpl', false],
  ['app.json', false],
  ['a.yaml.bak', false],
  ['Kustomization/x', false],
  ['xKustomization', false],
  ['yaml', false],
])('markers in %s: %s', (path, may) => {
  expect(mayHoldMarkers(path)).toBe(may)
})

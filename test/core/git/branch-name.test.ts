import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBranchName } from '../../../src/core/git/branch-name.ts'

test.each([
  'main',
  'image-bump/prod',
  'release/1.2',
  'a',
  '0',
  'a_b.c-d/e',
  'x'.repeat(200),
  'dependabot/npm-1',
  'lock',
  'a.lockx',
])('%j is a branch name', (text) => {
  expect(checkBranchName(text)).toEqual({ ok: true, value: text })
})

test.each([
  { text: '', because: 'empty' },
  { text: '-x', because: 'an option' },
  { text: '.x', because: 'starts with a dot' },
  { text: '@', because: 'means HEAD' },
  { text: 'HEAD', because: 'is git’s own' },
  { text: 'refs/heads/x', because: 'the prefix is added' },
  { text: 'a'.repeat(40), because: 'reads as a commit id' },
  { text: '0'.repeat(64), because: 'reads as a SHA-256 id' },
  { text: 'x'.repeat(201), because: 'too long' },
  { text: 'a..b', because: 'a range' },
  { text: 'a//b', because: 'an empty part' },
  { text: 'a/', because: 'an empty part' },
  { text: 'a/.b', because: 'a hidden part' },
  { text: 'a.lock', because: 'the name of a lock' },
  { text: 'a.lock/b', because: 'the name of a lock' },
  { text: 'a.', because: 'ends with a dot' },
  { text: 'a@{1}', because: 'the reflog' },
  { text: 'a b', because: 'a space' },
  { text: 'a;id', because: 'the shell' },
  { text: 'a`id`', because: 'the shell' },
  { text: 'a$(id)', because: 'the shell' },
  { text: 'a:b', because: 'a refspec' },
  { text: 'a*', because: 'a pattern' },
  { text: 'a^', because: 'a revision' },
  { text: 'a~1', because: 'a revision' },
  { text: 'a\nb', because: 'a line break' },
  { text: 'main\n', because: 'a line break at the end' },
  { text: 'ü', because: 'not ASCII' },
])('$text is none: $because', ({ text }) => {
  expect(checkBranchName(text).ok).toBe(false)
})

test('whatever passes is a branch name for git', () => {
  const parts = fc.constantFrom('a', 'B', '0', '.', '..', '-', '_', '/', '.lock', 'refs/', 'HEAD', '@', '{', ' ', '~')
  const names = fc.array(parts, { minLength: 1, maxLength: 6 }).map((list) => list.join(''))
  fc.assert(
    fc.property(names, (name) => {
      fc.pre(checkBranchName(name).ok)
      expect(spawnSync('git', ['check-ref-format', `refs/heads/${name}`]).status).toBe(0)
      expect(spawnSync('git', ['check-ref-format', '--branch', name]).status).toBe(0)
    }),
    { numRuns: 100 },
  )
})

import { expect, test } from 'vitest'
import type { RepoPath } from '../../../src/core/names.ts'
import { fixedPrefix } from '../../../src/core/policy/fixed-prefix.ts'
import { inScope } from '../../../src/core/policy/scope.ts'

test.each([
  { glob: 'clusters/prod/**', prefix: 'clusters/prod', matches: 'clusters/prod/a/b.yaml' },
  { glob: 'clusters/prod', prefix: 'clusters/prod', matches: 'clusters/prod/b.yaml' },
  { glob: './clusters/prod/', prefix: 'clusters/prod', matches: 'clusters/prod/b.yaml' },
  { glob: 'a/b.yaml', prefix: 'a/b.yaml', matches: 'a/b.yaml' },
  { glob: 'a/*.yaml', prefix: 'a', matches: 'a/b.yaml' },
  { glob: 'a/b*/c', prefix: 'a', matches: 'a/b1/c' },
  { glob: '**/a.yaml', prefix: '', matches: 'x/a.yaml' },
  { glob: '{a,b}/c.yaml', prefix: '', matches: 'b/c.yaml' },
  { glob: 'a/{b,c/d}.yaml', prefix: 'a', matches: 'a/c/d.yaml' },
  { glob: 'a/@(b|c)/*', prefix: 'a', matches: 'a/c/d' },
  { glob: 'a/../b/*', prefix: '', matches: 'b/c.yaml' },
  { glob: 'a/\\[b\\]/*', prefix: 'a', matches: 'a/[b]/c' },
])('all that $glob can match lies in "$prefix"', ({ glob, prefix, matches }) => {
  expect(fixedPrefix(glob)).toBe(prefix)
  expect(inScope([glob], matches as RepoPath)).toBe(true)
  expect(`${matches}/`.startsWith(prefix === '' ? '' : `${prefix}/`)).toBe(true)
})

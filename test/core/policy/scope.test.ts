import * as fc from 'fast-check'
import { Minimatch } from 'minimatch'
import { expect, test } from 'vitest'
import type { RepoPath } from '../../../src/core/names.ts'
import { inScope, matchesName } from '../../../src/core/policy/scope.ts'

test.each([
  { glob: 'clusters/prod', path: 'clusters/prod/a/b.yaml', is: true, because: 'a folder means all below it' },
  {
    glob: './clusters/prod/',
    path: 'clusters/prod/b.yaml',
    is: true,
    because: 'it may be spelled as a path of a shell',
  },
  { glob: 'clusters/prod', path: 'clusters/prod-2/b.yaml', is: false, because: 'another folder starts with its name' },
  { glob: 'a.yaml', path: 'a.yaml', is: true, because: 'it may be a file' },
  { glob: 'clusters/prod/**', path: 'clusters/prod/.hidden/b.yaml', is: true, because: 'hidden folders count' },
  { glob: 'clusters/prod/**', path: 'clusters/prod', is: false, because: 'a file is not below itself' },
  { glob: '**/*.env', path: 'a/b/.env', is: true, because: 'hidden files count' },
  { glob: 'a/*/c', path: 'a/b/c', is: true, because: 'a wildcard is a folder' },
  { glob: 'a/*/c', path: 'a/b/b/c', is: false, because: 'a wildcard is one folder' },
])('whether $glob means $path is $is: $because', ({ glob, path, is }) => {
  expect(inScope([glob], path as RepoPath)).toBe(is)
})

test('a glob of a rule matches the name of a policy', () => {
  expect(matchesName('prod:*', 'prod:shop')).toBe(true)
  expect(matchesName('prod:*', 'dev:shop')).toBe(false)
})

const part = fc.constantFrom('a', 'A', 'b-c', 'b', '.d', 'e.yaml', '_', '-', 'ü', ' ', '\n', 'a:b')
const parts = fc.array(part, { minLength: 1, maxLength: 4 })

test('a glob that ends with "/**" means what it means to minimatch', () => {
  let matched = 0
  const law = fc.property(parts, parts, fc.boolean(), (folder, below, isBelow) => {
    const glob = `${folder.join('/')}/**`
    const path = (isBelow ? [...folder, ...below] : below).join('/')
    const expected = new Minimatch(glob, { dot: true, nonegate: true, nocomment: true }).match(path)
    matched += Number(expected)
    expect(inScope([glob], path as RepoPath)).toBe(expected)
  })
  fc.assert(law, { numRuns: 1_000 })
  expect(matched).toBeGreaterThan(100)
})

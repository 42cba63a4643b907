import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLocal } from '../../../src/adapters/git/local.ts'
import { isSearched } from '../../../src/core/policy/scope.ts'
import type { CommitSource } from '../../../src/ports/tree.ts'
import { addCommit, makeBare, path, scratch } from '../../support/git-fixture.ts'

const NAMES = [
  ['a.yaml', 'Dockerfile', 'Dockerfile.prod', '.env', '.env.prod', 'x.env', 'a+b.tf', '[x].toml', 'ü.toml'],
  ['deploy/.env', 'deploy/a.toml', 'deploy/a/b.toml', 'deploy/a/b.tf', 'deploy/x.yaml', 'other/deploy/a.toml'],
].flat()
let source: CommitSource
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await scratch()
  remove = made.remove
  const gitDir = join(made.folder, 'bare.git')
  await makeBare(gitDir)
  await addCommit(gitDir, { branch: 'main', files: Object.fromEntries(NAMES.map((name) => [name, 'MARK'])) })
  source = await openLocal({ gitDir, revision: 'main' })
})
afterAll(async () => {
  await source.close()
  await remove()
})

test.each(
  [
    ['.env', '*.env', '**/.env', '**/*.env', '.env*', '**/.env{,.*}', 'deploy', 'deploy/', './deploy/**', 'deploy//**'],
    ['**', '**/*', '*', 'deploy/*.toml', 'deploy/**/*.toml', 'deploy/**/b.*', '**/deploy/*', '{deploy/a,other}/**'],
    ['{.env,deploy/.env}', '+(deploy|other)/**/*.toml', '!(deploy)/**', '[a-d]*/**', '[[]x].toml', 'a+b.tf', 'a?b.tf'],
    ['Dockerfile*', '?ockerfile', '**/ü.*', 'none/**', ':(top)', '-e', '.', 'deploy/./a.toml', '**/*.{tf,toml}', '.*'],
    ['@(deploy/a)/b.tf', 'deploy/{a/b,c}.toml', '(x', '[', '{', 'deploy/a{', '*.toml]', '#x', '*)'],
  ].flat(),
)('git finds what %j names, and YAML', async (glob) => {
  const found = (await source.files(['MARK'], [glob])).map((file) => file.path)
  expect(found).toEqual(NAMES.filter((name) => isSearched(path(name), [glob])).sort(byBytes))
})

test('without globs YAML alone is searched', async () => {
  expect((await source.files(['MARK'])).map((file) => file.path)).toEqual(['a.yaml', 'deploy/x.yaml'])
})

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

import { expect, test } from 'vitest'
import { environmentOf, globOf } from '../../../src/core/mark/environment.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { inScope } from '../../../src/core/policy/scope.ts'

test.each([
  { path: 'clusters/prod/shop.yaml', name: 'prod', glob: 'clusters/prod/**', because: 'a folder of clusters' },
  { path: 'apps/shop/overlays/eu-west/k.yaml', name: 'eu-west', glob: 'apps/shop/overlays/eu-west/**', because: 'any' },
  { path: 'envs/prod_eu/v.yaml', name: 'prod_eu', glob: 'envs/prod_eu/**', because: 'names may hold "_"' },
  { path: 'envs/(eu)/v.yaml', name: 'eu', glob: 'envs/?eu?/**', because: 'neither name nor glob may hold brackets' },
  { path: 'apps/staging/shop.yaml', name: 'staging', glob: 'apps/staging/**', because: 'the word is known' },
  { path: 'prod/clusters/eu/a.yaml', name: 'eu', glob: 'prod/clusters/eu/**', because: 'clusters say it plainly' },
  { path: 'clusters/prod/dev-tools/a.yaml', name: 'prod', glob: 'clusters/prod/**', because: 'the outermost counts' },
  { path: 'chart/values-prod.yaml', name: 'prod', glob: 'chart/values-prod.yaml', because: 'a file of its own' },
  { path: 'compose.staging.yml', name: 'staging', glob: 'compose.staging.yml', because: 'a file of its own' },
  { path: 'a/values-pre-prod.yaml', name: 'pre-prod', glob: 'a/values-pre-prod.yaml', because: 'the longer word' },
  { path: 'overlays/prod.yaml', name: 'prod', glob: 'overlays/prod.yaml', because: 'a file among overlays' },
])('$path is $name: $because', ({ path, name, glob }) => {
  expect(environmentOf(path as RepoPath)).toEqual({ name, glob })
  expect(inScope([glob], path as RepoPath)).toBe(true)
})

test.each([
  { path: 'apps/shop/values.yaml', because: 'shop is no environment' },
  { path: 'test/products/x.yaml', because: 'products only starts like one' },
  { path: 'overlays/kustomization.yaml', because: 'there is no folder in it' },
  { path: 'overlays/(/x.yaml', because: 'nothing of the name would be left' },
])('$path tells no environment: $because', ({ path }) => {
  expect(environmentOf(path as RepoPath)).toBeUndefined()
})

test('a path with every sign of a glob is matched by its glob', () => {
  const path = 'a/[b]{c}(d)!e+f@g*h?i\\j\u0007.yaml' as RepoPath
  expect(inScope([globOf(path)], path)).toBe(true)
})

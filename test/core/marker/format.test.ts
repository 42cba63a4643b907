import { expect, test } from 'vitest'
import { formatOf, TEXT_GLOBS } from '../../../src/core/marker/format.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { inScope } from '../../../src/core/policy/scope.ts'

test.each([
  { path: 'a/b.yaml', format: 'yaml' },
  { path: 'Kustomization', format: 'yaml' },
  { path: 'docker-compose.yml', format: 'yaml' },
  { path: '.env', format: 'env' },
  { path: 'prod/.env.production', format: 'env' },
  { path: 'shop.env', format: 'env' },
  { path: 'versions.toml', format: 'toml' },
  { path: 'main.tf', format: 'hcl' },
  { path: 'prod.auto.tfvars', format: 'hcl' },
  { path: 'job.nomad.hcl', format: 'hcl' },
  { path: 'Dockerfile', format: 'dockerfile' },
  { path: 'x/Dockerfile.prod', format: 'dockerfile' },
  { path: 'api.Dockerfile', format: 'dockerfile' },
  { path: 'Containerfile', format: 'dockerfile' },
  { path: '.env.yaml', format: 'yaml' },
  { path: 'environment', format: undefined },
  { path: 'dockerfile.md', format: undefined },
  { path: 'main.tf.json', format: undefined },
  { path: 'Dockerfile/readme.md', format: undefined },
])('$path is $format', ({ path, format }) => {
  expect(formatOf(path)).toBe(format)
  if (format !== 'yaml') expect(inScope(TEXT_GLOBS, path as RepoPath)).toBe(format !== undefined)
})

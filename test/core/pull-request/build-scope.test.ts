import { expect, test } from 'vitest'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { buildScope } from '../../../src/core/pull-request/build-scope.ts'

const CONFIG = '.image-bump.yaml' as RepoPath
const POLICY = "policy: { semver: { range: '*' } }"

function scope(lines: readonly string[], image = 'ghcr.io/acme/api:1.0.0'): readonly string[] | undefined {
  const text = ['version: 1', ...lines, ''].join('\n')
  return buildScope({ path: CONFIG, bytes: Buffer.from(text) }, [parseReference(image)])
}

const policy = (name: string, paths?: string): string =>
  `  ${name}: { image: ghcr.io/acme/${name.split(':')[1] ?? ''}, ${paths === undefined ? '' : `paths: [${paths}], `}${POLICY} }`

test.each([
  {
    lines: ['flux: false', 'policies:', policy('prod:api', "'prod/api/**'"), policy('dev:web', "'dev/**'")],
    is: ['prod/api/**'],
    because: 'another namespace has a pull request of its own',
  },
  {
    lines: ['flux: false', 'policies:', policy('prod:api', "'prod/api/**'"), policy('prod:web', "'prod/web/**'")],
    is: ['prod/api/**', 'prod/web/**'],
    because: 'what shares the pull request is looked at too',
  },
  {
    lines: [
      'flux: false',
      'pullRequests: { group: policy }',
      'policies:',
      policy('prod:api', "'prod/api/**'"),
      policy('prod:web'),
    ],
    is: ['prod/api/**'],
    because: 'each policy has a pull request of its own',
  },
  {
    lines: ['flux: false', 'policies:', policy('prod:api', "'prod/api/**'"), policy('prod:web')],
    is: undefined,
    because: 'one of the pull request has no paths',
  },
  {
    lines: ['policies:', policy('prod:api', "'prod/api/**'")],
    is: undefined,
    because: 'a Flux object may stand anywhere',
  },
  {
    lines: ['flux: false', 'policies:', policy('prod:web', "'prod/**'")],
    is: [],
    because: 'the image concerns no policy',
  },
])('$is: $because', ({ lines, is }) => {
  expect(scope(lines)).toEqual(is)
})

test('a policy file that is wrong says so', () => {
  expect(() => scope(['policies: 1'])).toThrow(expect.objectContaining({ code: 'BAD_POLICY' }))
  expect(buildScope({ path: CONFIG, bytes: Buffer.from([0xff]) }, [])).toEqual([])
})

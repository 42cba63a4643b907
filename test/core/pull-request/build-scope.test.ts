import { expect, test } from 'vitest'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { buildScope } from '../../../src/core/pull-request/build-scope.ts'

const CONFIG = '.image-bump.yaml' as RepoPath
const POLICY = "policy: { semver: { range: '*' } }"

function scope(lines: readonly string[], changed: readonly string[] = []): readonly string[] | undefined {
  const bytes = Buffer.from(['version: 1', ...lines, ''].join('\n'))
  return buildScope({ path: CONFIG, bytes }, [parseReference('ghcr.io/acme/api:1.0.0')], changed as RepoPath[])
}

const policy = (name: string, paths?: string): string =>
  `  ${name}: { image: ghcr.io/acme/${name.split(':')[1] ?? ''}, ${paths === undefined ? '' : `paths: [${paths}], `}${POLICY} }`

const API = policy('prod:api', "'prod/api/**'")
const WEB = policy('prod:web', "'prod/web/**'")

test.each([
  { file: ['policies:', API, WEB], changed: [], is: ['prod/api/**'], because: 'nothing is pending for the other' },
  {
    file: ['policies:', API, WEB],
    changed: ['prod/web/a.yaml'],
    is: ['prod/api/**', 'prod/web/**'],
    because: 'a branch of ours may move the other, and all its places count',
  },
  {
    file: ['policies:', API, WEB],
    changed: ['prod/api/a.yaml', 'docs/a.yaml'],
    is: ['prod/api/**'],
    because: 'a branch changes only what is looked at anyway, or no policy of the group',
  },
  {
    file: ['pullRequests: { group: policy }', 'policies:', API, WEB],
    changed: ['prod/web/a.yaml'],
    is: ['prod/api/**'],
    because: 'the other has a pull request of its own',
  },
  { file: ['policies:', API, policy('prod:web')], changed: [], is: ['prod/api/**'], because: 'it moves nothing' },
  {
    file: ['policies:', API, policy('prod:web')],
    changed: ['x.yaml'],
    is: undefined,
    because: 'what is pending may be moved anywhere',
  },
  { file: ['policies:', policy('prod:api')], changed: [], is: undefined, because: 'the policy has no paths' },
  { file: ['policies:', WEB], changed: [], is: [], because: 'the image concerns no policy' },
])('$is with $changed changed: $because', ({ file, changed, is }) => {
  expect(scope(['flux: false', ...file], changed)).toEqual(is)
})

test('Flux objects may stand anywhere', () => {
  expect(scope(['policies:', API])).toBeUndefined()
})

test('a policy file that is wrong says so', () => {
  expect(() => scope(['policies: 1'])).toThrow(expect.objectContaining({ code: 'BAD_POLICY' }))
  expect(buildScope({ path: CONFIG, bytes: Buffer.from([0xff]) }, [], [])).toEqual([])
})

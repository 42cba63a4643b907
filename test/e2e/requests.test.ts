import { expect, test } from 'vitest'
import type { RecordedRequest } from '../support/github/faults.ts'
import type { GitHubStandIn } from '../support/github/server.ts'
import { manifest, openBench, REPOSITORY } from '../support/e2e/bench.ts'

// The tag holds the commit it was built from, so what lies between deployed and new can be asked.
const POLICY_FILE = `version: 1
policies:
  prod:shop:
    image: ghcr.io/acme/shop
    filterTags: { pattern: '^(?P<n>[0-9])-(?P<sha>[0-9a-f]{7})$', extract: '$n' }
    policy: { numerical: {} }
pullRequests: { labels: [image-bump] }
`

test.each([
  { because: 'where no run ever was', isIndexed: false },
  { because: 'where one has left its index', isIndexed: true },
])(
  'a run asks the forge little, and one that comes again asks less and writes nothing: $because',
  async ({ isIndexed }) => {
    const bench = await openBench({})
    try {
      const { github } = bench
      const tags = await builtTags(github)
      await github.commitTo(REPOSITORY, 'main', {
        '.image-bump.yaml': POLICY_FILE,
        'apps/shop.yaml': manifest('shop', tags[0], 'prod:shop'),
      })
      const counted = async (tag: string) => {
        const seen = github.requests.length
        const env = { GITHUB_SHA: github.tip('acme/source', `v${tag.slice(0, 1)}`) ?? '' }
        const result = await bench.build(`ghcr.io/acme/shop:${tag}`, { env })
        const [git, asked] = [true, false].map((isGit) =>
          github.requests.slice(seen).filter(({ kind }) => (kind === 'git') === isGit),
        )
        return { result, git, asked: asked ?? [] }
      }
      if (isIndexed) {
        await counted(tags[1])
        await github.deleteBranch(REPOSITORY, 'image-bump/main/prod')
        github.repository(REPOSITORY).pulls.length = 0
      }
      const first = await counted(tags[1])
      const again = await counted(tags[1])
      const newer = await counted(tags[2])

      expect([first, again, newer].map(({ result }) => result.outputs['outcome'])).toEqual([
        'opened',
        'unchanged',
        'updated',
      ])
      expect(operations(first.asked)).toContain('repos/compare-commits-with-basehead')
      expect(operations(first.asked)).toContain('issues/add-labels')
      expect(operations(first.asked).length).toBeLessThanOrEqual(8)
      expect(operations(newer.asked).length).toBeLessThanOrEqual(8)
      expect(operations(again.asked).length).toBeLessThanOrEqual(2)
      expect(again.asked.filter(isWrite).map(({ operation }) => operation)).toEqual([])
      expect([...(isIndexed ? (first.git ?? []) : []), ...(again.git ?? []), ...(newer.git ?? [])]).toEqual([])
      expect(github.violations).toEqual([])
    } finally {
      await bench.stop()
    }
  },
)

/** Three builds in a row, each on a branch of the source repository: `0-…`, `1-…` and `2-…` with the commit's id. */
async function builtTags(github: GitHubStandIn): Promise<[string, string, string]> {
  await github.createRepository('acme/source', { 'README.md': 'shop\n' })
  const tag = async (number: number): Promise<string> => {
    const oid = await github.commitTo('acme/source', 'main', { 'README.md': `shop ${number}\n` })
    await github.moveBranch('acme/source', `v${number}`, oid)
    return `${number}-${oid.slice(0, 7)}`
  }
  return [await tag(0), await tag(1), await tag(2)]
}

function operations(requests: readonly RecordedRequest[]): readonly string[] {
  return requests.map(({ operation }) => operation)
}

function isWrite({ kind, method, body }: RecordedRequest): boolean {
  if (kind !== 'graphql') return method !== 'GET'
  return /^\s*mutation\b/.test(String((body as { query?: unknown } | undefined)?.query))
}

import { expect, test } from 'vitest'
import type { Tag } from '../../src/core/image/reference.ts'
import type { Comparison } from '../../src/ports/source.ts'
import { compareWith } from '../../src/run/ancestry.ts'
import type { Attempt } from '../../src/run/turn.ts'
import { shopPolicy } from '../core/plan/facts.ts'

const [OLD, NEW, SIDE] = ['main-aaaaaaa', 'main-bbbbbbb', 'main-ccccccc'] as Tag[]
const POLICY = shopPolicy('filterTags: { pattern: "^main-(.*)$", extract: $1 }\npolicy: { commit: {} }')

/** A source that knows one line of two commits and one beside it, and counts what it is asked. */
function asking(sourceRepository: string | undefined, isReadable = true) {
  const asked: string[] = []
  const compare = (_: string, from: string, to: string): Promise<Comparison | undefined> => {
    asked.push(`${from}...${to}`)
    const status = `${from}${to}`.includes('c') ? 'diverged' : to.startsWith('b') ? 'ahead' : 'behind'
    return Promise.resolve(isReadable ? { status, commits: [], total: 0 } : undefined)
  }
  const turn = { brought: [{ images: [{ tag: NEW }] }] }
  const job = { settings: { sourceRepository }, ports: { source: { compare } }, turn }
  return { asked, job: job as unknown as Attempt }
}

test.each([
  { candidate: NEW, current: OLD, verdict: 'newer', says: 'bbbbbbb descends from aaaaaaa' },
  { candidate: OLD, current: NEW, verdict: 'older', says: 'aaaaaaa is an ancestor of bbbbbbb' },
  { candidate: NEW, current: SIDE, verdict: 'diverged', says: 'bbbbbbb neither descends from nor precedes ccccccc' },
  { candidate: NEW, current: NEW, verdict: 'equal', says: 'main-bbbbbbb is there already' },
  { candidate: NEW, current: 'latest' as Tag, verdict: 'unknown', says: 'no commit can be read of latest' },
])('$candidate is $verdict to $current', async ({ candidate, current, verdict, says }) => {
  const { job } = asking('acme/source')
  const compare = await compareWith(job, new Map([[POLICY, [candidate, current].filter((tag) => tag !== undefined)]]))
  expect(compare(POLICY, candidate as Tag, current as Tag)).toEqual({ verdict, because: says })
})

test.each([
  { repository: 'acme/source', isReadable: false, asks: 2, because: 'it could not be read' },
  { repository: undefined, isReadable: true, asks: 0, because: 'nobody said which it is' },
])('without an answer of the source two commits have diverged: $because', async ({ repository, isReadable, asks }) => {
  const { job, asked } = asking(repository, isReadable)
  const compare = await compareWith(job, new Map([[POLICY, [OLD, NEW].filter((tag) => tag !== undefined)]]))
  expect(compare(POLICY, NEW as Tag, OLD as Tag).verdict).toBe('diverged')
  expect(asked.length).toBeLessThanOrEqual(asks)
})

test('a pair is asked once, whichever way round it matters', async () => {
  const { job, asked } = asking('acme/source')
  await compareWith(job, new Map([[POLICY, [OLD, NEW].filter((tag) => tag !== undefined)]]))
  expect(asked).toHaveLength(1)
})

test('other policies keep their own order, and ask nothing', async () => {
  const { job, asked } = asking('acme/source')
  const policy = shopPolicy()
  const compare = await compareWith(job, new Map([[policy, ['1.0.0', '1.1.0'] as Tag[]]]))
  expect(compare(policy, '1.1.0' as Tag, '1.0.0' as Tag).verdict).toBe('newer')
  expect(asked).toEqual([])
})

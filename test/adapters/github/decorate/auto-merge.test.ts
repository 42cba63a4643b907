import { describe, expect, test } from 'vitest'
import { githubForge } from '../../../../src/adapters/github/forge.ts'
import { NOTHING_WORN } from '../../../../src/core/pull-request/state.ts'
import type { Decoration } from '../../../../src/ports/forge.ts'
import type { Protection } from '../../../support/github/state.ts'
import { clientOf, MAIN, operations, repositoryWithHead, standIn, WANTED } from '../../../support/github-fixture.ts'

const on = standIn()
const REVIEWED = { requiredReviews: 1 }

interface Setting {
  readonly allowed?: boolean
  readonly protection?: Protection
  readonly draft?: boolean
  readonly queue?: boolean
}

async function opened({ allowed = true, protection, draft = false, queue = false }: Setting = {}) {
  const options = { allowAutoMerge: allowed, mergeQueues: queue ? [MAIN] : [] }
  const { name } = await repositoryWithHead(on.github, options)
  if (protection !== undefined) on.github.protect(name, MAIN, protection)
  const client = clientOf(on.github)
  const forge = githubForge(client, name)
  const pullRequest = await forge.open({ ...WANTED, draft })
  on.github.requests.length = 0
  const arm = (autoMerge: Decoration['autoMerge'] = 'squash') => {
    const wanted = { labels: [], reviewers: [], teamReviewers: [], assignees: [], autoMerge }
    return forge.decorate(pullRequest, wanted, NOTHING_WORN)
  }
  return { name, client, forge, pull: on.github.pull(name, pullRequest.number), arm }
}

/** What GitHub answers to the mutation, with HTTP 200. */
function refuse(message: string, times = 1) {
  const body = { data: { enablePullRequestAutoMerge: null }, errors: [{ type: 'UNPROCESSABLE', message }] }
  on.github.fault({ match: { operation: 'enablePullRequestAutoMerge' }, answer: { status: 200, body }, times })
}

test.each(['squash', 'merge', 'rebase'] as const)('%s is armed in two requests', async (method) => {
  const { arm, pull } = await opened({ protection: REVIEWED })
  expect(await arm(method)).toMatchObject({ merge: 'armed', worn: { autoMerge: true }, failures: [] })
  expect(pull.autoMerge?.method).toBe(method)
  expect(operations(on.github)).toEqual(['repository', 'enablePullRequestAutoMerge'])
})

test('arming is bound to the head we wrote', async () => {
  const { arm, name } = await opened({ protection: REVIEWED })
  await on.github.commitTo(name, WANTED.head, { 'evil.yaml': 'x' })
  const { failures, merge } = await arm()
  expect(merge).toBe('none')
  expect(failures).toMatchObject([{ what: 'auto-merge' }])
})

describe('nothing is left to wait for', () => {
  test('so it is merged at once, guarded by the head we wrote', async () => {
    const { arm, pull } = await opened()
    refuse('Pull request Pull request is in clean status')
    expect(await arm()).toMatchObject({ merge: 'merged', worn: { autoMerge: true }, failures: [] })
    expect(pull.state).toBe('merged')
  })

  test('so it is where the required check has passed before we ask', async () => {
    const { arm, pull, name } = await opened({ protection: { requiredChecks: ['ci'] } })
    await on.github.setCheck(name, pull.headOid, 'ci', 'success')
    expect(await arm('rebase')).toMatchObject({ merge: 'merged', failures: [] })
    expect(pull.state).toBe('merged')
    expect(operations(on.github)).toEqual(['repository', 'enablePullRequestAutoMerge', 'repository', 'pulls/merge'])
  })

  test('what a person pushed meanwhile is not merged unseen', async () => {
    const { arm, pull, name } = await opened()
    await on.github.commitTo(name, WANTED.head, { 'evil.yaml': 'x' })
    refuse('Pull request Pull request is in clean status')
    expect(await arm()).toMatchObject({ merge: 'none', worn: { autoMerge: false }, failures: [{ what: 'auto-merge' }] })
    expect(pull.state).toBe('open')
  })

  test('a merge whose answer is lost is recognised', async () => {
    const { arm, pull } = await opened()
    refuse('Pull request Pull request is in clean status')
    on.github.fault({ match: { operation: 'pulls/merge' }, answer: 'reset-after' })
    expect(await arm()).toMatchObject({ merge: 'merged', failures: [] })
    expect(pull.state).toBe('merged')
  })

  test('where a queue is required it is queued', async () => {
    const { arm, pull } = await opened({ queue: true })
    refuse('Pull request Pull request is in clean status')
    expect(await arm()).toMatchObject({ merge: 'queued', failures: [] })
    expect(pull.queued).toBe(true)
  })
})

describe('how to mend it', () => {
  test.each([
    { setting: { allowed: false }, tells: 'Switch on "Allow auto-merge"' },
    { setting: { protection: REVIEWED, draft: true }, tells: 'Take "draft: true" out of the rule' },
  ])('$setting tells: $tells', async ({ setting, tells }) => {
    const { arm } = await opened(setting)
    const { failures, merge } = await arm()
    expect(failures).toEqual([{ what: 'auto-merge', reason: expect.stringContaining(tells) }])
    expect(merge).toBe('none')
  })

  test.each([
    { said: 'Pull request Protected branch rules not configured for this branch', tells: 'Protect it with a required' },
    {
      said: 'Merge method squash merging is not allowed on this repository',
      tells: 'does not allow this merge method',
    },
    { said: 'Pull request Something new', tells: 'Something new' },
  ])('"$said" tells: $tells', async ({ said, tells }) => {
    const { arm, client } = await opened({ protection: REVIEWED })
    refuse(said)
    expect((await arm()).failures).toEqual([{ what: 'auto-merge', reason: expect.stringContaining(tells) }])
    expect(client.sleeps).toEqual([])
  })

  test.each([
    { times: 2, sleeps: [1000, 2000], merge: 'armed' },
    { times: 9, sleeps: [1000, 2000, 4000], merge: 'none' },
  ])('an unstable status seen $times times ends as $merge', async ({ times, sleeps, merge }) => {
    const { arm, client } = await opened({ protection: REVIEWED })
    refuse('Pull request Pull request is in unstable status', times)
    const decorated = await arm()
    expect(decorated.merge).toBe(merge)
    expect(client.sleeps).toEqual(sleeps)
    expect(decorated.failures).toHaveLength(merge === 'none' ? 1 : 0)
  })
})

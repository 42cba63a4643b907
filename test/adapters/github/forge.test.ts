import { describe, expect, test } from 'vitest'
import { githubForge } from '../../../src/adapters/github/forge.ts'
import type { BranchName } from '../../../src/core/names.ts'
import { NOTHING_WORN } from '../../../src/core/pull-request/state.ts'
import { clientOf, HEAD, MAIN, operations, repositoryWithHead, standIn, WANTED } from '../../support/github-fixture.ts'

const on = standIn()

async function forgeOnNew(options: Parameters<typeof repositoryWithHead>[1] = {}, token?: string) {
  const { name, headOid } = await repositoryWithHead(on.github, options)
  const client = clientOf(on.github, token)
  return { name, headOid, client, forge: githubForge(client, name), pulls: on.github.repository(name).pulls }
}

describe('opening', () => {
  test('takes one request and tells all about the pull request', async () => {
    const { forge, headOid, pulls } = await forgeOnNew()
    expect(await forge.open(WANTED)).toEqual({
      ...WANTED,
      number: 1,
      url: expect.stringMatching(/\/pull\/1$/),
      state: 'open',
      headOid,
      author: 'bump-app[bot]',
      labels: [],
      reviewers: [],
      teamReviewers: [],
      assignees: [],
      autoMerge: false,
      mergeable: expect.toSatisfy((value) => value === undefined || typeof value === 'boolean'),
    })
    expect(operations(on.github)).toEqual(['pulls/create'])
    expect(pulls).toHaveLength(1)
  })

  test('an answer that is lost after the fact does not open a second one', async () => {
    const { forge, pulls, client } = await forgeOnNew()
    on.github.fault({ match: { operation: 'pulls/create' }, answer: 'reset-after' })
    expect(await forge.open(WANTED)).toMatchObject({ number: 1, title: WANTED.title })
    expect(pulls).toHaveLength(1)
    expect(operations(on.github)).toEqual(['pulls/create', 'pulls/list', 'pulls/get'])
    expect(client.sleeps).toHaveLength(1)
  })

  test('a connection cut before the request was handled is tried again', async () => {
    const { forge, pulls } = await forgeOnNew()
    on.github.fault({ match: { operation: 'pulls/create' }, answer: 'reset', times: 2 })
    expect(await forge.open(WANTED)).toMatchObject({ number: 1 })
    expect(pulls).toHaveLength(1)
    expect(operations(on.github).filter((name) => name === 'pulls/create')).toHaveLength(3)
  })

  test('one that is open already is returned as it is', async () => {
    const { forge, pulls } = await forgeOnNew()
    await forge.open({ ...WANTED, title: 'from another run' })
    expect(await forge.open(WANTED)).toMatchObject({ number: 1, title: 'from another run' })
    expect(pulls).toHaveLength(1)
  })

  test("a fork's pull request of the same branch name is not taken for ours", async () => {
    const { forge, name, headOid } = await forgeOnNew()
    await on.github.openFromFork(name, 'mallory/gitops', HEAD, headOid)
    await forge.open(WANTED)
    expect(await forge.open(WANTED)).toMatchObject({ number: 2 })
  })

  test('"No commits between" is waited out for a moment after a push', async () => {
    const { forge, client } = await forgeOnNew()
    const late = {
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequest', code: 'custom', message: `No commits between main and ${HEAD}` }],
    }
    on.github.fault({ match: { operation: 'pulls/create' }, answer: { status: 422, body: late }, times: 2 })
    expect(await forge.open(WANTED)).toMatchObject({ number: 1 })
    expect(client.sleeps).toEqual([1000, 2000])
  })

  test('a branch with nothing ahead of base is refused in the end', async () => {
    const { forge, name } = await forgeOnNew()
    await on.github.moveBranch(name, HEAD, on.github.tip(name, MAIN) ?? '')
    await expect(forge.open(WANTED)).rejects.toMatchObject({
      code: 'REMOTE_REFUSED',
      message: expect.stringContaining('No commits between'),
    })
  })

  test('a token without the permission is told which one', async () => {
    const token = on.github.addToken({ permissions: { metadata: 'read', contents: 'write', pull_requests: 'read' } })
    const { forge } = await forgeOnNew({}, token)
    await expect(forge.open(WANTED)).rejects.toMatchObject({
      code: 'PERMISSION_MISSING',
      message: expect.stringContaining('pull-requests: write'),
    })
  })

  test('where Actions may not open pull requests, the setting to switch on is named', async () => {
    const { forge } = await forgeOnNew({}, on.github.addToken({ kind: 'workflow' }))
    on.github.settings.workflowsMayOpenPullRequests = false
    await expect(
      forge.open(WANTED).finally(() => (on.github.settings.workflowsMayOpenPullRequests = true)),
    ).rejects.toMatchObject({
      code: 'PERMISSION_MISSING',
      message: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
    })
  })

  test.each([
    { token: 'ghs_unknown', repository: undefined, code: 'BAD_TOKEN' },
    { token: undefined, repository: 'acme/nowhere', code: 'REPOSITORY_NOT_FOUND' },
  ])('token $token on $repository is $code', async ({ token, repository, code }) => {
    const { name } = await repositoryWithHead(on.github)
    const forge = githubForge(clientOf(on.github, token), repository ?? name)
    await expect(forge.open(WANTED)).rejects.toMatchObject({ code })
    await expect(forge.find([HEAD], MAIN)).rejects.toMatchObject({ code })
  })
})

describe('finding', () => {
  test('gets open, last closed and last merged of all heads in one request', async () => {
    const { forge, name } = await forgeOnNew()
    const other = 'image-bump/main/infra' as BranchName
    await on.github.commitTo(name, other, { 'infra.yaml': 'a' })
    const open = async (head: BranchName) => (await forge.open({ ...WANTED, head })).number
    on.github.close(name, await open(HEAD))
    const closed = await open(HEAD)
    on.github.close(name, closed)
    const merged = await open(HEAD)
    const mergeCommit = await on.github.merge(name, merged)
    await on.github.commitTo(name, HEAD, { 'shop.yaml': 'tag: 1.6.0\n' })
    const [current, second] = [await open(HEAD), await open(other)]
    on.github.requests.length = 0

    const found = await forge.find([HEAD, other, 'image-bump/main/none' as BranchName], MAIN)
    expect(found.map(({ number, state, head }) => [number, state, head])).toEqual([
      [second, 'open', other],
      [current, 'open', HEAD],
      [merged, 'merged', HEAD],
      [closed, 'closed', HEAD],
    ])
    expect(found[2]).toMatchObject({ mergeCommit, closedAt: expect.stringMatching(/^\d{4}-/) })
    expect(on.github.requests).toHaveLength(1)
  })

  test('shows what a pull request wears', async () => {
    const { forge, name, headOid } = await forgeOnNew({
      collaborators: ['ada', 'bob'],
      teams: ['core'],
      milestones: ['Q1'],
    })
    const { number } = await forge.open({ ...WANTED, draft: true })
    on.github.label(name, number, 'deploy')
    const pull = on.github.pull(name, number)
    Object.assign(pull, { reviewers: ['ada'], teams: ['core'], assignees: ['bob'], milestone: 1 })
    const worn = {
      labels: ['deploy'],
      reviewers: ['ada'],
      teamReviewers: ['core'],
      assignees: ['bob'],
      milestone: 'Q1',
    }
    expect(await forge.find([HEAD], MAIN)).toMatchObject([{ ...worn, number, draft: true, headOid, body: 'why' }])
    expect(await forge.read(number)).toMatchObject({ ...worn, number, draft: true, headOid, body: 'why' })
  })

  test('leaves out other bases and forks', async () => {
    const { forge, name, headOid } = await forgeOnNew()
    await on.github.moveBranch(name, 'release', on.github.tip(name, MAIN) ?? '')
    await forge.open({ ...WANTED, base: 'release' as BranchName })
    await on.github.openFromFork(name, 'mallory/gitops', HEAD, headOid)
    expect(await forge.find([HEAD], MAIN)).toEqual([])
  })

  test.each([
    { heads: 20, requests: 1 },
    { heads: 21, requests: 2 },
  ])('$heads heads take $requests requests', async ({ heads, requests }) => {
    const { forge } = await forgeOnNew()
    const names = Array.from({ length: heads }, (_, index) => `image-bump/main/${index}` as BranchName)
    await forge.open(WANTED)
    on.github.requests.length = 0
    expect(await forge.find([...names.slice(1), HEAD], MAIN)).toHaveLength(1)
    expect(on.github.requests).toHaveLength(requests)
  })

  test('learns the id of the repository on the way', async () => {
    const { forge, name } = await forgeOnNew()
    await forge.find([HEAD], MAIN)
    expect(await forge.repositoryId()).toBe(on.github.repository(name).nodeId)
    expect(on.github.requests).toHaveLength(1)
  })
})

describe('what was ever put on', () => {
  test('shows of an open one that is looked up, and what was taken off since is among it', async () => {
    const { forge, name } = await forgeOnNew({ collaborators: ['alice'], labels: ['a', 'b'] })
    const opened = await forge.open(WANTED)
    expect(opened.everWorn).toBe(undefined)
    const worn = { ...NOTHING_WORN, labels: ['a', 'b'], reviewers: ['alice'], assignees: ['alice'] }
    await forge.decorate(opened, { ...worn, autoMerge: 'off' }, NOTHING_WORN)
    on.github.unlabel(name, opened.number, 'b')
    const [found] = await forge.find([HEAD], MAIN)
    expect(found?.labels).toEqual(['a'])
    expect(found?.everWorn).toEqual({
      labels: ['a', 'b'],
      reviewers: ['alice'],
      teamReviewers: [],
      assignees: ['alice'],
    })
  })

  test('is nothing that anybody put on, where nobody did', async () => {
    const { forge } = await forgeOnNew()
    await forge.open(WANTED)
    const [found] = await forge.find([HEAD], MAIN)
    expect(found?.everWorn).toEqual({ labels: [], reviewers: [], teamReviewers: [], assignees: [] })
  })
})

describe('changing', () => {
  test('writes what is given, in one request', async () => {
    const { forge } = await forgeOnNew()
    const { number } = await forge.open(WANTED)
    on.github.requests.length = 0
    expect(await forge.update(number, { title: 'new' })).toMatchObject({ title: 'new', body: 'why' })
    expect(on.github.requests.map(({ operation, body }) => [operation, body])).toEqual([
      ['pulls/update', { title: 'new' }],
    ])
  })

  test('a lost answer is no reason to fail: the same text twice is the same text', async () => {
    const { forge } = await forgeOnNew()
    const { number } = await forge.open(WANTED)
    on.github.fault({ match: { operation: 'pulls/update' }, answer: 'reset-after' })
    expect(await forge.update(number, { body: 'new' })).toMatchObject({ title: WANTED.title, body: 'new' })
  })

  test('closing says why, once, even when the answer is lost', async () => {
    const { forge, name } = await forgeOnNew()
    const { number } = await forge.open(WANTED)
    on.github.fault({ match: { operation: 'issues/create-comment' }, answer: 'reset-after' })
    on.github.fault({ match: { operation: 'pulls/update' }, answer: 'reset-after' })
    await forge.close(number, 'nothing is left to bump')
    const pull = on.github.pull(name, number)
    expect(pull.state).toBe('closed')
    expect(pull.comments.map(({ body }) => body)).toEqual(['nothing is left to bump'])
  })

  test('closing what is closed says nothing', async () => {
    const { forge, name } = await forgeOnNew()
    const { number } = await forge.open(WANTED)
    on.github.close(name, number)
    await forge.close(number, 'again')
    expect(on.github.pull(name, number).comments).toEqual([])
  })

  test('closing takes four requests', async () => {
    const { forge } = await forgeOnNew()
    const { number } = await forge.open(WANTED)
    on.github.requests.length = 0
    await forge.close(number, 'done')
    expect(operations(on.github)).toEqual([
      'pulls/get',
      'issues/list-comments',
      'issues/create-comment',
      'pulls/update',
    ])
  })

  test('reading back takes one request and does not wait for mergeability', async () => {
    const { forge, client, name } = await forgeOnNew()
    const { number } = await forge.open(WANTED)
    on.github.pull(name, number).unknownReads = 1
    on.github.requests.length = 0
    expect((await forge.read(number)).mergeable).toBeUndefined()
    expect(operations(on.github)).toEqual(['pulls/get'])
    expect(client.sleeps).toEqual([])
    expect((await forge.read(number)).mergeable).toBe(true)
  })
})

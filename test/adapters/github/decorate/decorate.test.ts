import { describe, expect, test } from 'vitest'
import { githubForge } from '../../../../src/adapters/github/forge.ts'
import { NOTHING_WORN, type Worn } from '../../../../src/core/pull-request/state.ts'
import type { Decoration } from '../../../../src/ports/forge.ts'
import { clientOf, operations, repositoryWithHead, standIn, WANTED } from '../../../support/github-fixture.ts'

const on = standIn()
const NOTHING: Decoration = { labels: [], reviewers: [], teamReviewers: [], assignees: [], autoMerge: 'off' }
const PEOPLE = {
  collaborators: ['ada', 'bob', 'cyd'],
  teams: ['core', 'web'],
  labels: ['deploy'],
  milestones: ['Q1', 'Q2'],
}

async function opened({ token, options = {}, draft = false }: Setting = {}) {
  const { name } = await repositoryWithHead(on.github, { ...PEOPLE, ...options })
  const client = clientOf(on.github, token)
  const forge = githubForge(client, name)
  const pullRequest = await forge.open({ ...WANTED, draft })
  on.github.requests.length = 0
  const decorate = (wanted: Partial<Decoration>, already: Partial<Worn> = {}) =>
    forge.decorate(pullRequest, { ...NOTHING, ...wanted }, { ...NOTHING_WORN, ...already })
  return { name, forge, client, pullRequest, pull: on.github.pull(name, pullRequest.number), decorate }
}

interface Setting {
  readonly token?: string
  readonly options?: Parameters<typeof repositoryWithHead>[1]
  readonly draft?: boolean
}

const withMembers = () =>
  on.github.addToken({
    permissions: { metadata: 'read', contents: 'write', pull_requests: 'write', issues: 'write', members: 'read' },
  })

describe('putting on', () => {
  test('everything takes one request each, two for a milestone', async () => {
    const { decorate, pull } = await opened({ token: withMembers() })
    const wanted = { labels: ['deploy', 'new'], reviewers: ['ada', 'bob'], assignees: ['cyd'] }
    const decorated = await decorate({ ...wanted, teamReviewers: ['acme/core'], milestone: 'Q2' })
    expect(decorated).toEqual({
      worn: { ...wanted, teamReviewers: ['core'], milestone: 'Q2', autoMerge: false },
      failures: [],
      merge: 'none',
    })
    expect(pull).toMatchObject({ ...wanted, teams: ['core'], milestone: 2 })
    expect(operations(on.github)).toEqual([
      'issues/add-labels',
      'pulls/request-reviewers',
      'pulls/request-reviewers',
      'issues/add-assignees',
      'issues/list-milestones',
      'issues/update',
    ])
  })

  test('nothing wanted and nothing missing asks nothing', async () => {
    const { decorate, forge, name, pullRequest } = await opened()
    await decorate({})
    on.github.label(name, pullRequest.number, 'deploy')
    const shown = await forge.read(pullRequest.number)
    on.github.requests.length = 0
    const decorated = await forge.decorate(shown, { ...NOTHING, labels: ['Deploy'] }, NOTHING_WORN)
    expect(decorated.worn.labels).toEqual(['Deploy'])
    expect(on.github.requests).toEqual([])
  })

  test('what a person took off is not put on again', async () => {
    const { decorate, pull } = await opened({ options: { allowAutoMerge: true } })
    const already: Worn = {
      labels: ['deploy'],
      reviewers: ['ada'],
      teamReviewers: ['core'],
      assignees: ['bob'],
      milestone: 'Q1',
      autoMerge: true,
    }
    const decorated = await decorate({ ...already, labels: ['deploy', 'new'], autoMerge: 'squash' }, already)
    expect(decorated.worn).toEqual({ ...already, labels: ['deploy', 'new'] })
    expect(pull).toMatchObject({ labels: ['new'], reviewers: [], teams: [], assignees: [], milestone: undefined })
    expect(operations(on.github)).toEqual(['issues/add-labels'])
  })

  test('a milestone is found by number too, and one that is on stays', async () => {
    const { decorate, forge, pullRequest, pull } = await opened()
    expect((await decorate({ milestone: '2' })).failures).toEqual([])
    expect(pull.milestone).toBe(2)
    const shown = await forge.read(pullRequest.number)
    await forge.decorate(shown, { ...NOTHING, milestone: 'Q1' }, NOTHING_WORN)
    expect(pull.milestone).toBe(2)
  })

  test('the author is left out of the reviewers', async () => {
    const token = on.github.addToken({ kind: 'user', login: 'ada' })
    const { decorate, pull } = await opened({ token })
    expect(await decorate({ reviewers: ['Ada', 'bob'] })).toMatchObject({ failures: [], worn: { reviewers: ['bob'] } })
    expect(pull.reviewers).toEqual(['bob'])
    expect(operations(on.github)).toEqual(['pulls/request-reviewers'])
  })

  test('a pull request that GitHub does not know yet is waited for: 1, 2, 4 s', async () => {
    const { decorate, client, pull } = await opened()
    pull.unresolvedCalls = 2
    expect((await decorate({ labels: ['deploy'] })).failures).toEqual([])
    expect(client.sleeps).toEqual([1000, 2000])
  })
})

describe('failing', () => {
  test('one bad reviewer costs only itself', async () => {
    const { decorate, pull } = await opened()
    const { failures, worn } = await decorate({ reviewers: ['ada', 'stranger', 'bob'], labels: ['deploy'] })
    expect(pull.reviewers).toEqual(['ada', 'bob'])
    expect(worn.reviewers).toEqual(['ada', 'bob'])
    expect(failures).toEqual([
      { what: 'reviewer stranger', reason: expect.stringContaining('must have access to the repository') },
    ])
  })

  test('a label that the token may not create names the permission, and the others go on', async () => {
    const token = on.github.addToken({ permissions: { metadata: 'read', contents: 'write', pull_requests: 'write' } })
    const { decorate, pull } = await opened({ token })
    const { failures } = await decorate({ labels: ['new', 'deploy'] })
    expect(pull.labels).toEqual(['deploy'])
    expect(failures).toEqual([
      { what: 'label new', reason: expect.stringMatching(/"issues: write", or create the label/) },
    ])
  })

  test('a team says that GITHUB_TOKEN cannot, without waiting for it', async () => {
    const { decorate, client } = await opened({ token: on.github.addToken({ kind: 'workflow' }) })
    const { failures } = await decorate({ teamReviewers: ['core'] })
    expect(failures).toEqual([{ what: 'team reviewer core', reason: expect.stringContaining('GITHUB_TOKEN never') }])
    expect(client.sleeps).toEqual([])
  })

  test.each([
    { wanted: { assignees: ['stranger'] }, what: 'assignee stranger', tells: 'must have access' },
    { wanted: { milestone: 'Q9' }, what: 'milestone Q9', tells: 'No open milestone' },
  ])('$what tells how to mend it', async ({ wanted, what, tells }) => {
    const { decorate } = await opened()
    expect((await decorate(wanted)).failures).toEqual([{ what, reason: expect.stringContaining(tells) }])
  })

  test('an assignee whom GitHub leaves out without a word is told', async () => {
    const { decorate } = await opened({ options: { collaborators: Array.from({ length: 12 }, (_, n) => `p${n}`) } })
    const { failures, worn } = await decorate({ assignees: Array.from({ length: 11 }, (_, n) => `p${n}`) })
    expect(worn.assignees).toHaveLength(10)
    expect(failures).toEqual([{ what: 'assignee p10', reason: expect.stringContaining('left it out') }])
  })

  test('a service that is down is a failure each, not an end', async () => {
    const { decorate } = await opened()
    on.github.fault({ match: { operation: 'issues/add-labels' }, answer: { status: 503 }, times: 99 })
    const { failures, worn } = await decorate({ labels: ['deploy', 'new'], assignees: ['ada'] })
    expect(failures).toMatchObject([{ what: 'label deploy, new' }])
    expect(worn.assignees).toEqual(['ada'])
  })

  test('a token that is not taken any more ends it', async () => {
    const { decorate } = await opened()
    on.github.fault({
      match: { operation: 'issues/add-labels' },
      answer: { status: 401, body: { message: 'Bad credentials' } },
    })
    await expect(decorate({ labels: ['deploy'] })).rejects.toMatchObject({ code: 'BAD_TOKEN' })
  })
})

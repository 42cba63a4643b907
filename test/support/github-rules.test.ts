/** The rules of GitHub that bit somebody in public, kept by the stand-in. */
import { describe, expect, test } from 'vitest'

import {
  become,
  client,
  github,
  graphql,
  NAME,
  octokit,
  openPull,
  refusalOf,
  REPO,
  updateRefs,
  useAcme,
} from './github/acme.ts'
import type { Graphql } from './github/acme.ts'

useAcme()

describe('the life of a pull request', () => {
  test('resetting its head to base closes it, for good', async () => {
    const number = await openPull()
    const main = github.tip(NAME, 'main') ?? ''
    await octokit.git.updateRef({ ...REPO, ref: 'heads/bump', sha: main, force: true })
    await github.commitTo(NAME, 'bump', { 'apps/api.yaml': 'tag: again\n' }, { parent: main })
    expect(github.pull(NAME, number).state).toBe('closed')
    const reopened = await refusalOf(octokit.pulls.update({ ...REPO, pull_number: number, state: 'open' }))
    expect(reopened).toMatchObject({
      status: 422,
      text: expect.stringContaining('force-pushed or recreated') as string,
    })
  })

  test('one forced move to another commit keeps it open', async () => {
    const number = await openPull()
    const other = await github.commitTo(NAME, 'scratch', { x: '1' })
    await updateRefs([{ name: 'refs/heads/bump', beforeOid: github.tip(NAME, 'bump'), afterOid: other, force: true }])
    expect(github.pull(NAME, number)).toMatchObject({ state: 'open', headOid: other })
  })

  test('a push of its commits to base merges it', async () => {
    const number = await openPull()
    await github.moveBranch(NAME, 'main', github.tip(NAME, 'bump') ?? '')
    expect(github.pull(NAME, number)).toMatchObject({ state: 'merged', mergeCommit: github.tip(NAME, 'main') })
  })

  test('deleting its head closes it', async () => {
    const number = await openPull()
    await octokit.git.deleteRef({ ...REPO, ref: 'heads/bump' })
    const { data } = await octokit.pulls.get({ ...REPO, pull_number: number })
    expect(data).toMatchObject({ state: 'closed', merged: false })
  })

  test.each(['merge', 'squash', 'rebase'] as const)('%s brings its change to base', async (method) => {
    const number = await openPull()
    await github.commitTo(NAME, 'main', { other: 'file\n' })
    const tip = await github.merge(NAME, number, method)
    expect(github.tip(NAME, 'main')).toBe(tip)
    expect(await github.readFile(NAME, 'main', 'apps/api.yaml')).toBe('tag: bump\n')
    expect(await github.readFile(NAME, 'main', 'other')).toBe('file\n')
    expect((await github.commit(NAME, tip))?.parents).toHaveLength(method === 'merge' ? 2 : 1)
    expect(github.pull(NAME, number).state).toBe('merged')
  })

  test('mergeable is computed, and null as long as that is being done', async () => {
    github.settings.mergeableUnknownReads = 1
    const number = await openPull()
    await github.commitTo(NAME, 'main', { 'apps/api.yaml': 'tag: conflict\n' })
    const read = async (): Promise<boolean | null> =>
      (await octokit.pulls.get({ ...REPO, pull_number: number })).data.mergeable
    expect([await read(), await read()]).toEqual([null, false])
  })

  test('auto-merge waits for the approval', async () => {
    const number = await openPull()
    const query =
      'mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: SQUASH}) { clientMutationId } }'
    const enable = async (): Promise<Graphql> => graphql(query, { id: github.pull(NAME, number).nodeId })
    expect((await enable()).errors?.[0]?.message).toContain('Protected branch rules not configured')
    github.protect(NAME, 'main', { requiredChecks: ['ci'] })
    const head = github.tip(NAME, 'bump') ?? ''
    await github.setCheck(NAME, head, 'ci', 'success')
    expect((await enable()).errors).toMatchObject([
      { type: 'UNPROCESSABLE', message: 'Pull request Pull request is in clean status' },
    ])
    await github.setCheck(NAME, head, 'ci', 'pending')
    expect((await enable()).errors).toBeUndefined()
    await github.setCheck(NAME, head, 'ci', 'success')
    expect(github.pull(NAME, number).state).toBe('merged')
  })
})

describe('what GitHub refuses', () => {
  test.each([
    { change: {}, says: 'A pull request already exists for acme:bump.' },
    { change: { head: 'same' }, says: 'No commits between main and same' },
    { change: { head: 'nowhere' }, says: '"field":"head","code":"invalid"' },
    { change: { base: 'nowhere' }, says: '"field":"base","code":"invalid"' },
    { change: { head: 'free', body: 'x'.repeat(65_537) }, says: '"resource":"Issue","field":"body"' },
  ])('a pull request: $says', async ({ change, says }) => {
    await openPull()
    await github.commitTo(NAME, 'free', { free: '1' })
    await github.moveBranch(NAME, 'same', github.tip(NAME, 'main') ?? '')
    const refused = await refusalOf(
      octokit.pulls.create({ ...REPO, head: 'bump', base: 'main', title: 't', ...change }),
    )
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining(says) as string })
  })

  test('a second ref of one name', async () => {
    const sha = github.tip(NAME, 'main') ?? ''
    const refused = await refusalOf(octokit.git.createRef({ ...REPO, ref: 'refs/heads/main', sha }))
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('Reference already exists') as string })
  })

  test('a new label without issues: write, but not one that is known', async () => {
    const number = await openPull()
    const weak = client(github.addToken({ permissions: { pull_requests: 'write' } }))
    const refused = await refusalOf(weak.issues.addLabels({ ...REPO, issue_number: number, labels: ['new'] }))
    expect(refused).toMatchObject({ status: 403, text: expect.stringContaining('create labels') as string })
    await weak.issues.addLabels({ ...REPO, issue_number: number, labels: ['KNOWN'] })
    expect(github.pull(NAME, number).labels).toEqual(['known'])
  })

  test('every reviewer where one is no collaborator, and the author', async () => {
    const number = await openPull()
    const ask = async (reviewers: string[]): Promise<string> =>
      (await refusalOf(octokit.pulls.requestReviewers({ ...REPO, pull_number: number, reviewers }))).text
    expect(await ask(['rita', 'stranger'])).toContain('Reviews may only be requested from collaborators.')
    expect(await ask(['bump-app[bot]'])).toContain('Review cannot be requested from pull request author.')
    expect(github.pull(NAME, number).reviewers).toEqual([])
    github.label(NAME, number, 'known')
    await ask(['rita'])
    expect(github.violations).toEqual([])
    expect(github.pull(NAME, number).reviewers).toEqual(['rita'])
  })

  test('the first calls on a new pull request, when asked to', async () => {
    github.settings.unresolvedAfterCreation = 1
    const number = await openPull()
    const label = async (): Promise<unknown> =>
      octokit.issues.addLabels({ ...REPO, issue_number: number, labels: ['known'] })
    expect((await refusalOf(label())).text).toContain('Could not resolve to a node with the global id')
    await label()
    expect(github.pull(NAME, number).labels).toEqual(['known'])
  })

  test('a pull request of a workflow, when the repository does not allow it', async () => {
    github.settings.workflowsMayOpenPullRequests = false
    become(client(github.addToken({ kind: 'workflow' })))
    const refused = await refusalOf(openPull())
    expect(refused).toMatchObject({
      status: 403,
      text: expect.stringContaining('not permitted to create or approve') as string,
    })
  })

  test.each([
    { who: 'an unknown token', make: () => 'wrong', status: 401, says: 'Bad credentials' },
    {
      who: 'one of another repository',
      make: () => github.addToken({ repositories: [] }),
      status: 404,
      says: 'Not Found',
    },
    {
      who: 'a reader',
      make: () => github.addToken({ permissions: { contents: 'read' } }),
      status: 403,
      says: 'Resource not accessible by integration',
    },
  ])('$who writing a blob: $status', async ({ make, status, says }) => {
    const refused = await refusalOf(client(make()).git.createBlob({ ...REPO, content: 'x' }))
    expect(refused).toMatchObject({ status, text: expect.stringContaining(says) as string })
    if (status === 403) expect(refused.headers['x-accepted-github-permissions']).toBe('contents=write')
  })

  test('a protected branch, by every way to move it', async () => {
    github.protect(NAME, 'main')
    const sha = await github.commitTo(NAME, 'bump', { a: '1' })
    expect((await refusalOf(octokit.git.updateRef({ ...REPO, ref: 'heads/main', sha }))).status).toBe(422)
    expect((await updateRefs([{ name: 'refs/heads/main', afterOid: sha }])).errors?.[0]?.type).toBe(
      'BRANCH_PROTECTION_RULE_VIOLATION',
    )
  })
})

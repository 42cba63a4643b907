/** The stand-in is held to what GitHub is known to do; where it were kinder, tests against it would prove nothing. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { Octokit } from '@octokit/rest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startGitHub } from './github/server.ts'
import type { GitHubStandIn } from './github/server.ts'

const run = promisify(execFile)
const NAME = 'acme/gitops'
const REPO = { owner: 'acme', repo: 'gitops' }
const ZERO = '0'.repeat(40)
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let github: GitHubStandIn
let token: string
let octokit: Octokit

beforeEach(async () => {
  github = await startGitHub()
  const options = {
    collaborators: ['rita'],
    teams: ['ops'],
    milestones: ['one'],
    labels: ['known'],
    allowAutoMerge: true,
  }
  await github.createRepository(
    NAME,
    { 'apps/api.yaml': 'tag: 1\n', run: { text: '#!/bin/sh\n', mode: '100755' } },
    options,
  )
  token = github.addToken()
  octokit = client(token)
})
afterEach(async () => github.stop())

function client(auth: string): Octokit {
  return new Octokit({ auth, baseUrl: github.apiUrl, log: quiet })
}

/** A branch one commit ahead of main and its pull request. */
async function openPull(head = 'bump'): Promise<number> {
  await github.commitTo(NAME, head, { 'apps/api.yaml': `tag: ${head}\n` })
  const { data } = await octokit.pulls.create({ ...REPO, head, base: 'main', title: 'bump', body: 'text' })
  return data.number
}

async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; text: string; headers: Record<string, string> }> {
  const answer = await call.catch((error: unknown) => error)
  const { status, response } = answer as {
    status: number
    response?: { data: unknown; headers: Record<string, string> }
  }
  return { status, text: JSON.stringify(response?.data ?? ''), headers: response?.headers ?? {} }
}

interface Graphql {
  readonly status: number
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly type?: string; readonly message: string }[]
}

async function graphql(query: string, variables: Record<string, unknown> = {}, auth = token): Promise<Graphql> {
  const headers = { authorization: `bearer ${auth}`, 'user-agent': 'test' }
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

async function updateRefs(updates: readonly Record<string, unknown>[]): Promise<Graphql> {
  const { data } = await octokit.repos.get(REPO)
  const query = 'mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'
  return graphql(query, { input: { repositoryId: data.node_id, refUpdates: updates } })
}

describe('git', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'github-test-'))
  })
  afterEach(async () => rm(folder, { recursive: true, force: true }))

  async function git(args: readonly string[], secret: string | undefined = token): Promise<string> {
    const basic = Buffer.from(`x-access-token:${secret}`).toString('base64')
    const header = ['-c', `http.extraHeader=Authorization: basic ${basic}`]
    const all = [
      '-C',
      folder,
      '-c',
      'user.name=p',
      '-c',
      'user.email=p@example.com',
      ...(secret === '' ? [] : header),
      ...args,
    ]
    const environment = {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    }
    const done = await run('git', all, { env: environment }).catch(
      (error: unknown) => error as { stdout: string; stderr: string },
    )
    return done.stdout + done.stderr
  }
  const url = (name = NAME): string => github.gitUrl(name)

  async function cloneAndCommit(): Promise<void> {
    await git(['clone', '-q', url(), '.'])
    await writeFile(join(folder, 'run'), 'changed\n')
    await git(['commit', '-qam', 'two'])
  }

  test('a clone gives the files with their modes, whatever the case of the owner', async () => {
    await git(['clone', '-q', url('ACME/GitOps'), '.'])
    expect(await git(['ls-tree', '-r', 'HEAD'])).toMatch(/100644 blob .*apps\/api.yaml\n100755 blob .*run/)
  })

  test('a partial fetch is served', async () => {
    await git(['clone', '-q', '--bare', '--depth=1', '--filter=blob:none', url(), '.'])
    expect(await git(['rev-list', '--objects', '--missing=print', '--all'])).toContain('?')
  })

  test('a request that git compresses is understood', async () => {
    await Promise.all(Array.from({ length: 40 }, async (_, n) => github.commitTo(NAME, `b${n}`, { n: `${n}` })))
    await git(['clone', '-q', '--bare', url(), '.'])
    expect(await git(['for-each-ref', '--count=100', '--format=%(refname)'])).toContain('refs/heads/b39')
    expect(github.requests.at(-1)?.headers['content-encoding']).toBe('gzip')
  })

  test('anybody may read a public repository, and nobody push to it', async () => {
    github.repository(NAME).private = false
    expect(await git(['clone', '-q', url(), '.'], '')).toBe('')
    expect(await git(['push', 'origin', 'HEAD:x'], '')).toContain('could not read Username')
  })

  test('a push moves the branch and is recorded', async () => {
    await cloneAndCommit()
    await git(['push', 'origin', 'main:bump'])
    expect(await github.readFile(NAME, 'bump', 'run')).toBe('changed\n')
    expect(github.moves(NAME, 'bump')).toMatchObject([{ before: ZERO, by: 'bump-app[bot]', how: 'push' }])
    expect(github.requests.filter(({ operation }) => operation === 'git-receive-pack')).toHaveLength(2)
  })

  test('a push with a stale lease loses', async () => {
    await cloneAndCommit()
    const lease = `--force-with-lease=bump:${await github.commitTo(NAME, 'bump', { a: '1' })}`
    await github.commitTo(NAME, 'bump', { a: '2' })
    expect(await git(['push', lease, 'origin', 'main:bump'])).toContain('stale info')
  })

  test('a protected branch is declined in words of GitHub', async () => {
    await cloneAndCommit()
    github.protect(NAME, 'main')
    const said = await git(['push', 'origin', 'main', 'main:other'])
    expect(said).toContain('GH006: Protected branch update failed for refs/heads/main.')
    expect(said).toContain('main -> main (protected branch hook declined)')
    expect(github.tip(NAME, 'other')).toBeUndefined()
  })

  test.each([
    { who: 'nobody', secret: () => '', says: 'could not read Username' },
    { who: 'an unknown token', secret: () => 'wrong', says: /Authentication failed|could not read Username/ },
    {
      who: 'a token of another repository',
      secret: () => github.addToken({ repositories: ['acme/other'] }),
      says: 'not found',
    },
  ])('$who cannot read a private repository', async ({ secret, says }) => {
    expect(await git(['ls-remote', url()], secret())).toMatch(says)
  })

  test('a push without contents: write is a 403', async () => {
    await cloneAndCommit()
    const reader = github.addToken({ permissions: { contents: 'read' } })
    expect(await git(['push', 'origin', 'main'], reader)).toMatch(/denied to bump-app\[bot\][^]*403/)
  })

  test('two Authorization headers are a 400', async () => {
    const status = await new Promise((resolve) => {
      const headers = ['Authorization', 'basic eDp5', 'Authorization', 'basic eDp5']
      const sent = httpRequest(`${url()}/info/refs?service=git-upload-pack`, { headers: ['Host', 'x', ...headers] })
      sent.on('response', (response) => resolve(response.resume().statusCode)).end()
    })
    expect(status).toBe(400)
  })
})

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
    await ask(['rita'])
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
    octokit = client(github.addToken({ kind: 'workflow' }))
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

describe('reading', () => {
  test('a head that names no owner is ignored', async () => {
    await openPull('one')
    await openPull('two')
    const numbers = async (head: string): Promise<number[]> =>
      (await octokit.pulls.list({ ...REPO, head })).data.map(({ number }) => number)
    expect(await numbers('one')).toEqual([2, 1])
    expect(await numbers('ACME:one')).toEqual([1])
  })

  test('lists come in pages', async () => {
    for (const head of ['a', 'b', 'c']) await openPull(head)
    const all = await octokit.paginate(octokit.pulls.list, { ...REPO, per_page: 2, direction: 'asc' })
    expect(all.map(({ head }) => head.ref)).toEqual(['a', 'b', 'c'])
    expect(github.requests.filter(({ operation }) => operation === 'pulls/list')).toHaveLength(2)
  })

  test.each([
    { basehead: 'main...bump', is: { status: 'ahead', ahead_by: 1, behind_by: 0 } },
    { basehead: 'bump...main', is: { status: 'behind', ahead_by: 0, behind_by: 1 } },
    { basehead: 'bump...side', is: { status: 'diverged', ahead_by: 1, behind_by: 1 } },
    { basehead: 'main...main', is: { status: 'identical', ahead_by: 0, behind_by: 0 } },
  ])('compare $basehead', async ({ basehead, is }) => {
    await github.commitTo(NAME, 'bump', { a: '1' })
    await github.commitTo(NAME, 'side', { b: '1' })
    expect((await octokit.repos.compareCommitsWithBasehead({ ...REPO, basehead })).data).toMatchObject(is)
  })

  test('a pull request of a fork is told by its head', async () => {
    const oid = await github.commitTo(NAME, 'scratch', { a: '1' })
    await github.openFromFork(NAME, 'mallory/gitops', 'bump', oid)
    const { data } = await octokit.pulls.list({ ...REPO, head: 'acme:bump' })
    const [pull] = (await octokit.pulls.list(REPO)).data
    expect([data, pull?.head.label, pull?.head.repo.full_name]).toEqual([[], 'mallory:bump', 'mallory/gitops'])
    const query =
      '{ repository(owner: "acme", name: "gitops") { pullRequest(number: 1) { isCrossRepository headRepository { nameWithOwner } } } }'
    const pullRequest = { isCrossRepository: true, headRepository: { nameWithOwner: 'mallory/gitops' } }
    expect((await graphql(query)).data).toEqual({ repository: { pullRequest } })
  })

  test('without a token a public repository can be compared, a private one is not there', async () => {
    const anybody = new Octokit({ baseUrl: github.apiUrl, log: quiet })
    const compare = async (): Promise<unknown> =>
      anybody.repos.compareCommitsWithBasehead({ ...REPO, basehead: 'main...main' })
    expect((await refusalOf(compare())).status).toBe(404)
    github.repository(NAME).private = false
    expect((await refusalOf(compare())).status).toBe(200)
  })

  test('who took a label off is told', async () => {
    const number = await openPull()
    github.label(NAME, number, 'hold', 'rita')
    github.unlabel(NAME, number, 'hold', 'rita')
    const { data } = await octokit.issues.listEvents({ ...REPO, issue_number: number })
    expect(data.map(({ event, actor }) => [event, actor.login])).toEqual([
      ['labeled', 'rita'],
      ['unlabeled', 'rita'],
    ])
  })

  test('GET /user is for people', async () => {
    expect((await refusalOf(octokit.users.getAuthenticated())).status).toBe(403)
    const person = client(github.addToken({ kind: 'user', login: 'rita' }))
    expect((await person.users.getAuthenticated()).data.login).toBe('rita')
  })
})

describe('writing', () => {
  test('a commit through trees keeps modes, and is verified for an app that names no author', async () => {
    const tip = github.tip(NAME, 'main') ?? ''
    const entry = { path: 'apps/api.yaml', mode: '100644', type: 'blob', content: 'tag: 2\n' } as const
    const tree = await octokit.git.createTree({ ...REPO, base_tree: tip, tree: [entry] })
    const commit = { ...REPO, tree: tree.data.sha, parents: [tip], message: 'bump' }
    const { data } = await octokit.git.createCommit(commit)
    const author = { name: 'a', email: 'a@example.com' }
    const named = await octokit.git.createCommit({ ...commit, author })
    expect([data.verification.verified, named.data.verification.verified]).toEqual([true, false])
    const moved = await updateRefs([{ name: 'refs/heads/bump', beforeOid: ZERO, afterOid: data.sha }])
    expect(moved.errors).toBeUndefined()
    const { stdout } = await run('git', ['-C', github.repository(NAME).git.directory, 'ls-tree', '-r', 'bump'])
    expect(stdout).toMatch(/100644 blob \S+\tapps\/api.yaml\n100755 blob \S+\trun/)
    await run('git', ['-C', github.repository(NAME).git.directory, 'fsck', '--strict'])
  })

  test('updateRefs moves all or none', async () => {
    const [main, bump] = [github.tip(NAME, 'main'), await github.commitTo(NAME, 'bump', { a: '1' })]
    const lost = await updateRefs([
      { name: 'refs/heads/new', beforeOid: ZERO, afterOid: bump },
      { name: 'refs/heads/bump', beforeOid: main, afterOid: ZERO, force: true },
    ])
    expect(lost).toMatchObject({ status: 200, data: { updateRefs: null }, errors: [{ path: ['updateRefs'] }] })
    expect([github.tip(NAME, 'new'), github.tip(NAME, 'bump')]).toEqual([undefined, bump])
  })

  test('of many swaps from one tip, one wins', async () => {
    const tip = await github.commitTo(NAME, 'bump', { a: '0' })
    const commits = await Promise.all(
      [1, 2, 3, 4].map(async (n) => github.commitTo(NAME, `c${n}`, { a: `${n}` }, { parent: tip })),
    )
    const moves = commits.map(async (afterOid) => updateRefs([{ name: 'refs/heads/bump', beforeOid: tip, afterOid }]))
    const lost = (await Promise.all(moves)).filter(({ errors }) => errors !== undefined)
    expect(lost).toHaveLength(3)
    expect(github.moves(NAME, 'bump')).toHaveLength(2)
  })

  test('createCommitOnBranch appends to the expected head, and takes no other', async () => {
    const query =
      'mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'
    const tip = github.tip(NAME, 'main')
    const additions = [{ path: 'run', contents: Buffer.from('new\n').toString('base64') }]
    const branch = { repositoryNameWithOwner: NAME, branchName: 'main' }
    const input = { branch, message: { headline: 'h' }, expectedHeadOid: tip, fileChanges: { additions } }
    expect((await graphql(query, { input })).errors).toBeUndefined()
    expect(await github.readFile(NAME, 'main', 'run')).toBe('new\n')
    const message = `Expected branch to point to "${tip ?? ''}" but it did not.  Pull and try again.`
    expect((await graphql(query, { input })).errors).toMatchObject([{ type: 'STALE_DATA', message }])
  })

  test('a pull request goes its whole way by GraphQL', async () => {
    github.repository(NAME).mergeQueues.push('main')
    await github.commitTo(NAME, 'bump', { a: '1' })
    const { node_id: repositoryId } = (await octokit.repos.get(REPO)).data
    const mutate = async (name: string, input: object, gives = 'clientMutationId'): Promise<unknown> => {
      const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`
      const answer = await graphql(`mutation($input: ${type}!) { ${name}(input: $input) { ${gives} } }`, { input })
      expect(answer.errors).toBeUndefined()
      return answer.data?.[name]
    }
    const opened = { repositoryId, headRefName: 'bump', baseRefName: 'main', title: 't', draft: true }
    const shape = 'pullRequest { id number state title isDraft }'
    const { pullRequest } = (await mutate('createPullRequest', opened, shape)) as { pullRequest: { id: string } }
    const pullRequestId = pullRequest.id
    await mutate('markPullRequestReadyForReview', { pullRequestId })
    await mutate('updatePullRequest', { pullRequestId, title: 'new' })
    await mutate('addComment', { subjectId: pullRequestId, body: 'said' }, 'commentEdge { node { body } }')
    const entry = await mutate('enqueuePullRequest', { pullRequestId }, 'mergeQueueEntry { position }')
    expect(entry).toEqual({ mergeQueueEntry: { position: 1 } })
    await mutate('closePullRequest', { pullRequestId })
    await mutate('updatePullRequest', { pullRequestId, state: 'OPEN' })
    const merged = await mutate(
      'mergePullRequest',
      { pullRequestId, clientMutationId: 'me' },
      `clientMutationId ${shape}`,
    )
    const now = { id: pullRequestId, number: 1, state: 'MERGED', title: 'new', isDraft: false }
    expect(merged).toEqual({ clientMutationId: 'me', pullRequest: now })
    expect(github.violations).toEqual([])
  })

  test('GraphQL tells what REST wrote', async () => {
    const number = await openPull()
    await octokit.issues.addAssignees({ ...REPO, issue_number: number, assignees: ['rita'] })
    await octokit.issues.update({ ...REPO, issue_number: number, milestone: 1 })
    const query = `query($owner: String!) { repository(owner: $owner, name: "gitops") {
      object(expression: "bump:apps/api.yaml") { ... on Blob { text } }
      pullRequests(headRefName: "bump", first: 1) { nodes { number author { login } milestone { title } mergeable
        assignees(first: 1) { nodes { login } } } } } }`
    const { data } = await graphql(query, { owner: 'acme' })
    const assignees = { nodes: [{ login: 'rita' }] }
    const pull = {
      number,
      author: { login: 'bump-app' },
      milestone: { title: 'one' },
      mergeable: 'MERGEABLE',
      assignees,
    }
    expect(data).toEqual({ repository: { object: { text: 'tag: bump\n' }, pullRequests: { nodes: [pull] } } })
  })
})

describe('strictness', () => {
  test('what these calls hold is all described', async () => {
    await openPull()
    expect(github.violations).toEqual([])
  })

  test.each([
    {
      what: 'a property',
      route: 'POST /repos/acme/gitops/pulls',
      body: { head: 'a', base: 'b', title: 'c', colour: 'd' },
    },
    {
      what: 'a property deep inside',
      route: 'POST /repos/acme/gitops/git/trees',
      body: { tree: [{ path: 'a', wrong: 1 }] },
    },
    { what: 'a missing property', route: 'POST /repos/acme/gitops/git/refs', body: { ref: 'refs/heads/a' } },
    { what: 'a wrong type', route: 'POST /repos/acme/gitops/issues/1/labels', body: { labels: 'one' } },
    { what: 'a query parameter', route: 'GET /repos/acme/gitops/pulls', body: { wrong: 1 } },
    { what: 'a value of one', route: 'GET /repos/acme/gitops/pulls', body: { state: 'merged' } },
    { what: 'an operation', route: 'GET /repos/acme/gitops/hooks', body: {} },
    { what: 'a body where there is none', route: 'PUT /repos/acme/gitops/git/refs/heads/main', body: { a: 1 } },
  ])('$what that GitHub does not know is refused and recorded', async ({ route, body }) => {
    expect((await refusalOf(octokit.request(route, body))).status).toBe(500)
    expect(github.violations).toHaveLength(1)
  })

  test.each([
    { what: 'a field', query: '{ viewer { colour } }', variables: {} },
    { what: 'a missing argument', query: '{ repository(owner: "acme") { id } }', variables: {} },
    {
      what: 'a variable of another type',
      query: 'query($n: Int!) { repository(owner: "a", name: "b") { pullRequest(number: $n) { id } } }',
      variables: { n: 'x' },
    },
    {
      what: 'an oid that is none',
      query: 'query($o: GitObjectID!) { repository(owner: "a", name: "b") { object(oid: $o) { id } } }',
      variables: { o: 'main' },
    },
    { what: 'a variable nobody declared', query: '{ viewer { login } }', variables: { n: 1 } },
  ])('GraphQL with $what is refused and recorded', async ({ query, variables }) => {
    expect((await graphql(query, variables)).status).toBe(500)
    expect(github.violations).toHaveLength(1)
  })

  test('a field that is not served is no silent null', async () => {
    await graphql('{ repository(owner: "acme", name: "gitops") { stargazerCount } }')
    expect(github.violations).toHaveLength(1)
  })
})

describe('faults', () => {
  const ask = async (): Promise<number> =>
    (await refusalOf(octokit.repos.get({ ...REPO, request: { retries: 0 } }))).status

  test('an answer in place of the real one, as often as asked', async () => {
    github.fault({ match: { operation: 'repos/get' }, times: 2, skip: 1, answer: { status: 502, body: 'bad gateway' } })
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 502, 502, 200])
  })

  test('a reset before handling changes nothing, one after it does', async () => {
    const sha = github.tip(NAME, 'main') ?? ''
    github.fault({ match: { method: 'POST' }, answer: 'reset' })
    github.fault({ match: { method: 'POST' }, answer: 'reset-after' })
    const create = async (): Promise<string | undefined> => {
      await refusalOf(octokit.git.createRef({ ...REPO, ref: 'refs/heads/x', sha }))
      return github.tip(NAME, 'x')
    }
    expect([await create(), await create()]).toEqual([undefined, sha])
    expect(github.requests.map(({ status }) => status)).toEqual([0, 0])
  })

  test('a hanging request ends with the server', async () => {
    github.fault({ match: () => true, answer: 'hang' })
    const waiting = ask()
    await expect.poll(() => github.requests.length).toBe(1)
    await github.stop()
    expect(await waiting).toBe(500)
  })

  test('a hook sees each request first, and can cut it', async () => {
    const seen: string[] = []
    github.beforeRequest = ({ index, operation }) => {
      seen.push(operation)
      if (index === 1) throw new Error('cut')
    }
    expect([await ask(), await ask(), await ask()]).toEqual([200, 500, 200])
    expect(seen).toEqual(['repos/get', 'repos/get', 'repos/get'])
  })

  test('no secret is in the record', async () => {
    await ask()
    expect(JSON.stringify(github.requests)).not.toContain(token)
  })
})

test('stop removes every repository', async () => {
  const { directory } = github.repository(NAME).git
  await github.stop()
  expect(existsSync(directory)).toBe(false)
})

/** What the stand-in answers through REST and GraphQL, and what it does not let pass. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { Octokit } from '@octokit/rest'
import { describe, expect, test } from 'vitest'

import {
  client,
  github,
  graphql,
  NAME,
  octokit,
  openPull,
  quiet,
  refusalOf,
  REPO,
  updateRefs,
  useAcme,
  ZERO,
} from './github/acme.ts'

useAcme()

const run = promisify(execFile)

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

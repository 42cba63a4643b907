import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type GithubClient, githubClient } from '../../src/adapters/github/client.ts'
import { network } from '../../src/adapters/github/http/network.ts'
import type { BranchName, Oid } from '../../src/core/names.ts'
import type { NewPullRequest } from '../../src/ports/forge.ts'
import { type GitHubStandIn, startGitHub } from './github/server.ts'
import { fakeClock } from './scripted-send.ts'

export const MAIN = 'main' as BranchName
export const HEAD = 'image-bump/main/apps' as BranchName
export const WANTED: NewPullRequest = { head: HEAD, base: MAIN, title: 'bump shop to 1.5.0', body: 'why', draft: false }

type GitHubSlot = { github: GitHubStandIn }

/** One stand-in for the tests of a file; each makes repositories of its own. After each, nothing odd may have been asked. */
export function standIn(): GitHubSlot {
  // Filled before the first test runs.
  const slot = {} as GitHubSlot
  beforeAll(async () => {
    slot.github = await startGitHub()
  })
  afterEach(() => {
    expect(slot.github.violations.splice(0)).toEqual([])
    slot.github.clearFaults()
    slot.github.requests.length = 0
  })
  afterAll(() => slot.github.stop())
  return slot
}

export function clientOf(
  github: GitHubStandIn,
  token = github.addToken(),
): GithubClient & { readonly sleeps: number[] } {
  const clock = fakeClock()
  const { apiUrl, graphqlUrl } = github
  const client = githubClient({ apiUrl, graphqlUrl, token, send: network(), clock, random: () => 0.5, timeoutMs: 5000 })
  return { ...client, sleeps: clock.sleeps }
}

let made = 0

/** A repository with a branch that is one commit ahead; its name is new each time. */
export async function repositoryWithHead(
  github: GitHubStandIn,
  options: Parameters<GitHubStandIn['createRepository']>[2] = {},
) {
  made += 1
  const name = `acme/gitops-${made}`
  await github.createRepository(
    name,
    { 'shop.yaml': 'tag: 1.0.0\n', 'run.sh': { text: 'exit\n', mode: '100755' } },
    options,
  )
  const headOid = (await github.commitTo(name, HEAD, { 'shop.yaml': 'tag: 1.5.0\n' })) as Oid
  return { name, headOid }
}

/** What was asked since `mark`, in GitHub's words. */
export function operations(github: GitHubStandIn): readonly string[] {
  return github.requests.map(({ operation }) => operation)
}

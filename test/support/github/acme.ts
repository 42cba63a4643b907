/** What the stand-in's own tests start from: one repository, one token, and short words for what they ask. */
import { Octokit } from '@octokit/rest'
import { afterEach, beforeEach } from 'vitest'

import { startGitHub } from './server.ts'
import type { GitHubStandIn } from './server.ts'

export const NAME = 'acme/gitops'
export const REPO = { owner: 'acme', repo: 'gitops' }
export const ZERO = '0'.repeat(40)
export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

// Seen anew by every importer after each beforeEach.
export let github: GitHubStandIn
export let token: string
export let octokit: Octokit

/** Starts a stand-in before each test of the file and stops it after. */
export function useAcme(): void {
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
}

/** So that a test that must be somebody else can. */
export function become(next: Octokit): void {
  octokit = next
}

export function client(auth: string): Octokit {
  return new Octokit({ auth, baseUrl: github.apiUrl, log: quiet })
}

/** A branch one commit ahead of main and its pull request. */
export async function openPull(head = 'bump'): Promise<number> {
  await github.commitTo(NAME, head, { 'apps/api.yaml': `tag: ${head}\n` })
  const { data } = await octokit.pulls.create({ ...REPO, head, base: 'main', title: 'bump', body: 'text' })
  return data.number
}

export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; text: string; headers: Record<string, string> }> {
  const answer = await call.catch((error: unknown) => error)
  const { status, response } = answer as {
    status: number
    response?: { data: unknown; headers: Record<string, string> }
  }
  return { status, text: JSON.stringify(response?.data ?? ''), headers: response?.headers ?? {} }
}

export interface Graphql {
  readonly status: number
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly type?: string; readonly message: string }[]
}

export async function graphql(query: string, variables: Record<string, unknown> = {}, auth = token): Promise<Graphql> {
  const headers = { authorization: `bearer ${auth}`, 'user-agent': 'test' }
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

export async function updateRefs(updates: readonly Record<string, unknown>[]): Promise<Graphql> {
  const { data } = await octokit.repos.get(REPO)
  const query = 'mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'
  return graphql(query, { input: { repositoryId: data.node_id, refUpdates: updates } })
}

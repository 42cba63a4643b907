import type { BranchName } from '../../core/names.ts'
import type { PullRequest } from '../../ports/forge.ts'
import type { GithubClient } from './client.ts'
import { fromGraph, type GraphPullRequest, PULL_REQUEST_FIELDS } from './pull-request.ts'
import { parseSlug } from './slug.ts'

/** What one look at a repository shows. */
export interface Found {
  /** GraphQL's id of the repository. */
  readonly repositoryId: string
  readonly pullRequests: readonly PullRequest[]
}

const HEADS_A_QUERY = 20
const SHOWN = { open: 20, closed: 10, merged: 10 }

/** One query for up to twenty heads. No heads: only the repository's id. */
export async function findPullRequests(
  client: GithubClient,
  repository: string,
  heads: readonly BranchName[],
  base: BranchName,
): Promise<Found> {
  const distinct = [...new Set(heads)]
  const pullRequests: PullRequest[] = []
  let repositoryId = ''
  for (let start = 0; start === 0 || start < distinct.length; start += HEADS_A_QUERY) {
    const found = await findChunk(client, repository, distinct.slice(start, start + HEADS_A_QUERY), base)
    repositoryId = found.repositoryId
    pullRequests.push(...found.pullRequests)
  }
  return { repositoryId, pullRequests: pullRequests.sort((a, b) => b.number - a.number) }
}

interface Answer {
  readonly repository: { readonly id: string } & Readonly<
    Record<string, string | { readonly nodes: readonly (GraphPullRequest | null)[] | null }>
  >
}

async function findChunk(client: GithubClient, repository: string, heads: readonly BranchName[], base: BranchName) {
  const { owner, repo } = parseSlug(repository)
  // Names go in as variables; the text of the query holds only numbers of ours.
  const variables = Object.fromEntries(heads.map((head, index) => [`head${index}`, head]))
  const request = { to: 'look up pull requests', repository, permission: 'pull-requests: read', repeatable: true }
  const answer = await client.graphql<Answer>(request, document(heads.length), {
    ...variables,
    owner,
    name: repo,
    ...(heads.length === 0 ? {} : { base }),
  })
  const repositoryId = answer.repository.id
  const nodesOf = (alias: string) => {
    const connection = answer.repository[alias]
    return typeof connection === 'object' ? (connection.nodes ?? []).filter((node) => node !== null) : []
  }
  // Forks may use the same branch names; theirs are not ours.
  const ours = (head: BranchName, alias: string) =>
    nodesOf(alias)
      .filter((pull) => pull.headRepository?.id === repositoryId)
      .filter((pull) => pull.headRefName === head && pull.baseRefName === base)
      .map(fromGraph)
  const pullRequests = heads.flatMap((head, index) => [
    ...ours(head, `open${index}`),
    ...lastEnded(ours(head, `closed${index}`)),
    ...lastEnded(ours(head, `merged${index}`)),
  ])
  return { repositoryId, pullRequests }
}

function document(heads: number): string {
  const indices = Array.from({ length: heads }, (_, index) => index)
  const parameters = indices.map((index) => `, $head${index}: String!`).join('')
  const connection = (alias: 'open' | 'closed' | 'merged', index: number) =>
    `${alias}${index}: pullRequests(headRefName: $head${index}, baseRefName: $base, states: ${alias.toUpperCase()}, ` +
    `first: ${SHOWN[alias]}, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { ...PullRequestFields } }`
  const connections = indices.flatMap((index) => [
    connection('open', index),
    connection('closed', index),
    connection('merged', index),
  ])
  const query = `query ($owner: String!, $name: String!${heads === 0 ? '' : ', $base: String!'}${parameters}) {
  repository(owner: $owner, name: $name) { id ${connections.join('\n')} }
}`
  return heads === 0 ? query : `${query}\n${PULL_REQUEST_FIELDS}`
}

// Created in this order is not ended in this order: a closed one can be opened again and closed later.
function lastEnded(pullRequests: readonly PullRequest[]): readonly PullRequest[] {
  return pullRequests.toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '')).slice(0, 1)
}

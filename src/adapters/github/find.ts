import type { BranchName } from '../../core/names.ts'
import type { PullRequest } from '../../ports/forge.ts'
import { EVER_WORN_FIELDS, fromGraph, type GraphPullRequest, PULL_REQUEST_FIELDS } from './pull-request.ts'
import type { Queries, Question } from './queries.ts'

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
  queries: Queries,
  repository: string,
  heads: readonly BranchName[],
  base: BranchName,
): Promise<Found> {
  const distinct = [...new Set(heads)]
  const pullRequests: PullRequest[] = []
  let repositoryId = ''
  for (let start = 0; start === 0 || start < distinct.length; start += HEADS_A_QUERY) {
    const found = await findChunk(queries, repository, distinct.slice(start, start + HEADS_A_QUERY), base)
    repositoryId = found.repositoryId
    pullRequests.push(...found.pullRequests)
  }
  return { repositoryId, pullRequests: pullRequests.sort((a, b) => b.number - a.number) }
}

type Answer = { readonly id: string } & Readonly<
  Record<string, string | { readonly nodes: readonly (GraphPullRequest | null)[] | null }>
>

async function findChunk(queries: Queries, repository: string, heads: readonly BranchName[], base: BranchName) {
  const request = { to: 'look up pull requests', repository, permission: 'pull-requests: read', repeatable: true }
  const answer = await queries.ask<Answer>({ request, ...question(heads, base) })
  const repositoryId = answer.id
  const nodesOf = (alias: string) => {
    const connection = answer[alias]
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

function question(heads: readonly BranchName[], base: BranchName): Omit<Question, 'request'> {
  const connection = (alias: 'open' | 'closed' | 'merged', index: number) =>
    `${alias}${index}: pullRequests(headRefName: $head${index}, baseRefName: $base, states: ${alias.toUpperCase()}, ` +
    `first: ${SHOWN[alias]}, orderBy: {field: CREATED_AT, direction: DESC}) ` +
    `{ nodes { ...PullRequestFields${alias === 'open' ? ' ...EverWornFields' : ''} } }`
  const connections = heads.flatMap((_, index) => [
    connection('open', index),
    connection('closed', index),
    connection('merged', index),
  ])
  const names = heads.map((head, index) => [`head${index}`, head] as const)
  return {
    parameters:
      heads.length === 0 ? {} : { base: 'String!', ...Object.fromEntries(names.map(([name]) => [name, 'String!'])) },
    variables: heads.length === 0 ? {} : { base, ...Object.fromEntries(names) },
    fields: ['id', ...connections].join('\n'),
    fragments: heads.length === 0 ? [] : [PULL_REQUEST_FIELDS, EVER_WORN_FIELDS],
    size: heads.length,
  }
}

// Created in this order is not ended in this order: a closed one can be opened again and closed later.
function lastEnded(pullRequests: readonly PullRequest[]): readonly PullRequest[] {
  return pullRequests.toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '')).slice(0, 1)
}

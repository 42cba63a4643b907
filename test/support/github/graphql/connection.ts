/** What GraphQL resolvers share: who asks, and lists in pages. */
import { Problem } from '../problem.ts'
import type { Pull, Repository, Token, World } from '../state.ts'

export interface Context {
  readonly world: World
  readonly token: Token | undefined
  readonly actor: string
  readonly serverUrl: string
  /** Repositories lead to pull requests and back; this way the files need not. */
  readonly pullFields: (context: Context, repository: Repository, pull: Pull) => Fields
}
/** Fields by name: values, or functions of the arguments. A field that is not here is a violation when asked for. */
export type Fields = Record<string, unknown>
export interface PageArguments {
  readonly first?: number
  readonly last?: number
  readonly after?: string
  readonly before?: string
}

/** A page as GitHub gives it: a size must be asked for, and no more than 100. */
export function connection<T>(
  name: string,
  items: readonly T[],
  args: PageArguments,
  node: (item: T) => unknown,
): Fields {
  const { first, last, after, before } = args
  const size = first ?? last
  if (size === undefined) {
    const text = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`
    throw new Problem(422, text, { type: 'MISSING_PAGINATION_BOUNDARIES' })
  }
  if (size > 100 || size < 1) {
    const text = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`
    throw new Problem(422, text, { type: 'EXCESSIVE_PAGINATION' })
  }
  const from = after === undefined ? 0 : position(after) + 1
  const to = before === undefined ? items.length : position(before)
  const start = first === undefined ? Math.max(from, to - size) : from
  const end = first === undefined ? to : Math.min(to, from + size)
  const nodes = items.slice(start, end).map((item) => node(item))
  return {
    nodes,
    edges: nodes.map((one, at) => ({ node: one, cursor: cursor(start + at) })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursor(start),
      endCursor: nodes.length === 0 ? null : cursor(end - 1),
    },
  }
}

function cursor(at: number): string {
  return Buffer.from(`cursor:${at}`).toString('base64')
}

function position(text: string): number {
  return Number(Buffer.from(text, 'base64').toString().split(':')[1])
}

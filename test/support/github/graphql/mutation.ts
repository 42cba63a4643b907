/** What mutations share: how they look things up, and refuse. */
import { authorize } from '../access.ts'
import type { Need } from '../access.ts'
import { pullOf } from '../lifecycle.ts'
import { Problem } from '../problem.ts'
import type { Pull, Repository } from '../state.ts'
import type { Context, Fields } from './connection.ts'

export type Mutation<Input> = (args: { readonly input: Input }, context: Context) => Promise<Fields>

export const CONTENTS: Need = [['contents', 'write']]
export const PULLS: Need = [['pull_requests', 'write']]

export function repositoryOf(context: Context, id: string, need: Need): Repository {
  const repository = [...context.world.repositories.values()].find(({ nodeId }) => nodeId === id)
  if (repository === undefined) throw unresolved(id)
  authorize(context.token, repository, need)
  return repository
}

export function pullById(
  context: Context,
  id: string,
  need: Need,
): { readonly repository: Repository; readonly pull: Pull } {
  const [, repositoryId, number] = /^PR_(\d+)_(\d+)$/.exec(id) ?? []
  if (repositoryId === undefined) throw unresolved(id)
  const repository = repositoryOf(context, `R_${repositoryId}`, need)
  return { repository, pull: pullOf(repository, Number(number)) }
}

function unresolved(id: string): Problem {
  return new Problem(404, `Could not resolve to a node with the global id of '${id}'.`)
}

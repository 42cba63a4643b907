/** Pull requests through REST. */
import { checkText, closePull, openPull, pullOf, reopenPull } from '../lifecycle.ts'
import { mergePull, mergeWaiting } from '../merging.ts'
import type { MergeMethod } from '../merging.ts'
import { invalid, Problem } from '../problem.ts'
import { exclusively, record } from '../state.ts'
import type { Pull } from '../state.ts'
import { created, found, ok, paged } from './call.ts'
import type { Answer, RestCall, Routes } from './call.ts'
import { fileShapes } from './repositories.ts'
import { pullShape, simplePullShape } from './pull-shapes.ts'
import { commitShape } from './shapes.ts'

const READ = [['pull_requests', 'read']] as const
const WRITE = [['pull_requests', 'write']] as const

export const pullRoutes: Routes = {
  'pulls/list': { need: READ, handle: listPulls },
  'pulls/create': { need: WRITE, handle: createPull },
  'pulls/get': { need: READ, handle: async (call) => ok(await pullShape(call, pullFor(call, false))) },
  'pulls/update': { need: WRITE, handle: updatePull },
  'pulls/merge': { need: [['contents', 'write']], handle: merge },
  'pulls/list-files': { need: READ, handle: listFiles },
  'pulls/list-commits': { need: READ, handle: listCommits },
}

/** The pull request of `{pull_number}` or `{issue_number}`. */
export function pullFor(call: RestCall, settled = true): Pull {
  return pullOf(call.repository, Number(call.params['pull_number'] ?? call.params['issue_number']), settled)
}

export function forbidToWorkflows(call: Pick<RestCall, 'token' | 'world'>): void {
  if (call.token?.kind === 'workflow' && !call.world.settings.workflowsMayOpenPullRequests)
    throw new Problem(403, 'GitHub Actions is not permitted to create or approve pull requests.')
}

function listPulls(call: RestCall): Answer {
  const { state = 'open', head, base, sort = 'created', direction } = call.query as Record<string, string | undefined>
  const [owner, branch] = (head ?? '').split(/:(.*)/s)
  const chosen = call.repository.pulls.filter((pull) => {
    if (state !== 'all' && (pull.state === 'open') !== (state === 'open')) return false
    if (base !== undefined && pull.base !== base) return false
    if (branch === undefined) return true // A head that names no owner is not looked at.
    return pull.head === branch && pull.headRepository.split('/')[0]?.toLowerCase() === owner?.toLowerCase()
  })
  const key = (pull: Pull): string => (sort === 'updated' ? pull.updatedAt : pull.createdAt)
  const rising = chosen.sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number)
  const order = direction ?? (sort === 'created' ? 'desc' : 'asc')
  return paged(
    call,
    (order === 'desc' ? rising.reverse() : rising).map((pull) => simplePullShape(call, pull)),
  )
}

async function createPull(call: RestCall): Promise<Answer> {
  forbidToWorkflows(call)
  const {
    title,
    body = null,
    head,
    base,
    draft = false,
  } = call.body as {
    title?: string
    body?: string
    head: string
    base: string
    draft?: boolean
  }
  if (title === undefined || title.trim() === '')
    throw invalid({ resource: 'Issue', field: 'title', code: 'missing_field' })
  const text = { title, body, head, base, draft }
  const pull = await exclusively(call.repository, async () => openPull(call.world, call.repository, call.actor, text))
  return created(await pullShape(call, pull))
}

async function updatePull(call: RestCall): Promise<Answer> {
  const pull = pullFor(call)
  const { title, body, state, base } = call.body as {
    title?: string
    body?: string
    state?: 'open' | 'closed'
    base?: string
  }
  await changePull(call, pull, { title, body, state, base })
  return ok(await pullShape(call, pull))
}

export interface PullChange {
  readonly title?: string | undefined
  readonly body?: string | undefined
  readonly state?: 'open' | 'closed' | undefined
  readonly base?: string | undefined
}

export async function changePull(
  { world, repository, actor }: Pick<RestCall, 'world' | 'repository' | 'actor'>,
  pull: Pull,
  { title, body, state, base }: PullChange,
): Promise<void> {
  checkText({ ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) })
  if (base !== undefined && repository.git.branch(base) === undefined)
    throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' })
  if (state === 'open' && pull.state !== 'open') await reopenPull(world, repository, pull, actor)
  if (state === 'closed' && pull.state === 'open') closePull(world, pull, actor)
  if (title !== undefined && title !== pull.title) record(world, pull, { event: 'renamed', actor })
  pull.title = title ?? pull.title
  pull.body = body ?? pull.body
  pull.base = base ?? pull.base
}

async function merge(call: RestCall): Promise<Answer> {
  const pull = pullFor(call)
  const wish = (call.body ?? {}) as {
    commit_title?: string
    commit_message?: string
    sha?: string
    merge_method?: MergeMethod
  }
  const sha = await mergePull(call.world, call.repository, pull, {
    method: wish.merge_method ?? 'merge',
    actor: call.actor,
    expected: wish.sha,
    headline: wish.commit_title,
    body: wish.commit_message,
  })
  await mergeWaiting(call.world, call.repository)
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' })
}

async function listFiles(call: RestCall): Promise<Answer> {
  const pull = pullFor(call)
  const base = found(call.repository.git.branch(pull.base))
  const fork = (await call.repository.git.mergeBase(base, pull.headOid)) ?? base
  return paged(call, await fileShapes(call, fork, pull.headOid))
}

async function listCommits(call: RestCall): Promise<Answer> {
  const pull = pullFor(call)
  const commits = (await call.repository.git.log(call.repository.git.branch(pull.base), pull.headOid)).reverse()
  return paged(
    call,
    commits.map((commit) => commitShape(call, commit)),
  )
}

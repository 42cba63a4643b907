/** The repository itself: its facts, branches, commits, comparison and contents. */
import type { CommitObject } from '../objects.ts'
import { notFound, Problem } from '../problem.ts'
import { found, ok, page, paged, repositoryUrl } from './call.ts'
import type { Answer, RestCall, Routes } from './call.ts'
import { commitShape, milestoneShape, repositoryShape, userShape } from './shapes.ts'

const READ = [['contents', 'read']] as const
const SEE = [['metadata', 'read']] as const

export const repositoryRoutes: Routes = {
  'repos/get': { need: SEE, handle: (call) => ok(repositoryShape(call)) },
  'repos/get-branch': { need: READ, handle: getBranch },
  'repos/get-commit': { need: READ, handle: getCommit },
  'repos/compare-commits-with-basehead': { need: READ, handle: compare },
  'repos/get-content': { need: READ, handle: getContent },
  'repos/check-collaborator': { need: SEE, handle: checkCollaborator },
  'issues/list-milestones': {
    need: [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    handle: listMilestones,
  },
  'users/get-authenticated': { need: [], handle: getUser },
  'rate-limit/get': { need: [], handle: getRateLimit },
}

export const rateLimit = (
  call: Pick<RestCall, 'token'>,
): { limit: number; remaining: number; used: number; reset: number } => {
  const limit = call.token === undefined ? 60 : call.token.kind === 'workflow' ? 1000 : 5000
  const used = call.token?.used ?? 0
  return { limit, used, remaining: Math.max(0, limit - used), reset: Math.floor(Date.now() / 1000) + 3600 }
}

/** What changed between two trees or commits, as GitHub lists files. */
export async function fileShapes(call: RestCall, before: string, after: string): Promise<Record<string, unknown>[]> {
  const files = await call.repository.git.diff(before, after)
  return files.map(({ path, status, oid, additions, deletions }) => ({
    sha: oid,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    contents_url: `${repositoryUrl(call)}/contents/${encodeURIComponent(path)}?ref=${after}`,
  }))
}

async function getBranch(call: RestCall): Promise<Answer> {
  const name = call.params['branch'] ?? ''
  const commit = found(await call.repository.git.objects.commit(call.repository.git.branch(name) ?? ''))
  const { requiredChecks } = call.repository.protections.get(name) ?? {}
  return ok({
    name,
    commit: commitShape(call, commit),
    protected: call.repository.protections.has(name),
    protection: {
      enabled: call.repository.protections.has(name),
      required_status_checks: { contexts: requiredChecks ?? [] },
    },
  })
}

async function getCommit(call: RestCall): Promise<Answer> {
  const commit = await call.repository.git.commit(call.params['ref'] ?? '')
  if (commit === undefined) throw new Problem(422, `No commit found for SHA: ${call.params['ref'] ?? ''}`)
  const [parent] = commit.parents
  return ok({
    ...commitShape(call, commit),
    files: parent === undefined ? [] : await fileShapes(call, parent, commit.oid),
  })
}

async function compare(call: RestCall): Promise<Answer> {
  const { git } = call.repository
  const [base, head] = (call.params['basehead'] ?? '').split('...').map((one) => one.split(':').at(-1) ?? '')
  if (base === undefined || head === undefined) throw notFound()
  const [from, to] = [found(await git.commit(base)), found(await git.commit(head))]
  const mergeBase = await git.mergeBase(from.oid, to.oid)
  if (mergeBase === undefined) throw new Problem(404, `No common ancestor between ${base} and ${head}.`)
  const { ahead, behind } = await git.distance(from.oid, to.oid)
  const commits = (await git.log(from.oid, to.oid)).reverse()
  const wanted = call.query['page'] ?? call.query['per_page']
  const shown = wanted === undefined ? { items: commits, headers: {} } : page(call, commits)
  const status = ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical'
  const body = {
    url: `${repositoryUrl(call)}/compare/${base}...${head}`,
    status,
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    base_commit: commitShape(call, from),
    merge_base_commit: commitShape(call, found(await git.objects.commit(mergeBase))),
    commits: (shown.items as readonly CommitObject[]).map((commit) => commitShape(call, commit)),
    files: (await fileShapes(call, mergeBase, to.oid)).slice(0, 300),
  }
  return { status: 200, body, headers: shown.headers }
}

async function getContent(call: RestCall): Promise<Answer> {
  const { git } = call.repository
  const path = call.params['path'] ?? ''
  const commit = await git.commit((call.query['ref'] as string | undefined) ?? 'HEAD')
  if (commit === undefined) throw new Problem(404, `No commit found for the ref ${String(call.query['ref'])}`)
  const entry = found(await git.entry(commit.tree, path))
  const shape = (name: string, at: string, oid: string, mode: string, size: number): Record<string, unknown> => ({
    name,
    path: at,
    sha: oid,
    size,
    type: mode === '040000' ? 'dir' : mode === '120000' ? 'symlink' : 'file',
    url: `${repositoryUrl(call)}/contents/${at}`,
  })
  if (entry.mode === '040000') {
    const entries = (await git.objects.tree(entry.oid)) ?? []
    return ok(entries.map(({ name, oid, mode }) => shape(name, path === '' ? name : `${path}/${name}`, oid, mode, 0)))
  }
  const { bytes } = found(await git.objects.read(entry.oid))
  if (call.accept.includes('raw'))
    return { status: 200, body: bytes, headers: { 'content-type': 'application/vnd.github.raw+json' } }
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n')
  return ok({
    ...shape(entry.name, path, entry.oid, entry.mode, bytes.length),
    encoding: 'base64',
    content,
    type: 'file',
  })
}

function checkCollaborator(call: RestCall): Answer {
  if (!call.repository.collaborators.has((call.params['username'] ?? '').toLowerCase()))
    throw new Problem(404, `${call.params['username'] ?? ''} is not a user`)
  return { status: 204 }
}

function listMilestones(call: RestCall): Answer {
  const state = call.query['state'] ?? 'open'
  const milestones = call.repository.milestones.filter((milestone) => state === 'all' || milestone.state === state)
  return paged(
    call,
    milestones.map((milestone) => milestoneShape(call, milestone)),
  )
}

function getUser(call: RestCall): Answer {
  if (call.token === undefined) throw new Problem(401, 'Requires authentication')
  if (call.token.kind !== 'user') throw new Problem(403, 'Resource not accessible by integration')
  return ok({ ...userShape(call.world, call.actor), user_view_type: 'public' })
}

function getRateLimit(call: RestCall): Answer {
  const core = rateLimit(call)
  return ok({
    resources: { core, search: { limit: 30, remaining: 30, reset: core.reset, used: 0 }, graphql: core },
    rate: core,
  })
}

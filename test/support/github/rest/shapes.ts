/** Facts as GitHub's REST API words them; what its description requires beyond them is filled in by complete.ts. */
import type { CommitObject } from '../objects.ts'
import { OWN_SIGNATURE } from '../objects.ts'
import { nameWithOwner, user } from '../state.ts'
import type { Label, Milestone, Repository, Team, World } from '../state.ts'
import { repositoryUrl } from './call.ts'
import type { RestCall } from './call.ts'

export type Json = Record<string, unknown>

export function userShape(world: World, login: string): Json {
  const { id, login: written, type } = user(world, login)
  return { id, node_id: `U_${id}`, login: written, type, site_admin: false }
}

export function repositoryShape(call: RestCall, repository: Repository = call.repository): Json {
  const full = nameWithOwner(repository)
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: full,
    private: repository.private,
    owner: userShape(call.world, repository.owner),
    default_branch: repository.defaultBranch,
    fork: false,
    html_url: `${call.serverUrl}/${full}`,
    url: `${call.apiUrl}/repos/${full}`,
    clone_url: `${call.serverUrl}/${full}.git`,
    visibility: repository.private ? 'private' : 'public',
    archived: false,
    disabled: false,
    homepage: null,
    delete_branch_on_merge: repository.deleteBranchOnMerge,
    allow_auto_merge: repository.allowAutoMerge,
    allow_merge_commit: repository.mergeMethods.includes('merge'),
    allow_squash_merge: repository.mergeMethods.includes('squash'),
    allow_rebase_merge: repository.mergeMethods.includes('rebase'),
  }
}

export function labelShape(call: RestCall, label: Label): Json {
  const { id, name, color, description } = label
  const url = `${repositoryUrl(call)}/labels/${encodeURIComponent(name)}`
  return { id, node_id: `LA_${id}`, url, name, color, description, default: false }
}

export function milestoneShape(call: RestCall, milestone: Milestone): Json {
  return { ...milestone, node_id: `MI_${milestone.id}`, creator: userShape(call.world, call.repository.owner) }
}

export function teamShape({ id, slug }: Team): Json {
  return { id, node_id: `T_${id}`, slug, name: slug, description: null, permission: 'push', privacy: 'closed' }
}

export function commitShape(call: RestCall, commit: CommitObject): Json {
  const { oid, author, committer } = commit
  return {
    sha: oid,
    node_id: `C_${oid}`,
    url: `${repositoryUrl(call)}/commits/${oid}`,
    html_url: `${call.serverUrl}/${nameWithOwner(call.repository)}/commit/${oid}`,
    commit: gitCommitShape(call, commit),
    author: loginOf(call, author.email),
    committer: loginOf(call, committer.email),
    parents: parentShapes(call, commit),
  }
}

export function gitCommitShape(call: RestCall, commit: CommitObject): Json {
  const { oid, author, committer, message, tree, signature } = commit
  const verified = signature === OWN_SIGNATURE
  return {
    sha: oid,
    node_id: `C_${oid}`,
    url: `${repositoryUrl(call)}/git/commits/${oid}`,
    author,
    committer,
    message,
    tree: {
      sha: tree,
      url: `${repositoryUrl(call)}/git/trees/${tree}`,
    },
    parents: parentShapes(call, commit),
    verification: {
      verified,
      reason: verified ? 'valid' : signature === undefined ? 'unsigned' : 'unknown_key',
      signature: signature ?? null,
      payload: signature === undefined ? null : '',
      verified_at: null,
    },
  }
}

function parentShapes(call: RestCall, commit: CommitObject): Json[] {
  return commit.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(call)}/commits/${sha}`,
    html_url: `${call.serverUrl}/${nameWithOwner(call.repository)}/commit/${sha}`,
  }))
}

/** The account of an address, where GitHub would know it. */
function loginOf(call: RestCall, email: string): Json | null {
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1]
  return login !== undefined && call.world.users.has(login.toLowerCase()) ? userShape(call.world, login) : null
}

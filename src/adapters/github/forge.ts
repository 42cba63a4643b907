import { BumpError } from '../../core/errors.ts'
import type { BranchName } from '../../core/names.ts'
import type { Decoration, Forge, NewPullRequest, PullRequest } from '../../ports/forge.ts'
import type { GithubClient } from './client.ts'
import { soonAfterOpening } from './decorate/put.ts'
import { findPullRequests } from './find.ts'
import { fromRest } from './pull-request.ts'
import { repositoryQueries } from './queries.ts'
import { behind } from './http/remote-failure.ts'
import { parseSlug } from './slug.ts'

export interface GithubForge extends Forge {
  /** GraphQL's id of the repository, for the branch writer; no request of its own after a `find`. */
  repositoryId(): Promise<string>
}

const MOST_TRIES = 5
const MOST_PAGES = 10
const PERMISSION = 'pull-requests: write'

/** Pull requests of one repository, `owner/name`. */
export function githubForge(
  client: GithubClient,
  repository: string,
  queries = repositoryQueries(client, repository),
): GithubForge {
  const slug = parseSlug(repository)
  const about = (to: string, permission = PERMISSION) => ({ to, repository, permission })
  let id: string | undefined

  const find = async (heads: readonly BranchName[], base: BranchName) => {
    const found = await findPullRequests(queries, repository, heads, base)
    id = found.repositoryId
    return found.pullRequests
  }
  const read = async (number: number) => {
    const request = { ...about(`read pull request #${number}`, 'pull-requests: read'), repeatable: true }
    return fromRest(await client.rest(request, (api) => api.pulls.get({ ...slug, pull_number: number })))
  }
  return {
    find,
    read,
    repositoryId: async () => {
      id ??= (await findPullRequests(queries, repository, [], '' as BranchName)).repositoryId
      return id
    },
    open: (request) => open(client, repository, request, read),
    update: async (number, { title, body }) => {
      const text = { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) }
      if (Object.keys(text).length === 0) return read(number)
      // The same text twice is the same text.
      const request = { ...about(`change pull request #${number}`), repeatable: true }
      const change = { ...slug, pull_number: number, ...text }
      const send = () => client.rest(request, (api) => api.pulls.update(change))
      return fromRest(await soonAfterOpening(client, send))
    },
    say: (number, comment) => say(client, repository, number, comment),
    close: async (number, comment) => {
      if ((await read(number)).state !== 'open') return
      await say(client, repository, number, comment)
      const request = { ...about(`close pull request #${number}`), repeatable: true }
      await client.rest(request, (api) => api.pulls.update({ ...slug, pull_number: number, state: 'closed' }))
    },
    decorate: async (pullRequest, decoration, already) => {
      if (isPlain(decoration)) return { worn: already, failures: [], merge: 'none' }
      // Loaded only now: many wear nothing, and it is a good part of the code.
      const { decorate } = await import('./decorate/decorate.ts')
      return await decorate(client, repository, pullRequest, decoration, already)
    },
  }
}

function isPlain({ labels, reviewers, teamReviewers, assignees, milestone, autoMerge }: Decoration): boolean {
  const names = [...labels, ...reviewers, ...teamReviewers, ...assignees]
  return names.length === 0 && milestone === undefined && autoMerge === 'off'
}

type Read = (number: number) => Promise<PullRequest>

/**
 * Opening is not repeatable as such: when no answer comes, we look before we try again, and "already exists" means that
 * our lost request, or another run, has opened it.
 */
async function open(
  client: GithubClient,
  repository: string,
  wanted: NewPullRequest,
  read: Read,
): Promise<PullRequest> {
  const slug = parseSlug(repository)
  const request = { to: 'open the pull request', repository, permission: PERMISSION, repeatable: false }
  for (let attempt = 0; ; attempt += 1) {
    try {
      return fromRest(await client.rest(request, (api) => api.pulls.create({ ...slug, ...wanted })))
    } catch (error) {
      const next = afterFailure(error)
      if (next === 'give up' || attempt + 1 >= MOST_TRIES) throw error
      if (next === 'wait') await client.pause(1000 * 2 ** attempt)
      else {
        await client.backOff(attempt)
        const number = await openNumber(client, repository, wanted)
        if (number !== undefined) return read(number)
      }
    }
  }
}

function afterFailure(error: unknown): 'look' | 'wait' | 'give up' {
  if (!(error instanceof BumpError)) return 'give up'
  if (error.code === 'REMOTE_UNAVAILABLE') return 'look'
  const failure = behind(error)
  if (failure === undefined || failure.status !== 422) return 'give up'
  if (failure.says(/^A pull request already exists/)) return 'look'
  // GitHub may not have seen yet the branch that was moved a moment ago.
  const late =
    failure.says(/^No commits between/) ||
    failure.problems.some(({ code, field }) => code === 'invalid' && field === 'head')
  return late ? 'wait' : 'give up'
}

// REST and not the query of `find`: its filter knows the owner of the head, and it is not served from an index that lags.
async function openNumber(client: GithubClient, repository: string, { head, base }: NewPullRequest) {
  const slug = parseSlug(repository)
  const request = { to: 'look up the pull request', repository, permission: 'pull-requests: read', repeatable: true }
  const filter = { ...slug, state: 'open', head: `${slug.owner}:${head}`, base, per_page: 100 } as const
  const pulls = await client.rest(request, (api) => api.pulls.list(filter))
  // Checked again here: GitHub ignores a filter that it does not understand, and an owner may have several forks.
  const ours = pulls.find(
    (pull) => pull.head.ref === head && pull.base.ref === base && pull.head.repo?.id === pull.base.repo.id,
  )
  return ours?.number
}

/** Comments once: an equal comment counts as said. */
async function say(client: GithubClient, repository: string, number: number, comment: string): Promise<void> {
  const slug = { ...parseSlug(repository), issue_number: number }
  const about = { repository, permission: PERMISSION }
  for (let attempt = 0; ; attempt += 1) {
    if (await isSaid(client, repository, number, comment)) return
    try {
      const request = { ...about, to: `comment on pull request #${number}`, repeatable: false }
      await client.rest(request, (api) => api.issues.createComment({ ...slug, body: comment }))
      return
    } catch (error) {
      const again = error instanceof BumpError && error.code === 'REMOTE_UNAVAILABLE' && attempt + 1 < MOST_TRIES
      if (!again) throw error
      await client.backOff(attempt)
    }
  }
}

async function isSaid(client: GithubClient, repository: string, number: number, comment: string): Promise<boolean> {
  const slug = { ...parseSlug(repository), issue_number: number }
  const about = { repository, permission: 'pull-requests: read', repeatable: true }
  const request = { ...about, to: `read the comments of pull request #${number}` }
  // Oldest come first, and only a full page may have another behind it.
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const listed = await client.rest(request, (api) => api.issues.listComments({ ...slug, per_page: 100, page }))
    if (listed.some(({ body }) => body === comment)) return true
    if (listed.length < 100) return false
  }
  return false
}

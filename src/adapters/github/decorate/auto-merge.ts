import { BumpError } from '../../../core/errors.ts'
import type { Decorated, Decoration, DecorationFailure } from '../../../ports/forge.ts'
import { attempt, type On } from './put.ts'
import { behind } from '../http/remote-failure.ts'
import { parseSlug } from '../slug.ts'

export interface Armed {
  readonly worn: boolean
  readonly failures: readonly DecorationFailure[]
  readonly merge: Decorated['merge']
}

type Method = Exclude<Decoration['autoMerge'], 'off'>

/**
 * Lets GitHub merge once all requirements are met, bound to the head we wrote. Where they are met already GitHub refuses
 * to wait, so the pull request is merged (or queued) at once.
 */
export async function armAutoMerge(on: On, method: Method, already: boolean): Promise<Armed> {
  const { autoMerge } = on.pullRequest
  // Armed by an earlier run and not armed now: a person, or a new requirement, took it off.
  if (autoMerge || already) return { worn: true, failures: [], merge: 'none' }
  let merge: Decorated['merge'] = 'none'
  const failure = await attempt('auto-merge', async () => {
    const outcome = await arm(on, method)
    if (typeof outcome !== 'string') return outcome
    merge = outcome
    return undefined
  })
  return { worn: failure === undefined, failures: failure === undefined ? [] : [failure], merge }
}

type Outcome = 'armed' | 'queued' | 'merged' | DecorationFailure

const FIXES: readonly (readonly [RegExp, string])[] = [
  [
    /Auto merge is not allowed|auto-merge is not allowed/i,
    'Auto-merge is not allowed in this repository. Switch on "Allow auto-merge" under Settings > General > Pull Requests.',
  ],
  [
    /Protected branch rules not configured/i,
    'Auto-merge waits for requirements, and the base branch has none. Protect it with a required check or review.',
  ],
  [
    /draft/i,
    'A draft cannot be merged. Take "draft: true" out of the rule, or mark the pull request as ready for review.',
  ],
  [
    /unstable status/i,
    'A check that is not required is failing or still running. Make it required, or let it pass, and run again.',
  ],
  [
    /merge method|merging is not allowed|merges are not allowed/i,
    'The repository does not allow this merge method. Choose another.',
  ],
]
const NOT_YET = /unstable status|unknown status|status is unknown|\bUNKNOWN\b/i

async function arm(on: On, method: Method): Promise<Outcome> {
  const { client, repository, pullRequest } = on
  const { id, isDraft, autoMergeAllowed } = await look(on)
  if (isDraft) return failed('draft')
  if (!autoMergeAllowed) return failed('Auto merge is not allowed')
  const document =
    'mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }'
  const input = { pullRequestId: id, mergeMethod: method.toUpperCase(), expectedHeadOid: pullRequest.headOid }
  // Armed twice is armed.
  const request = { to: 'switch on auto-merge', repository, permission: 'contents: write', repeatable: true }
  for (let waitMs = 1000; ; waitMs *= 2) {
    try {
      await client.graphql(request, document, { input })
      return 'armed'
    } catch (error) {
      const failure = behind(error)
      if (failure === undefined || failure.status !== 200) throw error
      if (failure.says(/already enabled/i)) return 'armed'
      if (failure.says(/clean status/i)) return mergeNow(on, id, method)
      if (!failure.says(NOT_YET) && !failure.says(/Could not resolve to a node/i)) return failed(failure.message, error)
      if (waitMs > 4000) return failed(failure.message, error)
      await client.pause(waitMs)
    }
  }
}

interface Looked {
  readonly repository: {
    readonly autoMergeAllowed: boolean
    readonly pullRequest: { readonly id: string; readonly isDraft: boolean } | null
  }
}

async function look({ client, repository, pullRequest }: On) {
  const { owner, repo } = parseSlug(repository)
  const document = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { autoMergeAllowed pullRequest(number: $number) { id isDraft } }
}`
  const request = { to: 'look at the pull request', repository, permission: 'pull-requests: read', repeatable: true }
  const found = await client.graphql<Looked>(request, document, { owner, name: repo, number: pullRequest.number })
  const { autoMergeAllowed, pullRequest: pull } = found.repository
  if (pull === null) throw new BumpError('REMOTE_REFUSED', `GitHub does not find pull request #${pullRequest.number}.`)
  return { autoMergeAllowed, ...pull }
}

async function mergeNow(on: On, id: string, method: Method): Promise<Outcome> {
  const { client, repository, pullRequest } = on
  if (await hasMergeQueue(on)) {
    const document =
      'mutation ($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { clientMutationId } }'
    const request = { to: 'put it in the merge queue', repository, permission: 'contents: write', repeatable: false }
    await client.graphql(request, document, { input: { pullRequestId: id, expectedHeadOid: pullRequest.headOid } })
    return 'queued'
  }
  const request = { to: 'merge the pull request', repository, permission: 'contents: write', repeatable: false }
  // `sha` is the guard: what a person pushed meanwhile is not merged unseen.
  const how = { pull_number: pullRequest.number, sha: pullRequest.headOid, merge_method: method }
  try {
    await client.rest(request, (api) => api.pulls.merge({ ...parseSlug(repository), ...how }))
    return 'merged'
  } catch (error) {
    if (error instanceof BumpError && error.code === 'REMOTE_UNAVAILABLE' && (await isMerged(on))) return 'merged'
    const failure = behind(error)
    if (failure?.status !== 405 && failure?.status !== 409) throw error
    return failed(failure.message, error)
  }
}

async function hasMergeQueue({ client, repository, pullRequest }: On): Promise<boolean> {
  const { owner, repo } = parseSlug(repository)
  const document = `query ($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) { mergeQueue(branch: $branch) { id } }
}`
  const request = { to: 'look for a merge queue', repository, permission: 'pull-requests: read', repeatable: true }
  type Queue = { readonly repository: { readonly mergeQueue: object | null } }
  const found = await client.graphql<Queue>(request, document, { owner, name: repo, branch: pullRequest.base })
  return found.repository.mergeQueue !== null
}

async function isMerged({ client, repository, pullRequest }: On): Promise<boolean> {
  const request = { to: 'look at the pull request', repository, permission: 'pull-requests: read', repeatable: true }
  const which = { ...parseSlug(repository), pull_number: pullRequest.number }
  return (await client.rest(request, (api) => api.pulls.get(which))).merged_at !== null
}

function failed(said: string, error?: unknown): DecorationFailure {
  const fix = FIXES.find(([pattern]) => pattern.test(said))?.[1]
  const plain = error instanceof BumpError ? error.message : said
  return { what: 'auto-merge', reason: fix ?? plain }
}

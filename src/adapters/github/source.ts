import { BumpError } from '../../core/errors.ts'
import type { Comparison, Source, SourceCommit } from '../../ports/source.ts'
import type { GithubClient } from './client.ts'
import { parseSlug, readSlug } from './slug.ts'

const PER_PAGE = 100
const MOST_COMMITS = 250
// What the compare call takes as one side; `:` would name a fork, `..` would end the side.
const REVISION = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,249}$/

/** Compares two commits of a repository that was built, each pair once. Repositories are `owner/name`. */
export function githubSource(client: GithubClient): Source {
  const asked = new Map<string, Promise<Comparison>>()
  return {
    compare: async (repository, from, to) => {
      if (readSlug(repository) === undefined || !REVISION.test(from) || !REVISION.test(to)) return undefined
      const basehead = `${from}...${to}`
      const key = `${repository} ${basehead}`
      const answer = asked.get(key) ?? compare(client, repository, basehead)
      asked.set(key, answer)
      try {
        return await answer
      } catch (error) {
        asked.delete(key)
        if (isUnreadable(error)) return undefined
        throw error
      }
    },
  }
}

/**
 * GitHub lists oldest first in pages: the first page tells the status and how many there are, the last ones hold the newest.
 * One request up to 100 commits, at most five in all.
 */
async function compare(client: GithubClient, repository: string, basehead: string): Promise<Comparison> {
  const request = { to: 'compare commits', repository, permission: 'contents: read', repeatable: true }
  const page = (number: number) =>
    client.rest(request, (api) =>
      api.repos.compareCommitsWithBasehead({ ...parseSlug(repository), basehead, per_page: PER_PAGE, page: number }),
    )
  const first = await page(1)
  const total = first.total_commits
  const pages = [first.commits]
  const lastPage = Math.ceil(total / PER_PAGE)
  const firstNeeded = Math.max(2, Math.floor(Math.max(0, total - MOST_COMMITS) / PER_PAGE) + 1)
  for (let number = firstNeeded; number <= lastPage; number += 1) pages.push((await page(number)).commits)
  const commits = pages
    .flat()
    .toReversed()
    .slice(0, Math.min(MOST_COMMITS, total))
    .map((listed) => sourceCommit(listed))
  return { status: first.status, total, commits }
}

interface ListedCommit {
  readonly sha: string
  readonly commit: { readonly message: string; readonly author: { readonly name?: string | undefined } | null }
  readonly author: { readonly login?: string } | null
}

function sourceCommit({ sha, commit, author }: ListedCommit): SourceCommit {
  const subject = /^[^\r\n]*/.exec(commit.message.trimStart())?.[0] ?? ''
  const pullRequest = pullRequestOf(subject)
  return {
    id: sha,
    subject,
    author: author?.login ?? commit.author?.name ?? 'unknown',
    ...(pullRequest === undefined ? {} : { pullRequest }),
  }
}

// What GitHub writes itself: squash and rebase merges end in (#123), merge commits begin with the number.
function pullRequestOf(subject: string): number | undefined {
  const number = /\(#(\d{1,9})\)\s*$/.exec(subject)?.[1] ?? /^Merge pull request #(\d{1,9})\b/.exec(subject)?.[1]
  return number === undefined ? undefined : Number(number)
}

function isUnreadable(error: unknown): boolean {
  return error instanceof BumpError && (error.code === 'REPOSITORY_NOT_FOUND' || error.code === 'PERMISSION_MISSING')
}

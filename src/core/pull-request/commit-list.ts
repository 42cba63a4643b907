import { shortName } from '../image/reference.ts'
import { unreachable } from '../names.ts'
import type { Bump } from './bump.ts'
import { codeLink, joinUrl, link, plainText } from './markdown.ts'
import { enumerate } from './title.ts'
import { clip } from './untrusted.ts'

/** Where an image was built from. Revisions are commit ids, whole or their start. */
export interface RowSource {
  /** Of the forge that holds the source repository. */
  readonly serverUrl: string
  readonly repository: string
  /** Of what base deploys; undefined: not known. */
  readonly from?: string
  readonly to: string
  /** Undefined: the source could not be read. */
  readonly commits?: SourceCommits
}

/** What lies between the two revisions; the shape of the source port's answer. */
export interface SourceCommits {
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged'
  /** Newest first. */
  readonly commits: readonly {
    readonly id: string
    readonly subject: string
    readonly author: string
    readonly pullRequest?: number
  }[]
  readonly total: number
}

/** What the new images bring, by source; images of one build are told once. */
export function commitSection(
  rows: readonly (Bump & { readonly source?: RowSource })[],
  limits: { readonly commits: number; readonly sources: number },
): string {
  const sources = [...Map.groupBy(rows, ({ source }) => (source === undefined ? '' : identity(source)))].flatMap(
    ([, [first, ...rest]]) => (first?.source === undefined ? [] : [{ source: first.source, bumps: [first, ...rest] }]),
  )
  if (sources.length === 0) return ''
  const listed = sources.slice(0, limits.sources)
  const limit = Math.min(limits.commits, Math.floor(LINES / listed.length))
  const lines = listed.map(({ source }) => Math.min(limit, source.commits?.commits.length ?? 0))
  const fold = lines.reduce((sum, each) => sum + each, 0) > FOLD_ABOVE
  const shown = listed.map(({ source, bumps }) => section(source, bumps, { limit, fold }))
  const more = sources.length - shown.length
  const note = more > 0 ? [`_The commits of ${count(more, 'source')} are left out here._`] : []
  return ['### Commits', ...shown, ...note].join('\n\n')
}

// Commits in all: a reader gets past ten lines at a glance, and past a fold.
const FOLD_ABOVE = 10
// More do not fit into a body, whatever else is left out.
const LINES = 400
const SUBJECT_LIMIT = 120
const AUTHOR_LIMIT = 60
const NAMES = 5
const ID_LENGTH = 7

function identity({ serverUrl, repository, from, to }: RowSource): string {
  return JSON.stringify([serverUrl, repository, from, to])
}

function section(
  source: RowSource,
  bumps: readonly Bump[],
  { limit, fold }: { readonly limit: number; readonly fold: boolean },
): string {
  const names = [...new Set(bumps.map(({ to }) => shortName(to.name)))]
  const images = enumerate(names.length > NAMES ? [...names.slice(0, NAMES), `${names.length - NAMES} more`] : names)
  const heading = `**${plainText(images)}**: ${summary(source)}`
  const { commits = [], total = 0 } = source.commits ?? {}
  const lines = commits.slice(0, limit).map((commit) => line(source, commit))
  if (lines.length === 0) return heading
  const left = total - lines.length
  const items = [...lines, ...(left > 0 ? [`- … and ${left} more, left out here`] : [])].join('\n')
  if (!fold) return `${heading}\n\n${items}`
  const what = left > 0 ? `The newest ${lines.length} of ${total} commits` : count(lines.length, 'commit')
  return `${heading}\n\n<details><summary>${what}</summary>\n\n${items}\n\n</details>`
}

function summary(source: RowSource): string {
  const { serverUrl, repository, from, to, commits } = source
  const url = joinUrl(serverUrl, repository)
  if (from === undefined)
    return `built from ${codeLink(`${repository} ${short(to)}`, joinUrl(url, 'commit', to))}; which commit is deployed now is not known`
  if (from === to || commits?.status === 'identical')
    return `the same commit, ${codeLink(`${repository} ${short(to)}`, joinUrl(url, 'commit', to))}`
  const between = codeLink(`${repository} ${short(from)}...${short(to)}`, joinUrl(url, 'compare', `${from}...${to}`))
  if (commits === undefined) return `${between}; the source could not be read, so its commits are not listed`
  switch (commits.status) {
    case 'ahead':
      return `${count(commits.total, 'commit')}, ${between}`
    case 'behind':
      return `**older source** than what is deployed, ${between}`
    case 'diverged':
      return `**another line of history** than what is deployed: ${count(commits.total, 'commit')} come, others go, ${between}`
    default:
      return unreachable(commits.status)
  }
}

// The links stand before the subject: after it, a subject that ends in "fixes" would close what we link to.
function line({ serverUrl, repository }: RowSource, commit: SourceCommits['commits'][number]): string {
  const url = joinUrl(serverUrl, repository)
  const number = commit.pullRequest
  const pullRequest = number === undefined ? '' : ` ${link(`#${number}`, joinUrl(url, 'pull', String(number)))}`
  const subject = plainText(clip(commit.subject, SUBJECT_LIMIT))
  const author = plainText(clip(commit.author, AUTHOR_LIMIT))
  return `- ${codeLink(short(commit.id), joinUrl(url, 'commit', commit.id))}${pullRequest} ${subject} (${author})`
}

function short(id: string): string {
  return id.slice(0, ID_LENGTH)
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

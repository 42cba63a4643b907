import { BumpError } from '../../core/errors.ts'
import { quote } from '../../core/image/reference.ts'
import type { RemoteFailure } from './http/remote-failure.ts'
import { answeredAt, isLimited, isTransient } from './http/retry.ts'

/** What a request is for; it makes the sentences of its errors. */
export interface Ask {
  /** Ends "GitHub would not let us …": `open the pull request`. */
  readonly to: string
  /** `owner/name`. */
  readonly repository: string
  /** The permission it needs where GitHub does not name it, as in a workflow: `pull-requests: write`. */
  readonly permission: string
  readonly branch?: string
}

const PROTECTED =
  /protected branch|rule violation|through a pull request|merge queue|required status check|cannot (?:update|delete|create|force)|not authorized to push/i
const MAY_NOT =
  /not accessible by (?:integration|personal access token)|must have (?:admin|push|write)|do(?:es)? not have (?:permission|the correct permissions|write access)|permission to/i

/** Translates what GitHub said into an error that says what to do. */
export function toBumpError(failure: RemoteFailure, ask: Ask): BumpError {
  const { status } = failure
  if (status === 401) return badToken(failure)
  if (isLimited(failure)) return rateLimited(failure, ask, undefined)
  if (isTransient(failure)) return unavailable(failure, ask)
  if (failure.headers.sso?.startsWith('required') === true) return singleSignOn(failure, ask)
  if (failure.says(/GitHub Actions is not permitted to create or approve pull requests/i))
    return actionsMayNotOpen(failure, ask)
  if (failure.says(/without [`'"]?workflows?[`'"]? (?:permission|scope)/i))
    return permissionMissing(failure, { ...ask, permission: 'workflows: write' })
  if (ask.branch !== undefined && failure.says(PROTECTED)) return branchProtected(failure, ask, ask.branch)
  if (status === 403 || failure.hasType('FORBIDDEN', 'INSUFFICIENT_SCOPES') || failure.says(MAY_NOT))
    return permissionMissing(failure, ask)
  if (status === 404 || failure.hasType('NOT_FOUND')) return notFound(failure, ask)
  return refused(failure, ask)
}

/** Waiting longer than the budget allows is left to whoever runs us again. */
export function rateLimited(failure: RemoteFailure, ask: Ask, waitMs: number | undefined): BumpError {
  return told('RATE_LIMITED', failure, ask, `its rate limit is used up. Run again ${whenAgain(failure, waitMs)}.`)
}

function whenAgain({ headers }: RemoteFailure, waitMs: number | undefined): string {
  if (waitMs === undefined) return 'later'
  const at = answeredAt(headers) + waitMs
  return Number.isNaN(at) ? `in ${Math.ceil(waitMs / 1000)} s` : `after ${new Date(at).toISOString()}`
}

/** The repository has another name now; GitHub redirects, we do not follow with a token. */
export function moved(failure: RemoteFailure, ask: Ask, name: string): BumpError {
  const what = `Repository ${ask.repository} has moved to ${quote(name)}. Write the new name.`
  return new BumpError('REPOSITORY_NOT_FOUND', what, { cause: failure })
}

export function redirected(failure: RemoteFailure, ask: Ask): BumpError {
  const to = failure.headers.location ?? 'nowhere'
  return told(
    'REMOTE_REFUSED',
    failure,
    ask,
    `it redirects to ${quote(to)}, and the token is not sent after redirects.`,
  )
}

/** An answer with a good status whose body is not what the API answers, as from a proxy's login page. */
export function notAnAnswer(ask: Ask): BumpError {
  return new BumpError(
    'REMOTE_UNAVAILABLE',
    `We could not ${ask.to} (${ask.repository}): the answer is not GitHub's. Is there a proxy in between?`,
  )
}

function badToken(failure: RemoteFailure): BumpError {
  const what =
    'GitHub does not take the token (HTTP 401): it is wrong, expired or revoked. Give a valid one as input "token".'
  return new BumpError('BAD_TOKEN', what, { cause: failure })
}

function unavailable(failure: RemoteFailure, ask: Ask): BumpError {
  const how = failure.status === undefined ? failure.message : `HTTP ${failure.status}, ${failure.message}`
  return told('REMOTE_UNAVAILABLE', failure, ask, `it is not answering properly (${how}). Run again later.`)
}

function singleSignOn(failure: RemoteFailure, ask: Ask): BumpError {
  const url = /url=(\S+)/.exec(failure.headers.sso ?? '')?.[1]
  const where = url === undefined ? '' : ` at ${quote(url)}`
  return told('PERMISSION_MISSING', failure, ask, `the token must be authorized for single sign-on${where}.`)
}

function actionsMayNotOpen(failure: RemoteFailure, ask: Ask): BumpError {
  return told(
    'PERMISSION_MISSING',
    failure,
    ask,
    'a setting forbids it. Switch on "Allow GitHub Actions to create and approve pull requests" under Settings > Actions > ' +
      'General > Workflow permissions of the repository (or of its organization), or give the token of a GitHub App.',
  )
}

function permissionMissing(failure: RemoteFailure, ask: Ask): BumpError {
  const needed = acceptedPermissions(failure) ?? ask.permission
  const say = `the token lacks the permission ${needed} (${failure.message}). Grant it in the job's "permissions:", or to the token.`
  return told('PERMISSION_MISSING', failure, ask, say)
}

// `contents=write, pull_requests=write; administration=write`: commas are "and", semicolons "or".
function acceptedPermissions({ headers }: RemoteFailure): string | undefined {
  const accepted = headers.acceptedPermissions?.trim() ?? ''
  if (!/^[a-z_]+=[a-z]+(?:[;,] *[a-z_]+=[a-z]+)*$/.test(accepted)) return undefined
  return accepted
    .split(/; */)
    .map((all) => all.replaceAll('_', '-').replaceAll('=', ': ').replaceAll(/, */g, ' and '))
    .join(' or ')
}

function branchProtected(failure: RemoteFailure, ask: Ask, branch: string): BumpError {
  const say =
    `branch ${quote(branch)} is protected (${failure.message}). ` +
    'Exempt the token from the rule, or let the rule leave out this branch.'
  return told('BRANCH_PROTECTED', failure, ask, say)
}

function notFound(failure: RemoteFailure, ask: Ask): BumpError {
  const say =
    `it finds no such thing (${failure.message}). Check the name ${ask.repository}; a private repository ` +
    `looks just the same to a token without access to it (${ask.permission}).`
  return told('REPOSITORY_NOT_FOUND', failure, ask, say)
}

function refused(failure: RemoteFailure, ask: Ask): BumpError {
  const status = failure.status === 200 ? '' : ` (HTTP ${failure.status})`
  return told('REMOTE_REFUSED', failure, ask, `${refusalHint(failure)}it says: ${failure.message}${status}.`)
}

function refusalHint(failure: RemoteFailure): string {
  const field = failure.problems.find(({ code }) => code === 'invalid')?.field
  if (field === 'head' || field === 'base') return `the ${field} branch is not there or not usable; `
  if (failure.says(/body is too long/i)) return 'the text is longer than 65,536 characters; '
  if (failure.status === 410) return 'the feature is switched off in this repository; '
  return ''
}

function told(code: BumpError['code'], cause: RemoteFailure, ask: Ask, say: string): BumpError {
  return new BumpError(code, `GitHub would not let us ${ask.to} (${ask.repository}): ${say}`, { cause })
}

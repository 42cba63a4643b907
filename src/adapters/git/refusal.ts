import { BumpError, type ErrorCode } from '../../core/errors.ts'

/** A run of git that did not work out. */
export interface Failure {
  /** The subcommand, such as `fetch`. */
  readonly command: string
  /** The remote it worked with; undefined: it worked on this machine alone, so a failure is our bug. */
  readonly url: string | undefined
  readonly need: 'read' | 'write'
  readonly exitCode: number
  readonly stderr: string
}

/** Puts what git or the server said into one of our error codes, with what to do about it. */
export function refusal({ command, url, need, exitCode, stderr }: Failure): BumpError {
  if (url === undefined) return new BumpError('BUG', `git ${command} ended with ${exitCode}.${said(stderr)}`)
  for (const { code, pattern, advice } of REASONS) {
    const match = pattern.exec(stderr)
    if (match === null) continue
    const words = said(code === 'BRANCH_PROTECTED' ? (protectedBy(stderr) ?? stderr) : stderr)
    return new BumpError(code, `${advice({ url, need, detail: match[1] ?? '' })}${words}`)
  }
  return new BumpError('REMOTE_REFUSED', `git ${command} of ${url} failed.${said(stderr)}`)
}

/** The sentence in which a server names the rule that protects a branch, or undefined where it does not. */
export function protectedBy(stderr: string): string | undefined {
  const match = PROTECTED.exec(stderr)
  if (match === null) return undefined
  const lines = tidyLines(stderr).filter((line) => /^(?:remote|error|!)/.test(line))
  return lines.length === 0 ? match[0] : lines.join(' ')
}

/** The last lines that git wrote, on one line, control characters removed, bounded; '' where it was silent. */
export function said(stderr: string): string {
  const text = tidyLines(stderr).slice(-LINES).join(' | ')
  return text === '' ? '' : ` git said: ${text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text}`
}

interface Facts {
  readonly url: string
  readonly need: 'read' | 'write'
  readonly detail: string
}

interface Reason {
  readonly code: ErrorCode
  readonly pattern: RegExp
  readonly advice: (facts: Facts) => string
}

const LINES = 5
const LENGTH = 600
const PROTECTED =
  /GH006|GH013|protected branch hook declined|protected branch|changes must be made through a pull request|cannot update this protected ref|repository rule violations/i

// The first that fits decides: statuses before words, and words of our own git (LC_ALL=C) before those of a server.
const REASONS: readonly Reason[] = [
  {
    code: 'BAD_TOKEN',
    pattern: /could not read (?:Username|Password)|Authentication failed|returned error: 401/,
    advice: ({ url }) =>
      `${url} did not accept the token, or wants one and got none. Check that it is set, not expired, and made for this server.`,
  },
  {
    code: 'BRANCH_PROTECTED',
    pattern: PROTECTED,
    advice: ({ url }) =>
      `A rule of ${url} protects the branch. Let image-bump open a pull request, or allow its actor to pass the rule.`,
  },
  {
    code: 'RATE_LIMITED',
    pattern: /returned error: 429/,
    advice: ({ url }) => `${url} gets too many requests. Run it again later.`,
  },
  {
    code: 'PERMISSION_MISSING',
    pattern: /returned error: 403|Permission to \S+ denied|Write access to repository not granted/,
    advice: ({ url, need }) => `The token may not ${need} ${url}. It needs the permission \`contents: ${need}\` there.`,
  },
  {
    code: 'REPOSITORY_NOT_FOUND',
    pattern: /repository '[^']*' not found|returned error: 404|remote: Repository not found/,
    advice: ({ url, need }) =>
      `There is no repository at ${url}, or the token may not see it: a private one looks the same. ` +
      `Check the name; the token needs the permission \`contents: ${need}\` there.`,
  },
  {
    code: 'REPOSITORY_NOT_FOUND',
    pattern: /returned error: 3\d\d|unable to update url base from redirection/,
    advice: ({ url }) => `${url} answers with a redirect, as a renamed repository does. Write its present URL.`,
  },
  {
    code: 'REMOTE_UNAVAILABLE',
    pattern: /SSL certificate problem|server certificate verification failed|certificate verify|SSL_ERROR|CAfile/i,
    advice: ({ url }) =>
      `The certificate of ${url} could not be checked. Name the certificates of your organisation in GIT_SSL_CAINFO or SSL_CERT_FILE.`,
  },
  {
    code: 'REMOTE_UNAVAILABLE',
    pattern:
      /returned error: (5\d\d)|Could not resolve (?:host|proxy)|Failed to connect|Couldn't connect|Connection (?:refused|reset|timed out)|early EOF|hung up|unexpected disconnect|invalid index-pack output|Empty reply|timed out|RPC failed|Recv failure|Operation too slow|transfer closed|GnuTLS|internal server error|failed to report status|bad band|protocol error/i,
    advice: ({ url, detail }) =>
      `${url} could not be reached or broke off${detail === '' ? '' : ` (status ${detail})`}. Run it again later.`,
  },
]

function tidyLines(stderr: string): readonly string[] {
  return stderr
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim())
    .filter((line) => line !== '' && !line.startsWith('hint:') && !/^remote:$/.test(line))
}

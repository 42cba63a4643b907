/** One thing GitHub said was wrong; REST and GraphQL each fill what they have. Untrusted text, made safe for a log. */
export interface RemoteProblem {
  readonly message: string
  /** GraphQL: `RATE_LIMITED`, `UNPROCESSABLE`, `FORBIDDEN`, … */
  readonly type?: string
  /** REST: `already_exists`, `invalid`, `custom`, …; GraphQL: `extensions.code`. */
  readonly code?: string
  readonly field?: string
  readonly resource?: string
}

/** Response headers that decide something. */
export interface RemoteHeaders {
  /** When it was answered. */
  readonly date?: string
  readonly retryAfter?: string
  readonly remaining?: string
  /** Seconds since 1970. */
  readonly reset?: string
  /** Permissions that would do, e.g. `contents=write; pull_requests=write`. */
  readonly acceptedPermissions?: string
  readonly sso?: string
  readonly location?: string
}

export interface RemoteFailureFacts {
  /** Undefined: no whole answer came (reset, timeout, DNS); the request may or may not have been carried out. */
  readonly status?: number
  readonly headers?: RemoteHeaders
  readonly problems: readonly RemoteProblem[]
}

/** A request that did not do what was asked, as GitHub or the network told it. It never holds the token, so it may be a cause. */
export class RemoteFailure extends Error {
  override readonly name = 'RemoteFailure'
  readonly status: number | undefined
  readonly headers: RemoteHeaders
  readonly problems: readonly RemoteProblem[]

  constructor({ status, headers = {}, problems }: RemoteFailureFacts) {
    super(problems.map(({ message }) => message).join('; '))
    this.status = status
    this.headers = headers
    this.problems = problems
  }

  /** Whether one of GitHub's sentences matches; for telling apart what has no code of its own. */
  says(pattern: RegExp): boolean {
    return this.problems.some(({ message }) => pattern.test(message))
  }

  hasType(...types: readonly string[]): boolean {
    return this.problems.some(({ type }) => type !== undefined && types.includes(type))
  }

  hasCode(...codes: readonly string[]): boolean {
    return this.problems.some(({ code }) => code !== undefined && codes.includes(code))
  }
}

/** What GitHub said behind an error of ours, where it said something. */
export function behind(error: unknown): RemoteFailure | undefined {
  return error instanceof Error && error.cause instanceof RemoteFailure ? error.cause : undefined
}

import { formatPlace, type Place } from './names.ts'

/** Whom an error blames; it decides the exit code. */
export type Blame = 'caller' | 'content' | 'remote' | 'bug'

/**
 * Every error there is, with whom it blames. Tests and callers look at the code, never at words.
 * caller: the call or an input is wrong. content: the GitOps repository is. remote: the other side said no.
 */
export const ERROR_CODES = {
  BAD_CALL: 'caller',
  BAD_INPUT: 'caller',
  BAD_IMAGES: 'caller',
  BAD_IMAGE_REFERENCE: 'caller',
  BAD_TOKEN: 'caller',
  BAD_REVISION: 'caller',
  BAD_WORKTREE: 'caller',
  BAD_POLICY: 'content',
  UNMATCHED: 'content',
  FINDINGS: 'content',
  BASE_NOT_FOUND: 'remote',
  REPOSITORY_NOT_FOUND: 'remote',
  PERMISSION_MISSING: 'remote',
  BRANCH_PROTECTED: 'remote',
  RATE_LIMITED: 'remote',
  REMOTE_UNAVAILABLE: 'remote',
  REMOTE_REFUSED: 'remote',
  RACE_LOST: 'remote',
  NOT_AS_WRITTEN: 'remote',
  BUG: 'bug',
} as const satisfies Readonly<Record<string, Blame>>

export type ErrorCode = keyof typeof ERROR_CODES

/** What a process ends with, by whom its error blames. */
export const EXIT_CODES: Readonly<Record<Blame, number>> = {
  caller: 2,
  content: 3,
  remote: 4,
  bug: 70,
}

/** One thing that is wrong. An error may list several: bad input is told whole, in one go. */
export interface Problem {
  readonly place?: Place
  /** What is wrong and what to do, one sentence or two, no trailing newline. */
  readonly message: string
}

/** The only error class of the project. Its message says what, where and what to do. */
export class BumpError extends Error {
  override readonly name = 'BumpError'
  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, what: string | readonly Problem[], options: { readonly cause?: unknown } = {}) {
    const problems = typeof what === 'string' ? [{ message: what }] : what
    super(problems.map(formatProblem).join('\n'), options)
    this.code = code
    this.problems = problems
  }

  get blame(): Blame {
    return ERROR_CODES[this.code]
  }

  get exitCode(): number {
    return EXIT_CODES[this.blame]
  }
}

/** `path:line:column: message`, as far as the place is known. */
export function formatProblem({ place, message }: Problem): string {
  return place === undefined ? message : `${formatPlace(place)}: ${message}`
}

import type { BranchName, Oid } from '../core/names.ts'
import type { Worn } from '../core/pull-request/state.ts'

/** A pull request as the forge shows it. Title, body, labels and logins are untrusted text. */
export interface PullRequest {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly head: BranchName
  readonly base: BranchName
  /** Tip of the head branch as the pull request sees it; of a closed one, where it stood then. */
  readonly headOid: Oid
  readonly title: string
  readonly body: string
  readonly draft: boolean
  readonly author: string
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  readonly milestone?: string
  readonly autoMerge: boolean
  /** Undefined while the forge has not computed it. */
  readonly mergeable?: boolean
  /** The commit that merging made, of a merged one. */
  readonly mergeCommit?: Oid
  /** ISO 8601, when it was closed or merged. */
  readonly closedAt?: string
  /** Of an open one that was looked up: what was ever put on, by whomever; a kind that cannot be told is absent. */
  readonly everWorn?: EverWorn
}

export type EverWorn = Partial<Pick<Worn, 'labels' | 'reviewers' | 'teamReviewers' | 'assignees'>>

export interface NewPullRequest {
  readonly head: BranchName
  readonly base: BranchName
  readonly title: string
  readonly body: string
  readonly draft: boolean
}

/** What a pull request wears besides its text. Only what is listed is added; nothing is taken away. */
export interface Decoration {
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  readonly milestone?: string
  readonly autoMerge: 'off' | 'squash' | 'merge' | 'rebase'
}

/** A decoration that did not work; `reason` is a sentence that says how to mend it. */
export interface DecorationFailure {
  readonly what: string
  readonly reason: string
}

export interface Decorated {
  /** What was on before by our runs, what was put on now, and what was wanted and on already. */
  readonly worn: Worn
  readonly failures: readonly DecorationFailure[]
  /** What came of wanting auto-merge now. `merged`, `queued`: nothing was left to wait for, so it was merged or queued at once. */
  readonly merge: 'none' | 'armed' | 'queued' | 'merged'
}

/** The service with pull requests. */
export interface Forge {
  /**
   * Every open pull request from one of the heads into `base`, and for each head the last closed and the last merged one,
   * newest first. One request for up to twenty heads. Pull requests from forks are not among them.
   */
  find(heads: readonly BranchName[], base: BranchName): Promise<readonly PullRequest[]>
  /** Opens one; where one is open already for this head and base, returns that, as it is. */
  open(request: NewPullRequest): Promise<PullRequest>
  /** Writes what is given and leaves the rest. */
  update(number: number, text: { readonly title?: string; readonly body?: string }): Promise<PullRequest>
  /** Comments once: a comment that is there already is not made again. */
  say(number: number, comment: string): Promise<void>
  /** Says why, then closes; one that is not open is left alone. */
  close(number: number, comment: string): Promise<void>
  /**
   * Puts on what is missing, each on its own. What is in `already` and no longer on the pull request was removed by a person
   * (or is a reviewer who has answered) and is not put on again.
   * @throws {BumpError} BAD_TOKEN; everything else is a failure in the result
   */
  decorate(pullRequest: PullRequest, decoration: Decoration, already: Worn): Promise<Decorated>
  /** The pull request as it is now, for reading back; at once, `mergeable` undefined where it is not computed yet. */
  read(number: number): Promise<PullRequest>
}

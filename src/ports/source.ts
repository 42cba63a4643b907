/** A commit of the source repository. Every text is untrusted. */
export interface SourceCommit {
  readonly id: string
  /** First line of the message. */
  readonly subject: string
  readonly author: string
  /** Number of the pull request that its subject names, where it does. */
  readonly pullRequest?: number
}

export interface Comparison {
  /** `ahead`: the second is newer; `behind`: an ancestor of the first; `diverged`: neither. */
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged'
  /** Commits of the second that the first has not, newest first; at most 250. */
  readonly commits: readonly SourceCommit[]
  /** How many there are in all. */
  readonly total: number
}

/** The repository that was built. */
export interface Source {
  /** Undefined: unreadable (private, gone, no permission). Never throws for that. */
  compare(repository: string, from: string, to: string): Promise<Comparison | undefined>
}

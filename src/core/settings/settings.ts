import type { ImageReference } from '../image/reference.ts'
import type { Branded, BranchName, RepoPath } from '../names.ts'

/** `owner/name` of a repository on the forge, as its author wrote it. */
export type RepositoryName = Branded<'RepositoryName'>
/** Commit id of the source repository, 7 to 64 lower-case hex digits. */
export type Revision = Branded<'Revision'>
/** Absolute address without credentials, query, fragment or final slash; https, or http on loopback. */
export type ServiceUrl = Branded<'ServiceUrl'>

/** What the inputs and the environment of the run came to. Every value is parsed; nobody checks it again. */
export interface Settings {
  readonly images: readonly ImageReference[]
  /** The GitOps repository. */
  readonly repository: RepositoryName
  /** Secret. */
  readonly token: string
  /** Undefined: the default branch. */
  readonly base: BranchName | undefined
  readonly config: RepoPath
  /** Globs (minimatch); empty: every file. */
  readonly paths: readonly string[]
  readonly dryRun: boolean
  /** The commit that was built, where it is known. */
  readonly revision: Revision | undefined
  /** The repository that was built, where it is known. */
  readonly sourceRepository: RepositoryName | undefined
  /** Secret. */
  readonly sourceToken: string
  readonly author: { readonly name: string; readonly email: string } | undefined
  /** What to do when no policy concerns a built image. */
  readonly unmatched: 'fail' | 'warn'
  /** A lower value is let through. */
  readonly force: boolean
  readonly writer: 'api' | 'git'
  /** The page of this run, for links; undefined outside of a workflow. */
  readonly runUrl: ServiceUrl | undefined
  readonly apiUrl: ServiceUrl
  readonly graphqlUrl: ServiceUrl
  readonly serverUrl: ServiceUrl
}

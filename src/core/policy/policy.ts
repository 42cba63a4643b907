import type { ImageName, Tag } from '../image/reference.ts'
import type { Place, PolicyName } from '../names.ts'
import type { Filter } from './filter.ts'
import type { Range } from './range.ts'
import type { DateFormat } from './date.ts'

/** A rule that says which image a marker follows and which of its tags is newest. */
export interface Policy {
  readonly name: PolicyName
  /** A Flux object without `metadata.namespace`: it answers to every namespace in a marker. */
  readonly anyNamespace: boolean
  /** The image as its author wrote it: `:name` markers get exactly this text. */
  readonly image: ImageName
  /** Globs (minimatch) of the paths in which its markers count; undefined: the whole tree. */
  readonly paths?: readonly string[]
  /** Which tags count and what of them is compared; undefined: every tag, whole. */
  readonly filter?: Filter
  readonly order: Order
  readonly digest: DigestRule
  readonly hold?: Hold
  /** Where it is defined. */
  readonly place: Place
  readonly origin: 'file' | 'flux'
}

/** What makes a tag newer than another. */
export type Order =
  | { readonly kind: 'semver'; readonly range: Range }
  | { readonly kind: 'date'; readonly format: DateFormat }
  | { readonly kind: 'numerical'; readonly direction: Direction }
  | { readonly kind: 'alphabetical'; readonly direction: Direction }
  /** Ancestry of the commit id that the extract yields, asked from the source repository. */
  | { readonly kind: 'commit' }

/** `asc`: the greatest is newest. `desc`: the smallest is. */
export type Direction = 'asc' | 'desc'
export type DigestRule = 'Never' | 'IfNotPresent' | 'Always'

/** Nothing moves past `tag` until the day `until` (`yyyy-mm-dd`, UTC, the first day it is free again). */
export interface Hold {
  readonly tag?: Tag
  readonly until?: string
  readonly reason?: string
}

/** How pull requests are cut and dressed. */
export interface PullRequestSettings {
  readonly group: 'namespace' | 'policy' | 'image' | 'all'
  readonly labels: readonly string[]
  /** Template of the title; undefined: the built-in one. */
  readonly title?: string
  /** What becomes of a set of values whose pull request a person closed. */
  readonly onClosed: 'respect' | 'reopen'
  /** First match wins. */
  readonly rules: readonly PullRequestRule[]
}

export interface PullRequestRule {
  /** minimatch over policy names. */
  readonly match: string
  readonly deliver: 'pull-request' | 'commit'
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  readonly milestone?: string
  readonly draft: boolean
  readonly autoMerge: 'off' | 'squash' | 'merge' | 'rebase'
}

/** The whole policy file. `policies` keeps the order of the file. */
export interface PolicyFile {
  readonly policies: readonly Policy[]
  readonly pullRequests: PullRequestSettings
  /** Globs (minimatch) of the files in which markers count beside YAML. */
  readonly files: readonly string[]
  /** Also read Flux objects of the tree. */
  readonly flux: boolean
}

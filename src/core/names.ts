/** Strings that people mix up, each with a brand of its own, and the place of a thing in a file. */

declare const brand: unique symbol
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Path inside the GitOps repository: relative to its root, `/`-separated, no `.` or `..` segment. */
export type RepoPath = Branded<'RepoPath'>
/** Full object id of git, lower-case hex: 40 digits (SHA-1) or 64 (SHA-256). */
export type Oid = Branded<'Oid'>
/** Name of a branch without `refs/heads/`. */
export type BranchName = Branded<'BranchName'>
/** `namespace:name`, as markers spell it. */
export type PolicyName = Branded<'PolicyName'>

/** Where something stands. Lines and columns are 1-based; columns count UTF-16 code units. */
export interface Place {
  readonly path: RepoPath
  readonly line?: number
  readonly column?: number
}

/** `path:line:column`, as far as it is known. */
export function formatPlace({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(':')
}

/** For the end of a `switch` over a union: the compiler proves that nothing arrives here. */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable: ${JSON.stringify(value)}`)
}

import { Minimatch } from 'minimatch'
import { mayHoldMarkers } from '../git/repo-path.ts'
import type { RepoPath } from '../names.ts'

// A leading `!` or `#` is part of a name here; hidden folders hold manifests like any other.
const OPTIONS = { dot: true, nonegate: true, nocomment: true } as const
const MAGIC = /[*?[\]{}()!+@]/

const compiled = new Map<string, (path: string) => boolean>()

/**
 * Whether a path is in the scope of some globs (minimatch). No globs at all mean the whole tree.
 * A glob without wildcards also names everything below it, so `clusters/prod` means `clusters/prod/**` too.
 */
export function inScope(globs: readonly string[] | undefined, path: RepoPath): boolean {
  return globs === undefined || globs.some((glob) => matcher(glob)(path))
}

/** Whether a file is searched for markers: YAML always, other files where one of the globs of the policy file names them. */
export function isSearched(path: RepoPath, globs: readonly string[] = []): boolean {
  return mayHoldMarkers(path) || inScope(globs, path)
}

/** Whether a glob of a rule matches the name of a policy. */
export function matchesName(glob: string, name: string): boolean {
  return matcher(glob)(name)
}

function matcher(glob: string): (path: string) => boolean {
  const known = compiled.get(glob)
  if (known !== undefined) return known
  const plain = glob.replace(/^\.\//, '').replace(/\/+$/, '')
  const matches = MAGIC.test(plain) ? magicMatcher(plain) : (path: string) => path === plain || isBelow(path, plain)
  compiled.set(glob, matches)
  return matches
}

function magicMatcher(glob: string): (path: string) => boolean {
  // What nearly every glob is: minimatch need not even be loaded for it.
  const folder = ALL_BELOW.exec(glob)?.[1]
  if (folder !== undefined) return (path) => isBelow(path, folder)
  const exact = new Minimatch(glob, OPTIONS)
  return (path) => exact.match(path)
}

const ALL_BELOW = /^((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)\/\*\*$/

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

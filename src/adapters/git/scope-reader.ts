import type { Oid, RepoPath } from '../../core/names.ts'
import { fixedPrefix } from '../../core/policy/fixed-prefix.ts'
import { inScope, isSearched } from '../../core/policy/scope.ts'
import type { FileEntry, Repository } from '../../ports/repository.ts'
import { differences, listFiles, type Difference } from './listing.ts'
import type { Remote } from './remote.ts'

/** What each of some commits changes. */
export type Changes = ReadonlyMap<Oid, readonly Difference[]>

/** What is in the scope, and what differs, from trees and the policy file alone. */
export interface ScopeReader {
  /** Searched files that differ between a commit and each of others. */
  readonly changes: (commit: Oid, others: readonly Oid[], globs: readonly string[]) => Promise<Changes>
  /** The scope that the policy file of a commit names; undefined: the whole tree. */
  readonly read: (commit: Oid, changes: Changes) => Promise<readonly string[] | undefined>
  /** Files of a commit that are searched and in the scope; of more than `most` not all. */
  readonly list: (
    commit: Oid,
    scope: readonly string[],
    globs: readonly string[],
    most: number,
  ) => Promise<readonly FileEntry[]>
}

/** What the policy file calls for. */
export interface ScopeRule {
  /** The policy file. */
  readonly config: RepoPath
  /**
   * Globs of the files that can matter by what the policy file says; undefined: any file can.
   * `changed` are the paths that differ between base and branches of ours.
   */
  readonly scopeOf: (policyFile: Uint8Array, changed: readonly RepoPath[]) => readonly string[] | undefined
}

type ScopeNeeds = ScopeRule & Pick<Repository, 'readBlobs'> & { readonly remote: Remote }

export function scopeReader({ remote: { contents, gitDir }, readBlobs, config, scopeOf }: ScopeNeeds): ScopeReader {
  const scopes = new Map<string, readonly string[] | undefined>()
  const lists = new Map<string, Promise<readonly FileEntry[]>>()
  const treeOf = async (commit: Oid): Promise<Oid> => (await contents.commit(commit)).tree

  const list: ScopeReader['list'] = async (commit, scope, globs, most) => {
    const folders = [...new Set(scope.map(fixedPrefix))]
    if (folders.length === 0) return []
    const below = folders.filter((folder): folder is RepoPath => folder !== '')
    const isWanted = (path: RepoPath): boolean => isSearched(path, globs) && inScope(scope, path)
    return await listFiles(gitDir, await treeOf(commit), below.length < folders.length ? [] : below, { isWanted, most })
  }
  return {
    async read(commit, changes) {
      const entry = await contents.entry(commit, config)
      if (entry === undefined) return undefined
      const changed = [...new Set([...changes.values()].flatMap((all) => all.map(({ path }) => path)))]
      const key = JSON.stringify([entry.oid, changed])
      if (!scopes.has(key)) {
        const [bytes] = await readBlobs([entry.oid])
        scopes.set(key, bytes === undefined ? undefined : scopeOf(bytes, changed))
      }
      return scopes.get(key)
    },
    async list(commit, scope, globs, most) {
      const key = JSON.stringify([commit, scope, globs, most])
      const known = lists.get(key) ?? list(commit, scope, globs, most)
      lists.set(key, known)
      return await known
    },
    async changes(commit, others, globs) {
      const trees = await Promise.all(others.map(treeOf))
      const found = await differences(gitDir, await treeOf(commit), trees, (path) => isSearched(path, globs))
      return new Map(others.map((other, index) => [other, found.get(trees[index] ?? other) ?? []]))
    },
  }
}

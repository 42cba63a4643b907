import { BumpError } from '../../core/errors.ts'
import type { Oid, RepoPath } from '../../core/names.ts'
import { fixedPrefix } from '../../core/policy/fixed-prefix.ts'
import { inScope, isSearched } from '../../core/policy/scope.ts'
import type { FileEntry, Repository } from '../../ports/repository.ts'
import { openBlobs } from './blobs.ts'
import { candidatesByCommit } from './candidates.ts'
import { differences, listFiles, type Difference } from './listing.ts'
import { objectId } from './objects.ts'
import { partialTips, type PartialTips } from './partial.ts'
import { connect, type Remote, type RemoteOptions } from './remote.ts'
import { reading, type RemoteRepository } from './repository.ts'

export interface ScopedOptions extends RemoteOptions {
  /** The policy file. */
  readonly config: RepoPath
  /**
   * Globs of the files that can matter by what the policy file says; undefined: any file can.
   * `changed` are the paths that differ between base and branches of ours.
   */
  readonly scopeOf: (policyFile: Uint8Array, changed: readonly RepoPath[]) => readonly string[] | undefined
  /** Globs of the files that will probably be in the scope: where they are few, they come with the policy file. */
  readonly likely?: readonly string[]
  /** Told, once, when the server does not play along. */
  readonly note: (text: string) => void
}

/**
 * Opens a remote repository of which only the part that matters is fetched: commits and trees first, then the policy file,
 * then in one request every file in the scope it names. A search finds what stands in the scope, and what a branch
 * of ours changed anywhere. Where the scope is the whole tree, or the server cannot leave out, everything is fetched.
 * @throws {BumpError} BAD_INPUT, BAD_TOKEN, BAD_CALL (no git)
 */
export async function openScoped(options: ScopedOptions): Promise<RemoteRepository> {
  const remote = await connect(options)
  const tips = partialTips(remote, options.note)
  return { remote, isWhole: tips.areWhole, close: remote.close, ...readingScope(remote, tips, options) }
}

// To ask for each of so many by its id costs more than to get all.
const WANTED_LIMIT = 25_000
// A request of its own costs about as long as so many files that turn out not to be needed.
const LIKELY_LIMIT = 1_000

function readingScope(remote: Remote, tips: PartialTips, options: ScopedOptions): Repository {
  const { contents } = remote
  const blobs = openBlobs(remote)
  const all = reading(remote, tips.fetch)
  const seen = new Set<Oid>()
  let base: Oid | undefined
  let heads: readonly Oid[] = []

  let isFirst = true
  const withLikely = async (oids: readonly Oid[]): Promise<readonly Oid[]> => {
    if (!isFirst || base === undefined || options.likely === undefined) return oids
    isFirst = false
    const files = await scopes.list(base, options.likely, [])
    return files.length > LIKELY_LIMIT ? oids : [...oids, ...files.map(({ oid }) => oid)]
  }
  const getBlobs = async (oids: readonly Oid[]): Promise<void> => {
    try {
      await blobs.get(await withLikely(oids))
    } catch (error) {
      if (!(error instanceof BumpError) || error.code !== 'REMOTE_REFUSED') throw error
      options.note(`${remote.access.url} does not hand out single files, so everything is fetched.`)
      await tips.getAll([...seen])
    }
  }
  const readBlobs = async (oids: readonly Oid[]): Promise<readonly Uint8Array[]> => {
    if (!tips.areWhole()) await getBlobs(oids)
    return tips.areWhole() ? await all.readBlobs(oids) : await blobs.read(oids)
  }
  const scopes = scopeReader({ remote, readBlobs, ...options })

  return {
    ...all,
    readBlobs,
    async fetch(branch, headPrefix) {
      const found = await all.fetch(branch, headPrefix)
      base = found.get(branch)
      heads = [...found].flatMap(([name, tip]) => (name === branch ? [] : [tip]))
      for (const tip of found.values()) seen.add(tip)
      return found
    },
    async commitsAhead(from, head) {
      const commits = await all.commitsAhead(from, head)
      for (const { oid } of commits) seen.add(oid)
      return commits
    },
    async treeWith(commit, files) {
      const made = await contents.treeWith(
        commit,
        files.map(({ entry: { path }, bytes }) => ({ path, bytes })),
      )
      blobs.keep(made.objects.map((object) => ({ ...object, oid: objectId(object, commit) })))
      return made.tree
    },
    async search(commit, texts, globs = []) {
      seen.add(commit)
      if (tips.areWhole() || base === undefined) return await all.search(commit, texts, globs)
      const others = [...heads, commit].filter((oid) => oid !== base)
      const changes = await scopes.changes(base, others, globs)
      const scope = await scopes.read(base, changes)
      const inBase = scope === undefined ? undefined : await scopes.list(base, scope, globs)
      if (scope !== undefined && inBase !== undefined && inBase.length <= WANTED_LIMIT) {
        const candidates = candidatesByCommit({ base, inBase, scope, changes })
        await getBlobs([...candidates.values()].flat().map(({ oid }) => oid))
        const mine = candidates.get(commit) ?? []
        if (!tips.areWhole()) return await blobs.holding(mine, texts)
      } else if (!tips.areWhole()) await tips.getAll([...seen])
      return await all.search(commit, texts, globs)
    },
  }
}

type Changes = ReadonlyMap<Oid, readonly Difference[]>

interface ScopeReader {
  /** Searched files that differ between a commit and each of others. */
  readonly changes: (commit: Oid, others: readonly Oid[], globs: readonly string[]) => Promise<Changes>
  /** The scope that the policy file of a commit names; undefined: the whole tree. */
  readonly read: (commit: Oid, changes: Changes) => Promise<readonly string[] | undefined>
  /** Files of a commit that are searched and in the scope. */
  readonly list: (commit: Oid, scope: readonly string[], globs: readonly string[]) => Promise<readonly FileEntry[]>
}

type ScopeNeeds = Pick<ScopedOptions, 'config' | 'scopeOf'> &
  Pick<Repository, 'readBlobs'> & { readonly remote: Remote }

function scopeReader({ remote: { contents, gitDir }, readBlobs, config, scopeOf }: ScopeNeeds): ScopeReader {
  const scopes = new Map<string, readonly string[] | undefined>()
  const lists = new Map<string, Promise<readonly FileEntry[]>>()
  const treeOf = async (commit: Oid): Promise<Oid> => (await contents.commit(commit)).tree

  const list: ScopeReader['list'] = async (commit, scope, globs) => {
    const folders = [...new Set(scope.map(fixedPrefix))]
    if (folders.length === 0) return []
    const below = folders.filter((folder): folder is RepoPath => folder !== '')
    const files = await listFiles(gitDir, await treeOf(commit), below.length < folders.length ? [] : below)
    return files.filter(({ path }) => isSearched(path, globs) && inScope(scope, path))
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
    async list(commit, scope, globs) {
      const key = JSON.stringify([commit, scope, globs])
      const known = lists.get(key) ?? list(commit, scope, globs)
      lists.set(key, known)
      return await known
    },
    async changes(commit, others, globs) {
      const trees = await Promise.all(others.map(treeOf))
      const found = await differences(gitDir, await treeOf(commit), trees)
      return new Map(
        others.map((other, index) => {
          const differing = found.get(trees[index] ?? other) ?? []
          return [other, differing.filter(({ path }) => isSearched(path, globs))]
        }),
      )
    },
  }
}

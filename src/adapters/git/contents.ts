import { BumpError } from '../../core/errors.ts'
import { quote } from '../../core/image/reference.ts'
import type { Oid, RepoPath } from '../../core/names.ts'
import type { CommitFacts, FileEntry } from '../../ports/repository.ts'
import type { FoundFile } from '../../ports/tree.ts'
import { grepMentions, grepPaths } from './grep.ts'
import { listPaths, tidyMode } from './listing.ts'
import { openObjectReader, readTogether } from './object-reader.ts'
import { objectId, parseCommit, type GitObject } from './objects.ts'
import { bytesOf, FOLDER, isFile, openTrees, type Trees } from './trees.ts'

/** Blobs and trees that are new, and the id of the tree on top of them. */
export interface NewTree {
  readonly tree: Oid
  readonly objects: readonly GitObject[]
}

/** What is inside the commits of one git directory. Reads only. */
export interface Contents {
  readonly search: (commit: Oid, texts: readonly string[], globs?: readonly string[]) => Promise<readonly FileEntry[]>
  /** The same files, and what each mentions: no blob is read for it again. */
  readonly mentions: (commit: Oid, texts: readonly string[], globs?: readonly string[]) => Promise<readonly FoundFile[]>
  readonly entry: (commit: Oid, path: RepoPath) => Promise<FileEntry | undefined>
  /** Of many paths, in their order; without those that are not there. */
  readonly entries: (commit: Oid, paths: readonly RepoPath[]) => Promise<readonly FileEntry[]>
  readonly readBlobs: (oids: readonly Oid[]) => Promise<readonly Uint8Array[]>
  readonly commit: (oid: Oid) => Promise<CommitFacts>
  /** The commit a revision stands for, or undefined. */
  readonly resolve: (revision: string) => Promise<Oid | undefined>
  /** Computes the tree of a commit with other bytes in some of its files. Nothing is written. */
  readonly treeWith: (
    commit: Oid,
    files: readonly { readonly path: RepoPath; readonly bytes: Uint8Array }[],
  ) => Promise<NewTree>
  readonly close: () => Promise<void>
}

export function openContents(gitDir: string): Contents {
  const reader = openObjectReader(gitDir)
  const { object, tree } = openTrees(reader)
  const readBlobs = async (oids: readonly Oid[]): Promise<readonly Buffer[]> => {
    if (oids.length < FEW_BLOBS) return await Promise.all(oids.map(async (oid) => await object(oid, 'blob')))
    const together = readTogether(gitDir, oids)
    if (together !== undefined) return oids.map((oid, index) => bytesOf(together[index], oid, 'blob'))
    const middle = oids.length >> 1
    return [...(await readBlobs(oids.slice(0, middle))), ...(await readBlobs(oids.slice(middle)))]
  }
  const commit = async (oid: Oid): Promise<CommitFacts> => parseCommit(oid, await object(oid, 'commit'))
  const entry = async (root: Oid, path: RepoPath): Promise<FileEntry | undefined> => {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    let folder = await tree(root)
    for (const part of parts) {
      const next = folder.entries.get(part)
      if (next?.mode !== FOLDER) return undefined
      folder = await tree(next.oid)
    }
    const found = folder.entries.get(name)
    return found !== undefined && isFile(found.mode) ? { path, oid: found.oid, mode: tidyMode(found.mode) } : undefined
  }
  const entries = async (commitOid: Oid, paths: readonly RepoPath[]): Promise<readonly FileEntry[]> => {
    const root = (await commit(commitOid)).tree
    const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))
    if (folders.size > MOST_WALKED) return await listPaths(gitDir, root, paths)
    const found = await Promise.all(paths.map(async (path) => await entry(root, path)))
    return found.filter((file) => file !== undefined)
  }

  return {
    async search(oid, texts, globs = []) {
      // The process that will read trees starts while the other one searches.
      const [paths] = await Promise.all([grepPaths({ gitDir, commit: oid, texts, globs }), commit(oid)])
      return await entries(oid, paths)
    },
    mentions: async (oid, texts, globs = []) => await grepMentions({ gitDir, commit: oid, texts, globs }),
    entries,
    entry: async (commitOid, path) => await entry((await commit(commitOid)).tree, path),
    readBlobs,
    commit,
    async resolve(revision) {
      const found = /\p{Cc}/u.test(revision) ? undefined : await reader.read(`${revision}^{commit}`)
      return found?.type === 'commit' ? (found.oid as Oid) : undefined
    },
    async treeWith(commitOid, files) {
      const root = (await commit(commitOid)).tree
      if (files.length === 0) return { tree: root, objects: [] }
      const made: GitObject[] = []
      const at = files.map(({ path, bytes }) => ({ path, rest: path.split('/'), bytes }))
      return { tree: await rebuild(tree, root, at, made), objects: made }
    },
    close: async () => await reader.close(),
  }
}

interface FileAt {
  readonly path: RepoPath
  /** What is left of the path below the folder at hand. */
  readonly rest: readonly string[]
  readonly bytes: Uint8Array
}

// Past so many folders git lists the whole tree sooner than we read theirs one by one.
const MOST_WALKED = 500
// Below, another process costs more than it saves. Above, the fewer the better: each begins anew with the deltas of a pack.
const FEW_BLOBS = 300

/** The tree with other bytes in some of its files; what is new comes into `made`. */
async function rebuild(tree: Trees['tree'], oid: Oid, files: readonly FileAt[], made: GitObject[]): Promise<Oid> {
  const { bytes, entries } = await tree(oid)
  const changed = Buffer.from(bytes)
  for (const [name, below] of groupByFirst(files)) {
    const old = entries.get(name)
    const [only] = below
    const replaced = only !== undefined && only.rest.length === 0 ? isFile(old?.mode) : old?.mode === FOLDER
    if (old === undefined || only === undefined || !replaced)
      throw new BumpError('BUG', `There is no file ${quote(only?.path ?? name)} whose bytes could be replaced.`)
    const child = only.rest.length === 0 ? keep(made, blob(only.bytes), oid) : await rebuild(tree, old.oid, below, made)
    // The ids alone change: names, order and modes stay as they are, odd ones too.
    changed.write(child, old.oidAt, 'hex')
  }
  return keep(made, { type: 'tree', bytes: changed }, oid)
}

function groupByFirst(files: readonly FileAt[]): ReadonlyMap<string, readonly FileAt[]> {
  const groups = new Map<string, FileAt[]>()
  for (const { path, rest, bytes } of files) {
    const [first = '', ...below] = rest
    groups.set(first, [...(groups.get(first) ?? []), { path, rest: below, bytes }])
  }
  return groups
}

function blob(bytes: Uint8Array): GitObject {
  return { type: 'blob', bytes: Buffer.from(bytes) }
}

function keep(made: GitObject[], object: GitObject, like: Oid): Oid {
  made.push(object)
  return objectId(object, like)
}

import { createHash } from 'node:crypto'
import { compareBytes } from '../../../core/compare.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { FolderEntry } from './places.ts'

/** A file that holds another blob than before. */
export interface Replaced {
  readonly path: RepoPath
  readonly oid: Oid
}

/** Entries of a folder of the tree that is changed; `''` is the root. Undefined: they are not known. */
export type ReadFolder = (path: string) => Promise<readonly FolderEntry[] | undefined>

/**
 * The id of a tree with other blobs in some of its files; undefined where it cannot be told: a folder above them is not
 * known, or is not what its own id says, or holds something unusual that a server might write down otherwise.
 */
export async function treeWith(
  root: Oid,
  files: readonly Replaced[],
  readFolder: ReadFolder,
): Promise<Oid | undefined> {
  return await rebuild(
    root,
    '',
    files.map(({ path, oid }) => ({ rest: path.split('/'), oid })),
    readFolder,
  )
}

/** All folders above some files, the root among them. */
export function foldersAbove(paths: readonly RepoPath[]): readonly string[] {
  const folders = new Set<string>([''])
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.add(path.slice(0, end))
  return [...folders]
}

/** How many entries at least the fullest of some folders has, by the paths that are known. */
export function mostEntries(folders: readonly string[], known: readonly RepoPath[]): number {
  const names = new Map(folders.map((folder) => [folder, new Set<string>()]))
  for (const path of known)
    for (let end = path.length, cut = path.lastIndexOf('/'); end > 0; end = cut, cut = path.lastIndexOf('/', end - 1))
      names.get(path.slice(0, Math.max(cut, 0)))?.add(path.slice(cut + 1, end))
  return Math.max(0, ...[...names.values()].map(({ size }) => size))
}

interface FileBelow {
  /** What is left of the path below the folder at hand. */
  readonly rest: readonly string[]
  readonly oid: Oid
}

const FOLDER = 0o40000
const FILES = new Set([0o100644, 0o100755])
const USUAL = new Set([FOLDER, ...FILES, 0o120000, 0o160000])

async function rebuild(
  oid: Oid,
  folder: string,
  files: readonly FileBelow[],
  readFolder: ReadFolder,
): Promise<Oid | undefined> {
  const entries = await readFolder(folder)
  if (entries === undefined || treeId(entries, oid) !== oid) return undefined
  if (!entries.every(({ mode }) => USUAL.has(mode))) return undefined
  const below = Map.groupBy(files, ({ rest }) => rest[0] ?? '')
  const changed = await Promise.all(
    entries.map(async (entry): Promise<FolderEntry | undefined> => {
      const inside = below.get(entry.name)
      const [only] = inside ?? []
      if (inside === undefined || only === undefined) return entry
      below.delete(entry.name)
      if (only.rest.length === 1) return FILES.has(entry.mode) ? { ...entry, oid: only.oid } : undefined
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const deeper = inside.map(({ rest, oid: blob }) => ({ rest: rest.slice(1), oid: blob }))
      const tree = entry.mode === FOLDER ? await rebuild(entry.oid as Oid, path, deeper, readFolder) : undefined
      return tree === undefined ? undefined : { ...entry, oid: tree }
    }),
  )
  // What is left stands nowhere yet.
  if (below.size > 0 || changed.some((entry) => entry === undefined)) return undefined
  return treeId(changed as readonly FolderEntry[], oid)
}

/** The id that git gives a tree; `like` says with which hash. @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function treeId(entries: readonly FolderEntry[], like: Oid): Oid {
  // Git sorts a folder as if its name ended in a slash.
  const key = ({ name, mode }: FolderEntry): string => (mode === FOLDER ? `${name}/` : name)
  const rows = [...entries]
    .sort((a, b) => compareBytes(key(a), key(b)))
    .flatMap(({ name, mode, oid }) => [Buffer.from(`${mode.toString(8)} ${name}\0`), Buffer.from(oid, 'hex')])
  const bytes = Buffer.concat(rows)
  const algorithm = like.length === 64 ? 'sha256' : 'sha1'
  return createHash(algorithm).update(`tree ${bytes.length}\0`).update(bytes).digest('hex') as Oid
}

import { BumpError } from '../../core/errors.ts'
import type { Oid } from '../../core/names.ts'
import type { ObjectReader } from './object-reader.ts'
import { parseTree, type GitObject, type TreeEntry } from './objects.ts'

export interface Tree {
  readonly bytes: Buffer
  readonly entries: ReadonlyMap<string, TreeEntry>
}

/** The objects of a repository, which must be there. */
export interface Trees {
  readonly object: (oid: Oid, type: GitObject['type']) => Promise<Buffer>
  /** Read once, however many ask. */
  readonly tree: (oid: Oid) => Promise<Tree>
}

export const FOLDER = '40000'

export function isFile(mode: string | undefined): boolean {
  return mode !== undefined && /^100[0-7]{3}$/.test(mode)
}

export function openTrees(reader: ObjectReader): Trees {
  const trees = new Map<Oid, Promise<Tree>>()
  const object: Trees['object'] = async (oid, type) => bytesOf(await reader.read(oid), oid, type)
  const read = async (oid: Oid): Promise<Tree> => {
    const bytes = await object(oid, 'tree')
    const entries = parseTree(bytes, oid).flatMap((entry) =>
      entry.name === undefined ? [] : [[entry.name, entry] as const],
    )
    return { bytes, entries: new Map(entries) }
  }
  return {
    object,
    // The promise is kept, not what comes of it: a thousand paths ask for the root at once, and it is read once.
    tree: async (oid) => {
      const known = trees.get(oid) ?? read(oid)
      trees.set(oid, known)
      known.catch(() => trees.delete(oid)) // asked again, it may be there
      return await known
    },
  }
}

/** @throws {BumpError} REMOTE_REFUSED where the object is not there, or is another one */
export function bytesOf(found: GitObject | undefined, oid: Oid, type: GitObject['type']): Buffer {
  if (found?.type === type) return found.bytes
  throw new BumpError('REMOTE_REFUSED', `The ${type} ${oid} is missing in the repository.`)
}

import { BumpError } from '../../../core/errors.ts'
import { mentionsWith, type Mentions } from '../../../core/marker/mentions.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { IndexedFile, MarkerIndex } from '../../../core/plan/marker-index.ts'
import { isSearched } from '../../../core/policy/scope.ts'
import type { Blobs } from '../blobs.ts'
import { differences, type Difference } from '../listing.ts'

/** The files of a commit that the screen of an index lets through. */
export interface Marked {
  readonly files: ReadonlyMap<RepoPath, IndexedFile>
  /** How many searched files differ from the tree that the index was made of. */
  readonly distance: number
}

/** Marked files by an index and by trees alone: of what the index knows, nothing is read. */
export interface IndexedFiles {
  /**
   * The marked files of some trees, each known by how it differs from the first, and the first from the index; what differs
   * is read, of all of them in one request.
   * @param alsoWanted blobs that are got along with that
   * @throws where so much differs that it is quicker to receive everything
   */
  find(base: Oid, others: readonly Oid[], alsoWanted: readonly Oid[]): Promise<ReadonlyMap<Oid, Marked>>
}

// To look at more files than these takes longer than to receive everything, and so does the index that is made of it.
const MOST_DIFFERING = 2_000

export function indexedFiles(gitDir: string, blobs: Blobs, index: MarkerIndex): IndexedFiles {
  /** What each blob matters to; undefined: the screen does not let it through. */
  const judged = new Map<Oid, Mentions | undefined>(index.files.map(({ oid, mentions }) => [oid, mentions]))
  const known = new Map<Oid, Marked>([
    [index.tree, { files: new Map(index.files.map((file) => [file.path, file])), distance: 0 }],
  ])

  const isWanted = (path: RepoPath): boolean => isSearched(path, index.globs)
  const judge = async (changes: readonly Difference[], alsoWanted: readonly Oid[]): Promise<void> => {
    const fresh = changes.flatMap(({ after }) => (after === undefined || judged.has(after.oid) ? [] : [after.oid]))
    if (fresh.length > MOST_DIFFERING) throw new BumpError('REMOTE_REFUSED', `${fresh.length} files differ`)
    const unknown = [...new Set(fresh)]
    await blobs.get([...unknown, ...alsoWanted])
    const read = await blobs.read(unknown)
    read.forEach((bytes, at) => judged.set(unknown[at] as Oid, mentionsWith(index.texts, bytes)))
  }
  const apply = (from: Marked, changes: readonly Difference[]): Marked => {
    const files = new Map(from.files)
    for (const { path, after } of changes) {
      files.delete(path)
      const mentions = after === undefined ? undefined : judged.get(after.oid)
      if (after !== undefined && mentions !== undefined) files.set(path, { ...after, mentions })
    }
    return { files, distance: from.distance + changes.length }
  }

  return {
    async find(base, others, alsoWanted) {
      const here = known.has(base) ? [] : await differences(gitDir, index.tree, [base], isWanted)
      const lacking = others.filter((tree) => tree !== base && !known.has(tree))
      const there = await differences(gitDir, base, lacking, isWanted)
      const toBase = [...here].flatMap(([, changes]) => changes)
      await judge([...toBase, ...[...there.values()].flat()], alsoWanted)
      const atBase = known.get(base) ?? apply(known.get(index.tree) as Marked, toBase)
      known.set(base, atBase)
      for (const tree of lacking) known.set(tree, apply(atBase, there.get(tree) ?? []))
      return known
    },
  }
}

import { BumpError } from '../../../core/errors.ts'
import type { Oid } from '../../../core/names.ts'
import type { IndexedFile } from '../../../core/plan/marker-index.ts'
import type { Contents } from '../contents.ts'

/** Where an index says that blobs stand: whoever may write refs must slip no other file into a pull request by it. */
export interface Homes {
  readonly said: (commit: Oid, files: readonly IndexedFile[]) => void
  /** Looks in the trees, once, for what was said of blobs that are about to be read. @throws where it is not so */
  readonly prove: (blobs: readonly Oid[]) => Promise<void>
}

export function openHomes({ entry }: Pick<Contents, 'entry'>): Homes {
  const byCommit = new Map<Oid, Map<Oid, IndexedFile[]>>()
  return {
    said(commit, files) {
      byCommit.set(
        commit,
        Map.groupBy(files, ({ oid }) => oid),
      )
    },
    async prove(blobs) {
      for (const [commit, standing] of byCommit)
        for (const { path, oid, mode } of blobs.flatMap((blob) => standing.get(blob) ?? [])) {
          const there = await entry(commit, path)
          if (there?.oid !== oid || there.mode !== mode)
            throw new BumpError('REMOTE_REFUSED', `the index is wrong about ${JSON.stringify(path)}`)
          standing.delete(oid)
        }
    },
  }
}

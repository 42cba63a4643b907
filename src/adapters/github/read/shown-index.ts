import type { Parsed } from '../../../core/image/reference.ts'
import type { Oid } from '../../../core/names.ts'
import { INDEX_CONTENTS, indexParts, NO_INDEX, readIndex } from '../../../core/plan/keepsake.ts'
import type { MarkerIndex } from '../../../core/plan/marker-index.ts'
import type { Blobs } from './blobs.ts'
import type { ShownIndex } from './opening.ts'

/** Reads the index and keeps the contents that come with it. */
export function readShown(shown: ShownIndex | undefined, blobs: Blobs): Parsed<MarkerIndex> {
  if (shown === undefined) return { ok: false, reason: NO_INDEX }
  const parts = indexParts((path) => shown.files.has(path)).map((path) => {
    const part = shown.files.get(path)
    return part?.isTruncated === true ? '' : (part?.text ?? '')
  })
  const read = readIndex(parts)
  if (read.ok) for (const { oid, object } of shown.folders.get(INDEX_CONTENTS) ?? []) blobs.keep(oid as Oid, object)
  return read
}

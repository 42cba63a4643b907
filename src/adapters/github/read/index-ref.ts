import type { Parsed } from '../../../core/image/reference.ts'
import type { Oid } from '../../../core/names.ts'
import { formatIndex, MOST_CARRIED, parseIndex, type MarkerIndex } from '../../../core/plan/marker-index.ts'
import type { Keepsake } from '../../../ports/shortcut.ts'
import type { Blobs } from './blobs.ts'
import type { ShownIndex } from './opening.ts'

/**
 * Where the index is kept: a commit without parents, outside of the branches and tags that people see. Beside the list its
 * tree holds the files with Flux objects, because without them nobody knows which of the others matter.
 */
export const INDEX_REF = 'refs/image-bump/index'

const PART = 'index.'
const CONTENTS = 'flux'
const MOST_CONTENTS = { files: 300, bytes: 512 * 1024 }

/** Reads the index and keeps the contents that come with it. */
export function readIndex(shown: ShownIndex | undefined, blobs: Blobs): Parsed<MarkerIndex> {
  if (shown === undefined) return { ok: false, reason: 'there is no index of marked files yet' }
  const parts: string[] = []
  for (let part = shown.files.get(`${PART}0`); part !== undefined; part = shown.files.get(`${PART}${parts.length}`))
    parts.push(part.isTruncated === true ? '' : (part.text ?? ''))
  const parsed = parseIndex(parts)
  if (!parsed.ok) return { ok: false, reason: `the index of marked files is unusable: ${parsed.reason}` }
  if (parsed.value.carried >= MOST_CARRIED)
    return { ok: false, reason: 'the index of marked files is due to be made anew' }
  for (const { oid, object } of shown.folders.get(CONTENTS) ?? []) blobs.keep(oid as Oid, object)
  return parsed
}

/**
 * The index as it is to be kept; undefined: there are too many marked files.
 * @param expected where the ref stands
 * @param contents of the files with Flux objects, as far as they are at hand
 */
export function indexKeepsake(
  index: MarkerIndex,
  expected: Oid | undefined,
  contents: readonly Uint8Array[],
): Keepsake | undefined {
  const parts = formatIndex(index)
  if (parts === undefined) return undefined
  let bytes = 0
  const few = contents.slice(0, MOST_CONTENTS.files).filter(({ length }) => (bytes += length) <= MOST_CONTENTS.bytes)
  return {
    ref: INDEX_REF,
    expected,
    message: `image-bump: marked files of ${index.commit}\n`,
    files: new Map([
      ...parts.map((part, at) => [`${PART}${at}`, Buffer.from(part)] as const),
      ...few.map((content, at) => [`${CONTENTS}/${at}`, content] as const),
    ]),
  }
}

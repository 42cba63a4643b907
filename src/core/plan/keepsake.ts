import type { Parsed } from '../image/reference.ts'
import type { Oid } from '../names.ts'
import { formatIndex, MOST_CARRIED, parseIndex, type MarkerIndex } from './marker-index.ts'

/** A few small files that are to stand under a ref of ours, for those who come later. */
export interface Keepsake {
  /** Full name. */
  readonly ref: string
  /** Where the ref must stand; undefined: nowhere. */
  readonly expected: Oid | undefined
  readonly message: string
  /** By path; one folder deep at most. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Where the index is kept: a commit without parents, outside of the branches and tags that people see. Beside the list its
 * tree holds the files with Flux objects, because without them nobody knows which of the others matter.
 */
export const INDEX_REF = 'refs/image-bump/index'

/** The folder of the files with Flux objects. */
export const INDEX_CONTENTS = 'flux'
export const NO_INDEX = 'there is no index of marked files'

const PART = 'index.'
const MOST_CONTENTS = { files: 300, bytes: 512 * 1024 }

/** The path of each part of an index that is there, as far as they follow one another. */
export function indexParts(isThere: (path: string) => boolean): readonly string[] {
  const parts: string[] = []
  while (isThere(`${PART}${parts.length}`)) parts.push(`${PART}${parts.length}`)
  return parts
}

/** Reads an index from the texts of its parts. */
export function readIndex(parts: readonly string[]): Parsed<MarkerIndex> {
  const parsed = parseIndex(parts)
  if (!parsed.ok) return { ok: false, reason: `the index of marked files is unusable: ${parsed.reason}` }
  return parsed.value.carried < MOST_CARRIED
    ? parsed
    : { ok: false, reason: 'the index of marked files is due to be made anew' }
}

/**
 * The index as it is to be kept; undefined: there are too many marked files.
 * @param expected where the ref stands
 * @param contents of the files with Flux objects, by blob, as far as they are at hand
 */
export function indexKeepsake(
  index: MarkerIndex,
  expected: Oid | undefined,
  contents: ReadonlyMap<Oid, Uint8Array>,
): Keepsake | undefined {
  const parts = formatIndex(index)
  if (parts === undefined) return undefined
  const encoder = new TextEncoder()
  let bytes = 0
  const flux = index.files.flatMap(({ oid, mentions }) => (mentions.flux ? (contents.get(oid) ?? []) : []))
  const few = flux.slice(0, MOST_CONTENTS.files).filter(({ length }) => (bytes += length) <= MOST_CONTENTS.bytes)
  return {
    ref: INDEX_REF,
    expected,
    message: `image-bump: marked files of ${index.commit}\n`,
    files: new Map([
      ...parts.map((part, at) => [`${PART}${at}`, encoder.encode(part)] as const),
      ...few.map((content, at) => [`${INDEX_CONTENTS}/${at}`, content] as const),
    ]),
  }
}

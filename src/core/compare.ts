import type { Place, RepoPath } from './names.ts'

/** Order of the UTF-8 bytes, as Go compares strings; UTF-16 differs where surrogates meet U+E000 to U+FFFF. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const [x, y] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (x !== y) return byteRank(x) - byteRank(y)
  }
  return a.length - b.length
}

/** As git lists files: by the bytes of the path. */
export function inPathOrder<File extends { readonly path: RepoPath }>(files: Iterable<File>): readonly File[] {
  return [...files].sort((a, b) => compareBytes(a.path, b.path))
}

/** By path in byte order, then line and column; what has no place comes last. */
export function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return compareBytes(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

function byteRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

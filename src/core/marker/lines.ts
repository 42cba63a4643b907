import type { Place, RepoPath } from '../names.ts'

/** Finds line and column of an offset; both 1-based, columns in UTF-16 code units. LF, CRLF and CR end a line. */
export interface Lines {
  readonly lineAt: (offset: number) => number
  readonly columnAt: (offset: number) => number
}

/** Indexes a text once; then every offset is found in logarithmic time. */
export function lineIndex(text: string): Lines {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  return { lineAt, columnAt: (offset) => offset - (starts[lineAt(offset) - 1] ?? 0) + 1 }
}

/** Where an offset is in the file at `path`. */
export function placeIn(path: RepoPath, { lineAt, columnAt }: Lines, offset: number): Required<Place> {
  return { path, line: lineAt(offset), column: columnAt(offset) }
}

/** A loop and no pattern: one would take quadratic time on a block of newlines. */
export function withoutFinalNewlines(value: string): string {
  let end = value.length
  while (value[end - 1] === '\n') end -= 1
  return value.slice(0, end)
}

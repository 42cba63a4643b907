/**
 * The word of `among` that is at most `atMost` edits away from `word`, for a "did you mean"; undefined: none is near.
 * An edit is a letter added, dropped, replaced or swapped with its neighbour; letter case is free, since a wrong case is
 * the likeliest slip. Of equally near words the first wins, so the answer depends on nothing but the arguments.
 */
export function nearest(word: string, among: readonly string[], atMost = 2): string | undefined {
  let best: string | undefined
  const lower = word.toLowerCase()
  let fewest = atMost + 1
  for (const candidate of among) {
    // Two edits turn any two letters into any others: half of the shorter word must stand.
    const enough = Math.min(fewest, Math.floor(Math.min(word.length, candidate.length) / 2) + 1)
    const edits = editsBetween(lower, candidate.toLowerCase(), enough)
    if (edits < enough) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

/** Optimal string alignment distance, or `enough` as soon as it cannot be less. */
function editsBetween(first: string, second: string, enough: number): number {
  if (Math.abs(first.length - second.length) >= enough) return enough
  const [a, b] = withoutCommonEnds(first, second)
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      )
    }
    // Rows of the table never fall below the smallest number of the row before.
    if (Math.min(...current) >= enough) return enough
    beforeLast = last
    last = current
  }
  return Math.min(at(last, b.length), enough)
}

/** What two words begin and end with alike needs no edit: most names of a repository differ in a few letters. */
function withoutCommonEnds(a: string, b: string): readonly [string, string] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}

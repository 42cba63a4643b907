// Past this many differing lines a diff tells a person nothing; the whole stretch then counts as replaced.
const DISTANCE_LIMIT = 1000

/**
 * Index pairs of a longest common subsequence, in order; none when the two differ in more than a thousand lines.
 * Time and space grow with the square of the number of differences, not with the length of the texts.
 * @see Myers, "An O(ND) Difference Algorithm and Its Variations" (1986)
 */
export function commonLines(from: readonly string[], to: readonly string[]): readonly (readonly [number, number])[] {
  // Per diagonal (index in `from` minus index in `to`): how far along `from` one can get with so many differences.
  const reached: Reached = new Map([[1, 0]])
  const trail: Reached[] = []
  for (let distance = 0; distance <= Math.min(from.length + to.length, DISTANCE_LIMIT); distance += 1) {
    trail.push(new Map(reached))
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = entry(reached, diagonal, distance)
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1
      reached.set(diagonal, x)
      if (x >= from.length && x - diagonal >= to.length) return walkBack(trail, from.length, to.length)
    }
  }
  return []
}

type Reached = Map<number, number>

function walkBack(trail: readonly Reached[], fromEnd: number, toEnd: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = []
  let x = fromEnd
  let y = toEnd
  for (const [distance, reached] of [...trail.entries()].reverse()) {
    const diagonal = x - y
    const start = entry(reached, diagonal, distance)
    while (x > start) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    if (isAddition(reached, diagonal, distance)) y -= 1
    else x -= 1
  }
  return pairs.reverse()
}

/** Where along `from` the diagonal is entered by one more difference. */
function entry(reached: Reached, diagonal: number, distance: number): number {
  return isAddition(reached, diagonal, distance) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1
}

/** Whether it is entered by a line of `to` (from the diagonal above), else by one of `from`. */
function isAddition(reached: Reached, diagonal: number, distance: number): boolean {
  return diagonal === -distance || (diagonal !== distance && at(reached, diagonal - 1) < at(reached, diagonal + 1))
}

function at(reached: Reached, diagonal: number): number {
  return reached.get(diagonal) ?? -1
}

import { PIECES } from './corpus.ts'
import type { Random } from './random.ts'

const PIECE_BYTES = PIECES.map((piece) => Buffer.from(piece))
const USUAL_LIMIT = 8 * 1024
const LONG_LIMIT = 64 * 1024

/** An input made from the corpus: mostly a file with a few changes, now and then pieces in any order, or mere bytes. */
export function nextInput(corpus: readonly Buffer[], random: Random): Buffer {
  const kind = random.below(20)
  if (kind === 0) return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)))
  if (kind < 5) return Buffer.concat(Array.from({ length: 1 + random.below(40) }, () => random.pick(PIECE_BYTES)))
  let input = random.pick(corpus)
  for (let changes = 1 + random.below(6); changes > 0; changes -= 1) input = mutate(input, corpus, random)
  return input.subarray(0, random.below(50) === 0 ? LONG_LIMIT : USUAL_LIMIT)
}

function mutate(input: Buffer, corpus: readonly Buffer[], random: Random): Buffer {
  const at = random.below(input.length + 1)
  const end = Math.min(input.length, at + 1 + random.below(random.pick([2, 10, 200])))
  const [before, cut, after] = [input.subarray(0, at), input.subarray(at, end), input.subarray(end)]
  switch (random.below(8)) {
    case 0:
      return Buffer.concat([before, after])
    case 1:
      return Buffer.concat([before, cut, cut, after])
    case 2:
      return Buffer.concat([before, random.pick(PIECE_BYTES), after])
    case 3:
      return Buffer.concat([before, random.pick(PIECE_BYTES), cut, after])
    case 4:
      return Buffer.concat([before, Buffer.from([random.below(256)]), after])
    case 5: {
      const other = random.pick(corpus)
      const from = random.below(other.length + 1)
      return Buffer.concat([before, other.subarray(from, from + random.below(400)), cut, after])
    }
    case 6: {
      const piece = random.below(2) === 0 && cut.length > 0 ? cut : random.pick(PIECE_BYTES)
      const times = 1 + random.below(random.pick([3, 30, 2000]))
      return Buffer.concat([before, ...Array.from({ length: times }, () => piece), cut, after])
    }
    default:
      // Another line end, or another indent, all through.
      return Buffer.from(
        random.below(2) === 0
          ? input.toString('latin1').replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\n ']))
          : input.toString('latin1').replaceAll(' ', random.pick(['\t', '  ', ''])),
        'latin1',
      )
  }
}

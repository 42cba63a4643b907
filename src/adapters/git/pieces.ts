/** Takes output as it comes: each byte of it a character, because names need not be UTF-8. */
export type Take = (chunk: string) => void

/** Calls with each piece that ends with `end`. */
export function splitAt(end: string, piece: (text: string) => void): Take {
  let rest = ''
  return (chunk) => {
    const text = rest + chunk
    let at = 0
    for (let to = text.indexOf(end); to !== -1; to = text.indexOf(end, at)) {
      piece(text.slice(at, to))
      at = to + 1
    }
    rest = text.slice(at)
  }
}

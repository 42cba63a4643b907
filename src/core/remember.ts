/** Texts that are remembered at once: those of any real repository. */
const LIMIT = 1000

/**
 * The same function, which reads no text twice: hundreds of policies share a few ranges and patterns.
 * For functions without side effects alone, whose results nobody changes.
 */
export function remembering<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = read(text)
    if (known.size >= LIMIT) known.clear()
    known.set(text, result)
    return result
  }
}

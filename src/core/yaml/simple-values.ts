/**
 * Pieces of simple YAML (see marker/simple.ts and policy/shape/simple-tree.ts), each on one line. Ends are offsets behind the
 * last character, -1: not simple.
 */

/** A key with its colon. Longer ones have a limit of their own. */
export const KEY =
  /(?:[A-Za-z0-9_](?:[A-Za-z0-9_./-]|:(?=[A-Za-z0-9_./-])){0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}'):(?=[ \n]|$)/y

const DOUBLE = /"[^"\\\n]*(?:\\["\\/0abefnrtv][^"\\\n]*)*"/y
const SINGLE = /'[^'\n]*'/y
/** Starts with no sign that means anything to any reader; ends before blanks, ": " and " #". */
const PLAIN = /(?:[A-Za-z0-9_./~$(+^\\]|-(?=[A-Za-z0-9_./]))(?:[!-9;-~\u00a1-\u1fff]| +(?![ #\n]|$)|:(?![ \n]|$))*/y
const FLOW_WORD =
  /(?:[A-Za-z0-9_./~$+]|-(?=[A-Za-z0-9_./-]))(?:[A-Za-z0-9_./@%=*~$+-]|:(?=[A-Za-z0-9_./-]))*(?=[ ,\]}])/y
const DEEPEST_FLOW = 20

/** The offset of the first character at or after `from` that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === BLANK) at += 1
  return at
}

/** The end of a plain or quoted scalar that starts at `from`, on a line that ends at `end`. */
export function scalarEnd(text: string, from: number, end: number): number {
  // A pattern takes memory for each character.
  if (end - from > LONGEST) return -1
  const first = text.charCodeAt(from)
  if (first === DOUBLE_QUOTE) return endOf(DOUBLE, text, from)
  return endOf(first === SINGLE_QUOTE ? SINGLE : PLAIN, text, from)
}

/** The end of a flow collection of words, quoted scalars and such collections. */
export function flowEnd(text: string, from: number, depth = 0): number {
  if (depth > DEEPEST_FLOW) return -1
  const isMapping = text[from] === '{'
  const close = isMapping ? '}' : ']'
  let at = skipBlanks(text, from + 1)
  while (text[at] !== close) {
    if (isMapping) at = skipBlanks(text, endOf(KEY, text, at))
    if (at <= from) return -1
    at = skipBlanks(text, flowValueEnd(text, at, depth))
    if (at <= from) return -1
    if (text[at] === ',') at = skipBlanks(text, at + 1)
    else if (text[at] !== close) return -1
  }
  return at + 1
}

function flowValueEnd(text: string, from: number, depth: number): number {
  const first = text[from]
  return first === '{' || first === '[' ? flowEnd(text, from, depth + 1) : flowScalarEnd(text, from)
}

/** The end of a word or a quoted scalar in a flow collection. */
export function flowScalarEnd(text: string, from: number): number {
  const first = text.charCodeAt(from)
  if (first === DOUBLE_QUOTE) return endOf(DOUBLE, text, from)
  if (first === SINGLE_QUOTE) return endOf(SINGLE, text, from)
  return endOf(FLOW_WORD, text, from)
}

const LONGEST = 10_000
const [BLANK, SINGLE_QUOTE, DOUBLE_QUOTE] = [0x20, 0x27, 0x22]

/** The end of what a sticky pattern matches. */
export function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : -1
}

import type { RepoPath } from '../names.ts'
import { readMarker } from './comment.ts'
import type { Marker } from './marker.ts'
import type { MarkedField, ScalarStyle } from './field.ts'
import { flowEnd, KEY, scalarEnd, skipBlanks } from '../yaml/simple-values.ts'

/**
 * Reads the YAML that nearly every manifest is: mappings and sequences in block style, each value on the line of its key or
 * dash, each marker behind its value. What it reads, it reads as `scanWhole` does, and there is nothing to tell about it:
 * line by line, at a fiftieth of the cost. Undefined: something else stands in the text, and nothing is said of it.
 */
export function scanSimple(path: RepoPath, text: string): readonly MarkedField[] | undefined {
  // Tabs, carriage returns and byte order marks have rules of their own.
  if (text.includes('\t') || text.includes('\r') || text.startsWith('\ufeff')) return undefined
  const reader = new SimpleReader(path, text)
  while (reader.takeLine()) if (!reader.readLine()) return undefined
  return reader.fields
}

/** Real files stay below 20. */
const DEEPEST = 100
/** What a comment must hold to say anything to `readMarker`. */
const MEANT = /\{|imagepolicy/gi
const BLOCK_HEADER = /[|>][+-]? *(?:\n|$)/y

class SimpleReader {
  readonly fields: MarkedField[] = []
  readonly #path: RepoPath
  readonly #text: string
  /** The line at hand, half-open, without its break. */
  #start = 0
  #end = -1
  #line = 0
  /** Columns of the mappings and sequences that are open, outermost first, and which of them are sequences. */
  readonly #columns: number[] = []
  readonly #isSequence: boolean[] = []
  /** The innermost one is a mapping, and its last key has no value yet. */
  #isWaiting = false
  #isEmptyDocument = true
  /** The end of the next `MEANT` behind the last comment that was asked about. */
  #meant = 0

  constructor(path: RepoPath, text: string) {
    this.#path = path
    this.#text = text
  }

  takeLine(): boolean {
    this.#start = this.#end + 1
    this.#end = this.#text.indexOf('\n', this.#start)
    if (this.#end === -1) this.#end = this.#text.length
    this.#line += 1
    return this.#start < this.#text.length
  }

  /** False: the line is not simple. */
  readLine(): boolean {
    const at = skipBlanks(this.#text, this.#start)
    if (at === this.#end) return true
    if (this.#text[at] === '#') return this.#isIdle(at)
    if (at === this.#start && this.#text.startsWith('---', at)) return this.#startDocument(at + 3)
    const isItem = this.#isDash(at)
    if (!this.#settle(at - this.#start, isItem)) return false
    return isItem ? this.#item(at) : this.#entry(at)
  }

  #startDocument(from: number): boolean {
    this.#columns.length = 0
    this.#isSequence.length = 0
    this.#isWaiting = false
    this.#isEmptyDocument = true
    const at = skipBlanks(this.#text, from)
    return at === this.#end || (at > from && this.#text[at] === '#' && this.#isIdle(at))
  }

  /** Closes what ended before an entry in this column, and opens what starts with it. False: it belongs nowhere. */
  #settle(column: number, isItem: boolean): boolean {
    const columns = this.#columns
    let last = columns.length - 1
    if (this.#isWaiting) {
      this.#isWaiting = false
      const owner = columns[last] ?? 0
      // The items of a sequence may stand in the column of its key.
      if (column > owner || (isItem && column === owner)) return this.#open(column, isItem)
    }
    for (; last >= 0; last -= 1) {
      const open = columns[last] ?? 0
      if (open < column || (open === column && (isItem || this.#isSequence[last] === false))) break
      columns.pop()
      this.#isSequence.pop()
    }
    if (last === -1) return column === 0 && this.#isEmptyDocument && this.#open(column, isItem)
    return columns[last] === column && this.#isSequence[last] === isItem
  }

  #open(column: number, isSequence: boolean): boolean {
    this.#columns.push(column)
    this.#isSequence.push(isSequence)
    this.#isEmptyDocument = false
    return this.#columns.length <= DEEPEST
  }

  #isDash(at: number): boolean {
    return this.#text[at] === '-' && this.#text[at + 1] === ' '
  }

  #item(dash: number): boolean {
    const at = skipBlanks(this.#text, dash + 1)
    if (at === this.#end || this.#isDash(at)) return false
    KEY.lastIndex = at
    if (!KEY.test(this.#text)) return this.#value(at)
    return this.#open(at - this.#start, false) && this.#afterKey(KEY.lastIndex)
  }

  #entry(at: number): boolean {
    KEY.lastIndex = at
    return KEY.test(this.#text) && this.#afterKey(KEY.lastIndex)
  }

  #afterKey(from: number): boolean {
    const at = skipBlanks(this.#text, from)
    const isComment = this.#text[at] === '#'
    if (at !== this.#end && !isComment) return this.#value(at)
    this.#isWaiting = true
    return !isComment || this.#isIdle(at)
  }

  #value(from: number): boolean {
    const first = this.#text[from]
    if (first === '|' || first === '>') return this.#skipBlock(from)
    const isFlow = first === '{' || first === '['
    const to = isFlow ? flowEnd(this.#text, from) : scalarEnd(this.#text, from, this.#end)
    if (to === -1) return false
    const at = skipBlanks(this.#text, to)
    if (at === this.#end) return true
    if (at === to || this.#text[at] !== '#') return false
    return isFlow ? this.#isIdle(at) : this.#commented(at, from, to)
  }

  /** Passes over the lines of a block scalar. */
  #skipBlock(header: number): boolean {
    BLOCK_HEADER.lastIndex = header
    if (!BLOCK_HEADER.test(this.#text)) return false
    const owner = this.#columns.at(-1) ?? 0
    let column: number | undefined
    for (;;) {
      const next = this.#end + 1
      const at = skipBlanks(this.#text, next)
      const isBlank = at >= this.#text.length || this.#text[at] === '\n'
      // Lines of blanks above the first one may say its indent.
      if (isBlank && column === undefined && at > next) return false
      if (!isBlank && at - next < (column ?? owner + 1)) return at - next <= owner
      if (!isBlank) column ??= at - next
      if (!this.takeLine()) return true
    }
  }

  #commented(comment: number, start: number, end: number): boolean {
    if (!this.#isMeant(comment)) return true
    const reading = readMarker(this.#text.slice(comment, this.#end))
    if (reading.kind !== 'marker') return reading.kind === 'none'
    const field = this.#field(reading.marker, start, end)
    if (field !== undefined) this.fields.push(field)
    return field !== undefined
  }

  /** Undefined: the value holds escapes. */
  #field(marker: Marker, start: number, end: number): MarkedField | undefined {
    const style = STYLES[this.#text[start] ?? ''] ?? 'plain'
    const value = style === 'plain' ? this.#text.slice(start, end) : this.#text.slice(start + 1, end - 1)
    if (style === 'double' && value.includes('\\')) return undefined
    const place = { path: this.#path, line: this.#line, column: start - this.#start + 1 }
    return { marker, place, value, start, end, style, inFlow: false }
  }

  #isIdle(comment: number): boolean {
    return !this.#isMeant(comment) || readMarker(this.#text.slice(comment, this.#end)).kind === 'none'
  }

  /** Whether a comment that ends with the line is worth reading: one search of the whole text, not one for each comment. */
  #isMeant(comment: number): boolean {
    if (this.#meant <= comment) {
      MEANT.lastIndex = comment
      this.#meant = MEANT.test(this.#text) ? MEANT.lastIndex : Infinity
    }
    return this.#meant <= this.#end
  }
}

const STYLES: Readonly<Record<string, ScalarStyle>> = { "'": 'single', '"': 'double' }

import type { Place, RepoPath } from '../../names.ts'
import { endOf, flowScalarEnd, KEY, scalarEnd, skipBlanks } from '../../yaml/simple-values.ts'
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './tree.ts'

/**
 * Reads the YAML that nearly every policy file is: maps and lists in block style, each value on the line of its key or dash.
 * What it reads, it reads as `parseTree` does, at a twentieth of the cost. Undefined: something else stands in the text, and
 * nothing is said of it.
 */
export function readSimpleTree(path: RepoPath, text: string): Node | undefined {
  return ODD.test(text) ? undefined : new SimpleReader(path, text).read()
}

/** Tabs, carriage returns and byte order marks have rules of their own, and what no editor shows may have. */
const ODD = /[^\n -~\u00a1-\u2027\u202a-\ufefe]/
const DOCUMENT_START = /---(?: +(?:#.*)?)?$/my
/** Real files stay below 8. */
const DEEPEST = 20

class SimpleReader {
  readonly #path: RepoPath
  readonly #text: string
  /** The line at hand, half-open, without its break, and where on it what comes next starts. */
  #start = 0
  #end = -1
  #at = 0
  #line = 0
  /** Of `#at`; -1 behind the last line. */
  #column = -1

  constructor(path: RepoPath, text: string) {
    this.#path = path
    this.#text = text
  }

  read(): Node | undefined {
    this.#takeLine()
    if (this.#column === 0 && endOf(DOCUMENT_START, this.#text, this.#at) !== -1) this.#takeLine()
    const root = this.#column === 0 ? this.#block(0) : undefined
    // A line that belongs nowhere ends all that is open, and is still at hand.
    return this.#column === -1 ? root : undefined
  }

  /** Goes to the next line that holds more than a comment. */
  #takeLine(): void {
    const text = this.#text
    do {
      this.#start = this.#end + 1
      this.#line += 1
      this.#at = skipBlanks(text, this.#start)
      this.#end = text.indexOf('\n', this.#at)
      if (this.#end === -1) this.#end = text.length
    } while (this.#isIdle(this.#at) && this.#end < text.length)
    this.#column = this.#isIdle(this.#at) ? -1 : this.#at - this.#start
  }

  #isIdle(at: number): boolean {
    return at >= this.#end || this.#text[at] === '#'
  }

  #isDash(): boolean {
    return this.#text[this.#at] === '-' && this.#text[this.#at + 1] === ' '
  }

  /** The map or list that starts here, up to the line that does not belong to it. */
  #block(depth: number): Node | undefined {
    if (depth > DEEPEST) return undefined
    return this.#isDash() ? this.#list(depth) : this.#map(depth)
  }

  #list(depth: number): ListNode | undefined {
    const column = this.#column
    const place = this.#place(this.#at)
    const items: Node[] = []
    while (this.#column === column && this.#isDash()) {
      this.#skipTo(this.#at + 1)
      this.#column = this.#at - this.#start
      const isMap = endOf(KEY, this.#text, this.#at) !== -1
      const item = isMap ? this.#block(depth + 1) : this.#inLine()
      if (item === undefined) return undefined
      items.push(item)
    }
    return { kind: 'list', items, place }
  }

  #map(depth: number): MapNode | undefined {
    const column = this.#column
    const place = this.#place(this.#at)
    const entries: Entry[] = []
    while (this.#column === column && !this.#isDash()) {
      const start = this.#place(this.#at)
      const end = endOf(KEY, this.#text, this.#at)
      if (end === -1) return undefined
      const key = unquoted(this.#text.slice(this.#at, end - 1))
      const value = this.#valueOf(column, end, depth)
      if (value === undefined) return undefined
      entries.push({ key, place: start, value })
    }
    return isRepeated(entries) ? undefined : { kind: 'map', entries, place }
  }

  /** The value of a key that ends at `from`. */
  #valueOf(column: number, from: number, depth: number): Node | undefined {
    this.#skipTo(from)
    if (!this.#isIdle(this.#at)) return this.#inLine()
    const nothing: ScalarNode = { kind: 'scalar', value: null, source: '', place: this.#place(this.#at) }
    this.#takeLine()
    // The items of a list may stand in the column of its key.
    if (this.#column === column && this.#isDash()) return this.#list(depth + 1)
    return this.#column > column ? this.#block(depth + 1) : nothing
  }

  /** The value that ends on this line. */
  #inLine(): Node | undefined {
    const value = this.#isFlow() ? this.#flow(0) : this.#scalar(scalarEnd(this.#text, this.#at, this.#end))
    const to = this.#at
    this.#skipTo(to)
    if (value === undefined || !this.#isIdle(this.#at) || (this.#at === to && to !== this.#end)) return undefined
    this.#takeLine()
    return value
  }

  #isFlow(): boolean {
    return this.#text[this.#at] === '{' || this.#text[this.#at] === '['
  }

  #flow(depth: number): Node | undefined {
    if (depth > DEEPEST) return undefined
    const place = this.#place(this.#at)
    const isMap = this.#text[this.#at] === '{'
    const close = isMap ? '}' : ']'
    const items: Node[] = []
    const entries: Entry[] = []
    this.#skipTo(this.#at + 1)
    while (this.#text[this.#at] !== close) {
      const item = isMap ? this.#flowEntry(entries, depth) : this.#flowValue(depth)
      if (item === undefined) return undefined
      items.push(item)
      this.#skipTo(this.#at)
      if (this.#text[this.#at] === ',') this.#skipTo(this.#at + 1)
      else if (this.#text[this.#at] !== close) return undefined
    }
    this.#at += 1
    if (!isMap) return { kind: 'list', items, place }
    return isRepeated(entries) ? undefined : { kind: 'map', entries, place }
  }

  /** Reads a key and its value, and gives the value. */
  #flowEntry(entries: Entry[], depth: number): Node | undefined {
    const place = this.#place(this.#at)
    const end = endOf(KEY, this.#text, this.#at)
    if (end === -1) return undefined
    const key = unquoted(this.#text.slice(this.#at, end - 1))
    this.#skipTo(end)
    const value = this.#flowValue(depth)
    if (value !== undefined) entries.push({ key, place, value })
    return value
  }

  #flowValue(depth: number): Node | undefined {
    return this.#isFlow() ? this.#flow(depth + 1) : this.#scalar(flowScalarEnd(this.#text, this.#at))
  }

  #skipTo(from: number): void {
    this.#at = skipBlanks(this.#text, from)
  }

  #scalar(end: number): ScalarNode | undefined {
    if (end === -1) return undefined
    const place = this.#place(this.#at)
    const written = this.#text.slice(this.#at, end)
    this.#at = end
    const source = unquoted(written)
    const value = source === written ? plainValue(source) : source
    return value === undefined || (source.includes('\\') && written.startsWith('"'))
      ? undefined
      : { kind: 'scalar', value, source, place }
  }

  #place(offset: number): Place {
    return { path: this.#path, line: this.#line, column: offset - this.#start + 1 }
  }
}

/** What stands between quotes, if they are there. */
function unquoted(text: string): string {
  return text.startsWith('"') || text.startsWith("'") ? text.slice(1, -1) : text
}

/** By the core schema of YAML 1.2, as far as nobody can mistake it. */
function plainValue(text: string): string | number | boolean | undefined {
  if (text === 'true') return true
  if (text === 'false') return false
  if (Number.isNaN(Number(text))) return MEANT.test(text) ? undefined : text
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}

/** Nothing, a boolean or a number that is none to JavaScript; in any case of letters. */
const MEANT = /^(?:~|null|true|false|[-+]?\.(?:inf|nan))$/i

/** Whether a key is written twice. */
function isRepeated(entries: readonly Entry[]): boolean {
  return new Set(entries.map(({ key }) => key)).size < entries.length
}

import type { Place, RepoPath } from '../../names.ts'
import { endOf, flowScalarEnd, KEY, scalarEnd, skipBlanks } from '../../yaml/simple-values.ts'
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './tree.ts'

/**
 * Reads the YAML that nearly every policy file and Flux object is: maps and lists in block style, each value on the line of
 * its key or dash. What it reads, it reads as `parseTree` does, at a tenth of the cost. Undefined: something else stands in
 * the text, and nothing is said of it.
 */
export function readSimpleTree(path: RepoPath, text: string, firstLine = 1): Node | undefined {
  return ODD.test(text) ? undefined : new SimpleReader(path, text, firstLine).read()
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
  #line: number
  /** Of `#at`; -1 behind the last line. */
  #column = -1

  constructor(path: RepoPath, text: string, firstLine: number) {
    this.#path = path
    this.#text = text
    this.#line = firstLine - 1
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
    const place = this.#place()
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
    const start = this.#place()
    const entries: Entry[] = []
    while (this.#column === column && !this.#isDash()) {
      const place = entries.length === 0 ? start : this.#place()
      const key = this.#key()
      const value = key === undefined ? undefined : this.#valueBehindKey(column, depth)
      if (key === undefined || value === undefined) return undefined
      entries.push({ key, place, value })
    }
    return mapOf(entries, start)
  }

  /** Reads a key with its colon, and goes to what stands behind it. */
  #key(): string | undefined {
    const end = endOf(KEY, this.#text, this.#at)
    if (end === -1) return undefined
    const isQuoted = isQuote(this.#text.charCodeAt(this.#at))
    const key = isQuoted ? this.#text.slice(this.#at + 1, end - 2) : this.#text.slice(this.#at, end - 1)
    this.#skipTo(end)
    return key
  }

  #valueBehindKey(column: number, depth: number): Node | undefined {
    if (!this.#isIdle(this.#at)) return this.#inLine()
    const nothing: ScalarNode = { kind: 'scalar', value: null, source: '', place: this.#place() }
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
    return this.#text[this.#at] === '{' ? this.#flowMap(depth) : this.#flowList(depth)
  }

  #flowMap(depth: number): MapNode | undefined {
    const start = this.#place()
    const entries: Entry[] = []
    this.#skipTo(this.#at + 1)
    while (this.#text[this.#at] !== '}') {
      const place = this.#place()
      const key = this.#key()
      const value = key === undefined ? undefined : this.#flowValue(depth)
      if (key === undefined || value === undefined || !this.#isFollowed('}')) return undefined
      entries.push({ key, place, value })
    }
    this.#at += 1
    return mapOf(entries, start)
  }

  #flowList(depth: number): ListNode | undefined {
    const place = this.#place()
    const items: Node[] = []
    this.#skipTo(this.#at + 1)
    while (this.#text[this.#at] !== ']') {
      const item = this.#flowValue(depth)
      if (item === undefined || !this.#isFollowed(']')) return undefined
      items.push(item)
    }
    this.#at += 1
    return { kind: 'list', items, place }
  }

  #flowValue(depth: number): Node | undefined {
    return this.#isFlow() ? this.#flow(depth + 1) : this.#scalar(flowScalarEnd(this.#text, this.#at))
  }

  /** Goes behind the comma, or to the sign that closes the collection. False: neither is there. */
  #isFollowed(close: string): boolean {
    this.#skipTo(this.#at)
    if (this.#text[this.#at] === close) return true
    if (this.#text[this.#at] !== ',') return false
    this.#skipTo(this.#at + 1)
    return true
  }

  #skipTo(from: number): void {
    this.#at = skipBlanks(this.#text, from)
  }

  #scalar(end: number): ScalarNode | undefined {
    if (end === -1) return undefined
    const place = this.#place()
    const isQuoted = isQuote(this.#text.charCodeAt(this.#at))
    const source = isQuoted ? this.#text.slice(this.#at + 1, end - 1) : this.#text.slice(this.#at, end)
    const value = isQuoted ? source : plainValue(source)
    const hasEscapes = this.#text[this.#at] === '"' && source.includes('\\')
    this.#at = end
    return value === undefined || hasEscapes ? undefined : { kind: 'scalar', value, source, place }
  }

  /** Where what comes next starts. */
  #place(): Place {
    return { path: this.#path, line: this.#line, column: this.#at - this.#start + 1 }
  }
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27
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

/** Undefined: a key is written twice. */
function mapOf(entries: readonly Entry[], place: Place): MapNode | undefined {
  return hasTwice(entries) ? undefined : { kind: 'map', entries, place }
}

function hasTwice(entries: readonly Entry[]): boolean {
  if (entries.length > FEW) return new Set(entries.map(({ key }) => key)).size < entries.length
  for (let index = 1; index < entries.length; index += 1)
    for (let before = 0; before < index; before += 1) if (entries[before]?.key === entries[index]?.key) return true
  return false
}

/** So many keys are compared with each other for less than what a set costs. */
const FEW = 8

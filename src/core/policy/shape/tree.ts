import { isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type ErrorCode, type YAMLError } from 'yaml'

import type { Problem } from '../../errors.ts'
import { quote } from '../../image/reference.ts'
import type { Place, RepoPath } from '../../names.ts'
import { ERROR_LIMIT, parseDocument } from './document.ts'

/** A YAML value with the place it stands at. Aliases are followed: one node may hang in several places. */
export type Node = ScalarNode | ListNode | MapNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** As written, for telling a person what to put in quotes. */
  readonly source: string
  readonly place: Place
}
export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly place: Place
}
export interface MapNode {
  readonly kind: 'map'
  /** In the order written; no key twice. */
  readonly entries: readonly Entry[]
  readonly place: Place
}
export interface Entry {
  readonly key: string
  readonly place: Place
  readonly value: Node
}

export interface Tree {
  /** The value of the document; null of an empty one. After a syntax error it is not to be trusted. */
  readonly root: Node
  readonly problems: readonly Problem[]
}

/** Nodes that aliases may repeat in all, so that a few lines cannot stand for a million. */
const ALIAS_LIMIT = 10_000
const DEPTH_LIMIT = 64
const TOO_DEEP = `nested deeper than ${DEPTH_LIMIT} levels`
/** Collections that the parser has open at once: more than the limit of depth, which tells its place more exactly. */
const STACK_LIMIT = 2 * DEPTH_LIMIT

/**
 * Reads one YAML document (1.2, core schema: `off` and `2026-12-01` are text) as plain nodes. Never throws: what is wrong,
 * a second document included, is among the problems. `firstLine` is the line of its file on which the text starts.
 */
export function parseTree(path: RepoPath, text: string, firstLine = 1): Tree {
  const lineCounter = new LineCounter()
  const parsed = parseDocument(text, lineCounter, STACK_LIMIT)
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length))
    return { path, line: line + firstLine - 1, column: col }
  }
  const empty: Node = { kind: 'scalar', value: null, source: '', place: placeOf(0) }
  if (parsed.kind === 'too deep')
    return { root: empty, problems: [{ place: placeOf(parsed.offset), message: TOO_DEEP }] }
  const { document } = parsed
  const problems = syntaxProblems(document, placeOf)
  if (problems.length > 0) return { root: empty, problems }
  const reader = new TreeReader(placeOf)
  return {
    root: document.contents === null ? empty : reader.read(document.contents, empty.place, 0),
    problems: reader.problems,
  }
}

function syntaxProblems(document: Document.Parsed, placeOf: (offset: number) => Place): readonly Problem[] {
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings]
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  const told = tooDeep === undefined ? errors : [tooDeep]
  return told.slice(0, ERROR_LIMIT).map((error) => ({ place: placeOf(error.pos[0]), message: syntaxMessage(error) }))
}

function syntaxMessage({ code, message }: YAMLError): string {
  // The parser quotes pieces of the file in some messages.
  return SYNTAX_MESSAGES[code] ?? `not valid YAML: ${quote(message).slice(1, -1)}`
}

const SYNTAX_MESSAGES: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: 'a second document starts here; the file must hold one',
  RESOURCE_EXHAUSTION: TOO_DEEP,
  NON_STRING_KEY: 'a key must be plain text',
  TAG_RESOLVE_FAILED:
    'YAML tags (words that start with "!") are not used here; put text that starts with "!" in quotes',
}

/** Turns the nodes of one document into ours, in document order, so that an anchor is known before its aliases. */
class TreeReader {
  readonly problems: Problem[] = []
  readonly #placeOf: (offset: number) => Place
  /** An anchor whose node is still being read has no node yet: an alias to it is a cycle. */
  readonly #anchors = new Map<string, Node | undefined>()
  /** Nodes below each node, itself included, aliases expanded. */
  readonly #sizes = new WeakMap<Node, number>()
  #repeated = 0

  constructor(placeOf: (offset: number) => Place) {
    this.#placeOf = placeOf
  }

  read(node: unknown, fallback: Place, depth: number): Node {
    if (isAlias(node)) return this.#follow(node.source, this.#place(node, fallback))
    const place = this.#place(node, fallback)
    if (depth > DEPTH_LIMIT) return this.#refuse(place, TOO_DEEP)
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor !== undefined) this.#anchors.set(anchor, undefined)
    const read = this.#content(node, place, depth)
    if (anchor !== undefined) this.#anchors.set(anchor, read)
    return read
  }

  #content(node: unknown, place: Place, depth: number): Node {
    if (isMap(node)) {
      const entries = this.#entries(node.items, place, depth)
      return this.#sized(
        { kind: 'map', entries, place },
        entries.map(({ value }) => value),
      )
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item, place, depth + 1))
      return this.#sized({ kind: 'list', items, place }, items)
    }
    return this.#sized(scalar(node, place), [])
  }

  #entries(pairs: readonly { key: unknown; value: unknown }[], fallback: Place, depth: number): Entry[] {
    const first = new Map<string, Place>()
    const entries: Entry[] = []
    for (const pair of pairs) {
      const place = this.#place(pair.key, fallback)
      const key = String(scalar(pair.key, place).value ?? '')
      const value = this.read(pair.value, place, depth + 1)
      const earlier = first.get(key)
      if (earlier === undefined) {
        first.set(key, place)
        entries.push({ key, place, value })
      } else {
        this.#refuse(
          place,
          `${quote(key)} is written twice; the first is on line ${earlier.line ?? 1}. Keep one of them`,
        )
      }
    }
    return entries
  }

  #follow(name: string, place: Place): Node {
    const target = this.#anchors.get(name)
    if (target === undefined)
      return this.#refuse(
        place,
        this.#anchors.has(name)
          ? `the alias ${quote(`*${name}`)} stands inside what it repeats`
          : `there is no anchor ${quote(`&${name}`)} above this alias`,
      )
    const before = this.#repeated
    this.#repeated += this.#sizes.get(target) ?? 1
    if (this.#repeated <= ALIAS_LIMIT) return target
    // Told once; a refused alias repeats nothing, so reading goes on in bounded time.
    return before > ALIAS_LIMIT
      ? scalar(undefined, place)
      : this.#refuse(place, `aliases repeat more than ${ALIAS_LIMIT} values up to here; write fewer of them`)
  }

  #sized<Made extends Node>(made: Made, parts: readonly Node[]): Made {
    this.#sizes.set(
      made,
      parts.reduce((sum, part) => sum + (this.#sizes.get(part) ?? 1), 1),
    )
    return made
  }

  #place(node: unknown, fallback: Place): Place {
    const isNode = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    return isNode && node.range ? this.#placeOf(node.range[0]) : fallback
  }

  #refuse(place: Place, message: string): Node {
    if (this.problems.length < ERROR_LIMIT) this.problems.push({ place, message })
    return scalar(undefined, place)
  }
}

function scalar(node: unknown, place: Place): ScalarNode {
  if (!isScalar(node)) return { kind: 'scalar', value: null, source: '', place }
  const { value } = node
  const source = node.source ?? String(value)
  const isPlainValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return { kind: 'scalar', value: isPlainValue ? value : null, source, place }
}

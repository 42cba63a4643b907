import { Composer, isAlias, isCollection, isMap, isNode, isPair, Lexer, Parser, type CST, type Document } from 'yaml'

/** One document of a YAML text; offsets as everywhere, UTF-16 code units, half-open. */
export interface YamlDocument {
  readonly token: CST.Document
  /** Its nodes; undefined only when there is a problem. */
  readonly composed: Document.Parsed | undefined
  /** Its part of the text, with its directives and its `---`. */
  readonly start: number
  readonly end: number
  /** What keeps it from being YAML. */
  readonly problem?: Problem
}

export interface Problem {
  readonly offset: number
  readonly reason: string
}

export type YamlStream =
  /** `tokens` holds every byte of the text: the documents and what stands between them. */
  | { readonly kind: 'read'; readonly tokens: readonly CST.Token[]; readonly documents: readonly YamlDocument[] }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

// Real files stay below 100; the composer recurses, and 500 levels are far from the end of any stack.
const DEEPEST = 500

/**
 * Parses a text into documents, each readable or with its problem. Never throws.
 * A lone carriage return ends a line in YAML and not in the parser, and behind a byte order mark the parser takes a dash
 * for the middle of a line: both are read as a newline, which keeps every offset.
 */
export function readStream(text: string, version: '1.1' | '1.2' = '1.2'): YamlStream {
  try {
    return parse(withNewlines(text), version)
  } catch (error) {
    // The library promises not to throw; a promise broken there must not stop the other files.
    return { kind: 'unreadable', problem: { offset: 0, reason: `the YAML parser failed: ${String(error)}` } }
  }
}

/** The text with newlines for lone carriage returns and for a byte order mark: every other character where it was. */
function withNewlines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text
  return lines.startsWith('\ufeff') ? `\n${lines.slice(1)}` : lines
}

function parse(text: string, version: '1.1' | '1.2'): YamlStream {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > DEEPEST)
      return {
        kind: 'unreadable',
        problem: { offset: parser.offset, reason: `it nests deeper than ${DEEPEST} levels` },
      }
  }
  tokens.push(...parser.end())
  return { kind: 'read', tokens, documents: readDocuments(tokens, text, version) }
}

function readDocuments(tokens: readonly CST.Token[], text: string, version: '1.1' | '1.2'): YamlDocument[] {
  const errors: Problem[] = []
  const composed = new Map<CST.Document, Composed>()
  const starts: number[] = []
  let directives: number | undefined
  for (const [index, token] of tokens.entries()) {
    // The parser tells an error before the document it is in; the composer would blame the one before that.
    if (token.type === 'error') errors.push({ offset: token.offset, reason: firstLine(token.message) })
    if (token.type === 'directive') directives ??= index
    if (token.type !== 'document') continue
    starts.push(composed.size === 0 ? 0 : (tokens[directives ?? index]?.offset ?? token.offset))
    composed.set(token, compose(tokens.slice(directives ?? index, index + 1), version))
    directives = undefined
  }
  let next = 0
  return [...composed].map(([token, { document, problem: told }], index) => {
    const [start = 0, end = text.length] = [starts[index], starts[index + 1]]
    while ((errors[next]?.offset ?? Number.POSITIVE_INFINITY) < start) next += 1
    const error = errors[next]
    const inside = error !== undefined && (error.offset < end || end === text.length) ? error : undefined
    const problem = told ?? inside ?? (document === undefined ? undefined : secondEntryOnLine(document, text))
    return { token, composed: document, start, end, ...(problem === undefined ? {} : { problem }) }
  })
}

type Composed =
  | { readonly document: Document.Parsed; readonly problem?: never }
  | { readonly document: undefined; readonly problem: Problem }

/**
 * Composes one document, given its directives and itself. The composer would collect an error object for each of a
 * million commas: the first one is enough, and stops it.
 */
function compose(tokens: readonly CST.Token[], version: '1.1' | '1.2'): Composed {
  // Duplicate keys are each reached, so the composer need not look for them (that look is quadratic).
  const composer = new Composer({ version, uniqueKeys: false })
  Object.assign(composer, { onError: stopAtFirst() })
  try {
    const [document] = [...composer.compose(tokens)]
    if (document === undefined) throw new TypeError('a document was not composed')
    const [error] = document.errors
    if (error === undefined) return { document }
    return { document: undefined, problem: { offset: error.pos[0], reason: firstLine(error.message) } }
  } catch (error) {
    if (!(error instanceof ComposeError)) throw error
    return { document: undefined, problem: { offset: error.offset, reason: firstLine(error.message) } }
  }
}

class ComposeError extends Error {
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** Every node on the way up catches what is thrown below it and tells it as an error of its own: the first one stays. */
function stopAtFirst() {
  let first: ComposeError | undefined
  return (
    source: number | readonly [number, number] | { readonly offset: number },
    _code: string,
    message: string,
    warning?: boolean,
  ): void => {
    if (warning === true) return
    const offset = typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0]
    first ??= new ComposeError(offset, message)
    throw first
  }
}

/** `a: {b}: c`, as templates have it: the composer takes it for two entries, and no other parser takes it at all. */
function secondEntryOnLine(document: Document.Parsed, text: string): Problem | undefined {
  const waiting: unknown[] = [document.contents]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (isPair(node)) waiting.push(node.key, node.value)
    if (!isCollection(node)) continue
    for (const [index, item] of node.items.entries()) {
      waiting.push(item)
      const before: unknown = isMap(node) && !node.flow ? node.items[index - 1]?.value : undefined
      if (!isPair(item) || !isNode(item.key) || !(isAlias(before) || (isCollection(before) && before.flow))) continue
      const [from = 0, to = 0] = [before.range?.[1], item.key.range?.[0]]
      if (!text.slice(from, to).includes('\n'))
        return { offset: to, reason: 'a second ":" follows a value on its line' }
    }
  }
  return undefined
}

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? ''
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}

import { Composer, Lexer, Parser, YAMLParseError, type CST, type Document, type LineCounter } from 'yaml'

/** Mistakes that are told; what follows so many of them is no YAML, and each costs time. */
export const ERROR_LIMIT = 100

export type ParsedDocument =
  | { readonly kind: 'document'; readonly document: Document.Parsed }
  | { readonly kind: 'too deep'; readonly offset: number }

/**
 * What `parseDocument` of yaml does, but that it does not go on for long in a text that is none of ours: 1 MiB of any
 * sign takes 2 s at most. `stackLimit`: how many collections may be open at once.
 */
export function parseDocument(text: string, lineCounter: LineCounter, stackLimit: number): ParsedDocument {
  return withoutStackTraces(() => parse(text, lineCounter, stackLimit))
}

function parse(text: string, lineCounter: LineCounter, stackLimit: number): ParsedDocument {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    // Quadratic in yaml (40,000 keys take 20 s); tree.ts has its own check.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'warn',
  })
  const parser = new Parser(lineCounter.addNewLine)
  const [document, second] = composer.compose(boundedTokens(parser, text, lineCounter, stackLimit), true, text.length)
  if (parser.stack.length > stackLimit) return { kind: 'too deep', offset: parser.offset }
  // The composer was asked for a document in any case.
  if (document === undefined) throw new TypeError('nothing was composed')
  if (second !== undefined)
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'a second document'))
  return { kind: 'document', document }
}

/** The tokens of a text, up to where it is too deep or has too many signs out of place. */
function* boundedTokens(
  parser: Parser,
  text: string,
  lineCounter: LineCounter,
  stackLimit: number,
): Iterable<CST.Token> {
  lineCounter.addNewLine(0)
  let errors = 0
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors += 1
      if (errors > ERROR_LIMIT) return
      yield token
    }
    if (parser.stack.length > stackLimit) return
  }
  yield* parser.end()
}

/** The parser makes an error of every mistake, and spends most of its time on stack traces that nobody reads. */
function withoutStackTraces<Result>(act: () => Result): Result {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return act()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

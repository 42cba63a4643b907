import { unreachable } from '../../names.ts'
import type { Problem } from '../stream.ts'
import { dead, quotedToken, type Commented, type TextReading, type TextStanding } from './commented.ts'
import { nextTomlToken, type TomlToken } from './toml-token.ts'

/**
 * Reads TOML: strings of one line can be marked, as the value of a key or an item of an array. A comment belongs to the
 * last value on its line; as an inline table ends on the line it began, that may be the last one inside of it.
 * A text that is no TOML has no values at all: what a string is would be a guess.
 */
export function readToml(text: string): TextReading {
  const reader = new TomlReader()
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const token = nextTomlToken(text, at)
    const reason = reader.take(text, token)
    if (reason !== undefined) return { kind: 'unreadable', problem: problem(token.start, reason) }
    at = token.end
  }
  if (!reader.complete) return { kind: 'unreadable', problem: problem(text.length, 'a value or a bracket is missing') }
  return { kind: 'read', comments: reader.comments }
}

function problem(offset: number, reason: string): Problem {
  return { offset, reason: `it is not TOML: ${reason}` }
}

/** `line`: a statement may start. `item`, `pair`: inside brackets, a value or a key may start. `after`: a value ended. */
type Expected = 'line' | 'header' | 'key' | 'value' | 'item' | 'pair' | 'after'

const OWN_LINE = dead('on a line of its own')

class TomlReader {
  readonly comments: Commented[] = []
  readonly #open: ('[' | '{')[] = []
  #expected: Expected = 'line'
  /** What a comment would stand on, as far as the line has been read. */
  #stands: TextStanding = OWN_LINE

  get complete(): boolean {
    return this.#open.length === 0 && ['line', 'header', 'after'].includes(this.#expected)
  }

  /** Takes one token; the answer says why it cannot stand here. */
  take(text: string, token: TomlToken): string | undefined {
    switch (token.kind) {
      case 'blank':
        return undefined
      case 'bad':
        return token.reason
      case 'comment':
        return this.#comment(text, token)
      case 'newline':
        return this.#newline()
      case 'string':
      case 'text':
      case 'bare':
        return this.#word(text, token)
      case '[':
      case ']':
      case '{':
      case '}':
      case '=':
      case ',':
        return this.#sign(token.kind)
      default:
        return unreachable(token)
    }
  }

  #comment(text: string, { start, end }: TomlToken): string | undefined {
    if (this.#expected === 'key' || this.#expected === 'value') return 'a comment stands where a value is missing'
    const ownLine = this.#stands === OWN_LINE
    this.comments.push({ offset: start, source: text.slice(start, end), ownLine, stands: this.#stands })
    return undefined
  }

  #newline(): string | undefined {
    if (this.#expected === 'key' || this.#expected === 'value') return 'the line ends before its value'
    if (this.#open.length === 0) this.#expected = 'line'
    this.#stands = OWN_LINE
    return undefined
  }

  #word(text: string, { kind, start, end }: TomlToken): string | undefined {
    if (this.#expected === 'header') return undefined
    if (this.#expected === 'line' || this.#expected === 'pair' || this.#expected === 'key') {
      this.#expected = 'key'
      this.#stands = dead('on a key')
      return kind === 'text' ? 'a key cannot span lines' : undefined
    }
    // A date and its time may be parted by a blank.
    if (this.#expected === 'after') return kind === 'bare' ? undefined : 'two values stand side by side'
    this.#expected = 'after'
    this.#stands =
      kind === 'string' ? onString(text, start, end) : dead(kind === 'bare' ? 'on a value that is no string' : LONG)
    return undefined
  }

  #sign(sign: '[' | ']' | '{' | '}' | '=' | ','): string | undefined {
    const expected = this.#expected
    if (expected === 'header') return sign === '[' || sign === ']' ? undefined : OUT_OF_PLACE
    if (sign === '[' && expected === 'line') {
      this.#expected = 'header'
      this.#stands = dead('on a table header')
    } else if ((sign === '[' || sign === '{') && (expected === 'value' || expected === 'item')) {
      this.#open.push(sign)
      this.#expected = sign === '[' ? 'item' : 'pair'
      this.#stands = dead('on an array or table')
    } else if (sign === '=' && expected === 'key') this.#expected = 'value'
    else if (sign === ',' && expected === 'after' && this.#open.length > 0)
      this.#expected = this.#open.at(-1) === '[' ? 'item' : 'pair'
    else if (sign === ']' && this.#open.at(-1) === '[' && (expected === 'item' || expected === 'after')) {
      this.#close()
      this.#stands = dead('after an array')
    } else if (sign === '}' && this.#open.at(-1) === '{' && (expected === 'pair' || expected === 'after')) {
      this.#close()
      if (this.#stands.kind === 'dead') this.#stands = dead('after a table')
    } else return OUT_OF_PLACE
    return undefined
  }

  #close(): void {
    this.#open.pop()
    this.#expected = 'after'
  }
}

const LONG = 'on a string over several lines'
const OUT_OF_PLACE = 'this sign is out of place'

function onString(text: string, start: number, end: number): TextStanding {
  const token = quotedToken(text, start, end)
  return token.style === 'double' && token.value.includes('\\')
    ? dead('on a string with escapes')
    : { kind: 'on', token }
}

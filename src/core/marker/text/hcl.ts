import { dead, quotedToken, type Commented, type TextReading, type TextStanding } from './commented.ts'
import { nextHclToken, type HclToken } from './hcl-token.ts'

/**
 * Reads HCL: a string literal can be marked as the value of an attribute, of an object's key, or as an item of a list, by
 * a comment (`#` or `//`) at the end of its line. What is part of an expression is never touched.
 * A text whose strings or brackets do not match up has no values at all.
 */
export function readHcl(text: string): TextReading {
  const reader = new HclReader()
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const token = nextHclToken(text, at)
    const reason = reader.take(text, token)
    if (reason !== undefined) return unreadable(token.start, reason)
    at = token.end
  }
  return reader.depth > 0
    ? unreadable(text.length, 'a bracket is not closed')
    : { kind: 'read', comments: reader.comments }
}

function unreadable(offset: number, reason: string): TextReading {
  return { kind: 'unreadable', problem: { offset, reason: `it is not HCL: ${reason}` } }
}

const OWN_LINE = dead('on a line of its own')

class HclReader {
  readonly comments: Commented[] = []
  /** Open brackets; `index` is the one of `names["first"]`. */
  readonly #open: ('{' | '[' | '(' | 'index')[] = []
  /** What came last, newest first: kinds, and signs and brackets as they are. */
  #before: readonly string[] = ['newline']
  #stands: TextStanding = OWN_LINE

  get depth(): number {
    return this.#open.length
  }

  /** Takes one token; the answer says why it cannot stand here. */
  take(text: string, { kind, start, end, reason }: HclToken): string | undefined {
    if (kind === 'bad') return reason
    if (kind === 'block comment' && text.slice(start, end).includes('\n'))
      this.#stands = dead('behind a comment over several lines')
    if (kind === 'blank' || kind === 'block comment') return undefined
    const written = kind === 'open' || kind === 'close' || kind === 'sign' ? (text[start] ?? '') : kind
    if (kind === 'comment') {
      const ownLine = this.#stands === OWN_LINE
      this.comments.push({ offset: start, source: text.slice(start, end), ownLine, stands: this.#stands })
      return undefined
    }
    if (kind === 'newline') {
      this.#stands = OWN_LINE
      // In lists and parentheses a line break is a blank.
      if (this.#open.length > 0 && this.#open.at(-1) !== '{') return undefined
    } else if (written !== ',') this.#stands = this.#standing(text, { kind, start, end })
    const mismatch = this.#brackets(written)
    this.#before = [written, ...this.#before.slice(0, 2)]
    return mismatch
  }

  #standing(text: string, { kind, start, end }: HclToken): TextStanding {
    const position = NO_STRING[kind]
    if (position !== undefined) return dead(position)
    if ((kind !== 'string' && kind !== 'word') || !this.#holdsValue()) return dead('in an expression')
    return kind === 'string'
      ? { kind: 'on', token: quotedToken(text, start, end) }
      : dead('on a value that is no string')
  }

  /** Whether a value stands here, and not a key, the label of a block or a piece of an expression. */
  #holdsValue(): boolean {
    const [last, name = '', earlier = ''] = this.#before
    const around = this.#open.at(-1)
    if (last === '=') return around === undefined || around === '{'
    if (last === ':') return around === '{' && isName(name) && ['{', ',', 'newline'].includes(earlier)
    return around === '[' && (last === '[' || last === ',')
  }

  #brackets(written: string): string | undefined {
    const [last = ''] = this.#before
    if (written === '[' && (isName(last) || last === ']' || last === ')')) this.#open.push('index')
    else if (written === '{' || written === '[' || written === '(') this.#open.push(written)
    else if (written === '}' || written === ']' || written === ')') {
      const open = this.#open.pop()
      if (open === undefined || CLOSED_BY[open] !== written) return 'a bracket closes what was not opened'
    }
    return undefined
  }
}

const NO_STRING: Readonly<Partial<Record<HclToken['kind'], string>>> = {
  template: 'on a string with an interpolation',
  escaped: 'on a string with escapes',
  heredoc: 'on a text over several lines',
  open: 'on an opening bracket',
  close: 'after a bracket',
}

const CLOSED_BY = { '{': '}', '[': ']', '(': ')', index: ']' } as const

function isName(kind: string): boolean {
  return kind === 'word' || kind === 'string' || kind === 'template' || kind === 'escaped'
}

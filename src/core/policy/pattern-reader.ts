import { unreachable } from '../names.ts'

/** The syntax that RE2 and JavaScript have in common, as far as filters of tags use it. */

/** A set of ASCII characters, one bit each. */
export type Characters = bigint

export const NOTHING: Characters = 0n
const EVERYTHING: Characters = (1n << 128n) - 1n

export type Part =
  | { readonly kind: 'one'; readonly of: Characters }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeated'; readonly part: Part; readonly least: number; readonly most: number }

export interface PatternReading {
  readonly whole: Part
  /** In the order of their numbers. */
  readonly groupNames: readonly (string | undefined)[]
}

/** Reads what stands between `^` and `$`; undefined: something else is in it, or it is no pattern. */
export function readPattern(text: string): PatternReading | undefined {
  const reader = new PatternReader(text)
  const whole = reader.read()
  return whole === undefined ? undefined : { whole, groupNames: reader.groupNames }
}

/** Whether a part may take nothing. */
export function isNullable(part: Part): boolean {
  switch (part.kind) {
    case 'one':
      return false
    case 'sequence':
      return part.parts.every(isNullable)
    case 'choice':
      return part.parts.some(isNullable)
    case 'repeated':
      return part.least === 0 || isNullable(part.part)
    default:
      return unreachable(part)
  }
}

const DIGITS = range('0', '9')
const WORD = range('A', 'Z') | range('a', 'z') | DIGITS | range('_', '_')
/** Stand for themselves wherever they are. */
const LITERAL = /[A-Za-z0-9_/:=@~,-]/
const ESCAPED = /[.+/-]/
const COUNT = /\{(\d{1,2})(?:(,)(\d{1,2})?)?\}/y
const GROUP = /\((?:\?:|\?P?<([A-Za-z_]\w*)>)?/y

const DEEPEST = 10

class PatternReader {
  readonly groupNames: (string | undefined)[] = []
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): Part | undefined {
    const whole = this.#sequence()
    return this.#at === this.#text.length ? whole : undefined
  }

  #sequence(): Part | undefined {
    const parts: Part[] = []
    while (this.#at < this.#text.length && !'|)'.includes(this.#text.charAt(this.#at))) {
      const part = this.#repeated()
      if (part === undefined) return undefined
      parts.push(part)
    }
    return { kind: 'sequence', parts }
  }

  #repeated(): Part | undefined {
    const part = this.#text[this.#at] === '(' ? this.#group() : this.#one()
    const counts = part === undefined ? undefined : this.#counts()
    if (part === undefined || counts === undefined) return part
    const [least, most] = counts
    // Fewer first, or more: the same to both engines.
    this.#takeSign('?')
    // A loop of more than one character would be a loop in a loop, or lose what its groups took.
    const isPlain = part.kind === 'one' || (least === 0 && most === 1 && !isNullable(part))
    if (!isPlain || least > most || '*+?{'.includes(this.#text.charAt(this.#at) || ' ')) return undefined
    return { kind: 'repeated', part, least, most }
  }

  #counts(): readonly [least: number, most: number] | undefined {
    const plain = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const
    const sign = this.#text.charAt(this.#at)
    if (sign === '*' || sign === '+' || sign === '?') {
      this.#at += 1
      return plain[sign]
    }
    const match = this.#take(COUNT)
    if (match === undefined) return undefined
    const [, least = '', comma, most] = match
    return [Number(least), comma === undefined ? Number(least) : most === undefined ? Infinity : Number(most)]
  }

  #group(): Part | undefined {
    const open = this.#take(GROUP)
    if (open === undefined || this.#depth === DEEPEST) return undefined
    this.#depth += 1
    const [text, name] = open
    if (name !== undefined && this.groupNames.includes(name)) return undefined
    if (text !== '(?:') this.groupNames.push(name)
    const parts: Part[] = []
    do {
      const part = this.#sequence()
      if (part === undefined || (part.kind === 'sequence' && part.parts.length === 0)) return undefined
      parts.push(part)
    } while (this.#takeSign('|'))
    this.#depth -= 1
    return this.#takeSign(')') ? { kind: 'choice', parts } : undefined
  }

  #one(): Part | undefined {
    const sign = this.#text.charAt(this.#at)
    if (sign === '[') return this.#set()
    const of = sign === '.' ? EVERYTHING : sign === '\\' ? this.#escape() : LITERAL.test(sign) ? bit(sign) : undefined
    if (of === undefined) return undefined
    this.#at += sign === '\\' ? 2 : 1
    return { kind: 'one', of }
  }

  /** What the escape at hand stands for. */
  #escape(): Characters | undefined {
    const sign = this.#text.charAt(this.#at + 1)
    if (sign === 'd') return DIGITS
    if (sign === 'w') return WORD
    return ESCAPED.test(sign) ? bit(sign) : undefined
  }

  #set(): Part | undefined {
    this.#at += 1
    const isNegated = this.#takeSign('^')
    let of = NOTHING
    for (let isFirst = true; !this.#takeSign(']'); isFirst = false) {
      const member = this.#member(isFirst)
      if (member === undefined) return undefined
      of |= member
    }
    if (of === NOTHING) return undefined
    return { kind: 'one', of: isNegated ? EVERYTHING & ~of : of }
  }

  #member(isFirst: boolean): Characters | undefined {
    const [first = '', dash = '', last = ''] = this.#text.slice(this.#at, this.#at + 3)
    if (first === '\\') {
      const of = this.#escape()
      this.#at += 2
      // `\d-x` is not read alike everywhere.
      return this.#text[this.#at] === '-' ? undefined : of
    }
    if (first === '-' && !isFirst && dash !== ']') return undefined
    if (dash === '-' && last !== ']') {
      this.#at += 3
      return isAlike(first, last) && first <= last ? range(first, last) : undefined
    }
    this.#at += 1
    return /[\w.+/:-]/.test(first) ? bit(first) : undefined
  }

  #takeSign(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false
    this.#at += 1
    return true
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text) ?? undefined
    if (match !== undefined) this.#at = pattern.lastIndex
    return match
  }
}

/** Both ends of a range among digits, or among letters of one case. */
function isAlike(first: string, last: string): boolean {
  return [/\d/, /[a-z]/, /[A-Z]/].some((kind) => kind.test(first) && kind.test(last))
}

function bit(character: string): Characters {
  return 1n << BigInt(character.charCodeAt(0))
}

function range(first: string, last: string): Characters {
  return (bit(last) << 1n) - bit(first)
}

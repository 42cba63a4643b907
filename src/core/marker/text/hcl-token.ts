/**
 * A piece of HCL. `string` is a quoted template: `template` when it holds an interpolation, `escaped` when what it says
 * is not what is written. `operator` is every sign that only expressions have; `sign` is one of `=:,?` alone.
 */
export interface HclToken {
  readonly kind:
    | 'blank'
    | 'newline'
    | 'comment'
    | 'block comment'
    | 'string'
    | 'template'
    | 'escaped'
    | 'heredoc'
    | 'word'
    | 'operator'
    | 'open'
    | 'close'
    | 'sign'
    | 'bad'
  readonly start: number
  readonly end: number
  /** Why it is bad. */
  readonly reason?: string
}

/** Reads the token at an offset below the length of the text. */
export function nextHclToken(text: string, start: number): HclToken {
  const first = text[start] ?? ''
  const one = (kind: HclToken['kind']): HclToken => ({ kind, start, end: start + 1 })
  if (first === '\n') return one('newline')
  if (first === ' ' || first === '\t' || first === '\r') return one('blank')
  if (first === '#' || text.startsWith('//', start)) return { kind: 'comment', start, end: endOfLine(text, start) }
  if (text.startsWith('/*', start)) return blockComment(text, start)
  if (first === '"') return string(text, start)
  if (text.startsWith('<<', start)) return heredoc(text, start)
  if ('[{('.includes(first)) return one('open')
  if (')]}'.includes(first)) return one('close')
  if (OPERATORS.some((operator) => text.startsWith(operator, start))) return { kind: 'operator', start, end: start + 2 }
  if ('=:,?'.includes(first)) return one('sign')
  if ('+-*/%<>!&|.'.includes(first)) return one('operator')
  WORD.lastIndex = start
  const word = WORD.exec(text)
  return word === null ? one('operator') : { kind: 'word', start, end: WORD.lastIndex }
}

const OPERATORS = ['==', '!=', '<=', '>=', '=>', '&&', '||', '::']
const WORD = /[\p{L}\p{N}_-]+/uy

/** The end of a line, before its line break: a carriage return before the newline is no part of it. */
function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start)
  const end = newline === -1 ? text.length : newline
  return text[end - 1] === '\r' ? end - 1 : end
}

function blockComment(text: string, start: number): HclToken {
  const close = text.indexOf('*/', start + 2)
  return close === -1
    ? { kind: 'bad', start, end: text.length, reason: 'a comment does not end' }
    : { kind: 'block comment', start, end: close + 2 }
}

/** A template may hold expressions, those strings again, and so on: a stack and no recursion. */
function string(text: string, start: number): HclToken {
  const inside: ('string' | 'braces')[] = ['string']
  let kind: HclToken['kind'] = 'string'
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at]
    if (inside.at(-1) === 'braces') {
      if (character === '"') inside.push('string')
      else if (character === '{') inside.push('braces')
      else if (character === '}') inside.pop()
    } else if (character === '"') {
      inside.pop()
      if (inside.length === 0) return { kind, start, end: at + 1 }
    } else if (character === '\\') {
      kind = kind === 'template' ? kind : 'escaped'
      at += 1
    } else if (character === '\n') break
    else if ((character === '$' || character === '%') && text[at + 1] === '{') {
      // `$${` is how `${` is written.
      if (text[at - 1] === character && at - 1 > start) kind = kind === 'template' ? kind : 'escaped'
      else {
        kind = 'template'
        inside.push('braces')
      }
      at += 1
    }
  }
  return { kind: 'bad', start, end: text.length, reason: 'a string does not end on its line' }
}

const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy

function heredoc(text: string, start: number): HclToken {
  HEREDOC.lastIndex = start
  const name = HEREDOC.exec(text)?.[1]
  if (name === undefined) return { kind: 'operator', start, end: start + 2 }
  for (let at = HEREDOC.lastIndex; at < text.length;) {
    const end = endOfLine(text, at)
    if (text.slice(at, end).trim() === name) return { kind: 'heredoc', start, end }
    const newline = text.indexOf('\n', end)
    at = newline === -1 ? text.length : newline + 1
  }
  return { kind: 'bad', start, end: text.length, reason: `the text that starts with <<${name} does not end` }
}

/** A piece of TOML. `string` is one of a single line, `text` one of three quotes, `bare` a key, number, date or word. */
export type TomlToken =
  | { readonly kind: Kind; readonly start: number; readonly end: number }
  | { readonly kind: 'bad'; readonly start: number; readonly end: number; readonly reason: string }

type Kind = 'blank' | 'newline' | 'comment' | 'string' | 'text' | 'bare' | Sign
type Sign = '[' | ']' | '{' | '}' | '=' | ','

/** Reads the token at an offset below the length of the text. Loops and no patterns over strings: depth costs nothing. */
export function nextTomlToken(text: string, start: number): TomlToken {
  const first = text[start] ?? ''
  if (isSign(first)) return { kind: first, start, end: start + 1 }
  if (first === '\n') return { kind: 'newline', start, end: start + 1 }
  if (first === '\r')
    return text[start + 1] === '\n'
      ? { kind: 'newline', start, end: start + 2 }
      : { kind: 'bad', start, end: start + 1, reason: 'a carriage return stands alone' }
  if (first === ' ' || first === '\t') return { kind: 'blank', start, end: start + 1 }
  if (first === '#') return { kind: 'comment', start, end: until(text, start, BREAK) }
  if (first === '"' || first === "'")
    return text.startsWith(first.repeat(3), start) ? longString(text, start, first) : shortString(text, start, first)
  return { kind: 'bare', start, end: until(text, start, END_OF_BARE) }
}

function isSign(character: string): character is Sign {
  return character !== '' && '[]{}=,'.includes(character)
}

const BREAK = '\r\n'
const END_OF_BARE = ` \t\r\n#"'=,[]{}`

function until(text: string, start: number, stops: string): number {
  let at = start
  while (at < text.length && !stops.includes(text[at] ?? '')) at += 1
  return at
}

function shortString(text: string, start: number, quote: string): TomlToken {
  for (let at = start + 1; at < text.length && !BREAK.includes(text[at] ?? ''); at += 1) {
    if (text[at] === quote) return { kind: 'string', start, end: at + 1 }
    if (quote === '"' && text[at] === '\\') at += 1
  }
  return { kind: 'bad', start, end: text.length, reason: 'a string does not end on its line' }
}

function longString(text: string, start: number, quote: string): TomlToken {
  const fence = quote.repeat(3)
  for (let at = start + 3; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1
    else if (text.startsWith(fence, at)) {
      // One or two more quotes before the closing three are content.
      let end = at + 3
      while (end < at + 5 && text[end] === quote) end += 1
      return { kind: 'text', start, end }
    }
  }
  return { kind: 'bad', start, end: text.length, reason: 'a string of three quotes does not end' }
}

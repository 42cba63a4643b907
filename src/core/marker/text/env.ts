import { dead, lineEnd, quotedToken, type Commented, type TextReading, type TextStanding } from './commented.ts'

/**
 * Reads `KEY=value` lines. Readers of this format differ (a shell, Compose, the dotenv libraries), so only what all of
 * them read alike can be marked: one value without escapes and variables, a blank, and the comment.
 */
export function readEnv(text: string): TextReading {
  const comments: Commented[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    if (isStrayQuote(text, at))
      return {
        kind: 'unreadable',
        problem: { offset: at, reason: 'it is not KEY=value lines: a quote stands outside of a value' },
      }
    at = readLine(text, at, comments) + 1
  }
  return { kind: 'read', comments }
}

/** Readers do not agree where what such a line opens would end; so nobody can say what the lines below it are. */
function isStrayQuote(text: string, start: number): boolean {
  const line = text.slice(start, lineEnd(text, start))
  return !ASSIGNMENT.test(line) && /^[^#]*['"`]/.test(line)
}

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=[ \t]*/

/** Reads the line at `start`, and further ones when its value spans them. Where the last of them ends. */
function readLine(text: string, start: number, comments: Commented[]): number {
  const end = lineEnd(text, start)
  const line = text.slice(start, end)
  const head = ASSIGNMENT.exec(line)?.[0]
  if (head === undefined) {
    const ownLine = /^[ \t]*#/.test(line)
    const stands = dead(ownLine ? 'on a line of its own' : 'on a line that is no KEY=value')
    tell(comments, text, start, end, stands, ownLine)
    return end
  }
  const from = start + head.length
  const quote = text[from]
  return quote === '"' || quote === "'" || quote === '`'
    ? readQuoted(text, from, quote, comments)
    : readBare(text, from, end, comments)
}

const GLUED = dead('directly behind the value, without a blank before its #', 'Put a blank there.')

function readBare(text: string, from: number, end: number, comments: Commented[]): number {
  const rest = text.slice(from, end)
  const hash = /(?:^|[ \t])#/.exec(rest)
  let length = hash?.index ?? rest.length
  while (rest[length - 1] === ' ' || rest[length - 1] === '\t') length -= 1
  const value = rest.slice(0, length)
  if (value.includes('#')) {
    comments.push(commented(text, from + rest.indexOf('#'), end, GLUED, false))
    return end
  }
  const stands: TextStanding =
    value === ''
      ? dead('on an empty value')
      : /[\s'"`\\$]/.test(value)
        ? dead('on a value with blanks, quotes, escapes or variables')
        : { kind: 'on', token: { start: from, end: from + length, value, style: 'plain' } }
  tell(comments, text, from, end, stands)
  return end
}

function readQuoted(text: string, from: number, quote: string, comments: Commented[]): number {
  const close = closingQuote(text, from, quote)
  const line = lineEnd(text, from)
  if (close === undefined) {
    tell(comments, text, from, line, dead('on a value whose quote does not end'))
    return line
  }
  const end = lineEnd(text, close)
  const behind = /^([ \t]*)(#?)/.exec(text.slice(close + 1, end))
  const stands = (): TextStanding => {
    if (close > line) return dead('behind a value over several lines')
    if (behind?.[2] === '') return dead('behind other text after the value')
    if (behind?.[1] === '') return GLUED
    if (quote === '`' || (quote === '"' ? /[\\$`]/ : /\\/).test(text.slice(from, close)))
      return dead('on a value with escapes or variables')
    return { kind: 'on', token: quotedToken(text, from, close + 1) }
  }
  tell(comments, text, close + 1, end, stands())
  return end
}

/** Only double quotes can be escaped; a quote that never closes is looked for once, as nothing after it can be one. */
function closingQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === quote) return at
    if (quote === '"' && text[at] === '\\') at += 1
  }
  return undefined
}

/** The comment between two offsets, where there is one. */
function tell(
  comments: Commented[],
  text: string,
  from: number,
  end: number,
  stands: TextStanding,
  ownLine = false,
): void {
  const hash = text.slice(from, end).indexOf('#')
  if (hash !== -1) comments.push(commented(text, from + hash, end, stands, ownLine))
}

function commented(text: string, offset: number, end: number, stands: TextStanding, ownLine: boolean): Commented {
  return { offset, source: text.slice(offset, end), ownLine, stands }
}

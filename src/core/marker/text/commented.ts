import type { ScalarStyle } from '../field.ts'
import type { Problem } from '../stream.ts'

/** What the scanner of a format makes of a text: its comments, each with what a marker in it would mark. */
export type TextReading =
  | { readonly kind: 'read'; readonly comments: readonly Commented[] }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

/** Offsets are UTF-16 code units into the text, half-open, as everywhere. */
export interface Commented {
  readonly offset: number
  /** As written, with its `#` or `//`. */
  readonly source: string
  /** Nothing else stands on its line. */
  readonly ownLine: boolean
  readonly stands: TextStanding
}

/** What a comment stands on. */
export type TextStanding =
  | { readonly kind: 'on'; readonly token: ValueToken }
  /** `position` goes on from "it stands …"; `instead` says where to put it, when that is not the end of the line. */
  | { readonly kind: 'dead'; readonly position: string; readonly instead?: string }

/** A value, quotes included. It holds no escapes: what stands between its quotes is what it says. */
export interface ValueToken {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly style: Exclude<ScalarStyle, 'block'>
}

/** A place where a marker marks nothing. */
export function dead(position: string, instead: string = PLAIN): TextStanding {
  return { kind: 'dead', position, instead }
}

const PLAIN = 'Put it at the end of a line with one plain value: no escapes, variables or expressions.'

/** A value between quotes that both are one character long. */
export function quotedToken(text: string, start: number, end: number): ValueToken {
  return { start, end, value: text.slice(start + 1, end - 1), style: text[start] === "'" ? 'single' : 'double' }
}

/** The offset of the line break at or after `from`, or the end of the text. A lone carriage return breaks too. */
export function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

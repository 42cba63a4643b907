import type { PolicyName } from '../names.ts'
import { FLUX_GROUP } from '../policy/flux/group.ts'
import { MARKER_TEXT } from './marker.ts'

/** What a file may matter to, told by its bytes alone: cheap, and never too little. */
export interface Mentions {
  /** The policies that its markers name; `any`: there is a comment that only reading can tell. */
  readonly names: ReadonlySet<PolicyName> | 'any'
  /** Whether it may hold objects of Flux. */
  readonly flux: boolean
}

const WORD = 'imagepolicy'
// What stands around the word where the name is spelled as it is meant: no escape of JSON, of a URI or of a JSON pointer.
const BEFORE = '"$'
const PLAIN =
  /"\$imagepolicy"[ \t]*:[ \t]*"([A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z0-9][A-Za-z0-9._-]*)(?::(?:tag|name|digest))?"/y
// Of kyaml's long form; the rest of it may be escaped.
const LONG_FORM = 'k8s.cli.setters'

const ESCAPE = '\\u'

/** Each line that says anything here holds one of these texts, in capitals or not. */
export const MENTION_TEXTS: readonly string[] = [WORD, LONG_FORM, ESCAPE, FLUX_GROUP]

// Every byte a character: what is looked for is ASCII, and in UTF-8 nothing else is made of it.
const LATIN_1 = new TextDecoder('latin1')

/** Reads no format: what looks like a marker counts wherever it stands, and a near miss may name any policy. */
export function mentionsOf(bytes: Uint8Array): Mentions {
  return mentionsIn(LATIN_1.decode(bytes))
}

/**
 * The same of bytes that were made text, a character each.
 * @param text all of it, or no more than the lines that hold one of `MENTION_TEXTS`
 */
export function mentionsIn(text: string): Mentions {
  return { names: namesIn(text), flux: text.includes(FLUX_GROUP) }
}

/** The same of a file that is to hold one of some texts, in ASCII; undefined: it holds none. */
export function mentionsWith(texts: readonly string[], content: Uint8Array | string): Mentions | undefined {
  const text = typeof content === 'string' ? content : LATIN_1.decode(content)
  return texts.some((one) => text.includes(one)) ? mentionsIn(text) : undefined
}

function namesIn(text: string): Mentions['names'] {
  if (!text.includes(MARKER_TEXT)) return new Set()
  if (text.includes(LONG_FORM) || hasEscape(text)) return 'any'
  const names = new Set<PolicyName>()
  // In capitals too, which is no marker, but may have been meant for one.
  const small = text.toLowerCase()
  for (let at = small.indexOf(WORD); at !== -1; at = small.indexOf(WORD, at + WORD.length)) {
    PLAIN.lastIndex = at - BEFORE.length
    const name = PLAIN.exec(text)?.[1]
    if (name === undefined) return 'any'
    names.add(name as PolicyName)
  }
  return names
}

/** Whether something like an object of JSON, which stands on one line, may spell a letter as `\u0024`. */
function hasEscape(text: string): boolean {
  if (!text.includes(ESCAPE)) return false
  return text.split(/[\r\n]/).some((line) => {
    const start = line.indexOf('{')
    return start !== -1 && line.includes(ESCAPE, start)
  })
}

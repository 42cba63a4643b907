import { unreachable } from '../names.ts'
import { fitsPlain } from './plain.ts'
import type { MarkedField } from './field.ts'

/**
 * The text that takes the place of `text[field.start, field.end)` so that the field reads as `value`.
 * The style stays; plain becomes double-quoted when YAML would read the plain text as anything else, and so does single
 * when it holds what only escapes can write. A block scalar gets one content line: a value that does not fit on one is
 * caught by the proof of the edit.
 */
export function scalarText(field: Pick<MarkedField, 'style' | 'inFlow'>, value: string): string {
  switch (field.style) {
    case 'block':
      return value
    case 'double':
      return doubleQuoted(value)
    case 'single':
      return MUST_ESCAPE.test(value) ? doubleQuoted(value) : `'${value.replaceAll("'", "''")}'`
    case 'plain':
      return fitsPlain(value, field.inFlow) ? value : doubleQuoted(value)
    default:
      return unreachable(field.style)
  }
}

// Control characters, the line breaks of YAML 1.1, the byte order mark and halves of pairs.
const MUST_ESCAPE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function doubleQuoted(value: string): string {
  const escaped = value.replace(new RegExp(`["\\\\]|${MUST_ESCAPE.source}`, 'g'), (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : (SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
  return `"${escaped}"`
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

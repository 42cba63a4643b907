import type { MarkedField } from '../field.ts'

/**
 * The text that takes the place of a value outside YAML, or undefined where it cannot be written. Quotes stay as they
 * are, so a string stays a string; every character of an image reference says itself in all these formats, with quotes
 * and without, and nothing else is ever written.
 */
export function tokenText({ style }: Pick<MarkedField, 'style'>, value: string): string | undefined {
  if (!/^[\w./:@+-]*$/.test(value)) return undefined
  return style === 'double' ? `"${value}"` : style === 'single' ? `'${value}'` : value
}

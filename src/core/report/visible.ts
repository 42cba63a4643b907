// Everything a terminal, a log or a reviewer's eye could be misled by: controls (escape sequences, line breaks, C1), format
// characters (bidirectional overrides, zero width, tags), the separators U+2028/9, lone surrogates, private use, unassigned.
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu

/** Untrusted text for one line: what cannot be seen is written as an escape (`\n`, `\u{202e}`), everything else stays. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, escapeCharacter)
}

/** The same for a line of a file, where a tab is harmless and usual. */
export function visibleLine(text: string): string {
  return text.split('\t').map(visible).join('\t')
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeCharacter(character: string): string {
  return SHORT[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

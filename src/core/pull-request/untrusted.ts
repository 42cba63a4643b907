/**
 * Text from tags, commits, YAML and the forge, made harmless wherever it goes: nothing invisible is left in it, nobody is
 * mentioned by it, it refers to no issue, and no instruction to skip checks works. For commit messages and titles this is
 * enough; for Markdown see markdown.ts.
 */
export function harmless(text: string): string {
  return breakReferences(showInvisible(text))
}

/** At most `limit` UTF-16 units, never half a surrogate pair; what was cut ends in `…`. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** One line: every run of white space is one space, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Parts a token that the forge would act on; a reader does not see it. */
export const ZERO_WIDTH_SPACE = '\u200B'

/**
 * Control characters, line breaks, bidirectional controls, lone surrogates and whatever has no width become visible
 * escapes. Joiners and variation selectors stay: scripts and emoji need them, and they hide nothing.
 */
export function showInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
    NEEDED.has(character) ? character : escapeOf(character),
  )
}

/** The same for a line of a log or a diff, where a tab is harmless and usual. */
export function showLine(line: string): string {
  return line.split('\t').map(showInvisible).join('\t')
}

/**
 * Mentions, issue numbers (`#1`, `owner/repo#1`, `GH-1`, addresses of issues), HTML comments and `[skip ci]` are parted.
 * Code spans do not protect from them: mail replies, squashed commit messages and other renderers read the bare text.
 */
export function breakReferences(text: string): string {
  return text
    .replace(/[@#]|<(?=!--)/g, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/GH(?=-\d)/gi, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/\/(?:issues|pulls?|discussions)\/(?=\d)/gi, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/\[(?=\s*(?:skip|no|ci|actions)[\s-])/gi, `$&${ZERO_WIDTH_SPACE}`)
}

const NEEDED: ReadonlySet<string> = new Set(['\u200C', '\u200D', '\uFE0E', '\uFE0F'])
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16)
  return NAMED[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`)
}

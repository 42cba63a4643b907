import { breakReferences, harmless, oneLine, showInvisible, ZERO_WIDTH_SPACE } from './untrusted.ts'

/**
 * Untrusted text as a code span of GitHub Flavoured Markdown, good in prose and in table cells. Shows every character,
 * the invisible ones as escapes. Outside of tables a `|` shows with the backslash that a table needs.
 */
export function codeSpan(text: string): string {
  // A backslash right before ours would undo it in some renderers, so they are parted.
  const shown = harmless(text).replace(/(\\?)\|/g, (_, before: string) =>
    before === '' ? '\\|' : `\\${ZERO_WIDTH_SPACE}\\|`,
  )
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  // Renderers strip one space from both ends, if both are there: then, and next to a backtick, we give them ours.
  const padding = shown === '' || /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${padding}${shown}${shown === '' ? '' : padding}${fence}`
}

/**
 * Untrusted text as prose on one line: no markup, raw HTML, link, mention, issue reference, list, heading or table break
 * comes of it.
 */
export function plainText(text: string): string {
  const escaped = showInvisible(oneLine(text))
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)/g, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`)
  return breakReferences(escaped)
}

/** A link, or the plain text alone where the address is not plainly http(s) or holds an unusual character. */
export function link(text: string, url: string | undefined): string {
  return linked(plainText(text), url)
}

/** The same with the text as code. */
export function codeLink(text: string, url: string | undefined): string {
  return linked(codeSpan(text), url)
}

/** Puts path segments of any text behind an address. */
export function joinUrl(base: string, ...segments: readonly string[]): string {
  return [base, ...segments.map(encodeSegment)].join('/')
}

/** A row of a table from cells that are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, ' ')).join(' | ')} |`
}

// No `@`, quotes, brackets or entities, and a fragment only for lines: nothing here can end the link or be a reference.
const SAFE_URL =
  /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:\/[A-Za-z0-9._~%+,:=/-]*)?(?:\?[A-Za-z0-9._~%+,:=&/-]*)?(?:#L\d+(?:-L\d+)?)?$/
const URL_LIMIT = 2_000

function linked(label: string, url: string | undefined): string {
  const address = url === undefined ? undefined : withoutIssues(url)
  return address !== undefined && address.length <= URL_LIMIT && SAFE_URL.test(address)
    ? `[${label}](${address})`
    : label
}

/** An address in which no path or query spells an issue number; undefined where the host does. */
function withoutIssues(url: string): string | undefined {
  const [host = ''] = /^[a-z]+:\/\/[^/?#]*/i.exec(url) ?? []
  return ISSUE.test(host) ? undefined : host + url.slice(host.length).replace(ISSUES, percent)
}

const ISSUE = /GH-\d/i
const ISSUES = /(?<=GH)-(?=\d)/gi

// encodeURIComponent throws on lone surrogates, and leaves five characters that Markdown or SAFE_URL does not want.
// Nor does a path spell an issue number: a squashed commit message takes addresses as text.
function encodeSegment(segment: string): string {
  return segment
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*]|(?<=GH)-(?=\d)/gi, percent))
    .join('/')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

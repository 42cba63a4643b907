/** A line that the runner takes for a command. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
  /** `::name k=v::data` at the start of a line, or the old `##[name k=v;]data` anywhere in it. */
  readonly syntax: 'new' | 'old'
}

/**
 * Reads a line of stdout or stderr as the runner does (actions/runner, ActionCommand.cs): only known names count; what does
 * not parse in the new syntax is tried in the old one.
 */
export function readCommand(line: string): Command | undefined {
  return readNew(line) ?? readOld(line)
}

const KNOWN: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

function readNew(line: string): Command | undefined {
  const [, head, data] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? []
  if (head === undefined || data === undefined) return undefined
  return command('new', head, ',', data, unescapeNew)
}

function readOld(line: string): Command | undefined {
  const [, head, data] = /##\[(.*?)\](.*)$/s.exec(line) ?? []
  if (head === undefined || data === undefined) return undefined
  return command('old', head, ';', data, unescapeOld)
}

function command(
  syntax: Command['syntax'],
  head: string,
  separator: string,
  data: string,
  unescape: (text: string) => string,
): Command | undefined {
  const [, name = '', rest = ''] = /^([^ ]*) ?(.*)$/s.exec(head) ?? []
  if (!KNOWN.has(name.toLowerCase())) return undefined
  const pairs = rest
    .trim()
    .split(separator)
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))] as const)
  return { name: name.toLowerCase(), properties: Object.fromEntries(pairs), data: unescape(data), syntax }
}

function unescapeNew(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

function unescapeOld(text: string): string {
  return text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%5D', ']')
}

/** A comment line, from its `#` on; `inside`: between the lines of one instruction. */
export interface CommentLine {
  readonly start: number
  readonly end: number
  readonly inside: boolean
}

export interface Instruction {
  /** In upper case. */
  readonly keyword: string
  readonly argumentsAt: number
  readonly end: number
  /** What is no argument: line continuations, and comment and empty lines between the lines of the instruction. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[]
  /** Which of the comments stands on the line directly above. */
  readonly above?: number
}

/** The comment lines and instructions of a Dockerfile; what stands in a heredoc is neither. */
export function readLines(text: string): {
  readonly comments: readonly CommentLine[]
  readonly instructions: readonly Instruction[]
} {
  const lines = listLines(text)
  const escape = escapeCharacter(text, lines)
  const terminators = terminatorIndex(text, lines)
  const comments: CommentLine[] = []
  const instructions: Instruction[] = []
  let above: number | undefined
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? END
    const hash = commentStart(text, line)
    if (hash !== undefined) {
      comments.push({ start: hash, end: line.end, inside: false })
      above = comments.length - 1
      continue
    }
    const written = text.slice(line.start, line.end)
    const keyword = /^[ \t]*([A-Za-z]+)(?=[ \t]|$)/.exec(written)
    if (written.trim() === '') {
      above = undefined
      continue
    }
    const last = lastLine(text, lines, at, escape, comments)
    if (keyword?.[1] !== undefined) {
      const argumentsAt = line.start + keyword[0].length
      const end = Math.max(argumentsAt, (lines[last] ?? line).end)
      const instruction = {
        keyword: keyword[1].toUpperCase(),
        argumentsAt,
        end,
        gaps: gapsOf(text, lines, at, last, escape),
      }
      instructions.push(above === undefined ? instruction : { ...instruction, above })
    }
    at = afterHeredocs(text.slice(line.start, (lines[last] ?? line).end), last, terminators)
    above = undefined
  }
  return { comments, instructions }
}

/** The arguments of an instruction with a NUL for each character that is none, so that offsets stay. */
export function flatten(text: string, { argumentsAt, end, gaps }: Instruction): string {
  const pieces: string[] = []
  let done = argumentsAt
  for (const gap of gaps) {
    pieces.push(text.slice(done, gap.start), '\0'.repeat(gap.end - gap.start))
    done = gap.end
  }
  return [...pieces, text.slice(done, end)].join('')
}

interface Line {
  readonly start: number
  /** Before the line break. */
  readonly end: number
}

const END: Line = { start: 0, end: 0 }

function listLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    lines.push({ start, end: end > start && text[end - 1] === '\r' ? end - 1 : end })
    start = end + 1
  }
  return lines
}

/** Parser directives stand above everything else; one of them says which character continues a line. */
function escapeCharacter(text: string, lines: readonly Line[]): string {
  for (const { start, end } of lines) {
    const directive = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S+)[ \t]*$/.exec(text.slice(start, end))
    if (directive === null) break
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\'
  }
  return '\\'
}

function commentStart(text: string, { start, end }: Line): number | undefined {
  let at = start
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1
  return at < end && text[at] === '#' ? at : undefined
}

/** Where the continuation at the end of a line starts, or undefined when the next line is another instruction. */
function continuation(text: string, { start, end }: Line, escape: string): number | undefined {
  let at = end
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1
  return at > start && text[at - 1] === escape ? at - 1 : undefined
}

/** The last line of the instruction that starts at a line. Comments on the way are kept; empty lines end nothing. */
function lastLine(text: string, lines: readonly Line[], from: number, escape: string, comments: CommentLine[]): number {
  let last = from
  let goesOn = continuation(text, lines[from] ?? END, escape) !== undefined
  for (let at = from + 1; goesOn && at < lines.length; at += 1) {
    const line = lines[at] ?? END
    const hash = commentStart(text, line)
    if (hash !== undefined) comments.push({ start: hash, end: line.end, inside: true })
    else if (text.slice(line.start, line.end).trim() !== '') goesOn = continuation(text, line, escape) !== undefined
    last = at
  }
  return last
}

function gapsOf(text: string, lines: readonly Line[], from: number, last: number, escape: string): Instruction['gaps'] {
  const gaps: { start: number; end: number }[] = []
  for (let at = from; at < last; at += 1) {
    const line = lines[at] ?? END
    const isNothing =
      at > from && (commentStart(text, line) !== undefined || text.slice(line.start, line.end).trim() === '')
    const start = isNothing ? line.start : (continuation(text, line, escape) ?? line.end)
    gaps.push({ start, end: (lines[at + 1] ?? line).start })
  }
  const line = lines[last] ?? END
  const trailing = last > from && commentStart(text, line) !== undefined ? line.start : continuation(text, line, escape)
  if (trailing !== undefined) gaps.push({ start: trailing, end: line.end })
  return gaps
}

/** Lines by what they hold, for finding the end of a heredoc without reading on to the end of the file each time. */
type Terminators = ReadonlyMap<string, readonly number[]>

function terminatorIndex(text: string, lines: readonly Line[]): Terminators {
  const index = new Map<string, number[]>()
  if (!text.includes('<<')) return index
  for (const [at, { start, end }] of lines.entries()) {
    const written = text.slice(start, end)
    for (const name of new Set([written, written.replace(/^\t+/, '\t')])) {
      const known = index.get(name)
      if (known === undefined) index.set(name, [at])
      else known.push(at)
    }
  }
  return index
}

const HEREDOC = /(?<=[ \t])[0-9]*<<(-?)(["']?)([A-Za-z0-9_.-]+)\2(?=[ \t\r\n]|$)/g

/** The last line of the heredocs that an instruction opens; a name that no line ends with opens none. */
function afterHeredocs(instruction: string, last: number, terminators: Terminators): number {
  if (!/^[ \t]*(?:ONBUILD[ \t]+)?(?:RUN|COPY|ADD)[ \t]/i.test(instruction)) return last
  let at = last
  for (const [, tabs, , name = ''] of instruction.matchAll(HEREDOC)) {
    const plain = nextAfter(terminators.get(name), at)
    const tabbed = tabs === '-' ? nextAfter(terminators.get(`\t${name}`), at) : undefined
    at = Math.min(plain ?? Infinity, tabbed ?? Infinity)
    if (at === Infinity) return last
  }
  return at
}

function nextAfter(sorted: readonly number[] = [], at: number): number | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return sorted[low]
}

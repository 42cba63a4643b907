import { quotedToken, type Commented, type TextReading, type TextStanding, type ValueToken } from './commented.ts'
import { flatten, readLines, type Instruction } from './dockerfile-lines.ts'

/**
 * Reads a Dockerfile. Behind an instruction it has no comments, the text would be arguments; so a marker is the comment
 * line directly above a `FROM image`, an `ARG KEY=value` or an `ENV KEY=value` with that one value.
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function readDockerfile(text: string): TextReading {
  const { comments, instructions } = readLines(text)
  const marked = new Map<number, Instruction>()
  for (const instruction of instructions)
    if (instruction.above !== undefined) marked.set(instruction.above, instruction)
  const above = comments.map(({ start, end, inside }, index): Commented => {
    const instruction = marked.get(index)
    const stands = inside
      ? misplaced('inside an instruction')
      : instruction === undefined
        ? misplaced('on no line directly above an instruction')
        : standing(text, instruction)
    return { offset: start, source: text.slice(start, end), ownLine: true, stands }
  })
  const behind = instructions.flatMap((instruction) => behindInstruction(text, instruction))
  return { kind: 'read', comments: [...above, ...behind].sort((one, other) => one.offset - other.offset) }
}

function misplaced(position: string): TextStanding {
  return { kind: 'dead', position, instead: 'Put it on the line above a FROM, or an ARG or ENV with one KEY=value.' }
}

function standing(text: string, instruction: Instruction): TextStanding {
  const { keyword } = instruction
  if (keyword === 'FROM') return onFrom(text, instruction)
  if (keyword === 'ARG' || keyword === 'ENV') return onPair(text, instruction)
  return misplaced(`above ${keyword}`)
}

function onFrom(text: string, instruction: Instruction): TextStanding {
  const all = words(text, instruction)
  const [image, ...rest] = all.slice(all.findIndex(({ value }) => !value.startsWith('--')))
  const isStage = rest.length === 0 || (rest.length === 2 && rest[0]?.value.toUpperCase() === 'AS')
  if (image === undefined || image.value.startsWith('--') || !isStage)
    return misplaced('above a FROM that is not "FROM image" or "FROM image AS name"')
  if (NOT_PLAIN.test(image.value)) return misplaced('above a FROM with a variable, quotes or escapes')
  return { kind: 'on', token: image }
}

// The NUL stands for a line continuation inside the word.
// oxlint-disable-next-line no-control-regex -- see above
const NOT_PLAIN = /[$'"\\`#\u0000]/
const PAIR_START = /^[A-Za-z_][A-Za-z0-9_]*=/

function onPair(text: string, instruction: Instruction): TextStanding {
  const { keyword } = instruction
  const [pair, ...rest] = words(text, instruction)
  const head = pair === undefined ? undefined : PAIR_START.exec(pair.value)?.[0]
  if (pair === undefined || head === undefined || rest.length > 0)
    return misplaced(`above ${keyword} with anything but one KEY=value`)
  const start = pair.start + head.length
  const written = text.slice(start, pair.end)
  if (written === '') return misplaced(`above ${keyword} with an empty value`)
  const quoted = /^(?:"[^"]*"|'[^']*')$/.test(written)
  const inner = quoted ? written.slice(1, -1) : pair.value.slice(head.length)
  if (NOT_PLAIN.test(inner)) return misplaced(`above ${keyword} with a variable, quotes or escapes`)
  const token: ValueToken = quoted
    ? quotedToken(text, start, pair.end)
    : { start, end: pair.end, value: written, style: 'plain' }
  return { kind: 'on', token }
}

/** What is left of an instruction behind its keyword, parted at blanks. Past three words nobody asks. */
function words(text: string, instruction: Instruction): readonly ValueToken[] {
  const flat = flatten(text, instruction)
  const found: ValueToken[] = []
  // oxlint-disable-next-line no-control-regex -- a NUL stands for each character of a line continuation
  for (const { 0: word, index } of flat.matchAll(/[^ \t\u0000](?:[^ \t]*[^ \t\u0000])?/g)) {
    const start = instruction.argumentsAt + index
    found.push({ start, end: start + word.length, value: word, style: 'plain' })
    if (found.length > WORDS) break
  }
  return found
}

const WORDS = 8

/** People who know the other formats write it at the end of the line; there it would break the build. */
function behindInstruction(text: string, instruction: Instruction): Commented[] {
  if (!['FROM', 'ARG', 'ENV'].includes(instruction.keyword)) return []
  const written = text.slice(instruction.argumentsAt, instruction.end)
  const hash = written.search(/[ \t]#/)
  if (hash === -1 || written.includes('\n')) return []
  const offset = instruction.argumentsAt + hash + 1
  const stands = misplaced('behind an instruction, where a Dockerfile has no comments')
  return [{ offset, source: text.slice(offset, instruction.end), ownLine: false, stands }]
}

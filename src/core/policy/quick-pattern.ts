import { unreachable } from '../names.ts'
import { isNullable, NOTHING, readPattern, type Characters, type Part } from './pattern-reader.ts'

/**
 * A pattern that JavaScript's own engine matches as RE2 does, for a tenth of the time, and in bounded time too. That engine
 * goes back where it guessed wrong; here it need not guess, because no two ways on begin with the same character, but for one
 * place, and that only behind `^`. So it takes steps as the square of a tag's length at most, and tags are short.
 */
export interface QuickPattern {
  readonly regex: RegExp
  /** Name of each group by its number, which starts at one. */
  readonly groupNames: readonly (string | undefined)[]
}

/** Undefined: the pattern is none of these; it may be any, or not even one. */
export function readQuickPattern(pattern: string): QuickPattern | undefined {
  const isAnchored = pattern.startsWith('^')
  const [from, to] = [isAnchored ? 1 : 0, pattern.length - (pattern.endsWith('$') && !pattern.endsWith('\\$') ? 1 : 0)]
  const read = readPattern(pattern.slice(from, Math.max(from, to)))
  if (read === undefined || guesses(read.whole, NOTHING) > (isAnchored ? 1 : 0)) return undefined
  // Else each place of a tag could be a start, and a loop go from each to the end.
  if (!isAnchored && (firsts(read.whole, NOTHING) & looped(read.whole)) !== NOTHING) return undefined
  const source = pattern.replaceAll(/\(\?P?<\w+>/g, '(')
  return { regex: new RegExp(source), groupNames: [undefined, ...read.groupNames] }
}

/** What a quick pattern may be asked about: the characters of tags, in the length of tags. */
export function isQuickTag(tag: string): boolean {
  return tag.length <= LONGEST_TAG && TAG.test(tag)
}

const LONGEST_TAG = 128
const TAG = /^[\w.+:/-]*$/

/** What a part, or what follows it where it takes nothing, can begin with. */
function firsts(part: Part, follow: Characters): Characters {
  switch (part.kind) {
    case 'one':
      return part.of
    case 'sequence':
      return part.parts.reduceRight((after, one) => firsts(one, after), follow)
    case 'choice':
      return part.parts.reduce((all, one) => all | firsts(one, follow), NOTHING)
    case 'repeated':
      return firsts(part.part, NOTHING) | (isNullable(part) ? follow : NOTHING)
    default:
      return unreachable(part)
  }
}

/** What loops can take. */
function looped(part: Part): Characters {
  if (part.kind === 'one') return NOTHING
  if (part.kind === 'repeated') return part.most > 1 ? firsts(part.part, NOTHING) : looped(part.part)
  return part.parts.reduce((all, one) => all | looped(one), NOTHING)
}

/** At how many places the next character does not say how to go on. `follow`: what can come behind the part. */
function guesses(part: Part, follow: Characters): number {
  switch (part.kind) {
    case 'one':
      return 0
    case 'sequence': {
      let after = follow
      let count = 0
      for (const one of part.parts.toReversed()) {
        count += guesses(one, after)
        after = firsts(one, after)
      }
      return count
    }
    case 'choice': {
      const begins = part.parts.map((one) => firsts(one, follow))
      const own = begins.filter((one, index) => begins.slice(0, index).some((other) => (one & other) !== NOTHING))
      return own.length + part.parts.reduce((count, one) => count + guesses(one, follow), 0)
    }
    case 'repeated': {
      const again = part.most > 1 ? firsts(part.part, NOTHING) | follow : follow
      const isGuess = part.least < part.most && (firsts(part.part, NOTHING) & follow) !== NOTHING
      return Number(isGuess) + guesses(part.part, again)
    }
    default:
      return unreachable(part)
  }
}

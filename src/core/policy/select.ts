/** Policy × tags → the newest allowed tag, and of every other tag why it is not the one. */
import { compareBytes } from '../compare.ts'
import { quote, quotePattern } from '../image/reference.ts'
import { extractText } from './filter.ts'
import {
  compareRanked,
  compareTags,
  describeAgainst,
  isRefusal,
  rankExtracted,
  shown,
  type Ranked,
  type TagRule,
} from './order.ts'

export interface Selection {
  /** The newest tag that the policy admits; undefined when there is none. */
  readonly selected: string | undefined
  /** Every other tag with its reason, in descending order of bytes. */
  readonly refused: readonly RefusedTag[]
  /** Why the policy as a whole gives nothing, e.g. no tag at all, or one that is not a number. */
  readonly failure?: string
  /** Another tag with the same key or the same extract: a fixed rule chose, and a notice should say so. */
  readonly tie?: { readonly chosen: string; readonly other: string }
}

/** A selection in which each reason is put into words when it is read. */
export interface ListedSelection extends Omit<Selection, 'refused'> {
  readonly refused: Iterable<RefusedTag & TakenTag>
}

/** A tag with what its filter takes of it; undefined where that does not match. */
export interface TakenTag {
  readonly tag: string
  readonly extracted: string | undefined
}

export interface RefusedTag {
  readonly tag: string
  /** Starts in lower case, no full stop. */
  readonly why: string
}

/**
 * Selects among the tags of a registry as Flux does; the order and repetition of `tags` do not matter.
 * Equal extracts: the byte-smallest tag stays. Equal versions and numbers: byte-greatest version tag, byte-smallest
 * number tag; behind a filter, where Flux draws lots, and for dates: the greatest in natural order.
 */
export function select(policy: TagRule, tags: readonly string[]): Selection {
  return spelledOut(selectFrom(policy, tags, 'registry'))
}

/** The same for a list so long that nobody should hold all the reasons. */
export function selectListed(policy: TagRule, tags: readonly string[]): ListedSelection {
  return selectFrom(policy, tags, 'registry')
}

/** The same among the tags of one build, where a tag that is not a number says nothing about the others. */
export function selectBuilt(policy: TagRule, tags: readonly string[]): Selection {
  return spelledOut(selectFrom(policy, tags, 'built'))
}

function spelledOut(selection: ListedSelection): Selection {
  return { ...selection, refused: Array.from(selection.refused, ({ tag, why }) => ({ tag, why })) }
}

function selectFrom(policy: TagRule, tags: readonly string[], list: 'registry' | 'built'): ListedSelection {
  if (tags.length === 0) return { selected: undefined, refused: [], failure: 'there is no tag to choose from' }
  const sorted = sortDescending(tags)
  const listing = takeExtracts(policy, sorted)
  const contest = compete(policy, listing)
  const { best, equals, contenders, firstUnfit } = contest
  const refused = (chosen: number | undefined, otherwise: (at: number) => string): ListedSelection['refused'] =>
    refusals(policy, listing, contest, chosen, otherwise)

  const failure =
    contenders === 0 && firstUnfit === undefined
      ? `the filter ${quotePattern(policy.filter?.pattern ?? '')} matches none of ${sorted.length} tags`
      : policy.order.kind === 'numerical' && list === 'registry' && firstUnfit !== undefined
        ? `one tag without a number fails a numerical policy: ${firstUnfit}; let the filter keep it out`
        : undefined
  if (failure !== undefined) return { selected: undefined, refused: refused(undefined, () => failure), failure }
  if (best === undefined) return { selected: undefined, refused: refused(undefined, () => '') }
  const { order } = policy
  if (order.kind === 'commit' && contenders > 1)
    return { selected: undefined, refused: refused(undefined, () => ASKED) }

  const selected = sorted[best.at]
  if (order.kind === 'commit') return { selected, refused: refused(best.at, () => ASKED) }
  const [older, equal] = [whyNot('older than', order, best.ranked), whyNot('as new as', order, best.ranked)]
  const isEqual = new Set(equals)
  const whys = (at: number): string => {
    const [start, end] = isEqual.has(at) ? equal : older
    return start + shown(listing.extracts[at] ?? '') + end
  }
  const other = equals.find((at) => at !== best.at) ?? mergedInto(listing, best.at)
  return {
    selected,
    refused: refused(best.at, whys),
    ...(other === undefined ? {} : { tie: { chosen: best.ranked.tag, other: sorted[other] ?? '' } }),
  }
}

const ASKED = 'the ancestry of its commit is asked from the source repository at run time'

/** Tags are known by their index in the sorted list: a map of 100,000 of them would cost more than the choice. */
interface Listing {
  readonly sorted: readonly string[]
  /** What is compared of each; undefined where the filter does not match. */
  readonly extracts: readonly (string | undefined)[]
  /** The tag that stands for all with the same extract; undefined where each stands for itself. */
  readonly survivors: Int32Array | undefined
}

// As the registry scan of Flux stores them, each once.
function sortDescending(tags: readonly string[]): readonly string[] {
  // The built-in order compares UTF-16 units, several times faster than a function, and is right without surrogates.
  const sorted = tags.some((tag) => /[\ud800-\udfff]/.test(tag)) ? tags.toSorted(compareBytes) : tags.toSorted()
  return sorted.reverse().filter((tag, at) => tag !== sorted[at - 1])
}

function takeExtracts({ filter, order }: TagRule, sorted: readonly string[]): Listing {
  if (filter === undefined) return { sorted, extracts: sorted, survivors: undefined }
  const extracts = sorted.map((tag) => extractText(filter, tag))
  // Dates and commits are ours, not Flux's: there every tag stays, and the natural order decides.
  const isMerged = filter.extract !== '' && order.kind !== 'date' && order.kind !== 'commit'
  return { sorted, extracts, survivors: isMerged ? survivorsOf(extracts) : undefined }
}

/** Flux keeps one tag per extract, the last in stored order. */
function survivorsOf(extracts: Listing['extracts']): Int32Array | undefined {
  const last = new Map<string, number>()
  let taken = 0
  const isOften = repeated(extracts)
  for (const [at, extracted] of extracts.entries()) {
    if (extracted === undefined || !isOften(extracted)) continue
    last.set(extracted, at)
    taken += 1
  }
  if (last.size === taken) return undefined
  return Int32Array.from(extracts, (extracted, at) => (extracted === undefined ? at : (last.get(extracted) ?? at)))
}

const BITS = 1 << 22

/**
 * Tells of a text that it stands but once in the list; of few others it does not know. Seldom is one there twice, and a
 * map of all would take more memory than the texts.
 */
function repeated(texts: Listing['extracts']): (text: string) => boolean {
  const [once, again] = [new Uint8Array(BITS / 8), new Uint8Array(BITS / 8)]
  const isSet = (bits: Uint8Array, bit: number): boolean => ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
  const set = (bits: Uint8Array, bit: number): void => {
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
  for (const text of texts) {
    if (text === undefined) continue
    const bit = bitOf(text)
    set(isSet(once, bit) ? again : once, bit)
  }
  return (text) => isSet(again, bitOf(text))
}

function bitOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (BITS - 1)
}

/** The greatest of the tags that another stands for. */
function mergedInto({ survivors }: Listing, best: number): number | undefined {
  const at = survivors?.findIndex((survivor, index) => survivor === best && index !== best) ?? -1
  return at === -1 ? undefined : at
}

interface Contest {
  readonly best: { readonly at: number; readonly ranked: Ranked } | undefined
  /** Those that no order tells from the best, itself among them. */
  readonly equals: readonly number[]
  readonly contenders: number
  /** 1 for each that the order cannot read, or that is out of range. */
  readonly unfit: Uint8Array
  /** Why the first of these is. */
  readonly firstUnfit: string | undefined
}

/** Lets all tags compete that stand for themselves. Of those that lose nothing is kept. */
function compete(policy: TagRule, { sorted, extracts, survivors }: Listing): Contest {
  const unfit = new Uint8Array(sorted.length)
  let [best, equals]: [Contest['best'], number[]] = [undefined, []]
  let contenders = 0
  let firstUnfit: string | undefined
  for (const [at, tag] of sorted.entries()) {
    const extracted = extracts[at]
    if (extracted === undefined || (survivors !== undefined && survivors[at] !== at)) continue
    const ranked = rankExtracted(policy.order, tag, extracted)
    if (isRefusal(ranked)) {
      unfit[at] = 1
      firstUnfit ??= ranked.reason
      continue
    }
    contenders += 1
    const newer = best === undefined ? 1 : compareContenders(policy, ranked, best.ranked)
    if (newer < 0) continue
    if (newer > 0) equals = []
    equals.push(at)
    if (best === undefined || newer > 0 || breakTie(policy, tag, best.ranked.tag) > 0) best = { at, ranked }
  }
  return { best, equals, contenders, unfit, firstUnfit }
}

/** Commits are left to the source repository. */
function compareContenders({ order }: TagRule, a: Ranked, b: Ranked): number {
  return order.kind === 'commit' ? -1 : compareRanked(order, a, b)
}

/** Positive when `a` is to win, zero only for one tag. */
function breakTie({ filter, order }: TagRule, a: string, b: string): number {
  if (filter !== undefined || order.kind === 'date') return compareTags(a, b)
  return order.kind === 'numerical' ? compareBytes(b, a) : compareBytes(a, b)
}

// Both sides of the loser's own text; the same for 100,000 losers.
function whyNot(
  word: string,
  order: Exclude<TagRule['order'], { kind: 'commit' }>,
  best: Ranked,
): readonly [start: string, end: string] {
  const newer = word === 'older than' ? -1 : 0
  return [`${word} ${best.tag}: `, describeAgainst(order, best, newer)]
}

function refusals(
  { filter, order }: TagRule,
  { sorted, extracts, survivors }: Listing,
  { unfit }: Contest,
  chosen: number | undefined,
  otherwise: (at: number) => string,
): ListedSelection['refused'] {
  const noMatch = `the filter ${quotePattern(filter?.pattern ?? '')} does not match`
  const why = (tag: string, extracted: string | undefined, at: number): string => {
    if (extracted === undefined) return noMatch
    const survivor = survivors?.[at] ?? at
    if (survivor !== at)
      return `${sorted[survivor] ?? ''} has the same extract ${quote(extracted)}, and the smallest tag stands for all`
    const ranked = unfit[at] === 1 ? rankExtracted(order, tag, extracted) : undefined
    return ranked !== undefined && isRefusal(ranked) ? ranked.reason : otherwise(at)
  }
  return {
    *[Symbol.iterator]() {
      for (const [at, tag] of sorted.entries()) {
        const extracted = extracts[at]
        if (at !== chosen) yield { tag, extracted, why: why(tag, extracted, at) }
      }
    },
  }
}

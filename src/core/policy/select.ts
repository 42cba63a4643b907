/** Policy × tags → the newest allowed tag, and of every other tag why it is not the one. */
import { compareBytes } from '../compare.ts'
import { quote } from '../image/reference.ts'
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
  return selectFrom(policy, tags, 'registry')
}

/** The same among the tags of one build, where a tag that is not a number says nothing about the others. */
export function selectBuilt(policy: TagRule, tags: readonly string[]): Selection {
  return selectFrom(policy, tags, 'built')
}

// Tags are known by their index in the sorted list: a map of 100,000 of them would cost more than the choice.
type Whys = (string | undefined)[]

interface Taken {
  readonly at: number
  readonly extracted: string
}

interface Contender {
  readonly at: number
  readonly ranked: Ranked
}

function selectFrom(policy: TagRule, tags: readonly string[], list: 'registry' | 'built'): Selection {
  if (tags.length === 0) return { selected: undefined, refused: [], failure: 'there is no tag to choose from' }
  const sorted = sortDescending(tags)
  const whys: Whys = Array.from({ length: sorted.length })
  const merged = new Map<number, number>()
  const taken = takeExtracts(policy, sorted, whys, merged)
  const contenders: Contender[] = []
  let failure: string | undefined
  if (taken.length === 0)
    failure = `the filter ${quote(policy.filter?.pattern ?? '')} matches none of ${sorted.length} tags`
  for (const { at, extracted } of taken) {
    const ranked = rankExtracted(policy.order, sorted[at] ?? '', extracted)
    if (!isRefusal(ranked)) {
      contenders.push({ at, ranked })
      continue
    }
    whys[at] = ranked.reason
    if (policy.order.kind === 'numerical' && list === 'registry')
      failure ??= `one tag without a number fails a numerical policy: ${ranked.reason}; let the filter keep it out`
  }
  if (failure !== undefined) return { ...conclude(sorted, whys, undefined, failure), failure }
  const [first] = contenders
  if (first === undefined) return conclude(sorted, whys, undefined)
  const { filter, order } = policy
  if (order.kind !== 'commit') return selectNewest({ filter, order }, { sorted, contenders, first, merged }, whys)
  return contenders.length === 1
    ? conclude(sorted, whys, first.at)
    : conclude(sorted, whys, undefined, 'the ancestry of its commit is asked from the source repository at run time')
}

// As the registry scan of Flux stores them, each once.
function sortDescending(tags: readonly string[]): readonly string[] {
  // The built-in order compares UTF-16 units, several times faster than a function, and is right without surrogates.
  const sorted = tags.some((tag) => /[\ud800-\udfff]/.test(tag)) ? tags.toSorted(compareBytes) : tags.toSorted()
  return sorted.reverse().filter((tag, at) => tag !== sorted[at - 1])
}

/** `merged` gets, for every tag that stands for others with the same extract, the greatest of them. */
function takeExtracts(
  { filter, order }: TagRule,
  sorted: readonly string[],
  whys: Whys,
  merged: Map<number, number>,
): readonly Taken[] {
  if (filter === undefined) return sorted.map((tag, at) => ({ at, extracted: tag }))
  const noMatch = `the filter ${quote(filter.pattern)} does not match`
  const taken: Taken[] = []
  for (const [at, tag] of sorted.entries()) {
    const extracted = extractText(filter, tag)
    if (extracted === undefined) whys[at] = noMatch
    else taken.push({ at, extracted })
  }
  // Dates and commits are ours, not Flux's: there every tag stays, and the natural order decides.
  if (filter.extract === '' || order.kind === 'date' || order.kind === 'commit') return taken
  // Flux keeps one tag per extract, the last in stored order.
  const smallest = new Map(taken.map(({ at, extracted }) => [extracted, at]))
  return taken.filter(({ at, extracted }) => {
    const survivor = smallest.get(extracted) ?? at
    if (survivor === at) return true
    whys[at] = `${sorted[survivor] ?? ''} has the same extract ${quote(extracted)}, and the smallest tag stands for all`
    if (!merged.has(survivor)) merged.set(survivor, at)
    return false
  })
}

interface Comparing {
  readonly filter: TagRule['filter'] | undefined
  readonly order: Exclude<TagRule['order'], { kind: 'commit' }>
}

interface Contest {
  readonly sorted: readonly string[]
  readonly contenders: readonly Contender[]
  readonly first: Contender
  readonly merged: ReadonlyMap<number, number>
}

function selectNewest({ filter, order }: Comparing, contest: Contest, whys: Whys): Selection {
  const { sorted, contenders, first, merged } = contest
  let best = first
  for (const contender of contenders) {
    const newer =
      compareRanked(order, contender.ranked, best.ranked) ||
      breakTie({ filter, order }, contender.ranked.tag, best.ranked.tag)
    if (newer > 0) best = contender
  }
  const older = whyNot('older than', order, best.ranked)
  const equal = whyNot('as new as', order, best.ranked)
  let other: number | undefined
  for (const { at, ranked } of contenders) {
    if (at === best.at) continue
    const isOlder = compareRanked(order, ranked, best.ranked) < 0
    if (!isOlder) other ??= at
    const [start, end] = isOlder ? older : equal
    whys[at] = start + shown(ranked.extracted) + end
  }
  other ??= merged.get(best.at)
  const selection = conclude(sorted, whys, best.at)
  return other === undefined
    ? selection
    : { ...selection, tie: { chosen: best.ranked.tag, other: sorted[other] ?? '' } }
}

// Both sides of the loser's own text; the same for 100,000 losers.
function whyNot(word: string, order: Comparing['order'], best: Ranked): readonly [start: string, end: string] {
  const newer = word === 'older than' ? -1 : 0
  return [`${word} ${best.tag}: `, describeAgainst(order, best, newer)]
}

/** Positive when `a` is to win, zero only for one tag. */
function breakTie({ filter, order }: Comparing, a: string, b: string): number {
  if (filter !== undefined || order.kind === 'date') return compareTags(a, b)
  return order.kind === 'numerical' ? compareBytes(b, a) : compareBytes(a, b)
}

function conclude(sorted: readonly string[], whys: Whys, chosen: number | undefined, otherwise = ''): Selection {
  const refused: RefusedTag[] = []
  for (const [at, tag] of sorted.entries()) if (at !== chosen) refused.push({ tag, why: whys[at] ?? otherwise })
  return { selected: chosen === undefined ? undefined : sorted[chosen], refused }
}

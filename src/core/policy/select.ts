/** Policy × tags → the newest allowed tag, and of every other tag why it is not the one. */
import { quote } from '../image/reference.ts'
import { extractText } from './filter.ts'
import {
  compareBytes,
  compareRanked,
  compareTags,
  describeComparison,
  isRefusal,
  rankExtracted,
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

interface Taken {
  readonly tag: string
  readonly extracted: string
}

interface Contest {
  readonly sorted: readonly string[]
  readonly ranked: readonly Ranked[]
  readonly merged: ReadonlyMap<string, string>
}

function selectFrom(policy: TagRule, tags: readonly string[], list: 'registry' | 'built'): Selection {
  if (tags.length === 0) return { selected: undefined, refused: [], failure: 'there is no tag to choose from' }
  const sorted = sortDescending(tags)
  const whys = new Map<string, string>()
  const merged = new Map<string, string>()
  const taken = takeExtracts(policy, sorted, whys, merged)
  const ranked: Ranked[] = []
  let failure: string | undefined
  if (taken.length === 0)
    failure = `the filter ${quote(policy.filter?.pattern ?? '')} matches none of ${sorted.length} tags`
  for (const { tag, extracted } of taken) {
    const result = rankExtracted(policy.order, tag, extracted)
    if (!isRefusal(result)) {
      ranked.push(result)
      continue
    }
    whys.set(tag, result.reason)
    if (policy.order.kind === 'numerical' && list === 'registry')
      failure ??= `one tag without a number fails a numerical policy: ${result.reason}; let the filter keep it out`
  }
  if (failure !== undefined) return { ...nothing(sorted, whys, failure), failure }
  if (policy.order.kind === 'commit') return selectCommit(sorted, ranked, whys)
  return selectNewest(policy, { sorted, ranked, merged }, whys)
}

// As the registry scan of Flux stores them.
function sortDescending(tags: readonly string[]): readonly string[] {
  const unique = [...new Set(tags)]
  // The built-in order compares UTF-16 units, four times faster than a function, and is right without surrogates.
  const sorted = unique.some((tag) => /[\ud800-\udfff]/.test(tag)) ? unique.sort(compareBytes) : unique.sort()
  return sorted.reverse()
}

/** `merged` gets, for every tag that stands for others with the same extract, the greatest of them. */
function takeExtracts(
  { filter, order }: TagRule,
  sorted: readonly string[],
  whys: Map<string, string>,
  merged: Map<string, string>,
): readonly Taken[] {
  if (filter === undefined) return sorted.map((tag) => ({ tag, extracted: tag }))
  const noMatch = `the filter ${quote(filter.pattern)} does not match`
  const taken: Taken[] = []
  for (const tag of sorted) {
    const extracted = extractText(filter, tag)
    if (extracted === undefined) whys.set(tag, noMatch)
    else taken.push({ tag, extracted })
  }
  // Dates and commits are ours, not Flux's: there every tag stays, and the natural order decides.
  if (filter.extract === '' || order.kind === 'date' || order.kind === 'commit') return taken
  // Flux keeps one tag per extract, the last in stored order.
  const smallest = new Map(taken.map(({ tag, extracted }) => [extracted, tag]))
  return taken.filter(({ tag, extracted }) => {
    const survivor = smallest.get(extracted) ?? tag
    if (survivor === tag) return true
    whys.set(tag, `${survivor} has the same extract ${quote(extracted)}, and the smallest tag stands for all`)
    if (!merged.has(survivor)) merged.set(survivor, tag)
    return false
  })
}

function nothing(sorted: readonly string[], whys: ReadonlyMap<string, string>, otherwise: string): Selection {
  return { selected: undefined, refused: sorted.map((tag) => ({ tag, why: whys.get(tag) ?? otherwise })) }
}

function selectNewest(policy: TagRule, { sorted, ranked, merged }: Contest, whys: Map<string, string>): Selection {
  const [first, ...others] = ranked
  if (first === undefined) return nothing(sorted, whys, 'no tag is admitted')
  let best = first
  for (const candidate of others) {
    const order = compareRanked(policy.order, candidate, best) || breakTie(policy, candidate.tag, best.tag)
    if (order > 0) best = candidate
  }
  let tie: string | undefined
  for (const candidate of ranked) {
    if (candidate === best) continue
    const equal = compareRanked(policy.order, candidate, best) === 0
    if (equal) tie ??= candidate.tag
    const comparison = describeComparison(policy.order, candidate, best)
    whys.set(candidate.tag, equal ? `as new as ${best.tag}: ${comparison}` : `older than ${best.tag}: ${comparison}`)
  }
  return withSelected(sorted, whys, best.tag, tie ?? merged.get(best.tag))
}

/** Positive when `a` is to win; no two tags are equal. */
function breakTie({ filter, order }: TagRule, a: string, b: string): number {
  if (filter !== undefined || order.kind === 'date') return compareTags(a, b)
  return order.kind === 'numerical' ? compareBytes(b, a) : compareBytes(a, b)
}

function selectCommit(sorted: readonly string[], ranked: readonly Ranked[], whys: Map<string, string>): Selection {
  const [only, another] = ranked
  if (only !== undefined && another === undefined) return withSelected(sorted, whys, only.tag, undefined)
  return nothing(sorted, whys, 'the ancestry of its commit is asked from the source repository at run time')
}

function withSelected(
  sorted: readonly string[],
  whys: ReadonlyMap<string, string>,
  selected: string,
  other: string | undefined,
): Selection {
  const refused = sorted.flatMap((tag) => (tag === selected ? [] : [{ tag, why: whys.get(tag) ?? '' }]))
  return other === undefined ? { selected, refused } : { selected, refused, tie: { chosen: selected, other } }
}

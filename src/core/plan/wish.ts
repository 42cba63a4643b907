import { sameImage, type ImageReference, type Tag } from '../image/reference.ts'
import { comparable, isRefusal, rank } from '../policy/order.ts'
import type { Policy } from '../policy/policy.ts'
import { selectBuilt } from '../policy/select.ts'
import type { Compare, Wish } from './plan.ts'

/** The built images that a policy is about. */
export function concerning(policy: Policy, built: readonly ImageReference[]): readonly ImageReference[] {
  return built.filter(({ name }) => sameImage(name, policy.image))
}

/**
 * What a policy makes of the images of a build: the newest that it admits, spelled with the policy's own image name,
 * or why none. `built` are the references that concern it (see `concerning`).
 */
export function wishFor(policy: Policy, built: readonly ImageReference[]): Wish {
  const tags = [...new Set(built.map(({ tag }) => tag).filter((tag) => tag !== undefined))]
  if (tags.length === 0) {
    return {
      kind: 'none',
      why: 'no tag',
      candidates: built,
      because: 'a policy orders tags, and the built image has none',
    }
  }
  const selection = selectBuilt(policy, tags)
  if (selection.selected === undefined) {
    const refusals = selection.refused.map(({ tag, why }) => (why.startsWith(`${tag} `) ? why : `${tag}: ${why}`))
    const because = refusals.join('; ') || (selection.failure ?? '')
    return { kind: 'none', why: 'filtered', candidates: built, because }
  }
  const tag = selection.selected as Tag
  const image: ImageReference = { name: policy.image, tag }
  if (policy.digest === 'Never') return { kind: 'image', image }
  const digest = built.find((reference) => reference.tag === tag && reference.digest !== undefined)?.digest
  if (digest !== undefined) return { kind: 'image', image: { ...image, digest } }
  const because = `digest: ${policy.digest} pins a digest and the build gave none; hand it in as ${policy.image}:${tag}@sha256:…`
  return { kind: 'none', why: 'no digest', candidates: [image], because }
}

/** A hold as it stands on a day: it holds, it does not reach this tag, or its last day has passed. */
export type HoldState = { readonly kind: 'free' | 'ended' } | { readonly kind: 'held'; readonly because: string }

/** Whether the policy's hold keeps `tag` away on the day `today` (`yyyy-mm-dd`, UTC). */
export function holdOn(policy: Policy, tag: Tag | undefined, today: string, compare: Compare): HoldState {
  const { hold } = policy
  if (hold === undefined) return { kind: 'free' }
  if (hold.until !== undefined && today >= hold.until) return { kind: 'ended' }
  const passes =
    hold.tag !== undefined &&
    tag !== undefined &&
    (tag === hold.tag || compare(policy, tag, hold.tag).verdict === 'older')
  if (passes) return { kind: 'free' }
  const what = hold.tag === undefined ? 'held' : `held at ${hold.tag}`
  const until = hold.until === undefined ? '' : ` until ${hold.until}`
  const reason = hold.reason === undefined ? '' : ` (${hold.reason})`
  return { kind: 'held', because: `${what}${until}${reason}` }
}

/** The wish after the policy's hold. */
export function heldWish(policy: Policy, wish: Wish, today: string, compare: Compare): Wish {
  if (wish.kind === 'none') return wish
  const state = holdOn(policy, wish.image.tag, today, compare)
  if (state.kind !== 'held') return wish
  return { kind: 'none', why: 'held', because: state.because, candidates: [wish.image] }
}

/** The newer of two images by the policy's order; a tie with a digest of its own goes to the second. */
export function newest(
  policy: Policy,
  first: ImageReference,
  second: ImageReference,
  compare: Compare,
): ImageReference {
  if (first.tag === undefined || second.tag === undefined || first.tag === second.tag)
    return second.digest === undefined ? first : second
  return compare(policy, second.tag, first.tag).verdict === 'newer' ? second : first
}

/** Whether the policy, as it reads now, would let this tag in. */
export function admits(policy: Policy, tag: Tag): boolean {
  return policy.order.kind === 'commit' ? comparable(policy, tag) !== undefined : !isRefusal(rank(policy, tag))
}

import { comparePlaces } from '../compare.ts'
import { quote, sameImage, type ImageName } from '../image/reference.ts'
import { MARKER_TEXT, type Marker } from '../marker/marker.ts'
import type { Place, PolicyName, RepoPath } from '../names.ts'
import { applyEdits } from '../plan/edit.ts'
import { inScope } from '../policy/scope.ts'
import { whyNotMarked } from './proof.ts'
import type { ImageUse, Obstacle, Spot } from './use.ts'

/** The fields of `image` shall follow `policy`. */
export interface MarkWish {
  readonly image: ImageName
  readonly policy: PolicyName
  /** Globs of the policy: elsewhere a marker of it would not count. */
  readonly paths?: readonly string[]
  /** The policy writes digests. Undefined where nobody defines the policy. */
  readonly digests?: boolean
}

/** A value that gets a marker, or has this very one. */
export interface Mark {
  readonly place: Required<Place>
  readonly marker: Marker
  readonly value: string
}

/** A value that stays without the marker that was asked for. */
export type Refused = Pick<Obstacle, 'place' | 'why'>

/** One file, its values in the order they stand. */
export interface MarkedFile {
  readonly path: RepoPath
  readonly marks: readonly Mark[]
  /** Values that are marked so already. */
  readonly kept: readonly Mark[]
  readonly refused: readonly Refused[]
  /** Wishes whose image stands here, outside the paths of their policy. */
  readonly outside: readonly MarkWish[]
  readonly before: string
  readonly after: string
}

/**
 * Adds markers at the ends of lines, one for each field of the wished images, and proves that nothing else changed; else
 * the file stays as it is. `names`: also mark the fields that hold the image's name alone and work without.
 */
export function markFile(
  file: { readonly path: RepoPath; readonly text: string; readonly uses: readonly ImageUse[] },
  wishes: readonly MarkWish[],
  { names }: { readonly names: boolean },
): MarkedFile {
  const { path, text: before, uses } = file
  const wanted = new Map<number, Mark>()
  const kept: Mark[] = []
  const refused: Refused[] = []
  const outside: MarkWish[] = []
  for (const wish of wishes) {
    const own = uses.filter(({ image }) => sameImage(image, wish.image))
    if (own.length === 0) continue
    if (!inScope(wish.paths, path)) {
      outside.push(wish)
      continue
    }
    for (const { spots, obstacles } of own) {
      refused.push(...obstacles.filter(({ optional }) => names || !optional))
      for (const spot of spots) {
        if (spot.optional && !names) continue
        const mark = { place: spot.place, marker: { policy: wish.policy, part: spot.part }, value: spot.value }
        const why = whyNot(spot, wish, wanted)
        if (why !== undefined) refused.push({ place: spot.place, why })
        else if (spot.marker === undefined) wanted.set(spot.lineEnd, mark)
        else kept.push(mark)
      }
    }
  }
  const { marks, after, refused: all } = proven(path, before, wanted, refused)
  return { path, marks: inOrder(marks), kept: inOrder(kept), refused: inOrder(all), outside, before, after }
}

/** By the end of the line that the marker comes to. */
type Wanted = ReadonlyMap<number, Mark>

function whyNot({ marker, part, lineEnd }: Spot, wish: MarkWish, wanted: Wanted): string | undefined {
  if (marker !== undefined) {
    const same = marker.policy === wish.policy && marker.part === part
    return same ? undefined : `it has the marker of ${quote(markerName(marker))} already`
  }
  if (part === 'digest' && wish.digests === false)
    return `policy ${quote(wish.policy)} writes no digest, and a digest goes before the tag; set digest: IfNotPresent there`
  const taken = wanted.get(lineEnd)
  return taken === undefined ? undefined : `it gets the marker of ${quote(markerName(taken.marker))} already`
}

function proven(
  path: RepoPath,
  before: string,
  wanted: Wanted,
  refused: readonly Refused[],
): Pick<MarkedFile, 'marks' | 'refused' | 'after'> {
  const marks = [...wanted.values()]
  if (wanted.size === 0) return { marks, refused, after: before }
  const edits = [...wanted]
    .toSorted(([a], [b]) => a - b)
    .map(([lineEnd, mark]) => {
      const blank = /[ \t]/.test(before[lineEnd - 1] ?? '') ? '' : ' '
      return { start: lineEnd, end: lineEnd, newText: `${blank}# {${MARKER_TEXT}: "${markerName(mark.marker)}"}` }
    })
  const after = applyEdits(before, edits)
  const reason = whyNotMarked(path, before, after, marks.map(newMarker))
  if (reason === undefined) return { marks, refused, after }
  return { marks: [], refused: [...refused, ...marks.map(({ place }) => ({ place, why: reason }))], after: before }
}

function inOrder<Placed extends Pick<Mark, 'place'>>(values: readonly Placed[]): readonly Placed[] {
  return values.toSorted((a, b) => comparePlaces(a.place, b.place))
}

function newMarker({ place, marker }: Mark): { line: number; column: number; marker: Marker } {
  return { line: place.line, column: place.column, marker }
}

/** As it stands in the comment. */
export function markerName({ policy, part }: Marker): string {
  return part === 'reference' ? policy : `${policy}:${part}`
}

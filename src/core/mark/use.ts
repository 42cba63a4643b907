import type { ImageName } from '../image/reference.ts'
import type { Marker, Part } from '../marker/marker.ts'
import type { Place } from '../names.ts'

/** A place of a repository that says which image runs: one field, or several that belong together. */
export interface ImageUse {
  readonly image: ImageName
  readonly tag?: string
  /** It names a digest, here or in a field of its own. */
  readonly pinned: boolean
  readonly spots: readonly Spot[]
  readonly obstacles: readonly Obstacle[]
}

/** A scalar that can take a marker, or has one. */
export interface Spot {
  readonly part: Part
  readonly value: string
  readonly place: Required<Place>
  /** Offset of the end of its line, where a comment belongs to it; UTF-16 code units. */
  readonly lineEnd: number
  /** The marker that stands there already. */
  readonly marker?: Marker
  /** Marked only when asked for: the image works without. */
  readonly optional: boolean
}

/** A scalar that names the image and can take no marker. */
export interface Obstacle {
  readonly place: Required<Place>
  /** Starts in lower case, no full stop. */
  readonly why: string
  /** As of a spot. */
  readonly optional: boolean
}

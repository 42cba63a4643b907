import type { Place } from '../names.ts'
import type { Marker } from './marker.ts'

/** A YAML scalar with a marker. Offsets are UTF-16 code units into the text of its file, half-open. */
export interface MarkedField {
  readonly marker: Marker
  /** Where the value starts (after anchor and tag; the opening quote of a quoted one). */
  readonly place: Required<Place>
  /** The decoded value; of a block scalar without its final newlines. */
  readonly value: string
  /** The bytes that an edit may replace: the scalar's token, of a block scalar its content. */
  readonly start: number
  readonly end: number
  readonly style: ScalarStyle
  /** Inside a flow collection, where a plain scalar may hold fewer characters. */
  readonly inFlow: boolean
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block'

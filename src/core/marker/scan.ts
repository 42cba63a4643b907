import type { Finding } from '../finding.ts'
import type { Place, RepoPath } from '../names.ts'
import type { Marker } from './marker.ts'

/** A YAML scalar with a marker. Offsets are UTF-16 code units into the text of its file, half-open. */
export interface MarkedField {
  readonly marker: Marker
  /** Where the value starts (after anchor and tag; the opening quote of a quoted one). */
  readonly place: Required<Place>
  /** The decoded value; of a block scalar without its final newline. */
  readonly value: string
  /** The bytes that an edit may replace: the scalar's token, of a block scalar its content line. */
  readonly start: number
  readonly end: number
  readonly style: ScalarStyle
  /** Inside a flow collection, where a plain scalar may hold fewer characters. */
  readonly inFlow: boolean
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block'

export interface Scan {
  /** In the order they stand. */
  readonly fields: readonly MarkedField[]
  /** Near-miss comments, markers in dead positions, documents that could not be read. */
  readonly findings: readonly Finding[]
}

export declare function scan(path: RepoPath, text: string): Scan

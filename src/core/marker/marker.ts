import type { PolicyName } from '../names.ts'

/** What of the image goes to a marked place. */
export type Part = 'reference' | 'tag' | 'name' | 'digest'

/** What a marker comment says. */
export interface Marker {
  readonly policy: PolicyName
  readonly part: Part
}

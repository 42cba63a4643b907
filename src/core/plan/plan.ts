import type { ImageReference } from '../image/reference.ts'
import type { MarkedField } from '../marker/scan.ts'
import type { PolicyName } from '../names.ts'

/** A marked field that gets a new value. */
export interface Change {
  readonly field: MarkedField
  readonly policy: PolicyName
  readonly from: string
  readonly to: string
}

/** Why a marked field keeps its value. The words are those of the JSON contract. */
export type SkipReason =
  | 'equal'
  | 'older'
  | 'filtered'
  | 'out of scope'
  | 'held'
  | 'other image'
  | 'blocked'
  | 'no tag'
  | 'no digest'
  | 'rejected'
  | 'diverged'
  | 'not proven'

/** A marked field that keeps its value. */
export interface Skip {
  readonly field: MarkedField
  readonly policy: PolicyName
  readonly why: SkipReason
  readonly current: string
  readonly candidate?: string
  /** For a person: the comparison, the hold's reason, the place that is in the way. */
  readonly because: string
}

/** What would happen to the marked fields, decided and not yet done. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly skips: readonly Skip[]
}

/** What a policy brings to its markers. */
export interface Bring {
  readonly policy: PolicyName
  readonly image: ImageReference
}

import type { Place } from './names.ts'

/**
 * Every finding there is, with the arguments its sentence needs (report/phrase.ts writes the sentence).
 * A finding is told and does not stop the run; `--strict` turns findings into exit 3 at the end.
 */
export interface FindingArguments {
  /** A marker names a policy that nobody defines; `nearest` is a "did you mean", '' when nothing is near. */
  UNKNOWN_POLICY: { readonly policy: string; readonly nearest: string }
  /** The suffix after the policy name is not tag, name or digest. */
  UNKNOWN_PART: { readonly policy: string; readonly part: string }
  /** A comment that nearly is a marker; `reason` says what keeps it from being one. */
  NEAR_MARKER: { readonly comment: string; readonly reason: string }
  /**
   * A marker where no scalar can take it; `position` says which (e.g. "above a mapping entry"), `instead` where to put
   * it, in a format where that is not the end of the line.
   */
  DEAD_MARKER: { readonly policy: string; readonly position: string; readonly instead?: string }
  /** A valid marker inside a comment block, prose or a commented-out line: left alone on purpose. */
  COMMENTED_MARKER: { readonly policy: string }
  /** A policy without any marker in its scope; `elsewhere` is the place of one outside it. */
  UNUSED_POLICY: { readonly policy: string; readonly elsewhere?: string }
  /** The part asked for does not fit the value: a `:tag` marker on a full reference or the reverse. */
  PART_MISMATCH: { readonly policy: string; readonly part: string; readonly value: string }
  /** A `:digest` marker while the policy or the image carries no digest. */
  NO_DIGEST: { readonly policy: string }
  /** A marked value that its own policy would refuse. */
  VALUE_REFUSED: { readonly policy: string; readonly value: string; readonly reason: string }
  /** Two places of one policy hold different values. */
  POLICY_DISAGREES: {
    readonly policy: string
    readonly value: string
    readonly other: string
    readonly otherPlace: string
  }
  /** All places of a policy stay because one of them is in the way. */
  POLICY_BLOCKED: { readonly policy: string; readonly reason: string }
  /** A file or document that could not be read as YAML; its markers stay as they are. */
  FILE_UNREADABLE: { readonly reason: string }
  /** A file that holds markers and has a name in which they never count. */
  FILE_SKIPPED: { readonly name: string }
  /** The edit of a file could not be proven to change marked scalars only; the file was left alone. */
  EDIT_NOT_PROVEN: { readonly reason: string }
  /** A Flux object that cannot be resolved from text; `reason` says why and how to write it in the policy file. */
  FLUX_UNRESOLVED: { readonly policy: string; readonly reason: string }
  /** A built image that no policy concerns; `nearest` lists near policy names, '' when there are none. */
  UNMATCHED_IMAGE: { readonly image: string; readonly nearest: string; readonly hint: string }
  /** The date of a hold has passed: the policy moves again. */
  HOLD_ENDED: { readonly policy: string; readonly until: string }
  /** The hidden state in a pull request is unreadable or not ours; it was ignored and written anew. */
  STATE_UNREADABLE: { readonly pullRequest: string; readonly reason: string }
  /** What a run left in the queue of a branch is not of the form it should have; it was removed. */
  INTENT_UNREADABLE: { readonly ref: string; readonly reason: string }
  /** A label, reviewer or other decoration could not be set; `reason` says how to mend it. */
  DECORATION_FAILED: { readonly what: string; readonly reason: string }
}

export type FindingCode = keyof FindingArguments

export type Finding = {
  readonly [Code in FindingCode]: {
    readonly code: Code
    readonly place?: Place
    readonly args: FindingArguments[Code]
  }
}[FindingCode]

/** Makes a finding; the arguments are checked against its code. */
export function finding<Code extends FindingCode>(code: Code, args: FindingArguments[Code], place?: Place): Finding {
  // The mapped union cannot be built from a generic code without the assertion; the signature holds it together.
  return (place === undefined ? { code, args } : { code, args, place }) as Finding
}

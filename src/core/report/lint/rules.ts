import type { FindingCode } from '../../finding.ts'

/**
 * error: somebody asked for a value to move, and as it stands it never will. warning: it may be meant so, and more likely
 * is not. note: nobody has to do anything.
 */
export type Level = 'error' | 'warning' | 'note'

/** What lint can tell; a problem of the policy file is told beside the findings. */
export type RuleCode = FindingCode | 'BAD_POLICY'

export interface Rule {
  readonly level: Level
  /** What it is about, a few words. */
  readonly short: string
  /** What to do. */
  readonly help: string
}

/** Of every code that lint tells without any build. */
export const RULES: ReadonlyMap<RuleCode, Rule> = new Map<RuleCode, Rule>([
  [
    'BAD_POLICY',
    {
      level: 'error',
      short: 'The policy file is wrong',
      help: 'Until every problem is mended, nothing moves in the whole repository.',
    },
  ],
  [
    'UNKNOWN_POLICY',
    {
      level: 'error',
      short: 'A marker names a policy that nobody defines',
      help: 'Correct the name in the marker, or define the policy in the policy file or as an ImagePolicy.',
    },
  ],
  [
    'UNKNOWN_PART',
    {
      level: 'error',
      short: 'A marker has an unknown suffix',
      help: 'Write :tag, :name or :digest behind the policy, or nothing for the whole reference.',
    },
  ],
  [
    'NEAR_MARKER',
    {
      level: 'error',
      short: 'A comment is nearly a marker',
      help: 'A marker is one JSON object of strings and nothing beside it: # {"$imagepolicy": "namespace:name"}.',
    },
  ],
  [
    'DEAD_MARKER',
    {
      level: 'error',
      short: 'A marker stands where it has no effect',
      help: "Put the marker at the end of the value's own line.",
    },
  ],
  [
    'PART_MISMATCH',
    {
      level: 'error',
      short: 'The value does not fit the suffix of its marker',
      help: 'Use :tag on a tag, :name on an image name, :digest on a digest, and no suffix on a whole reference.',
    },
  ],
  [
    'NO_DIGEST',
    {
      level: 'error',
      short: 'A :digest marker of a policy that pins no digest',
      help: 'Set digest: Always or IfNotPresent in the policy, or remove the marker.',
    },
  ],
  [
    'VALUE_REFUSED',
    {
      level: 'warning',
      short: 'The policy would refuse the present value',
      help: 'Correct the value, or widen the policy. The next tag that the policy takes replaces the value.',
    },
  ],
  [
    'POLICY_DISAGREES',
    {
      level: 'warning',
      short: 'Two places of one policy hold different values',
      help: 'Make them equal, or give each a policy of its own: the next bump makes them equal anyway.',
    },
  ],
  [
    'UNUSED_POLICY',
    {
      level: 'warning',
      short: 'A policy has no marker',
      help: 'Add its marker to a value, correct its paths, or remove the policy.',
    },
  ],
  [
    'FLUX_UNRESOLVED',
    {
      level: 'warning',
      short: 'A Flux object cannot be read from text alone',
      help: 'Define the policy in the policy file, which wins over Flux objects of the same name.',
    },
  ],
  [
    'FILE_UNREADABLE',
    {
      level: 'warning',
      short: 'A file or document with markers is not YAML',
      help: 'Mend the file. Until then its markers stay as they are.',
    },
  ],
  [
    'FILE_SKIPPED',
    {
      level: 'note',
      short: 'A file with markers has a name that is not read',
      help: 'Rename it to end in .yaml or .yml, unless another file is made of it.',
    },
  ],
  [
    'HOLD_ENDED',
    { level: 'note', short: 'A hold has ended', help: 'The policy moves again; remove the hold from the policy file.' },
  ],
  [
    'COMMENTED_MARKER',
    {
      level: 'note',
      short: 'A marker is inside a comment',
      help: 'It is left alone. Uncomment the line if the value should move.',
    },
  ],
])

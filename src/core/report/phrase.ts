import type { Finding, FindingArguments, FindingCode } from '../finding.ts'
import { quote } from '../image/reference.ts'
import { formatOf } from '../marker/format.ts'
import type { Skip, SkipReason } from '../plan/plan.ts'
import { clip, showInvisible } from '../pull-request/untrusted.ts'
import type { RunOutcome } from './report.ts'

/** Every sentence for people about findings, skips and outcomes. One line each, whatever the arguments hold. */

/** What was found and the way out. Reasons come from our own code; they are made visible all the same. */
export function phraseFinding(found: Finding): string {
  return showInvisible(sentence(found))
}

/** How loud a finding is told: nobody has to do anything about a notice. */
export function levelOf(code: FindingCode): 'warning' | 'notice' {
  return NOTICES.has(code) ? 'notice' : 'warning'
}

/** Why a marked field keeps its value: the reason of the contract, and the case at hand where there is one. */
export function phraseSkip({ why, because }: Pick<Skip, 'why' | 'because'>): string {
  const reason = SKIPS[why]
  // "the image has no digest" is said by the reason already.
  if (reason.startsWith(because)) return reason
  // "held at 1.4.2 until …" says it itself.
  return showInvisible(clip(because.startsWith(reason) ? because : `${reason}: ${because}`, CLAUSE_LIMIT))
}

/** How a group or the run ended, as a sentence. */
export function phraseOutcome(outcome: RunOutcome): string {
  return OUTCOMES[outcome]
}

const NOTICES: ReadonlySet<FindingCode> = new Set<FindingCode>(['COMMENTED_MARKER', 'FILE_SKIPPED', 'HOLD_ENDED'])

const SKIPS: Readonly<Record<SkipReason, string>> = {
  equal: 'has the value already',
  older: 'the candidate is not newer',
  filtered: 'the policy does not take the candidate',
  'out of scope': 'the paths of the policy leave this file out',
  held: 'held',
  'other image': 'the policy follows another image than was built',
  blocked: 'another place of the policy is in the way',
  'no tag': 'the image has no tag to write',
  'no digest': 'the image has no digest to write',
  rejected: 'a person closed the pull request with this value',
  diverged: 'neither commit is an ancestor of the other',
  'not proven': 'the edit could not be proven to change this value alone',
}

const OUTCOMES: Readonly<Record<RunOutcome, string>> = {
  opened: 'A pull request was opened.',
  updated: 'The pull request was updated.',
  committed: 'The change was committed to the base branch.',
  closed: 'The pull request had nothing left to change and was closed.',
  planned: 'Dry run: this is what would change; nothing was written.',
  applied: 'The files were written.',
  held: 'Held: nothing moves.',
  unmatched: 'No policy concerns what was built.',
  unchanged: 'Nothing to do: no value moves.',
  failed: 'The run failed.',
}

type Sentences = { readonly [Code in FindingCode]: (args: FindingArguments[Code]) => string }

const SENTENCES: Sentences = {
  UNKNOWN_POLICY: ({ policy, nearest }) =>
    `Nobody defines policy ${quote(policy)}.${nearest === '' ? '' : ` Did you mean ${quote(nearest)}?`} ` +
    'Define it in the policy file, or correct the marker.',
  UNKNOWN_PART: ({ policy, part }) =>
    `The marker of ${quote(policy)} asks for ${quote(part)}. ` +
    'Write :tag, :name, :digest, or nothing for the whole reference.',
  NEAR_MARKER: ({ comment, reason }) =>
    `${quote(comment)} nearly is a marker: ${clause(reason)}. Write # {"$imagepolicy": "namespace:name"}.`,
  DEAD_MARKER: ({ policy, position, instead }) =>
    `The marker of ${quote(policy)} has no effect: it stands ${clause(position)}. ` +
    (instead ?? "Put it at the end of the value's line."),
  COMMENTED_MARKER: ({ policy }) =>
    `The marker of ${quote(policy)} is inside a comment and left alone. Uncomment the line if it should move.`,
  UNUSED_POLICY: ({ policy, elsewhere }) =>
    elsewhere === undefined
      ? `Policy ${quote(policy)} has no marker. Add # {"$imagepolicy": ${quote(inMarker(policy))}} to a value, or remove the policy.`
      : `Policy ${quote(policy)} has no marker in its paths; one stands outside them, at ${clause(elsewhere)}. ` +
        'Correct the paths, or remove the policy.',
  PART_MISMATCH: ({ policy, part, value }) =>
    `The marker of ${quote(policy)} writes the ${clause(part)}, and ${quote(value)} does not fit that. ` +
    'Correct the suffix of the marker or the value.',
  NO_DIGEST: ({ policy }) =>
    `The marker of ${quote(policy)} writes the digest, and the policy or the image carries none. ` +
    'Set digest: Always in the policy and name the built image with its digest (name:tag@sha256:…).',
  VALUE_REFUSED: ({ policy, value, reason }) =>
    `Policy ${quote(policy)} would refuse the present value ${quote(value)}: ${clause(reason)}. ` +
    'Correct the value or the policy.',
  POLICY_DISAGREES: ({ policy, value, other, otherPlace }) =>
    `Policy ${quote(policy)} has ${quote(value)} here and ${quote(other)} at ${clause(otherPlace)}. ` +
    'Make them equal, or give each a policy of its own.',
  POLICY_BLOCKED: ({ policy, reason }) =>
    `Every place of policy ${quote(policy)} stays: ${clause(reason)}. Mend that place and all of them move together.`,
  FILE_UNREADABLE: ({ reason }) => `Not readable: ${clause(reason)}. Its markers stay as they are; mend the file.`,
  FILE_SKIPPED: ({ name }) =>
    formatOf(name) === undefined
      ? `Markers do not count in a file named ${quote(name)}: only *.yaml, *.yml and Kustomization are read. ` +
        'Rename it, unless another file is made of it.'
      : `Markers count in a file named ${quote(name)} only where the policy file names it. Add a glob to its "files".`,
  EDIT_NOT_PROVEN: ({ reason }) =>
    `Left alone, because the edit could not be proven safe: ${clause(reason)}. Change the value by hand.`,
  FLUX_UNRESOLVED: ({ policy, reason }) =>
    `The Flux object of policy ${quote(policy)} cannot be resolved from text: ${clause(reason)}.`,
  UNMATCHED_IMAGE: ({ image, nearest, hint }) =>
    `No policy concerns ${quote(image)}${hint === '' ? '' : `: ${clause(hint)}`}.${nearest === '' ? '' : ` Nearest: ${clause(nearest)}.`} ` +
    'Add a policy with this image to the policy file, correct the name, or set unmatched: warn.',
  HOLD_ENDED: ({ policy, until }) =>
    `The hold of policy ${quote(policy)} ended on ${clause(until)} and it moves again. Remove the hold from the policy file.`,
  STATE_UNREADABLE: ({ pullRequest, reason }) =>
    `The hidden state in ${clause(pullRequest)} was ignored and written anew: ${clause(reason)}.`,
  INTENT_UNREADABLE: ({ ref, reason }) => `What waited under ${clause(ref)} was not used: ${clause(reason)}.`,
  DECORATION_FAILED: ({ what, reason }) => `Not set on the pull request: ${clause(what)}. ${clause(reason)}.`,
}

/** A policy of Flux without a namespace is met under any; its marker must name one. */
function inMarker(policy: string): string {
  return policy.replace(/^\*:/, '<namespace>:')
}

function sentence(found: Finding): string {
  // A union's code and arguments belong together, which the compiler cannot follow through an index.
  return (SENTENCES[found.code] as (args: Finding['args']) => string)(found.args)
}

const CLAUSE_LIMIT = 600

/** Words of ours that may carry untrusted ones: bounded, and without the full stop that the sentence brings itself. */
function clause(text: string): string {
  return clip(text, CLAUSE_LIMIT).replace(/[.\s]+$/, '')
}

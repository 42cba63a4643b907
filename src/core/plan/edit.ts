import { BumpError } from '../errors.ts'
import { quote } from '../image/reference.ts'
import { formatOf } from '../marker/format.ts'
import { scalarText } from '../marker/scalar.ts'
import { tokenText } from '../marker/text/token-text.ts'
import { formatPlace, type RepoPath } from '../names.ts'
import { whyNotProvenText } from './proof/text.ts'
import { whyNotProven, type FieldChange } from './proof/yaml.ts'

/** Replaces `text[start, end)` by `newText`; UTF-16 code units. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly newText: string
}

export type Edited =
  | { readonly kind: 'edited'; readonly text: string }
  /** The result could not be proven to differ in the marked scalars alone; `reason` for a person. */
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Gives marked fields of one text their new values, and nothing else: every other byte stays, and the result is proven
 * to parse to the same documents but for these values. A field that has its value already is left as it is written.
 */
export function edit(path: RepoPath, text: string, changes: readonly FieldChange[]): Edited {
  const real = changes
    .filter(({ field, to }) => field.value !== to)
    .toSorted((one, other) => one.field.start - other.field.start)
  if (real.length === 0) return { kind: 'edited', text }
  const isYaml = (formatOf(path) ?? 'yaml') === 'yaml'
  const edits: Edit[] = []
  for (const { field, to } of real) {
    const newText = isYaml ? scalarText(field, to) : tokenText(field, to)
    if (newText === undefined)
      return { kind: 'refused', reason: `${quote(to)} cannot be written at ${formatPlace(field.place)}` }
    edits.push({ start: field.start, end: field.end, newText })
  }
  const edited = applyEdits(text, edits)
  const reason = (isYaml ? whyNotProven : whyNotProvenText)(path, text, edited, real)
  return reason === undefined ? { kind: 'edited', text: edited } : { kind: 'refused', reason }
}

/**
 * Carries out edits that are sorted and do not overlap.
 * @throws {BumpError} BUG when they are not, or reach past the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, newText } of edits) {
    if (start < done || end < start || end > text.length)
      throw new BumpError('BUG', `Edits must be sorted and apart: [${start}, ${end}) after ${done} of ${text.length}.`)
    pieces.push(text.slice(done, start), newText)
    done = end
  }
  return [...pieces, text.slice(done)].join('')
}

import { quote } from '../../image/reference.ts'
import { lineIndex } from '../../marker/lines.ts'
import { scanFile } from '../../marker/scan-file.ts'
import type { MarkedField } from '../../marker/field.ts'
import { formatPlace, type RepoPath } from '../../names.ts'
import type { FieldChange } from './yaml.ts'

/**
 * Proves the edit of a file that is not YAML: read anew, `after` has the markers of `before`, in their order and lines,
 * each with the value it should have now, and outside the changed values every character is where it was.
 * Undefined when it is so, else what is not.
 */
export function whyNotProvenText(
  path: RepoPath,
  before: string,
  after: string,
  changes: readonly FieldChange[],
): string | undefined {
  const [was, now] = [scanFile(path, before), scanFile(path, after)]
  const wanted = new Map(changes.map(({ field, to }) => [field.start, { end: field.end, to }]))
  const known = was.fields.filter(({ start, end }) => wanted.get(start)?.end === end)
  if (known.length !== changes.length) return 'a value without a marker would change'
  if (JSON.stringify(was.fields.map(placed)) !== JSON.stringify(now.fields.map(placed)))
    return 'the markers of the file would change'
  for (const [index, field] of was.fields.entries()) {
    const to = wanted.get(field.start)?.to ?? field.value
    if (now.fields[index]?.value !== to) return `${quote(to)} cannot be written at ${formatPlace(field.place)}`
  }
  if (was.findings.length !== now.findings.length) return 'a comment would change'
  return outside(before, was.fields) === outside(after, now.fields) && linesOf(before) === linesOf(after)
    ? undefined
    : 'text outside the marked values would change'
}

function placed({ marker, style, place: { line } }: MarkedField): unknown {
  return [marker.policy, marker.part, style, line]
}

/** The text with each value taken out, and a sign of its own where it was. */
function outside(text: string, fields: readonly MarkedField[]): string {
  const ends = [0, ...fields.map(({ end }) => end)]
  return JSON.stringify(ends.map((end, index) => text.slice(end, fields[index]?.start ?? text.length)))
}

function linesOf(text: string): number {
  return lineIndex(text).lineAt(text.length)
}

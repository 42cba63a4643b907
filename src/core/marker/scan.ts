import { CST } from 'yaml'
import { finding, type Finding } from '../finding.ts'
import { unreachable, type Place, type RepoPath } from '../names.ts'
import { blockStart, listAtoms, type Atom, type CommentAtom, type ScalarAtom } from './atoms.ts'
import { readMarker } from './comment.ts'
import type { MarkedField } from './field.ts'
import { lineIndex, placeIn, withoutFinalNewlines, type Lines } from './lines.ts'
import { holdsMarkerText, type Marker, type MarkerReading } from './marker.ts'
import { ownLine, standing } from './position.ts'
import { scanSimple } from './simple.ts'
import { readStream, type Problem, type YamlStream } from './stream.ts'

export interface Scan {
  /** In the order they stand. */
  readonly fields: readonly MarkedField[]
  /** Near-miss comments, markers in dead positions, documents that could not be read. */
  readonly findings: readonly Finding[]
}

/**
 * Finds the marked fields of one YAML text. Never throws: a document that is not YAML has no fields, and `findings`
 * says so; the other documents of the file keep theirs. A text without `"$imagepolicy"` has no fields.
 * @see https://fluxcd.io/flux/guides/image-update/ (marker syntax)
 */
export function scan(path: RepoPath, text: string): Scan {
  const fields = holdsMarkerText(text) ? scanSimple(path, text) : undefined
  return fields === undefined ? scanWhole(path, text) : { fields, findings: [] }
}

/** The same by the parser alone, whatever the text is like. */
export function scanWhole(path: RepoPath, text: string): Scan {
  return MEANT.test(text) ? scanStream(path, text, readStream(text)) : { fields: [], findings: [] }
}

/** The same of a text that was parsed, as YAML 1.2. */
export function scanStream(path: RepoPath, text: string, stream: YamlStream): Scan {
  const lines = lineIndex(text)
  const placeAt = (offset: number): Required<Place> => placeIn(path, lines, offset)
  const unreadable = ({ offset, reason }: Problem): Finding =>
    finding('FILE_UNREADABLE', { reason }, placeAt(Math.min(offset, text.length)))

  if (stream.kind === 'unreadable') return { fields: [], findings: [unreadable(stream.problem)] }
  const findings = stream.documents.flatMap(({ problem }) => (problem === undefined ? [] : [unreadable(problem)]))
  const fields: MarkedField[] = []
  const atoms = listAtoms(stream)
  atoms.forEach((atom, index) => {
    if (atom.kind !== 'comment') return
    const read = readComment(atoms, index, atom, lines)
    if (read.kind === 'on') fields.push(markedField(read.marker, read.scalar, placeAt))
    if (read.kind === 'told') findings.push(read.tell(placeAt(atom.offset)))
  })
  return { fields: holdsMarkerText(text) ? fields : [], findings }
}

// The key of a marker, or the start of one that is misspelled.
const MEANT = /imagepolicy|\{\s*["'`]?\$im/i

type CommentRead =
  | { readonly kind: 'on'; readonly marker: Marker; readonly scalar: ScalarAtom }
  | { readonly kind: 'told'; readonly tell: (place: Place) => Finding }
  | { readonly kind: 'nothing' }

function readComment(atoms: readonly Atom[], index: number, { source }: CommentAtom, lines: Lines): CommentRead {
  const reading = readMarker(source)
  switch (reading.kind) {
    case 'none':
      return { kind: 'nothing' }
    case 'unknown-part': {
      const { policy, part } = reading
      return { kind: 'told', tell: (place) => finding('UNKNOWN_PART', { policy, part }, place) }
    }
    case 'near':
      return nearComment(source, reading, ownLine(atoms, index, lines))
    case 'marker': {
      const { marker } = reading
      const stands = standing(atoms, index, lines)
      if (stands.kind === 'on') return { kind: 'on', marker, scalar: stands.scalar }
      const args = { policy: marker.policy, position: stands.position }
      return { kind: 'told', tell: (place) => finding('DEAD_MARKER', args, place) }
    }
    default:
      return unreachable(reading)
  }
}

// A line of its own with a marker inside other text is a commented-out line or prose: left alone on purpose. One that
// starts with other text, and holds something like a marker, is prose about markers.
function nearComment(
  source: string,
  { reason, inner }: Extract<MarkerReading, { kind: 'near' }>,
  ownLine: boolean,
): CommentRead {
  if (ownLine && inner !== undefined)
    return { kind: 'told', tell: (place) => finding('COMMENTED_MARKER', { policy: inner.policy }, place) }
  if (ownLine && !/^[#\s]*["'`‘’“”]?[{$]/.test(source)) return { kind: 'nothing' }
  return { kind: 'told', tell: (place) => finding('NEAR_MARKER', { comment: source, reason }, place) }
}

function markedField(
  marker: Marker,
  { token, inFlow, offset, end }: ScalarAtom,
  placeAt: (offset: number) => Required<Place>,
): MarkedField {
  // Errors of a scalar would have made its document unreadable; there is nobody left to tell.
  const decoded = CST.resolveAsScalar(token, false, () => {})?.value ?? ''
  if (token.type !== 'block-scalar') {
    const style = STYLES[token.type as keyof typeof STYLES] ?? 'plain'
    return { marker, place: placeAt(offset), value: decoded, start: offset, end, style, inFlow }
  }
  const content = blockContent(token)
  return {
    marker,
    place: placeAt(content.start),
    value: withoutFinalNewlines(decoded),
    ...content,
    style: 'block',
    inFlow,
  }
}

const STYLES = { 'single-quoted-scalar': 'single', 'double-quoted-scalar': 'double', scalar: 'plain' } as const

/** From the first content line, behind its indent, to the end of the last one, before its line break. */
function blockContent(token: CST.BlockScalar): { readonly start: number; readonly end: number } {
  const { source } = token
  const base = blockStart(token)
  const first = source.search(/\S/)
  if (first === -1) return { start: base, end: base }
  const lineStart = source.lastIndexOf('\n', first) + 1
  // With an indentation indicator further blanks are content; without one the first line says the indent.
  const header = token.props[0]
  const indicator = /[1-9]/.exec(header !== undefined && 'source' in header ? header.source : '')?.[0]
  const indent = indicator === undefined ? first - lineStart : token.indent + Number(indicator)
  return { start: base + lineStart + indent, end: base + contentEnd(source, indent) }
}

/** Trailing lines of blanks belong to the content only when they are longer than the indent. */
function contentEnd(source: string, indent: number): number {
  let end = source.length
  while (end > 0) {
    if (source[end - 1] === '\n') end -= 1
    if (source[end - 1] === '\r') end -= 1
    const lineStart = source.lastIndexOf('\n', end - 1) + 1
    const line = source.slice(lineStart, end)
    if (line.length > indent || line.trim() !== '' || lineStart === 0) break
    end = lineStart
  }
  return end
}

import { finding, type Finding } from '../finding.ts'
import { unreachable, type Place, type RepoPath } from '../names.ts'
import { readMarker } from './comment.ts'
import { formatOf, type TextFormat } from './format.ts'
import { lineIndex, placeIn } from './lines.ts'
import { holdsMarkerText } from './marker.ts'
import type { MarkedField } from './field.ts'
import { scan, type Scan } from './scan.ts'
import type { Commented, TextReading } from './text/commented.ts'
import { readDockerfile } from './text/dockerfile.ts'
import { readEnv } from './text/env.ts'
import { readHcl } from './text/hcl.ts'
import { readToml } from './text/toml.ts'

/**
 * Finds the marked fields of one file, by the format that its name says; a name of no known format is read as YAML.
 * Never throws, and promises what `scan` promises; a text that its format cannot be read from has no fields.
 */
export function scanFile(path: RepoPath, text: string): Scan {
  const format = formatOf(path) ?? 'yaml'
  if (format === 'yaml') return scan(path, text)
  if (!/imagepolicy/i.test(text)) return { fields: [], findings: [] }
  const lines = lineIndex(text)
  const placeAt = (offset: number): Required<Place> => placeIn(path, lines, offset)
  const read = READERS[format](text)
  if (read.kind === 'unreadable') {
    const { offset, reason } = read.problem
    return { fields: [], findings: [finding('FILE_UNREADABLE', { reason }, placeAt(offset))] }
  }
  const fields: MarkedField[] = []
  const findings: Finding[] = []
  for (const comment of read.comments) {
    const found = readComment(comment, placeAt)
    if (found === undefined) continue
    if ('code' in found) findings.push(found)
    else fields.push(found)
  }
  return { fields: holdsMarkerText(text) ? fields : [], findings }
}

const READERS: Readonly<Record<TextFormat, (text: string) => TextReading>> = {
  env: readEnv,
  toml: readToml,
  hcl: readHcl,
  dockerfile: readDockerfile,
}

function readComment(
  { source, offset, ownLine, stands }: Commented,
  placeAt: (offset: number) => Required<Place>,
): MarkedField | Finding | undefined {
  // `//` is the other way to write `#`.
  const reading = readMarker(source.startsWith('//') ? `#${source.slice(2)}` : source)
  switch (reading.kind) {
    case 'none':
      return undefined
    case 'unknown-part': {
      const { policy, part } = reading
      return finding('UNKNOWN_PART', { policy, part }, placeAt(offset))
    }
    case 'near': {
      const { reason, inner } = reading
      // As in YAML: a line of its own with a marker inside other text is a commented-out line or prose.
      return ownLine && inner !== undefined
        ? finding('COMMENTED_MARKER', { policy: inner.policy }, placeAt(offset))
        : finding('NEAR_MARKER', { comment: source, reason }, placeAt(offset))
    }
    case 'marker': {
      const { marker } = reading
      if (stands.kind === 'on') return { marker, place: placeAt(stands.token.start), ...stands.token, inFlow: false }
      const { kind: _, ...where } = stands
      return finding('DEAD_MARKER', { policy: marker.policy, ...where }, placeAt(offset))
    }
    default:
      return unreachable(reading)
  }
}

import { isAlias } from 'yaml'
import { finding, type Finding } from '../finding.ts'
import { blockStart, listAtoms, type Atom, type ScalarAtom } from '../marker/atoms.ts'
import { lineIndex, placeIn, type Lines } from '../marker/lines.ts'
import type { Marker } from '../marker/marker.ts'
import { scan } from '../marker/scan.ts'
import { readStream } from '../marker/stream.ts'
import type { Place, RepoPath } from '../names.ts'
import { sightImages } from './sight.ts'
import type { SightedField, Sighting } from './sighting.ts'
import type { ImageUse, Obstacle, Spot } from './use.ts'

/** What a file must hold, one of these, to name an image in a way that is known here. */
export const IMAGE_TEXTS: readonly string[] = ['image', 'Image', 'repository']

export interface Found {
  readonly uses: readonly ImageUse[]
  /** Why the file was not looked at. */
  readonly unreadable?: Finding
}

/**
 * Finds the images that one YAML text names, in the order they stand: whole references, kustomize `images`, pairs of
 * repository and tag, Helm parameters of Argo CD. A file with a broken document counts as broken whole: what looks like
 * YAML in a template need not be. Never throws.
 */
export function findImages(path: RepoPath, text: string): Found {
  const lines = lineIndex(text)
  const placeAt = (offset: number): Required<Place> => placeIn(path, lines, offset)
  const stream = readStream(text)
  const problem =
    stream.kind === 'unreadable' ? stream.problem : stream.documents.find((one) => one.problem !== undefined)?.problem
  if (stream.kind === 'unreadable' || problem !== undefined) {
    const { reason, offset } = problem ?? { reason: 'it cannot be read', offset: 0 }
    return { uses: [], unreadable: finding('FILE_UNREADABLE', { reason }, placeAt(Math.min(offset, text.length))) }
  }
  const sightings = stream.documents.flatMap(({ composed }) => (composed === undefined ? [] : sightImages(composed)))
  if (sightings.length === 0) return { uses: [] }
  const atoms = listAtoms(stream)
  const byOffset = new Map(atoms.map((atom, index) => [atom.offset, index]))
  const markers = new Map(scan(path, text).fields.map(({ start, marker }) => [start, marker]))
  const file: File = { text, atoms, byOffset, lines, placeAt, markers }
  return { uses: sightings.map((sighting) => imageUse(file, sighting)) }
}

interface File {
  readonly text: string
  readonly atoms: readonly Atom[]
  readonly byOffset: ReadonlyMap<number, number>
  readonly lines: Lines
  readonly placeAt: (offset: number) => Required<Place>
  /** By the offset at which the value starts. */
  readonly markers: ReadonlyMap<number, Marker>
}

function imageUse(file: File, { image, tag, pinned = false, fields }: Sighting): ImageUse {
  const spots: Spot[] = []
  const obstacles: Obstacle[] = []
  for (const field of fields) {
    const looked = look(file, field)
    if ('why' in looked) obstacles.push(looked)
    else spots.push(looked)
  }
  return { image, ...(tag === undefined ? {} : { tag }), pinned, spots, obstacles }
}

function look(file: File, { value, part, optional = false, why }: SightedField): Spot | Obstacle {
  const offset = value.node.range?.[0] ?? 0
  const place = file.placeAt(offset)
  if (isAlias(value.node))
    return { place, optional, why: `it is the alias *${value.node.source}; mark the value it stands for` }
  if (why !== undefined) return { place, optional, why }
  const index = file.byOffset.get(offset)
  const atom = index === undefined ? undefined : file.atoms[index]
  if (index === undefined || atom?.kind !== 'scalar')
    return { place, optional, why: 'its place in the text is not clear' }
  // A block scalar has its marker on the header and its place where its content starts, as the scan tells it.
  const own = atom.token.type === 'block-scalar' ? blockStart(atom.token) + atom.token.source.search(/\S|$/) : offset
  const marker = file.markers.get(own)
  const behind = marker === undefined ? whyNotAtLineEnd(file, index, atom) : undefined
  if (behind !== undefined) return { place, optional, why: behind }
  return {
    part,
    value: value.text,
    place: file.placeAt(own),
    lineEnd: lineEndAfter(file.text, atom.end),
    optional,
    ...(marker === undefined ? {} : { marker }),
  }
}

function lineEndAfter(text: string, offset: number): number {
  const lineBreak = /[\r\n]/g
  lineBreak.lastIndex = offset
  return lineBreak.exec(text)?.index ?? text.length
}

/** A comment belongs to a scalar when nothing but commas stand between it and the end of the line. */
function whyNotAtLineEnd({ atoms, lines }: File, index: number, { end }: ScalarAtom): string | undefined {
  const line = lines.lineAt(end)
  for (let at = index + 1; at < atoms.length; at += 1) {
    const next = atoms[at]
    if (next === undefined || lines.lineAt(next.offset) !== line) return undefined
    if (next.kind === 'comment') return 'another comment stands at the end of its line'
    if (next.kind !== 'comma') return 'other values or brackets stand behind it on its line; give it a line of its own'
  }
  return undefined
}

import { isMap, isSeq, isScalar, type Document, type YAMLMap, type YAMLSeq } from 'yaml'
import { readStream } from '../marker/stream.ts'
import { FLUX_GROUP } from '../policy/flux/group.ts'
import { sightMap, sightParameters } from './sight-map.ts'
import { aliasTargets, nodeAt, sightReference, valueOf, type Sighting, type Targets, type Value } from './sighting.ts'

/** The images that a document names, in the order they stand. Anchored nodes count where they stand, not at each alias. */
export function sightImages(document: Document): readonly Sighting[] {
  const sightings: Sighting[] = []
  if (isFluxImageObject(document)) return sightings
  const targets = aliasTargets(document)
  // A list may be longer than a call takes arguments.
  const add = (found: readonly Sighting[]): void => {
    for (const sighting of found) sightings.push(sighting)
  }
  // The parser bounds the depth of a document.
  const visit = (node: unknown, under: string): void => {
    if (isMap(node)) {
      add(sightMap(node, under, targets))
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (name === 'values' && isScalar(value)) add(sightEmbedded(valueOf(value, targets)))
        visit(value, name)
      }
    } else if (isSeq(node)) {
      add(sightItems(node, under, targets))
      for (const item of node.items) visit(item, under)
    }
  }
  visit(document.contents, '')
  return sightings
}

/** Their `image` says which registry is watched, and deploys nothing. */
function isFluxImageObject({ contents }: Document): boolean {
  const version = isMap(contents) ? nodeAt(contents, 'apiVersion') : undefined
  return isScalar(version) && String(version.value).startsWith(`${FLUX_GROUP}/`)
}

function sightItems(list: YAMLSeq, under: string, targets: Targets): readonly Sighting[] {
  if (under === 'parameters')
    return sightParameters(
      list.items.filter((item): item is YAMLMap => isMap(item)),
      targets,
    )
  if (under !== 'images') return []
  return list.items.flatMap((item) => {
    const value = valueOf(item, targets)
    const sighting = value === undefined ? undefined : (sightReference(value) ?? sightRenamed(value))
    return sighting === undefined ? [] : [sighting]
  })
}

/** `old=new:tag`, as the images of a kustomize source of Argo CD may be written. */
function sightRenamed(value: Value): Sighting | undefined {
  const sighting = sightReference({ ...value, text: value.text.slice(value.text.indexOf('=') + 1) })
  if (sighting === undefined || !value.text.includes('=')) return undefined
  const why = 'the form old=new:tag is no image reference; rename the image in a kustomization and write new:tag here'
  return { ...sighting, fields: [{ value, part: 'reference', why }] }
}

/** Values of a chart as a text inside the document: YAML inside YAML, whose lines are no comments' lines. */
function sightEmbedded(value: Value | undefined): readonly Sighting[] {
  if (value === undefined || !value.text.includes(':') || !/image|repository/i.test(value.text)) return []
  const stream = readStream(value.text)
  if (stream.kind === 'unreadable') return []
  const why = 'it stands in a text inside the YAML, where no comment counts; use valuesObject or parameters'
  return stream.documents
    .flatMap(({ composed, problem }) => (composed === undefined || problem !== undefined ? [] : sightImages(composed)))
    .map((sighting) => ({ ...sighting, fields: [{ value, part: 'reference', why }] }))
}

import { isAlias, isCollection, isPair, isScalar } from 'yaml'
import type { Marker } from '../marker/marker.ts'
import { scanWhole } from '../marker/scan.ts'
import { readStream } from '../marker/stream.ts'
import type { RepoPath } from '../names.ts'
import { listNodes, type AnyNode } from '../plan/proof/yaml.ts'

/** A marker that shall be new, by the value that it stands at. */
export interface NewMarker {
  readonly line: number
  readonly column: number
  readonly marker: Marker
}

/**
 * Proves that `after` is `before` with exactly these markers more, each on its value, with the same content in every
 * document and the same findings. Undefined when it is so, else what is not.
 */
export function whyNotMarked(
  path: RepoPath,
  before: string,
  after: string,
  markers: readonly NewMarker[],
): string | undefined {
  const [old, now] = [scanWhole(path, before), scanWhole(path, after)]
  const wanted = [...old.fields.map(({ marker, place }) => keyOf({ ...place, marker })), ...markers.map(keyOf)].sort()
  const got = now.fields.map(({ marker, place }) => keyOf({ ...place, marker })).sort()
  if (wanted.join('\n') !== got.join('\n')) return 'the markers would not stand on these values alone'
  if (old.findings.length !== now.findings.length) return 'a comment would change its meaning'
  return contentOf(before) === contentOf(after) ? undefined : 'a value of the file would change'
}

function keyOf({ line, column, marker }: NewMarker): string {
  return `${line}:${column} ${marker.policy}:${marker.part}`
}

/** Everything that a text says, comments and blanks aside. */
function contentOf(text: string): string {
  const stream = readStream(text)
  if (stream.kind === 'unreadable') return stream.problem.reason
  return JSON.stringify(
    stream.documents.map(({ composed, problem }) => problem ?? listNodes(composed?.contents).map(describe)),
  )
}

function describe(node: AnyNode): unknown {
  if (isPair(node)) return 'pair'
  if (isAlias(node)) return ['alias', node.source]
  if (isScalar(node)) return [node.tag, node.anchor, node.type, node.source, String(node.value)]
  return isCollection(node) ? ['collection', node.tag, node.anchor, node.items.length, node.flow] : null
}

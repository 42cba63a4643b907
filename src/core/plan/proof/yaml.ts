import { isAlias, isCollection, isPair, isScalar, type Node, type Pair, type Scalar } from 'yaml'
import { quote } from '../../image/reference.ts'
import { listAtoms } from '../../marker/atoms.ts'
import { withoutFinalNewlines } from '../../marker/lines.ts'
import { plainString } from '../../marker/plain.ts'
import type { MarkedField } from '../../marker/field.ts'
import { scanStream } from '../../marker/scan.ts'
import { readStream, type YamlDocument, type YamlStream } from '../../marker/stream.ts'
import { formatPlace, type RepoPath } from '../../names.ts'

/** What a marked field shall read as. */
export interface FieldChange {
  readonly field: MarkedField
  readonly to: string
}

/**
 * Proves that `after` is `before` with only these fields changed: the same documents, node by node the same kind, tag,
 * anchor, comment and value, and every changed field a string with its new value, read as YAML 1.1 and as YAML 1.2.
 * Undefined when it is so, else what is not.
 */
export function whyNotProven(
  path: RepoPath,
  before: string,
  after: string,
  changes: readonly FieldChange[],
): string | undefined {
  const read = (text: string, version: '1.1' | '1.2'): Parsed => ({ text, stream: readStream(text, version) })
  const [old, now] = [read(before, '1.2'), read(after, '1.2')]
  return (
    whyDifferentTrees(old, now, changes) ??
    whyDifferentMarkers(path, old, now, changes) ??
    whyDifferentTrees(read(before, '1.1'), read(after, '1.1'), changes)
  )
}

interface Parsed {
  readonly text: string
  readonly stream: YamlStream
}

function whyDifferentTrees(
  { text: before, stream: old }: Parsed,
  { text: after, stream: now }: Parsed,
  changes: readonly FieldChange[],
): string | undefined {
  if (old.kind === 'unreadable' || now.kind === 'unreadable') return 'the file cannot be read as YAML'
  if (old.documents.length !== now.documents.length) return 'the number of documents would change'
  if (comments(old) !== comments(now)) return 'a comment would change'
  let next = 0
  for (const [index, was] of old.documents.entries()) {
    const is = now.documents[index]
    if (is === undefined || (was.problem === undefined) !== (is.problem === undefined))
      return 'the result would not be YAML'
    const from = next
    while ((changes[next]?.field.start ?? Number.POSITIVE_INFINITY) < was.end) next += 1
    const inside = changes.slice(from, next)
    const reason =
      was.problem === undefined
        ? whyDifferentNodes(was, is, inside)
        : inside.length > 0 || before.slice(was.start, was.end) !== after.slice(is.start, is.end)
          ? 'a document that is not YAML would change'
          : undefined
    if (reason !== undefined) return reason
  }
  return undefined
}

function comments(stream: Extract<YamlStream, { kind: 'read' }>): string {
  return JSON.stringify(listAtoms(stream).flatMap((atom) => (atom.kind === 'comment' ? [atom.source] : [])))
}

function whyDifferentNodes(was: YamlDocument, is: YamlDocument, changes: readonly FieldChange[]): string | undefined {
  const [old, now] = [listNodes(was.composed?.contents), listNodes(is.composed?.contents)]
  if (old.length !== now.length) return 'the number of values would change'
  let next = 0
  for (const [index, node] of old.entries()) {
    const other = now[index]
    const change = changes[next]
    if (other === undefined || properties(node) !== properties(other)) return 'the structure of the file would change'
    if (change !== undefined && isScalar(node) && covers(node, change.field)) {
      next += 1
      const reason = whyNotValue(other, change)
      if (reason !== undefined) return reason
    } else if (content(node) !== content(other)) return 'a value without a marker would change'
  }
  return next === changes.length ? undefined : 'a marked value is no value of the file'
}

/** What a document is made of. */
export type AnyNode = Node | Pair | null

/** Every node of a document in the order they stand; a pair is listed before its key and its value. */
export function listNodes(root: unknown): AnyNode[] {
  const nodes: AnyNode[] = []
  const waiting: unknown[] = [root]
  while (waiting.length > 0) {
    const node = waiting.pop() as AnyNode
    nodes.push(node)
    if (isPair(node)) waiting.push(node.value, node.key)
    else if (isCollection(node)) for (const item of node.items.toReversed()) waiting.push(item)
  }
  return nodes
}

/** All that no edit may change, of a marked scalar neither. */
function properties(node: AnyNode): string {
  if (node === null) return 'nothing'
  if (isPair(node)) return 'pair'
  const { comment, commentBefore, spaceBefore, tag } = node
  const anchor = 'anchor' in node ? node.anchor : undefined
  const kind = isAlias(node)
    ? 'alias'
    : isScalar(node)
      ? 'scalar'
      : `collection of ${(node as { items: unknown[] }).items.length}`
  return JSON.stringify([kind, tag, anchor, comment, commentBefore, spaceBefore])
}

function content(node: AnyNode): string {
  if (isAlias(node)) return node.source
  if (!isScalar(node)) return ''
  const { source, type, value } = node
  return JSON.stringify([type, source, typeof value])
}

function covers(node: Scalar, { start, end }: MarkedField): boolean {
  const [from = 0, to = 0] = node.range ?? []
  return from <= start && end <= to
}

function whyNotValue(node: AnyNode, { field, to }: FieldChange): string | undefined {
  if (!isScalar(node) || decoded(node) !== to) return `${quote(to)} cannot be written at ${formatPlace(field.place)}`
  return isString(node, to) ? undefined : `the value at ${formatPlace(field.place)} would not be a string`
}

const CORE_TAGS = 'tag:yaml.org,2002:'

/** An explicit `!!int` and the like refuses any text: Go's readers fail on `!!int v2`, this library shrugs. */
function isString({ value, tag = '' }: Scalar, text: string): boolean {
  if (tag.startsWith(CORE_TAGS) && tag !== `${CORE_TAGS}str`) return false
  // A number past float64 is one that Go's readers take for a string; see plainString.
  return typeof value === 'string' || (typeof value === 'number' && !Number.isFinite(value) && plainString(text))
}

function decoded({ source = '', type }: Scalar): string {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? withoutFinalNewlines(source) : source
}

function whyDifferentMarkers(
  path: RepoPath,
  old: Parsed,
  now: Parsed,
  changes: readonly FieldChange[],
): string | undefined {
  const wanted = new Map(changes.map(({ field, to }) => [field.start, { end: field.end, to }]))
  const was = scanStream(path, old.text, old.stream).fields
  const known = was.filter(({ start, end }) => wanted.get(start)?.end === end)
  if (known.length !== changes.length) return 'a value without a marker would change'
  const wish = was.map(({ marker, start, value }) => [marker, wanted.get(start)?.to ?? value])
  const found = scanStream(path, now.text, now.stream).fields.map(({ marker, value }) => [marker, value])
  return JSON.stringify(wish) === JSON.stringify(found) ? undefined : 'the markers of the file would change'
}

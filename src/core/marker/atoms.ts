import type { CST } from 'yaml'
import type { YamlStream } from './stream.ts'

/** Where a scalar or alias stands. Only a value of a mapping and an item of a sequence can be marked. */
export type Role = 'value' | 'item' | 'key' | 'root'

/** What stands behind a `:` or a `-`. */
export type Held = 'scalar' | 'alias' | 'collection' | 'nothing'

interface Span {
  readonly offset: number
  /** Where its last byte on the line of its comment ends; of a block scalar the header. */
  readonly end: number
  /** Where all of it ends; of a block scalar the content. */
  readonly tail: number
  /** How many columns the block mapping or sequence around it is indented. */
  readonly indent: number
}

export interface ScalarAtom extends Span {
  readonly kind: 'scalar'
  readonly role: Role
  readonly inFlow: boolean
  readonly token: CST.FlowScalar | CST.BlockScalar
}

export interface CommentAtom extends Span {
  readonly kind: 'comment'
  readonly source: string
}

/**
 * A YAML text as a flat list, blanks and newlines left out: what stands next to a comment is next to it in the list.
 * `property`: an anchor or tag. `separator`: `---`, `...` or a directive. `broken`: a whole unreadable document.
 */
export type Atom =
  | ScalarAtom
  | CommentAtom
  | (Span & { readonly kind: 'dash' | 'colon'; readonly holds: Held })
  | (Span & { readonly kind: 'alias' | 'question' | 'comma' | 'open' | 'close' | 'property' | 'separator' | 'broken' })

/** What the walk still has to visit; `holds` is for the indicators of an entry. */
interface Visit {
  readonly token: CST.Token
  readonly role: Role
  readonly inFlow: boolean
  readonly holds: Held
  readonly indent: number
}

/** Lists the atoms of a text in the order they stand. Iterative: depth costs no stack. */
export function listAtoms({ tokens, documents }: Extract<YamlStream, { kind: 'read' }>): Atom[] {
  const broken = new Map(documents.filter(({ problem }) => problem !== undefined).map((one) => [one.token, one]))
  const atoms: Atom[] = []
  for (const top of tokens) {
    const document = top.type === 'document' ? broken.get(top) : undefined
    if (document !== undefined) {
      atoms.push({ kind: 'broken', offset: top.offset, end: document.end, tail: document.end, indent: 0 })
      continue
    }
    const waiting: Visit[] = [{ token: top, role: 'root', inFlow: false, holds: 'nothing', indent: 0 }]
    for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
      const atom = atomOf(visit)
      if (atom !== undefined) atoms.push(atom)
      for (const child of children(visit).toReversed()) waiting.push(child)
    }
  }
  return atoms
}

function atomOf({ token, role, inFlow, holds, indent }: Visit): Atom | undefined {
  const { offset } = token
  const end = offset + ('source' in token ? token.source.length : 0)
  if (isFlowScalar(token)) return { kind: 'scalar', role, inFlow, token, offset, end, tail: end, indent }
  if (token.type === 'block-scalar') {
    const header = token.props[0]
    const headerEnd = offset + (header !== undefined && 'source' in header ? header.source.length : 1)
    const tail = blockStart(token) + token.source.length
    return { kind: 'scalar', role, inFlow, token, offset, end: headerEnd, tail, indent }
  }
  if (token.type === 'comment') return { kind: 'comment', source: token.source, offset, end, tail: end, indent }
  if (token.type === 'seq-item-ind') return { kind: 'dash', holds, offset, end, tail: end, indent }
  if (token.type === 'map-value-ind') return { kind: 'colon', holds, offset, end, tail: end, indent }
  const kind = PLAIN_KINDS[token.type]
  return kind === undefined ? undefined : { kind, offset, end, tail: end, indent }
}

function isFlowScalar(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'scalar' || token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar'
}

const PLAIN_KINDS: Readonly<
  Partial<Record<CST.Token['type'], 'alias' | 'question' | 'comma' | 'open' | 'close' | 'property' | 'separator'>>
> = {
  alias: 'alias',
  'explicit-key-ind': 'question',
  comma: 'comma',
  'flow-map-start': 'open',
  'flow-seq-start': 'open',
  'flow-map-end': 'close',
  'flow-seq-end': 'close',
  anchor: 'property',
  tag: 'property',
  'doc-start': 'separator',
  'doc-end': 'separator',
  directive: 'separator',
}

/** The offset at which the content of a block scalar starts: the line after its header. */
export function blockStart(token: CST.BlockScalar): number {
  return token.props.reduce((offset, prop) => offset + ('source' in prop ? prop.source.length : 0), token.offset)
}

function children(visit: Visit): Visit[] {
  const { token } = visit
  const plain = (inside: readonly CST.Token[] = []): Visit[] =>
    inside.map((child) => ({ ...visit, token: child, holds: 'nothing' }))
  if (token.type === 'document')
    return [...plain(token.start), ...plain(token.value === undefined ? [] : [token.value]), ...plain(token.end)]
  if (token.type === 'block-map' || token.type === 'block-seq')
    return token.items.flatMap((item) => entry(item, visit, token.type === 'block-seq', false))
  if (token.type === 'flow-collection') {
    const sequence = token.start.type === 'flow-seq-start'
    const entries = token.items.flatMap((item) => entry(item, visit, sequence, true))
    return [...plain([token.start]), ...entries, ...plain(token.end)]
  }
  if (token.type === 'block-scalar') return plain(token.props)
  return 'end' in token ? plain(token.end) : []
}

/** One entry of a collection. Whatever stands inside a key is part of the key. */
function entry(item: CST.CollectionItem, parent: Visit, sequence: boolean, inFlow: boolean): Visit[] {
  const inKey = parent.role === 'key'
  const holds = heldBy(item.value)
  const indent =
    parent.token.type === 'block-map' || parent.token.type === 'block-seq' ? parent.token.indent : parent.indent
  const visit = (token: CST.Token, role: Role): Visit => ({ token, role: inKey ? 'key' : role, inFlow, holds, indent })
  // An entry of a sequence without a colon is an item; `[a: b]` holds a pair.
  const role = sequence && item.sep === undefined ? 'item' : 'value'
  return [
    ...item.start.map((token) => visit(token, 'key')),
    ...(item.key ? [visit(item.key, 'key')] : []),
    ...(item.sep ?? []).map((token) => visit(token, 'key')),
    ...(item.value === undefined ? [] : [visit(item.value, role)]),
  ]
}

function heldBy(value: CST.Token | undefined): Held {
  if (value === undefined) return 'nothing'
  if (value.type === 'alias') return 'alias'
  return value.type === 'block-map' || value.type === 'block-seq' || value.type === 'flow-collection'
    ? 'collection'
    : 'scalar'
}

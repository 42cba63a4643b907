import type { Atom, Held, Role, ScalarAtom } from './atoms.ts'
import type { Lines } from './lines.ts'

/** What a marker comment at a place would mark. */
export type Standing =
  | { readonly kind: 'on'; readonly scalar: ScalarAtom }
  /** No scalar takes it there; `position` goes on from "the marker stands …". */
  | { readonly kind: 'dead'; readonly position: string }

/** No comment block is longer in earnest; the bound keeps a file of nothing but comments from taking quadratic time. */
const FARTHEST = 1_000

/**
 * Decides what the comment at `atoms[index]` belongs to. As kyaml has it, a comment at the end of a scalar's line comes
 * first; one line above counts only for a scalar that has no such comment, and never for a mapping entry.
 */
export function standing(atoms: readonly Atom[], index: number, lines: Lines): Standing {
  const before = lineOwner(atoms, index, lines)
  if (before === undefined) return above(atoms, index, lines)
  if (before.kind === 'scalar')
    return markable(before.role) ? { kind: 'on', scalar: before } : dead(SCALAR_ROLES[before.role])
  if (before.kind === 'dash')
    return before.holds === 'scalar' ? above(atoms, index, lines) : dead(HELD_BY_DASH[before.holds])
  if (before.kind === 'colon') return dead(HELD_BY_COLON[before.holds])
  return dead(ON_LINE_OF[before.kind] ?? 'on a line without a value')
}

/** Whether the comment stands on a line of its own. */
export function ownLine(atoms: readonly Atom[], index: number, lines: Lines): boolean {
  return lineOwner(atoms, index, lines) === undefined
}

const ON_LINE_OF: Readonly<Partial<Record<Atom['kind'], string>>> = {
  alias: 'on an alias',
  close: 'after a flow collection',
  open: 'on a mapping or sequence',
  question: 'on a key',
}
const SCALAR_ROLES: Readonly<Record<'key' | 'root', string>> = {
  key: 'on a key',
  root: 'on a document that is one value',
}
const HELD_BY_DASH: Readonly<Record<Exclude<Held, 'scalar'>, string>> = {
  alias: 'on an alias',
  collection: 'on a mapping or sequence',
  nothing: 'on an empty value',
}
const HELD_BY_COLON: Readonly<Record<Held, string>> = {
  scalar: 'on a key line with the value below',
  alias: 'on a key line with an alias below',
  collection: 'on a mapping or sequence',
  nothing: 'on an empty value',
}

function markable(role: Role): role is 'value' | 'item' {
  return role === 'value' || role === 'item'
}

function dead(position: string): Standing {
  return { kind: 'dead', position }
}

/** What stands before the comment on its line: commas, anchors and tags are skipped, they belong to what has a value. */
function lineOwner(atoms: readonly Atom[], index: number, lines: Lines): Atom | undefined {
  const comment = atoms[index]
  const neighbour = atoms[index - 1]
  if (comment === undefined || neighbour === undefined) return undefined
  const line = lines.lineAt(comment.offset)
  if (lines.lineAt(neighbour.end) !== line) return undefined
  for (let at = index - 1; at >= 0; at -= 1) {
    const atom = atoms[at]
    if (atom === undefined || lines.lineAt(atom.end) !== line) break
    if (atom.kind !== 'comma' && atom.kind !== 'property') return atom
  }
  return neighbour
}

/** A comment on a line of its own, or right behind a dash: it may be the head comment of the scalar below. */
function above(atoms: readonly Atom[], index: number, lines: Lines): Standing {
  const at = nextContent(atoms, index)
  const target = atoms[at]
  if (target?.kind !== 'scalar') return dead(ABOVE[target?.kind ?? 'separator'] ?? 'below the last entry')
  if (!markable(target.role)) return dead(target.role === 'key' ? 'above a mapping entry' : SCALAR_ROLES.root)
  const head = headComments(atoms, at, lines)
  if (!head.includes(index)) return dead('below an entry, not above the next one')
  if (head.length > 1) return dead('among several comment lines above the value')
  if (hasLineComment(atoms, at, lines)) return dead('above a value that has a comment on its own line')
  return { kind: 'on', scalar: target }
}

const ABOVE: Readonly<Partial<Record<Atom['kind'], string>>> = {
  alias: 'on an alias',
  colon: 'above a mapping entry',
  question: 'above a mapping entry',
  open: 'above a mapping or sequence',
  dash: 'above a mapping or sequence',
}

/** The first atom below the comment that is no comment, property or the one dash of the entry itself. */
function nextContent(atoms: readonly Atom[], index: number): number {
  // Behind a dash the entry's own dash has passed already.
  let dashes = isBehindDash(atoms, index) ? 1 : 0
  const last = Math.min(atoms.length, index + FARTHEST)
  for (let at = index + 1; at < last; at += 1) {
    const kind = atoms[at]?.kind
    if (kind === 'dash') {
      dashes += 1
      if (dashes > 1) return at
    } else if (kind !== 'comment' && kind !== 'property') return at
  }
  return atoms.length
}

function isBehindDash(atoms: readonly Atom[], index: number): boolean {
  let at = index - 1
  while (at > index - FARTHEST && (atoms[at]?.kind === 'comment' || atoms[at]?.kind === 'property')) at -= 1
  const atom = atoms[at]
  return atom?.kind === 'dash' && (atom.holds === 'scalar' || atom.holds === 'alias')
}

/** The comments between a scalar and what stands before it, as far as they belong to the scalar. */
function headComments(atoms: readonly Atom[], scalar: number, lines: Lines): number[] {
  const comments: number[] = []
  let at = scalar - 1
  let dash: number | undefined
  for (; at >= Math.max(0, scalar - FARTHEST); at -= 1) {
    const kind = atoms[at]?.kind
    if (kind === 'comment') comments.push(at)
    else if (kind === 'dash' && dash === undefined) dash = at
    else if (kind !== 'property') break
  }
  comments.reverse()
  const before = atoms[at]
  if (before === undefined) return comments
  // The comment on the line of what stands before belongs to that, but for `key: # comment` with a scalar below.
  const first = atoms[comments[0] ?? -1]
  const direct = before.kind === 'colon' && dash === undefined
  if (first !== undefined && !direct && lines.lineAt(first.offset) === lines.lineAt(before.end)) comments.shift()
  const own = withoutFoot(atoms, comments, before, scalar, lines)
  return dash === undefined ? own : withoutDeeper(atoms, own, before, dash, lines)
}

/** Comments at the indent of a deeper block that ends here are about that block: go-yaml's rule, by columns. */
function withoutDeeper(atoms: readonly Atom[], comments: number[], before: Atom, dash: number, lines: Lines): number[] {
  const column = (at: number): number => lines.columnAt(atoms[at]?.offset ?? 0)
  let kept: number[] = []
  for (const at of [...comments.filter((comment) => comment < dash), dash]) {
    if (column(at) <= before.indent && column(at) !== column(kept[0] ?? at)) kept = []
    if (at !== dash) kept.push(at)
  }
  return [...kept, ...comments.filter((comment) => comment > dash)]
}

/** Comment lines right below an entry and with a blank line after them are about that entry. */
function withoutFoot(atoms: readonly Atom[], comments: number[], before: Atom, scalar: number, lines: Lines): number[] {
  if (before.kind === 'colon' || before.kind === 'dash' || before.kind === 'open') return comments
  const below = (line: number, at: number): boolean => lines.lineAt(atoms[at]?.offset ?? 0) === line
  // The content of a block scalar ends with its newline: step back onto its last line.
  let line = lines.lineAt(Math.max(before.offset, before.tail - 1))
  let foot = 0
  while (foot < comments.length && below(line + 1, comments[foot] ?? 0)) {
    foot += 1
    line += 1
  }
  const next = comments[foot] ?? firstOfEntry(atoms, scalar)
  return foot === 0 || below(line + 1, next) ? comments : comments.slice(foot)
}

/** The dash, anchor or tag that starts the entry of a scalar, or the scalar. */
function firstOfEntry(atoms: readonly Atom[], scalar: number): number {
  let first = scalar
  for (let at = scalar - 1; atoms[at]?.kind === 'dash' || atoms[at]?.kind === 'property'; at -= 1) first = at
  return first
}

function hasLineComment(atoms: readonly Atom[], scalar: number, lines: Lines): boolean {
  let at = scalar + 1
  while (atoms[at]?.kind === 'comma') at += 1
  const [own, next] = [atoms[scalar], atoms[at]]
  return own !== undefined && next?.kind === 'comment' && lines.lineAt(next.offset) === lines.lineAt(own.end)
}

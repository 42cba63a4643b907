import { compareBytes, inPathOrder } from '../compare.ts'
import { checkRepoPath } from '../git/repo-path.ts'
import { quote, type Parsed } from '../image/reference.ts'
import { readJson } from '../marker/marker.ts'
import type { Mentions } from '../marker/mentions.ts'
import type { Oid, PolicyName, RepoPath } from '../names.ts'
import { isSearched } from '../policy/scope.ts'

/** A file as a tree has it, and what it may matter to. */
export interface IndexedFile {
  readonly path: RepoPath
  readonly oid: Oid
  readonly mode: '100644' | '100755'
  readonly mentions: Mentions
}

/** What is looked for: files whose bytes hold one of the texts, among those that are searched. */
export interface Screen {
  readonly texts: readonly string[]
  readonly globs: readonly string[]
}

/**
 * Every file of one tree that the screen lets through. It counts for exactly the tree that it names, because a tree's id
 * names all its content.
 */
export interface MarkerIndex extends Screen {
  readonly commit: Oid
  /** The root tree of `commit`. */
  readonly tree: Oid
  /** How many indexes were made from one another since the whole tip was read. */
  readonly carried: number
  /** In the order of their paths' bytes, as git lists them. */
  readonly files: readonly IndexedFile[]
}

// Some 100 bytes a file, which every run reads.
export const MOST_INDEXED = 10_000
// A wrong index lives no longer than this.
export const MOST_CARRIED = 50

const MOST_BYTES = 2 * 1024 * 1024
// GitHub shows 512,000 bytes of a blob as text, and no more.
const MOST_PART_BYTES = 400_000
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * The text of an index, in parts that can each be shown whole; undefined: it is too big to be of use. A line says what was
 * searched, then each file has one, so that git can store one index as the difference to the last.
 */
export function formatIndex({
  commit,
  tree,
  carried,
  texts,
  globs,
  files,
}: MarkerIndex): readonly string[] | undefined {
  if (files.length > MOST_INDEXED) return undefined
  const head = JSON.stringify({ v: 2, commit, tree, carried, texts, globs })
  const encoder = new TextEncoder()
  const parts: string[][] = [[]]
  let [bytes, partBytes] = [0, 0]
  for (const line of [head, ...files.map(formatFile)].map((text) => `${text}\n`)) {
    const { length } = encoder.encode(line)
    bytes += length
    partBytes += length
    if (partBytes > MOST_PART_BYTES) {
      parts.push([])
      partBytes = length
    }
    parts.at(-1)?.push(line)
  }
  return bytes > MOST_BYTES ? undefined : parts.map((lines) => lines.join(''))
}

/** Reads an index that anyone who may write to the repository may have written. */
export function parseIndex(parts: readonly string[]): Parsed<MarkerIndex> {
  const text = parts.join('')
  if (text.length > MOST_BYTES) return refused('it is longer than 2 MiB')
  const [first = '', ...lines] = text.split('\n')
  if (lines.pop() !== '') return refused('its end is missing')
  const head = readHead(first)
  if (!head.ok) return head
  if (lines.length > MOST_INDEXED) return refused(`it lists over ${MOST_INDEXED} files`)
  const files: IndexedFile[] = []
  for (const line of lines) {
    const file = readFile(line, head.value.commit.length)
    if (!file.ok) return file
    const last = files.at(-1)
    if (last !== undefined && compareBytes(last.path, file.value.path) >= 0)
      return refused(`${quote(file.value.path)} is out of order`)
    files.push(file.value)
  }
  return { ok: true, value: { ...head.value, files } }
}

/** Whether an index was made with this screen, and lists no file that it leaves out. */
export function isMadeWith(index: MarkerIndex, { texts, globs }: Screen): boolean {
  const isSame = JSON.stringify([index.texts, index.globs]) === JSON.stringify([texts, globs])
  return isSame && index.files.every(({ path }) => isSearched(path, globs))
}

/** The same index for another tree. */
export function carryOn(
  index: MarkerIndex,
  { commit, tree, files }: Pick<MarkerIndex, 'commit' | 'tree'> & { readonly files: Iterable<IndexedFile> },
): MarkerIndex {
  return { ...index, commit, tree, carried: index.carried + 1, files: inPathOrder(files) }
}

// <id> <x: executable><f: Flux> <policies, * for any> <path>
const LINE = /^([0-9a-f]+) ([-x])([-f]) ([^ \n]+) ([^\n]+)$/
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z0-9][A-Za-z0-9._-]*$/

function formatFile({ path, oid, mode, mentions: { names, flux } }: IndexedFile): string {
  const named = names === 'any' ? '*' : names.size === 0 ? '-' : [...names].sort(compareBytes).join(',')
  const written = /^"|\n/.test(path) ? JSON.stringify(path) : path
  return `${oid} ${mode === '100755' ? 'x' : '-'}${flux ? 'f' : '-'} ${named} ${written}`
}

function readHead(line: string): Parsed<Omit<MarkerIndex, 'files'>> {
  const value = readJson(line)
  if (!isRecord(value) || value['v'] !== 2) return refused('it is not of version 2')
  const { commit, tree, carried, texts, globs } = value
  if (!isOid(commit) || !isOid(tree) || commit.length !== tree.length) return refused('it names no commit and tree')
  if (typeof carried !== 'number' || !Number.isInteger(carried) || carried < 0) return refused('"carried" is no count')
  if (!areStrings(texts) || !areStrings(globs)) return refused('it does not say what was searched')
  return { ok: true, value: { commit, tree, carried, texts, globs } }
}

function readFile(line: string, digits: number): Parsed<IndexedFile> {
  const [, oid = '', executable, flux, named = '', written = ''] = LINE.exec(line) ?? []
  if (!isOid(oid) || oid.length !== digits) return refused('a line of it is none of a file')
  const names = named === '*' ? 'any' : named === '-' ? [] : named.split(',')
  if (names !== 'any' && !names.every((name) => NAME.test(name))) return refused('a line of it names no policies')
  const path = written.startsWith('"') ? readJson(written) : written
  const checked = checkRepoPath(typeof path === 'string' ? path : '')
  if (!checked.ok) return checked
  const mentions: Mentions = {
    names: names === 'any' ? names : new Set(names.map((name) => name as PolicyName)),
    flux: flux === 'f',
  }
  return { ok: true, value: { path: checked.value, oid, mode: executable === 'x' ? '100755' : '100644', mentions } }
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}

function isOid(value: unknown): value is Oid {
  return typeof value === 'string' && OID.test(value)
}

function areStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

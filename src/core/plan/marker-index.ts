import { compareBytes } from '../compare.ts'
import { checkRepoPath } from '../git/repo-path.ts'
import { quote, type Parsed } from '../image/reference.ts'
import type { Oid, RepoPath } from '../names.ts'
import { isSearched } from '../policy/scope.ts'

/** A file as a tree has it. */
export interface IndexedFile {
  readonly path: RepoPath
  readonly oid: Oid
  readonly mode: '100644' | '100755'
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

// Past this, receiving the whole tip is quicker than asking for so many files.
export const MOST_INDEXED = 1000
// A wrong index lives no longer than this.
export const MOST_CARRIED = 50

const TEXT_LIMIT = 1024 * 1024
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** One line for each file, so that git can store one index as the difference to the last. */
export function formatIndex({ commit, tree, carried, texts, globs, files }: MarkerIndex): string {
  const rows = files.map(({ path, oid, mode }) => JSON.stringify({ path, oid, mode }))
  const head = JSON.stringify({ v: 1, commit, tree, carried, texts, globs })
  return `${head.slice(0, -1)},"files":[${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n`}]}\n`
}

/** Reads an index that anyone who may write to the repository may have written. */
export function parseIndex(text: string): Parsed<MarkerIndex> {
  if (text.length > TEXT_LIMIT) return refused('it is longer than 1 MiB')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('it is not JSON')
  }
  if (!isRecord(value) || value['v'] !== 1) return refused('it is not of version 1')
  const { commit, tree, carried, texts, globs, files } = value
  if (!isOid(commit) || !isOid(tree) || commit.length !== tree.length) return refused('it names no commit and tree')
  if (typeof carried !== 'number' || !Number.isInteger(carried) || carried < 0) return refused('"carried" is no count')
  if (!areStrings(texts) || !areStrings(globs)) return refused('it does not say what was searched')
  if (!Array.isArray(files) || files.length > MOST_INDEXED) return refused(`it lists no files, or over ${MOST_INDEXED}`)
  const read: IndexedFile[] = []
  for (const file of files) {
    const checked = readFile(file, commit.length)
    if (!checked.ok) return checked
    const last = read.at(-1)
    if (last !== undefined && compareBytes(last.path, checked.value.path) >= 0)
      return refused(`${quote(checked.value.path)} is out of order`)
    read.push(checked.value)
  }
  return { ok: true, value: { commit, tree, carried, texts, globs, files: read } }
}

/** Whether an index was made with this screen, and lists no file that it leaves out. */
export function isMadeWith(index: MarkerIndex, { texts, globs }: Screen): boolean {
  const isSame = JSON.stringify([index.texts, index.globs]) === JSON.stringify([texts, globs])
  return isSame && index.files.every(({ path }) => isSearched(path, globs))
}

function readFile(file: unknown, digits: number): Parsed<IndexedFile> {
  if (!isRecord(file)) return refused('a file of it is no object')
  const { path, oid, mode } = file
  if (!isOid(oid) || oid.length !== digits) return refused('a file of it has no id')
  if (mode !== '100644' && mode !== '100755') return refused('a file of it is no regular file')
  const checked = checkRepoPath(typeof path === 'string' ? path : '')
  return checked.ok ? { ok: true, value: { path: checked.value, oid, mode } } : checked
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

import { checkRepoPath } from '../../core/git/repo-path.ts'
import type { Oid, RepoPath } from '../../core/names.ts'
import type { FileEntry } from '../../ports/repository.ts'
import { splitAt } from './pieces.ts'
import { runGit } from './process.ts'

type PathTest = (path: RepoPath) => boolean

/**
 * Regular files below some folders (or at these paths) of a tree that pass a test; no folders: all. Reads trees alone, no
 * blob, and keeps nothing of what does not pass, nor more than one beyond `most`.
 */
export async function listFiles(
  gitDir: string,
  tree: Oid,
  folders: readonly RepoPath[],
  { isWanted = () => true, most = Infinity }: { readonly isWanted?: PathTest; readonly most?: number } = {},
): Promise<FileEntry[]> {
  const files: FileEntry[] = []
  await eachFile(gitDir, tree, folders, (name, facts) => {
    if (files.length > most) return
    const [mode = '', , oid = ''] = facts.split(' ')
    const [file] = fileEntry(mode, oid, Buffer.from(name, 'latin1'))
    if (file !== undefined && isWanted(file.path)) files.push(file)
  })
  return files
}

/** The same of some paths out of the whole tree, in their order; of nothing else anything is kept. */
export async function listPaths(gitDir: string, tree: Oid, paths: readonly RepoPath[]): Promise<FileEntry[]> {
  // By the bytes of a path, one character each: what is not asked for is not decoded.
  const wanted = new Map(paths.map((path) => [Buffer.from(path).toString('latin1'), path]))
  const found = new Map<RepoPath, FileEntry>()
  await eachFile(gitDir, tree, [], (name, facts) => {
    const path = wanted.get(name)
    const [mode = '', , oid = ''] = path === undefined ? [] : facts.split(' ')
    if (path !== undefined && REGULAR.test(mode)) found.set(path, { path, oid: oid as Oid, mode: tidyMode(mode) })
  })
  return paths.flatMap((path) => found.get(path) ?? [])
}

/** Calls for each entry that is no folder: each byte of its name a character, and its mode, type and id. */
async function eachFile(
  gitDir: string,
  tree: Oid,
  folders: readonly RepoPath[],
  call: (name: string, facts: string) => void,
): Promise<void> {
  const take = splitAt('\0', (record) => {
    const tab = record.indexOf('\t')
    call(record.slice(tab + 1), record.slice(0, tab))
  })
  await runGit(['ls-tree', '-r', '-z', '--full-tree', tree, '--', ...folders], {
    gitDir,
    take: (chunk) => take(chunk.toString('latin1')),
  })
}

/** A path whose file differs between two trees; on the side where there is no regular file, undefined. */
export interface Difference {
  readonly path: RepoPath
  readonly before: FileEntry | undefined
  readonly after: FileEntry | undefined
}

/** What differs between a tree and each of some others at paths that pass a test, in one process. Reads trees alone, no blob. */
export async function differences(
  gitDir: string,
  before: Oid,
  after: readonly Oid[],
  isWanted: PathTest,
): Promise<ReadonlyMap<Oid, readonly Difference[]>> {
  const found = new Map<Oid, Difference[]>(after.map((tree) => [tree, []]))
  const input = [...found.keys()].map((tree) => `${before} ${tree}\n`).join('')
  if (input === '') return found
  const { stdout } = await runGit(['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--full-index'], {
    gitDir,
    input,
  })
  let current: Difference[] = []
  let change: RegExpExecArray | undefined
  for (const record of records(stdout)) {
    if (change !== undefined) {
      const [, modeBefore = '', modeAfter = '', oidBefore = '', oidAfter = ''] = change
      change = undefined
      const [a] = fileEntry(modeBefore, oidBefore, record)
      const [b] = fileEntry(modeAfter, oidAfter, record)
      const path = (a ?? b)?.path
      if (path !== undefined && isWanted(path)) current.push({ path, before: a, after: b })
      continue
    }
    // The line that names the two trees ends with a line break, or with NUL: git is not of one mind here.
    const text = record.toString('latin1')
    const header = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64})\n?/.exec(text)
    if (header !== null) current = found.get(header[2] as Oid) ?? []
    change = CHANGE.exec(header === null ? text : text.slice(header[0].length)) ?? undefined
  }
  return found
}

const CHANGE = /^:([0-7]+) ([0-7]+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]$/
const REGULAR = /^100[0-7]{3}$/

function records(output: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0, at)
    const stop = end === -1 ? output.length : end
    found.push(output.subarray(at, stop))
    at = stop + 1
  }
  return found
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function fileEntry(mode: string, oid: string, name: Buffer): FileEntry[] {
  if (!REGULAR.test(mode)) return []
  try {
    const path = checkRepoPath(utf8.decode(name))
    return path.ok ? [{ path: path.value, oid: oid as Oid, mode: tidyMode(mode) }] : []
  } catch {
    return [] // a path that is not UTF-8 can be named nowhere
  }
}

/** Old repositories hold 100664 and the like; git itself looks at the owner's x alone. */
export function tidyMode(mode: string): FileEntry['mode'] {
  return (Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755'
}

import { randomBytes } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { lstat, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { compareBytes } from '../core/compare.ts'
import { BumpError } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'
import { mentionsWith } from '../core/marker/mentions.ts'
import type { RepoPath } from '../core/names.ts'
import { checkRepoPath } from '../core/git/repo-path.ts'
import { isSearched } from '../core/policy/scope.ts'
import type { FoundFile, TreeFile, WritableTree } from '../ports/tree.ts'

/**
 * Opens a checkout on this machine: the files as they are on disk, uncommitted ones too. No git is needed.
 * @throws {BumpError} BAD_WORKTREE when the root is no folder
 */
export async function openWorktree(root: string): Promise<WritableTree> {
  // The root itself may be named through a symlink; below it none is followed.
  const real = await realpath(root).catch(() => undefined)
  if (real === undefined || !(await lstat(real)).isDirectory())
    throw new BumpError('BAD_WORKTREE', `${quote(root)} is no folder. Name the root of a checkout.`)
  return {
    async files(texts, globs) {
      if (texts.length === 0) return []
      const wanted = texts.map((text) => Buffer.from(text))
      return list(real, globs).flatMap((path): TreeFile[] => {
        const bytes = readPlain(join(real, path))
        return bytes !== undefined && wanted.some((text) => bytes.includes(text)) ? [{ path, bytes }] : []
      })
    },
    async search(texts, globs) {
      if (texts.length === 0) return []
      return list(real, globs).flatMap((path): FoundFile[] => {
        const text = readPlain(join(real, path))?.toString('latin1')
        const mentions = text === undefined ? undefined : mentionsWith(texts, text)
        return mentions === undefined ? [] : [{ path, mentions }]
      })
    },
    read: async (found) =>
      found.flatMap(({ path }): TreeFile[] => {
        const bytes = readPlain(join(real, path))
        return bytes === undefined ? [] : [{ path, bytes }]
      }),
    async file(path) {
      const place = await locate(real, path)
      return place.kind === 'file' ? readPlain(place.at) : undefined
    },
    async write(path, bytes) {
      const place = await locate(real, path)
      if (place.kind === 'blocked')
        throw new BumpError('BAD_WORKTREE', `${quote(path)} cannot be written: ${place.reason}.`)
      await replace(place.at, bytes, place.kind === 'file' ? place.mode : NEW_FILE_MODE).catch((cause: unknown) => {
        throw new BumpError('BAD_WORKTREE', `${quote(path)} cannot be written: ${(cause as Error).message}.`, { cause })
      })
    },
  }
}

const NEW_FILE_MODE = 0o644

// Nothing else waits for the files of a checkout, and handing each to another thread takes five times as long as reading it.

/** Paths of the regular files that markers can stand in, ordered as git orders them: by bytes. */
function list(root: string, globs: readonly string[] | undefined): readonly RepoPath[] {
  const paths: RepoPath[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = checkRepoPath(folder === '' ? entry.name : `${folder}/${entry.name}`)
      if (!path.ok) continue
      if (entry.isDirectory()) folders.push(path.value)
      else if (entry.isFile() && isSearched(path.value, globs)) paths.push(path.value)
    }
  }
  return paths.sort(compareBytes)
}

/** The bytes of a regular file; undefined where it is another thing, or went away since it was listed. */
function readPlain(at: string): Buffer | undefined {
  let file: number | undefined
  try {
    // O_NONBLOCK: opening a pipe must not wait for a writer.
    file = openSync(at, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    return fstatSync(file).isFile() ? readFileSync(file) : undefined
  } catch (error) {
    if (file === undefined && GONE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw new BumpError('BAD_WORKTREE', `A file cannot be read: ${(error as Error).message}.`, { cause: error })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ELOOP', 'ENXIO', 'ENOTDIR', 'EMLINK'])

type Location =
  | { readonly kind: 'file'; readonly at: string; readonly mode: number }
  | { readonly kind: 'free'; readonly at: string }
  | { readonly kind: 'blocked'; readonly reason: string }

/** Where a path leads, looking at each component on the way; a link anywhere blocks it. */
async function locate(root: string, path: RepoPath): Promise<Location> {
  const checked = checkRepoPath(path)
  if (!checked.ok) return { kind: 'blocked', reason: checked.reason }
  const parts = path.split('/')
  const names = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
  for (const name of names) {
    const folder = await lstat(join(root, name)).catch(() => undefined)
    if (folder?.isDirectory() !== true)
      return { kind: 'blocked', reason: `${quote(name)} is no folder, or a link to one` }
  }
  const at = join(root, path)
  // The same asked in another way: mounts, short names of Windows and the like.
  const parent = await realpath(dirname(at))
  if (parent !== root && !parent.startsWith(root.endsWith(sep) ? root : root + sep))
    return { kind: 'blocked', reason: 'its folder is outside the checkout' }
  const leaf = await lstat(at).catch(() => undefined)
  if (leaf === undefined) return { kind: 'free', at }
  return leaf.isFile()
    ? { kind: 'file', at, mode: leaf.mode & 0o7777 }
    : { kind: 'blocked', reason: 'it is a link or no file' }
}

/** Writes a sibling and renames it, so that a reader or a crash meets the old bytes or the new ones. */
async function replace(at: string, bytes: Uint8Array, mode: number): Promise<void> {
  const sibling = join(dirname(at), `.image-bump-${randomBytes(8).toString('hex')}`)
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants
  try {
    const file = await open(sibling, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, mode)
    try {
      await file.writeFile(bytes)
      await file.chmod(mode) // the umask took some of it away
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(sibling, at)
  } catch (error) {
    await rm(sibling, { force: true })
    throw error
  }
}

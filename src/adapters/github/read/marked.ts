import { checkRepoPath } from '../../../core/git/repo-path.ts'
import { BumpError } from '../../../core/errors.ts'
import { mentionsWith } from '../../../core/marker/mentions.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { IndexedFile, Screen } from '../../../core/plan/marker-index.ts'
import { isSearched } from '../../../core/policy/scope.ts'
import type { FileEntry, NewFile } from '../../../ports/repository.ts'
import { blobId, type Blobs } from './blobs.ts'
import type { Comparer } from './compare.ts'
import type { Places, Standing } from './places.ts'

/** The files of a commit that the screen lets through. */
export interface Marked {
  readonly commit: Oid
  readonly files: ReadonlyMap<RepoPath, IndexedFile>
  /** How many files and commits lie between this commit and the one that the index was made of. */
  readonly distance: number
}

/** What it takes to get from the marked files of one commit to those of another. */
export interface Sources {
  readonly blobs: Blobs
  readonly comparer: Comparer
  readonly places: Places
}

/**
 * The marked files of `to`, known those of `from`. Where neither side has touched a path since the two parted, the same
 * blob stands there in both; every other path is read. So the answer is exact however the two are related.
 * @throws where GitHub does not show everything, or contradicts itself
 */
export async function carry(
  sources: Sources,
  screen: Screen,
  from: Marked,
  to: Oid,
  { isBeside }: { readonly isBeside: boolean },
): Promise<Marked> {
  const { comparer, places } = sources
  const { paths, ahead: commits } = await comparer.difference(from.commit, to, isBeside)
  const changed = new Map(
    [...paths].flatMap(([text, standing]) => searched(text, screen).map((path) => [path, standing])),
  )
  const found = await places.at(to, [...changed.keys()], true)
  const files = new Map(from.files)
  for (const [path, expected] of changed) {
    const standing = found.get(path)
    if ((standing === undefined) !== (expected === 'absent')) throw contradiction(path)
    await put(sources, screen, files, path, standing)
  }
  const seen = places.seen(to)
  for (const [path, entry] of from.files)
    if (!changed.has(path) && seen.has(path) && !isSame(entry, seen.get(path))) throw contradiction(path)
  return { commit: to, files, distance: from.distance + paths.size + commits }
}

/** The marked files of a commit that differs from another one in some files at most, which were asked about. */
export async function replaced(
  sources: Sources,
  screen: Screen,
  from: Marked,
  commit: Oid,
  standings: ReadonlyMap<RepoPath, Standing | undefined>,
): Promise<Marked> {
  const files = new Map(from.files)
  for (const [path, standing] of standings)
    if (searched(path, screen).length > 0 && !isSame(from.files.get(path), standing))
      await put(sources, screen, files, path, standing)
  return { ...from, commit, files }
}

/** The marked files of a commit of ours, its new files read back. */
export async function readBack(
  sources: Sources,
  screen: Screen,
  parent: Marked,
  commit: Oid,
  written: readonly NewFile[],
): Promise<Marked> {
  const paths = written.map(({ entry }) => entry.path)
  const found = await sources.places.at(commit, paths, true)
  for (const { entry, bytes } of written) {
    const wanted = { ...entry, oid: blobId(bytes, entry.oid) }
    if (!isSame(wanted, found.get(entry.path))) throw contradiction(entry.path)
  }
  return await replaced(sources, screen, parent, commit, found)
}

export function isSame(entry: FileEntry | undefined, standing: Standing | undefined): boolean {
  if (entry === undefined || typeof standing !== 'object') return entry === undefined && typeof standing !== 'object'
  return standing.oid === entry.oid && standing.mode === entry.mode
}

async function put(
  { blobs }: Sources,
  { texts }: Screen,
  files: Map<RepoPath, IndexedFile>,
  path: RepoPath,
  standing: Standing | undefined,
): Promise<void> {
  files.delete(path)
  if (typeof standing !== 'object') return
  const bytes = await blobs.read(standing.oid)
  const mentions = mentionsWith(texts, bytes)
  if (mentions !== undefined) files.set(path, { ...standing, mentions })
}

// A path that git could not name for us either is none of ours.
function searched(text: string, { globs }: Screen): readonly RepoPath[] {
  const path = checkRepoPath(text)
  return path.ok && isSearched(path.value, globs) ? [path.value] : []
}

function contradiction(path: RepoPath): BumpError {
  return new BumpError('REMOTE_REFUSED', `${JSON.stringify(path)} is not as it was said to be`)
}

import { checkRepoPath } from '../../../core/git/repo-path.ts'
import { BumpError } from '../../../core/errors.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { Screen } from '../../../core/plan/marker-index.ts'
import { isSearched } from '../../../core/policy/scope.ts'
import type { FileEntry, NewFile } from '../../../ports/repository.ts'
import { blobId, type Blobs } from './blobs.ts'
import type { Comparer } from './compare.ts'
import type { FilesAtOptions, Standing } from './files-at.ts'

/** The files of a commit that the screen lets through. */
export interface Marked {
  readonly commit: Oid
  readonly files: ReadonlyMap<RepoPath, FileEntry>
  /** Those of which the repository has not said yet that they stand there. */
  readonly unproven: readonly FileEntry[]
  /** How many files and commits lie between this commit and the one that the index was made of. */
  readonly distance: number
}

/** What it takes to get from the marked files of one commit to those of another. */
export interface Sources {
  readonly blobs: Blobs
  readonly comparer: Comparer
  readonly filesAt: (
    commit: Oid,
    paths: readonly RepoPath[],
    options: FilesAtOptions,
  ) => Promise<ReadonlyMap<RepoPath, Standing>>
}

// So many are read while the comparison is under way, changed or not: a round trip is worth more than a few files.
const MOST_READ_AHEAD = 100

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
  const { blobs, comparer, filesAt } = sources
  const ahead = from.files.size <= MOST_READ_AHEAD ? [...from.files.keys()] : []
  const [{ paths, ahead: commits }, early] = await Promise.all([
    comparer.difference(from.commit, to, isBeside),
    filesAt(to, ahead, { blobs }),
  ])
  const changed = new Map(
    [...paths].flatMap(([text, standing]) => searched(text, screen).map((path) => [path, standing])),
  )
  const late = await filesAt(
    to,
    [...changed.keys()].filter((path) => !early.has(path) && !ahead.includes(path)),
    { blobs },
  )

  const files = new Map<RepoPath, FileEntry>()
  for (const [path, expected] of changed) {
    const found = early.get(path) ?? late.get(path)
    if ((found === undefined) !== (expected === 'absent')) throw contradiction(path)
    if (typeof found === 'object' && (await passes(blobs, screen, found))) files.set(path, found)
  }
  const unproven: FileEntry[] = []
  for (const [path, entry] of from.files) {
    if (changed.has(path)) continue
    if (!ahead.includes(path)) unproven.push(entry)
    else if (!isSame(entry, early.get(path))) throw contradiction(path)
    files.set(path, entry)
  }
  return { commit: to, files, unproven, distance: from.distance + paths.size + commits }
}

/** The marked files of a commit of ours, its new files read back. */
export async function readBack(
  { blobs, filesAt }: Sources,
  screen: Screen,
  parent: Marked,
  commit: Oid,
  written: readonly NewFile[],
): Promise<Marked> {
  const found = await filesAt(
    commit,
    written.map(({ entry }) => entry.path),
    { blobs },
  )
  const files = new Map(parent.files)
  for (const { entry, bytes } of written) {
    const wanted = { ...entry, oid: blobId(bytes, entry.oid) }
    if (!isSame(wanted, found.get(entry.path))) throw contradiction(entry.path)
    if (await passes(blobs, screen, wanted)) files.set(entry.path, wanted)
    else files.delete(entry.path)
  }
  return { ...parent, commit, files }
}

export function isSame(entry: FileEntry, standing: Standing | undefined): boolean {
  return typeof standing === 'object' && standing.oid === entry.oid && standing.mode === entry.mode
}

export async function passes(blobs: Blobs, { texts }: Screen, { oid }: FileEntry): Promise<boolean> {
  const { buffer, byteOffset, byteLength } = await blobs.read(oid)
  const bytes = Buffer.from(buffer, byteOffset, byteLength)
  return texts.some((text) => bytes.includes(text))
}

// A path that git could not name for us either is none of ours.
function searched(text: string, { globs }: Screen): readonly RepoPath[] {
  const path = checkRepoPath(text)
  return path.ok && isSearched(path.value, globs) ? [path.value] : []
}

function contradiction(path: RepoPath): BumpError {
  return new BumpError('REMOTE_REFUSED', `${JSON.stringify(path)} is not as it was said to be`)
}

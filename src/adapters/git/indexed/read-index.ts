import { BumpError } from '../../../core/errors.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import { INDEX_CONTENTS, indexParts, NO_INDEX, readIndex } from '../../../core/plan/keepsake.ts'
import type { MarkerIndex } from '../../../core/plan/marker-index.ts'
import type { Blobs } from '../blobs.ts'
import { listFiles } from '../listing.ts'
import { FETCH, type Remote } from '../remote.ts'

// More than a keepsake of ours holds.
const MOST_FILES = 1_000

/**
 * The index that a commit holds, and the tree that it was made of.
 * @param alsoWanted blobs that are got along with it, in one request
 * @throws where it is none, or cannot be had
 */
export async function readIndexOf(
  remote: Remote,
  blobs: Blobs,
  commit: Oid | undefined,
  alsoWanted: readonly Oid[],
): Promise<MarkerIndex> {
  const { contents, gitDir } = remote
  if (commit === undefined) throw new BumpError('REMOTE_REFUSED', NO_INDEX)
  const listed = await listFiles(gitDir, (await contents.commit(commit)).tree, [])
  if (listed.length > MOST_FILES) throw new BumpError('REMOTE_REFUSED', 'what stands in its place is no index')
  const byPath = new Map(listed.map(({ path, oid }) => [path, oid]))
  const parts = indexParts((path) => byPath.has(path as RepoPath)).map((path) => byPath.get(path as RepoPath) as Oid)
  const flux = listed.flatMap(({ path, oid }) => (path.startsWith(`${INDEX_CONTENTS}/`) ? [oid] : []))
  await blobs.get([...parts, ...flux, ...alsoWanted])
  const texts = (await blobs.read(parts)).map((bytes) => Buffer.from(bytes).toString('utf8'))
  const read = readIndex(texts)
  if (!read.ok) throw new BumpError('REMOTE_REFUSED', read.reason)
  return read.value
}

/**
 * Gets the trees that an index was made of, as far as they are not here.
 * @throws where the remote does not have them any more, or they are others than the index says
 */
export async function bringTrees(remote: Remote, { commit, tree }: MarkerIndex): Promise<void> {
  const { access, contents, git } = remote
  await git([...FETCH, '--filter=blob:none', '--depth=1', '--end-of-options', access.url, commit])
  if ((await contents.commit(commit)).tree !== tree)
    throw new BumpError('REMOTE_REFUSED', 'the index of marked files names another tree than its commit has')
}

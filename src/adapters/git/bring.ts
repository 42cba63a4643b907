import type { Oid } from '../../core/names.ts'
import { FETCH, type Remote } from './remote.ts'

/** Gets a commit with all its objects, wherever the branches stand by now. Its history stays behind. */
export async function bringCommit({ access, git }: Remote, commit: Oid): Promise<void> {
  await git([...FETCH, '--depth=1', '--end-of-options', access.url, commit])
}

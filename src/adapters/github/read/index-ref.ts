import { BumpError } from '../../../core/errors.ts'
import type { Oid } from '../../../core/names.ts'
import { formatIndex, parseIndex, type MarkerIndex } from '../../../core/plan/marker-index.ts'
import type { GithubClient } from '../client.ts'
import { parseSlug } from '../slug.ts'
import type { Blobs } from './blobs.ts'
import type { IndexTree } from './opening.ts'

/**
 * Where the index is kept: a commit without parents, outside of the branches and tags that people see. Beside `index.json`
 * its tree holds the very blobs that the index lists, so that one query brings list and contents.
 */
export const INDEX_REF = 'refs/image-bump/index'

const LIST = 'index.json'
const CONTENTS = 'files'

/** Reads the index and keeps the contents that come with it. @throws {BumpError} REMOTE_REFUSED where it cannot be used */
export function readIndex(tree: IndexTree | undefined, blobs: Blobs): MarkerIndex {
  if (tree === undefined) throw new BumpError('REMOTE_REFUSED', 'there is no index of marked files yet')
  const list = tree.files.get(LIST)
  const parsed = parseIndex(list?.isTruncated === true ? '' : (list?.text ?? ''))
  if (!parsed.ok) throw new BumpError('REMOTE_REFUSED', `the index of marked files is unusable: ${parsed.reason}`)
  for (const { oid, object } of tree.folders.get(CONTENTS) ?? []) blobs.keep(oid as Oid, object)
  return parsed.value
}

/** Writes the index; whoever writes last wins, as each is true of the tree that it names. */
export async function writeIndex(
  client: GithubClient,
  repository: string,
  repositoryId: string,
  index: MarkerIndex,
  { withContents }: { readonly withContents: boolean },
): Promise<void> {
  const slug = parseSlug(repository)
  const request = { to: 'write the index of marked files', repository, permission: 'contents: write', repeatable: true }
  const file = { mode: '100644', type: 'blob' } as const
  const contents = withContents
    ? index.files.map(({ oid }, at) => ({ ...file, path: `${CONTENTS}/${at}`, sha: oid }))
    : []
  const list = { ...file, path: LIST, content: formatIndex(index) }
  const tree = await client.rest(request, (api) => api.git.createTree({ ...slug, tree: [list, ...contents] }))
  const message = `image-bump: marked files of ${index.commit}\n`
  const commit = await client.rest(request, (api) =>
    api.git.createCommit({ ...slug, message, tree: tree.sha, parents: [] }),
  )
  const document = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'
  const refUpdates = [{ name: INDEX_REF, afterOid: commit.sha, force: true }]
  await client.graphql(request, document, { input: { repositoryId, refUpdates } })
}

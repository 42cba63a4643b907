import type { RestEndpointMethodTypes } from '@octokit/rest'
import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import type { BranchWriter, CommitRequest } from '../../ports/branch-writer.ts'
import type { NewFile } from '../../ports/repository.ts'
import type { GithubClient } from './client.ts'
import { moveBranch, type RefMove } from './move-branch.ts'
import { parseSlug } from './slug.ts'

export interface GithubBranchWriterOptions {
  /** GraphQL's id of the repository: `repositoryId` of the forge. */
  readonly repositoryId: () => Promise<string>
}

// A tree with its texts goes in one request; past this a file is sent on its own.
const INLINE_FILE_BYTES = 256 * 1024
const INLINE_TREE_BYTES = 4 * 1024 * 1024

/**
 * Commits through GitHub's API: without an author the commit is the token's and GitHub signs it.
 * The commit is whole before the branch moves, and the branch moves once; a branch that stood at its base for a moment would
 * have its pull request closed for good.
 */
export function githubBranchWriter(
  client: GithubClient,
  repository: string,
  { repositoryId }: GithubBranchWriterOptions,
): BranchWriter {
  const move = async (refMove: RefMove) => moveBranch(client, repository, await repositoryId(), refMove)
  return {
    commit: async (request) => {
      const tree = asWanted(request, await writeTree(client, repository, request))
      const commit = await writeCommit(client, repository, request, tree)
      request.made?.(commit)
      if ((await request.holds) === false) return { kind: 'lost' }
      const { branch, expected, parent, alsoDelete } = request
      const isFastForward = parent === expected
      const kind = await move({
        branch,
        from: expected,
        to: commit,
        isFastForward,
        ...(alsoDelete === undefined ? {} : { alsoDelete }),
      })
      return kind === 'moved' ? { kind, commit } : { kind }
    },
    delete: async (branch, expected) => ({
      kind: await move({ branch, from: expected, to: undefined, isFastForward: false }),
    }),
  }
}

type TreeEntry = RestEndpointMethodTypes['git']['createTree']['parameters']['tree'][number]

async function writeTree(client: GithubClient, repository: string, { parentTree, files, branch }: CommitRequest) {
  const slug = parseSlug(repository)
  const entries: TreeEntry[] = []
  let inlineBytes = 0
  for (const { entry, bytes } of files) {
    const text = bytes.length <= INLINE_FILE_BYTES ? exactText(bytes) : undefined
    const isInline = text !== undefined && inlineBytes + bytes.length <= INLINE_TREE_BYTES
    if (isInline) inlineBytes += bytes.length
    const content = isInline ? { content: text } : { sha: await writeBlob(client, repository, branch, bytes) }
    entries.push({ path: entry.path, mode: entry.mode, type: 'blob' as const, ...content })
  }
  // Objects are named by what they hold: writing one twice writes one.
  const request = { ...about('write the files', repository, branch), repeatable: true }
  const tree = await client.rest(request, (api) =>
    api.git.createTree({ ...slug, base_tree: parentTree, tree: entries }),
  )
  return tree.sha as Oid
}

async function writeBlob(client: GithubClient, repository: string, branch: BranchName, bytes: NewFile['bytes']) {
  const content = { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' }
  const request = { ...about('write a file', repository, branch), repeatable: true }
  const blob = await client.rest(request, (api) => api.git.createBlob({ ...parseSlug(repository), ...content }))
  return blob.sha
}

async function writeCommit(
  client: GithubClient,
  repository: string,
  { message, parent, author, branch }: CommitRequest,
  tree: Oid,
) {
  const commit = { message, tree, parents: [parent], ...(author === undefined ? {} : { author: { ...author } }) }
  // Sent twice it makes two commits; the one that no branch names is swept away by GitHub.
  const request = { ...about('write the commit', repository, branch), repeatable: true }
  const made = await client.rest(request, (api) => api.git.createCommit({ ...parseSlug(repository), ...commit }))
  asWanted({ tree }, made.tree.sha as Oid)
  return made.sha as Oid
}

function asWanted({ tree: wanted }: Pick<CommitRequest, 'tree'>, tree: Oid): Oid {
  if (wanted === undefined || tree === wanted) return tree
  throw new BumpError('NOT_AS_WRITTEN', `GitHub made tree ${tree} of our files, where ${wanted} was expected.`)
}

function about(to: string, repository: string, branch: BranchName) {
  return { to, repository, branch, permission: 'contents: write' }
}

/** The text whose UTF-8 form is exactly these bytes, a byte order mark included; undefined where there is none. */
function exactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

import { BumpError } from '../../../core/errors.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { FileEntry } from '../../../ports/repository.ts'
import type { GithubClient } from '../client.ts'
import { parseSlug } from '../slug.ts'
import { BLOB_FIELDS, type Blobs, type GraphBlob } from './blobs.ts'

/** An entry of a tree as GraphQL shows it. */
export interface GraphEntry {
  readonly oid: string
  /** Decimal: 33188 is 0o100644. */
  readonly mode: number
  readonly object?: GraphBlob | null
}

export interface FilesAtOptions {
  /** Where the content goes that comes along; undefined: only ids and modes are asked. */
  readonly blobs: Blobs | undefined
}

const PATHS_A_QUERY = 100

/** `other`: a folder, a symbolic link or a submodule. */
export type Standing = FileEntry | 'other'

/**
 * What stands at some paths of a commit; a path where nothing does is absent. A hundred paths a request, side by side.
 * Asked of the commit itself and not of `<commit>:<path>`, which would not tell a symbolic link from a file.
 */
export async function filesAt(
  client: GithubClient,
  repository: string,
  commit: Oid,
  paths: readonly RepoPath[],
  { blobs }: FilesAtOptions,
): Promise<ReadonlyMap<RepoPath, Standing>> {
  const chunks: RepoPath[][] = []
  for (let start = 0; start < paths.length; start += PATHS_A_QUERY)
    chunks.push(paths.slice(start, start + PATHS_A_QUERY))
  const found = await Promise.all(chunks.map((chunk) => askChunk(client, repository, commit, chunk, blobs)))
  return new Map(found.flat())
}

/** The file that an entry is; its content is put away. */
export function takeEntry(path: RepoPath, { oid, mode, object }: GraphEntry, blobs: Blobs | undefined): Standing {
  if ((mode & 0o170000) !== 0o100000) return 'other'
  blobs?.keep(oid as Oid, object)
  // Git itself looks at the owner's x alone.
  return { path, oid: oid as Oid, mode: (mode & 0o100) === 0 ? '100644' : '100755' }
}

async function askChunk(
  client: GithubClient,
  repository: string,
  commit: Oid,
  paths: readonly RepoPath[],
  blobs: Blobs | undefined,
): Promise<readonly (readonly [RepoPath, Standing])[]> {
  const { owner, repo } = parseSlug(repository)
  const variables = Object.fromEntries(paths.map((path, index) => [`p${index}`, path]))
  const request = { to: 'read files', repository, permission: 'contents: read', repeatable: true, strict: true }
  const answer = await client.graphql<Answer>(request, document(paths.length, blobs !== undefined), {
    ...variables,
    owner,
    name: repo,
    oid: commit,
  })
  const at = answer.repository.object
  // A copy of GitHub's that lags does not know a commit made a moment ago.
  if (at?.oid !== commit) throw new BumpError('REMOTE_REFUSED', `commit ${commit} is not there`)
  return paths.flatMap((path, index) => {
    const entry = at[`f${index}`]
    return typeof entry === 'object' && entry !== null ? [[path, takeEntry(path, entry, blobs)] as const] : []
  })
}

interface Answer {
  readonly repository: {
    readonly object: ({ readonly oid?: string } & Readonly<Record<string, GraphEntry | string | null>>) | null
  }
}

function document(count: number, withText: boolean): string {
  const indices = Array.from({ length: count }, (_, index) => index)
  const parameters = indices.map((index) => `, $p${index}: String!`).join('')
  const content = withText ? ' object { ...BlobFields }' : ''
  const files = indices.map((index) => `f${index}: file(path: $p${index}) { oid mode${content} }`).join('\n')
  return `query ($owner: String!, $name: String!, $oid: GitObjectID!${parameters}) {
  repository(owner: $owner, name: $name) { object(oid: $oid) { oid ... on Commit { ${files} } } }
}${withText ? `\n${BLOB_FIELDS}` : ''}`
}

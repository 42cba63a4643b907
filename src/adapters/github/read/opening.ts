import { BumpError } from '../../../core/errors.ts'
import { checkBranchName } from '../../../core/git/branch-name.ts'
import type { BranchName, Oid, RepoPath } from '../../../core/names.ts'
import { asTicket, queuePrefix, type QueueRef } from '../../../core/pull-request/queue.ts'
import type { CommitFacts } from '../../../ports/repository.ts'
import type { GithubClient } from '../client.ts'
import { parseSlug } from '../slug.ts'
import { BLOB_FIELDS, type Blobs, type GraphBlob } from './blobs.ts'
import { takeEntry, type GraphEntry, type Standing } from './places.ts'

export interface Question {
  /** Undefined: the default branch. */
  readonly base: BranchName | undefined
  /** How the heads begin, `/` at the end. */
  readonly headPrefix: string
  /** The file whose entry at the base tip is wanted. */
  readonly config: RepoPath
  /** The ref of the index; undefined: it is not wanted. */
  readonly index: string | undefined
}

/** What one request tells of a repository. */
export interface Opening {
  /** GraphQL's id of the repository. */
  readonly repositoryId: string
  readonly base: { readonly branch: BranchName; readonly facts: CommitFacts; readonly config: Standing | undefined }
  /** Tips of the heads, by name. */
  readonly heads: ReadonlyMap<BranchName, CommitFacts>
  /** What waits in the queues of these heads; a hundred of them. */
  readonly waiting: readonly { readonly ref: QueueRef; readonly facts: CommitFacts }[]
  /** Undefined: there is no such ref, or GitHub does not show it. */
  readonly index: ShownIndex | undefined
}

/** What stands under the ref of the index. */
export interface ShownIndex {
  readonly oid: Oid
  /** Files at the top of its tree, and one folder below. */
  readonly files: ReadonlyMap<string, GraphBlob>
  readonly folders: ReadonlyMap<string, readonly (GraphEntry & { readonly name: string })[]>
}

/**
 * Tips, policy file and index in one query.
 * @throws {BumpError} BASE_NOT_FOUND
 */
export async function open(
  client: GithubClient,
  repository: string,
  question: Question,
  blobs: Blobs,
): Promise<Opening> {
  const { owner, repo } = parseSlug(repository)
  const { base, headPrefix, config, index } = question
  const request = { to: 'read the branches', repository, permission: 'contents: read', repeatable: true, strict: true }
  const heads = new Map<BranchName, CommitFacts>()
  let first: Answer['repository'] | undefined
  let after: string | undefined
  do {
    const variables = {
      owner,
      name: repo,
      heads: `refs/heads/${headPrefix}`,
      queues: queuePrefix(headPrefix),
      config,
      ...(base === undefined ? {} : { base: `refs/heads/${base}` }),
      ...(index === undefined ? {} : { index }),
      ...(after === undefined ? {} : { after }),
    }
    const { repository: answer } = await client.graphql<Answer>(request, document(question, after), variables)
    first ??= answer
    for (const ref of answer.refs?.nodes ?? []) takeHead(ref, headPrefix, heads)
    after = answer.refs?.pageInfo.hasNextPage === true ? (answer.refs.pageInfo.endCursor ?? undefined) : undefined
  } while (after !== undefined)

  const tip = first.base?.target
  const branch = checkBranchName(first.base?.name ?? '')
  if (tip?.tree === undefined || !branch.ok)
    throw new BumpError('BASE_NOT_FOUND', `${repository} has no branch ${base ?? 'of its own choice'}.`)
  const standing = tip.file === null || tip.file === undefined ? undefined : takeEntry(config, tip.file, blobs)
  return {
    repositoryId: first.id,
    base: { branch: branch.value, facts: factsOf(tip), config: standing },
    heads,
    waiting: (first.queues?.nodes ?? []).flatMap(ticketOf),
    index: shownIndex(first.index),
  }
}

interface GraphCommit {
  readonly oid: string
  readonly message: string
  readonly tree: { readonly oid: string }
  readonly parents: { readonly totalCount: number; readonly nodes: readonly { readonly oid: string }[] }
  readonly file?: GraphEntry | null
}

interface GraphRef {
  readonly prefix: string
  readonly name: string
  /** Empty where it is no commit. */
  readonly target: Partial<GraphCommit> | null
}

interface Answer {
  readonly repository: {
    readonly id: string
    readonly base: { readonly name: string; readonly target: GraphCommit | null } | null
    readonly refs: {
      readonly nodes: readonly GraphRef[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    } | null
    readonly queues?: { readonly nodes: readonly GraphRef[] } | null
    readonly index?: {
      readonly target: {
        readonly oid: string
        readonly tree?: { readonly entries: readonly IndexEntry[] | null }
      } | null
    } | null
  }
}

interface IndexEntry {
  readonly name: string
  readonly object:
    | (GraphBlob & { readonly entries?: readonly (GraphEntry & { readonly name: string })[] | null })
    | null
}

function document({ base, index }: Question, after: string | undefined): string {
  const parameters = [
    '$owner: String!, $name: String!, $heads: String!, $queues: String!, $config: String!',
    ...(base === undefined ? [] : ['$base: String!']),
    ...(index === undefined ? [] : ['$index: String!']),
    ...(after === undefined ? [] : ['$after: String!']),
  ]
  // The index is asked for by one name in one place, so that a writer in between cannot mix two of them.
  const indexField =
    index === undefined
      ? ''
      : `index: ref(qualifiedName: $index) { target { oid ... on Commit { tree { entries { name object {
          ...BlobFields ... on Tree { entries { name oid mode object { ...BlobFields } } } } } } } } }`
  return `query (${parameters.join(', ')}) {
  repository(owner: $owner, name: $name) {
    id
    base: ${base === undefined ? 'defaultBranchRef' : 'ref(qualifiedName: $base)'} {
      name target { oid ... on Commit { ...CommitFields file(path: $config) { oid mode object { ...BlobFields } } } }
    }
    refs(refPrefix: $heads, first: 100${after === undefined ? '' : ', after: $after'}) {
      nodes { prefix name target { oid ... on Commit { ...CommitFields } } }
      pageInfo { hasNextPage endCursor }
    }
    queues: refs(refPrefix: $queues, first: 100) {
      nodes { prefix name target { oid ... on Commit { ...CommitFields } } }
    }
    ${indexField}
  }
}
fragment CommitFields on Commit { message tree { oid } parents(first: 10) { totalCount nodes { oid } } }
${BLOB_FIELDS}`
}

function factsOf({ oid, message, tree, parents }: GraphCommit): CommitFacts {
  if (parents.totalCount !== parents.nodes.length) throw new BumpError('REMOTE_REFUSED', `${oid} has too many parents`)
  return { oid: oid as Oid, message, tree: tree.oid as Oid, parents: parents.nodes.map((parent) => parent.oid as Oid) }
}

function takeHead({ prefix, name, target }: GraphRef, headPrefix: string, heads: Map<BranchName, CommitFacts>): void {
  const branch = checkBranchName(`${prefix}${name}`.replace(/^refs\/heads\//, ''))
  // A branch with a name outside our rule is none of ours.
  if (!branch.ok || !branch.value.startsWith(headPrefix) || target?.tree === undefined) return
  heads.set(branch.value, factsOf(target as GraphCommit))
}

function ticketOf({ prefix, name, target }: GraphRef): Opening['waiting'] {
  const ref = asTicket(`${prefix}${name}`)
  return ref === undefined || target?.tree === undefined ? [] : [{ ref, facts: factsOf(target as GraphCommit) }]
}

function shownIndex(index: Answer['repository']['index']): ShownIndex | undefined {
  const target = index?.target
  if (target === undefined || target === null) return undefined
  const files = new Map<string, GraphBlob>()
  const folders = new Map<string, readonly (GraphEntry & { readonly name: string })[]>()
  for (const { name, object } of target.tree?.entries ?? []) {
    if (object?.entries !== undefined && object.entries !== null) folders.set(name, object.entries)
    else if (object !== null) files.set(name, object)
  }
  return { oid: target.oid as Oid, files, folders }
}

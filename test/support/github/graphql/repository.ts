/** A repository, its refs and git objects as GraphQL sees them. */
import { authorize } from '../access.ts'
import { OWN_SIGNATURE } from '../objects.ts'
import type { CommitObject, Signature, TreeEntry } from '../objects.ts'
import { Problem } from '../problem.ts'
import { nameWithOwner, user } from '../state.ts'
import type { Label, Milestone, Pull, Repository } from '../state.ts'
import { connection } from './connection.ts'
import type { Context, Fields, PageArguments } from './connection.ts'

interface PullsArguments extends PageArguments {
  readonly headRefName?: string
  readonly baseRefName?: string
  readonly states?: readonly string[]
  readonly labels?: readonly string[]
  readonly orderBy?: { readonly field: 'CREATED_AT' | 'UPDATED_AT' | 'COMMENTS'; readonly direction: 'ASC' | 'DESC' }
}
const TEXT_LIMIT = 512_000

export function repositoryFields(context: Context, repository: Repository): Fields {
  const { git, defaultBranch } = repository
  const reads = (): void => authorize(context.token, repository, [['contents', 'read']])
  const url = `${context.serverUrl}/${nameWithOwner(repository)}`
  const { showsOtherRefs } = context.world.settings
  const isShown = (name: string): boolean => (showsOtherRefs ? /^refs\// : /^refs\/(?:heads|tags)\//).test(name)
  const ref = (qualifiedName: string): Fields | null => {
    reads()
    const names = [qualifiedName, `refs/heads/${qualifiedName}`, `refs/tags/${qualifiedName}`]
    const name = names.find((candidate) => isShown(candidate) && git.ref(candidate) !== undefined)
    return name === undefined ? null : refFields(context, repository, name)
  }
  return {
    __typename: 'Repository',
    id: repository.nodeId,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: nameWithOwner(repository),
    owner: actorFields(context, repository.owner),
    url,
    isPrivate: repository.private,
    isArchived: false,
    isFork: false,
    autoMergeAllowed: repository.allowAutoMerge,
    deleteBranchOnMerge: repository.deleteBranchOnMerge,
    mergeCommitAllowed: repository.mergeMethods.includes('merge'),
    squashMergeAllowed: repository.mergeMethods.includes('squash'),
    rebaseMergeAllowed: repository.mergeMethods.includes('rebase'),
    viewerPermission: context.token?.permissions.contents === 'write' ? 'WRITE' : 'READ',
    defaultBranchRef: () => ref(`refs/heads/${defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) => ref(qualifiedName),
    refs: (args: PageArguments & { refPrefix: string; query?: string }) => {
      reads()
      const names = [...git.refs(args.refPrefix).keys()].filter(
        (name) => isShown(name) && name.includes(args.query ?? ''),
      )
      return connection('refs', names, args, (name) => refFields(context, repository, name))
    },
    object: async (asked: { expression?: string; oid?: string }) => {
      reads()
      return objectAt(context, repository, asked.oid ?? asked.expression ?? '')
    },
    pullRequests: (args: PullsArguments) => {
      authorize(context.token, repository, [['pull_requests', 'read']])
      const pulls = choosePulls(repository.pulls, args)
      return connection('pullRequests', pulls, args, (pull) => context.pullFields(context, repository, pull))
    },
    pullRequest: ({ number }: { number: number }) => {
      authorize(context.token, repository, [['pull_requests', 'read']])
      const pull = repository.pulls[number - 1]
      if (pull === undefined) throw new Problem(404, `Could not resolve to a PullRequest with the number of ${number}.`)
      return context.pullFields(context, repository, pull)
    },
    labels: (args: PageArguments & { query?: string }) => {
      const labels = [...repository.labels.values()].filter(({ name }) => name.includes(args.query ?? ''))
      return connection('labels', labels, args, (label) => labelFields(context, repository, label))
    },
    milestones: (args: PageArguments & { states?: readonly string[] }) => {
      const chosen = repository.milestones.filter(({ state }) => args.states?.includes(state.toUpperCase()) ?? true)
      return connection('milestones', chosen, args, (milestone) => milestoneFields(context, repository, milestone))
    },
    mergeQueue: ({ branch = defaultBranch }: { branch?: string }) =>
      repository.mergeQueues.includes(branch)
        ? { __typename: 'MergeQueue', id: `MQ_${repository.id}_${branch}`, url }
        : null,
  }
}

export function labelFields(context: Context, repository: Repository, { id, name, color, description }: Label): Fields {
  const url = `${context.serverUrl}/${nameWithOwner(repository)}/labels/${encodeURIComponent(name)}`
  return { __typename: 'Label', id: `LA_${id}`, name, color, description, isDefault: false, url }
}

export function milestoneFields(context: Context, repository: Repository, milestone: Milestone): Fields {
  const url = `${context.serverUrl}/${nameWithOwner(repository)}/milestone/${milestone.number}`
  const { number, title, state } = milestone
  return { __typename: 'Milestone', id: `MI_${milestone.id}`, number, title, state: state.toUpperCase(), url }
}

/** As an `Actor`: a bot's login has no `[bot]` here, unlike in REST. */
export function actorFields({ world, serverUrl }: Context, login: string): Fields {
  const known = user(world, login)
  const shown = known.login.replace(/\[bot\]$/, '')
  return {
    __typename: known.type,
    id: `U_${known.id}`,
    login: shown,
    url: `${serverUrl}/${shown}`,
    databaseId: known.id,
  }
}

export function refFields(context: Context, repository: Repository, name: string): Fields {
  const [, prefix = '', short = ''] = /^(refs\/[^/]+\/)(.*)$/.exec(name) ?? []
  return {
    __typename: 'Ref',
    id: `REF_${repository.id}_${name}`,
    name: short,
    prefix,
    repository: () => repositoryFields(context, repository),
    target: async () => objectAt(context, repository, repository.git.ref(name) ?? ''),
    branchProtectionRule: () => {
      const rule = repository.protections.get(short)
      return rule === undefined ? null : { __typename: 'BranchProtectionRule', id: `BPR_${short}`, pattern: short }
    },
    associatedPullRequests: (args: PullsArguments) => {
      const pulls = choosePulls(repository.pulls, { ...args, headRefName: short })
      return connection('associatedPullRequests', pulls, args, (pull) => context.pullFields(context, repository, pull))
    },
  }
}

/** The object of an id, a branch, or `revision:path`. */
export async function objectAt(context: Context, repository: Repository, expression: string): Promise<Fields | null> {
  const { git } = repository
  const [revision = '', path] = expression.split(/:(.*)/s)
  const commit = await git.commit(revision)
  if (path === undefined) {
    if (commit !== undefined) return commitFields(context, repository, commit)
    const object = await git.objects.read(expression)
    if (object === undefined) return null
    return object.type === 'tree' ? treeFields(context, repository, expression) : blobFields(repository, expression)
  }
  const entry = commit === undefined ? undefined : await git.entry(commit.tree, path)
  if (entry === undefined) return null
  return entry.mode === '040000' ? treeFields(context, repository, entry.oid) : blobFields(repository, entry.oid)
}

export function commitFields(context: Context, repository: Repository, commit: CommitObject): Fields {
  const { git } = repository
  const { oid, message, author, committer, signature } = commit
  const person = ({ name, email, date }: Signature): Fields => ({
    __typename: 'GitActor',
    name,
    email,
    date,
    user: null,
  })
  const [headline = ''] = message.split('\n')
  return {
    __typename: 'Commit',
    id: `C_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    message,
    messageHeadline: headline,
    messageBody: message.slice(headline.length).trim(),
    author: person(author),
    committer: person(committer),
    authoredDate: author.date,
    committedDate: committer.date,
    url: `${context.serverUrl}/${nameWithOwner(repository)}/commit/${oid}`,
    commitUrl: `${context.serverUrl}/${nameWithOwner(repository)}/commit/${oid}`,
    tree: () => treeFields(context, repository, commit.tree),
    signature: signature === undefined ? null : signatureFields(committer, signature),
    parents: async (args: PageArguments) => {
      const parents = await Promise.all(commit.parents.map(async (parent) => git.objects.commit(parent)))
      const known = parents.filter((parent) => parent !== undefined)
      return connection('parents', known, args, (parent) => commitFields(context, repository, parent))
    },
    history: async (args: PageArguments & { path?: string }) => {
      const commits = await git.log(undefined, oid, 10_000, args.path)
      return connection('history', commits, args, (one) => commitFields(context, repository, one))
    },
    file: async ({ path }: { path: string }) => {
      const entry = await git.entry(commit.tree, path)
      return entry === undefined ? null : entryFields(context, repository, entry, path)
    },
  }
}

function signatureFields({ email }: Signature, signature: string): Fields {
  const isValid = signature === OWN_SIGNATURE
  const state = isValid ? 'VALID' : 'UNKNOWN_KEY'
  return { __typename: 'GpgSignature', email, isValid, state, signature, payload: '', wasSignedByGitHub: isValid }
}

function treeFields(context: Context, repository: Repository, oid: string): Fields {
  const entries = async (): Promise<Fields[]> =>
    ((await repository.git.objects.tree(oid)) ?? []).map((entry) => entryFields(context, repository, entry, entry.name))
  return { __typename: 'Tree', id: `T_${oid}`, oid, abbreviatedOid: oid.slice(0, 7), entries }
}

function entryFields(context: Context, repository: Repository, { name, oid, mode }: TreeEntry, path: string): Fields {
  const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
  const object = async (): Promise<Fields | null> => (type === 'commit' ? null : objectAt(context, repository, oid))
  const size = async (): Promise<number> =>
    type === 'blob' ? ((await repository.git.objects.read(oid))?.bytes.length ?? 0) : 0
  return { __typename: 'TreeEntry', name, path, oid, mode: Number.parseInt(mode, 8), type, object, size }
}

async function blobFields(repository: Repository, oid: string): Promise<Fields> {
  const bytes = (await repository.git.objects.read(oid))?.bytes ?? Buffer.alloc(0)
  const isBinary = bytes.includes(0)
  const isTruncated = bytes.length > TEXT_LIMIT
  const text = isBinary ? null : bytes.toString('utf8', 0, Math.min(bytes.length, TEXT_LIMIT))
  const abbreviatedOid = oid.slice(0, 7)
  return {
    __typename: 'Blob',
    id: `B_${oid}`,
    oid,
    abbreviatedOid,
    byteSize: bytes.length,
    isBinary,
    isTruncated,
    text,
  }
}

function choosePulls(
  pulls: readonly Pull[],
  { headRefName, baseRefName, states, labels, orderBy }: PullsArguments,
): Pull[] {
  const chosen = pulls.filter(
    (pull) =>
      (headRefName === undefined || pull.head === headRefName) &&
      (baseRefName === undefined || pull.base === baseRefName) &&
      (states?.includes(pull.state.toUpperCase()) ?? true) &&
      (labels?.some((label) => pull.labels.includes(label)) ?? true),
  )
  const key = (pull: Pull): string => (orderBy?.field === 'UPDATED_AT' ? pull.updatedAt : pull.createdAt)
  const rising = chosen.sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number)
  return orderBy?.direction === 'DESC' ? rising.reverse() : rising
}

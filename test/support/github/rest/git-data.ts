/** Git objects and refs through REST. */
import { ZERO } from '../refs.ts'
import { OWN_SIGNATURE } from '../objects.ts'
import type { Signature, TreeChange } from '../objects.ts'
import { signatureOf } from '../merging.ts'
import { Problem } from '../problem.ts'
import { moveRefs, refusal } from '../ref-moves.ts'
import { created, found, ok, paged, repositoryUrl } from './call.ts'
import type { Answer, RestCall, Routes } from './call.ts'
import { gitCommitShape } from './shapes.ts'

const READ = [['contents', 'read']] as const
const WRITE = [['contents', 'write']] as const

export const gitDataRoutes: Routes = {
  'git/get-ref': { need: READ, handle: getRef },
  'git/list-matching-refs': { need: READ, handle: listRefs },
  'git/create-ref': { need: WRITE, handle: createRef },
  'git/update-ref': { need: WRITE, handle: updateRef },
  'git/delete-ref': { need: WRITE, handle: deleteRef },
  'git/create-blob': { need: WRITE, handle: createBlob },
  'git/get-blob': { need: READ, handle: getBlob },
  'git/create-tree': { need: WRITE, handle: createTree },
  'git/get-tree': { need: READ, handle: getTree },
  'git/create-commit': { need: WRITE, handle: createCommit },
  'git/get-commit': { need: READ, handle: getCommit },
}

interface NewTree {
  readonly tree: readonly {
    readonly path?: string
    readonly mode?: string
    readonly sha?: string | null
    readonly content?: string
  }[]
  readonly base_tree?: string
}
interface NewCommit {
  readonly message: string
  readonly tree: string
  readonly parents?: readonly string[]
  readonly author?: { readonly name: string; readonly email: string; readonly date?: string }
  readonly committer?: { readonly name?: string; readonly email?: string; readonly date?: string }
  readonly signature?: string
}

function refShape(call: RestCall, ref: string, sha: string): Record<string, unknown> {
  const object = { type: 'commit', sha, url: `${repositoryUrl(call)}/git/commits/${sha}` }
  return { ref, node_id: `REF_${ref}`, url: `${repositoryUrl(call)}/git/${ref}`, object }
}

function getRef(call: RestCall): Answer {
  const ref = `refs/${call.params['ref'] ?? ''}`
  return ok(refShape(call, ref, found(call.repository.git.ref(ref))))
}

function listRefs(call: RestCall): Answer {
  const refs = call.repository.git.refs(`refs/${call.params['ref'] ?? ''}`)
  return paged(
    call,
    [...refs].map(([ref, oid]) => refShape(call, ref, oid)),
  )
}

async function createRef(call: RestCall): Promise<Answer> {
  const { ref, sha } = call.body as { ref: string; sha: string }
  if (!/^refs\/[^/]+\/./.test(ref))
    throw new Problem(422, `Reference name must start with 'refs/' and have at least two slashes.`)
  if ((await call.repository.git.objects.read(sha)) === undefined) throw new Problem(422, 'Object does not exist')
  if (call.repository.git.ref(ref) !== undefined) throw new Problem(422, 'Reference already exists')
  await move(call, { ref, before: ZERO, after: sha }, 'Reference already exists')
  return created(refShape(call, ref, sha))
}

async function updateRef(call: RestCall): Promise<Answer> {
  const ref = `refs/${call.params['ref'] ?? ''}`
  const { sha, force } = call.body as { sha: string; force?: boolean }
  const { git } = call.repository
  const before = git.ref(ref)
  if (before === undefined) throw new Problem(422, 'Reference does not exist')
  if ((await git.objects.commit(sha)) === undefined) throw new Problem(422, 'Object does not exist')
  if (force !== true && !(await git.isAncestor(before, sha))) throw new Problem(422, 'Update is not a fast forward')
  await move(call, { ref, after: sha }, 'Reference cannot be updated')
  return ok(refShape(call, ref, sha))
}

async function deleteRef(call: RestCall): Promise<Answer> {
  const ref = `refs/${call.params['ref'] ?? ''}`
  if (call.repository.git.ref(ref) === undefined) throw new Problem(422, 'Reference does not exist')
  await move(call, { ref, after: ZERO }, 'Reference does not exist')
  return { status: 204 }
}

async function move(
  call: RestCall,
  update: { ref: string; before?: string; after: string },
  lost: string,
): Promise<void> {
  const why = refusal(call.repository, update.ref, call.actor)
  if (why !== undefined) throw new Problem(422, why)
  const moved = await moveRefs(call.world, call.repository, { login: call.actor, how: 'api' }, [update])
  if (!moved) throw new Problem(422, lost)
}

function createBlob(call: RestCall): Answer {
  const { content, encoding } = call.body as { content: string; encoding?: string }
  const sha = call.repository.git.objects.write('blob', Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'))
  return created({ sha, url: `${repositoryUrl(call)}/git/blobs/${sha}` })
}

async function getBlob(call: RestCall): Promise<Answer> {
  const sha = call.params['file_sha'] ?? ''
  const blob = await call.repository.git.objects.read(sha)
  if (blob?.type !== 'blob') throw new Problem(404, 'Not Found')
  return ok({
    sha,
    size: blob.bytes.length,
    encoding: 'base64',
    content: blob.bytes.toString('base64'),
    node_id: `B_${sha}`,
  })
}

async function createTree(call: RestCall): Promise<Answer> {
  const { tree, base_tree: base } = call.body as NewTree
  const { git } = call.repository
  const changes = new Map<string, TreeChange>()
  for (const { path = '', mode = '100644', sha, content } of tree) {
    if (path === '' || path.startsWith('/') || path.split('/').some((part) => part === '..' || part === '.git'))
      throw new Problem(422, 'tree.path contains a malformed path component')
    if (sha === null) changes.set(path, null)
    else if (content !== undefined) changes.set(path, { mode, oid: git.objects.write('blob', Buffer.from(content)) })
    else if (sha !== undefined && (await git.objects.read(sha)) !== undefined) changes.set(path, { mode, oid: sha })
    else throw new Problem(422, `tree.sha ${sha ?? ''} is not a valid object`)
  }
  const start = base === undefined ? undefined : ((await git.commit(base))?.tree ?? base)
  const oid = await git.objects.changeTree(start ?? git.objects.writeTree([]), changes)
  if (oid === undefined) throw new Problem(422, 'base_tree is not a valid tree oid')
  return created(await treeShape(call, oid, false))
}

async function getTree(call: RestCall): Promise<Answer> {
  const name = call.params['tree_sha'] ?? ''
  const tree = (await call.repository.git.commit(name))?.tree ?? name
  if ((await call.repository.git.objects.tree(tree)) === undefined) throw new Problem(404, 'Not Found')
  return ok(await treeShape(call, tree, call.query['recursive'] !== undefined))
}

async function treeShape(call: RestCall, oid: string, recursive: boolean): Promise<Record<string, unknown>> {
  const { objects } = call.repository.git
  const list = async (tree: string, prefix: string): Promise<Record<string, unknown>[]> => {
    const shapes: Record<string, unknown>[] = []
    for (const { mode, name, oid: sha } of (await objects.tree(tree)) ?? []) {
      const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
      const size = type === 'blob' ? { size: (await objects.read(sha))?.bytes.length ?? 0 } : {}
      shapes.push({
        path: `${prefix}${name}`,
        mode,
        type,
        sha,
        ...size,
        url: `${repositoryUrl(call)}/git/${type}s/${sha}`,
      })
      if (recursive && type === 'tree') shapes.push(...(await list(sha, `${prefix}${name}/`)))
    }
    return shapes
  }
  return { sha: oid, url: `${repositoryUrl(call)}/git/trees/${oid}`, tree: await list(oid, ''), truncated: false }
}

async function createCommit(call: RestCall): Promise<Answer> {
  const { message, tree, parents = [], author, committer, signature } = call.body as NewCommit
  const { objects } = call.repository.git
  if ((await objects.tree(tree)) === undefined) throw new Problem(422, 'Tree SHA does not exist')
  for (const parent of parents)
    if ((await objects.commit(parent)) === undefined)
      throw new Problem(422, `Parent SHA does not exist or is not a commit object`)
  const own = signatureOf(call.world, call.actor)
  const by: Signature = { ...own, ...author }
  // GitHub signs for an app that does not say who wrote or made the commit; a person's token is never signed for.
  const signed = call.token?.kind !== 'user' && author === undefined && committer === undefined
  const writer = signed ? { ...own, name: 'GitHub', email: 'noreply@github.com' } : { ...by, ...committer }
  const made = signature ?? (signed ? OWN_SIGNATURE : undefined)
  const facts = { tree, parents, author: by, committer: writer, message }
  const oid = objects.writeCommit(made === undefined ? facts : { ...facts, signature: made })
  return created(gitCommitShape(call, found(await objects.commit(oid))))
}

async function getCommit(call: RestCall): Promise<Answer> {
  return ok(gitCommitShape(call, found(await call.repository.git.objects.commit(call.params['commit_sha'] ?? ''))))
}

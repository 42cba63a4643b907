/** Mutations of refs and commits. Each throws GitHub's refusal as a Problem; serve.ts makes it an entry of `errors`. */
import { authorize } from '../access.ts'
import { ZERO } from '../refs.ts'
import type { RefUpdate } from '../refs.ts'
import { signatureOf } from '../merging.ts'
import type { CommitObject, TreeChange } from '../objects.ts'
import { OWN_SIGNATURE } from '../objects.ts'
import { Problem } from '../problem.ts'
import { moveRefs, refusal } from '../ref-moves.ts'
import { findRepository } from '../state.ts'
import type { Repository } from '../state.ts'
import type { Context } from './connection.ts'
import { CONTENTS, repositoryOf } from './mutation.ts'
import type { Mutation } from './mutation.ts'
import { commitFields, refFields } from './repository.ts'

interface RefUpdateInput {
  readonly name: string
  readonly beforeOid?: string
  readonly afterOid: string
  readonly force?: boolean
}
interface FileChangesInput {
  readonly additions?: readonly { readonly path: string; readonly contents: string }[]
  readonly deletions?: readonly { readonly path: string }[]
}
interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string; readonly id?: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly expectedHeadOid: string
  readonly fileChanges?: FileChangesInput
}

export const gitMutations = {
  updateRefs: (async ({ input }, context) => {
    const repository = repositoryOf(context, input.repositoryId, CONTENTS)
    for (const update of input.refUpdates) await checkUpdate(context, repository, update)
    const updates = input.refUpdates.map(({ name, beforeOid, afterOid }) => ({
      ref: name,
      before: beforeOid,
      after: afterOid,
    }))
    await move(context, repository, updates, 'The refs could not be updated: one of them is not where it was expected.')
    return {}
  }) satisfies Mutation<{ repositoryId: string; refUpdates: readonly RefUpdateInput[] }>,

  createRef: (async ({ input }, context) => {
    const repository = repositoryOf(context, input.repositoryId, CONTENTS)
    const exists = `A ref named "${input.name}" already exists in the repository.`
    if (repository.git.ref(input.name) !== undefined) throw new Problem(422, exists)
    await checkUpdate(context, repository, { name: input.name, afterOid: input.oid })
    await move(context, repository, [{ ref: input.name, before: ZERO, after: input.oid }], exists)
    return { ref: refFields(context, repository, input.name) }
  }) satisfies Mutation<{ repositoryId: string; name: string; oid: string }>,

  createCommitOnBranch: (async ({ input }, context) => {
    const { repositoryNameWithOwner = '', branchName = '', id } = input.branch
    const [, idOfRepository, nameOfRef] = /^REF_(\d+)_refs\/heads\/(.*)$/.exec(id ?? '') ?? []
    const [owner = '', name = ''] = repositoryNameWithOwner.split('/')
    const known = [...context.world.repositories.values()].find((one) => String(one.id) === idOfRepository)
    const repository = known ?? findRepository(context.world, owner, name)
    if (repository === undefined)
      throw new Problem(404, `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`)
    authorize(context.token, repository, CONTENTS)
    const branch = (nameOfRef ?? branchName).replace(/^refs\/heads\//, '')
    const tip = repository.git.branch(branch)
    const { expectedHeadOid, message, fileChanges } = input
    if (tip === undefined) throw new Problem(404, `Could not resolve to a Ref with the name '${branch}'.`)
    const stale = `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`
    if (tip !== expectedHeadOid) throw new Problem(422, stale, { type: 'STALE_DATA' })
    const parent = (await repository.git.objects.commit(tip)) as CommitObject
    const tree = await changeFiles(repository, parent.tree, fileChanges ?? {})
    const by = signatureOf(context.world, context.actor)
    const commit = {
      tree,
      parents: [tip],
      author: by,
      committer: { ...by, name: 'GitHub', email: 'noreply@github.com' },
      signature: OWN_SIGNATURE,
      message: message.body === undefined ? message.headline : `${message.headline}\n\n${message.body}`,
    }
    const ref = `refs/heads/${branch}`
    const why = refusal(repository, ref, context.actor)
    if (why !== undefined) throw new Problem(422, why, { type: 'BRANCH_PROTECTION_RULE_VIOLATION' })
    const oid = repository.git.objects.writeCommit(commit)
    const moved = await moveRefs(context.world, repository, { login: context.actor, how: 'api' }, [
      { ref, before: tip, after: oid },
    ])
    if (!moved) throw new Problem(422, stale, { type: 'STALE_DATA' })
    return { commit: commitFields(context, repository, { oid, ...commit }), ref: refFields(context, repository, ref) }
  }) satisfies Mutation<CommitInput>,
}

/** Everything about one update but the swap itself. */
async function checkUpdate(context: Context, repository: Repository, update: RefUpdateInput): Promise<void> {
  const { git } = repository
  const why = refusal(repository, update.name, context.actor)
  if (why !== undefined) throw new Problem(422, why, { type: 'BRANCH_PROTECTION_RULE_VIOLATION' })
  const stands = git.ref(update.name)
  if (update.afterOid === ZERO) return
  if ((await git.objects.commit(update.afterOid)) === undefined)
    throw new Problem(404, `Could not resolve to a Commit with the oid '${update.afterOid}'.`)
  if (stands !== undefined && update.force !== true && !(await git.isAncestor(stands, update.afterOid)))
    throw new Problem(422, `Update of ${update.name} is not a fast forward.`)
}

async function move(
  context: Context,
  repository: Repository,
  updates: readonly RefUpdate[],
  lost: string,
): Promise<void> {
  const moved = await moveRefs(context.world, repository, { login: context.actor, how: 'api' }, updates)
  if (!moved) throw new Problem(422, lost)
}

/** Additions are always plain files: an executable or a link written this way loses its mode. */
async function changeFiles(
  repository: Repository,
  tree: string,
  { additions = [], deletions = [] }: FileChangesInput,
): Promise<string> {
  const { git } = repository
  const changes = new Map<string, TreeChange>()
  for (const { path } of deletions) {
    if ((await git.entry(tree, path)) === undefined)
      throw new Problem(422, `A path was requested for deletion which does not exist: ${path}`)
    changes.set(path, null)
  }
  for (const { path, contents } of additions) {
    if (changes.has(path)) throw new Problem(422, `A path was given more than once: ${path}`)
    changes.set(path, { mode: '100644', oid: git.objects.write('blob', Buffer.from(contents, 'base64')) })
  }
  return (await git.objects.changeTree(tree, changes)) ?? tree
}

import { BumpError } from '../core/errors.ts'
import type { BranchName, Oid } from '../core/names.ts'
import { quote } from '../core/image/reference.ts'
import { fieldKeys } from '../core/plan/pending.ts'
import type { RewrittenFile } from '../core/plan/rewrite.ts'
import type { Marked } from '../core/plan/snapshot.ts'
import { headPrefix } from '../core/pull-request/branch.ts'
import type { NewFile } from '../ports/repository.ts'
import { entryOf, readHead, type View } from './read.ts'
import { LOST, type Job, type Scene } from './scene.ts'
import { holdsAtLeast, type Matter } from './texts.ts'

export interface Writing {
  readonly branch: BranchName
  /** Where the branch must stand; undefined: it must not exist. */
  readonly expected: Oid | undefined
  readonly parent: View<Marked>
  readonly files: readonly NewFile[]
  readonly message: string
}

/** Files of a rewrite as bytes, with the entries they replace. */
export function filesOf(view: View<Marked>, files: readonly RewrittenFile[]): readonly NewFile[] {
  const encoder = new TextEncoder()
  return files.map(({ path, after }) => ({ entry: entryOf(view, path), bytes: encoder.encode(after) }))
}

/** Makes the commit, whole, before the branch moves, and moves it once. The tree is known beforehand and must come out. */
export async function writeCommit(job: Job, writing: Writing): Promise<Oid | typeof LOST> {
  const { repository, writer } = job.ports
  const parent = writing.parent.commit
  const [{ tree: parentTree }, tree] = await Promise.all([
    repository.commit(parent),
    repository.treeWith(parent, writing.files),
  ])
  const move = await writer.commit({
    branch: writing.branch,
    expected: writing.expected,
    parent,
    parentTree,
    tree,
    files: writing.files,
    message: writing.message,
    author: job.settings.author,
  })
  return move.kind === 'moved' ? move.commit : LOST
}

/**
 * Reads the branch back. False: another run moved it on and our values are not in it, so they must be brought again.
 * @throws {BumpError} NOT_AS_WRITTEN: nobody moved it, and yet it does not hold what was written
 */
export async function isAsWritten(job: Job, matter: Matter, scene: Scene, commit: Oid): Promise<boolean> {
  const { repository } = job.ports
  const tips = await repository.fetch(job.base, headPrefix({ base: job.base }))
  const tip = tips.get(matter.branch)
  // Merged and deleted already: the pull request was there, and somebody was quick.
  if (tip === undefined) return true
  const present = fieldKeys((await readHead(repository, tip)).content.fields)
  const keys = new Map([...fieldKeys(scene.view.content.fields)].map(([key, field]) => [field, key]))
  const missing = matter.decisions.flatMap(({ policy, plan: { changes } }) =>
    changes.filter((change) => {
      const there = present.get(keys.get(change.field) ?? '')
      return there !== undefined && !holdsAtLeast(policy, change, there, matter.compare)
    }),
  )
  const [first] = missing
  if (first === undefined) return true
  if (tip !== commit) return false
  throw new BumpError('NOT_AS_WRITTEN', [
    {
      place: first.field.place,
      message: `after the push, ${matter.branch} does not hold ${quote(first.to)} here. Look at the branch before merging.`,
    },
  ])
}

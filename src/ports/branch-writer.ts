import type { BranchName, Oid } from '../core/names.ts'
import type { Ticket } from './queue.ts'
import type { NewFile } from './repository.ts'

export interface Person {
  readonly name: string
  readonly email: string
}

export interface CommitRequest {
  readonly branch: BranchName
  /** Where the branch must stand for the move to count; undefined: it must not exist. */
  readonly expected: Oid | undefined
  /** The parent of the new commit, whose tree the files are put into. */
  readonly parent: Oid
  /** The tree of `parent`. */
  readonly parentTree: Oid
  readonly files: readonly NewFile[]
  /** The tree that the commit must hold, where it is known (`Repository.treeWith`); another one is NOT_AS_WRITTEN, and nothing moves. */
  readonly tree?: Oid
  /** False: what the files were made from was read wrong, and nothing is moved (`lost`). Asked while objects are written. */
  readonly holds?: Promise<boolean>
  readonly message: string
  /** Told of the commit when it is whole, before the branch moves. */
  readonly made?: (commit: Oid) => void
  /** What waits in a queue and is in the commit: gone with the move where the server can do both at once. */
  readonly alsoDelete?: readonly Ticket[]
  /** Undefined: the writer's default (an API writer then gets a verified commit). */
  readonly author: Person | undefined
}

/** `lost`: the branch stood elsewhere; nothing was moved. */
export type Move = { readonly kind: 'moved'; readonly commit: Oid } | { readonly kind: 'lost' }

/** Makes one commit and moves one branch, by compare-and-swap. */
export interface BranchWriter {
  commit(request: CommitRequest): Promise<Move>
  /** Deletes the branch if it stands at `expected`; already gone counts as done. */
  delete(branch: BranchName, expected: Oid): Promise<{ readonly kind: 'moved' | 'lost' }>
}

import type { Oid } from '../../core/names.ts'
import type { Person } from '../../ports/branch-writer.ts'
import type { GitObject } from './objects.ts'

export const IMAGE_BUMP: Person = { name: 'image-bump', email: 'image-bump@users.noreply.github.com' }

/** A commit as git stores it. */
export function commitObject(commit: {
  readonly tree: Oid
  readonly parents: readonly Oid[]
  readonly message: string
  readonly author: Person
  readonly committer: Person
  readonly now: Date
}): GitObject {
  const seconds = Math.floor(commit.now.getTime() / 1000)
  const text = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signature(commit.author, seconds)}`,
    `committer ${signature(commit.committer, seconds)}`,
    '',
    `${commit.message.replaceAll('\0', '').trimEnd()}\n`,
  ].join('\n')
  return { type: 'commit', bytes: Buffer.from(text) }
}

function signature({ name, email }: Person, seconds: number): string {
  const clean = (text: string): string => text.replace(/[<>\p{Cc}]/gu, '').trim()
  return `${clean(name) || IMAGE_BUMP.name} <${clean(email) || IMAGE_BUMP.email}> ${seconds} +0000`
}

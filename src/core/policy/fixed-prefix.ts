import type { RepoPath } from '../names.ts'

/** The folder or file that everything a glob of a scope (see `inScope`) can match lies in or is; '' for the whole tree. */
export function fixedPrefix(glob: string): RepoPath | '' {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return ''
  const wild = parts.findIndex((part) => MAGIC.test(part))
  return (wild === -1 ? parts : parts.slice(0, wild)).join('/') as RepoPath | ''
}

// A backslash too: it hides what follows from us.
const MAGIC = /[*?[\]{}()!+@\\]/

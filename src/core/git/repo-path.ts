import { quote, type Parsed } from '../image/reference.ts'
import type { RepoPath } from '../names.ts'

/** Reads a path inside a repository: relative, `/`-separated, and nothing that a file system could read as another place. */
export function checkRepoPath(text: string): Parsed<RepoPath> {
  const reason = whyNot(text)
  return reason === undefined
    ? { ok: true, value: text as RepoPath }
    : { ok: false, reason: `${quote(text)} is not a path inside the repository: ${reason}` }
}

/** Whether markers can stand in a file of this name: *.yaml, *.yml, Kustomization. */
export function mayHoldMarkers(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name === 'Kustomization' || name.endsWith('.yaml') || name.endsWith('.yml')
}

function whyNot(text: string): string | undefined {
  if (text === '') return 'it is empty'
  if (text.includes('\0')) return 'it holds a NUL character'
  if (text.startsWith('/')) return 'write it relative to the root of the repository'
  // Of ten thousand paths none has such a part: one look at each says so.
  if (!ODD_PART.test(text)) return undefined
  for (const part of text.split('/')) {
    if (part === '') return 'a part between slashes is empty'
    if (part === '.' || part === '..') return '"." and ".." are not allowed'
    if (part.toLowerCase() === '.git') return '".git" belongs to git'
  }
  return undefined
}

const ODD_PART = /(?:^|\/)(?:\.|\.\.|\.git)?(?:\/|$)/i

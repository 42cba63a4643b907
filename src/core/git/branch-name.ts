import { quote, type Parsed } from '../image/reference.ts'
import type { BranchName } from '../names.ts'

// Narrower than git, on purpose: no character that a shell, a refspec, a revision or a log line reads as its own.
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/
const LIMIT = 200

/** Reads a branch name, written without `refs/heads/`. Whatever passes is a valid branch for git too. */
export function checkBranchName(text: string): Parsed<BranchName> {
  const reason = whyNot(text)
  return reason === undefined
    ? { ok: true, value: text as BranchName }
    : { ok: false, reason: `${quote(text)} is not a branch name: ${reason}` }
}

function whyNot(text: string): string | undefined {
  if (text === '') return 'it is empty'
  if (text.length > LIMIT) return `it is longer than ${LIMIT} characters`
  if (!NAME.test(text)) return 'letters, digits, ".", "_", "-" and "/" only, starting with a letter or digit'
  if (text === 'HEAD') return 'git keeps HEAD for itself'
  if (text.startsWith('refs/')) return 'write it without refs/heads/'
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return 'it reads like a commit id'
  if (text.includes('..')) return '".." stands for a range of commits'
  if (text.split('/').some((part) => part === '' || part.startsWith('.')))
    return 'a part between slashes is empty or starts with "."'
  if (text.endsWith('.') || text.split('/').some((part) => part.endsWith('.lock')))
    return 'it ends with "." or a part of it ends with ".lock"'
  return undefined
}

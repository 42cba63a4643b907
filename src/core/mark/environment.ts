import type { RepoPath } from '../names.ts'

/** An environment as the folders of a repository tell it. */
export interface Environment {
  /** Fit for the namespace of a policy. */
  readonly name: string
  /** What of the tree is its. */
  readonly glob: string
}

/**
 * Guesses the environment of a file: the folder inside `clusters`, `overlays`, `envs` and the like, else a folder with
 * the name of an environment, else such a name in the file's own (`values-prod.yaml`). The outermost one counts.
 */
export function environmentOf(path: RepoPath): Environment | undefined {
  const parts = path.split('/')
  const folders = parts.slice(0, -1)
  const inside = folders.findIndex((_, at) => HOLDERS.test(folders[at - 1] ?? '') && nameOf(folders[at] ?? '') !== '')
  const known = folders.findIndex((folder) => KNOWN.test(folder))
  const at = inside === -1 ? known : inside
  if (at !== -1) return { name: nameOf(folders[at] ?? ''), glob: `${globOf(folders.slice(0, at + 1).join('/'))}/**` }
  const word = FILE.exec(parts.at(-1) ?? '')?.[1]
  return word === undefined ? undefined : { name: word, glob: globOf(path) }
}

/** A glob that names this path: what a glob would read as a wildcard, or cannot hold, is any one character. */
export function globOf(path: string): string {
  return path.replace(/[*?[\]{}()!+@\\\p{Cc}]/gu, '?')
}

const HOLDERS = /^(?:clusters?|overlays?|envs?|environments?|stages)$/i
const WORDS = 'dev|develop|development|qa|uat|staging|stage|stg|pre-?prod|prod|production|prd|sandbox'
const KNOWN = new RegExp(`^(?:${WORDS})(?:[-_.][\\w.-]*)?$`, 'i')
const FILE = new RegExp(`(?:^|[-_.])(${WORDS})\\.ya?ml$`, 'i')

/** Letters, digits and what may stand between them; '' when nothing is left. */
function nameOf(folder: string): string {
  return folder.replace(/[^A-Za-z0-9._-]/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
}

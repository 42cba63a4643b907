import { BumpError } from '../../core/errors.ts'
import { quote } from '../../core/image/reference.ts'

/** A repository's name on GitHub, as REST calls take it. */
export interface Slug {
  readonly owner: string
  readonly repo: string
}

// Letters GitHub allows in either half; `.` and `..` would climb in a REST path.
const SLUG = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\/((?!\.{1,2}$)[A-Za-z0-9._-]{1,100})$/

/** @throws {BumpError} BAD_INPUT for what is not `owner/name` */
export function parseSlug(repository: string): Slug {
  const slug = readSlug(repository)
  if (slug === undefined)
    throw new BumpError('BAD_INPUT', `Repository ${quote(repository)} is not of the form owner/name.`)
  return slug
}

export function readSlug(repository: string): Slug | undefined {
  const [, owner, repo] = SLUG.exec(repository) ?? []
  return owner === undefined || repo === undefined ? undefined : { owner, repo }
}

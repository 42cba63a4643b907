/** Who asks, and what they may do. */
import { Buffer } from 'node:buffer'

import { notFound, Problem } from './problem.ts'
import { nameWithOwner } from './state.ts'
import type { Level, Permission, Repository, Token, World } from './state.ts'

/** One of these is enough. */
export type Need = readonly (readonly [Permission, Level])[]

/** The token of `Authorization: token X` or `Bearer X`; undefined where none was sent. */
export function restToken(world: World, authorization: string | undefined): Token | undefined {
  if (authorization === undefined) return undefined
  const value = /^(?:token|bearer)\s+(.+)$/i.exec(authorization)?.[1]
  const token = value === undefined ? undefined : world.tokens.get(value)
  if (token === undefined) throw new Problem(401, 'Bad credentials')
  return token
}

/** The token of `Authorization: Basic …`, as git sends it, whatever the name before the colon. */
export function gitToken(world: World, authorization: string | undefined): Token | undefined {
  const encoded = authorization === undefined ? undefined : /^basic\s+(.+)$/i.exec(authorization)?.[1]
  if (encoded === undefined) return undefined
  const [, value = ''] = Buffer.from(encoded, 'base64').toString().split(/:(.*)/s)
  return world.tokens.get(value)
}

export function allows(token: Token | undefined, repository: Repository, need: Need): boolean {
  if (token === undefined || !reaches(token, repository)) {
    return !repository.private && need.every(([, level]) => level === 'read')
  }
  return need.some(([permission, level]) => {
    const granted = token.permissions[permission]
    if (permission === 'metadata' || (level === 'read' && !repository.private)) return true
    return granted === 'write' || granted === level
  })
}

/** Throws what GitHub answers: 404 for what may not even be seen, 403 for what may be seen but not done. */
export function authorize(token: Token | undefined, repository: Repository, need: Need): void {
  if (allows(token, repository, need)) return
  if (token === undefined) throw repository.private ? notFound() : new Problem(401, 'Requires authentication')
  if (repository.private && !reaches(token, repository)) throw notFound()
  const accepted = need.map(([permission, level]) => `${permission}=${level}`).join('; ')
  const holder = token.kind === 'user' ? 'personal access token' : 'integration'
  throw new Problem(403, `Resource not accessible by ${holder}`, {
    headers: { 'x-accepted-github-permissions': accepted },
  })
}

function reaches(token: Token, repository: Repository): boolean {
  if (token.repositories === 'all') return true
  const name = nameWithOwner(repository).toLowerCase()
  return token.repositories.some((candidate) => candidate.toLowerCase() === name)
}

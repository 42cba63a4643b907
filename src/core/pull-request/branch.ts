import { unreachable, type BranchName } from '../names.ts'
import type { Group } from './group.ts'

export interface HeadBranchInput {
  /** First part of all our branches. */
  readonly prefix?: string
  readonly base: BranchName
  readonly group: Group
}

/**
 * The branch of a group's pull request: `image-bump/<base>/<group>`. Two groups, and two bases, never share one.
 * Base and group take one segment each, whatever slashes they hold: `image-bump/main` can then not be in the way of
 * `image-bump/main/x`, which git could not store beside it. At most 200 characters.
 */
export function headBranch({ prefix = DEFAULT_PREFIX, base, group }: HeadBranchInput): BranchName {
  return `${headPrefix({ prefix, base })}${groupSegment(group)}` as BranchName
}

/** What all our branches for a base start with, the final slash included. */
export function headPrefix({ prefix = DEFAULT_PREFIX, base }: Omit<HeadBranchInput, 'group'>): string {
  return `${segment(prefix, PREFIX_LIMIT)}/${segment(base, SEGMENT_LIMIT)}/`
}

const DEFAULT_PREFIX = 'image-bump'
/** What all our branches begin with, whatever their base, where no other prefix is given. */
export const HEAD_ROOT = `${DEFAULT_PREFIX}/`
const PREFIX_LIMIT = 40
const SEGMENT_LIMIT = 78

// A namespace is its own segment; the other kinds carry the hash of their key, so that none equals a namespace.
function groupSegment({ kind, key }: Group): string {
  const name = key.slice(key.indexOf(':') + 1)
  switch (kind) {
    case 'all':
      return 'all'
    case 'namespace':
      return name === 'all' ? hashed(name, key, SEGMENT_LIMIT) : segment(name, SEGMENT_LIMIT)
    case 'policy':
    case 'image':
      return hashed(name, key, SEGMENT_LIMIT)
    default:
      return unreachable(kind)
  }
}

/** The text itself where a segment of a ref can hold it, else what can stay of it and a hash of the whole. */
function segment(text: string, limit: number): string {
  const plain = text !== '' && text.length <= limit && readable(text) === text
  // What looks hashed already is hashed again, or somebody's "x-0a1b2c3d" would equal ours.
  return plain && !HASHED.test(text) ? text : hashed(text, text, limit)
}

function hashed(text: string, original: string, limit: number): string {
  const kept = readable(text.slice(0, limit - HASH_LENGTH - 1))
  return `${kept === '' ? 'x' : kept}-${hash(original)}`
}

const HASHED = /-[0-9a-f]{8}$/
const HASH_LENGTH = 8

// Narrower than git: letters, digits, "_", "-" and single dots, a letter or digit first, no ".lock" last.
function readable(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[^A-Za-z0-9]+/, '')
    .replace(/(?:\.lock|[.-])+$/i, '')
}

/** FNV-1a, 64 bits over UTF-16 units, folded to 8 hex digits. Tells names apart; it guards nothing. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return BigInt.asUintN(32, value ^ (value >> 32n))
    .toString(16)
    .padStart(HASH_LENGTH, '0')
}

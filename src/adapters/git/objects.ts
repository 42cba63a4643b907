import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { BumpError } from '../../core/errors.ts'
import type { Oid } from '../../core/names.ts'
import type { CommitFacts } from '../../ports/repository.ts'

/** An object of git as it is stored: the bytes after its header. */
export interface GitObject {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag'
  readonly bytes: Buffer
}

/** One entry of a tree. `name` is undefined where it is not UTF-8. Offsets are bytes into the tree object. */
export interface TreeEntry {
  /** As written, without leading zeros: `40000`, `100644`, `100755`, `120000`, `160000`. */
  readonly mode: string
  readonly name: string | undefined
  readonly oid: Oid
  /** Where the raw id starts. */
  readonly oidAt: number
}

/** Length of an object id in bytes: 20 (SHA-1) or 32 (SHA-256). */
export function idBytes(oid: Oid): number {
  return oid.length / 2
}

/** The id that git gives an object; `like` says with which hash. */
export function objectId({ type, bytes }: GitObject, like: Oid): Oid {
  return createHash(algorithm(like)).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex') as Oid
}

/** @throws {BumpError} REMOTE_REFUSED when the bytes are no tree */
export function parseTree(bytes: Buffer, like: Oid): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  let at = 0
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at)
    const nul = bytes.indexOf(0, at)
    const end = nul + 1 + idBytes(like)
    if (space === -1 || nul < space || end > bytes.length)
      throw new BumpError('REMOTE_REFUSED', 'A tree of the repository is broken.')
    entries.push({
      mode: bytes.toString('latin1', at, space).replace(/^0+/, ''),
      name: decode(bytes.subarray(space + 1, nul)),
      oid: bytes.toString('hex', nul + 1, end) as Oid,
      oidAt: nul + 1,
    })
    at = end
  }
  return entries
}

/** @throws {BumpError} REMOTE_REFUSED when the bytes are no commit */
export function parseCommit(oid: Oid, bytes: Buffer): CommitFacts {
  const text = bytes.toString('utf8')
  const blank = text.indexOf('\n\n')
  const header = (blank === -1 ? text : text.slice(0, blank)).split('\n')
  const tree = /^tree ([0-9a-f]+)$/.exec(header[0] ?? '')?.[1]
  if (tree === undefined) throw new BumpError('REMOTE_REFUSED', `Commit ${oid} of the repository is broken.`)
  // Parents follow the tree line directly; further down, a header such as mergetag may hold anything.
  const parents: Oid[] = []
  for (const line of header.slice(1)) {
    const parent = /^parent ([0-9a-f]+)$/.exec(line)?.[1]
    if (parent === undefined) break
    parents.push(parent as Oid)
  }
  return { oid, tree: tree as Oid, parents, message: blank === -1 ? '' : text.slice(blank + 2) }
}

/** A pack that holds the objects in full, as `git unpack-objects` reads it. @see https://git-scm.com/docs/pack-format */
export function packOf(objects: readonly GitObject[], like: Oid): Buffer {
  const header = Buffer.alloc(12)
  header.write('PACK', 0, 'latin1')
  header.writeUInt32BE(2, 4)
  header.writeUInt32BE(objects.length, 8)
  const body = Buffer.concat([header, ...objects.flatMap((object) => [entryHeader(object), deflateSync(object.bytes)])])
  return Buffer.concat([body, createHash(algorithm(like)).update(body).digest()])
}

const PACK_TYPES = { commit: 1, tree: 2, blob: 3, tag: 4 } as const

// Four bits of the size beside the type, then seven at a time, low bits first; the top bit says that more follows.
function entryHeader({ type, bytes }: GitObject): Buffer {
  const header: number[] = []
  let byte = (PACK_TYPES[type] << 4) | (bytes.length & 15)
  let rest = Math.floor(bytes.length / 16)
  while (rest > 0) {
    header.push(byte | 0x80)
    byte = rest & 0x7f
    rest = Math.floor(rest / 128)
  }
  header.push(byte)
  return Buffer.from(header)
}

function algorithm(like: Oid): 'sha1' | 'sha256' {
  return like.length === 64 ? 'sha256' : 'sha1'
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

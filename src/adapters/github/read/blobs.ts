import { createHash } from 'node:crypto'
import { BumpError } from '../../../core/errors.ts'
import type { Oid } from '../../../core/names.ts'
import type { GithubClient } from '../client.ts'
import { parseSlug } from '../slug.ts'

/** What GraphQL shows of a blob. */
export interface GraphBlob {
  readonly text?: string | null
  readonly isBinary?: boolean | null
  readonly isTruncated?: boolean
}

export const BLOB_FIELDS = 'fragment BlobFields on Blob { text isBinary isTruncated }'

/** Bytes of blobs, each proven by its id: whoever hands them over, they are what git knows under that name. */
export interface Blobs {
  /** Keeps what GraphQL shows, where it is the whole content. */
  keep(oid: Oid, shown: GraphBlob | null | undefined): void
  /** Keeps bytes of our own; `like` says with which hash. */
  put(bytes: Uint8Array, like: Oid): Oid
  has(oid: Oid): boolean
  /** @throws where the content cannot be had, or is not what the id says */
  read(oid: Oid): Promise<Uint8Array>
}

// A file that GraphQL does not show whole (over 512 KB, not UTF-8, a NUL byte) costs a request of its own.
const MOST_SINGLE_READS = 20

export function openBlobs(client: GithubClient, repository: string): Blobs {
  const known = new Map<Oid, Uint8Array | Promise<Uint8Array>>()
  let single = 0
  const ask = async (oid: Oid): Promise<Uint8Array> => {
    single += 1
    if (single > MOST_SINGLE_READS) throw new BumpError('REMOTE_REFUSED', 'too many files are not shown whole')
    const request = { to: 'read a file', repository, permission: 'contents: read', repeatable: true }
    const blob = await client.rest(request, (api) => api.git.getBlob({ ...parseSlug(repository), file_sha: oid }))
    const bytes = Buffer.from(blob.content, blob.encoding === 'base64' ? 'base64' : 'utf8')
    if (blobId(bytes, oid) !== oid) throw new BumpError('REMOTE_REFUSED', `blob ${oid} came with other content`)
    return bytes
  }
  return {
    keep(oid, shown) {
      if (known.has(oid) || typeof shown?.text !== 'string' || shown.isTruncated === true) return
      // GitHub decodes text by a guess; only where it was UTF-8 do its bytes come back.
      const bytes = Buffer.from(shown.text, 'utf8')
      if (blobId(bytes, oid) === oid) known.set(oid, bytes)
    },
    put(bytes, like) {
      const oid = blobId(bytes, like)
      known.set(oid, bytes)
      return oid
    },
    has: (oid) => known.has(oid),
    async read(oid) {
      const found = known.get(oid) ?? ask(oid)
      known.set(oid, found)
      return await found
    },
  }
}

/** The id that git gives a blob; `like` says with which hash. */
export function blobId(bytes: Uint8Array, like: Oid | ''): Oid {
  const algorithm = like.length === 64 ? 'sha256' : 'sha1'
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex') as Oid
}

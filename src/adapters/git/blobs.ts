import { BumpError } from '../../core/errors.ts'
import type { Oid } from '../../core/names.ts'
import type { FileEntry, NewFile } from '../../ports/repository.ts'
import { objectId } from './objects.ts'
import { FETCH, type Remote } from './remote.ts'

/** The blobs of a repository that was fetched without them: each is asked for once, and many in one request. */
export interface Blobs {
  /** Gets those that are not here yet, in one fetch. */
  readonly get: (oids: readonly Oid[]) => Promise<void>
  /** The bytes of blobs, in the order asked; what is not here yet is got first. */
  readonly read: (oids: readonly Oid[]) => Promise<readonly Uint8Array[]>
  /** The tree that a commit's becomes with these files, whose blobs nobody is asked for from now on. */
  readonly treeWith: (commit: Oid, files: readonly NewFile[]) => Promise<Oid>
  /** The files whose bytes hold one of the texts, in the order given. */
  readonly holding: (files: readonly FileEntry[], texts: readonly string[]) => Promise<readonly FileEntry[]>
}

/**
 * git itself must never be asked for a blob that is not here: older ones then fetch it, one by one, and newer ones end
 * the process. Hence the account of what is here.
 */
export function openBlobs({ access, contents, git }: Remote): Blobs {
  const here = new Set<Oid>()
  const made = new Map<Oid, Uint8Array>()
  const answers = new Map<string, boolean>()

  const get = async (oids: readonly Oid[]): Promise<void> => {
    const missing = [...new Set(oids)].filter((oid) => !here.has(oid) && !made.has(oid))
    if (missing.length === 0) return
    await git([...FETCH, '--filter=blob:none', '--stdin', '--end-of-options', access.url], {
      env: NOTHING_IN_COMMON,
      input: missing.map((oid) => `${oid}\n`).join(''),
    })
    for (const oid of missing) here.add(oid)
  }
  const readAll = async (oids: readonly Oid[]): Promise<readonly Uint8Array[]> => {
    await get(oids)
    const stored = oids.filter((oid) => !made.has(oid))
    const blobs = await contents.readBlobs(stored)
    const byOid = new Map(stored.map((oid, index) => [oid, blobs[index]]))
    return oids.map((oid) => {
      const bytes = made.get(oid) ?? byOid.get(oid)
      if (bytes === undefined) throw new BumpError('BUG', `blob ${oid} was got and is not here`)
      return bytes
    })
  }
  return {
    get,
    read: readAll,
    async treeWith(commit, files) {
      const changed = files.map(({ entry: { path }, bytes }) => ({ path, bytes }))
      const { tree, objects } = await contents.treeWith(commit, changed)
      for (const object of objects) if (object.type === 'blob') made.set(objectId(object, commit), object.bytes)
      return tree
    },
    async holding(files, texts) {
      const wanted = texts.map((text) => Buffer.from(text))
      const key = ({ oid }: FileEntry): string => `${oid} ${texts.join('\0')}`
      const unknown = files.filter((file) => !answers.has(key(file)))
      // Not all at once: a scope may be large, and only what holds a text is read again.
      for (let at = 0; at < unknown.length; at += AT_ONCE) {
        const some = unknown.slice(at, at + AT_ONCE)
        const read = await readAll(some.map(({ oid }) => oid))
        some.forEach((file, index) => {
          const bytes = Buffer.from(read[index] ?? [])
          const holds = wanted.some((text) => bytes.includes(text))
          answers.set(key(file), holds)
        })
      }
      return files.filter((file) => answers.get(key(file)) === true)
    },
  }
}

/**
 * For a fetch: say of no commit that we have it. Else what hangs on it counts as had, and a server leaves out the very blobs
 * we want. The variable is what `git -c` hands on to the processes it starts.
 */
export const NOTHING_IN_COMMON = { GIT_CONFIG_PARAMETERS: "'fetch.negotiationAlgorithm=noop'" } as const

const AT_ONCE = 256

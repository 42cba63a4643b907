/**
 * Reads and writes git objects as loose files, in process: some forty times faster than a git process each.
 * Pushes are unpacked to loose objects too (bare-repository.ts sets the limits); what is in a pack is read by git.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'

import { PackedObjects } from './packed.ts'

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'
export interface GitObject {
  readonly type: ObjectType
  readonly bytes: Buffer
}
export interface TreeEntry {
  readonly mode: string
  readonly name: string
  readonly oid: string
}
/** What a path becomes: an entry, or null where it is taken away. */
export type TreeChange = { readonly mode: string; readonly oid: string } | null
export interface Signature {
  readonly name: string
  readonly email: string
  /** ISO 8601. */
  readonly date: string
}
export interface CommitObject {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly signature?: string
  readonly message: string
}

/** The signature of commits that the stand-in makes for an app, as GitHub signs them. */
export const OWN_SIGNATURE =
  '-----BEGIN PGP SIGNATURE-----\n\nc2lnbmVkIGJ5IHRoZSBzdGFuZC1pbg==\n-----END PGP SIGNATURE-----'
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

const TREES_KEPT = 2000

export class ObjectStore {
  readonly #directory: string
  readonly #packed: PackedObjects
  readonly #trees = new Map<string, TreeEntry[]>()

  constructor(directory: string) {
    this.#directory = directory
    this.#packed = new PackedObjects(directory)
  }

  write(type: ObjectType, content: Uint8Array): string {
    const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])
    const oid = createHash('sha1').update(bytes).digest('hex')
    const path = this.#path(oid)
    if (existsSync(path)) return oid
    mkdirSync(join(path, '..'), { recursive: true })
    const temporary = `${path}.${process.hrtime.bigint()}`
    writeFileSync(temporary, deflateSync(bytes, { level: 1 }), { mode: 0o444 })
    renameSync(temporary, path)
    return oid
  }

  async read(oid: string): Promise<GitObject | undefined> {
    if (!/^[0-9a-f]{40}$/.test(oid)) return undefined
    if (oid === EMPTY_TREE) return { type: 'tree', bytes: Buffer.alloc(0) }
    const loose = this.readLoose(oid)
    if (loose !== undefined) return loose
    return (await this.#packed.read(oid)) as GitObject | undefined
  }

  /** Undefined also for what is in a pack. */
  readLoose(oid: string): GitObject | undefined {
    const path = this.#path(oid)
    if (!existsSync(path)) return undefined
    const bytes = inflateSync(readFileSync(path))
    const end = bytes.indexOf(0)
    return { type: bytes.toString('latin1', 0, bytes.indexOf(32)) as ObjectType, bytes: bytes.subarray(end + 1) }
  }

  /** The parents of a loose commit. */
  looseParents(oid: string): readonly string[] | undefined {
    const object = this.readLoose(oid)
    if (object?.type !== 'commit') return undefined
    const text = object.bytes.toString('latin1')
    const headers = text.slice(0, text.indexOf('\n\n'))
    return [...headers.matchAll(/^parent ([0-9a-f]{40})$/gm)].map((match) => match[1] ?? '')
  }

  async tree(oid: string): Promise<readonly TreeEntry[] | undefined> {
    const known = this.#trees.get(oid)
    if (known !== undefined) return known
    const object = await this.read(oid)
    if (object?.type !== 'tree') return undefined
    const entries: TreeEntry[] = []
    for (let at = 0; at < object.bytes.length;) {
      const space = object.bytes.indexOf(32, at)
      const end = object.bytes.indexOf(0, space)
      const mode = object.bytes.toString('latin1', at, space).padStart(6, '0')
      const oid = object.bytes.toString('hex', end + 1, end + 21)
      entries.push({ mode, name: object.bytes.toString('utf8', space + 1, end), oid })
      at = end + 21
    }
    if (this.#trees.size >= TREES_KEPT) this.#trees.clear()
    this.#trees.set(oid, entries)
    return entries
  }

  /** The tree with the paths changed; a directory that becomes empty is gone. Undefined: the base is no tree. */
  async changeTree(base: string, changes: ReadonlyMap<string, TreeChange>): Promise<string | undefined> {
    const before = await this.tree(base)
    if (before === undefined) return undefined
    const entries = new Map(before.map((entry) => [entry.name, entry]))
    const below = new Map<string, Map<string, TreeChange>>()
    for (const [path, change] of changes) {
      const slash = path.indexOf('/')
      if (slash >= 0) {
        const name = path.slice(0, slash)
        below.set(name, (below.get(name) ?? new Map<string, TreeChange>()).set(path.slice(slash + 1), change))
      } else if (change === null) entries.delete(path)
      else entries.set(path, { ...change, name: path })
    }
    for (const [name, inside] of below) {
      const entry = entries.get(name)
      const oid = await this.changeTree(entry?.mode === '040000' ? entry.oid : EMPTY_TREE, inside)
      if (oid === undefined || oid === EMPTY_TREE) entries.delete(name)
      else entries.set(name, { mode: '040000', name, oid })
    }
    return this.writeTree([...entries.values()])
  }

  writeTree(entries: readonly TreeEntry[]): string {
    const key = (entry: TreeEntry): Buffer => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name)
    const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)))
    const parts = sorted.flatMap(({ mode, name, oid }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(oid, 'hex'),
    ])
    return this.write('tree', Buffer.concat(parts))
  }

  writeCommit(commit: Omit<CommitObject, 'oid'>): string {
    const person = ({ name, email, date }: Signature): string =>
      `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`
    const lines = [
      `tree ${commit.tree}`,
      ...commit.parents.map((parent) => `parent ${parent}`),
      `author ${person(commit.author)}`,
      `committer ${person(commit.committer)}`,
      ...(commit.signature === undefined ? [] : [`gpgsig ${commit.signature.replaceAll('\n', '\n ')}`]),
    ]
    return this.write('commit', Buffer.from(`${lines.join('\n')}\n\n${commit.message}`))
  }

  async commit(oid: string): Promise<CommitObject | undefined> {
    const object = await this.read(oid)
    if (object?.type !== 'commit') return undefined
    const text = object.bytes.toString('utf8')
    const end = text.indexOf('\n\n')
    const headers = text
      .slice(0, end)
      .replaceAll('\n ', '\u0000')
      .split('\n')
      .map((line) => line.split(/ (.*)/s))
    const all = (name: string): string[] => headers.filter((line) => line[0] === name).map((line) => line[1] ?? '')
    const signature = all('gpgsig')[0]?.replaceAll('\u0000', '\n')
    return {
      oid,
      tree: all('tree')[0] ?? '',
      parents: all('parent'),
      author: parsePerson(all('author')[0] ?? ''),
      committer: parsePerson(all('committer')[0] ?? ''),
      ...(signature === undefined ? {} : { signature }),
      message: text.slice(end + 2),
    }
  }

  #path(oid: string): string {
    return join(this.#directory, 'objects', oid.slice(0, 2), oid.slice(2))
  }
}

function parsePerson(line: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<(.*?)> (\d+)/.exec(line) ?? []
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') }
}

import { BumpError } from '../../../core/errors.ts'
import type { Oid, RepoPath } from '../../../core/names.ts'
import type { FileEntry } from '../../../ports/repository.ts'
import type { Queries, Question } from '../queries.ts'
import { BLOB_FIELDS, type Blobs, type GraphBlob } from './blobs.ts'

/** An entry of a tree as GraphQL shows it. */
export interface GraphEntry {
  readonly oid: string
  /** Decimal: 33188 is 0o100644. */
  readonly mode: number
  readonly object?: GraphBlob | null
}

/** `other`: a folder, a symbolic link or a submodule. */
export type Standing = FileEntry | 'other'

/** A path of a commit that is asked about; with its text, or its id and mode alone. */
export interface Place {
  readonly commit: Oid
  readonly path: RepoPath
  readonly withText: boolean
}

/** What the repository itself says stands at some paths of its commits. Each is asked about once. */
export interface Places {
  /**
   * What stands there; a path where nothing does is absent.
   * @throws where GitHub does not know the commit
   */
  at(commit: Oid, paths: readonly RepoPath[], withText: boolean): Promise<ReadonlyMap<RepoPath, Standing>>
  /** Asks at once for what will be asked about soon: places of several commits, and folders of one. */
  prepare(places: readonly Place[], folders: Folders): void
  /** Waits for what was prepared. */
  settled(): Promise<void>
  /** What was asked about in a commit so far; undefined at a path: nothing stands there. */
  seen(commit: Oid): ReadonlyMap<RepoPath, Standing | undefined>
  /** The entries of a folder that was prepared; undefined: they are not known. */
  folder(commit: Oid, path: string): Promise<readonly FolderEntry[] | undefined>
}

export interface Folders {
  readonly commit: Oid
  /** `''` is the root. */
  readonly paths: readonly string[]
}

export interface FolderEntry {
  readonly name: string
  readonly oid: string
  readonly mode: number
}

const PLACES_A_QUERY = 100

/** A hundred places a request, side by side. */
export function openPlaces(queries: Queries, repository: string, blobs: Blobs): Places {
  const known = new Map<Oid, Map<RepoPath, Standing | undefined>>()
  const shownText = new Set<string>()
  const folders = new Map<string, readonly FolderEntry[]>()
  let preparing = Promise.resolve()
  const inCommit = (commit: Oid): Map<RepoPath, Standing | undefined> => {
    const found = known.get(commit) ?? new Map<RepoPath, Standing | undefined>()
    known.set(commit, found)
    return found
  }
  const isKnown = ({ commit, path, withText }: Place): boolean => {
    const standing = inCommit(commit).get(path)
    if (!inCommit(commit).has(path)) return false
    // What was not shown whole is not shown whole the second time.
    return !withText || typeof standing !== 'object' || blobs.has(standing.oid) || shownText.has(revision(commit, path))
  }
  const ask = async (places: readonly Place[], wanted: Folders | undefined): Promise<void> => {
    const lacking = places.filter((place) => !isKnown(place))
    const chunks: Place[][] = []
    for (let start = 0; start < lacking.length; start += PLACES_A_QUERY)
      chunks.push(lacking.slice(start, start + PLACES_A_QUERY))
    if (chunks.length === 0) return
    await Promise.all(
      chunks.map(async (chunk, index) => {
        const shown = await askChunk(queries, repository, chunk, index === 0 ? wanted : undefined)
        for (const [{ commit, path, withText }, entry] of shown.entries) {
          inCommit(commit).set(path, entry === undefined ? undefined : takeEntry(path, entry, blobs))
          if (withText) shownText.add(revision(commit, path))
        }
        for (const [key, entries] of shown.folders) folders.set(key, entries)
      }),
    )
  }
  return {
    async at(commit, paths, withText) {
      await preparing
      await ask(
        paths.map((path) => ({ commit, path, withText })),
        undefined,
      )
      return new Map(
        paths.flatMap((path) => {
          const standing = inCommit(commit).get(path)
          return standing === undefined ? [] : [[path, standing] as const]
        }),
      )
    },
    prepare(places, wanted) {
      // What goes wrong here is asked again by whoever needs it.
      const now = ask(places, wanted).catch(() => undefined)
      preparing = preparing.then(() => now)
    },
    settled: () => preparing,
    seen: (commit) => inCommit(commit),
    async folder(commit, path) {
      await preparing
      return folders.get(revision(commit, path))
    },
  }
}

/** The file that an entry is; its content is put away. */
export function takeEntry(path: RepoPath, { oid, mode, object }: GraphEntry, blobs: Blobs): Standing {
  if ((mode & 0o170000) !== 0o100000) return 'other'
  blobs.keep(oid as Oid, object)
  // Git itself looks at the owner's x alone.
  return { path, oid: oid as Oid, mode: (mode & 0o100) === 0 ? '100644' : '100755' }
}

interface Shown {
  readonly entries: readonly (readonly [Place, GraphEntry | undefined])[]
  readonly folders: readonly (readonly [key: string, readonly FolderEntry[]])[]
}

/**
 * One query. A path is asked of the commit itself and not as `<commit>:<path>`, which would not tell a symbolic link from a
 * file.
 */
async function askChunk(
  queries: Queries,
  repository: string,
  places: readonly Place[],
  wanted: Folders = { commit: '' as Oid, paths: [] },
): Promise<Shown> {
  const commits = [...new Set(places.map(({ commit }) => commit))]
  const request = { to: 'read files', repository, permission: 'contents: read', repeatable: true, strict: true }
  const answer = await queries.ask<Answer>({ request, ...question(commits, places, wanted) })
  const shown = commits.map((commit, at) => {
    const object = answer[`c${at}`] as ShownCommit | null
    // A copy of GitHub's that lags does not know a commit made a moment ago.
    if (object?.oid !== commit) throw new BumpError('REMOTE_REFUSED', `commit ${commit} is not there`)
    return object
  })
  return {
    entries: places.map((place, at) => [place, shown[commits.indexOf(place.commit)]?.[`f${at}`] ?? undefined]),
    folders: wanted.paths.flatMap((path, at) => {
      const { entries } = (answer[`t${at}`] ?? {}) as ShownFolder
      return entries === undefined || entries === null ? [] : [[revision(wanted.commit, path), entries] as const]
    }),
  }
}

type Answer = Readonly<Record<string, ShownCommit | ShownFolder | null>>

type ShownCommit = { readonly oid?: string } & Readonly<Record<`f${number}`, GraphEntry | null>>

interface ShownFolder {
  readonly entries?: readonly FolderEntry[] | null
}

function question(commits: readonly Oid[], places: readonly Place[], wanted: Folders): Omit<Question, 'request'> {
  const named = <Value>(prefix: string, values: readonly Value[]): Readonly<Record<string, Value>> =>
    Object.fromEntries(values.map((value, at) => [`${prefix}${at}`, value]))
  const files = (commit: Oid): string =>
    places
      .flatMap((place, at) => {
        if (place.commit !== commit) return []
        return [`f${at}: file(path: $p${at}) { oid mode${place.withText ? ' object { ...BlobFields }' : ''} }`]
      })
      .join('\n')
  const objects = commits.map((commit, at) => `c${at}: object(oid: $c${at}) { oid ... on Commit { ${files(commit)} } }`)
  const folders = wanted.paths.map(
    (_, at) => `t${at}: object(expression: $t${at}) { ... on Tree { entries { name oid mode } } }`,
  )
  const [paths, trees] = [places.map(({ path }) => path), wanted.paths.map((path) => revision(wanted.commit, path))]
  return {
    parameters: {
      ...named(
        'c',
        commits.map(() => 'GitObjectID!'),
      ),
      ...named(
        'p',
        paths.map(() => 'String!'),
      ),
      ...named(
        't',
        trees.map(() => 'String!'),
      ),
    },
    variables: { ...named('c', commits), ...named('p', paths), ...named('t', trees) },
    fields: [...objects, ...folders].join('\n'),
    fragments: places.some(({ withText }) => withText) ? [BLOB_FIELDS] : [],
    size: places.length + trees.length,
  }
}

/** As `git rev-parse` reads it. */
function revision(commit: Oid, path: string): string {
  return `${commit}:${path}`
}

import { BumpError } from '../../core/errors.ts'
import type { Oid } from '../../core/names.ts'
import type { Keepsake } from '../../core/plan/keepsake.ts'
import type { GitWriterOptions } from './branch-writer.ts'
import { commitObject, IMAGE_BUMP } from './commit-object.ts'
import { objectId, packOf, type GitObject } from './objects.ts'
import { runGit } from './process.ts'
import { pushRefs } from './push.ts'
import { connect, type RemoteOptions } from './remote.ts'

/**
 * Pushes a keepsake as a commit without parents: a ref of git's own protocol costs none of what an API counts. From a
 * temporary repository of its own, so that nobody waits for it. Where the ref stands elsewhere nothing is sent.
 * @returns false: another one stands there than was expected
 * @throws {BumpError} where the server does not take it
 */
export async function leaveKeepsake(
  options: RemoteOptions,
  { now, person = IMAGE_BUMP }: GitWriterOptions,
  { ref, expected, message, files }: Keepsake,
): Promise<boolean> {
  const remote = await connect(options)
  try {
    const blobs = [...files].map(([path, bytes]): readonly [string, GitObject] => [
      path,
      { type: 'blob', bytes: Buffer.from(bytes) },
    ])
    const trees = treesOf(blobs)
    const tree = objectId(trees[0], SHA_1)
    const commit = commitObject({ tree, parents: [], message, author: person, committer: person, now: now() })
    const objects = [...blobs.map(([, blob]) => blob), ...trees, commit]
    await runGit(['unpack-objects', '-q'], { gitDir: remote.gitDir, input: packOf(objects, SHA_1) })
    const { kind } = await pushRefs(remote, [{ ref, expected, to: objectId(commit, SHA_1) }])
    if (kind === 'refused') throw new BumpError('REMOTE_REFUSED', `${remote.access.url} did not take ${ref}`)
    return kind === 'moved'
  } finally {
    await remote.close()
  }
}

// The hash of a repository that git makes when it is told nothing.
const SHA_1 = '0'.repeat(40) as Oid

/** The tree of all the files, then those of its folders. */
function treesOf(files: readonly (readonly [path: string, blob: GitObject])[]): readonly [GitObject, ...GitObject[]] {
  const here = files.filter(([path]) => !path.includes('/'))
  const below = Map.groupBy(
    files.filter(([path]) => path.includes('/')),
    ([path]) => path.slice(0, path.indexOf('/')),
  )
  const folders = [...below].map(([name, inside]) => ({
    name,
    trees: treesOf(inside.map(([path, blob]) => [path.slice(name.length + 1), blob])),
  }))
  const rows = [
    ...here.map(([name, blob]) => ({ name, key: name, mode: '100644', object: blob })),
    // Git sorts a folder as if its name ended in a slash.
    ...folders.map(({ name, trees: [tree] }) => ({ name, key: `${name}/`, mode: '40000', object: tree })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
  const bytes = rows.flatMap(({ mode, name, object }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(objectId(object, SHA_1), 'hex'),
  ])
  return [{ type: 'tree', bytes: Buffer.concat(bytes) }, ...folders.flatMap(({ trees }) => trees)]
}

import { BumpError } from '../../core/errors.ts'
import type { Oid } from '../../core/names.ts'
import { asTicket } from '../../core/pull-request/queue.ts'
import type { Queue, Ticket } from '../../ports/queue.ts'
import type { GitWriterOptions } from './branch-writer.ts'
import { commitObject, IMAGE_BUMP } from './commit-object.ts'
import { objectId, packOf, type GitObject } from './objects.ts'
import { runGit } from './process.ts'
import { pushRefs } from './push.ts'
import { FETCH, type Remote } from './remote.ts'

/** Queues by plain git: each ticket is a commit without files or parents. */
export function gitQueue(remote: Remote, { now, person = IMAGE_BUMP }: GitWriterOptions): Queue {
  const { access, git, gitDir } = remote
  return {
    // By a fetch, which asks the server for these refs alone; `ls-remote` would be told of every ref there is. Without a
    // depth, because they have no history, and git finds it wrong to deepen nothing.
    async list(prefix, own) {
      await git([...FETCH, '--prune', '--end-of-options', access.url, `+${prefix}*:${prefix}*`])
      return (await ticketsIn(gitDir)).filter(
        ({ ref }, at) => ref.startsWith(prefix) && (at < MOST_LISTED || ref === own.ref),
      )
    },
    async join(ref, text) {
      const { stdout } = await runGit(['for-each-ref', '--count=1', '--format=%(objectname)'], { gitDir })
      const like = stdout.toString('latin1').trim() as Oid
      if (like === '') throw new BumpError('BUG', 'A place in a queue is taken before anything was fetched.')
      const empty: GitObject = { type: 'tree', bytes: Buffer.alloc(0) }
      const tree = objectId(empty, like)
      const commit = commitObject({ tree, parents: [], message: text, author: person, committer: person, now: now() })
      const oid = objectId(commit, like)
      await runGit(['unpack-objects', '-q'], { gitDir, input: packOf([empty, commit], like) })
      const { kind } = await pushRefs(remote, [{ ref, expected: undefined, to: oid }])
      if (kind !== 'moved') throw new BumpError('REMOTE_REFUSED', `${access.url} did not take ${ref}`)
      return { ref, oid }
    },
    async leave(tickets) {
      if (tickets.length === 0) return
      const moves = tickets.map(({ ref, oid }) => ({ ref, expected: oid, to: undefined }))
      await pushRefs(remote, moves, { together: false })
    },
  }
}

/** The tickets that the last fetches brought, in order of their names. */
export async function ticketsIn(gitDir: string): Promise<readonly Ticket[]> {
  const { stdout } = await runGit(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/image-bump/queue/'], {
    gitDir,
  })
  return stdout
    .toString('utf8')
    .split('\n')
    .flatMap((line): Ticket[] => {
      const [oid = '', name = ''] = line.split(' ')
      const ref = asTicket(name)
      return ref === undefined ? [] : [{ ref, oid: oid as Oid }]
    })
}

const MOST_LISTED = 100

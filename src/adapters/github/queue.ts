import type { Oid } from '../../core/names.ts'
import { asTicket } from '../../core/pull-request/queue.ts'
import type { Queue, Ticket } from '../../ports/queue.ts'
import type { GithubClient } from './client.ts'
import { behind } from './http/remote-failure.ts'
import { updateRefs } from './move-branch.ts'
import { parseSlug } from './slug.ts'

export interface GithubQueueOptions {
  /** GraphQL's id of the repository: `repositoryId` of the forge. */
  readonly repositoryId: () => Promise<string>
}

/** Queues through GitHub's API: each ticket is a commit without files or parents. */
export function githubQueue(client: GithubClient, repository: string, { repositoryId }: GithubQueueOptions): Queue {
  const slug = parseSlug(repository)
  return {
    async list(prefix, own) {
      const request = { to: 'read the queue', repository, permission: 'contents: read', repeatable: true }
      const ref = prefix.replace(/^refs\//, '')
      const found = await client.rest(request, (api) => api.git.listMatchingRefs({ ...slug, ref }))
      const tickets = found
        .flatMap(({ ref: name, object }): Ticket[] => {
          const ticket = asTicket(name)
          return ticket === undefined ? [] : [{ ref: ticket, oid: object.sha as Oid }]
        })
        .sort((a, b) => (a.ref < b.ref ? -1 : 1))
      if (found.length < PAGE || tickets.some((ticket) => ticket.ref === own.ref)) return tickets
      try {
        await client.rest(request, (api) => api.git.getRef({ ...slug, ref: own.ref.replace(/^refs\//, '') }))
        return [...tickets, own]
      } catch (error) {
        if (behind(error)?.status === 404) return tickets
        throw error
      }
    },
    async join(ref, text) {
      const request = { to: 'join the queue', repository, permission: 'contents: write', repeatable: true }
      const made = await client.rest(request, (api) =>
        api.git.createCommit({ ...slug, message: text, tree: EMPTY_TREE, parents: [] }),
      )
      const oid = made.sha as Oid
      await updateRefs(client, { ...request, repeatable: false }, await repositoryId(), [
        { ref, from: undefined, to: oid },
      ])
      return { ref, oid }
    },
    async leave(tickets) {
      if (tickets.length === 0) return
      const request = { to: 'leave the queue', repository, permission: 'contents: write', repeatable: false }
      const moves = tickets.map(({ ref, oid }) => ({ ref, from: oid, to: undefined }))
      await updateRefs(client, request, await repositoryId(), moves)
    },
  }
}

// Fewer are all there are.
const PAGE = 30
// Git and GitHub know it without its ever having been written.
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

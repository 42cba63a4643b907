import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { gitBranchWriter } from '../../../src/adapters/git/branch-writer.ts'
import { gitQueue } from '../../../src/adapters/git/queue.ts'
import { openRemote } from '../../../src/adapters/git/repository.ts'
import type { Oid } from '../../../src/core/names.ts'
import { nextTicket } from '../../../src/core/pull-request/queue.ts'
import type { Ticket } from '../../../src/ports/queue.ts'
import { addCommit, branch, git, makeBare, scratch } from '../../support/git-fixture.ts'
import { startGitServer, type GitServer } from '../../support/git-server.ts'

const HEAD = branch('bump/api')
const QUEUE = 'refs/image-bump/queue/bump/api/'
const OPTIONS = { now: () => new Date('2026-03-04T05:06:07Z') }

let folder: string
let server: GitServer
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  server = await startGitServer({ root: folder })
})
afterAll(async () => {
  await server.close()
  await remove()
})

let count = 0
let world: Awaited<ReturnType<typeof makeWorld>>
beforeEach(async () => {
  world = await makeWorld()
  return async () => await world.remote.close()
})

async function makeWorld() {
  const name = `r${++count}.git`
  const gitDir = join(folder, name)
  await makeBare(gitDir)
  const main = await addCommit(gitDir, { branch: 'main', files: { 'apps/a.yaml': 'a: 1\n' } })
  const remote = await openRemote({ url: `${server.url}/${name}` })
  await remote.fetch(branch('main'), 'bump/')
  const queue = gitQueue(remote.remote, OPTIONS)
  return { gitDir, main, remote, queue, writer: gitBranchWriter(remote, OPTIONS) }
}

async function joinTwice(): Promise<readonly [Ticket, Ticket]> {
  const first = await world.queue.join(nextTicket(QUEUE, [], 0.1), '{"v":1}\n')
  const second = await world.queue.join(nextTicket(QUEUE, [first.ref], 0.1), '{"v":2}\n')
  return [first, second]
}

async function move(alsoDelete: readonly Ticket[], expected?: Oid) {
  const { remote, main, writer } = world
  const files = (await remote.search(main, ['a: 1'])).map((entry) => ({ entry, bytes: Buffer.from('a: 2\n') }))
  const { tree } = await remote.commit(main)
  return await writer.commit({
    branch: HEAD,
    expected,
    parent: main,
    parentTree: tree,
    files,
    message: 'bump',
    author: undefined,
    alsoDelete,
  })
}

async function refs(): Promise<readonly string[]> {
  const text = await git(world.gitDir, 'for-each-ref', '--format=%(refname)', 'refs/image-bump/')
  return text.split('\n').filter((line) => line !== '')
}

test('who joins is listed in order, and comes with the next fetch', async () => {
  const [first, second] = await joinTwice()
  expect(await world.queue.list(QUEUE, second)).toEqual([first, second])
  await world.remote.fetch(branch('main'), 'bump/')
  expect(world.remote.waiting?.()).toEqual([first, second])
  expect(await world.remote.commit(second.oid)).toMatchObject({ message: '{"v":2}\n', parents: [] })
})

test('a place is taken once', async () => {
  const [{ ref }] = await joinTwice()
  await expect(world.queue.join(ref, '{"v":3}\n')).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
})

test('who leaves is gone, whoever else is gone already', async () => {
  const [first, second] = await joinTwice()
  await world.queue.leave([first])
  await world.queue.leave([first, second])
  expect(await refs()).toEqual([])
  expect(await world.queue.list(QUEUE, first)).toEqual([])
})

test('a move takes its tickets away', async () => {
  const tickets = await joinTwice()
  expect(await move(tickets)).toMatchObject({ kind: 'moved' })
  expect(await refs()).toEqual([])
})

test('a move that is lost leaves its tickets where they are', async () => {
  const tickets = await joinTwice()
  await addCommit(world.gitDir, { branch: 'bump/api', files: { x: '1' } })
  expect(await move(tickets)).toEqual({ kind: 'lost' })
  expect(await refs()).toEqual(tickets.map(({ ref }) => ref))
})

test('a ticket that is gone does not hold the branch up, nor keep the others', async () => {
  const tickets = await joinTwice()
  await git(world.gitDir, 'update-ref', '-d', tickets[0].ref)
  expect(await move(tickets)).toMatchObject({ kind: 'moved' })
  expect(await refs()).toEqual([])
})

test('where a server cannot move several refs at once, the branch moves first', async () => {
  const tickets = await joinTwice()
  await git(world.gitDir, 'config', 'receive.advertiseAtomic', 'false')
  expect(await move(tickets)).toMatchObject({ kind: 'moved' })
  expect(await refs()).toEqual([])
})

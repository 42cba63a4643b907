import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { githubBranchWriter } from '../../../src/adapters/github/branch-writer.ts'
import { githubForge } from '../../../src/adapters/github/forge.ts'
import { githubQueue } from '../../../src/adapters/github/queue.ts'
import type { BranchName, Oid, RepoPath } from '../../../src/core/names.ts'
import { nextTicket } from '../../../src/core/pull-request/queue.ts'
import type { CommitRequest } from '../../../src/ports/branch-writer.ts'
import type { NewFile } from '../../../src/ports/repository.ts'
import { clientOf, HEAD, MAIN, operations, repositoryWithHead, standIn, WANTED } from '../../support/github-fixture.ts'

const on = standIn()
const QUEUE = `refs/image-bump/queue/${HEAD}/`
const FRESH = 'image-bump/main/fresh' as BranchName

async function writerOnNew(token?: string) {
  const { name, headOid } = await repositoryWithHead(on.github)
  const client = clientOf(on.github, token)
  const repositoryId = async () => on.github.repository(name).nodeId
  const writer = githubBranchWriter(client, name, { repositoryId })
  const base = (await on.github.commit(name, MAIN))!
  const request: CommitRequest = {
    branch: HEAD,
    expected: headOid,
    parent: base.oid as Oid,
    parentTree: base.tree as Oid,
    files: [file('shop.yaml', 'tag: 1.6.0\n')],
    message: 'chore(image): bump shop to 1.6.0\n\nImage-Bump-Group: apps',
    author: undefined,
  }
  const rival = githubBranchWriter(clientOf(on.github), name, { repositoryId })
  return { name, headOid, client, writer, rival, request, read: (path: string) => on.github.readFile(name, HEAD, path) }
}

function file(path: string, content: string | Uint8Array, mode: NewFile['entry']['mode'] = '100644'): NewFile {
  const oid = '0'.repeat(40) as Oid
  return { entry: { path: path as RepoPath, oid, mode }, bytes: Buffer.from(content) }
}

describe('committing', () => {
  test('makes tree, commit and one move of the branch in three requests', async () => {
    const { writer, request, name, headOid, read } = await writerOnNew()
    const move = await writer.commit(request)
    expect(move).toEqual({ kind: 'moved', commit: on.github.tip(name, HEAD) })
    expect(operations(on.github)).toEqual(['git/create-tree', 'git/create-commit', 'updateRefs'])
    expect(on.github.moves(name, HEAD).slice(-1)).toMatchObject([{ before: headOid, after: on.github.tip(name, HEAD) }])
    expect(await read('shop.yaml')).toBe('tag: 1.6.0\n')
    const commit = (await on.github.commit(name, HEAD))!
    expect(commit.parents).toEqual([request.parent])
    expect(commit.message.trimEnd()).toBe(request.message)
  })

  test('leaves author and committer to GitHub, so that it signs', async () => {
    const { writer, request } = await writerOnNew()
    await writer.commit(request)
    const body = on.github.requests.find(({ operation }) => operation === 'git/create-commit')?.body
    expect(Object.keys(body as object).sort()).toEqual(['message', 'parents', 'tree'])
  })

  test('names the author it is given', async () => {
    const { writer, request, name } = await writerOnNew()
    await writer.commit({ ...request, author: { name: 'Ada', email: 'ada@example.com' } })
    expect((await on.github.commit(name, HEAD))?.author).toMatchObject({ name: 'Ada', email: 'ada@example.com' })
  })

  test('keeps the executable bit and every other file', async () => {
    const { writer, request, name, read } = await writerOnNew()
    await writer.commit({ ...request, files: [file('run.sh', 'exec shop:1.6.0\n', '100755')] })
    const { git } = on.github.repository(name)
    const entry = await git.entry((await git.commit(HEAD))!.tree, 'run.sh')
    expect(entry?.mode).toBe('100755')
    expect(await read('run.sh')).toBe('exec shop:1.6.0\n')
    expect(await read('shop.yaml')).toBe('tag: 1.0.0\n')
  })

  test.each<{ bytes: string | Uint8Array; requests: number; because: string }>([
    { bytes: 'a: é 漢 😀\r\nb: "x"\n', requests: 3, because: 'text goes with the tree' },
    { bytes: '\uFEFFa: 1\n', requests: 3, because: 'a byte order mark stays' },
    { bytes: '123n', requests: 3, because: 'what looks like a big number stays text' },
    { bytes: '', requests: 3, because: 'empty stays empty' },
    { bytes: Uint8Array.from([0x61, 0xff, 0x00, 0x0a]), requests: 4, because: 'other bytes go as a blob' },
    { bytes: 'x'.repeat(300_000), requests: 4, because: 'and so does what is long' },
  ])('writes exactly these bytes in $requests requests: $because', async ({ bytes, requests }) => {
    const { writer, request, name } = await writerOnNew()
    await writer.commit({ ...request, files: [file('deep/er/file.yaml', bytes)] })
    const { git } = on.github.repository(name)
    const entry = await git.entry((await git.commit(HEAD))!.tree, 'deep/er/file.yaml')
    expect(entry?.oid).toBe(blobOid(Buffer.from(bytes)))
    expect(on.github.requests).toHaveLength(requests)
  })

  test('makes a branch that must not exist yet', async () => {
    const { writer, request, name } = await writerOnNew()
    expect(await writer.commit({ ...request, branch: FRESH, expected: undefined })).toMatchObject({ kind: 'moved' })
    expect(on.github.tip(name, FRESH)).toBeDefined()
    expect(await writer.commit({ ...request, branch: FRESH, expected: undefined, message: 'other' })).toEqual({
      kind: 'lost',
    })
  })

  test('a tree that is not the one expected stops before the branch moves', async () => {
    const { writer, request, name, headOid } = await writerOnNew()
    const tree = 'f'.repeat(40) as Oid
    await expect(writer.commit({ ...request, tree })).rejects.toMatchObject({ code: 'NOT_AS_WRITTEN' })
    expect(on.github.tip(name, HEAD)).toBe(headOid)
  })

  test('keeps the pull request open: the branch never stands at its base', async () => {
    const { writer, request, name, client } = await writerOnNew()
    const { number } = await githubForge(client, name).open(WANTED)
    await writer.commit(request)
    expect(on.github.pull(name, number).state).toBe('open')
    expect(on.github.moves(name, HEAD).map(({ after }) => after)).not.toContain(request.parent)
  })
})

describe('races', () => {
  test('of two writers one moves the branch and the other learns that it lost', async () => {
    const { writer, rival, request, name } = await writerOnNew()
    const moves = await Promise.all([
      writer.commit({ ...request, message: 'one' }),
      rival.commit({ ...request, message: 'two' }),
    ])
    expect(moves.map(({ kind }) => kind).sort()).toEqual(['lost', 'moved'])
    expect(moves).toContainEqual({ kind: 'moved', commit: on.github.tip(name, HEAD) })
    expect(on.github.moves(name, HEAD)).toHaveLength(2)
  })

  test('a move whose answer is lost is recognised by where the branch stands', async () => {
    const { writer, request, name } = await writerOnNew()
    on.github.fault({ match: { operation: 'updateRefs' }, answer: 'reset-after' })
    expect(await writer.commit(request)).toEqual({ kind: 'moved', commit: on.github.tip(name, HEAD) })
    expect(on.github.moves(name, HEAD)).toHaveLength(2)
    expect(operations(on.github).slice(-2)).toEqual(['updateRefs', 'git/get-ref'])
  })

  test('a move that never arrived is tried again', async () => {
    const { writer, request, name } = await writerOnNew()
    on.github.fault({ match: { operation: 'updateRefs' }, answer: 'reset', times: 2 })
    expect(await writer.commit(request)).toEqual({ kind: 'moved', commit: on.github.tip(name, HEAD) })
  })

  test('whatever words GitHub finds for it, a branch that stands elsewhere is a lost race', async () => {
    const { writer, request, name } = await writerOnNew()
    await on.github.commitTo(name, HEAD, { 'shop.yaml': 'tag: 1.7.0\n' })
    const errors = [{ type: 'ODD', message: 'no words', path: ['updateRefs'] }]
    on.github.fault({
      match: { operation: 'updateRefs' },
      answer: { status: 200, body: { data: { updateRefs: null }, errors } },
    })
    expect(await writer.commit(request)).toEqual({ kind: 'lost' })
  })

  test('lost answers while trees and commits are made cost nothing', async () => {
    const { writer, request } = await writerOnNew()
    on.github.fault({ match: { operation: 'git/create-tree' }, answer: 'reset-after' })
    on.github.fault({ match: { operation: 'git/create-commit' }, answer: 'reset-after' })
    expect(await writer.commit(request)).toMatchObject({ kind: 'moved' })
  })
})

describe('deleting', () => {
  test('takes the branch away where it stands as expected, and is content where it is gone', async () => {
    const { writer, name, headOid } = await writerOnNew()
    expect(await writer.delete(HEAD, headOid)).toEqual({ kind: 'moved' })
    expect(on.github.tip(name, HEAD)).toBeUndefined()
    expect(await writer.delete(HEAD, headOid)).toEqual({ kind: 'moved' })
  })

  test('leaves a branch that a person has pushed to', async () => {
    const { writer, name, headOid } = await writerOnNew()
    const theirs = await on.github.commitTo(name, HEAD, { 'shop.yaml': 'mine\n' })
    expect(await writer.delete(HEAD, headOid)).toEqual({ kind: 'lost' })
    expect(on.github.tip(name, HEAD)).toBe(theirs)
  })
})

describe('refusals', () => {
  test('a protected branch is named', async () => {
    const { writer, request, name } = await writerOnNew()
    on.github.protect(name, MAIN)
    await expect(writer.commit({ ...request, branch: MAIN, expected: request.parent })).rejects.toMatchObject({
      code: 'BRANCH_PROTECTED',
      message: expect.stringContaining('"main"'),
    })
  })

  test('a token that may only read is told what it lacks', async () => {
    const { writer, request } = await writerOnNew(
      on.github.addToken({ permissions: { metadata: 'read', contents: 'read' } }),
    )
    await expect(writer.commit(request)).rejects.toMatchObject({
      code: 'PERMISSION_MISSING',
      message: expect.stringContaining('contents: write'),
    })
  })
})

describe('moving with tickets of a queue', () => {
  async function queued() {
    const made = await writerOnNew()
    const { client, name } = made
    const queue = githubQueue(client, name, { repositoryId: async () => on.github.repository(name).nodeId })
    const first = await queue.join(nextTicket(QUEUE, [], 0.1), '{"v":1}\n')
    const second = await queue.join(nextTicket(QUEUE, [first.ref], 0.1), '{"v":2}\n')
    on.github.requests.length = 0
    const waiting = () => [...on.github.repository(name).git.refs(QUEUE).keys()]
    return { ...made, queue, tickets: [first, second], waiting }
  }

  test('takes them away in the same request', async () => {
    const { writer, request, tickets, waiting, queue } = await queued()
    expect(await queue.list(QUEUE, tickets[0]!)).toEqual(tickets)
    expect(await writer.commit({ ...request, alsoDelete: tickets })).toMatchObject({ kind: 'moved' })
    expect(operations(on.github).slice(1)).toEqual(['git/create-tree', 'git/create-commit', 'updateRefs'])
    expect(waiting()).toEqual([])
  })

  test('leaves them where they are when it is lost', async () => {
    const { writer, rival, request, tickets, waiting } = await queued()
    await rival.commit(request)
    expect(await writer.commit({ ...request, message: 'later', alsoDelete: tickets })).toEqual({ kind: 'lost' })
    expect(waiting()).toEqual(tickets.map(({ ref }) => ref))
  })

  test('does without them where one of them is gone, and clears the others', async () => {
    const { writer, request, queue, tickets, waiting } = await queued()
    await queue.leave(tickets.slice(0, 1))
    expect(await writer.commit({ ...request, alsoDelete: tickets })).toMatchObject({ kind: 'moved' })
    expect(waiting()).toEqual([])
  })
})

describe('a server that does not know updateRefs', () => {
  async function olderServer() {
    const made = await writerOnNew()
    const errors = [
      {
        message: "Field 'updateRefs' doesn't exist on type 'Mutation'",
        path: ['mutation', 'updateRefs'],
        extensions: { code: 'undefinedField', typeName: 'Mutation', fieldName: 'updateRefs' },
      },
    ]
    on.github.fault({ match: { operation: 'updateRefs' }, answer: { status: 200, body: { errors } }, times: 99 })
    return made
  }

  test('moves, makes and deletes by reading, comparing and writing', async () => {
    const { writer, request, name } = await olderServer()
    const move = await writer.commit(request)
    expect(move).toEqual({ kind: 'moved', commit: on.github.tip(name, HEAD) })
    expect(operations(on.github).slice(-3)).toEqual(['updateRefs', 'git/get-ref', 'git/update-ref'])
    expect(await writer.commit({ ...request, branch: FRESH, expected: undefined })).toMatchObject({ kind: 'moved' })
    expect(await writer.delete(FRESH, on.github.tip(name, FRESH) as Oid)).toEqual({ kind: 'moved' })
    expect(on.github.tip(name, FRESH)).toBeUndefined()
  })

  test('still tells a lost race', async () => {
    const { writer, request, name } = await olderServer()
    const theirs = await on.github.commitTo(name, HEAD, { 'shop.yaml': 'mine\n' })
    expect(await writer.commit(request)).toEqual({ kind: 'lost' })
    expect(await writer.commit({ ...request, expected: undefined })).toEqual({ kind: 'lost' })
    expect(on.github.tip(name, HEAD)).toBe(theirs)
  })

  test('an append cannot overwrite what comes between reading and writing', async () => {
    const { writer, request, name, headOid } = await olderServer()
    const head = (await on.github.commit(name, HEAD))!
    on.github.beforeRequest = async ({ operation }) => {
      if (operation === 'git/update-ref') await on.github.commitTo(name, HEAD, { 'shop.yaml': 'mine\n' })
    }
    const append = { ...request, parent: headOid, parentTree: head.tree as Oid }
    const move = await writer.commit(append).finally(() => (on.github.beforeRequest = undefined))
    expect(move).toEqual({ kind: 'lost' })
  })
})

function blobOid(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

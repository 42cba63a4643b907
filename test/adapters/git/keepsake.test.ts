import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leaveKeepsake } from '../../../src/adapters/git/keepsake.ts'
import type { Oid } from '../../../src/core/names.ts'
import type { Keepsake } from '../../../src/core/plan/keepsake.ts'
import { addCommit, git, makeBare, scratch } from '../../support/git-fixture.ts'
import { startGitServer, type GitServer } from '../../support/git-server.ts'

const REF = 'refs/image-bump/index'
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
async function makeWorld() {
  const name = `r${++count}.git`
  const gitDir = join(folder, name)
  await makeBare(gitDir)
  await addCommit(gitDir, { branch: 'main', files: { 'a.yaml': 'a: 1\n' } })
  const leave = (keepsake: Partial<Keepsake>) =>
    leaveKeepsake(
      { url: `${server.url}/${name}` },
      { now: () => new Date('2026-03-04T05:06:07Z') },
      { ref: REF, expected: undefined, message: 'an index\n', files: new Map(), ...keepsake },
    )
  return { gitDir, leave }
}
const filesOf = (files: Readonly<Record<string, string>>): Keepsake['files'] =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))

test('what is kept is a commit of its own, with its files', async () => {
  const { gitDir, leave } = await makeWorld()
  expect(await leave({ files: filesOf({ 'flux.0': 'z', 'flux/0': 'a', 'flux/1': '\0b', 'index.0': 'c\n' }) })).toBe(
    true,
  )
  expect(await git(gitDir, 'ls-tree', '-r', '--name-only', REF)).toBe('flux.0\nflux/0\nflux/1\nindex.0')
  expect(await git(gitDir, 'cat-file', 'blob', `${REF}:flux/1`)).toBe('\0b')
  expect(await git(gitDir, 'log', '--format=%P|%s', REF)).toBe('|an index')
  expect(await git(gitDir, 'fsck', '--strict', '--no-dangling')).toBe('')
})

test('it takes the place of what was expected there, and of nothing else', async () => {
  const { gitDir, leave } = await makeWorld()
  await leave({ files: filesOf({ a: '1' }) })
  const first = (await git(gitDir, 'rev-parse', REF)) as Oid
  expect(await leave({ files: filesOf({ a: '2' }), expected: first })).toBe(true)
  const second = await git(gitDir, 'rev-parse', REF)
  expect(await leave({ files: filesOf({ a: '3' }), expected: first })).toBe(false)
  expect(await leave({ files: filesOf({ a: '3' }) })).toBe(false)
  expect(await git(gitDir, 'rev-parse', REF)).toBe(second)
})

test('a server that does not take it is told apart', async () => {
  const { gitDir, leave } = await makeWorld()
  await git(gitDir, 'config', 'receive.hideRefs', 'refs/image-bump')
  await expect(leave({ files: filesOf({ a: '1' }) })).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
})

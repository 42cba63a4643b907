import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContents } from '../../../src/adapters/git/contents.ts'
import type { Oid } from '../../../src/core/names.ts'
import { addCommit, git, makeBare, scratch } from '../../support/git-fixture.ts'

let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await scratch())
})
afterAll(async () => await remove())

test('blobs that are too much to be held by one process come in their order all the same', async () => {
  const gitDir = join(folder, 'large.git')
  await makeBare(gitDir)
  const size = 400_000
  const files = Array.from({ length: 201 }, (_, index) => [`${1000 + index}.yaml`, Buffer.alloc(size, index)] as const)
  const entries = files.map(([path, data]) => [path, { mode: '100644', data }] as const)
  await addCommit(gitDir, { branch: 'main', files: Object.fromEntries(entries) })
  const listed = await git(gitDir, 'ls-tree', 'main')
  const contents = openContents(gitDir)
  try {
    const blobs = await contents.readBlobs(listed.split('\n').map((line) => line.split(/\s/)[2] as Oid))
    expect(blobs.map((bytes) => [bytes.length, bytes[0], bytes.at(-1)])).toEqual(
      files.map((_, index) => [size, index, index]),
    )
  } finally {
    await contents.close()
  }
})

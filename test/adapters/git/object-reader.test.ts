import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openObjectReader, readTogether } from '../../../src/adapters/git/object-reader.ts'
import { addCommit, git, makeBare, scratch } from '../../support/git-fixture.ts'

let gitDir: string
let remove: () => Promise<void>

beforeAll(async () => {
  const made = await scratch()
  remove = made.remove
  gitDir = join(made.folder, 'r.git')
  await makeBare(gitDir)
  const big = Buffer.alloc(3_000_000, 'x\n1234 blob 7\n')
  await addCommit(gitDir, { branch: 'main', files: { a: 'a', empty: '', big: { mode: '100644', data: big } } })
})
afterAll(async () => await remove())

test('many questions at once are answered in their order, missing ones too', async () => {
  const reader = openObjectReader(gitDir)
  const names = Array.from(
    { length: 300 },
    (_, index) => ['main:a', 'main:none', 'main:empty', 'main:big', 'a b c'][index % 5] ?? '',
  )
  const sizes = { 'main:a': 1, 'main:empty': 0, 'main:big': 3_000_000 } as Record<string, number>
  const answers = await Promise.all(names.map(async (name) => await reader.read(name)))
  expect(answers.map((answer) => answer?.bytes.length)).toEqual(names.map((name) => sizes[name]))
  await reader.close()
})

test('an object that arrives later is found', async () => {
  const reader = openObjectReader(gitDir)
  expect(await reader.read('later')).toBeUndefined()
  const oid = await addCommit(gitDir, { branch: 'later', files: { b: 'b' } })
  expect((await reader.read(oid))?.type).toBe('commit')
  await reader.close()
})

test('a line break asks no second question', async () => {
  const reader = openObjectReader(gitDir)
  expect(await reader.read('main:none\nmain:a')).toBeUndefined()
  expect((await reader.read('main'))?.oid).toBe(await git(gitDir, 'rev-parse', 'main'))
  await reader.close()
})

test('a folder that is no repository is an error, not silence', async () => {
  const reader = openObjectReader(join(gitDir, 'objects'))
  await expect(reader.read('main')).rejects.toMatchObject({ code: 'BUG' })
  await reader.close()
})

describe('many objects together', () => {
  test('come in the order asked, missing ones too', () => {
    const names = Array.from({ length: 2_000 }, (_, index) => ['main:a', 'main:none', 'main:empty'][index % 3] ?? '')
    const answers = readTogether(gitDir, [...names, 'main:big', 'main^{tree}'])
    expect(answers?.slice(0, 4).map((answer) => answer?.bytes.toString())).toEqual(['a', undefined, '', 'a'])
    expect(answers?.slice(-2)).toMatchObject([{ type: 'blob', bytes: { length: 3_000_000 } }, { type: 'tree' }])
    expect(answers).toHaveLength(2_002)
  })

  test('are not had when they are too much to hold at once', () => {
    expect(
      readTogether(
        gitDir,
        Array.from({ length: 25 }, () => 'main:big'),
      ),
    ).toBeUndefined()
  })

  test('are not had of a folder that is no repository', () => {
    expect(() => readTogether(join(gitDir, 'objects'), ['main'])).toThrow(expect.objectContaining({ code: 'BUG' }))
  })
})

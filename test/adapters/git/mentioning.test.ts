import { expect, test } from 'vitest'
import { mentioning, searchedOnce } from '../../../src/adapters/git/mentioning.ts'
import type { Oid, RepoPath } from '../../../src/core/names.ts'

const oid = (digit: string): Oid => digit.repeat(40) as Oid
const file = (path: string, digit: string) => ({ path: path as RepoPath, oid: oid(digit), mode: '100644' as const })
const texts = ['"$imagepolicy"']

/** Files of two commits that have a blob in common. */
const COMMITS: Readonly<Record<string, ReturnType<typeof file>[]>> = {
  [oid('1')]: [file('a.yaml', 'a'), file('copy.yaml', 'a'), file('b.yaml', 'b')],
  [oid('2')]: [file('a.yaml', 'c'), file('b.yaml', 'b')],
}
const markedFor = (name: string): Uint8Array => Buffer.from(`k: v # {"$imagepolicy": "${name}"}\n`)

test('of each file it is told what it mentions, and every blob is looked at once', async () => {
  const read: Oid[] = []
  const tell = mentioning((oids) => {
    read.push(...oids)
    return Promise.resolve(oids.map((one) => markedFor(`prod:${one[0]}`)))
  })
  const found = [...(await tell(COMMITS[oid('1')] ?? [])), ...(await tell(COMMITS[oid('2')] ?? []))]
  expect(found.map(({ path, mentions: { names } }) => [path, ...(names === 'any' ? [names] : names)])).toEqual([
    ['a.yaml', 'prod:a'],
    ['copy.yaml', 'prod:a'],
    ['b.yaml', 'prod:b'],
    ['a.yaml', 'prod:c'],
    ['b.yaml', 'prod:b'],
  ])
  expect(read).toEqual([oid('a'), oid('b'), oid('c')])
})

test('a commit is searched once, whoever asks; a search that failed is tried again', async () => {
  let searches = 0
  const search = searchedOnce(() => {
    searches += 1
    return searches === 1 ? Promise.reject(new Error('no')) : Promise.resolve([])
  })
  await expect(search(oid('1'), texts)).rejects.toThrow('no')
  await Promise.all([search(oid('1'), texts), search(oid('1'), texts)])
  await search(oid('1'), texts, ['*.env'])
  expect(searches).toBe(3)
})

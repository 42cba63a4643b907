import * as fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { objectId, packOf, parseCommit, parseTree, type GitObject } from '../../../src/adapters/git/objects.ts'
import type { Oid } from '../../../src/core/names.ts'

const SHA1 = '0'.repeat(40) as Oid
const blob = (bytes: Uint8Array): GitObject => ({ type: 'blob', bytes: Buffer.from(bytes) })

test.each([
  { like: SHA1, empty: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391' },
  { like: '0'.repeat(64) as Oid, empty: '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813' },
])('the empty blob is $empty', ({ like, empty }) => {
  expect(objectId(blob(Buffer.alloc(0)), like)).toBe(empty)
})

test('git unpacks any pack, to the ids we computed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'))
  const git = (args: string[], input?: Buffer): string => {
    const run = spawnSync('git', args, {
      env: { PATH: process.env['PATH'], GIT_DIR: folder },
      ...(input === undefined ? {} : { input }),
    })
    expect(run.stderr.toString()).toBe('')
    return run.stdout.toString()
  }
  git(['init', '-q', '--bare', folder])
  // Sizes around 15, 2^11 and 2^18, where the header of an entry grows by a byte.
  const sizes = fc.constantFrom(0, 1, 15, 16, 17, 2047, 2048, 2049, 262_143, 262_144)
  const blobs = fc.array(fc.tuple(sizes, fc.nat(255)), { minLength: 1, maxLength: 5 })
  try {
    fc.assert(
      fc.property(blobs, (shape) => {
        const objects = shape.map(([size, fill]) => blob(Buffer.alloc(size, fill)))
        git(['unpack-objects', '-q', '--strict'], packOf(objects, SHA1))
        const ids = objects.map((object) => objectId(object, SHA1))
        const answer = git(['cat-file', '--batch-check'], Buffer.from(`${ids.join('\n')}\n`))
        expect(answer.trim().split('\n')).toEqual(ids.map((id, index) => `${id} blob ${shape[index]?.[0]}`))
      }),
      { numRuns: 20 },
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a commit is read as far as its own headers go', () => {
  const text = [
    `tree ${'1'.repeat(40)}`,
    `parent ${'2'.repeat(40)}`,
    `parent ${'3'.repeat(40)}`,
    'author a <a> 1 +0000',
    'committer a <a> 1 +0000',
    `mergetag object ${'4'.repeat(40)}`,
    ` parent ${'5'.repeat(40)}`,
    `parent ${'6'.repeat(40)}`,
    '',
    'Subject',
    '',
    `parent ${'7'.repeat(40)}`,
    '',
  ].join('\n')
  expect(parseCommit(SHA1, Buffer.from(text))).toEqual({
    oid: SHA1,
    tree: '1'.repeat(40),
    parents: ['2'.repeat(40), '3'.repeat(40)],
    message: `Subject\n\nparent ${'7'.repeat(40)}\n`,
  })
})

test.each([
  { what: 'a tree cut short', read: () => parseTree(Buffer.from('100644 a\0short'), SHA1) },
  { what: 'a tree without a mode', read: () => parseTree(Buffer.from(`a\0${'x'.repeat(20)}`), SHA1) },
  { what: 'a commit without a tree', read: () => parseCommit(SHA1, Buffer.from('parent x\n\nm')) },
])('$what is refused', ({ read }) => {
  expect(read).toThrow(expect.objectContaining({ code: 'REMOTE_REFUSED' }) as Error)
})

test('names that are not UTF-8 have no name, and do not hide their neighbours', () => {
  const entry = (name: Buffer): Buffer =>
    Buffer.concat([Buffer.from('0100644 '), name, Buffer.from([0]), Buffer.alloc(20, 1)])
  const entries = parseTree(Buffer.concat([entry(Buffer.from([0xff])), entry(Buffer.from('ü'))]), SHA1)
  expect(entries.map(({ name, mode }) => [name, mode])).toEqual([
    [undefined, '100644'],
    ['ü', '100644'],
  ])
})

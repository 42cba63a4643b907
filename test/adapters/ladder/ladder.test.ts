import { describe, expect, test } from 'vitest'
import { ladder } from '../../../src/adapters/ladder/ladder.ts'
import type { LongWay } from '../../../src/adapters/ladder/received.ts'
import type { BranchName, Oid, PolicyName, RepoPath } from '../../../src/core/names.ts'
import type { CommitRequest, Move } from '../../../src/ports/branch-writer.ts'
import type { Keepsake } from '../../../src/core/plan/keepsake.ts'
import type { Shortcut } from '../../../src/ports/shortcut.ts'

const MAIN = 'main' as BranchName
const TIP = 'a'.repeat(40) as Oid
const MADE = 'b'.repeat(40) as Oid
const FILE = {
  path: 'a.yaml' as RepoPath,
  oid: 'c'.repeat(40) as Oid,
  mode: '100644' as const,
  mentions: { names: new Set<PolicyName>(), flux: true },
}
const REQUEST: CommitRequest = {
  branch: 'image-bump/main/x' as BranchName,
  expected: undefined,
  parent: TIP,
  parentTree: TIP,
  files: [],
  message: 'bump',
  author: undefined,
}

const KEEPSAKE: Keepsake = { ref: 'refs/x/y', expected: undefined, message: 'x', files: new Map() }

/** A ladder of which both ways note what they are asked. */
function laddered(changes: Partial<Shortcut> = {}, { isWhole = true, leaves = true } = {}) {
  const asked: string[] = []
  const note = <Answer>(text: string, answer: Answer): Promise<Answer> => {
    asked.push(text)
    return Promise.resolve(answer)
  }
  const reads = (way: string) => ({
    defaultBranch: () => note(`${way} default`, MAIN),
    fetch: () => note(`${way} fetch`, new Map([[MAIN, TIP]])),
    search: () => note(`${way} search`, [FILE]),
    entry: () => note(`${way} entry`, FILE),
    readBlobs: () => note(`${way} blobs`, [Buffer.from('x')]),
    commit: (oid: Oid) => note(`${way} commit`, { oid, tree: oid, parents: [], message: '' }),
    commitsAhead: () => note(`${way} ahead`, []),
  })
  const shortcut: Shortcut = {
    ...reads('quick'),
    begin: () => void asked.push('begin'),
    expect: () => void asked.push('expect'),
    treeWith: () => note('quick tree', undefined),
    prepare: () => void asked.push('prepare'),
    isProven: () => Promise.resolve(true),
    keepsake: (found) => note(`keep ${found === undefined ? 'nothing' : found.files.length}`, found && KEEPSAKE),
    ...changes,
  }
  const long: LongWay = {
    ...reads('long'),
    treeWith: () => note('long tree', TIP),
    bring: () => note('bring', undefined),
    isWhole: () => isWhole,
    close: () => note('close', undefined),
  }
  const log: string[] = []
  const steps = ladder({
    shortcut,
    openLongWay: () => note('open', long),
    leave: () => note('leave', leaves),
    log: { info: (text) => void log.push(text), finding: () => {}, mask: () => {} },
  })
  const commit = (move: Move) =>
    steps.guard({
      commit: async ({ holds, made }) => {
        if (move.kind === 'moved') made?.(move.commit)
        return (await holds) === false ? { kind: 'lost' } : move
      },
      delete: () => Promise.resolve({ kind: 'moved' }),
    })
  return { ...steps, asked, log, commit: (move: Move) => commit(move).commit(REQUEST) }
}

const fails = (): Promise<never> => Promise.reject(new Error('no'))

test('while the shortcut answers nothing is received, and nothing is left behind where nothing moved', async () => {
  const { repository, asked, log, close } = laddered()
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  repository.prepare?.([TIP], () => true)
  expect(await repository.treeWith(TIP, [])).toBe(undefined)
  await close()
  expect(asked).toEqual(['quick fetch', 'quick search', 'prepare', 'quick tree'])
  expect(log).toEqual([])
})

test('the first answer that it has not is got the long way, and all that follow; it is said once', async () => {
  const { repository, asked, log, close } = laddered({ search: fails })
  await repository.fetch(MAIN, 'image-bump/main/')
  expect(await repository.search(TIP, ['x'])).toEqual([FILE])
  expect(await repository.entry(TIP, FILE.path)).toEqual(FILE)
  expect(await repository.treeWith(TIP, [])).toBe(TIP)
  repository.prepare?.([TIP], () => true)
  await close()
  expect(asked).toEqual(['quick fetch', 'open', 'long fetch', 'long search', 'long entry', 'long tree', 'close'])
  expect(log).toHaveLength(1)
})

test('where it has told of files already, the run looks again: nothing that it told is mixed with the long way', async () => {
  const { repository, asked } = laddered({ readBlobs: fails })
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  await expect(repository.readBlobs([FILE.oid])).rejects.toThrow('no')
  expect(repository.counts?.(TIP)).toBe(false)
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  expect(repository.counts?.(TIP)).toBe(true)
  expect(await repository.readBlobs([FILE.oid])).toHaveLength(1)
  expect(asked.filter((one) => one.startsWith('long'))).toEqual(['long fetch', 'long search', 'long blobs'])
})

test('a second look that fails is taken the long way at once', async () => {
  let looks = 0
  const tips = new Map([[MAIN, TIP]])
  const { repository } = laddered({ fetch: () => (looks++ === 0 ? Promise.resolve(tips) : fails()) })
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  expect(await repository.fetch(MAIN, 'image-bump/main/')).toEqual(tips)
  expect(repository.counts?.(TIP)).toBe(false)
})

describe('what is left behind', () => {
  test('what was found the long way, when a branch is to move, and once', async () => {
    const { repository, asked, commit, close } = laddered({ fetch: fails })
    await repository.fetch(MAIN, 'image-bump/main/')
    await repository.search(TIP, ['x'])
    await commit({ kind: 'lost' })
    await commit({ kind: 'moved', commit: MADE })
    await close()
    expect(asked.slice(-5)).toEqual(['long commit', 'long blobs', 'keep 1', 'leave', 'close'])
  })

  test('what an index told, when a branch has moved and so it was proven', async () => {
    const { repository, asked, commit, close } = laddered()
    await repository.fetch(MAIN, 'image-bump/main/')
    await repository.search(TIP, ['x'])
    await commit({ kind: 'lost' })
    expect(asked).not.toContain('keep nothing')
    await commit({ kind: 'moved', commit: MADE })
    await close()
    expect(asked).toContain('keep nothing')
  })

  test('nothing of a search of a part of the files: it would look like one of all', async () => {
    const { repository, asked, commit, close } = laddered({ fetch: fails }, { isWhole: false })
    await repository.fetch(MAIN, 'image-bump/main/')
    await repository.search(TIP, ['x'])
    await commit({ kind: 'moved', commit: MADE })
    await close()
    expect(asked.slice(-2)).toEqual(['long search', 'close'])
  })

  test.each([
    {
      because: 'it cannot be made',
      changes: { keepsake: fails },
      leaves: true,
      log: /could not be written: an answer/,
    },
    { because: 'another one stands there', changes: {}, leaves: false, log: /another one stands there/ },
  ])('or a line of the log: $because', async ({ changes, leaves, log: line }) => {
    const { repository, commit, close, log } = laddered({ search: fails, ...changes }, { leaves })
    await repository.fetch(MAIN, 'image-bump/main/')
    await repository.search(TIP, ['x'])
    expect(await commit({ kind: 'moved', commit: MADE })).toEqual({ kind: 'moved', commit: MADE })
    await close()
    expect(log.at(-1)).toMatch(line)
  })
})

test('what is not proven moves nothing, does not count any more, and is read the long way', async () => {
  const { repository, asked, commit } = laddered({ isProven: () => Promise.resolve(false) })
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  expect(repository.counts?.(TIP)).toBe(true)
  expect(await commit({ kind: 'moved', commit: MADE })).toEqual({ kind: 'lost' })
  expect(repository.counts?.(TIP)).toBe(false)
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  expect(repository.counts?.(TIP)).toBe(true)
  expect(asked.filter((one) => one.startsWith('long'))).toEqual(['long fetch', 'long search'])
})

test('what came into doubt while it was decided on moves nothing', async () => {
  const { repository, commit } = laddered()
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  repository.distrust?.()
  expect(await commit({ kind: 'moved', commit: MADE })).toEqual({ kind: 'lost' })
  await repository.search(TIP, ['x'])
  expect(await commit({ kind: 'moved', commit: MADE })).toEqual({ kind: 'moved', commit: MADE })
})

test('whoever loses again and again looks without it', async () => {
  const { repository, commit } = laddered()
  await repository.fetch(MAIN, 'image-bump/main/')
  await repository.search(TIP, ['x'])
  for (let losses = 0; losses < 5; losses += 1) await commit({ kind: 'lost' })
  expect(repository.counts?.(TIP)).toBe(false)
})

test('distrust is for once: there is nothing more to be had than everything', async () => {
  const { repository } = laddered()
  expect([repository.distrust?.(), repository.distrust?.()]).toEqual([true, false])
})

test('a commit of ours can be read at once as long as the shortcut lasts', async () => {
  const { repository, commit, asked } = laddered()
  await commit({ kind: 'moved', commit: MADE })
  expect([repository.knows?.(MADE), repository.knows?.(TIP)]).toEqual([true, false])
  expect(asked).toEqual(['expect'])
  repository.distrust?.()
  expect(repository.knows?.(MADE)).toBe(false)
})

import * as fc from 'fast-check'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRemote, type RemoteRepository } from '../../../src/adapters/git/repository.ts'
import { openScoped } from '../../../src/adapters/git/scoped.ts'
import type { Oid } from '../../../src/core/names.ts'
import { headPrefix } from '../../../src/core/pull-request/branch.ts'
import { addCommit, branch, git, makeBare, path, scratch } from '../../support/git-fixture.ts'
import { startGitServer, type GitRequest, type GitServer } from '../../support/git-server.ts'

const TEXT = '"$imagepolicy"'
const MARKED = `image: a:1 # {${TEXT}: "x:y"}\n`

let folder: string
let server: GitServer
let remove: () => Promise<void>
let loseAnswer: (request: GitRequest) => boolean = () => false

beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  server = await startGitServer({ root: folder, loseAnswer: (request) => loseAnswer(request) })
})
afterAll(async () => {
  await server.close()
  await remove()
})

// The scope is what `a.yaml` says; where there is none, it is the whole tree, and everything is fetched.
const WAYS = [
  { way: 'whole', opens: async (url: string) => await openRemote({ url, temporary: folder }) },
  {
    way: 'scoped',
    opens: async (url: string) =>
      await openScoped({ url, temporary: folder, config: path('a.yaml'), scopeOf: () => ['**'], note: () => {} }),
  },
]
let open: (url: string) => Promise<RemoteRepository>

let count = 0
async function repository(): Promise<{ gitDir: string; url: string }> {
  const name = `r${++count}.git`
  await makeBare(join(folder, name))
  return { gitDir: join(folder, name), url: `${server.url}/${name}` }
}

async function opened<T>(url: string, use: (remote: RemoteRepository) => Promise<T>): Promise<T> {
  const remote = await open(url)
  try {
    return await use(remote)
  } finally {
    await remote.close()
  }
}

describe.each(WAYS)('fetch, $way', ({ opens }) => {
  beforeAll(() => {
    open = opens
  })

  test('the first one, without heads of ours, takes three requests', async () => {
    const { gitDir, url } = await repository()
    const main = await addCommit(gitDir, { branch: 'main', files: { 'a.yaml': MARKED } })
    await addCommit(gitDir, { branch: 'other', files: { 'a.yaml': MARKED } })
    await opened(url, async (remote) => {
      const before = server.requests.length
      expect(await remote.fetch(branch('main'), 'bump/')).toEqual(new Map([['main', main]]))
      expect(server.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'POST', 'POST'])
    })
  })

  test('a second one sees moved, new and deleted branches', async () => {
    const { gitDir, url } = await repository()
    await addCommit(gitDir, { branch: 'main', files: { 'a.yaml': MARKED } })
    const one = await addCommit(gitDir, { branch: 'bump/one', parents: ['main'] })
    await addCommit(gitDir, { branch: 'bump/gone', parents: ['main'] })
    await opened(url, async (remote) => {
      expect([...(await remote.fetch(branch('main'), 'bump/')).keys()].sort()).toEqual([
        'bump/gone',
        'bump/one',
        'main',
      ])
      const main = await addCommit(gitDir, { branch: 'main', files: { 'b.yaml': MARKED } })
      await git(gitDir, 'update-ref', '-d', 'refs/heads/bump/gone')
      // A folder where a branch was: refs of both cannot stand together.
      const below = await addCommit(gitDir, { branch: 'bump/gone/below', parents: ['main'] })
      expect(await remote.fetch(branch('main'), 'bump/')).toEqual(
        new Map([
          ['main', main],
          ['bump/one', one],
          ['bump/gone/below', below],
        ]),
      )
      expect((await remote.search(main, [TEXT])).map((file) => file.path)).toEqual(['a.yaml', 'b.yaml'])
    })
  })

  test('a base that is not there names those that are', async () => {
    const { gitDir, url } = await repository()
    await addCommit(gitDir, { branch: 'master' })
    await opened(url, async (remote) => {
      await expect(remote.fetch(branch('main'), 'bump/')).rejects.toMatchObject({
        code: 'BASE_NOT_FOUND',
        message: expect.stringContaining('It has: master.') as string,
      })
    })
  })

  test.each(['--upload-pack=touch /tmp/x', '-x', 'a..b', ':(top)', '+refs/heads/x'])(
    'the branch name %j never reaches git',
    async (name) => {
      const { url } = await repository()
      await opened(url, async (remote) => {
        await expect(remote.fetch(branch(name), 'bump/')).rejects.toMatchObject({ code: 'BAD_INPUT' })
        await expect(remote.fetch(branch('main'), name)).rejects.toMatchObject({ code: 'BAD_INPUT' })
      })
    },
  )

  test('close leaves nothing behind', async () => {
    const { gitDir, url } = await repository()
    await addCommit(gitDir, { branch: 'main' })
    await opened(url, async (remote) => await remote.fetch(branch('main'), 'bump/'))
    expect((await readdir(folder)).filter((name) => name.startsWith('image-bump-'))).toEqual([])
  })
})

describe.each(WAYS)('defaultBranch, $way', ({ opens }) => {
  beforeAll(() => {
    open = opens
  })

  test('is what HEAD of the remote names', async () => {
    const { gitDir, url } = await repository()
    await addCommit(gitDir, { branch: 'trunk' })
    await git(gitDir, 'symbolic-ref', 'HEAD', 'refs/heads/trunk')
    expect(await opened(url, async (remote) => await remote.defaultBranch())).toBe('trunk')
  })

  test('an empty repository has none', async () => {
    const { url } = await repository()
    await opened(url, async (remote) => {
      await expect(remote.defaultBranch()).rejects.toMatchObject({ code: 'BASE_NOT_FOUND' })
    })
  })
})

describe.each(WAYS)('defaultBranch, then fetch, $way', ({ opens }) => {
  beforeAll(() => {
    open = opens
  })
  const prefix = (base: string): string => headPrefix({ base: branch(base) })
  const requestsOf = async (act: () => Promise<unknown>): Promise<number> => {
    const before = server.requests.length
    await act()
    return server.requests.length - before
  }

  test.each([
    { name: 'main', requests: 5, because: 'HEAD came while its name was asked for' },
    { name: 'trunk', requests: 5 + 3, because: 'under which names our branches stand was known afterwards only' },
  ])('of $name takes $requests requests: $because', async ({ name, requests }) => {
    const { gitDir, url } = await repository()
    const tip = await addCommit(gitDir, { branch: name, files: { 'a.yaml': MARKED } })
    await addCommit(gitDir, { branch: 'other', files: { 'a.yaml': MARKED } })
    await git(gitDir, 'symbolic-ref', 'HEAD', `refs/heads/${name}`)
    await opened(url, async (remote) => {
      const took = await requestsOf(async () => {
        expect(await remote.defaultBranch()).toBe(name)
        expect(await remote.fetch(branch(name), prefix(name))).toEqual(new Map([[name, tip]]))
      })
      expect(took).toBe(requests)
      expect((await remote.search(tip, [TEXT])).map((file) => file.path)).toEqual(['a.yaml'])
    })
  })

  test.each(['main', 'trunk'])('brings what is of ours on %s, and nothing else', async (name) => {
    const { gitDir, url } = await repository()
    const tip = await addCommit(gitDir, { branch: name, files: { 'a.yaml': MARKED } })
    await git(gitDir, 'symbolic-ref', 'HEAD', `refs/heads/${name}`)
    const head = await addCommit(gitDir, { branch: `image-bump/${name}/prod`, parents: [name] })
    await addCommit(gitDir, { branch: 'image-bump/release/prod', parents: [name] })
    const ticket = `refs/image-bump/queue/image-bump/${name}/prod/000001-0123abcd`
    await git(gitDir, 'update-ref', ticket, head)
    await opened(url, async (remote) => {
      const tips = await remote.fetch(await remote.defaultBranch(), prefix(name))
      expect(tips).toEqual(
        new Map([
          [`image-bump/${name}/prod`, head],
          [name, tip],
        ]),
      )
      expect(remote.waiting?.()).toEqual([{ ref: ticket, oid: head }])
    })
  })

  test('another branch than the default one is fetched by its name', async () => {
    const { gitDir, url } = await repository()
    await addCommit(gitDir, { branch: 'main', files: { 'a.yaml': MARKED } })
    const tip = await addCommit(gitDir, { branch: 'master', files: { 'b.yaml': MARKED } })
    await opened(url, async (remote) => {
      await remote.defaultBranch()
      expect(await remote.fetch(branch('master'), prefix('master'))).toEqual(new Map([['master', tip]]))
    })
  })

  test('looks again every further time', async () => {
    const { gitDir, url } = await repository()
    await addCommit(gitDir, { branch: 'main', files: { 'a.yaml': MARKED } })
    await opened(url, async (remote) => {
      await remote.fetch(await remote.defaultBranch(), prefix('main'))
      const tip = await addCommit(gitDir, { branch: 'main', files: { 'b.yaml': MARKED } })
      expect(await remote.fetch(branch('main'), prefix('main'))).toEqual(new Map([['main', tip]]))
    })
  })

  test('a base that moves while its name is asked for is fetched again', async () => {
    const { gitDir, url } = await repository()
    const first = await addCommit(gitDir, { branch: 'main', files: { 'a.yaml': MARKED } })
    await opened(url, async (remote) => {
      await remote.defaultBranch()
      // What was asked for early has come; the name is told of a tip that came later.
      const later = await addCommit(gitDir, { branch: 'main', files: { 'b.yaml': MARKED } })
      await remote.defaultBranch()
      expect(first).not.toBe(later)
      expect(await remote.fetch(branch('main'), prefix('main'))).toEqual(new Map([['main', later]]))
    })
  })
})

const FOUND = {
  'a.yaml': 'plain',
  'deep/er/b.yml': 'nested',
  'deep/Kustomization': 'kustomize without an ending',
  '.hidden/c.yaml': 'hidden folder',
  '-rf.yaml': 'leading dash',
  'new\nline "quoted".yaml': 'line break and quotes',
  'ü/日本.yaml': 'not ASCII',
  ':(top)x.yaml': 'pathspec magic',
  'star*[a].yaml': 'glob characters',
  'nul.yaml': 'a NUL byte in it',
  'run.yaml': 'executable',
}
const NOT_FOUND = {
  'a.txt': 'other ending',
  'Kustomization.md': 'other ending',
  'plain.yaml': 'without the text',
  'link.yaml': 'symlink',
  'module.yaml': 'submodule',
  'UPPER.YAML': 'case counts',
}

describe.each(WAYS)('contents, $way', ({ opens }) => {
  beforeAll(() => {
    open = opens
  })

  const wide = Object.fromEntries(Object.keys(FOUND).map((name) => [name, `${name}\n${MARKED}`]))

  async function filled(): Promise<{ gitDir: string; url: string; main: Oid }> {
    const made = await repository()
    const main = await addCommit(made.gitDir, {
      branch: 'main',
      files: {
        ...wide,
        'nul.yaml': `a\0b\n${MARKED}`,
        'run.yaml': { mode: '100755', data: MARKED },
        'a.txt': MARKED,
        'Kustomization.md': MARKED,
        'plain.yaml': 'a: 1\n',
        'link.yaml': { mode: '120000', data: MARKED },
        'module.yaml': { mode: '160000', data: '1'.repeat(40) },
        'UPPER.YAML': MARKED,
      },
    })
    return { ...made, main }
  }

  test('search finds what a marker can stand in, whatever its name', async () => {
    const { url } = await filled()
    await opened(url, async (remote) => {
      const tip = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
      const found = await remote.search(tip, ['no such text', TEXT])
      expect(found.map((file) => file.path).sort()).toEqual(Object.keys(FOUND).sort())
      expect(found.filter(({ mode }) => mode === '100755').map((file) => file.path)).toEqual(['run.yaml'])
      expect(await remote.search(tip, ['no such text'])).toEqual([])
      expect(await remote.search(tip, [])).toEqual([])
      expect(await remote.search(tip, ['-e', '--open-files-in-pager=touch x'])).toEqual([])
    })
  })

  test('search finds the same where markers stand in more folders than are read one by one', async () => {
    const { gitDir, url } = await filled()
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`many/${index}/ö.yaml`, index % 2 === 0 ? MARKED : 'a: 1\n']),
    )
    await addCommit(gitDir, { branch: 'main', parents: ['main'], files: { ...files, 'many/1/ö.yaml': MARKED } })
    await opened(url, async (remote) => {
      const tip = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
      const few = await remote.search(tip, ['"$image'])
      await addCommit(gitDir, {
        branch: 'main',
        parents: ['main'],
        files: Object.fromEntries(Object.keys(files).map((name) => [name, MARKED])),
      })
      const next = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
      const many = await remote.search(next, [TEXT])
      const oid = many.find((file) => file.path === 'many/0/ö.yaml')?.oid
      expect(few).toHaveLength(Object.keys(FOUND).length + 301)
      expect(many.filter((file) => file.path.startsWith('many/') && file.oid === oid)).toHaveLength(600)
      expect(many.filter((file) => few.some((one) => one.path === file.path))).toEqual(few)
    })
  })

  test('entries and blobs come as asked', async () => {
    const { url } = await filled()
    await opened(url, async (remote) => {
      const tip = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
      for (const name of Object.keys(NOT_FOUND).slice(3, 5)) expect(await remote.entry(tip, path(name))).toBeUndefined()
      for (const name of ['deep', 'deep/none.yaml', 'a.yaml/x', 'none'])
        expect(await remote.entry(tip, path(name))).toBeUndefined()
      const names = ['ü/日本.yaml', 'a.yaml', 'deep/er/b.yml', 'a.yaml']
      const entries = await Promise.all(names.map(async (name) => await remote.entry(tip, path(name))))
      const oids = entries.map((entry) => entry?.oid as Oid)
      const blobs = await remote.readBlobs(oids)
      expect(blobs.map((bytes) => Buffer.from(bytes).toString())).toEqual(names.map((name) => wide[name]))
      const many = await remote.readBlobs(Array.from({ length: 1_250 }, () => oids).flat())
      expect(many.map((bytes) => Buffer.from(bytes).toString())).toEqual(
        Array.from({ length: 5_000 }, (_, index) => wide[names[index % 4] ?? '']),
      )
      const missing = '0'.repeat(40) as Oid
      for (const asked of [[missing], Array.from({ length: 200 }, () => missing)])
        await expect(remote.readBlobs(asked)).rejects.toMatchObject({ code: 'REMOTE_REFUSED' })
    })
  })

  test('treeWith gives the id that git gives, modes kept', async () => {
    const { gitDir, url } = await filled()
    const names = ['run.yaml', 'deep/er/b.yml', 'deep/Kustomization', 'new\nline "quoted".yaml', 'ü/日本.yaml']
    await opened(url, async (remote) => {
      const tip = (await remote.fetch(branch('main'), 'bump/')).get(branch('main')) as Oid
      const found = (await remote.search(tip, [TEXT])).filter((file) => names.includes(file.path))
      const bytes = Buffer.from('new bytes\n')
      const tree = await remote.treeWith(
        tip,
        found.map((entry) => ({ entry, bytes })),
      )
      const files = names.map(
        (name) => [name, { mode: name === 'run.yaml' ? '100755' : '100644', data: bytes }] as const,
      )
      await addCommit(gitDir, { branch: 'expected', parents: ['main'], files: Object.fromEntries(files) })
      expect(tree).toBe(await git(gitDir, 'rev-parse', 'expected^{tree}'))
      expect(await remote.treeWith(tip, [])).toBe(await git(gitDir, 'rev-parse', 'main^{tree}'))
    })
  })
})

describe.each(WAYS)('commitsAhead, $way', ({ opens }) => {
  beforeAll(() => {
    open = opens
  })

  async function ahead(url: string, head: string, base = 'main'): Promise<readonly string[]> {
    return await opened(url, async (remote) => {
      const tips = await remote.fetch(branch(base), 'bump/')
      const commits = await remote.commitsAhead(tips.get(branch(base)) as Oid, tips.get(branch(head)) as Oid)
      // What is told is there: trees and blobs can be read.
      for (const { oid } of commits) await remote.search(oid, ['x'])
      return commits.map(({ message }) => message)
    })
  }

  test.each([
    { because: 'a fresh head', does: ['bump/h: 1 < main'], gives: ['1'] },
    { because: 'two commits', does: ['bump/h: 1 < main', 'bump/h: 2'], gives: ['2', '1'] },
    { because: 'the head is the base', does: ['bump/h = main'], gives: [] },
    {
      because: 'the base moved on',
      does: ['bump/h: 1 < main', 'bump/h: 2', 'main: m2', 'main: m3'],
      gives: ['2', '1'],
    },
    { because: 'the base moved on, one commit', does: ['bump/h: 1 < main', 'main: m2', 'main: m3'], gives: ['1'] },
    { because: 'the head is behind the base', does: ['bump/h = main', 'main: m2', 'main: m3'], gives: [] },
    { because: 'the head was merged', does: ['bump/h: 1 < main', 'main: m2 < main bump/h', 'main: m3'], gives: [] },
    {
      because: '"Update branch": the base was merged into the head',
      does: ['bump/h: 1 < main', 'main: m2', 'main: m3', 'bump/h: U < bump/h main', 'bump/h: 2', 'main: m4'],
      gives: ['2', 'U', '1'],
    },
    {
      because: 'updated twice, with a side branch of a person',
      does: [
        'bump/h: 1 < main',
        'main: m2',
        'bump/h: U < bump/h main',
        'side: s < bump/h',
        'bump/h: 2',
        'bump/h: S < bump/h side',
        'main: m3',
        'bump/h: V < bump/h main',
        'main: m4',
      ],
      gives: ['V', 'S', '2', 's', 'U', '1'],
    },
    { because: 'a head that shares nothing with the base', does: ['bump/h: 1 <', 'bump/h: 2'], gives: ['2', '1'] },
  ])('$because: $gives', async ({ does, gives }) => {
    const { gitDir, url } = await repository()
    for (const step of ['main: m0', 'main: m1', 'bump/other: o < main', ...does]) await take(gitDir, step)
    expect(await ahead(url, 'bump/h')).toEqual(gives)
  })

  test('a run that fetches again gets the answer for the new base', async () => {
    const { gitDir, url } = await repository()
    for (const step of ['main: m0', 'bump/h: 1 < main', 'bump/h: 2']) await take(gitDir, step)
    await opened(url, async (remote) => {
      const messages = async (): Promise<readonly string[]> => {
        const tips = await remote.fetch(branch('main'), 'bump/')
        const commits = await remote.commitsAhead(tips.get(branch('main')) as Oid, tips.get(branch('bump/h')) as Oid)
        return commits.map(({ message }) => message)
      }
      expect(await messages()).toEqual(['2', '1'])
      await take(gitDir, 'main: m1')
      expect(await messages()).toEqual(['2', '1'])
      await take(gitDir, 'main: m2 < main bump/h~1')
      expect(await messages()).toEqual(['2'])
      await take(gitDir, 'bump/h: 3')
      expect(await messages()).toEqual(['3', '2'])
    })
  })

  test('a connection that breaks never reads as "nothing ahead"', async () => {
    const { gitDir, url } = await repository()
    for (const step of ['main: m0', 'bump/h: 1 < main', 'bump/h: 2']) await take(gitDir, step)
    await opened(url, async (remote) => {
      const tips = await remote.fetch(branch('main'), 'bump/')
      const [base, head] = [tips.get(branch('main')) as Oid, tips.get(branch('bump/h')) as Oid]
      loseAnswer = ({ method }) => method === 'POST'
      try {
        await expect(remote.commitsAhead(base, head)).rejects.toMatchObject({ blame: 'remote' })
      } finally {
        loseAnswer = () => false
      }
      expect(await remote.commitsAhead(base, head)).toHaveLength(2)
    })
  })

  test('any history: the same commits as git rev-list with all of it', async () => {
    const parents = fc.array(fc.tuple(fc.nat(), fc.option(fc.nat(), { nil: undefined })), {
      minLength: 2,
      maxLength: 7,
    })
    await fc.assert(
      fc.asyncProperty(parents, fc.nat(), async (shape, basePick) => {
        const { gitDir, url } = await repository()
        const oids = [await addCommit(gitDir, { branch: 'c0', message: '0' })]
        for (const [index, [first, second]] of shape.entries()) {
          const of = [
            ...new Set([first, second].flatMap((n) => (n === undefined ? [] : [oids[n % oids.length] as Oid]))),
          ]
          oids.push(await addCommit(gitDir, { branch: `c${index + 1}`, parents: of, message: String(index + 1) }))
        }
        await git(gitDir, 'update-ref', 'refs/heads/main', oids[basePick % oids.length] as Oid)
        await git(gitDir, 'update-ref', 'refs/heads/bump/h', oids.at(-1) as Oid)
        const expected = await git(gitDir, 'log', '--format=%s', 'main..bump/h')
        expect([...(await ahead(url, 'bump/h'))].sort()).toEqual(expected.split('\n').filter(Boolean).sort())
      }),
      { numRuns: 6, seed: 7 },
    )
  }, 60_000)
})

/** `branch: message < parent parent`, without `<` on top of the branch; or `branch = revision`. */
async function take(gitDir: string, step: string): Promise<void> {
  const [, name = '', message, less, rest = ''] = /^([^\s:]+)(?:: (\S+))? ?([<=])? ?(.*)$/.exec(step) ?? []
  if (message === undefined) await git(gitDir, 'update-ref', `refs/heads/${name}`, await git(gitDir, 'rev-parse', rest))
  else
    await addCommit(gitDir, {
      branch: name,
      message,
      files: { [`${message}.yaml`]: message, 'a.yaml': '' },
      ...(less === undefined ? {} : { parents: rest.split(' ').filter(Boolean) }),
    })
}

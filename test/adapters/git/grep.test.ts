import * as fc from 'fast-check'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grepMentions, grepPaths, type Search } from '../../../src/adapters/git/grep.ts'
import { mentionsOf } from '../../../src/core/marker/mentions.ts'
import type { Oid } from '../../../src/core/names.ts'
import { SCREEN_TEXTS } from '../../../src/core/plan/snapshot.ts'
import { addCommit, git, makeBare, scratch } from '../../support/git-fixture.ts'

let folder: string
let gitDir: string
let remove: () => Promise<void>

beforeAll(async () => {
  ;({ folder, remove } = await scratch())
  gitDir = join(folder, 'bare.git')
  await makeBare(gitDir)
  // What a person may have set for a repository on this machine.
  for (const [name, value] of [
    ['color.ui', 'always'],
    ['grep.lineNumber', 'true'],
    ['grep.column', 'true'],
    ['grep.patternType', 'perl'],
  ] as const)
    await git(gitDir, 'config', name, value)
})
afterAll(async () => await remove())

const MARKED = 'a: b # {"$imagepolicy": "prod:shop"}\n'
const LONG = 'x'.repeat(300_000)
const PIECES: readonly string[] = [
  MARKED,
  '"$imagepolicy": "prod:till:tag"',
  '$ImagePolicy',
  'imagepolicy',
  'io.k8s.cli.setters.prod:till',
  '{"\\u0024imagepolicy"',
  '{ \\u',
  '\\u {',
  'image.toolkit.fluxcd.io/v1',
  'IMAGE.TOOLKIT.FLUXCD.IO',
  'K8S.CLI.SETTERS',
  '\r',
  '\n',
  '\n\n',
  '\0',
  'ä',
  ' # ',
  LONG,
]
const bytes = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .chain((pieces) => fc.constantFrom(Buffer.from(pieces.join('')), Buffer.from(`\u00ff${pieces.join('')}`, 'latin1')))

async function commitOf(files: ReadonlyMap<string, Buffer>): Promise<Oid> {
  const entries = [...files].map(([path, data]) => [path, { mode: '100644', data }] as const)
  return await addCommit(gitDir, { branch: 'main', files: Object.fromEntries(entries) })
}

const search = (commit: Oid): Search => ({ gitDir, commit, texts: SCREEN_TEXTS, globs: ['**/*.env'] })

describe('what git tells of files is what their bytes tell', () => {
  test('of any bytes', async () => {
    const samples = fc.sample(bytes, { numRuns: 400, seed: 20_261_121 })
    const files = new Map(samples.map((data, index) => [`${String(index).padStart(3, '0')}.yaml`, data]))
    const wanted = [...files].filter(([, data]) => SCREEN_TEXTS.some((text) => data.includes(text)))
    expect(wanted.length).toBeGreaterThan(100)
    const commit = await commitOf(files)
    expect(await grepPaths(search(commit))).toEqual(wanted.map(([path]) => path))
    expect(await grepMentions(search(commit))).toEqual(
      wanted.map(([path, data]) => ({ path, mentions: mentionsOf(data) })),
    )
  })

  test.each(['a.yaml', 'new\nline.yaml', 'ü/ö.env', 'a b:c.yml', 'Kustomization', '"quoted".yaml'])(
    'of a file named %j',
    async (path) => {
      const commit = await commitOf(new Map([[path, Buffer.from(MARKED)]]))
      expect(await grepPaths(search(commit))).toContain(path)
      expect(await grepMentions(search(commit))).toContainEqual({ path, mentions: mentionsOf(Buffer.from(MARKED)) })
    },
  )
})

test('a text that nothing is told by is searched for as well', async () => {
  const commit = await commitOf(
    new Map([
      ['text.yaml', Buffer.from('k: MARK\n')],
      ['none.yaml', Buffer.from('k: mark\n')],
    ]),
  )
  expect(await grepMentions({ gitDir, commit, texts: ['MARK'], globs: [] })).toEqual([
    { path: 'text.yaml', mentions: { names: new Set(), flux: false } },
  ])
  expect(await grepMentions({ gitDir, commit, texts: [], globs: [] })).toEqual([])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import policyCases from '../conformance/policy-cases.json' with { type: 'json' }
import { makeFolders, type Folders } from './folders.ts'
import { fourAtATime } from './four-at-a-time.ts'
import { runCli } from './run-cli.ts'

let folders: Folders
beforeAll(async () => {
  folders = await makeFolders()
})
afterAll(async () => await folders.remove())

const POLICIES = `version: 1
policies:
  prod:shop:
    image: ghcr.io/acme/shop
    policy: { semver: { range: '>=1.0.0 <2' } }
    hold: { tag: 1.4.2, until: 2999-12-01, reason: INC-311 }
  staging:shop:
    image: ghcr.io/acme/shop
    paths: [clusters/staging]
    filterTags: { pattern: '^main-(?P<sha>[0-9a-f]{7})-(?P<ts>[0-9]{8})$', extract: $ts }
    policy: { date: { format: yyyyMMdd } }
    digest: Always
    hold: { until: 2020-01-01 }
  prod:build:
    image: ghcr.io/acme/build
    policy: { numerical: { order: desc } }
`
const FILES = {
  '.image-bump.yaml': POLICIES,
  'app.yaml': `image: ghcr.io/acme/shop:latest # {"$imagepolicy": "prod:shop"}
staging: main-1111111-20240101 # {"$imagepolicy": "staging:shop:tag"}
`,
  'clusters/staging/app.yaml': 'tag: main-1111111-20240101 # {"$imagepolicy": "staging:shop:tag"}\n',
  'flux.yaml': `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: lost }
spec: { imageRepositoryRef: { name: lost }, policy: { alphabetical: {} } }
`,
}
const TAGS = ['1.5.0', '1.4.2', '2.0.0', '1.6.0-rc.1', 'latest', 'v1.3.0']

describe('JSON', () => {
  test('says what is selected and why the others are not, keys in one order, from a worktree and a commit', async () => {
    const cwd = await folders.folder(FILES)
    const input = JSON.stringify(TAGS)
    const argv = ['explain', 'prod:shop', '--tags-from', '-', '--json']
    const here = await runCli(argv, { cwd, input })
    expect(here).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `${JSON.stringify(
        {
          v: 1,
          policy: 'prod:shop',
          selected: '1.5.0',
          refused: [
            { tag: 'v1.3.0', why: 'older than 1.5.0: v1.3.0 < 1.5.0 by semver' },
            { tag: 'latest', why: 'latest is not a version such as 1.2.3: two dots are needed' },
            { tag: '2.0.0', why: '2.0.0 is not in range ">=1.0.0 <2"' },
            {
              tag: '1.6.0-rc.1',
              why:
                '1.6.0-rc.1 is not in range ">=1.0.0 <2": it is a pre-release, and only a range that names one, ' +
                'such as ">=1.0.0-0", admits them',
            },
            { tag: '1.4.2', why: 'older than 1.5.0: 1.4.2 < 1.5.0 by semver' },
          ],
        },
        undefined,
        2,
      )}\n`,
    })
    const bare = await folders.bare(FILES)
    expect(await runCli([...argv, '--git-dir', bare, '--at', 'main'], { cwd: await folders.folder(), input })).toEqual(
      here,
    )
  })

  test('tags one a line mean the same as an array, from a file too', async () => {
    const cwd = await folders.folder({ ...FILES, tags: `${TAGS.join('\n')}\n` })
    const argv = ['explain', 'prod:shop', '--json', '--tags-from']
    const lines = await runCli([...argv, 'tags'], { cwd })
    expect(lines).toEqual(await runCli([...argv, '-'], { cwd, input: JSON.stringify(TAGS) }))
    expect(lines).toEqual(await runCli([...argv, '-'], { cwd, input: JSON.stringify({ name: 'shop', tags: TAGS }) }))
    expect(lines).toEqual(await runCli([...argv, '-'], { cwd, input: JSON.stringify({ Tags: TAGS }) }))
  })

  test('nothing that fits is null, not an error', async () => {
    const cwd = await folders.folder(FILES)
    const { exitCode, stdout } = await runCli(['explain', 'prod:shop', '--tags-from', '-', '--json'], {
      cwd,
      input: 'latest\n',
    })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      v: 1,
      policy: 'prod:shop',
      selected: null,
      refused: [{ tag: 'latest' }],
    })
  })

  test('without tags it is how the policy reads and where its markers stand', async () => {
    const { stdout } = await runCli(['explain', 'staging:shop', '--json'], { cwd: await folders.folder(FILES) })
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      policy: 'staging:shop',
      image: 'ghcr.io/acme/shop',
      filterTags: { pattern: '^main-(?P<sha>[0-9a-f]{7})-(?P<ts>[0-9]{8})$', extract: '$ts' },
      order: { date: { format: 'yyyyMMdd' } },
      digest: 'Always',
      paths: ['clusters/staging'],
      hold: { until: '2020-01-01' },
      origin: 'file',
      place: { path: '.image-bump.yaml', line: 7, column: 3 },
      markers: [
        { path: 'app.yaml', line: 2, column: 10, part: 'tag', value: 'main-1111111-20240101' },
        { path: 'clusters/staging/app.yaml', line: 1, column: 6, part: 'tag', value: 'main-1111111-20240101' },
      ],
    })
  })
})

describe('text', () => {
  const text = async (argv: readonly string[], input = ''): Promise<string> => {
    const { exitCode, stdout, stderr } = await runCli(['explain', ...argv], { cwd: await folders.folder(FILES), input })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    return stdout
  }

  test('tells groups, extract and date of the winner and the losers, and which comparison was lost', async () => {
    const tags = 'main-aaaaaaa-20240229\nmain-bbbbbbb-20240131\nmain-ccccccc-20240230\nlatest\n'
    expect(await text(['staging:shop', '--tags-from', '-'], tags)).toBe(
      `staging:shop follows ghcr.io/acme/shop (.image-bump.yaml:7:3)
  counts tags that match "^main-(?P<sha>[0-9a-f]{7})-(?P<ts>[0-9]{8})$", compares "$ts"
  newest by date, written "yyyyMMdd"
  pins digests: Always
  only in clusters/staging
  its hold ended on 2020-01-01: it moves again

picks main-aaaaaaa-20240229
  read as sha=aaaaaaa ts=20240229 → 20240229 → 2024-02-29T00:00:00Z

not                    read as                                                    why
main-bbbbbbb-20240131  sha=bbbbbbb ts=20240131 → 20240131 → 2024-01-31T00:00:00Z  older than main-aaaaaaa-20240229: 20240131 < 20240229 by date

not let in             read as                  why
main-ccccccc-20240230  sha=ccccccc ts=20240230  "20240230" is not a real date: month 2 of 2024 has 29 days
latest                                          the filter "^main-(?P<sha>[0-9a-f]{7})-(?P<ts>[0-9]{8})$" does not match
`,
    )
  })

  test('says that a hold keeps the winner away', async () => {
    expect(await text(['prod:shop', '--tags-from', '-'], '1.5.0\n1.4.2\n')).toBe(
      `prod:shop follows ghcr.io/acme/shop (.image-bump.yaml:3:3)
  newest by semver, in the range ">=1.0.0 <2"
  held: nothing moves past 1.4.2 until 2999-12-01 (INC-311)

picks 1.5.0
  and does not move there: held at 1.4.2 until 2999-12-01 (INC-311)

not    why
1.4.2  older than 1.5.0: 1.4.2 < 1.5.0 by semver
`,
    )
  })

  test('a thousand tags are one screen: the runners-up nearest to the winner, what was out of range, then the rest', async () => {
    const tags = Array.from({ length: 500 }, (_, minor) => [`1.${minor}.0`, `2.${minor}.0`, `build-${minor}`]).flat()
    const told = (await text(['prod:shop', '--tags-from', '-'], JSON.stringify(tags))).split('\n')
    expect(told.length).toBeLessThanOrEqual(32)
    expect(told).toContain('picks 1.499.0')
    expect(told[told.indexOf('not      why') + 1]).toMatch(/^1\.498\.0 /)
    expect(told.find((line) => line.startsWith('2.')))?.toMatch(/is not in range/)
    expect(told.at(-2)).toBe('and 1479 more; --json tells all')
  })

  test('without tags: where the markers stand, with what is wrong with their values', async () => {
    expect(await text(['prod:shop'])).toContain(
      `marker        part       value
app.yaml:1:8  reference  "ghcr.io/acme/shop:latest"  refused: latest is not a version such as 1.2.3: two dots are needed
`,
    )
    expect(await text(['staging:shop'])).toContain(
      'app.yaml:2:10                  tag   "main-1111111-20240101"  outside its paths\n',
    )
    expect(await text(['prod:build'])).toContain('the smallest first\n\nno marker names it\n')
  })

  test('what a tag hides is shown', async () => {
    const told = await text(['prod:build', '--tags-from', '-'], JSON.stringify(['1\u001b[2J\u202e']))
    expect(told).toContain(String.raw`1\u001b[2J\u202e`)
  })
})

test.each([
  { files: FILES, argv: ['prod:shpo'], exits: 2, code: 'BAD_CALL', says: 'Did you mean "prod:shop"?' },
  { files: FILES, argv: ['default:build'], exits: 2, code: 'BAD_CALL', says: 'Did you mean "prod:build"?' },
  { files: {}, argv: ['prod:shop'], exits: 2, code: 'BAD_CALL', says: 'Nobody defines policy "prod:shop"' },
  { files: FILES, argv: [], exits: 2, code: 'BAD_CALL', says: 'Name one policy' },
  { files: FILES, argv: ['prod:shop', '--tags-from', 'nothing'], exits: 2, code: 'BAD_CALL', says: 'cannot be read' },
  {
    files: FILES,
    argv: ['prod:shop', '--tags-from', '-'],
    input: '["1", 2]',
    exits: 2,
    code: 'BAD_CALL',
    says: 'array of texts',
  },
  {
    files: FILES,
    argv: ['prod:shop', '--tags-from', '-'],
    input: '{"errors": []}',
    exits: 2,
    code: 'BAD_CALL',
    says: 'array of texts',
  },
  { files: FILES, argv: ['apps:lost'], exits: 3, code: 'BAD_POLICY', says: 'flux.yaml:3:19: The Flux object' },
  {
    files: { '.image-bump.yaml': POLICIES.replace('1.0.0 <2', '1.0.0 <') },
    argv: ['prod:shop', '--tags-from', '-'],
    exits: 3,
    code: 'BAD_POLICY',
    says: '.image-bump.yaml:5:',
  },
])('explain $argv exits with $exits and says $says, in JSON on stdout and as text on stderr', async (wrong) => {
  const { files, argv, input = '1.0.0\n', exits, code, says } = wrong
  const cwd = await folders.folder(files)
  const [json, text] = await Promise.all([
    runCli(['explain', ...argv, '--json'], { cwd, input }),
    runCli(['explain', ...argv], { cwd, input }),
  ])
  expect([json.exitCode, text.exitCode]).toEqual([exits, exits])
  expect(JSON.parse(json.stdout)).toEqual({ v: 1, error: { code, message: expect.stringContaining(says) as unknown } })
  expect(Object.keys(JSON.parse(json.stdout) as object)).toEqual(['v', 'error'])
  expect(text.stdout).toBe('')
  expect(text.stderr).toContain(`${code}: `)
  expect(text.stderr).toContain(says)
})

describe('what Flux chose, through the shipped command', () => {
  interface PolicyCase {
    readonly id: string
    readonly filterTags?: { readonly pattern: string; readonly extract?: string }
    readonly policy: object
    readonly tags: readonly string[]
    readonly expected: string | null
    readonly error?: string
  }
  const cases: readonly PolicyCase[] = policyCases
  const isInvalid = ({ error }: PolicyCase): boolean => /^(?:invalid policy|failed to filter)/.test(error ?? '')

  test('all 107 cases', { timeout: 120_000 }, async () => {
    const answers = await fourAtATime(cases, async (one) => {
      const argv = ['explain', 'ns:p', '--tags-from', '-', '--json']
      const { exitCode, stdout } = await runCli(argv, {
        cwd: await folders.folder(definitionOf(one)),
        input: JSON.stringify(one.tags),
      })
      return { id: one.id, exitCode, answer: JSON.parse(stdout) as unknown }
    })
    expect(answers).toHaveLength(107)
    expect(answers).toEqual(
      cases.map((one) => ({
        id: one.id,
        exitCode: isInvalid(one) ? 3 : 0,
        answer: isInvalid(one)
          ? { v: 1, error: { code: 'BAD_POLICY', message: expect.any(String) as unknown } }
          : { v: 1, policy: 'ns:p', selected: one.expected, refused: expect.any(Array) as unknown },
      })),
    )
  })

  /** The policy file allows one kind of order; what Flux makes of several is asked of its own objects. */
  function definitionOf({ filterTags, policy }: PolicyCase): Readonly<Record<string, string>> {
    const spec = { ...(filterTags === undefined ? {} : { filterTags }), policy }
    if (Object.keys(policy).length === 1) {
      const file = { version: 1, policies: { 'ns:p': { image: 'ghcr.io/acme/app', ...spec } } }
      return { '.image-bump.yaml': JSON.stringify(file) }
    }
    const apiVersion = 'image.toolkit.fluxcd.io/v1'
    const metadata = { name: 'p', namespace: 'ns' }
    const repository = { apiVersion, kind: 'ImageRepository', metadata, spec: { image: 'ghcr.io/acme/app' } }
    const object = { apiVersion, kind: 'ImagePolicy', metadata, spec: { ...spec, imageRepositoryRef: { name: 'p' } } }
    return { 'flux.yaml': [repository, object].map((one) => JSON.stringify(one)).join('\n---\n') }
  }
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { manifest, openBench, policyFile, REPOSITORY, type Bench } from '../support/e2e/bench.ts'
import { roundTrips, runWired, type WiredRun } from '../support/e2e/run-wired.ts'

const HEAD = 'image-bump/main/prod'
const REF = 'refs/image-bump/index'
const SERVICES = ['shop', 'till']
const FILES = {
  '.image-bump.yaml': policyFile(SERVICES),
  'README.md': 'clusters\n',
  ...Object.fromEntries(
    SERVICES.map((service) => [`apps/${service}.yaml`, manifest(service, '1.0.0', `prod:${service}`)]),
  ),
}

const fluxPolicy = (name: string, range: string): string =>
  [
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImageRepository',
    `metadata: { name: ${name}, namespace: prod }`,
    `spec: { image: ghcr.io/acme/${name} }`,
    '---',
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImagePolicy',
    `metadata: { name: ${name}, namespace: prod }`,
    `spec: { imageRepositoryRef: { name: ${name} }, policy: { semver: { range: '${range}' } } }`,
    '',
  ].join('\n')

const isGit = ({ kind }: { readonly kind: string }): boolean => kind === 'git'

const operations = ({ requests }: WiredRun): readonly string[] =>
  requests.map(({ method, operation }) => `${method} ${operation}`)

const LABELLED = { ...FILES, '.image-bump.yaml': policyFile(SERVICES, 'pullRequests: { labels: [image-bump] }\n') }

// What waits on the wire is counted, so the pause changes nothing; with it requests side by side cannot pass for a row.
describe.each([
  { latencyMs: 0, wears: 'nothing', files: FILES, dressing: [] },
  { latencyMs: 50, wears: 'nothing', files: FILES, dressing: [] },
  { latencyMs: 50, wears: 'a label', files: LABELLED, dressing: ['POST issues/add-labels'] },
])('round trips at $latencyMs ms, where a pull request wears $wears', ({ latencyMs, files, dressing }) => {
  let bench: Bench
  const build = (image: string): Promise<WiredRun> => runWired(bench, `ghcr.io/acme/${image}`, { shortcut: true })
  beforeAll(async () => {
    bench = await openBench(files, { latencyMs })
    await build('shop:1.1.0')
    await bench.github.deleteBranch(REPOSITORY, HEAD)
  })
  afterAll(async () => {
    const { violations } = bench.github
    await bench.stop()
    expect(violations).toEqual([])
  })

  test('a fresh pull request takes six and what it wears, a silent run two, and none goes to git', async () => {
    const fresh = await build('shop:1.2.0')
    const again = await build('shop:1.2.0')
    const newer = await build('till:1.3.0')
    expect([fresh, again, newer].map(({ report }) => report.groups.map(({ outcome }) => outcome))).toEqual([
      ['opened'],
      ['unchanged'],
      ['updated'],
    ])
    expect([fresh, again, newer].map(({ requests }) => requests.filter(isGit))).toEqual([[], [], []])
    expect(operations(fresh)).toEqual([
      'POST repository',
      'POST repository',
      'POST git/create-tree',
      'POST git/create-commit',
      'POST updateRefs',
      'POST pulls/create',
      ...dressing,
    ])
    expect(operations(again)).toEqual(['POST repository', 'POST repository'])
    expect(roundTrips(fresh.requests)).toBeLessThanOrEqual(6 + dressing.length)
    expect(roundTrips(again.requests)).toBeLessThanOrEqual(2)
    expect(roundTrips(newer.requests)).toBeLessThanOrEqual(7)
    expect(newer.requests.length).toBeLessThanOrEqual(7)
  })

  test('where base has moved, they are as many: it is compared beside what is read anyway', async () => {
    await bench.github.deleteBranch(REPOSITORY, HEAD)
    bench.github.repository(REPOSITORY).pulls.length = 0
    await bench.github.commitTo(REPOSITORY, 'main', { 'README.md': 'more\n' })
    const fresh = await build('shop:1.4.0')
    expect(fresh.report.groups).toMatchObject([{ outcome: 'opened' }])
    expect(operations(fresh)).toContain('GET repos/compare-commits-with-basehead')
    expect(roundTrips(fresh.requests)).toBeLessThanOrEqual(6 + dressing.length)
    expect(fresh.requests.length).toBeLessThanOrEqual(7 + dressing.length)
  })
})

/** An index is left behind and used, however small the repository. */
const BY = {
  api: { shortcut: true },
  git: { shortcut: true, git: { leastBytes: 0 }, inputs: { writer: 'git' } },
} as const
const WRITERS = ['api', 'git'] as const

test.each(WRITERS)(
  'by %s, as much is asked whether one file of a hundred is marked or fifty of five thousand',
  async (by) => {
    const counted = async (count: number) => {
      const apps = Array.from({ length: count }, (_, index) => `app-${index}`)
      const marked = apps.filter((_, index) => index % 100 === 0)
      const bench = await openBench({
        '.image-bump.yaml': policyFile(marked),
        ...Object.fromEntries(
          apps.map((app) => [
            `apps/${app}/run.yaml`,
            marked.includes(app) ? manifest(app, '1.0.0', `prod:${app}`) : `a: ${app}\n`,
          ]),
        ),
      })
      const build = (image: string): Promise<WiredRun> => runWired(bench, `ghcr.io/acme/${image}`, BY[by])
      try {
        await build('app-0:1.1.0')
        await bench.github.deleteBranch(REPOSITORY, HEAD)
        bench.github.repository(REPOSITORY).pulls.length = 0
        const runs = [await build('app-0:1.2.0'), await build('app-0:1.2.0'), await build('app-0:1.3.0')]
        expect(bench.github.violations).toEqual([])
        return runs.map((run) => [run.report.groups.map(({ outcome }) => outcome), operations(run)])
      } finally {
        await bench.stop()
      }
    }
    const few = await counted(100)
    expect(few.map(([outcomes]) => outcomes)).toEqual([['opened'], ['unchanged'], ['updated']])
    expect(await counted(5000)).toEqual(few)
  },
)

describe.each(WRITERS)('the same end with the index as without, by %s', (by) => {
  test.each([
    { because: 'nothing else happened', meanwhile: {} },
    { because: 'base moved', meanwhile: { 'README.md': 'more\n' } },
    { because: 'a file was marked', meanwhile: { 'new.yaml': manifest('till', '0.9.0', 'prod:till') } },
    { because: 'a marked file is gone', meanwhile: { 'apps/shop.yaml': null } },
    { because: 'a marker is gone', meanwhile: { 'apps/shop.yaml': 'image: ghcr.io/acme/shop:1.0.0\n' } },
    {
      because: 'a marked file became executable',
      meanwhile: { 'apps/till.yaml': { text: manifest('till', '1.0.0', 'prod:till'), mode: '100755' } },
    },
    { because: 'a marked file became a link', meanwhile: { 'apps/shop.yaml': { text: 'till.yaml', mode: '120000' } } },
    {
      because: 'the folder was moved',
      meanwhile: {
        'apps/shop.yaml': null,
        'apps/till.yaml': null,
        'clusters/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
        'clusters/till.yaml': manifest('till', '1.0.0', 'prod:till'),
      },
    },
    {
      because: 'the folder was copied',
      meanwhile: { 'copy/till.yaml': manifest('till', '1.0.0', 'prod:till') },
    },
    {
      because: 'the bytes are odd: a byte order mark and CRLF',
      meanwhile: { 'apps/till.yaml': `\uFEFF${manifest('till', '1.0.0', 'prod:till').replaceAll('\n', '\r\n')}` },
    },
    {
      because: 'a marked file is not UTF-8',
      meanwhile: { 'bad.yaml': Buffer.from('# "$imagepolicy" \xe4\n', 'latin1') },
    },
    {
      because: '300 files changed',
      meanwhile: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`docs/${index}.md`, `${index}\n`])),
      isReceived: 'api',
    },
    {
      because: 'the policy file names more files',
      meanwhile: {
        '.image-bump.yaml': `${policyFile(SERVICES)}files: ['*.env']\n`,
        'x.env': 'T=ghcr.io/acme/till:1.0.0 # {"$imagepolicy": "prod:till"}\n',
      },
      isReceived: true,
    },
  ])('$because', async ({ meanwhile, isReceived = false }) => {
    const bench = await openBench(FILES)
    const { github } = bench
    // As if no run had ever been there, but for the index.
    const forget = async (): Promise<void> => {
      await github.deleteBranch(REPOSITORY, HEAD)
      github.repository(REPOSITORY).pulls.length = 0
    }
    try {
      await runWired(bench, 'ghcr.io/acme/shop:1.1.0', BY[by])
      await forget()
      await github.commitTo(REPOSITORY, 'main', meanwhile)
      const received = await runWired(bench, 'ghcr.io/acme/till:1.2.0', { ...BY[by], shortcut: false })
      const tree = (await github.commit(REPOSITORY, HEAD))?.tree
      await forget()
      const indexed = await runWired(bench, 'ghcr.io/acme/till:1.2.0', BY[by])

      expect(received.report.groups).toMatchObject([{ outcome: 'opened' }])
      expect(indexed.report.groups).toMatchObject([{ outcome: 'opened' }])
      expect((await github.commit(REPOSITORY, HEAD))?.tree).toBe(tree)
      const isDescended = indexed.log.some((line) => line.startsWith('Receiving'))
      expect(isDescended, indexed.log.join('\n')).toBe(isReceived === true || isReceived === by)
      if (by === 'api') expect(indexed.requests.some(isGit)).toBe(isDescended)
      expect(github.violations).toEqual([])
    } finally {
      await bench.stop()
    }
  })
})

test.each(WRITERS)('by %s, eight builds at once all arrive, and so do those after base has moved far', async (by) => {
  const services = Array.from({ length: 8 }, (_, index) => `service-${index}`)
  const placed = (service: string, tag: string, folder = 'apps') => ({
    [`${folder}/${service}.yaml`]: manifest(service, tag, `prod:${service}`),
  })
  const bench = await openBench({
    '.image-bump.yaml': policyFile(services),
    ...Object.assign({}, ...services.map((service) => placed(service, '1.0.0'))),
  })
  const build = (service: string, tag: string) => runWired(bench, `ghcr.io/acme/${service}:${tag}`, BY[by])
  const valuesOf = async (folder: string) =>
    await Promise.all(services.map(async (service) => await bench.read(HEAD, `${folder}/${service}.yaml`)))
  try {
    await build('service-0', '1.1.0')
    await Promise.all(services.map((service) => build(service, '1.2.0')))
    expect(await valuesOf('apps')).toEqual(services.map((service) => manifest(service, '1.2.0', `prod:${service}`)))
    // So many files that the index is carried on, each run having looked at what is new.
    const moved = Array.from({ length: 3 }, (_, at) =>
      services.map((service) => placed(service, '1.0.0', `more-${at}`)),
    )
    for (const files of moved) {
      await bench.github.commitTo(REPOSITORY, 'main', Object.assign({}, ...files))
      const { report, log } = await build('service-1', '1.3.0')
      expect(report.groups.map(({ outcome }) => outcome)).toEqual(['updated'])
      expect(log.filter((line) => line.startsWith('Receiving'))).toEqual([])
    }
    for (const folder of ['apps', 'more-0', 'more-1', 'more-2'])
      expect((await valuesOf(folder))[1]).toBe(manifest('service-1', '1.3.0', 'prod:service-1'))
    expect(bench.github.violations).toEqual([])
  } finally {
    await bench.stop()
  }
})

/** Each test finds a repository as if no run had ever been there, but for the index that one left. */
function afterARun(by: keyof typeof BY, take: (bench: Bench) => void): void {
  let bench: Bench
  beforeEach(async () => {
    bench = await openBench(FILES)
    take(bench)
    await runWired(bench, 'ghcr.io/acme/shop:1.1.0', BY[by])
    await bench.github.deleteBranch(REPOSITORY, HEAD)
    bench.github.repository(REPOSITORY).pulls.length = 0
  })
  afterEach(async () => {
    const { violations } = bench.github
    await bench.stop()
    expect(violations).toEqual([])
  })
}

describe.each(WRITERS)('an index that does harm, by %s', (by) => {
  /** Changes the lines of the index, as somebody may who may write refs. */
  async function tamper({ github }: Bench, change: (line: string) => readonly string[], flux = '') {
    const { git } = github.repository(REPOSITORY)
    const list = (await github.readFile(REPOSITORY, git.ref(REF) ?? '', 'index.0')) ?? ''
    const [head = '', ...lines] = list.trimEnd().split('\n')
    const planted = [head, ...lines.flatMap(change)].map((line) => `${line}\n`).join('')
    const files = { 'index.0': planted, 'flux/0': flux }
    git.update([{ ref: REF, after: await github.commitTo(REPOSITORY, 'planted', files, { parent: null }) }])
  }
  const blobOf = ({ github }: Bench, text: string): string =>
    github.repository(REPOSITORY).git.objects.write('blob', Buffer.from(text))

  let bench: Bench
  const build = (image: string) => runWired(bench, `ghcr.io/acme/${image}`, BY[by])
  afterARun(by, (opened) => {
    bench = opened
  })

  test('slips no content into a pull request', async () => {
    const evil = manifest('shop', '1.0.0', 'prod:shop').replace('containers', 'evil')
    const oid = blobOf(bench, evil)
    await tamper(bench, (line) => [line.replace(/^[0-9a-f]{40} (?=.*shop)/, `${oid} `)], evil)
    const { report, log } = await build('shop:1.2.0')
    expect(report.groups).toMatchObject([{ outcome: 'opened' }])
    expect(log.join('\n')).toMatch(by === 'api' ? /index of marked files was wrong/ : /the index is wrong about/)
    expect(await bench.read(HEAD, 'apps/shop.yaml')).toBe(manifest('shop', '1.2.0', 'prod:shop'))
    // The next run finds one that is right.
    const next = await build('till:1.2.0')
    expect(next.log.filter((line) => line.startsWith('Receiving'))).toEqual([])
  })

  test('slips in no policy', async () => {
    const lax = `${fluxPolicy('shop', '*')}---\n${fluxPolicy('evil', '*').replaceAll('ghcr.io/acme/evil', 'ghcr.io/acme/till')}`
    const oid = blobOf(bench, lax)
    await tamper(bench, (line) => (line.endsWith('shop.yaml') ? [`${oid} -f - apps/rules.yaml`, line] : [line]), lax)
    await bench.github.commitTo(REPOSITORY, 'main', { 'README.md': 'more\n' })
    const { report } = await build('till:1.2.0')
    expect(report.groups).toMatchObject([{ outcome: 'opened', label: 'prod' }])
    expect(report.findings).toEqual([])
  })

  test.each([
    { because: 'it lists no file', change: () => [] },
    {
      because: 'it lists a file under another name',
      change: (line: string) => [line.replaceAll('prod:shop', 'prod:x')],
    },
    { because: 'it says that files name nothing', change: (line: string) => [line.replace(/prod:[a-z]+ /, '- ')] },
  ])('does not make a marked policy look unused: $because', async ({ change }) => {
    await tamper(bench, change)
    const { report } = await build('shop:1.2.0')
    expect(report.groups).toMatchObject([{ outcome: 'opened' }])
    expect(report.findings).toEqual([])
  })
})

describe('an index that cannot be written, or is not shown', () => {
  let bench: Bench
  const build = (image: string) => runWired(bench, `ghcr.io/acme/${image}`, BY.api)
  afterARun('api', (opened) => {
    bench = opened
  })

  test.each([
    { because: 'refused', status: 403 },
    { because: 'broken', status: 500 },
  ])('and one that cannot be written is a line of the log: $because', async ({ status }) => {
    const { github } = bench
    github.repository(REPOSITORY).git.update([{ ref: REF, after: '0'.repeat(40) }])
    github.fault({ match: ({ path }) => path.endsWith('git-receive-pack'), times: 9, answer: { status, body: 'no' } })
    const { report, log } = await build('shop:1.2.0')
    expect(report.error).toBe(undefined)
    expect(report.groups).toMatchObject([{ outcome: 'opened' }])
    expect(log.join('\n')).toMatch(/could not be written/)
  })

  test('one that GitHub does not show is not written over by every run', async () => {
    const { github } = bench
    const { git } = github.repository(REPOSITORY)
    const before = git.ref(REF)
    github.settings.showsOtherRefs = false
    await github.commitTo(REPOSITORY, 'main', { 'README.md': 'more\n' })
    const { report, log, requests } = await build('shop:1.2.0')
    expect(report.groups).toMatchObject([{ outcome: 'opened' }])
    expect(log.join('\n')).toMatch(/not written: another one stands there by now, or one that GitHub does not show/)
    expect(git.ref(REF)).toBe(before)
    expect(requests.filter(({ path }) => path.endsWith('git-receive-pack'))).toEqual([])
  })
})

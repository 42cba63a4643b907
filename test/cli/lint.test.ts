import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommand } from '../support/runner/commands.ts'
import { filesIn, makeFolders, type Folders } from './folders.ts'
import { runCli } from './run-cli.ts'

const GOLDEN = fileURLToPath(new URL('../golden/lint', import.meta.url))
const CASES = readdirSync(GOLDEN)
const PLANTED = join(GOLDEN, 'planted', 'repo')

interface LintJson {
  readonly v: number
  readonly findings: readonly Record<string, string | number>[]
}

let folders: Folders
beforeAll(async () => {
  folders = await makeFolders()
})
afterAll(async () => await folders.remove())

const GOOD = {
  '.image-bump.yaml': `version: 1
policies: { 'prod:shop': { image: ghcr.io/acme/shop, policy: { semver: { range: 1.x } } } }
`,
  'app.yaml': 'image: ghcr.io/acme/shop:1.4.0 # {"$imagepolicy": "prod:shop"}\n',
}
const NOTED = { ...GOOD, 'old.yaml': '# image: ghcr.io/acme/shop:1.0.0 # {"$imagepolicy": "prod:shop"}\n' }
const WARNED = { ...GOOD, 'old.yaml': 'image: ghcr.io/acme/shop:1.3.0 # {"$imagepolicy": "prod:shop"}\n' }
const WRONG = { '.image-bump.yaml': 'version: 2\n' }

describe.each(CASES)('the repository %s', (name) => {
  const golden = join(GOLDEN, name)
  const told = (file: string): string => readFileSync(join(golden, file), 'utf8')

  test('is told as text, each mistake once', async () => {
    const { stdout } = await runCli(['lint'], { cwd: join(golden, 'repo') })
    expect(stdout).toBe(told('lint.txt'))
    const heads = stdout.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(heads.length).toBe(new Set(heads).size)
  })

  test('is told as JSON, from a worktree and from a commit alike', async () => {
    const gitDir = await folders.bare(await filesIn(join(golden, 'repo')))
    const at = await runCli(['lint', '--json', '--git-dir', gitDir, '--at', 'main'], { cwd: await folders.folder() })
    const here = await runCli(['lint', '--json', '--worktree', join(golden, 'repo')], { cwd: await folders.folder() })
    expect(JSON.parse(here.stdout)).toEqual(JSON.parse(told('lint.json')))
    expect(at).toEqual(here)
    expect(here.stderr).toBe('')
  })
})

test('every code that lint can tell is planted somewhere', () => {
  const texts = CASES.map((name) => readFileSync(join(GOLDEN, name, 'lint.txt'), 'utf8')).join('')
  const codes = new Set([...texts.matchAll(/^(?:\S+ )?([A-Z]+_[A-Z]+) /gm)].map(([, code]) => code))
  expect(codes).toEqual(
    new Set([
      'BAD_POLICY',
      'COMMENTED_MARKER',
      'DEAD_MARKER',
      'FILE_SKIPPED',
      'FILE_UNREADABLE',
      'FLUX_UNRESOLVED',
      'HOLD_ENDED',
      'NEAR_MARKER',
      'NO_DIGEST',
      'PART_MISMATCH',
      'POLICY_DISAGREES',
      'UNKNOWN_PART',
      'UNKNOWN_POLICY',
      'UNUSED_POLICY',
      'VALUE_REFUSED',
    ]),
  )
})

test.each([
  { files: GOOD, strict: 0, loose: 0, total: 'Nothing found in 2 files.', because: 'there is nothing' },
  { files: NOTED, strict: 0, loose: 0, total: '1 note.', because: 'a note asks nothing of anybody' },
  { files: WARNED, strict: 3, loose: 0, total: '1 warning.', because: 'strict makes findings count' },
  { files: WRONG, strict: 3, loose: 3, total: '1 error.', because: 'nothing works with a wrong policy file' },
  {
    files: {},
    strict: 0,
    loose: 0,
    total: 'Nothing to look at: no policy file, no marker and no Flux image policy.',
    because: 'an empty folder is no mistake',
  },
])('$total exits with $strict under --strict, else with $loose: $because', async ({ files, strict, loose, total }) => {
  const cwd = await folders.folder(files)
  const [lax, severe] = await Promise.all([runCli(['lint'], { cwd }), runCli(['lint', '--strict'], { cwd })])
  expect(lax).toMatchObject({ exitCode: loose, stderr: `${total}\n` })
  const fails = strict !== 0 ? 'FINDINGS: --strict makes errors and warnings fail.\n' : ''
  expect(severe).toEqual({ ...lax, exitCode: strict, stderr: `${total}\n${fails}` })
})

test('a finding has its keys in one order, and the place as far as it is known', async () => {
  const { stdout } = await runCli(['lint', '--json'], { cwd: PLANTED })
  const { v, findings, ...more } = JSON.parse(stdout) as LintJson
  expect({ v, more }).toEqual({ v: 1, more: {} })
  const shapes = new Set(findings.map((found) => Object.entries(found).map(([key, value]) => `${key}:${typeof value}`)))
  expect([...new Set([...shapes].map(String))].sort()).toEqual([
    'code:string,path:string,line:number,column:number,message:string',
    'code:string,path:string,message:string',
  ])
})

test('--paths narrows what is told', async () => {
  const { stdout } = await runCli(['lint', '--paths', 'apps/agree.yaml'], { cwd: PLANTED })
  expect(stdout).toMatch(/^apps\/agree\.yaml:1:8 POLICY_DISAGREES [^\n]*\n$/)
})

test.each([
  { argv: ['--sarif', '-'], says: '--sarif takes the name of a file' },
  { argv: ['--sarif', 'no/such/folder/x.sarif'], says: 'cannot be written' },
  { argv: ['apps'], says: 'lint takes no argument such as "apps"' },
  { argv: ['--strcit'], says: 'Did you mean --strict?' },
])('lint $argv is a wrong call: $says', async ({ argv, says }) => {
  const { exitCode, stdout, stderr } = await runCli(['lint', ...argv], { cwd: await folders.folder(GOOD) })
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(says)
})

describe('in a workflow', () => {
  const env = { GITHUB_ACTIONS: 'true' }

  test('stdout stays the result, and stderr annotates at most ten of a level', async () => {
    const { stdout, stderr } = await runCli(['lint'], { cwd: PLANTED, env })
    expect(stdout).toBe(readFileSync(join(GOLDEN, 'planted', 'lint.txt'), 'utf8'))
    const commands = stderr.split('\n').flatMap((line) => readCommand(line) ?? [])
    const levels = Map.groupBy(commands, ({ name }) => name)
    expect([...levels].map(([name, { length }]) => [name, length])).toEqual([
      ['error', 10],
      ['warning', 10],
      ['notice', 6],
    ])
    expect(levels.get('error')?.[0]).toEqual({
      name: 'error',
      properties: { file: 'apps/dead.yaml', line: '1', col: '1', title: 'DEAD_MARKER' },
      data: expect.stringMatching(/^The marker of "prod:shop" has no effect: it stands above a mapping entry\./),
      syntax: 'new',
    })
    expect(stderr).toMatch(/^\d+ more of level error\.$/m)
  })

  test.each([{ argv: ['lint'] }, { argv: ['lint', '--json'] }])(
    'nothing untrusted is a command: $argv',
    async ({ argv }) => {
      const files = {
        '::stop-commands::x/##[add-mask]y.yaml': 'a: 1 # {"$imagepolicy": "a:##[error]b%0A::warning::c"} ##[error]\n',
        '::error file=x,line=1::z.yaml':
          'a: 1 # {"$imagepolicy": "::set-output"}\nb: x # {"$imagepolicy": "a:b:##[error]"}\n',
      }
      const { stdout, stderr } = await runCli(argv, { cwd: await folders.folder(files), env })
      const lines = `${stdout}${stderr}`.split('\n')
      const commands = lines.flatMap((line) => readCommand(line) ?? [])
      expect(commands.map(({ name, syntax }) => `${name} ${syntax}`)).toEqual(['error new', 'error new', 'error new'])
      expect(commands.every(({ data, properties }) => !/[\r\n]/.test(data + JSON.stringify(properties)))).toBe(true)
    },
  )
})

describe('SARIF', () => {
  test('it holds every finding with its place, its level and its rule', async () => {
    const file = join(await folders.folder(), 'out.sarif')
    const { stdout } = await runCli(['lint', '--json', '--sarif', file], { cwd: PLANTED })
    const { findings } = JSON.parse(stdout) as LintJson
    const { run, results } = await readSarif(file)
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', tool: { driver: { name: 'image-bump' } } })
    expect(run.tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/)
    expect(
      results.map(({ ruleId, message, locations: [{ physicalLocation: at }] }) => ({
        code: ruleId,
        path: decodeURIComponent(at.artifactLocation.uri),
        ...(at.region === undefined ? {} : { line: at.region.startLine, column: at.region.startColumn }),
        message: message.text,
      })),
    ).toEqual(findings)
    for (const { ruleId, ruleIndex } of results) expect(run.tool.driver.rules[ruleIndex]).toMatchObject({ id: ruleId })
    const levels = Map.groupBy(results, ({ level }) => level)
    expect([...levels.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['error', 'note', 'warning'])
  })

  test('a fingerprint stays when lines shift, and no two are alike', async () => {
    const prints = async (above: string): Promise<readonly string[]> => {
      const app = 'a: x # {"$imagepolicy": "prod:nope"}\nb: y # {"$imagepolicy": "prod:nope"}\n'
      const cwd = await folders.folder({ ...GOOD, 'app.yaml': above + app })
      await runCli(['lint', '--sarif', 'out.sarif'], { cwd })
      const { results } = await readSarif(join(cwd, 'out.sarif'))
      return results.map(({ partialFingerprints }) => partialFingerprints['imageBump/v1'] ?? '')
    }
    const before = await prints('')
    expect(before.length).toBe(new Set(before).size)
    expect(await prints('first: 1\n\nsecond: 2\n')).toEqual(before)
  })
})

interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string }
        readonly region?: { readonly startLine: number; readonly startColumn: number }
      }
    },
  ]
  readonly partialFingerprints: Readonly<Record<string, string>>
}

interface SarifRun {
  readonly columnKind: string
  readonly tool: { readonly driver: { readonly semanticVersion: string; readonly rules: readonly object[] } }
  readonly results: readonly SarifResult[]
}

async function readSarif(file: string): Promise<{ readonly run: SarifRun; readonly results: readonly SarifResult[] }> {
  const { runs } = JSON.parse(await readFile(file, 'utf8')) as { readonly runs: readonly [SarifRun] }
  return { run: runs[0], results: runs[0].results }
}

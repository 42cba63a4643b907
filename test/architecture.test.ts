import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../src/core/errors.ts'

const ROOT = join(import.meta.dirname, '..')

/** Folders of core in the order data flows: each may import only itself and those before it. */
const CORE_ORDER = [
  '',
  'yaml',
  'image',
  'git',
  'policy',
  'marker',
  'plan',
  'mark',
  'pull-request',
  'settings',
  'report',
]
const CORE_PACKAGES = new Set(['yaml', 'semver', 'minimatch', 're2js'])

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const sources = files('src').filter((path) => path.endsWith('.ts'))
const imports = sources.flatMap(importsOf)
const local = imports.filter(({ to }) => to.startsWith('src/'))
const packages = imports.filter(({ to }) => !to.startsWith('src/'))

test('the test runs on the Node that the action runs on', () => {
  expect(process.version).toMatch(/^v24\./)
})

describe('who may import whom', () => {
  test('every folder of core has its place in the order', () => {
    expect(sources.filter((path) => isCore(path) && coreRank(path) === -1)).toEqual([])
  })

  test('core imports core folders above it, and four packages', () => {
    expect(local.filter(({ from, to }) => isCore(from) && (!isCore(to) || coreRank(to) > coreRank(from)))).toEqual([])
    expect(packages.filter(({ from, to }) => isCore(from) && !CORE_PACKAGES.has(to))).toEqual([])
  })

  test('core is pure: no clock, chance, environment, output, network or waiting', () => {
    const impure =
      /\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\bfetch\(|\basync\b|\bawait\b|\bsetTimeout\b/
    const found = sources.filter(isCore).filter((path) => impure.test(withoutComments(read(path))))
    expect(found).toEqual([])
  })

  test('ports import types of core alone', () => {
    const fromPorts = imports.filter(({ from }) => from.startsWith('src/ports/'))
    expect(fromPorts.filter(({ to, typeOnly }) => !typeOnly || !(isCore(to) || to.startsWith('src/ports/')))).toEqual(
      [],
    )
  })

  test('an adapter imports core, ports and its own folder', () => {
    const bad = local.filter(
      ({ from, to }) =>
        from.startsWith('src/adapters/') &&
        !(isCore(to) || to.startsWith('src/ports/') || adapterOf(to) === adapterOf(from)),
    )
    expect(bad).toEqual([])
  })

  test('the story imports core and ports', () => {
    const story = (path: string): boolean => path === 'src/run.ts' || path.startsWith('src/run/')
    expect(
      local.filter(({ from, to }) => story(from) && !(isCore(to) || to.startsWith('src/ports/') || story(to))),
    ).toEqual([])
    expect(packages.filter(({ from }) => story(from))).toEqual([])
  })

  test('only the wiring imports adapters, besides the entries their own log', () => {
    const allowed = (from: string, to: string): boolean =>
      from.startsWith('src/adapters/') ||
      from === 'src/wire.ts' ||
      from === 'src/local.ts' ||
      (/^src\/action(?:-report)?\.ts$/.test(from) && to === 'src/adapters/action-log.ts')
    expect(local.filter(({ from, to }) => to.startsWith('src/adapters/') && !allowed(from, to))).toEqual([])
  })

  test('@actions/core is used by the action and its log alone', () => {
    const users = packages.filter(({ to }) => to === '@actions/core').map(({ from }) => from)
    expect(users.filter((from) => !/^src\/(?:action|action-report|adapters\/action-log)\.ts$/.test(from))).toEqual([])
  })

  test('there are no cycles', () => {
    expect(cycle()).toBeUndefined()
  })

  test('there are no barrels and no default exports', () => {
    expect(sources.filter((path) => /^export \* from|^export default/m.test(read(path)))).toEqual([])
    expect(sources.filter((path) => path.endsWith('/index.ts'))).toEqual([])
  })
})

describe('test/ mirrors src/', () => {
  test('every test of a source file stands where the source file stands', () => {
    const mirrored = files('test').filter((path) => /^test\/(core|adapters|ports|run|cli)\/.*\.test\.ts$/.test(path))
    const folders = new Set(sources.map((path) => dirname(path)))
    const stray = mirrored.filter((path) => !folders.has(dirname(path).replace(/^test/, 'src')))
    expect(stray).toEqual([])
  })
})

describe('codes are known to people', () => {
  const readme = read('README.md')
  const tests = files('test')
    .filter((path) => path.endsWith('.ts') && path !== 'test/architecture.test.ts')
    .map(read)
    .join('\n')
  const findings = [...read('src/core/finding.ts').matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, code]) => code ?? '')

  test('there are findings', () => {
    expect(findings.length).toBeGreaterThan(10)
  })

  test.each([...Object.keys(ERROR_CODES), ...findings])('%s stands in the README and in a test', (code) => {
    expect(readme.includes(`\`${code}\``), `${code} is missing in README.md`).toBe(true)
    expect(new RegExp(`\\b${code}\\b`).test(tests), `no test names ${code}`).toBe(true)
  })
})

function files(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function importsOf(from: string): readonly Import[] {
  const statements = read(from).matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gms,
  )
  return [...statements].map(([, type, named, bare, lazy]) => {
    const to = named ?? bare ?? lazy ?? ''
    const resolved = to.startsWith('.') ? normalize(join(dirname(from), to)) : to
    return { from, to: resolved, typeOnly: type !== undefined }
  })
}

function isCore(path: string): boolean {
  return path.startsWith('src/core/')
}

function coreRank(path: string): number {
  const [, , folder = '', file] = path.split('/')
  return CORE_ORDER.indexOf(file === undefined ? '' : folder)
}

/** Of `src/adapters/git/x.ts` its folder; a file directly in adapters is a folder of its own. */
function adapterOf(path: string): string | undefined {
  return /^src\/adapters\/([^/]+)/.exec(path)?.[1]
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}

function cycle(): readonly string[] | undefined {
  const edges = Map.groupBy(local, ({ from }) => from)
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail, path]
    if (done.has(path)) return undefined
    for (const { to } of edges.get(path) ?? []) {
      const found = visit(to, [...trail, path])
      if (found !== undefined) return found
    }
    done.add(path)
    return undefined
  }
  for (const path of sources) {
    const found = visit(path, [])
    if (found !== undefined) return found
  }
  return undefined
}

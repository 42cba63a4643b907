import { fileURLToPath } from 'node:url'
import { defineConfig, type ChunkingContext, type OutputOptions, type RolldownOptions } from 'rolldown'
import { usedEndpoints } from './scripts/bundle/used-endpoints.ts'
import { withoutPrinting } from './scripts/bundle/without-printing.ts'

// Not minified: what runs in a workflow can be read and audited.
const OUTPUT: OutputOptions = {
  dir: 'dist',
  minify: false,
  sourcemap: false,
  comments: { legal: true, jsdoc: false, annotation: false },
}

/**
 * The action and the command line, of one set of files. An entry loads what it takes to answer a wrong call; the rest is
 * imported where it is needed. What several need: `start` is what the action needs before its inputs are parsed,
 * `wire-shared` what the adapters of a run need, `run-shared` what the story and its report need beside, `cli-shared` the rest.
 */
const entries: RolldownOptions = {
  input: { index: 'src/action.ts', cli: 'src/cli.ts' },
  platform: 'node',
  preserveEntrySignatures: 'allow-extension',
  plugins: [usedEndpoints(at('src/adapters/github')), withoutPrinting()],
  // @actions/core says nothing of side effects, and would bring along what runs programs.
  treeshake: { moduleSideEffects: [{ test: /node_modules/, sideEffects: false }] },
  resolve: {
    alias: {
      '@actions/http-client/lib/auth': at('scripts/bundle/http-client-stub.ts'),
      '@actions/http-client': at('scripts/bundle/http-client-stub.ts'),
      '@octokit/graphql': at('scripts/bundle/octokit-stub.ts'),
      '@octokit/plugin-paginate-rest': at('scripts/bundle/octokit-stub.ts'),
      '@octokit/plugin-request-log': at('scripts/bundle/octokit-stub.ts'),
      crypto: at('scripts/bundle/builtin-crypto.ts'),
      'node:crypto': at('scripts/bundle/builtin-crypto.ts'),
      fs: at('scripts/bundle/builtin-fs.ts'),
      'node:fs': at('scripts/bundle/builtin-fs.ts'),
      'node:util': at('scripts/bundle/builtin-util.ts'),
      re2js: at('scripts/bundle/re2js-on-demand.ts'),
      minimatch: at('scripts/bundle/minimatch-on-demand.ts'),
      semver: at('scripts/bundle/semver.ts'),
      'json-with-bigint': at('scripts/bundle/json-with-bigint.ts'),
      // The same code as modules, so that what nobody calls is left out.
      yaml: at('node_modules/yaml/browser/dist/index.js'),
    },
  },
  output: {
    ...OUTPUT,
    cleanDir: true,
    format: 'esm',
    chunkFileNames: ({ facadeModuleId }) =>
      facadeModuleId?.includes('/src/cli/') === true ? 'cli-[name].js' : '[name].js',
    codeSplitting: { groups: [{ name: chunkOf, debugName: 'shared' }], includeDependenciesRecursively: false },
    banner: ({ name }) => (name === 'cli' ? '#!/usr/bin/env node' : ''),
  },
}

/** Loaded at once by whoever first needs it, so it is no module (see re2js-on-demand.ts). */
function onDemand(name: string): RolldownOptions {
  return {
    input: { [name]: at(`scripts/bundle/${name}.ts`) },
    platform: 'node',
    output: { ...OUTPUT, format: 'cjs', entryFileNames: '[name].cjs' },
  }
}

/** The file of what is loaded in several cases; null: in the file of whoever alone needs it. */
function chunkOf(id: string, modules: ChunkingContext): string | null {
  const cases = casesOf(modules)
  const needing = [...cases].filter(([, needed]) => needed.has(id)).map(([name]) => name)
  if (cases.has(id)) return null
  if (needing.includes(at('src/action.ts'))) return 'start'
  if (needing.length < 2) return null
  // The adapters without the story: git is at work while the story is loaded.
  if (needing.includes(at('src/wire.ts'))) return 'wire-shared'
  const ofRun = ['src/run.ts', 'src/action-report.ts'].map(at)
  return needing.some((name) => ofRun.includes(name)) ? 'run-shared' : 'cli-shared'
}

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Every module that is an entry or imported later, and what has to be loaded with it. */
function casesOf(modules: ChunkingContext): ReadonlyMap<string, ReadonlySet<string>> {
  if (known !== undefined) return known
  const cases = new Map<string, ReadonlySet<string>>()
  const waiting = ['src/action.ts', 'src/cli.ts'].map(at)
  for (const entry of waiting) {
    const needed = new Set([entry])
    for (const id of needed) {
      const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(id) ?? {}
      for (const next of importedIds) needed.add(next)
      waiting.push(...dynamicallyImportedIds.filter((later) => !waiting.includes(later)))
    }
    cases.set(entry, needed)
  }
  known = cases
  return cases
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

// oxlint-disable-next-line no-default-export -- rolldown reads the default export of its configuration file
export default defineConfig([entries, onDemand('re2js'), onDemand('minimatch')])

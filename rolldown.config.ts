import { fileURLToPath } from 'node:url'
import { defineConfig, type ChunkingContext, type RolldownOptions } from 'rolldown'
import { emitPackage } from './scripts/bundle/emit-package.ts'
import { usedEndpoints } from './scripts/bundle/used-endpoints.ts'
import { withoutPrinting } from './scripts/bundle/without-printing.ts'

/**
 * Not minified: what runs in a workflow can be read and audited. An entry is one file; where its source imports something
 * later, that is a file too, what has to be there before is `start`, and what two later ones share is `both`.
 * `re2js.cjs` is the package as published, for all of them.
 */
function bundle(name: 'index' | 'cli', input: string, { loadedLater = false, banner = '' }): RolldownOptions {
  return {
    input: { [name]: input },
    platform: 'node',
    plugins: [
      usedEndpoints(at('src/adapters/github')),
      withoutPrinting(),
      emitPackage(at('node_modules/re2js/build/index.cjs'), 're2js.cjs'),
    ],
    // @actions/core says nothing of side effects, and would bring along what runs programs.
    treeshake: { moduleSideEffects: [{ test: /node_modules/, sideEffects: false }] },
    resolve: {
      alias: {
        '@actions/http-client/lib/auth': at('scripts/bundle/http-client-stub.ts'),
        '@actions/http-client': at('scripts/bundle/http-client-stub.ts'),
        crypto: at('scripts/bundle/builtin-crypto.ts'),
        'node:crypto': at('scripts/bundle/builtin-crypto.ts'),
        fs: at('scripts/bundle/builtin-fs.ts'),
        'node:fs': at('scripts/bundle/builtin-fs.ts'),
        re2js: at('scripts/bundle/re2js-on-demand.ts'),
        semver: at('scripts/bundle/semver.ts'),
        'json-with-bigint': at('scripts/bundle/json-with-bigint.ts'),
        // The same code as modules, so that what nobody calls is left out.
        yaml: at('node_modules/yaml/browser/dist/index.js'),
      },
    },
    output: {
      dir: 'dist',
      chunkFileNames: `${name}-[name].js`,
      codeSplitting: loadedLater && {
        groups: [
          {
            debugName: 'start',
            name: (id, modules) => (isNeededBy(at(input), id, modules) ? 'start' : null),
            priority: 1,
          },
          { name: 'both', minShareCount: 2 },
        ],
      },
      format: 'esm',
      minify: false,
      sourcemap: false,
      banner: (chunk) => (chunk.isEntry ? banner : ''),
      comments: { legal: true, jsdoc: false, annotation: false },
    },
  }
}

/** Whether `id` is loaded with `entry`, and not later. */
function isNeededBy(entry: string, id: string, modules: ChunkingContext): boolean {
  const needed = new Set([entry])
  for (const one of needed) for (const next of modules.getModuleInfo(one)?.importedIds ?? []) needed.add(next)
  return id !== entry && needed.has(id)
}

function at(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

// oxlint-disable-next-line no-default-export -- rolldown reads the default export of its configuration file
export default defineConfig([
  bundle('index', 'src/action.ts', { loadedLater: true }),
  bundle('cli', 'src/cli.ts', { banner: '#!/usr/bin/env node' }),
])

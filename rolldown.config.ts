import { fileURLToPath } from 'node:url'
import { defineConfig, type RolldownOptions } from 'rolldown'

const stub = fileURLToPath(new URL('scripts/bundle/http-client-stub.ts', import.meta.url))

/** One file per entry, not minified: what runs in a workflow can be read and audited. */
function bundle(input: string, file: string, banner = ''): RolldownOptions {
  return {
    input,
    platform: 'node',
    resolve: { alias: { '@actions/http-client/lib/auth': stub, '@actions/http-client': stub } },
    output: {
      file,
      format: 'esm',
      codeSplitting: false,
      minify: false,
      sourcemap: false,
      banner,
      comments: { legal: true },
    },
  }
}

// oxlint-disable-next-line no-default-export -- rolldown reads the default export of its configuration file
export default defineConfig([
  bundle('src/action.ts', 'dist/index.js'),
  bundle('src/cli.ts', 'dist/cli.js', '#!/usr/bin/env node'),
])

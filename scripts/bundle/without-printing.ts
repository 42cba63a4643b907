import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'

/** Leaves out what yaml needs to print documents (30 KB): we splice texts and never print one (src/decisions.md, 1). */
export function withoutPrinting(): Plugin {
  return {
    name: 'without-printing',
    resolveId: {
      filter: { id: /\/stringify\/\w+\.js$/ },
      handler: (_, importer) => (importer?.includes('/yaml/') === true ? STUB : undefined),
    },
  }
}

const STUB = fileURLToPath(new URL('yaml-printing-stub.ts', import.meta.url))

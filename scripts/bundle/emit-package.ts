import { readFileSync } from 'node:fs'
import type { Plugin } from 'rolldown'

/** Lays a file of a package beside the bundle, as it was published. */
export function emitPackage(source: string, fileName: string): Plugin {
  return {
    name: 'emit-package',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(source) })
    },
  }
}

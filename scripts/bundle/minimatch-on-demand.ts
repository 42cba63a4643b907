import { createRequire } from 'node:module'
import type * as minimatchPackage from 'minimatch'

export { escape } from '../../node_modules/minimatch/dist/esm/escape.js'

/**
 * Stands in for minimatch in the bundle: policies whose paths are folders, or `folder/**`, never load its 67 KB. It lies beside as
 * `minimatch.cjs`, because a path is matched at once, and Node 20 can load no module at once.
 */
export class Minimatch {
  readonly match: (path: string) => boolean

  constructor(...args: ConstructorParameters<Package['Minimatch']>) {
    const { Minimatch: Whole } = createRequire(import.meta.url)('./minimatch.cjs') as Package
    const whole = new Whole(...args)
    this.match = (path) => whole.match(path)
  }
}

type Package = typeof minimatchPackage

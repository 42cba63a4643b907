import { createRequire } from 'node:module'
import type * as re2jsPackage from 're2js'

/**
 * Stands in for re2js in the bundle: a policy without a filter never loads it. It lies beside as `re2js.cjs`: a filter
 * is read at once, and Node 20 can load no module at once.
 */
export const RE2JS = {
  compile: (...args: Parameters<Package['RE2JS']['compile']>) => re2js().RE2JS.compile(...args),
}

export const RE2JSException = {
  [Symbol.hasInstance]: (error: unknown): boolean => loaded !== undefined && error instanceof loaded.RE2JSException,
}

type Package = typeof re2jsPackage

let loaded: Package | undefined

function re2js(): Package {
  loaded ??= createRequire(import.meta.url)('./re2js.cjs') as Package
  return loaded
}

import type * as crypto from 'node:crypto'

/**
 * Stands in for node:crypto in the bundle: imported as a module, it loads Web Crypto with all its algorithms (8 ms) before the
 * first line runs. A name that is missing here fails the build.
 */
export const createHash: typeof crypto.createHash = (...args) => builtin().createHash(...args)
export const randomUUID: typeof crypto.randomUUID = (...args) => builtin().randomUUID(...args)
export const randomBytes = (size: number): Buffer => builtin().randomBytes(size)

function builtin(): typeof crypto {
  return process.getBuiltinModule('node:crypto')
}

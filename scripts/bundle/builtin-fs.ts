/**
 * Stands in for node:fs in the bundle: imported as a module, it loads file streams (4 ms) that nobody here uses. A name that
 * is missing here fails the build.
 */
export const { appendFileSync, constants, existsSync, promises } = process.getBuiltinModule('node:fs')

import type * as util from 'node:util'

/**
 * Stands in for node:util in the bundle: imported as a module, it loads all that it exports (4 ms). A name that is missing
 * here fails the build.
 */
export const parseArgs: typeof util.parseArgs = (config) => process.getBuiltinModule('node:util').parseArgs(config)

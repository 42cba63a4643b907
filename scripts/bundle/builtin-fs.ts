import type { promises as fsPromises } from 'node:fs'

/**
 * Stands in for node:fs in the bundle: imported as a module, it loads file streams (4 ms) that nobody here uses. What gives
 * promises loads line editing (2 ms) and waits for the first call. A name that is missing here fails the build.
 */
export const { appendFileSync, closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readFileSync } =
  process.getBuiltinModule('node:fs')

type Promises = typeof fsPromises

export const promises: Pick<Promises, 'access' | 'appendFile' | 'writeFile'> = {
  access: (...args) => builtin().access(...args),
  appendFile: (...args) => builtin().appendFile(...args),
  writeFile: (...args) => builtin().writeFile(...args),
}

function builtin(): Promises {
  return process.getBuiltinModule('node:fs').promises
}

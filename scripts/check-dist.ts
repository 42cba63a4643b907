/** Fails when dist/ is not what the sources build to: builds into a temporary folder and compares names and bytes. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown, type OutputOptions } from 'rolldown'
import configs from '../rolldown.config.ts'

const DIST = 'dist'
const folder = await mkdtemp(join(tmpdir(), 'image-bump-dist-'))
const stale: string[] = []
try {
  for (const config of configs) {
    const build = await rolldown(config)
    await build.write({ ...(config.output as OutputOptions), dir: folder })
    await build.close()
  }
  const names = new Set([...(await readdir(folder)), ...(await readdir(DIST).catch(() => []))])
  for (const name of [...names].sort()) {
    const [fresh, committed] = await Promise.all([bytesOf(join(folder, name)), bytesOf(join(DIST, name))])
    if (fresh === undefined || committed?.equals(fresh) !== true) stale.push(join(DIST, name))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (stale.length > 0) {
  process.stderr.write(`stale: ${stale.join(', ')}. Run "npm run build" and commit the result.\n`)
  process.exitCode = 1
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  return await readFile(path).catch(() => undefined)
}

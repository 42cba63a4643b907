/** Fails when dist/ is not what the sources build to: builds into a temporary folder and compares bytes. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { rolldown, type OutputOptions } from 'rolldown'
import configs from '../rolldown.config.ts'

const folder = await mkdtemp(join(tmpdir(), 'image-bump-dist-'))
const stale: string[] = []
try {
  for (const config of configs) {
    const output = config.output as OutputOptions & { file: string }
    const fresh = join(folder, basename(output.file))
    const build = await rolldown(config)
    await build.write({ ...output, file: fresh })
    await build.close()
    const committed = await readFile(output.file).catch(() => Buffer.alloc(0))
    if (!committed.equals(await readFile(fresh))) stale.push(output.file)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
if (stale.length > 0) {
  process.stderr.write(`stale: ${stale.join(', ')}. Run "npm run build" and commit the result.\n`)
  process.exitCode = 1
}

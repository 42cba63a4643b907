import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, loadedBy, OF_A_RUN } from '../support/loaded.ts'
import { manifest, policyFile } from '../support/e2e/bench.ts'
import { image, scene } from './scene.ts'

describe('what is loaded', () => {
  const stage = scene({
    '.image-bump.yaml': policyFile(['shop']),
    'shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  })
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'image-bump-loaded-'))
    const tell = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'list'))}, process.moduleLoadList.join('\\n'))`
    await writeFile(join(folder, 'tell.cjs'), `process.on('exit', () => { ${tell} })`)
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Modules of Node that a run of the action loads. */
  async function loaded(images: string): Promise<readonly string[]> {
    await stage.bench.build(images, { env: { NODE_OPTIONS: `--require=${join(folder, 'tell.cjs')}` } })
    return (await readFile(join(folder, 'list'), 'utf8')).split('\n')
  }

  test('a whole run does without fetch and Web Crypto, which cost more than all of us', async () => {
    const modules = await loaded(image('shop', '1.1.0'))
    expect(modules).toContain('NativeModule _http_client')
    expect(modules.filter((name) => /undici|webcrypto|webstreams|http2/.test(name))).toEqual([])
  })

  test('inputs that are wrong are told before anything of network and processes is there', async () => {
    const modules = await loaded('')
    expect(modules).toContain('NativeModule fs')
    expect(modules.filter((name) => /_http_|child_process|tls|fs\/promises/.test(name))).toEqual([])
  })

  test('a run loads less than 700 KB, which can be read, and wrong inputs a tenth of it', () => {
    expect(bytesOf(loadedBy(OF_A_RUN))).toBeLessThan(700_000)
    expect(bytesOf(loadedBy(['index.js']))).toBeLessThan(70_000)
    expect(loadedBy(['cli.js'])).toEqual(['cli.js'])
  })
})

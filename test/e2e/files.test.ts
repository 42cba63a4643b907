import { describe, expect, test } from 'vitest'
import { policyFile, REPOSITORY } from '../support/e2e/bench.ts'
import { image, scene } from './scene.ts'

const HEAD = 'image-bump/main/prod'
const ENV = 'SHOP=1.0.0 # {"$imagepolicy": "prod:shop:tag"}\r\n'
const DOCKERFILE = '# {"$imagepolicy": "prod:shop"}\nFROM ghcr.io/acme/shop:1.0.0 AS base\n'
const FILES = {
  '.image-bump.yaml': policyFile(['shop'], "files: ['**/*.env', '**/Dockerfile']\n"),
  'prod/.env': ENV,
  'images/Dockerfile': DOCKERFILE,
  'other.toml': 'shop = "1.0.0" # {"$imagepolicy": "prod:shop:tag"}\n',
}

describe.each(['api', 'git'])('files beside YAML, written by %s', (writer) => {
  const stage = scene(FILES)
  const { build, pulls, read } = stage
  const shop = async (version: string) => await build(image('shop', version), { inputs: { writer } })

  test('a build moves the markers in those that the policy file names', async () => {
    expect((await shop('1.1.0')).outputs).toMatchObject({ outcome: 'opened' })
    expect(await read(HEAD, 'prod/.env')).toBe(ENV.replace('1.0.0', '1.1.0'))
    expect(await read(HEAD, 'images/Dockerfile')).toBe(DOCKERFILE.replace('1.0.0', '1.1.0'))
    expect(await read(HEAD, 'other.toml')).toBe(FILES['other.toml'])
  })

  test('a second build finds what the first one left there', async () => {
    expect((await shop('1.1.0')).outputs).toMatchObject({ outcome: 'unchanged' })
  })

  test('a value that a person set in one of them is theirs', async () => {
    await stage.github.commitTo(REPOSITORY, HEAD, { 'prod/.env': ENV.replace('1.0.0', '1.0.5') })
    await shop('1.2.0')
    expect(await read(HEAD, 'prod/.env')).toBe(ENV.replace('1.0.0', '1.0.5'))
    expect(pulls()).toHaveLength(1)
  })
})

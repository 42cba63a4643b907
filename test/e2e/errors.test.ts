import { describe, expect, test } from 'vitest'
import { manifest, policyFile, REPOSITORY } from '../support/e2e/bench.ts'
import { image, messages, policy, scene } from './scene.ts'

const HEAD = 'image-bump/main/prod'
const FILES = {
  '.image-bump.yaml': policyFile(['shop'], 'pullRequests: { labels: [image-bump] }\n'),
  'shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
}

describe('calls that are wrong are refused before anything is read', () => {
  const stage = scene(FILES)

  test.each([
    { images: '', says: 'The images input is empty', because: 'an image that was not built is no green run' },
    { images: '   \n# none\n', says: 'names no image', because: 'a comment names none' },
    { images: 'ghcr.io/acme/shop:', says: 'the tag is empty', because: 'an expression came out empty' },
    { images: 'ghcr.io/acme/shop', says: 'has neither tag nor digest', because: 'there is nothing to deploy' },
    { images: 'ghcr.io/acme/Shop:1', says: 'upper-case', because: 'no registry takes it' },
    { images: '{"tags": [', says: 'it starts like JSON and is not', because: 'a build step printed half of it' },
  ])('images $images: $because', async ({ images, says }) => {
    const before = stage.github.requests.length
    const result = await stage.build(images)
    expect(result).toMatchObject({ exitCode: 2, outputs: { outcome: 'failed' } })
    expect(messages(result, 'error').join('\n')).toContain(says)
    expect(stage.github.requests.length).toBe(before)
  })

  test('every problem is told in one go, an annotation each', async () => {
    const inputs = { repository: 'gitops', base: 'a..b', 'dry-run': 'maybe', writer: 'svn', revision: 'main' }
    const result = await stage.build('ghcr.io/acme/shop:', { inputs })
    expect(result.exitCode).toBe(2)
    expect(messages(result, 'error')).toHaveLength(6)
    for (const name of ['images', 'repository', 'base', 'dry-run', 'writer', 'revision'])
      expect(messages(result, 'error').join('\n')).toContain(`Input ${name}`)
  })
})

describe.each(['api', 'git'])('what the remote refuses, with writer: %s', (writer) => {
  const stage = scene(FILES)
  const build = (inputs: Record<string, string> = {}) =>
    stage.build(image('shop', '1.1.0'), { inputs: { writer, ...inputs } })
  const token = (permissions: Record<string, 'read' | 'write'>) =>
    stage.github.addToken({ login: 'image-bump', permissions: { metadata: 'read', ...permissions } })

  test('a bad token', async () => {
    const result = await build({ token: 'ghs_expired' })
    expect(result).toMatchObject({ exitCode: 2, outputs: { outcome: 'failed' } })
    expect(messages(result, 'error').join()).toMatch(/^BAD_TOKEN: /)
  })

  test('a repository that is not there, or that the token may not see', async () => {
    const result = await build({ repository: 'acme/gitopps' })
    expect(result.exitCode).toBe(4)
    expect(messages(result, 'error').join()).toMatch(/^REPOSITORY_NOT_FOUND: .*acme\/gitopps.*contents: /)
  })

  test('a base branch that is not there', async () => {
    const result = await build({ base: 'release/1' })
    expect(result.exitCode).toBe(4)
    expect(messages(result, 'error').join()).toMatch(/^BASE_NOT_FOUND: .*release\/1/)
  })

  test('no permission to write contents: named, and nothing is written', async () => {
    const result = await build({ token: token({ contents: 'read', pull_requests: 'write' }) })
    expect(result.exitCode).toBe(4)
    expect(messages(result, 'error').join()).toMatch(/^PERMISSION_MISSING: .*contents: ?write/)
    expect(stage.github.tip(REPOSITORY, HEAD)).toBeUndefined()
  })

  test('no permission to write pull requests: named, and the next run with it finishes the job', async () => {
    const result = await build({ token: token({ contents: 'write', pull_requests: 'read' }) })
    expect(result.exitCode).toBe(4)
    expect(messages(result, 'error').join()).toMatch(/^PERMISSION_MISSING: .*pull-requests: ?write/)
    expect(stage.pulls()).toEqual([])
    const next = await build()
    expect(next.outputs).toMatchObject({ outcome: 'opened', 'pull-request-number': '1' })
    expect(stage.pull(1).headOid).toBe(stage.github.tip(REPOSITORY, HEAD))
  })

  test('a label that may not be created is a warning that names the permission', async () => {
    await stage.github.deleteBranch(REPOSITORY, HEAD)
    stage.github.repository(REPOSITORY).labels.clear()
    const limited = token({ contents: 'write', pull_requests: 'write' })
    const result = await stage.build(image('shop', '1.2.0'), { inputs: { writer, token: limited } })
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'opened' } })
    expect(messages(result, 'warning').join()).toMatch(/label image-bump.*issues: write/)
  })

  test('GitHub Actions may not open pull requests: the setting is named', async () => {
    await stage.github.deleteBranch(REPOSITORY, HEAD)
    stage.github.settings.workflowsMayOpenPullRequests = false
    const workflow = stage.github.addToken({ kind: 'workflow' })
    const result = await stage.build(image('shop', '1.3.0'), { inputs: { writer, token: workflow } })
    expect(result.exitCode).toBe(4)
    expect(messages(result, 'error').join()).toMatch(/Allow GitHub Actions to create and approve pull requests/)
  })
})

describe('a GitOps repository that cannot be used', () => {
  const broken = `version: 1\npolicies:\n  prod:shop:\n    imagee: ghcr.io/acme/shop\n    policy: { semver: { range: '>1 <' } }\n`
  const stage = scene({ '.image-bump.yaml': broken, 'shop.yaml': manifest('shop', '1.0.0', 'prod:shop') })

  test('every problem of the policy file is an annotation at its place, and the summary lists them', async () => {
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result).toMatchObject({ exitCode: 3, outputs: { outcome: 'failed' } })
    const errors = result.annotations.filter(({ level }) => level === 'error')
    expect(errors.length).toBeGreaterThan(1)
    expect(errors.map(({ properties }) => [properties['file'], properties['line']])).toContainEqual([
      '.image-bump.yaml',
      '4',
    ])
    expect(errors.map(({ message }) => message).join('\n')).toMatch(/\.image-bump\.yaml:4:5: BAD_POLICY: .*image/)
    expect(result.summary).toContain('.image-bump.yaml:4:5')
  })

  test('no policy anywhere: unmatched, and what to write', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', { '.image-bump.yaml': null })
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result).toMatchObject({ exitCode: 3, outputs: { outcome: 'unmatched' } })
    expect(messages(result, 'error').join()).toContain('UNMATCHED')
  })

  test('a file that cannot be edited safely stays whole, and is told', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', {
      '.image-bump.yaml': `version: 1\npolicies:\n${policy('prod:shop')}`,
      'bad.yaml': 'a: [1\nimage: ghcr.io/acme/shop:1.0.0 # {"$imagepolicy": "prod:shop"}\n',
    })
    const result = await stage.build(image('shop', '1.1.0'))
    expect(messages(result, 'warning').join('\n')).toContain('bad.yaml')
    expect(await stage.read('main', 'bad.yaml')).toContain('1.0.0')
  })
})

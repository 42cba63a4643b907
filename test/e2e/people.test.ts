import { describe, expect, test } from 'vitest'
import { manifest, policyFile, REPOSITORY } from '../support/e2e/bench.ts'
import { image, messages, policy, scene, type Scene } from './scene.ts'

const HEAD = 'image-bump/main/prod'
const FILES = {
  '.image-bump.yaml': policyFile(['shop', 'cart']),
  'apps/cart.yaml': manifest('cart', '2.0.0', 'prod:cart'),
  'apps/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
}
const now = (stage: Scene, service: string) => stage.read(HEAD, `apps/${service}.yaml`)
const outcome = async (stage: Scene, service: string, tag: string, inputs: Record<string, string> = {}) =>
  (await stage.build(image(service, tag), { inputs })).outputs['outcome']

describe.each(['api', 'git'])("a person's commits on our branch, ours written by %s", (writer) => {
  const stage = scene(FILES)
  const bump = (service: string, tag: string) => outcome(stage, service, tag, { writer })

  test('a commit of a person is kept, and ours is appended to it', async () => {
    await bump('shop', '1.1.0')
    const theirs = await stage.github.commitTo(REPOSITORY, HEAD, { 'notes.md': 'why' })
    expect(await bump('cart', '2.1.0')).toBe('updated')
    expect((await stage.github.commit(REPOSITORY, HEAD))?.parents).toEqual([theirs])
    expect(await stage.read(HEAD, 'notes.md')).toBe('why')
    expect(await now(stage, 'shop')).toContain('shop:1.1.0')
    expect(await now(stage, 'cart')).toContain('cart:2.1.0')
  })

  test('a marked value that a person set there is theirs: held, said so, and still there', async () => {
    await stage.github.commitTo(REPOSITORY, HEAD, { 'apps/shop.yaml': manifest('shop', '1.0.7', 'prod:shop') })
    const result = await stage.build(image('shop', '1.2.0'), { inputs: { writer } })
    expect(result.outputs['outcome']).not.toBe('closed')
    expect(result.log).toContain(
      'a person set ghcr.io/acme/shop:1.0.7 on the branch of the pull request, and merging brings that',
    )
    expect(await now(stage, 'shop')).toContain('shop:1.0.7')
    expect(await now(stage, 'cart')).toContain('cart:2.1.0')
  })

  test('the values of other services still move on beside it', async () => {
    expect(await bump('cart', '2.2.0')).toBe('updated')
    expect(await now(stage, 'cart')).toContain('cart:2.2.0')
    expect(await now(stage, 'shop')).toContain('shop:1.0.7')
  })

  test('"Update branch" by a person is no value of theirs, even after base moved on once more', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', {
      'apps/shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
      'readme.md': 'x',
    })
    const { git } = stage.github.repository(REPOSITORY)
    const [base, head] = [stage.github.tip(REPOSITORY, 'main') ?? '', stage.github.tip(REPOSITORY, HEAD) ?? '']
    const tree = await git.mergeTree(base, head)
    const by = { name: 'maintainer', email: 'm@example.org', date: '2026-01-01T00:00:00Z' }
    const merged = git.objects.writeCommit({
      tree: tree ?? '',
      parents: [head, base],
      author: by,
      committer: by,
      message: "Merge branch 'main' into image-bump/main/prod\n",
    })
    await stage.github.moveBranch(REPOSITORY, HEAD, merged)
    expect(await bump('cart', '2.3.0')).toBe('updated')
    expect((await stage.github.commit(REPOSITORY, HEAD))?.parents).toEqual([merged])
    expect(await now(stage, 'cart')).toContain('cart:2.3.0')
  })
})

describe('base values that "Update branch" brought are not a person’s', () => {
  const stage = scene(FILES)

  test('a policy whose value came from base by a merge goes on, even where base moved since', async () => {
    await stage.build(image('shop', '1.1.0'))
    await stage.github.commitTo(REPOSITORY, 'main', { 'apps/cart.yaml': manifest('cart', '2.1.0', 'prod:cart') })
    const { git } = stage.github.repository(REPOSITORY)
    const [base, head] = [stage.github.tip(REPOSITORY, 'main') ?? '', stage.github.tip(REPOSITORY, HEAD) ?? '']
    const by = { name: 'maintainer', email: 'm@example.org', date: '2026-01-01T00:00:00Z' }
    const tree = (await git.mergeTree(base, head)) ?? ''
    const merged = git.objects.writeCommit({
      tree,
      parents: [head, base],
      author: by,
      committer: by,
      message: 'Merge\n',
    })
    await stage.github.moveBranch(REPOSITORY, HEAD, merged)
    await stage.github.commitTo(REPOSITORY, 'main', { 'apps/cart.yaml': manifest('cart', '2.2.0', 'prod:cart') })
    const result = await stage.build(image('cart', '2.3.0'))
    expect(result.log).not.toContain('a person set')
    expect(await now(stage, 'cart')).toContain('cart:2.3.0')
  })
})

describe('what may not be brought any more, on a branch with a commit of a person', () => {
  const stage = scene(FILES)
  const held = policyFile(['shop', 'cart']).replace('/cart\n', '/cart\n    hold: { tag: 2.0.0, until: 2999-01-01 }\n')

  test('is taken back by a commit on top; the other values and their commit stay', async () => {
    await stage.build([image('shop', '1.1.0'), image('cart', '2.1.0')])
    await stage.github.commitTo(REPOSITORY, HEAD, { 'notes.md': 'why' })
    await stage.github.commitTo(REPOSITORY, 'main', { '.image-bump.yaml': held })
    await stage.build(image('shop', '1.2.0'))
    expect(await now(stage, 'cart')).toContain('cart:2.0.0')
    expect(await now(stage, 'shop')).toContain('shop:1.2.0')
    expect(await stage.read(HEAD, 'notes.md')).toBe('why')
    expect(stage.pull(1).title).toBe('bump shop to 1.2.0 in prod')
  })

  test('also where nothing of ours is left: the pull request is theirs then, and stays open', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', { 'apps/shop.yaml': manifest('shop', '1.3.0', 'prod:shop') })
    const result = await stage.build(image('shop', '1.2.0'))
    expect(result.exitCode).toBe(0)
    expect(await now(stage, 'shop')).toContain('shop:1.3.0')
    expect(stage.pull(1)).toMatchObject({ state: 'open' })
    expect(stage.pull(1).body).toMatch(
      /^Merging this into `main` moves no image, but for what people committed to it\./,
    )
    stage.writes()
    await stage.build(image('shop', '1.2.0'))
    expect(stage.writes()).toEqual([])
  })
})

describe('closed pull requests', () => {
  const stage = scene(FILES)

  test('the same set stays away, its branch left there', async () => {
    await stage.build(image('shop', '1.1.0'))
    stage.github.close(REPOSITORY, 1)
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result.outputs['outcome']).toBe('held')
    expect(result.log).toContain('the pull request with 1.1.0 was closed; only something newer comes back')
    expect(stage.pulls()).toHaveLength(1)
  })

  test('one that is opened again by a person counts as never closed', async () => {
    const pull = stage.pull(1)
    Object.assign(pull, { state: 'open', closedAt: undefined })
    stage.writes()
    expect(await outcome(stage, 'shop', '1.1.0')).toBe('unchanged')
    expect(stage.writes()).toEqual([])
    stage.github.close(REPOSITORY, 1)
  })

  test('another service opens a new one without what was turned down', async () => {
    expect(await outcome(stage, 'cart', '2.1.0')).toBe('opened')
    expect(await now(stage, 'shop')).toContain('shop:1.0.0')
    expect(stage.pull(2).title).toBe('bump cart to 2.1.0 in prod')
  })

  test('what was turned down stays away while the new one lives', async () => {
    stage.writes()
    expect(await outcome(stage, 'shop', '1.1.0')).toBe('held')
    expect(stage.writes()).toEqual([])
  })

  test('a newer value comes back', async () => {
    expect(await outcome(stage, 'shop', '1.2.0')).toBe('updated')
    expect(await now(stage, 'shop')).toContain('shop:1.2.0')
  })

  test('a person who deletes the branch has closed the pull request: only something newer comes', async () => {
    await stage.github.deleteBranch(REPOSITORY, HEAD)
    expect(stage.pull(2).state).toBe('closed')
    expect(await outcome(stage, 'shop', '1.2.0')).toBe('held')
    expect(await outcome(stage, 'shop', '1.3.0')).toBe('opened')
    expect(await now(stage, 'cart')).toContain('cart:2.0.0')
  })

  test('with onClosed: reopen the same set comes in a new pull request', async () => {
    stage.github.close(REPOSITORY, 3)
    await stage.github.commitTo(REPOSITORY, 'main', {
      '.image-bump.yaml': policyFile(['shop', 'cart'], 'pullRequests: { onClosed: reopen }\n'),
    })
    expect(await outcome(stage, 'shop', '1.3.0')).toBe('opened')
    expect(stage.pull(4).body).toContain('**Close** to wait')
  })
})

describe('merged pull requests', () => {
  const stage = scene(FILES)

  test.each([
    { method: 'merge' as const, tag: '1.1.0', deletes: false },
    { method: 'squash' as const, tag: '1.2.0', deletes: false },
    { method: 'rebase' as const, tag: '1.3.0', deletes: false },
    { method: 'squash' as const, tag: '1.4.0', deletes: true },
  ])(
    'after a $method merge (branch deleted: $deletes) a re-run writes nothing and a newer build opens',
    async (how) => {
      const { method, tag, deletes } = how
      stage.github.repository(REPOSITORY).deleteBranchOnMerge = deletes
      expect(await outcome(stage, 'shop', tag)).toBe('opened')
      const { number } = stage.pulls().at(-1) ?? { number: 0 }
      await stage.github.merge(REPOSITORY, number, method)
      stage.writes()
      expect(await outcome(stage, 'shop', tag)).toBe('unchanged')
      expect(stage.writes()).toEqual([])
      expect(stage.github.tip(REPOSITORY, HEAD) === undefined).toBe(deletes)
    },
  )

  test('a rollback on base holds that value until something newer', async () => {
    await stage.github.commitTo(REPOSITORY, 'main', { 'apps/shop.yaml': manifest('shop', '1.2.0', 'prod:shop') })
    const again = await stage.build(image('shop', '1.4.0'))
    expect(again.outputs['outcome']).toBe('held')
    expect(again.log).toContain('1.4.0 was merged and rolled back; only something newer moves on')
    expect(await outcome(stage, 'shop', '1.3.0')).toBe('held')
    expect(await outcome(stage, 'cart', '2.1.0')).toBe('opened')
    expect(await now(stage, 'shop')).toContain('shop:1.2.0')
    expect(await outcome(stage, 'shop', '1.5.0')).toBe('updated')
  })
})

describe('holds', () => {
  const held = (hold: string) =>
    `version: 1\npolicies:\n${policy('prod:shop', `policy: { semver: { range: "*" } }\nhold: ${hold}`)}${policy('prod:cart')}`
  const stage = scene({ ...FILES, '.image-bump.yaml': held('{ tag: 1.1.0, until: 2999-01-01, reason: INC-311 }') })
  const steer = (hold: string) => stage.github.commitTo(REPOSITORY, 'main', { '.image-bump.yaml': held(hold) })

  test('nothing passes a hold, and its reason is told', async () => {
    const result = await stage.build(image('shop', '1.2.0'))
    expect(result.outputs['outcome']).toBe('held')
    expect(result.log).toContain('held at 1.1.0 until 2999-01-01 (INC-311)')
    expect(await outcome(stage, 'shop', '1.1.0')).toBe('opened')
  })

  test('a hold whose day has passed ends by itself, and the next run says so', async () => {
    await steer('{ tag: 1.1.0, until: 2020-01-01 }')
    const result = await stage.build(image('shop', '1.2.0'))
    expect(result.outputs['outcome']).toBe('updated')
    expect(messages(result, 'notice').join()).toMatch(/The hold of policy "prod:shop" ended on 2020-01-01/)
  })

  test('a hold set while a value is pending takes it out, and the sentence on closing says why', async () => {
    await steer('{ tag: 1.0.0, until: 2999-01-01, reason: INC-312 }')
    const result = await stage.build(image('cart', '1.0.0'))
    expect(result.outputs['outcome']).toBe('closed')
    expect(stage.pull(1)).toMatchObject({ state: 'closed' })
    expect(stage.pull(1).comments.at(-1)?.body).toMatch(/held at 1\.0\.0 until 2999-01-01 \(INC-312\)/)
  })

  test('when that hold is gone, the value comes back: closing was not a rejection', async () => {
    await steer('{ tag: 1.0.0, until: 2020-01-01 }')
    expect(await outcome(stage, 'shop', '1.2.0')).toBe('opened')
  })

  test('the label image-bump:hold keeps a pull request exactly as it is', async () => {
    stage.github.label(REPOSITORY, 2, 'image-bump:hold')
    const { headOid, body } = stage.pull(2)
    stage.writes()
    const result = await stage.build(image('shop', '1.3.0'))
    expect(result.outputs['outcome']).toBe('held')
    expect(result.log).toContain('The pull request has the label image-bump:hold.')
    expect(stage.writes()).toEqual([])
    expect(stage.pull(2)).toMatchObject({ headOid, body })
  })

  test('when the label is taken off, the next build goes on', async () => {
    stage.github.unlabel(REPOSITORY, 2, 'image-bump:hold')
    expect(await outcome(stage, 'shop', '1.3.0')).toBe('updated')
  })
})

describe('what people do to text and branches', () => {
  const stage = scene(FILES)

  test('a body edited away is written anew, and what was pending stays', async () => {
    await stage.build(image('shop', '1.1.0'))
    stage.github.edit(REPOSITORY, 1, { body: 'mine now', title: 'my title' })
    const result = await stage.build(image('cart', '2.1.0'))
    expect(result.outputs).toMatchObject({ outcome: 'updated', 'pull-request-number': '1' })
    expect(stage.pull(1).body).toContain('image-bump:state')
    expect(stage.pull(1).title).toBe('bump 2 images in prod')
    expect(messages(result, 'warning').join()).toMatch(/hidden state in .*\/pull\/1 was ignored and written anew/)
    expect(await now(stage, 'shop')).toContain('shop:1.1.0')
  })

  test('a silent run repairs it too, and then is silent', async () => {
    stage.github.edit(REPOSITORY, 1, { body: '' })
    expect(await outcome(stage, 'cart', '2.1.0')).toBe('updated')
    stage.writes()
    expect(await outcome(stage, 'cart', '2.1.0')).toBe('unchanged')
    expect(stage.writes()).toEqual([])
  })

  test('the state of another group is never trusted: ignored with a finding, and nothing more is written', async () => {
    const foreign = (stage.pull(1).body ?? '')
      .replaceAll('namespace:prod', 'namespace:other')
      .replaceAll('shop:1.1.0', 'shop:9.9.9')
    stage.github.edit(REPOSITORY, 1, { body: foreign })
    const result = await stage.build(image('cart', '2.2.0'))
    expect(messages(result, 'warning').join()).toMatch(/it has no state of this group/)
    expect(await now(stage, 'shop')).toContain('shop:1.1.0')
    expect(stage.pull(1).body).not.toContain('9.9.9')
    expect(stage.pull(1).body).toContain('namespace:prod')
  })

  test('a branch pushed without a pull request is finished by the next run', async () => {
    const head = stage.github.tip(REPOSITORY, HEAD) ?? ''
    stage.github.close(REPOSITORY, 1)
    await stage.github.merge(REPOSITORY, 1).catch(() => {})
    const tree = (await stage.github.commit(REPOSITORY, head))?.message ?? ''
    await stage.github.deleteBranch(REPOSITORY, HEAD)
    await stage.github.commitTo(
      REPOSITORY,
      HEAD,
      { 'apps/shop.yaml': manifest('shop', '1.3.0', 'prod:shop') },
      { message: tree.replaceAll('1.1.0', '1.3.0').trim() },
    )
    const result = await stage.build(image('cart', '2.3.0'))
    expect(result.outputs['outcome']).toBe('opened')
    expect(await now(stage, 'shop')).toContain('shop:1.3.0')
    expect(await now(stage, 'cart')).toContain('cart:2.3.0')
  })

  test('after the base branch is renamed a pull request opens on the new one; the old one is left to people', async () => {
    await stage.github.moveBranch(REPOSITORY, 'trunk', stage.github.tip(REPOSITORY, 'main') ?? '')
    const result = await stage.build(image('shop', '1.4.0'), { inputs: { base: 'trunk' } })
    expect(result.outputs).toMatchObject({ outcome: 'opened', branch: 'image-bump/trunk/prod' })
    expect(stage.pulls().at(-1)).toMatchObject({ base: 'trunk', head: 'image-bump/trunk/prod' })
    expect(stage.pulls().at(-2)).toMatchObject({ state: 'open', base: 'main' })
  })
})

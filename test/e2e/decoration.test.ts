import { describe, expect, test } from 'vitest'
import { manifest, REPOSITORY } from '../support/e2e/bench.ts'
import { image, messages, policy, scene, type Scene } from './scene.ts'

const file = (rule: string, more = ''): string =>
  `version: 1\npolicies:\n${policy('prod:shop')}${policy('prod:cart')}pullRequests:\n  labels: [image-bump]\n${more}  rules: [${rule}]\n`
const files = (rule: string) => ({
  '.image-bump.yaml': file(rule),
  'shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  'cart.yaml': manifest('cart', '1.0.0', 'prod:cart'),
})
const people = async ({ github }: Scene): Promise<void> => {
  const repository = github.repository(REPOSITORY)
  for (const login of ['octocat', 'hubot', 'image-bump']) repository.collaborators.add(login)
  repository.teams.set('sre', { id: 1, slug: 'sre' })
  repository.milestones.push({ id: 2, number: 1, title: 'June', state: 'open' })
}

describe('what a pull request wears', () => {
  const stage = scene(
    files(
      "{ match: 'prod:*', labels: [deploy], reviewers: [octocat, image-bump], teamReviewers: [sre], assignees: [hubot], milestone: June, draft: true }",
    ),
    people,
  )

  test('labels, reviewers, assignees, milestone and draft are put on; its author is never asked to review', async () => {
    const result = await stage.build(image('shop', '1.1.0'))
    expect(stage.pull(1)).toMatchObject({
      labels: ['image-bump', 'deploy'],
      reviewers: ['octocat'],
      assignees: ['hubot'],
      milestone: 1,
      draft: true,
    })
    expect(result.outputs['outcome']).toBe('opened')
  })

  test('what could not be put on is a warning that says how to mend it, and the run is green', async () => {
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result.exitCode).toBe(0)
    expect(messages(result, 'warning').join()).toMatch(/team reviewer sre \(#1\)\..*"members: read"/)
  })

  test('what a person took off is not put on again, with a newer build neither', async () => {
    stage.github.unlabel(REPOSITORY, 1, 'deploy')
    stage.github.removeReviewer(REPOSITORY, 1, 'octocat')
    stage.github.unassign(REPOSITORY, 1, 'hubot')
    stage.pull(1).milestone = undefined
    stage.pull(1).draft = false
    await stage.build(image('shop', '1.2.0'))
    expect(stage.pull(1)).toMatchObject({ labels: ['image-bump'], reviewers: [], assignees: [], draft: false })
    expect(stage.pull(1).milestone).toBeUndefined()
  })

  test('a person’s own labels and reviewers stay', async () => {
    stage.github.label(REPOSITORY, 1, 'urgent')
    stage.pull(1).reviewers.push('hubot')
    await stage.build(image('cart', '1.1.0'))
    expect(stage.pull(1)).toMatchObject({ labels: ['image-bump', 'urgent'], reviewers: ['hubot'] })
  })
})

describe('one bad name costs only itself', () => {
  const stage = scene(
    files("{ match: '*', reviewers: [nobody, octocat], assignees: [nobody], milestone: May }"),
    people,
  )

  test('the others are put on, and each failure is a warning of its own', async () => {
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result.exitCode).toBe(0)
    expect(stage.pull(1).reviewers).toEqual(['octocat'])
    const warnings = messages(result, 'warning')
    for (const what of ['reviewer nobody', 'assignee nobody', 'milestone May'])
      expect(warnings.filter((warning) => warning.includes(what))).toHaveLength(1)
  })
})

describe('rules that match some policies', () => {
  const stage = scene(
    files(
      "{ match: 'prod:shop', reviewers: [octocat], labels: [shop] }, { match: 'prod:cart', reviewers: [hubot], labels: [cart] }",
    ),
    people,
  )

  test('only people of what is moved are asked, more as more is moved', async () => {
    await stage.build(image('shop', '1.1.0'))
    expect(stage.pull(1)).toMatchObject({ reviewers: ['octocat'], labels: ['image-bump', 'shop'] })
    await stage.build(image('cart', '1.1.0'))
    expect(stage.pull(1)).toMatchObject({ reviewers: ['octocat', 'hubot'], labels: ['image-bump', 'shop', 'cart'] })
  })
})

describe('auto-merge', () => {
  const stage = scene(files("{ match: '*', autoMerge: squash }"))

  test('not allowed in the repository: a warning with the setting to switch on', async () => {
    const result = await stage.build(image('shop', '1.1.0'))
    expect(result.exitCode).toBe(0)
    expect(messages(result, 'warning').join()).toMatch(/Switch on "Allow auto-merge"/)
    expect(stage.pull(1).autoMerge).toBeUndefined()
  })

  test('armed while a requirement is unmet, and it stays armed when the pull request moves on', async () => {
    stage.github.repository(REPOSITORY).allowAutoMerge = true
    stage.github.protect(REPOSITORY, 'main', { requiredReviews: 1 })
    await stage.build(image('shop', '1.2.0'))
    expect(stage.pull(1).autoMerge).toMatchObject({ method: 'squash' })
    await stage.build(image('shop', '1.3.0'))
    expect(stage.pull(1)).toMatchObject({ state: 'open', autoMerge: { method: 'squash' } })
    await stage.github.approve(REPOSITORY, 1)
    expect(stage.pull(1).state).toBe('merged')
    expect(await stage.read('main', 'shop.yaml')).toContain('shop:1.3.0')
  })

  test('with nothing left to wait for it merges at once, says so, and the run is green', async () => {
    stage.github.protect(REPOSITORY, 'main', { requiredChecks: [] })
    const result = await stage.build(image('shop', '1.4.0'))
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'opened', 'pull-request-number': '2' } })
    expect(stage.pull(2).state).toBe('merged')
    expect(await stage.read('main', 'shop.yaml')).toContain('shop:1.4.0')
    expect(result.log).toMatch(/merged at once/)
  })

  test('after that the same build is silent', async () => {
    stage.writes()
    expect((await stage.build(image('shop', '1.4.0'))).outputs['outcome']).toBe('unchanged')
    expect(stage.writes()).toEqual([])
  })

  test('a base with a merge queue gets it into the queue', async () => {
    stage.github.repository(REPOSITORY).mergeQueues.push('main')
    const result = await stage.build(image('shop', '1.5.0'))
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'opened' } })
    expect(stage.pull(3)).toMatchObject({ state: 'open', queued: true })
    expect(result.log).toContain('It was put into the merge queue.')
  })
})

import { expect, test } from 'vitest'
import { parseReference } from '../../src/core/image/reference.ts'
import { decorationOf, deliveriesOf } from '../../src/run/groups.ts'
import { snapshotOf } from '../core/plan/facts.ts'

const policy = (name: string, image = name.slice(name.indexOf(':') + 1)): string =>
  `  ${name}: { image: ghcr.io/acme/${image}, policy: { semver: { range: '*' } } }\n`
const snapshot = (pullRequests: string) =>
  snapshotOf(
    {},
    `version: 1\npolicies:\n${['dev:shop', 'prod:shop', 'prod:cart'].map((name) => policy(name)).join('')}pullRequests: ${pullRequests}\n`,
  )
const shop = parseReference('ghcr.io/acme/shop:1.0.0')
const cart = parseReference('ghcr.io/acme/cart:1.0.0')

test.each([
  { group: 'namespace', built: [cart], gives: ['pull-request namespace:prod 2'], because: 'a group comes whole' },
  {
    group: 'namespace',
    built: [shop],
    gives: ['pull-request namespace:dev 1', 'pull-request namespace:prod 2'],
    because: 'a build touches several',
  },
  {
    group: 'policy',
    built: [shop],
    gives: ['pull-request policy:dev:shop 1', 'pull-request policy:prod:shop 1'],
    because: 'each policy its own',
  },
  { group: 'image', built: [shop], gives: ['pull-request image:ghcr.io/acme/shop 2'], because: 'each image its own' },
  { group: 'all', built: [cart], gives: ['pull-request all 3'], because: 'one for everything' },
])('group $group: $because', ({ group, built, gives }) => {
  const deliveries = deliveriesOf(snapshot(`{ group: ${group} }`), built)
  expect(deliveries.map(({ kind, group: { key }, policies }) => `${kind} ${key} ${policies.length}`)).toEqual(gives)
})

test('policies of one group that are delivered in two ways are two deliveries', () => {
  const { kind, policies } =
    deliveriesOf(snapshot("{ group: all, rules: [{ match: 'dev:*', deliver: commit }] }"), [shop])[0] ?? {}
  expect([kind, policies?.map(({ name }) => name)]).toEqual(['commit', ['dev:shop']])
})

test('an image that no policy concerns delivers nothing', () => {
  expect(deliveriesOf(snapshot('{ group: all }'), [parseReference('ghcr.io/acme/api:1')])).toEqual([])
})

test.each([
  {
    rules: "{ match: 'prod:shop', labels: [a, b], reviewers: [x] }, { match: '*', labels: [b, c], reviewers: [y] }",
    moved: ['prod:shop'],
    wears: { labels: ['all', 'a', 'b'], reviewers: ['x'] },
    because: 'the first rule that matches counts, and only for what moves',
  },
  {
    rules: "{ match: 'prod:shop', labels: [a] }, { match: '*', labels: [a, c] }",
    moved: ['prod:shop', 'prod:cart'],
    wears: { labels: ['all', 'a', 'c'] },
    because: 'everything that one of them asks for, once',
  },
  {
    rules: "{ match: '*', autoMerge: squash }",
    moved: ['prod:shop'],
    wears: { autoMerge: 'squash', draft: false },
    because: 'all agree how to merge',
  },
  {
    rules: "{ match: 'prod:shop', autoMerge: squash }, { match: 'prod:cart', draft: true }",
    moved: ['prod:shop'],
    wears: { autoMerge: 'off', draft: true },
    because: 'what joins later is not merged by a rule for what came before',
  },
])('rules $rules for $moved: $because', ({ rules, moved, wears }) => {
  const { policies, pullRequests } = snapshot(`{ labels: [all], rules: [${rules}] }`)
  const group = policies.filter(({ name }) => name.startsWith('prod:'))
  const decoration = decorationOf(pullRequests, { group, moved: group.filter(({ name }) => moved.includes(name)) })
  expect(decoration).toMatchObject(wears)
})

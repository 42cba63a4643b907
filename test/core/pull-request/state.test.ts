import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BranchName, PolicyName } from '../../../src/core/names.ts'
import { readState } from '../../../src/core/pull-request/state-reader.ts'
import {
  formatState,
  NOTHING_WORN,
  STATE_LIMIT,
  type PolicyState,
  type State,
} from '../../../src/core/pull-request/state.ts'
import { hostileText } from './hostile-text.ts'

const STATE: State = {
  group: 'namespace:staging',
  base: 'main' as BranchName,
  policies: named({
    'staging:shop': {
      from: '1.4.0',
      to: 'ghcr.io/acme/shop:1.5.0',
      revision: '9f8e7d6',
      sourceRepository: 'acme/shop',
      run: 'https://github.com/acme/shop/actions/runs/1',
      forced: true,
      fromRevision: '1a2b3c4',
      commits: {
        status: 'ahead',
        total: 2,
        commits: [
          { id: '9f8e7d6', subject: 'fixes #1 -->', author: '@ada', pullRequest: 7 },
          { id: '5a5a5a5', subject: 'x', author: 'y' },
        ],
      },
    },
  }),
  rejected: [named({ 'staging:shop': 'ghcr.io/acme/shop:1.4.9' })],
  landed: named({
    'staging:shop': { to: 'ghcr.io/acme/shop:1.4.0', revision: '1a2b3c4', sourceRepository: 'acme/shop' },
  }),
  decorated: { ...NOTHING_WORN, labels: ['image-bump'], milestone: 'Q3' },
}

describe('written', () => {
  test('it is a comment on one line', () => {
    expect(formatState({ ...STATE, policies: {}, rejected: [], landed: {} })).toBe(
      '<!-- image-bump:state {"v":1,"group":"namespace:staging","base":"main","policies":{},"rejected":[],"landed":{},' +
        '"decorated":{"labels":["image-bump"],"reviewers":[],"teamReviewers":[],"assignees":[],"autoMerge":false,"milestone":"Q3"}} -->',
    )
  })

  test('and read back it is the same, wherever in a body it stands', () => {
    const wellFormed = fc.record({
      group: hostileText(),
      from: hostileText(),
      label: hostileText(),
      name: fc.stringMatching(/^[a-z@#<>-]{0,9}:[^\s]{1,9}$/),
      before: fc.constantFrom('', 'text\r\n\r\n', '<!-- other -->\n'),
    })
    fc.assert(
      fc.property(wellFormed, ({ group, from, label, name, before }) => {
        const state: State = {
          ...STATE,
          group,
          policies: named({ ...STATE.policies, [name]: { from, to: 'x:1' } }),
          decorated: { ...NOTHING_WORN, labels: [label], milestone: label },
        }
        const text = formatState(state)
        expect(readState(`${before}${text}\r\n`)).toEqual({ kind: 'found', state })
        expect(text.slice(4, -3)).not.toMatch(/--|[<>@#|`]|[^ -~]|GH-\d|:\/\/|\/issues\/\d|\[skip/i)
      }),
      { numRuns: 500 },
    )
  })

  test('the order of policies does not matter to the text', () => {
    const [a, b] = [{ to: 'a:1' }, { to: 'b:1' }]
    const one = formatState({ ...STATE, policies: named({ 'x:a': a, 'x:b': b }) })
    const other = formatState({ ...STATE, policies: named({ 'x:b': b, 'x:a': a }) })
    expect(one).toBe(other)
  })

  test.each([
    { policies: 40, keeps: { from: true, run: true, commits: true, cut: undefined }, because: 'all fits' },
    { policies: 80, keeps: { from: true, run: true, commits: false, cut: undefined }, because: 'commits go first' },
    { policies: 140, keeps: { from: true, run: false, commits: false, cut: undefined }, because: 'then the runs' },
    { policies: 300, keeps: { from: true, run: false, commits: false, cut: undefined }, because: 'then the sources' },
    { policies: 450, keeps: { from: false, run: false, commits: false, cut: undefined }, because: 'then old values' },
    {
      policies: 5_000,
      keeps: { from: false, run: false, commits: false, cut: true },
      because: 'the commit knows them, too',
    },
  ])('$policies policies fit: $because', ({ policies, keeps }) => {
    const each: PolicyState = STATE.policies['staging:shop' as PolicyName] ?? { to: 'never' }
    const many = Object.fromEntries(Array.from({ length: policies }, (_, index) => [`staging:shop-${index}`, each]))
    const text = formatState({ ...STATE, policies: named(many) })
    expect(text.length).toBeLessThanOrEqual(STATE_LIMIT)
    const read = readState(text)
    const state = read.kind === 'found' ? read.state : undefined
    const first = Object.values(state?.policies ?? {})[0]
    expect({
      from: first?.from !== undefined,
      run: first?.run !== undefined,
      commits: first?.commits !== undefined,
      cut: state?.cut,
    }).toEqual(keeps)
    expect(state?.rejected).toEqual(STATE.rejected)
  })
})

describe('read', () => {
  const text = formatState(STATE)

  test.each([
    { body: '', kind: 'none', because: 'a person emptied the body' },
    { body: '<!-- something else -->', kind: 'none', because: 'other tools have comments too' },
    { body: text, kind: 'found', because: 'this is ours' },
    { body: text.replace('{', '{"new":[1],'), kind: 'found', because: 'fields of later versions are passed over' },
    { body: `${text}\n${text}`, kind: 'unreadable', because: 'nobody can say which is ours' },
    { body: text.slice(0, -5), kind: 'unreadable', because: 'it has no end' },
    { body: text.replace('"v":1', '"v":2'), kind: 'unreadable', because: 'a later version may mean something else' },
    { body: text.replace('{', ''), kind: 'unreadable', because: 'it is not JSON' },
    { body: '<!-- image-bump:state [] -->', kind: 'unreadable', because: 'it is not an object' },
    { body: '<!-- image-bump:state null -->', kind: 'unreadable', because: 'nor is this' },
    { body: text.replace('"main"', '7'), kind: 'unreadable', because: 'a branch is text' },
    { body: text.replace('"staging:shop"', '"__proto__"'), kind: 'unreadable', because: 'no policy is named so' },
    { body: text.replace('shop:1.5.0', 'shop:1.5.0 x'), kind: 'unreadable', because: 'a value is an image reference' },
    { body: text.replace('9f8e7d6', '--upload'), kind: 'unreadable', because: 'a revision is hex' },
    { body: text.replace('https:', 'data:'), kind: 'unreadable', because: 'a run has an address' },
    { body: text.replace('"acme/shop"', '"acme"'), kind: 'unreadable', because: 'a repository has an owner' },
    { body: text.replace('"forced":true', '"forced":"no"'), kind: 'unreadable', because: 'forced is a flag' },
    { body: text.replace('"ahead"', '"x"'), kind: 'unreadable', because: 'commits stand in a known relation' },
    { body: text.replace('"total":2', '"total":-2'), kind: 'unreadable', because: 'nobody counts below nothing' },
    { body: text.replace('["image-bump"]', '[1]'), kind: 'unreadable', because: 'labels are texts' },
    { body: text.replace(/"rejected":\[[^\]]*\]/, '"rejected":{}'), kind: 'unreadable', because: 'rejected is a list' },
    { body: text.replace('"Q3"', `"${'x'.repeat(STATE_LIMIT)}"`), kind: 'unreadable', because: 'it is too long' },
  ])('is $kind where $because', ({ body, kind }) => {
    expect(readState(body).kind).toBe(kind)
  })

  test('never throws, and its reason repeats nothing of the body', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText(), fc.json()), fc.nat(), (inside, at) => {
        const cut = at % text.length
        for (const body of [
          `<!-- image-bump:state ${inside} -->`,
          `${text.slice(0, cut)}${inside}${text.slice(cut + 3)}`,
        ]) {
          const read = readState(body)
          if (read.kind === 'unreadable') expect(read.reason).toMatch(/^[a-zA-Z0-9 "']+$/)
          else expect(['found', 'none']).toContain(read.kind)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function named<Value>(values: Readonly<Record<string, Value>>): Readonly<Record<PolicyName, Value>> {
  return values
}

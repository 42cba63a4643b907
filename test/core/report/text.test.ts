import { expect, test } from 'vitest'
import { finding } from '../../../src/core/finding.ts'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { report } from '../../../src/core/report/report.ts'
import { findingsText, outcomeText, planText, stepsText } from '../../../src/core/report/text.ts'
import { change, field, group, OPENED, skip } from '../../support/report-fields.ts'

const PLAIN = { colour: false }

test('a plan is a diff and a table of what stays, with reasons', () => {
  const skips = [
    skip(field('apps/web.yaml', 12), { because: '1.0.0 = 1.0.0', why: 'equal', candidate: '1.0.0' }),
    skip(field('apps/cart.yaml', 9), { because: '2.0.9 < 2.1.0 by semver', current: '2.1.0', candidate: '2.0.9' }),
  ]
  const groups = [{ ...OPENED, plan: { ...OPENED.plan, skips } }]
  expect(planText({ groups }, PLAIN)).toBe(`--- a/apps/shop.yaml
+++ b/apps/shop.yaml
@@ -1 +1 @@
-tag: 1.0.0
+tag: 1.1.0

kept                policy     value    candidate  why
apps/cart.yaml:9:5  prod:shop  "2.1.0"  "2.0.9"    the candidate is not newer: 2.0.9 < 2.1.0 by semver
apps/web.yaml:12:5  prod:shop  "1.0.0"  "1.0.0"    has the value already: 1.0.0 = 1.0.0
`)
})

test('on a terminal that would break the table, each row takes two lines', () => {
  const skips = [skip(field('apps/cart.yaml', 9), { because: '2.0.9 < 2.1.0', current: '2.1.0', candidate: '2.0.9' })]
  const groups = [group({ plan: { ...OPENED.plan, skips } })]
  const table = planText({ groups }, PLAIN)
  const width = Math.max(...table.split('\n').map(({ length }) => length))
  expect(planText({ groups }, { ...PLAIN, width })).toBe(table)
  expect(planText({ groups }, { ...PLAIN, width: width - 1 })).toBe(`kept apps/cart.yaml:9:5  prod:shop
  "2.1.0", not "2.0.9": the candidate is not newer: 2.0.9 < 2.1.0
`)
})

test('colour comes only when asked for, and only from us', () => {
  const diffs = [{ path: 'a.yaml' as RepoPath, before: 'x\u001B[31m\n', after: 'y\n' }]
  const groups = [group({ diffs })]
  expect(planText({ groups }, PLAIN)).not.toContain('\u001B')
  expect(planText({ groups }, { colour: true })).toContain('\u001B[31m-x\\u001b[31m\u001B[0m\n')
})

test('an empty plan is an empty text', () => {
  expect(planText({ groups: [] }, PLAIN)).toBe('')
})

test('findings stand as place, code and sentence, those without a place last', () => {
  const findings = [
    finding('DECORATION_FAILED', { what: 'milestones', reason: 'no' }),
    finding('COMMENTED_MARKER', { policy: 'a:b' }, { path: 'b\n.yaml' as RepoPath, line: 3, column: 1 }),
  ]
  expect(findingsText(findings).split('\n')).toEqual([
    expect.stringMatching(/^b\\n\.yaml:3:1 COMMENTED_MARKER The marker of "a:b" /),
    expect.stringMatching(/^DECORATION_FAILED /),
    '',
  ])
})

test('a run ends in a line a group, what went nowhere, and after an error that it failed', () => {
  const held = group({ label: 'staging', outcome: 'held', because: 'label image-bump:hold' })
  const unmatched = [parseReference('acme/api:2')]
  const text = outcomeText(
    report({ groups: [OPENED, held], findings: [], unmatched, error: { code: 'RACE_LOST', message: 'lost' } }),
  )
  expect(text).toBe(
    'prod: A pull request was opened. #7 https://github.com/acme/gitops/pull/7\n' +
      'staging: Held: nothing moves. label image-bump:hold\n' +
      'No policy concerns "acme/api:2".\n' +
      'The run failed.\n',
  )
})

test('a run without groups says so in a sentence', () => {
  expect(outcomeText(report({ groups: [], findings: [], unmatched: [] }))).toMatch(/^Nothing to do.*\n$/)
})

test('the steps of a run are a line for each value that changes, then for each that stays although something came', () => {
  const stays = skip(field('b.yaml', 4), { candidate: '0.9.0', because: '0.9.0 < 1.0.0 by semver' })
  const quiet = [skip(field('c.yaml', 1), { why: 'equal' }), skip(field('c.yaml', 2), { why: 'out of scope' })]
  const plan = { changes: [change(field('a\n.yaml', 3))], skips: [stays, ...quiet] }
  const groups = [group({ outcome: 'updated', plan })]
  expect(stepsText({ groups: [group({ outcome: 'unchanged', plan })] })).not.toContain('->')
  expect(stepsText({ groups })).toBe(
    'a\\n.yaml:3:5 prod:shop "1.0.0" -> "1.1.0"\n' +
      'b.yaml:4:5 prod:shop stays at "1.0.0": the candidate is not newer: 0.9.0 < 1.0.0 by semver\n',
  )
  expect(stepsText({ groups }, 1).split('\n')[1]).toBe('and 1 more, see the summary of this run')
})

import { expect, test } from 'vitest'
import { finding } from '../../../src/core/finding.ts'
import type { Oid, RepoPath } from '../../../src/core/names.ts'
import { errorJson, explainJson, planJson, toldJson } from '../../../src/core/report/json.ts'
import { change, field, skip } from '../../support/report-fields.ts'

test('plan JSON is the contract to the letter: keys, their order, the order of entries', () => {
  const changes = [
    change(field('apps/shop.yaml', 7, 12, 'reference'), 'a:1', 'a:2'),
    change(field('apps/cart.yaml', 9)),
  ]
  const skips = [skip(field('z.yaml', 1)), skip(field('apps/cart.yaml', 9), { current: '2.1.0', candidate: '2.0.9' })]
  const json = planJson({
    outcome: 'planned',
    plans: [{ changes, skips }],
    findings: [
      finding('DECORATION_FAILED', { what: 'x', reason: 'no' }),
      finding('COMMENTED_MARKER', { policy: 'p:q' }, { path: 'b.yaml' as RepoPath }),
      finding('UNKNOWN_POLICY', { policy: 'p:q', nearest: '' }, { path: 'a.yaml' as RepoPath, line: 3, column: 18 }),
    ],
    tree: '0'.repeat(40) as Oid,
  })
  const message = expect.any(String) as string
  expect(json).toEqual({
    v: 1,
    outcome: 'planned',
    changes: [
      { path: 'apps/cart.yaml', line: 9, column: 5, policy: 'prod:shop', part: 'tag', from: '1.0.0', to: '1.1.0' },
      { path: 'apps/shop.yaml', line: 7, column: 12, policy: 'prod:shop', part: 'reference', from: 'a:1', to: 'a:2' },
    ],
    skips: [
      { path: 'apps/cart.yaml', line: 9, policy: 'prod:shop', why: 'older', current: '2.1.0', candidate: '2.0.9' },
      { path: 'z.yaml', line: 1, policy: 'prod:shop', why: 'older', current: '1.0.0' },
    ],
    findings: [
      { code: 'UNKNOWN_POLICY', path: 'a.yaml', line: 3, column: 18, message },
      { code: 'COMMENTED_MARKER', path: 'b.yaml', message },
      { code: 'DECORATION_FAILED', message },
    ],
    tree: '0'.repeat(40),
  })
  expect(Object.keys(json)).toEqual(['v', 'outcome', 'changes', 'skips', 'findings', 'tree'])
  expect(Object.keys(json.changes[0] ?? {})).toEqual(['path', 'line', 'column', 'policy', 'part', 'from', 'to'])
  expect(Object.keys(json.skips[0] ?? {})).toEqual(['path', 'line', 'policy', 'why', 'current', 'candidate'])
  expect(Object.keys(json.findings[0] ?? {})).toEqual(['code', 'path', 'line', 'column', 'message'])
})

test('the tree is there only when it is known', () => {
  expect(planJson({ outcome: 'unchanged', plans: [], findings: [] })).toEqual({
    v: 1,
    outcome: 'unchanged',
    changes: [],
    skips: [],
    findings: [],
  })
})

test('explain, lint and error JSON', () => {
  const refused = [{ tag: 'latest', why: 'no version' }]
  const explained = explainJson({ policy: 'prod:shop', selected: '1.5.0', refused })
  expect(JSON.stringify({ ...explained, refused: [...explained.refused] })).toBe(
    '{"v":1,"policy":"prod:shop","selected":"1.5.0","refused":[{"tag":"latest","why":"no version"}]}',
  )
  expect(explainJson({ policy: 'p:q', selected: undefined, refused: [] })).toMatchObject({ selected: null })
  expect(toldJson([])).toEqual({ v: 1, findings: [] })
  expect(errorJson({ code: 'BAD_POLICY', message: 'm' })).toEqual({ v: 1, error: { code: 'BAD_POLICY', message: 'm' } })
})

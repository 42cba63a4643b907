import { expect, test } from 'vitest'
import type { RepoPath } from '../../../src/core/names.ts'
import { compareByOrder, planPolicy } from '../../../src/core/plan/plan.ts'
import { rewrite } from '../../../src/core/plan/rewrite.ts'
import { brief, shop, shopPolicy, snapshotOf } from './facts.ts'

const MARKER = '# {"$imagepolicy": "prod:shop:tag"}'

function rewritten(files: Readonly<Record<string, string>>, spoil: (texts: Map<RepoPath, string>) => void = () => {}) {
  const { fields, texts } = snapshotOf(files)
  const plan = planPolicy(shopPolicy(), fields, { kind: 'image', image: shop('1.10.0') }, { compare: compareByOrder })
  const known = new Map(texts)
  spoil(known)
  return rewrite(known, plan)
}

test('every file gets its values and keeps all other bytes', () => {
  const { files, findings } = rewritten({
    'a.yaml': `\uFEFFa: '1.0.0' ${MARKER}\r\nb: 1.1.0  ${MARKER}`,
    'b.yaml': `x: 1.2.0 ${MARKER}\n`,
  })
  expect(files.map(({ path, after }) => [path, after])).toEqual([
    ['a.yaml', `\uFEFFa: '1.10.0' ${MARKER}\r\nb: 1.10.0  ${MARKER}`],
    ['b.yaml', `x: 1.10.0 ${MARKER}\n`],
  ])
  expect(findings).toEqual([])
})

test('a file that cannot be proven takes its policy out of the plan whole, and says so', () => {
  const { files, plan, findings } = rewritten(
    { 'a.yaml': `a: 1.0.0 ${MARKER}\n`, 'b.yaml': `b: 1.0.0 ${MARKER}\n` },
    // What is edited is not what was scanned.
    (texts) => texts.set('b.yaml' as RepoPath, 'something: else\n'),
  )
  expect(files).toEqual([])
  expect(brief(plan)).toEqual(['a.yaml blocked', 'b.yaml not proven'])
  expect(findings).toMatchObject([{ code: 'EDIT_NOT_PROVEN', place: { path: 'b.yaml' } }])
})

test('a plan without changes writes nothing', () => {
  expect(rewrite(new Map(), { changes: [], skips: [] })).toEqual({
    plan: { changes: [], skips: [] },
    files: [],
    findings: [],
  })
})

import { expect, test } from 'vitest'
import { outputs } from '../../../src/core/report/outputs.ts'
import { report } from '../../../src/core/report/report.ts'
import { OUTPUTS } from '../../../src/core/settings/inputs.ts'
import { group, OPENED } from '../../support/report-fields.ts'

test('every output of the table is set, with nothing to tell too', () => {
  const texts = outputs(report({ groups: [], findings: [], unmatched: [] }))
  expect(Object.keys(texts).sort()).toEqual(OUTPUTS.map(({ name }) => name).sort())
  expect(texts).toMatchObject({ outcome: 'unchanged', 'pull-request-url': '', changes: '[]', 'pull-requests': '[]' })
})

test('the pull request this run worked on comes before one it only looked at; all of them are listed', () => {
  const pullRequest = { number: 3, url: 'https://github.com/acme/gitops/pull/3', title: 't' }
  const unchanged = group({ label: 'staging', pullRequest })
  const texts = outputs(report({ groups: [unchanged, OPENED], findings: [], unmatched: [] }))
  expect(texts).toMatchObject({
    outcome: 'opened',
    'pull-request-url': OPENED.pullRequest?.url,
    'pull-request-number': '7',
    branch: 'image-bump/main/prod',
    commit: OPENED.commit,
  })
  expect(JSON.parse(texts['pull-requests'])).toEqual([
    { group: 'staging', outcome: 'unchanged', ...pullRequest, branch: '', commit: '' },
    { group: 'prod', outcome: 'opened', ...OPENED.pullRequest, branch: OPENED.branch, commit: OPENED.commit },
  ])
  expect(JSON.parse(texts.changes)).toEqual([
    { path: 'apps/shop.yaml', line: 3, column: 5, policy: 'prod:shop', part: 'tag', from: '1.0.0', to: '1.1.0' },
  ])
})

test('delivery straight to the base branch tells branch and commit without a pull request', () => {
  const { pullRequest: _, ...rest } = OPENED
  const texts = outputs(report({ groups: [{ ...rest, outcome: 'committed' }], findings: [], unmatched: [] }))
  expect(texts).toMatchObject({ outcome: 'committed', 'pull-request-url': '', commit: OPENED.commit })
  expect(texts['pull-requests']).toBe('[]')
})

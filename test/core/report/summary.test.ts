import { expect, test } from 'vitest'
import { finding } from '../../../src/core/finding.ts'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { report, type Report } from '../../../src/core/report/report.ts'
import { summary, SUMMARY_LIMIT } from '../../../src/core/report/summary.ts'
import { change, field, group, OPENED, skip } from '../../support/report-fields.ts'

function reported(parts: Partial<Report> = {}): Report {
  return report({ groups: [], findings: [], unmatched: [], ...parts })
}

test('a summary tells the outcome with its link, changes, findings, why the rest stays, and the diff', () => {
  const skips = [skip(field('apps/cart.yaml', 9), { because: '2.0.9 < 2.1.0', candidate: '2.0.9' })]
  const text = summary(
    reported({
      groups: [{ ...OPENED, plan: { ...OPENED.plan, skips } }],
      findings: [finding('COMMENTED_MARKER', { policy: 'a:b' }, { path: 'b.yaml' as RepoPath, line: 3 })],
      unmatched: [parseReference('acme/api:2')],
    }),
  )
  for (const part of [
    '- **prod**: A pull request was opened. [',
    '](https://github.com/acme/gitops/pull/7)',
    '- No policy concerns `acme/api:2`.',
    '| `apps/shop.yaml:3:5` | `prod:shop` | tag | `1.0.0` | `1.1.0` |',
    '| `b.yaml:3` | `COMMENTED_MARKER` ',
    '| `apps/cart.yaml:9:5` | `prod:shop` | `1.0.0` | `2.0.9` | the candidate is not newer: 2.0.9 &lt; 2.1.0 |',
    '```diff\n--- a/apps/shop.yaml\n+++ b/apps/shop.yaml\n@@ -1 +1 @@\n-tag: 1.0.0\n+tag: 1.1.0\n```\n',
  ])
    expect(text).toContain(part)
})

test.each([
  { groups: [OPENED], title: 'What merging changes', because: 'earlier builds put some of it there' },
  { groups: [OPENED, { ...OPENED, outcome: 'unchanged' }], title: 'What merging changes', because: 'so did they all' },
  { groups: [group({ outcome: 'committed', plan: OPENED.plan })], title: 'What changes', because: 'it is done' },
  { groups: [group({ outcome: 'planned', plan: OPENED.plan })], title: 'What changes', because: 'none is there' },
] as const)('the table of changes is called $title: $because', ({ groups, title }) => {
  expect(summary(reported({ groups }))).toContain(`### ${title}\n`)
})

test('nothing to do is one sentence', () => {
  expect(summary(reported())).toBe('## image-bump\n\nNothing to do: no value moves.\n\n')
})

test('an error comes first, each of its problems on a line', () => {
  const error = { code: 'BAD_INPUT', message: 'Input base: <b>\nInput paths: y' } as const
  expect(summary(reported({ error }))).toBe(
    '## image-bump\n\nThe run failed. `BAD_INPUT`: Input base: &lt;b&gt;\n- Input paths: y\n\n\n',
  )
})

test('no text of a file ends the fence of the diff', () => {
  const diffs = [{ path: 'a.yaml' as RepoPath, before: '', after: '`````\n# @octocat <!-- -->\n' }]
  expect(summary(reported({ groups: [group({ diffs })] }))).toMatch(/\n``````diff\n[^]*\n\+`````\n[^]*\n``````\n\n$/)
})

test('values cannot leave their cell, nor be markup', () => {
  const hostile = 'a|b`c\n<img src=x>@octocat #1'
  const groups = [group({ plan: { changes: [change(field('a|`.yaml', 1), hostile, hostile)], skips: [] } })]
  const rows = summary(reported({ groups }))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows).toHaveLength(1)
  expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(6)
  expect(rows[0]).not.toMatch(/@o|#1/)
})

test('a summary that is too long is cut from its end, says so, and stays whole Markdown', () => {
  const after = Array.from({ length: 40_000 }, (_, line) => `é line number ${line} of a long file\n`).join('')
  const groups = [{ ...OPENED, diffs: [{ path: 'a.yaml' as RepoPath, before: '', after }] }]
  const text = summary(reported({ groups }))
  const bytes = Buffer.byteLength(text)
  expect(bytes).toBeLessThanOrEqual(SUMMARY_LIMIT)
  expect(bytes).toBeGreaterThan(SUMMARY_LIMIT - 100)
  expect(text).toMatch(/\n```\n\n_\d+ lines more did not fit into this summary\._\n\n$/)
  expect(text).toContain('`1.1.0` |')
})

test('however little room there is, the limit is kept', () => {
  for (let limit = 0; limit < 900; limit += 7) {
    const text = summary(
      reported({ groups: [OPENED], findings: [finding('DECORATION_FAILED', { what: '日本語', reason: 'no' })] }),
      limit,
    )
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
  }
})

import type { Part } from '../../src/core/marker/marker.ts'
import type { MarkedField } from '../../src/core/marker/field.ts'
import type { BranchName, Oid, PolicyName, RepoPath } from '../../src/core/names.ts'
import type { Change, Plan, Skip } from '../../src/core/plan/plan.ts'
import type { GroupReport } from '../../src/core/report/report.ts'

export function field(path: string, line: number, column = 5, part: Part = 'tag'): MarkedField {
  return {
    marker: { policy: 'prod:shop' as PolicyName, part },
    place: { path: path as RepoPath, line, column },
    value: '1.0.0',
    start: 0,
    end: 5,
    style: 'plain',
    inFlow: false,
  }
}

export function change(at: MarkedField, from = '1.0.0', to = '1.1.0'): Change {
  return { field: at, policy: at.marker.policy, from, to }
}

export function skip(at: MarkedField, more: Partial<Skip> = {}): Skip {
  return { field: at, policy: at.marker.policy, why: 'older', current: '1.0.0', because: '', ...more }
}

export const NO_PLAN: Plan = { changes: [], skips: [] }

export function group(more: Partial<GroupReport> = {}): GroupReport {
  return { key: 'namespace:prod', label: 'prod', outcome: 'unchanged', plan: NO_PLAN, diffs: [], ...more }
}

export const OPENED = group({
  outcome: 'opened',
  branch: 'image-bump/main/prod' as BranchName,
  commit: '0123456789abcdef0123456789abcdef01234567' as Oid,
  pullRequest: { number: 7, url: 'https://github.com/acme/gitops/pull/7', title: 'bump shop to 1.1.0 in prod' },
  plan: { changes: [change(field('apps/shop.yaml', 3))], skips: [] },
  diffs: [{ path: 'apps/shop.yaml' as RepoPath, before: 'tag: 1.0.0\n', after: 'tag: 1.1.0\n' }],
})

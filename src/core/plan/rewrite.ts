import { compareBytes } from '../compare.ts'
import { finding, type Finding } from '../finding.ts'
import type { PolicyName, RepoPath } from '../names.ts'
import { edit } from './edit.ts'
import { isChange, isSkip, type Change, type Plan, type Skip } from './plan.ts'

/** A file with its text before and after. */
export interface RewrittenFile {
  readonly path: RepoPath
  readonly before: string
  readonly after: string
}

export interface Rewrite {
  /** What is left of the plan: a policy with a place that could not be proven is taken out whole. */
  readonly plan: Plan
  readonly files: readonly RewrittenFile[]
  readonly findings: readonly Finding[]
}

/** Carries a plan out on texts: splices each file and proves it; what cannot be proven does not happen. */
export function rewrite(texts: ReadonlyMap<RepoPath, string>, plan: Plan): Rewrite {
  const files: RewrittenFile[] = []
  for (const [path, changes] of byPath(plan.changes)) {
    const before = texts.get(path) ?? ''
    const edited = edit(path, before, changes)
    if (edited.kind === 'edited') {
      files.push({ path, before, after: edited.text })
      continue
    }
    const policies = new Set(changes.map(({ policy }) => policy))
    const rest = rewrite(texts, withoutPolicies(plan, policies, path, edited.reason))
    return {
      ...rest,
      findings: [finding('EDIT_NOT_PROVEN', { reason: edited.reason }, { path }), ...rest.findings],
    }
  }
  return { plan, files, findings: [] }
}

function byPath(changes: readonly Change[]): ReadonlyMap<RepoPath, readonly Change[]> {
  const sorted = changes.toSorted(({ field: a }, { field: b }) => compareBytes(a.place.path, b.place.path))
  return Map.groupBy(sorted, ({ field }) => field.place.path)
}

function withoutPolicies(plan: Plan, policies: ReadonlySet<PolicyName>, path: RepoPath, reason: string): Plan {
  const steps = [...plan.changes, ...plan.skips].map((step): Change | Skip => {
    if (!isChange(step) || !policies.has(step.policy)) return step
    const here = step.field.place.path === path
    return {
      field: step.field,
      policy: step.policy,
      why: here ? 'not proven' : 'blocked',
      current: step.from,
      candidate: step.to,
      because: here ? reason : `all places move together, and the edit of ${path} could not be proven`,
    }
  })
  return { changes: steps.filter(isChange), skips: steps.filter(isSkip) }
}

import type { Finding } from '../core/finding.ts'
import type { ImageReference } from '../core/image/reference.ts'
import { concerning } from '../core/plan/wish.ts'
import type { Policy, PullRequestRule, PullRequestSettings } from '../core/policy/policy.ts'
import { matchesName } from '../core/policy/scope.ts'
import { groupOf, type Group } from '../core/pull-request/group.ts'
import type { Rules } from '../core/plan/snapshot.ts'
import type { GroupReport } from '../core/report/report.ts'
import type { Decoration } from '../ports/forge.ts'

/** One thing to deliver: a pull request, or a commit straight onto the base branch. */
export interface Delivery {
  readonly kind: 'pull-request' | 'commit'
  readonly group: Group
  readonly policies: readonly Policy[]
}

/** What one group came to, and what was found on the way. */
export interface Delivered {
  readonly report: GroupReport
  readonly findings: readonly Finding[]
}

/** What a build has to deliver: every group that one of the policies it concerns belongs to, whole. */
export function deliveriesOf(
  { policies, pullRequests }: Pick<Rules, 'policies' | 'pullRequests'>,
  built: readonly ImageReference[],
): readonly Delivery[] {
  const byKey = Map.groupBy(policies, (policy) => {
    const { deliver } = ruleOf(pullRequests, policy)
    return `${deliver} ${groupOf(pullRequests.group, policy).key}`
  })
  return [...byKey.values()].flatMap((members): Delivery[] => {
    const [first] = members
    if (first === undefined || !members.some((policy) => concerning(policy, built).length > 0)) return []
    return [{ kind: ruleOf(pullRequests, first).deliver, group: groupOf(pullRequests.group, first), policies: members }]
  })
}

/** The first rule that matches a policy, or what counts without any. */
export function ruleOf({ rules }: PullRequestSettings, { name }: Policy): PullRequestRule {
  return rules.find(({ match }) => matchesName(match, name)) ?? NO_RULE
}

/**
 * What a pull request wears: everything that one of the policies it moves asks for. How it is merged is up to all policies
 * of its group, the most careful first: what joins later must not be merged by a rule for what came before.
 */
export function decorationOf(
  settings: PullRequestSettings,
  { group, moved }: { readonly group: readonly Policy[]; readonly moved: readonly Policy[] },
): Decoration & { readonly draft: boolean } {
  const rulesOf = (policies: readonly Policy[]): readonly PullRequestRule[] => [
    ...new Set(policies.map((policy) => ruleOf(settings, policy))),
  ]
  const [rules, merged] = [rulesOf(moved), rulesOf(group)]
  const all = (pick: (rule: PullRequestRule) => readonly string[]): readonly string[] => [
    ...new Set(rules.flatMap(pick)),
  ]
  const milestone = rules.find((rule) => rule.milestone !== undefined)?.milestone
  const merging = new Set(merged.map(({ autoMerge }) => autoMerge))
  return {
    labels: [...new Set([...settings.labels, ...all(({ labels }) => labels)])],
    reviewers: all(({ reviewers }) => reviewers),
    teamReviewers: all(({ teamReviewers }) => teamReviewers),
    assignees: all(({ assignees }) => assignees),
    ...(milestone === undefined ? {} : { milestone }),
    // Where the policies of one pull request disagree, a person merges.
    autoMerge: merging.size === 1 ? ([...merging][0] ?? 'off') : 'off',
    draft: merged.some(({ draft }) => draft),
  }
}

const NO_RULE: PullRequestRule = {
  match: '*',
  deliver: 'pull-request',
  labels: [],
  reviewers: [],
  teamReviewers: [],
  assignees: [],
  draft: false,
  autoMerge: 'off',
}

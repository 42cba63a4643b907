import type { OutputName } from '../settings/inputs.ts'
import { changesJson } from './json.ts'
import type { GroupReport, Report } from './report.ts'

/** The outputs of the action. Every one is set, '' where there is nothing to tell; several pull requests: the first counts. */
export function outputs({ outcome, groups }: Report): Record<OutputName, string> {
  // What this run did comes before what it only looked at.
  const first = groups.find(({ outcome, pullRequest, commit }) => outcome !== 'unchanged' && (pullRequest ?? commit))
  const told = first ?? groups.find(({ pullRequest }) => pullRequest !== undefined)
  return {
    outcome,
    'pull-request-url': told?.pullRequest?.url ?? '',
    'pull-request-number': told?.pullRequest === undefined ? '' : String(told.pullRequest.number),
    branch: told?.branch ?? '',
    commit: told?.commit ?? '',
    changes: JSON.stringify(changesJson(groups.flatMap(({ plan }) => plan.changes))),
    'pull-requests': JSON.stringify(groups.flatMap(pullRequestJson)),
  }
}

function pullRequestJson({ label, outcome, pullRequest, branch, commit }: GroupReport): readonly object[] {
  if (pullRequest === undefined) return []
  const { number, url, title } = pullRequest
  return [{ group: label, outcome, number, url, title, branch: branch ?? '', commit: commit ?? '' }]
}

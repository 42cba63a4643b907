import type { PolicyName } from '../core/names.ts'
import type { Decision } from '../core/plan/decide.ts'
import { commitMessage, type SourceRevision } from '../core/pull-request/commit-message.ts'
import type { Group } from '../core/pull-request/group.ts'
import type { PolicyState } from '../core/pull-request/state.ts'
import type { Job } from './scene.ts'
import { bumps, type Matter } from './texts.ts'

/** Message of the commit that makes a plan's changes; with the states of its policies it names the source of each. */
export function messageOf(
  job: Job,
  group: Group,
  what: Pick<Matter, 'plan' | 'decisions'>,
  states?: Readonly<Record<PolicyName, PolicyState>>,
): string {
  return commitMessage({
    group,
    base: job.base,
    bumps: bumps(what),
    changes: what.plan.changes,
    sources: states === undefined ? sourcesOf(job, what.decisions) : sourcesIn(states),
  })
}

function sourcesOf({ settings }: Job, decisions: readonly Decision[]): readonly SourceRevision[] {
  const { revision, sourceRepository } = settings
  const isBuilt = decisions.some(({ origin }) => origin === 'built')
  return !isBuilt || revision === undefined || sourceRepository === undefined
    ? []
    : [{ revision, repository: sourceRepository }]
}

function sourcesIn(states: Readonly<Record<PolicyName, PolicyState>>): readonly SourceRevision[] {
  const known = Object.values<PolicyState>(states).flatMap(({ revision, sourceRepository }): SourceRevision[] =>
    revision === undefined || sourceRepository === undefined ? [] : [{ revision, repository: sourceRepository }],
  )
  return [...new Map(known.map((source) => [`${source.repository} ${source.revision}`, source])).values()]
}

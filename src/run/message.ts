import type { PolicyName } from '../core/names.ts'
import type { Decision } from '../core/plan/decide.ts'
import { commitMessage, type SourceRevision } from '../core/pull-request/commit-message.ts'
import type { Group } from '../core/pull-request/group.ts'
import type { PolicyState } from '../core/pull-request/state.ts'
import { bumps, type Matter } from './texts.ts'
import { bringerOf, type Attempt } from './turn.ts'

/** Message of the commit that makes a plan's changes; with the states of its policies it names the source of each. */
export function messageOf(
  job: Attempt,
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

function sourcesOf({ turn }: Attempt, decisions: readonly Decision[]): readonly SourceRevision[] {
  const bringers = decisions.flatMap(({ origin, image }) => {
    const bringer = origin === 'built' && image !== undefined ? bringerOf(turn, image) : undefined
    return bringer === undefined ? [] : [bringer]
  })
  return distinct(bringers)
}

function sourcesIn(states: Readonly<Record<PolicyName, PolicyState>>): readonly SourceRevision[] {
  return distinct(Object.values<PolicyState>(states))
}

function distinct(all: readonly Pick<PolicyState, 'revision' | 'sourceRepository'>[]): readonly SourceRevision[] {
  const known = all.flatMap(({ revision, sourceRepository }): SourceRevision[] =>
    revision === undefined || sourceRepository === undefined ? [] : [{ revision, repository: sourceRepository }],
  )
  return [...new Map(known.map((source) => [`${source.repository} ${source.revision}`, source])).values()]
}

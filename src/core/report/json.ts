import { comparePlaces } from '../compare.ts'
import type { Finding } from '../finding.ts'
import type { Oid, Place } from '../names.ts'
import type { Change, Plan, Skip } from '../plan/plan.ts'
import { phraseFinding } from './phrase.ts'
import { sortByField, type RunOutcome } from './report.ts'
import type { Told } from './lint/told.ts'

/** The JSON contract of the command line, version 1: keys, their order and the order of entries are part of it. */

export interface ChangeJson {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly policy: string
  readonly part: string
  readonly from: string
  readonly to: string
}

export interface SkipJson {
  readonly path: string
  readonly line: number
  readonly policy: string
  readonly why: string
  readonly current: string
  readonly candidate?: string
}

/** Without a place, or as far as it is known. */
export interface FindingJson {
  readonly code: string
  readonly path?: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

export interface PlanJson {
  readonly v: 1
  readonly outcome: RunOutcome
  readonly changes: readonly ChangeJson[]
  readonly skips: readonly SkipJson[]
  readonly findings: readonly FindingJson[]
  readonly tree?: string
}

/** Of `plan`, `apply` and `set`. `tree`: the git tree that the result would be. */
export function planJson(what: {
  readonly outcome: RunOutcome
  readonly plans: readonly Plan[]
  readonly findings: readonly Finding[]
  readonly tree?: Oid
}): PlanJson {
  return {
    v: 1,
    outcome: what.outcome,
    changes: changesJson(what.plans.flatMap(({ changes }) => changes)),
    skips: sortByField(what.plans.flatMap(({ skips }) => skips)).map(skipJson),
    findings: findingsJson(what.findings),
    ...(what.tree === undefined ? {} : { tree: what.tree }),
  }
}

export interface ExplainJson {
  readonly v: 1
  readonly policy: string
  readonly selected: string | null
  readonly refused: Iterable<{ readonly tag: string; readonly why: string }>
}

/** Of `explain --tags-from`; the refusals keep the order they come in. */
export function explainJson(what: {
  readonly policy: string
  readonly selected: string | undefined
  readonly refused: ExplainJson['refused']
}): ExplainJson {
  return { v: 1, policy: what.policy, selected: what.selected ?? null, refused: withoutMore(what.refused) }
}

function* withoutMore(refused: ExplainJson['refused']): ExplainJson['refused'] {
  for (const { tag, why } of refused) yield { tag, why }
}

export interface LintJson {
  readonly v: 1
  readonly findings: readonly FindingJson[]
}

/** Of `lint`, which tells the problems of the policy file beside the findings. */
export function toldJson(told: readonly Told[]): LintJson {
  return { v: 1, findings: told.map(({ code, place, message }) => findingJson(code, place, message)) }
}

export interface ErrorJson {
  readonly v: 1
  readonly error: { readonly code: string; readonly message: string }
}

/** Of a command that stops. */
export function errorJson({ code, message }: { readonly code: string; readonly message: string }): ErrorJson {
  return { v: 1, error: { code, message } }
}

/** By path in byte order, then line, column. */
export function changesJson(changes: readonly Change[]): readonly ChangeJson[] {
  return sortByField(changes).map(({ field: { marker, place }, policy, from, to }) => ({
    path: place.path,
    line: place.line,
    column: place.column,
    policy,
    part: marker.part,
    from,
    to,
  }))
}

function skipJson({ field: { place }, policy, why, current, candidate }: Skip): SkipJson {
  return {
    path: place.path,
    line: place.line,
    policy,
    why,
    current,
    ...(candidate === undefined ? {} : { candidate }),
  }
}

function findingsJson(findings: readonly Finding[]): readonly FindingJson[] {
  return sortFindings(findings).map((found) => findingJson(found.code, found.place, phraseFinding(found)))
}

function findingJson(code: string, place: Place | undefined, message: string): FindingJson {
  return {
    code,
    ...(place === undefined ? {} : { path: place.path }),
    ...(place?.line === undefined ? {} : { line: place.line }),
    ...(place?.column === undefined ? {} : { column: place.column }),
    message,
  }
}

/** By place; what has none comes last, in the order it came. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => comparePlaces(a.place, b.place))
}

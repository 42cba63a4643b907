import { formatPlace, type Place, type PolicyName } from '../names.ts'
import type { SkipReason } from '../plan/plan.ts'
import { codeSpan, plainText, tableRow } from './markdown.ts'
import { clip } from './untrusted.ts'

/** A place that keeps its value although something came for it. */
export interface NotMoved {
  readonly policy: PolicyName
  readonly place: Place
  readonly why: SkipReason
  readonly current: string
  readonly candidate?: string
  readonly because: string
}

/** What was held, rejected or skipped and why, at most `limit` lines; what people decided comes first. */
export function notMovedSection(all: readonly NotMoved[], limit: number): string {
  const told = all.filter(({ why }) => LOUDEST_FIRST.includes(why))
  if (told.length === 0) return ''
  // One line for the many places of a policy that stay for one reason.
  const groups = [...Map.groupBy(told, sameReason).values()]
  const sorted = groups.toSorted((a, b) => rank(a) - rank(b))
  const rows = sorted.slice(0, limit).map((group) => tableRow(cells(group)))
  const head = [tableRow(['policy', 'stays at', 'not moved to', 'why']), tableRow(Array(4).fill(':--'))]
  const left = groups.length - rows.length
  const more = left > 0 ? [`_And ${left} more that did not move, left out here._`] : []
  return ['### Not moved', ...(rows.length === 0 ? [] : [[...head, ...rows].join('\n')]), ...more].join('\n\n')
}

/** Findings as a list, at most `limit`. */
export function findingSection(findings: readonly string[], limit: number): string {
  if (findings.length === 0) return ''
  const lines = findings.slice(0, limit).map((finding) => `- ${plainText(clip(finding, TEXT_LIMIT))}`)
  const left = findings.length - lines.length
  const more = left > 0 ? [`- … and ${left} more, left out here`] : []
  return `### Findings\n\n${[...lines, ...more].join('\n')}`
}

const TEXT_LIMIT = 300
const VALUE_LIMIT = 200

// "equal" and "out of scope" are not here: nothing came for those places.
const LOUDEST_FIRST: readonly SkipReason[] = [
  'rejected',
  'held',
  'diverged',
  'blocked',
  'not proven',
  'no tag',
  'no digest',
  'other image',
  'filtered',
  'older',
]

function sameReason({ policy, why, current, candidate, because }: NotMoved): string {
  return [policy, why, current, candidate ?? '', because].map((text) => clip(text, TEXT_LIMIT)).join('\n')
}

function rank([first]: readonly NotMoved[]): number {
  return first === undefined ? -1 : LOUDEST_FIRST.indexOf(first.why)
}

function cells(group: readonly NotMoved[]): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const { policy, place, current, candidate, why, because } = first
  const where = group.length === 1 ? codeSpan(clip(formatPlace(place), TEXT_LIMIT)) : `${group.length} places`
  return [
    `${codeSpan(clip(policy, VALUE_LIMIT))}<br>${where}`,
    codeSpan(clip(current, VALUE_LIMIT)),
    candidate === undefined ? '' : codeSpan(clip(candidate, VALUE_LIMIT)),
    `**${why}**: ${plainText(clip(because, TEXT_LIMIT))}`,
  ]
}

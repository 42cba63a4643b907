/** What follows from another finding, so that each mistake is told once. */
import type { Finding } from '../finding.ts'
import type { Place, PolicyName } from '../names.ts'
import { findPolicy, FLUX_TEXT } from '../policy/flux/flux.ts'
import type { Policy } from '../policy/policy.ts'
import { decode, type SourceFile } from './snapshot.ts'

/**
 * Findings of reading, each once: a document that holds markers and Flux objects was read for each, and where a comment
 * stands in a file that is not YAML is a guess.
 */
export function alongside(findings: readonly Finding[], files: readonly SourceFile[]): readonly Finding[] {
  const unreadable = new Set(findings.flatMap((found) => (isUnreadable(found) ? found.place.path : [])))
  const seen = new Set<string>()
  return findings.flatMap((found) => {
    if (found.code === 'DEAD_MARKER' && found.place !== undefined && unreadable.has(found.place.path)) return []
    if (!isUnreadable(found)) return [found]
    const text = textAt(files, found.place.path) ?? ''
    const told = inOurWords(found, text)
    // Every document of a template is unreadable for one reason.
    const key = `${isTemplate(text) ? 0 : (told.place.line ?? 0)}:${told.place.path}`
    if (seen.has(key)) return []
    seen.add(key)
    return [told]
  })
}

/** Whether the policy is defined by a Flux object that a finding tells about already. */
export function isUnresolved(
  name: PolicyName,
  findings: readonly Finding[],
  files: readonly SourceFile[] = [],
): boolean {
  const [namespace = '', short = ''] = name.split(':')
  return findings.some((found) => {
    if (found.code === 'FLUX_UNRESOLVED') return [`${namespace}:${short}`, `*:${short}`].includes(found.args.policy)
    if (!isUnreadable(found)) return false
    const text = textAt(files, found.place.path)
    return text?.includes(FLUX_TEXT) === true && new Set(text.split(WORD_END)).has(short)
  })
}

function isTemplate(text: string): boolean {
  return text.includes('{{')
}

type Unreadable = Extract<Finding, { code: 'FILE_UNREADABLE' }> & { readonly place: Place }

function isUnreadable(found: Finding): found is Unreadable {
  return found.code === 'FILE_UNREADABLE' && found.place !== undefined
}

/** What a parser says of a template, and of a `#` without a blank before it, is of no use to anybody. */
function inOurWords(found: Unreadable, text: string): Unreadable {
  const { args, place } = found
  if (isTemplate(text)) return { ...found, args: { reason: `it is a template, with {{ in it: ${args.reason}` } }
  const glued = /^(.*[^\s#"'])#+\s*\{\s*"\$imagepolicy"/m.exec(text)
  if (glued === null) return found
  const line = text.slice(0, glued.index).split('\n').length
  const column = (glued[1] ?? '').length + 1
  return {
    ...found,
    args: { reason: 'a blank is missing before the "#" of a comment' },
    place: { ...place, line, column },
  }
}

/** Policies that somebody meant to use: their only marker is broken, and that is what needs telling. */
export function mentionedPolicies(
  policies: readonly Policy[],
  findings: readonly Finding[],
  files: readonly SourceFile[],
): ReadonlySet<Policy> {
  const names = new Set(findings.flatMap((found) => namesIn(found, files)))
  return new Set([...names].flatMap((name) => findPolicy(policies, name) ?? []))
}

function namesIn(found: Finding, files: readonly SourceFile[]): readonly PolicyName[] {
  if (found.code === 'DEAD_MARKER' || found.code === 'UNKNOWN_PART') return [found.args.policy as PolicyName]
  if (found.code === 'UNKNOWN_POLICY') return [found.args.nearest as PolicyName]
  if (found.code === 'NEAR_MARKER') return namesOf(found.args.comment)
  return isUnreadable(found) ? namesOf(textAt(files, found.place.path) ?? '') : []
}

const WORD_END = /["'`\s{}[\],]+/

/** Whatever reads as `namespace:name`, with or without a part behind it. */
function namesOf(text: string): readonly PolicyName[] {
  return text.split(WORD_END).flatMap((word) => {
    const [namespace, short] = word.split(':')
    return namespace && short ? [`${namespace}:${short}` as PolicyName] : []
  })
}

function textAt(files: readonly SourceFile[], path: string): string | undefined {
  const file = files.find((known) => known.path === path)
  return file === undefined ? undefined : decode(file.bytes)
}

/** What follows from another finding, so that each mistake is told once. */
import { finding, type Finding } from '../finding.ts'
import type { PolicyName } from '../names.ts'
import { findPolicy, FLUX_TEXT } from '../policy/flux.ts'
import type { Policy } from '../policy/policy.ts'
import { decode, type SourceFile } from './snapshot.ts'

/**
 * Findings of reading, without repetition: a document that holds markers and Flux objects was read for each.
 * Why a template is not YAML is of no use to anybody; that it is one, is.
 */
export function alongside(findings: readonly Finding[], files: readonly SourceFile[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.flatMap((found) => {
    if (found.code !== 'FILE_UNREADABLE' || found.place === undefined) return [found]
    const { path, line = 0 } = found.place
    const key = `${line}:${path}`
    if (seen.has(key)) return []
    seen.add(key)
    const isTemplate = textAt(files, path)?.includes('{{') === true
    return isTemplate
      ? [finding('FILE_UNREADABLE', { reason: `it is a template, with {{ in it: ${found.args.reason}` }, found.place)]
      : [found]
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
    if (found.code !== 'FILE_UNREADABLE' || found.place === undefined) return false
    const text = textAt(files, found.place.path)
    return text?.includes(FLUX_TEXT) === true && new Set(text.split(WORD_END)).has(short)
  })
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
  switch (found.code) {
    case 'DEAD_MARKER':
    case 'UNKNOWN_PART':
      return [found.args.policy as PolicyName]
    case 'UNKNOWN_POLICY':
      return [found.args.nearest as PolicyName]
    case 'NEAR_MARKER':
      return namesOf(found.args.comment)
    case 'FILE_UNREADABLE':
      return found.place === undefined ? [] : namesOf(textAt(files, found.place.path) ?? '')
    default:
      return []
  }
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

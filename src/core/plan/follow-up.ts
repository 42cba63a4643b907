/** What follows from another finding, so that each mistake is told once. */
import type { Finding } from '../finding.ts'
import type { Place, PolicyName } from '../names.ts'
import { FLUX_TEXT, policyFinder } from '../policy/flux/flux.ts'
import type { Policy } from '../policy/policy.ts'
import { decode, type SourceFile } from './snapshot.ts'

/**
 * Findings of reading, each once: a document that holds markers and Flux objects was read for each, and where a comment
 * stands in a file that is not YAML is a guess.
 */
export function alongside(findings: readonly Finding[], files: readonly SourceFile[]): readonly Finding[] {
  const textAt = textsOf(files)
  const unreadable = new Set(findings.flatMap((found) => (isUnreadable(found) ? found.place.path : [])))
  const seen = new Set<string>()
  return findings.flatMap((found) => {
    if (found.code === 'DEAD_MARKER' && found.place !== undefined && unreadable.has(found.place.path)) return []
    if (!isUnreadable(found)) return [found]
    const text = textAt(found.place.path) ?? ''
    const told = inOurWords(found, text)
    // Every document of a template is unreadable for one reason.
    const key = `${isTemplate(text) ? 0 : (told.place.line ?? 0)}:${told.place.path}`
    if (seen.has(key)) return []
    seen.add(key)
    return [told]
  })
}

/** Which policies are defined by a Flux object that a finding tells about already. */
export function unresolvedIn(
  findings: readonly Finding[],
  files: readonly SourceFile[] = [],
): (name: PolicyName) => boolean {
  const textAt = textsOf(files)
  const names = new Set<string>()
  const words = new Set<string>()
  for (const found of findings) {
    if (found.code === 'FLUX_UNRESOLVED') names.add(found.args.policy)
    const text = isUnreadable(found) ? textAt(found.place.path) : undefined
    if (text?.includes(FLUX_TEXT) === true) for (const word of text.split(WORD_END)) words.add(word)
  }
  return (name) => {
    const [namespace = '', short = ''] = name.split(':')
    return names.has(`${namespace}:${short}`) || names.has(`*:${short}`) || words.has(short)
  }
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
  const textAt = textsOf(files)
  const names = new Set(findings.flatMap((found) => namesIn(found, textAt)))
  const find = policyFinder(policies)
  return new Set([...names].flatMap((name) => find(name) ?? []))
}

function namesIn(found: Finding, textAt: TextAt): readonly PolicyName[] {
  if (found.code === 'DEAD_MARKER' || found.code === 'UNKNOWN_PART') return [found.args.policy as PolicyName]
  if (found.code === 'UNKNOWN_POLICY') return [found.args.nearest as PolicyName]
  if (found.code === 'NEAR_MARKER') return namesOf(found.args.comment)
  return isUnreadable(found) ? namesOf(textAt(found.place.path) ?? '') : []
}

const WORD_END = /["'`\s{}[\],]+/

/** Whatever reads as `namespace:name`, with or without a part behind it. */
function namesOf(text: string): readonly PolicyName[] {
  return text.split(WORD_END).flatMap((word) => {
    const [namespace, short] = word.split(':')
    return namespace && short ? [`${namespace}:${short}` as PolicyName] : []
  })
}

type TextAt = (path: string) => string | undefined

function textsOf(files: readonly SourceFile[]): TextAt {
  const byPath = new Map<string, SourceFile>(files.map((file) => [file.path, file]))
  return (path) => {
    const file = byPath.get(path)
    return file === undefined ? undefined : decode(file.bytes)
  }
}

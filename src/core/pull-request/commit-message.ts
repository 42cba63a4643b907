import { formatReference, readReference, type ImageReference } from '../image/reference.ts'
import { formatPlace, type BranchName, type PolicyName } from '../names.ts'
import type { Change } from '../plan/plan.ts'
import type { Bump } from './bump.ts'
import type { Group } from './group.ts'
import { title } from './title.ts'
import { clip, harmless } from './untrusted.ts'

export interface CommitMessageInput {
  readonly group: Group
  readonly base: BranchName
  readonly bumps: readonly Bump[]
  readonly changes: readonly Change[]
  readonly sources: readonly SourceRevision[]
}

/** A commit of a source repository, the full id or its start. */
export interface SourceRevision {
  readonly revision: string
  readonly repository: string
}

export interface Trailers {
  /** Key of the group; undefined: the commit is not ours. */
  readonly group?: string
  readonly bumps: ReadonlyMap<PolicyName, ImageReference>
  readonly revisions: readonly SourceRevision[]
}

/**
 * Headline, one line for each change, and trailers from which a pull request can be repaired:
 * `Image-Bump-Group: namespace:staging`, `Image-Bump: staging:shop=ghcr.io/acme/shop:1.5.0`,
 * `Source-Revision: 9f8e7d6 (acme/shop)`.
 */
export function commitMessage({ group, base, bumps, changes, sources }: CommitMessageInput): string {
  const trailers = [
    `Image-Bump-Group: ${encode(group.key)}`,
    ...bumps.map(({ policy, to }) => `Image-Bump: ${encode(policy)}=${formatReference(to)}`),
    ...sources.map(({ revision, repository }) => `Source-Revision: ${encode(revision)} (${encode(repository)})`),
  ]
  const headline = `chore(image): ${title({ bumps, group, base })}`
  return `${[headline, changeLines(changes), trailers.join('\n')].filter((part) => part !== '').join('\n\n')}\n`
}

/** Reads the trailers of any commit message. Only a last paragraph that is trailers throughout counts. Never throws. */
export function readTrailers(message: string): Trailers {
  const bumps = new Map<PolicyName, ImageReference>()
  const revisions: SourceRevision[] = []
  let group: string | undefined
  for (const line of lastParagraph(message)) {
    const [, key = '', value = ''] = TRAILER.exec(line) ?? []
    if (key === 'Image-Bump-Group') group ??= decode(value)
    if (key === 'Image-Bump') {
      const bump = readBump(value)
      if (bump !== undefined) bumps.set(...bump)
    }
    const source = key === 'Source-Revision' ? SOURCE.exec(value) : null
    if (source?.[1] !== undefined && source[2] !== undefined)
      revisions.push({ revision: decode(source[1]), repository: decode(source[2]) })
  }
  return { ...(group === undefined ? {} : { group }), bumps, revisions }
}

/** Whether a commit was made by us. */
export function isOurs(message: string): boolean {
  return readTrailers(message).group !== undefined
}

const LINE_LIMIT = 200
const VALUE_LIMIT = 200
const WIDTH = 72
const TRAILER = /^([A-Za-z0-9][A-Za-z0-9-]*): (\S.*?)\s*$/
const SOURCE = /^(\S+) \((\S+)\)$/

function changeLines(changes: readonly Change[]): string {
  const more = changes.length > LINE_LIMIT ? [`and ${changes.length - LINE_LIMIT} more`] : []
  return [...changes.slice(0, LINE_LIMIT).map(changeLine), ...more].join('\n')
}

function changeLine({ field, policy, from, to }: Change): string {
  const { path, line } = field.place
  const head = `${harmless(formatPlace({ path, line }))} ${harmless(policy)}`
  const tail = `${harmless(clip(from, VALUE_LIMIT))} -> ${harmless(clip(to, VALUE_LIMIT))}`
  return head.length + tail.length < WIDTH ? `${head} ${tail}` : `${head}\n  ${tail}`
}

// The subject is never a trailer block, so a message of one paragraph has none.
function lastParagraph(message: string): readonly string[] {
  const paragraphs = message
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n/)
  const lines = paragraphs.length < 2 ? [] : (paragraphs.at(-1) ?? '').trim().split('\n')
  return lines.every((line) => TRAILER.test(line)) ? lines : []
}

function readBump(value: string): [PolicyName, ImageReference] | undefined {
  const equals = value.indexOf('=')
  const read = readReference(value.slice(equals + 1))
  return equals > 0 && read.ok ? [decode(value.slice(0, equals)) as PolicyName, read.value] : undefined
}

// Whatever could break a line, mention somebody or be taken for "=" travels percent-encoded.
function encode(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSAFE, (character) => encodeURIComponent(character).replace(/^[!'()*~-]$/, percent))
}

const UNSAFE = /[^A-Za-z0-9:._/-]|(?<=GH)-(?=\d)|(?<=\/(?:issues|pulls?|discussions))\/(?=\d)/giu

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

import { formatReference, readReference, sameImage, type ImageReference, type Parsed } from '../image/reference.ts'
import { ADDRESS, REPOSITORY, REVISION } from './state-reader.ts'

/** What a build brings, and where it comes from. */
export interface Bringing {
  readonly images: readonly ImageReference[]
  readonly revision?: string
  readonly sourceRepository?: string
  readonly runUrl?: string
  /** A lower value is let through, for these images. */
  readonly force: boolean
  /** Globs of the run that narrow where these images go; empty: nothing is narrowed. */
  readonly paths: readonly string[]
}

/** What a run that lost the race for a branch leaves for whoever moves it next. Untrusted: policies judge it. */
export interface Intent extends Bringing {
  /** Key of the group. */
  readonly group: string
  /** The policy file that the run reads. */
  readonly config: string
}

/** The intent as text. Undefined: it is longer than anybody would read. */
export function formatIntent(intent: Intent): string | undefined {
  const { group, config, images, revision, sourceRepository, runUrl, force, paths } = intent
  const text = JSON.stringify({
    v: 1,
    group,
    config,
    images: images.map(formatReference),
    ...(revision === undefined ? {} : { revision }),
    ...(sourceRepository === undefined ? {} : { sourceRepository }),
    ...(runUrl === undefined ? {} : { runUrl }),
    ...(force ? { force } : {}),
    ...(paths.length === 0 ? {} : { paths }),
  })
  return text.length > INTENT_LIMIT || images.length > LIST_LIMIT || paths.length > LIST_LIMIT ? undefined : `${text}\n`
}

/** Reads an intent. Never throws, whatever the text; a refusal says nothing that the text said. */
export function readIntent(text: string): Parsed<Intent> {
  if (text.length > INTENT_LIMIT + 1) return refused('it is too long')
  let fields: ReadonlyMap<string, unknown>
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return refused('it is not an object')
    // A Map, so that no name in it (`__proto__`, `constructor`) means more than a name.
    fields = new Map(Object.entries(json))
  } catch {
    return refused('it is not JSON')
  }
  if (fields.get('v') !== 1) return refused('its version is not 1')
  const unknown = [...fields.keys()].some((key) => !KEYS.has(key))
  if (unknown) return refused('it has a field that nobody knows')
  const [group, config] = [fields.get('group'), fields.get('config')]
  if (!isText(group)) return refused('"group" is not a text')
  if (!isText(config)) return refused('"config" is not a text')
  const images = imagesOf(fields.get('images'))
  if (images === undefined) return refused('"images" is not a list of image references')
  const paths: unknown = fields.get('paths') ?? []
  if (!Array.isArray(paths) || paths.length > LIST_LIMIT || !paths.every(isText))
    return refused('"paths" is not a list of texts')
  const force = fields.get('force') ?? false
  if (typeof force !== 'boolean') return refused('"force" is not true or false')
  for (const [key, form] of FORMS) {
    const value = fields.get(key)
    const isFit = value === undefined || (typeof value === 'string' && value.length <= TEXT_LIMIT && form.test(value))
    if (!isFit) return refused(`"${key}" has not the form it should have`)
  }
  const source = Object.fromEntries([...fields].filter(([key]) => FORMS.has(key)))
  return { ok: true, value: { group, config, images, force, paths, ...source } }
}

/**
 * Those of the others that can be decided together with the first: all of them, but what was forced, or is to go to some
 * files only, shares no image with anything else. Of the two, one then comes on top of the other, as without any hurry.
 */
export function together<One extends Bringing>(own: Bringing, others: readonly One[]): readonly One[] {
  const taken: Bringing[] = [own]
  return others.filter((other) => {
    const clashes = taken.some((one) => (isSpecial(one) || isSpecial(other)) && shareImage(one, other))
    if (!clashes) taken.push(other)
    return !clashes
  })
}

/** Longest text of an intent, in UTF-16 units. */
export const INTENT_LIMIT = 16_000

const LIST_LIMIT = 100
const TEXT_LIMIT = 1_000
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['revision', REVISION],
  ['sourceRepository', REPOSITORY],
  ['runUrl', ADDRESS],
])
const KEYS = new Set(['v', 'group', 'config', 'images', 'force', 'paths', ...FORMS.keys()])

function refused(reason: string): Parsed<Intent> {
  return { ok: false, reason }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_LIMIT
}

function imagesOf(value: unknown): readonly ImageReference[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIST_LIMIT) return undefined
  const read = value.map((text: unknown) => (typeof text === 'string' ? readReference(text) : undefined))
  const images = read.flatMap((one) => (one?.ok === true ? [one.value] : []))
  return images.length === value.length ? images : undefined
}

function isSpecial({ force, paths }: Bringing): boolean {
  return force || paths.length > 0
}

function shareImage(a: Bringing, b: Bringing): boolean {
  return a.images.some(({ name }) => b.images.some((other) => sameImage(name, other.name)))
}

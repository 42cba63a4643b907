import type { PolicyName } from '../names.ts'

/** What of the image goes to a marked place. */
export type Part = 'reference' | 'tag' | 'name' | 'digest'

/** What a marker comment says. */
export interface Marker {
  readonly policy: PolicyName
  readonly part: Part
}

/** What a comment turns out to be, read for a marker (by comment.ts). */
export type MarkerReading =
  | { readonly kind: 'marker'; readonly marker: Marker }
  /** A marker but for its suffix, which is none of tag, name and digest. */
  | { readonly kind: 'unknown-part'; readonly policy: PolicyName; readonly part: string }
  /** Nearly a marker; `inner` is the valid one that stands between other text. */
  | { readonly kind: 'near'; readonly reason: string; readonly inner?: Marker }
  | { readonly kind: 'none' }

/** The key whose value names the policy. */
export const KEY = '$imagepolicy'
/**
 * What a file must hold before any comment of it can be a marker, and what git looks for: with its quotes, as Flux screens
 * files (kyaml's byte search).
 */
export const MARKER_TEXT = `"${KEY}"`
/** The long form: `{"$ref": "#/definitions/io.k8s.cli.setters.namespace:name"}`. */
const LONG_FORM = '#/definitions/io.k8s.cli.setters.'

/**
 * Reads the text of a comment after its `#` as kyaml does: one JSON object of strings and nulls.
 * Undefined when it is no such object, or one that names no policy. What kyaml calls an inline setter (`x-k8s-cli`)
 * is never a marker: it would write a value of its own.
 * @see https://fluxcd.io/flux/guides/image-update/ (marker syntax)
 */
export function readObject(body: string): MarkerReading | undefined {
  const members = stringMembers(body)
  if (members === undefined) return undefined
  const name = members.get(KEY)
  if (typeof name === 'string' && name !== '') return readName(name)
  const ref = members.get('$ref')
  if (typeof ref === 'string' && ref.startsWith(LONG_FORM)) return readName(ref.slice(LONG_FORM.length))
  return members.has(KEY) ? { kind: 'near', reason: 'it names no policy' } : undefined
}

/** Whether a file can hold markers at all; of one that cannot, no comment counts. */
export function holdsMarkerText(text: string): boolean {
  return text.includes(MARKER_TEXT)
}

/** Any JSON value; undefined when the text is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Go reads the comment into a map of strings: null becomes '', any other type refuses the whole object.
function stringMembers(body: string): ReadonlyMap<string, unknown> | undefined {
  const value = readJson(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const members = new Map(Object.entries(value))
  return [...members.values()].every((member) => member === null || typeof member === 'string') ? members : undefined
}

// kyaml makes a JSON pointer in a URI fragment of the name: percent escapes and ~0, ~1 are decoded, a slash splits it.
function readName(written: string): MarkerReading {
  const decoded = decodePercent(written)
  if (decoded === undefined) return { kind: 'near', reason: 'a % in the policy name must start an escape such as %3A' }
  const name = decoded.replaceAll('~1', '/').replaceAll('~0', '~')
  if (name.includes('/'))
    return { kind: 'near', reason: 'a "/" stands in the policy name; write namespace and name with a colon between' }
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\s\u0000-\u001f]/.test(name)) return { kind: 'near', reason: 'a blank stands in the policy name' }

  const [namespace = '', policy, ...rest] = name.split(':')
  if (policy === undefined) return { kind: 'near', reason: 'the policy has no namespace; write namespace:name' }
  if (namespace === '' || policy === '')
    return { kind: 'near', reason: 'namespace or name is empty; write namespace:name' }
  const full = `${namespace}:${policy}` as PolicyName
  if (rest.length === 0) return { kind: 'marker', marker: { policy: full, part: 'reference' } }
  const part = rest.join(':')
  return part === 'tag' || part === 'name' || part === 'digest'
    ? { kind: 'marker', marker: { policy: full, part } }
    : { kind: 'unknown-part', policy: full, part }
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

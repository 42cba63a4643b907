import { nearest } from '../nearest.ts'
import { KEY, readJson, readObject, type Marker, type MarkerReading } from './marker.ts'

/** Past this many characters a comment is prose or generated; nobody meant a marker. */
const LONGEST_NEAR_MISS = 2_000

/** What keeps a comment (its text after the `#`) from being a marker, when it nearly is one. */
export function nearMiss(body: string): MarkerReading {
  if (body.length > LONGEST_NEAR_MISS) return { kind: 'none' }
  const inner = body.match(/\{[^{}]*\}/g)?.flatMap((object) => innerMarker(object)) ?? []
  const [first] = inner
  if (first !== undefined) return { kind: 'near', reason: aroundObject(body, first, inner.length), inner: first.marker }
  const reason = looksMeant(body) ? malformed(body) : undefined
  return reason === undefined ? { kind: 'none' } : { kind: 'near', reason }
}

interface InnerMarker {
  readonly text: string
  readonly marker: Marker
}

function innerMarker(text: string): InnerMarker[] {
  const reading = readObject(text)
  return reading?.kind === 'marker' ? [{ text, marker: reading.marker }] : []
}

function aroundObject(body: string, { text }: InnerMarker, objects: number): string {
  const at = body.indexOf(text)
  const before = body.slice(0, at)
  const after = body.slice(at + text.length)
  if (objects > 1) return 'only one object may stand in the comment'
  const invisible = invisibleCharacter(before + after)
  if (invisible !== undefined) return `the invisible character ${invisible} stands beside the object`
  if (/^\s*#[\s#]*$/.test(before))
    return 'a second # stands before the object; write one #, or ## without a blank between'
  return before.trim() === '' ? 'text stands after the object' : 'text stands before the object'
}

// Prose may mention the word; what looks meant has the key with a colon, or an object with a key a typo away.
function looksMeant(body: string): boolean {
  return /["'`]?\$?imagepolicy["'`]?\s*:/i.test(body) || firstKey(body) !== undefined
}

function malformed(body: string): string | undefined {
  const invisible = invisibleCharacter(body)
  if (invisible !== undefined) return `it holds the invisible character ${invisible}`
  const value = readJson(body)
  if (typeof value === 'object' && value !== null) {
    const odd = Object.entries(value).find(([, member]) => member !== null && typeof member !== 'string')
    if (odd !== undefined && Object.hasOwn(value, KEY)) return `its member ${JSON.stringify(odd[0])} is not a string`
  }
  const key = firstKey(body)
  if (key !== undefined && key !== KEY) return `its key is ${JSON.stringify(key)}; write "${KEY}"`
  if (!body.includes('{')) return 'the braces around the object are missing'
  if (/[`‘’“”]/.test(body) || body.includes("'")) return 'JSON strings stand between double quotes'
  if (/,\s*\}/.test(body)) return 'a comma stands before the closing brace'
  if (!body.includes('}')) return 'the closing brace is missing'
  if (!/"\$imagepolicy"\s*:\s*"[^"]*"/.test(body)) return 'key and value must stand between double quotes'
  return 'it is not one JSON object'
}

/** The first key of an object in the text that is the marker's key or a typo away from it. */
function firstKey(body: string): string | undefined {
  const key = /\{\s*["'`‘’“”]?([$\w-]{9,15})["'`‘’“”]?\s*:/.exec(body)?.[1]
  return key !== undefined && nearest(key, [KEY]) !== undefined ? key : undefined
}

function invisibleCharacter(text: string): string | undefined {
  const code = /[\u00a0\u200b-\u200f\u2028\u2029\u202f\u2060\ufeff]/.exec(text)?.[0].charCodeAt(0)
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

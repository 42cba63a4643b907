import { readObject, type MarkerReading } from './marker.ts'
import { nearMiss } from './near.ts'

/** Reads a comment, with its `#`, for a marker. Only leading `#` are no part of the object: `# #` is too much. */
export function readMarker(comment: string): MarkerReading {
  const body = comment.replace(/^#+/, '')
  if (!body.includes('{') && !/imagepolicy/i.test(body)) return { kind: 'none' }
  return readObject(body) ?? nearMiss(body)
}

import type { Finding } from '../finding.ts'
import { scanFile } from '../marker/scan-file.ts'
import { FLUX_TEXT } from '../policy/flux.ts'
import { decode, MARKER_TEXT, type SourceFile } from './snapshot.ts'

/**
 * What a file must hold to be looked at by lint: more than the search of a run, since a file whose only marker is
 * misspelled does not hold the text of a marker. Letter case counts.
 */
export const LINT_TEXTS: readonly string[] = [
  FLUX_TEXT,
  'imagepolicy',
  '$imagePolicy',
  '$ImagePolicy',
  '{"$im',
  "{'$im",
  '{$im',
]

/** Near misses in files without any marker text. Nothing else of them counts: they may be of any kind. */
export function readUnmarked(files: readonly SourceFile[]): readonly Finding[] {
  return files.flatMap(({ path, bytes }) => {
    const text = decode(bytes)
    // A comment must be there before the whole file is parsed: definitions of Flux are ten thousand lines.
    if (text === undefined || text.includes(MARKER_TEXT) || !/(?:#|\/\/).*(?:imagepolicy|\{\s*["'`]?\$im)/i.test(text))
      return []
    return scanFile(path, text).findings.filter(({ code }) => code === 'NEAR_MARKER')
  })
}

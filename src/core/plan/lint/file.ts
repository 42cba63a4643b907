import { finding, type Finding } from '../../finding.ts'
import { lineIndex, placeIn } from '../../marker/lines.ts'
import { formatOf, TEXT_GLOBS } from '../../marker/format.ts'
import { holdsMarkerText, MARKER_TEXT } from '../../marker/marker.ts'
import { scanFile } from '../../marker/scan-file.ts'
import { FLUX_TEXT } from '../../policy/flux/flux.ts'
import { decode, type SourceFile } from '../snapshot.ts'

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

/**
 * Names of files that people put markers in and that are not read: each with an ending of its own, so that the
 * byte search need not look at every file.
 */
export const LOOK_ALIKES: readonly string[] = [
  ...['YAML', 'YML', 'Yaml', 'Yml'].map((ending) => `**/*.${ending}`),
  ...['tpl', 'tmpl', 'gotmpl', 'j2'].flatMap((ending) => [`**/*.yaml.${ending}`, `**/*.yml.${ending}`]),
  '**/[kK]ustomization',
  // Their format is known, and the policy file has to name them.
  ...TEXT_GLOBS,
]

/** Files that hold markers and are not read, each at the first of them. */
export function readSkipped(files: readonly SourceFile[]): readonly Finding[] {
  return files.flatMap(({ path, bytes }) => {
    const text = decode(bytes) ?? ''
    const at = text.indexOf(MARKER_TEXT)
    if (at === -1) return []
    const name = path.slice(path.lastIndexOf('/') + 1)
    return [finding('FILE_SKIPPED', { name }, placeIn(path, lineIndex(text), at))]
  })
}

/** Near misses in files without any marker text. Nothing else of them counts: they may be of any kind. */
export function readUnmarked(files: readonly SourceFile[]): readonly Finding[] {
  return files.flatMap(({ path, bytes }) => {
    const text = decode(bytes)
    // A comment must be there before the whole file is parsed: definitions of Flux are ten thousand lines.
    if (text === undefined || holdsMarkerText(text) || formatOf(path) === undefined) return []
    if (!text.split('\n').some(mayBeMeant)) return []
    return scanFile(path, text).findings.filter(({ code }) => code === 'NEAR_MARKER')
  })
}

/** Only what follows the first sign of a comment is looked at: a pattern for both is quadratic on a line of such signs. */
function mayBeMeant(line: string): boolean {
  const comment = line.search(/#|\/\//)
  return comment !== -1 && /imagepolicy|\{\s*["'`]?\$im/i.test(line.slice(comment))
}

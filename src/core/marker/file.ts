/** Whether the path is of a kind of file in which markers count; no directory is left out. */
export function markerFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.endsWith('.yaml') || name.endsWith('.yml') || name === 'Kustomization'
}

/** The text that a file must hold, with these quotes, before any comment of it can be a marker. */
export const MARKER_TEXT = '"$imagepolicy"'

/** Whether a file can hold markers at all; one without is never parsed. */
export function holdsMarkerText(text: string): boolean {
  return text.includes(MARKER_TEXT)
}

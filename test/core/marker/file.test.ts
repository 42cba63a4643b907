import { expect, test } from 'vitest'
import { holdsMarkerText, markerFile } from '../../../src/core/marker/file.ts'

test.each([
  { path: 'app.yaml', counts: true },
  { path: 'a/b.c/app.yml', counts: true },
  { path: 'vendor/.yaml', counts: true },
  { path: '.github/workflows/x.yml', counts: true },
  { path: 'base/Kustomization', counts: true },
  { path: 'base/kustomization', counts: false },
  { path: 'Kustomization/readme', counts: false },
  { path: 'app.YAML', counts: false },
  { path: 'app.yaml.tpl', counts: false },
  { path: 'app.json', counts: false },
])('$path can hold markers: $counts', ({ path, counts }) => {
  expect(markerFile(path)).toBe(counts)
})

test('the key must stand in a file with its double quotes', () => {
  expect(holdsMarkerText(`a: b # {"$imagepolicy": "a:b"}`)).toBe(true)
  expect(holdsMarkerText(`a: b # {'$imagepolicy': 'a:b'}`)).toBe(false)
})

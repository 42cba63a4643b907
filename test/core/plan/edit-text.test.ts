import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanFile } from '../../../src/core/marker/scan-file.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { edit, type Edited } from '../../../src/core/plan/edit.ts'
import { textOf } from '../marker/text/hostile.ts'

const M = '# {"$imagepolicy": "ns:app"}'
const FORMATS = ['.env', 'a.toml', 'main.tf', 'Dockerfile'] as const

/** Gives every marked field of the text the value. */
function editAll(path: string, text: string, to: string): Edited {
  const { fields } = scanFile(path as RepoPath, text)
  return edit(
    path as RepoPath,
    text,
    fields.map((field) => ({ field, to })),
  )
}

test.each([
  { path: '.env', before: `A=1 ${M}\r\nB='1'\t${M}`, after: `A=x:2 ${M}\r\nB='x:2'\t${M}` },
  { path: '.env', before: `\ufeffexport A="" ${M}\n`, after: `\ufeffexport A="x:2" ${M}\n` },
  { path: 'a.toml', before: `a = [ "1", ${M}\n '1' ]\n`, after: `a = [ "x:2", ${M}\n '1' ]\n` },
  { path: 'a.toml', before: `a = { b = '1' } ${M}`, after: `a = { b = 'x:2' } ${M}` },
  { path: 'main.tf', before: `a = "1"   //${M.slice(1)}\n`, after: `a = "x:2"   //${M.slice(1)}\n` },
  { path: 'Dockerfile', before: `${M}\nFROM 1 AS b\n${M}\nARG K="1"`, after: `${M}\nFROM x:2 AS b\n${M}\nARG K="x:2"` },
])('$path: $before becomes $after', ({ path, before, after }) => {
  expect(editAll(path, before, 'x:2')).toEqual({ kind: 'edited', text: after })
})

test.each([
  { path: 'a.toml', before: `a = "1" ${M}`, to: 'a"b', because: 'quotes would end the string' },
  { path: 'main.tf', before: `a = "1" ${M}`, to: '${x}', because: 'it would be an interpolation' },
  { path: '.env', before: `A=1 ${M}`, to: 'a b', because: 'a blank parts words' },
  { path: '.env', before: `A=1 ${M}`, to: '', because: 'nothing would be left to mark' },
  { path: 'Dockerfile', before: `${M}\nFROM a`, to: '--x', because: 'it would be a flag' },
  { path: 'Dockerfile', before: `${M}\nFROM a`, to: 'a\nRUN b', because: 'a line would begin' },
])('$path: $to is refused: $because', ({ path, before, to }) => {
  expect(editAll(path, before, to)).toEqual({ kind: 'refused', reason: expect.any(String) })
})

test.each([
  { path: 'a.toml', text: `a = "1"\nb = "2" ${M}\n`, steal: { start: 4, end: 7 } },
  { path: '.env', text: `A=1\nB=2 ${M}\n`, steal: { start: 0, end: 5 } },
])('$path: offsets that would change anything else are refused', ({ path, text, steal }) => {
  const [field] = scanFile(path as RepoPath, text).fields
  if (field === undefined) throw new Error('no field')
  expect(edit(path as RepoPath, text, [{ field: { ...field, ...steal }, to: 'z' }])).toEqual({
    kind: 'refused',
    reason: 'a value without a marker would change',
  })
})

test.each(FORMATS)('%s: no byte outside marked values changes, and a second run finds nothing', (path) => {
  fc.assert(
    fc.property(textOf(path), fc.constantFrom('1.5.0', 'ghcr.io/acme/shop:1.5.0', 'AS', '0'), (text, to) => {
      const edited = editAll(path, text, to)
      if (edited.kind === 'refused') return
      const [was, now] = [scanFile(path as RepoPath, text).fields, scanFile(path as RepoPath, edited.text).fields]
      expect(now.map(({ value }) => value)).toEqual(was.map(() => to))
      expect(outside(edited.text, now)).toEqual(outside(text, was))
      expect(editAll(path, edited.text, to)).toEqual(edited)
    }),
    { numRuns: 300 },
  )
})

/** The pieces of a text between its fields. */
function outside(text: string, fields: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  const ends = [0, ...fields.map(({ end }) => end)]
  return ends.map((end, index) => text.slice(end, fields[index]?.start ?? text.length))
}

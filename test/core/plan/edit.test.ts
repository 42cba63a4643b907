import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BumpError } from '../../../src/core/errors.ts'
import type { Part } from '../../../src/core/marker/marker.ts'
import { scan } from '../../../src/core/marker/scan.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { applyEdits, edit, type Edited } from '../../../src/core/plan/edit.ts'
import { yamlText } from './yaml-text.ts'

const M = '# {"$imagepolicy": "ns:app"}'
const path = 'x.yaml' as RepoPath

/** Gives every marked field of the text the value. */
function editAll(text: string, to: string): Edited {
  return edit(
    path,
    text,
    scan(path, text).fields.map((field) => ({ field, to })),
  )
}

test.each([
  { because: 'plain stays plain', before: `a: 1.0.0 ${M}`, to: '1.2.3', after: `a: 1.2.3 ${M}` },
  { because: 'a number gets quotes', before: `a: 1.0.0 ${M}\n`, to: '1.10', after: `a: "1.10" ${M}\n` },
  {
    because: 'a short commit that overflows stays plain',
    before: `a: x ${M}\n`,
    to: '123e4567',
    after: `a: 123e4567 ${M}\n`,
  },
  { because: 'so does one that is no number', before: `a: x ${M}\n`, to: 'e1234567', after: `a: e1234567 ${M}\n` },
  { because: 'an old number loses its type', before: `a: 15 ${M}\n`, to: '2.0.0', after: `a: 2.0.0 ${M}\n` },
  { because: '!!str stays', before: `a: !!str 1 ${M}\n`, to: '2', after: `a: !!str "2" ${M}\n` },
  { because: 'an unknown tag stays', before: `a: !env x ${M}\n`, to: 'z', after: `a: !env z ${M}\n` },
  { because: 'aliases follow their anchor', before: `a: &v x ${M}\nb: *v\n`, to: 'z', after: `a: &v z ${M}\nb: *v\n` },
  { because: 'two lines become one', before: `a: x\n  y ${M}\nb: c\n`, to: 'z', after: `a: z ${M}\nb: c\n` },
  { because: 'quoted ones too', before: `a: "x\n  y" ${M}\n`, to: 'z', after: `a: "z" ${M}\n` },
  {
    because: 'a block keeps header and indent',
    before: `a: |2- ${M}\n  x\n  y\n`,
    to: 'z',
    after: `a: |2- ${M}\n  z\n`,
  },
  {
    because: 'a block keeps its last lines',
    before: `a: |+ ${M}\r\n   x\r\n\r\n`,
    to: 'z',
    after: `a: |+ ${M}\r\n   z\r\n\r\n`,
  },
  { because: 'a block that has the value', before: `a: | ${M}\n  z\n`, to: 'z', after: `a: | ${M}\n  z\n` },
  { because: 'a folded block without final newline', before: `a: > ${M}\n  x\n  y`, to: 'z', after: `a: > ${M}\n  z` },
  {
    because: 'a broken document beside it',
    before: `a: x ${M}\n---\nb: "\n`,
    to: 'z',
    after: `a: z ${M}\n---\nb: "\n`,
  },
  { because: 'equal keys', before: `a: x ${M}\na: y ${M}\n`, to: 'z', after: `a: z ${M}\na: z ${M}\n` },
  { because: 'nothing is marked', before: 'a: x\n', to: 'z', after: 'a: x\n' },
])('writes $to: $because', ({ before, to, after }) => {
  expect(editAll(before, to)).toEqual({ kind: 'edited', text: after })
})

test.each([
  { because: 'the tag makes a number of it', before: `a: !!int 1 ${M}\n`, to: '2', reason: 'would not be a string' },
  { because: 'the tag refuses it', before: `a: !!int 1 ${M}\n`, to: 'v2', reason: 'not be a string' },
  { because: 'a block cannot start with a blank', before: `a: | ${M}\n  x\n`, to: ' z', reason: 'cannot be written' },
  { because: 'a block cannot hold a break', before: `a: | ${M}\n  x\n`, to: 'y\nz: w', reason: '' },
  { because: 'empty lines before the value stay', before: `a: | ${M}\n\n  x\n`, to: 'z', reason: 'cannot be written' },
  { because: 'a block without content has no indent', before: `a: | ${M}\nb: c\n`, to: 'z', reason: '' },
])('refuses to write $to: $because', ({ before, to, reason }) => {
  expect(editAll(before, to)).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) })
})

test.each([
  { because: 'the value of another field', text: `a: x\nb: y ${M}\n`, steal: { start: 3, end: 4 } },
  { because: 'a comment', text: `b: y ${M}\n# note\n`, steal: { start: 3, end: 41 } },
  { because: 'a whole entry', text: `a: x\nb: y ${M}\n`, steal: { start: 0, end: 9 } },
])('refuses offsets that would change $because', ({ text, steal }) => {
  const [field] = scan(path, text).fields
  if (field === undefined) throw new Error('no field')
  expect(edit(path, text, [{ field: { ...field, ...steal }, to: 'z' }])).toMatchObject({ kind: 'refused' })
})

test('edits are carried out from left to right', () => {
  expect(
    applyEdits('abcdef', [
      { start: 0, end: 1, newText: 'A' },
      { start: 1, end: 1, newText: '+' },
      { start: 4, end: 6, newText: '' },
    ]),
  ).toBe('A+bcd')
})

test.each([
  {
    because: 'unsorted',
    edits: [
      [3, 4],
      [0, 1],
    ],
  },
  {
    because: 'overlapping',
    edits: [
      [0, 3],
      [2, 4],
    ],
  },
  { because: 'past the end', edits: [[0, 9]] },
  { because: 'backwards', edits: [[2, 1]] },
])('edits that are $because are our bug', ({ edits }) => {
  const apply = (): string =>
    applyEdits(
      'abcdef',
      edits.map(([start = 0, end = 0]) => ({ start, end, newText: '' })),
    )
  expect(apply).toThrow(expect.objectContaining({ code: 'BUG' }))
  expect(apply).toThrow(BumpError)
})

const newValue: fc.Arbitrary<Readonly<Record<Part, string>>> = fc.record({
  reference: fc.stringMatching(/^[a-z]{1,5}\.[a-z]{2}\/[a-z]{1,5}:[A-Za-z0-9_][\w.-]{0,8}$/),
  tag: fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_][\w.-]{0,12}$/),
    fc.constantFrom('1.10', '20250612', 'on', '2025-06-12', '1e3'),
  ),
  name: fc.stringMatching(/^[a-z]{1,5}(?::[0-9]{2,4})?\/[a-z]{1,5}$/),
  digest: fc.stringMatching(/^sha256:[0-9a-f]{8}$/),
})

test('on any YAML: every marker is found, no byte outside marked scalars changes, a second run finds nothing', () => {
  fc.assert(
    fc.property(yamlText, newValue, ({ text, markers }, values) => {
      const { fields, findings } = scan(path, text)
      expect(findings).toEqual([])
      expect(fields).toHaveLength(markers)
      const edited = edit(
        path,
        text,
        fields.map((field) => ({ field, to: values[field.marker.part] })),
      )
      if (edited.kind === 'refused') throw new Error(edited.reason)
      const again = scan(path, edited.text).fields
      expect(again.map(({ value }) => value)).toEqual(again.map(({ marker }) => values[marker.part]))
      expect(outside(edited.text, again)).toEqual(outside(text, fields))
      expect(
        edit(
          path,
          edited.text,
          again.map((field) => ({ field, to: values[field.marker.part] })),
        ),
      ).toEqual(edited)
    }),
    { numRuns: 200 },
  )
})

/** The pieces of a text between its fields. */
function outside(text: string, fields: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  const ends = [0, ...fields.map(({ end }) => end)]
  return ends.map((end, index) => text.slice(end, fields[index]?.start ?? text.length))
}

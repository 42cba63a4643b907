import { expect, test } from 'vitest'
import { finding } from '../../../src/core/finding.ts'
import { ERROR_CODES, EXIT_CODES } from '../../../src/core/errors.ts'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { report } from '../../../src/core/report/report.ts'
import { exitCodeOf, failureOf } from '../../../src/core/report/verdict.ts'

const QUIET = { groups: [], findings: [], unmatched: [] }
const unmatched = [parseReference('acme/api:2')]
const findings = [finding('UNMATCHED_IMAGE', { image: 'acme/api:2', nearest: 'prod:api', hint: '' })]

test.each([
  { of: report(QUIET), allowed: 'fail' as const, exits: 0, because: 'nothing went wrong' },
  {
    of: report({ ...QUIET, unmatched, findings }),
    allowed: 'fail' as const,
    exits: 3,
    because: 'no policy concerns an image',
  },
  { of: report({ ...QUIET, unmatched, findings }), allowed: 'warn' as const, exits: 0, because: 'that was allowed' },
  {
    of: report({ ...QUIET, unmatched, error: { code: 'RACE_LOST' as const, message: 'lost' } }),
    allowed: 'fail' as const,
    exits: 4,
    because: 'an error is the louder of the two',
  },
])('with unmatched: $allowed a run exits with $exits: $because', ({ of, allowed, exits }) => {
  expect(exitCodeOf(of, allowed)).toBe(exits)
  expect(failureOf(of, allowed).length > 0).toBe(exits !== 0)
})

test('every problem of an error is told by itself, with its place', () => {
  const place = { path: '.image-bump.yaml' as RepoPath, line: 3, column: 5 }
  const problems = [{ place, message: 'unknown key "polcy"' }, { message: 'no image' }]
  const error = { code: 'BAD_POLICY' as const, message: 'both', problems }
  expect(failureOf(report({ ...QUIET, error }), 'fail')).toEqual([
    { place, message: 'BAD_POLICY: unknown key "polcy"' },
    { message: 'BAD_POLICY: no image' },
  ])
})

test('findings make a strict run red, with an exit code of their own', () => {
  const findings = [finding('UNUSED_POLICY', { policy: 'prod:shop' })]
  expect(exitCodeOf(report({ ...QUIET, findings }), 'fail')).toBe(0)
  expect(exitCodeOf(report({ ...QUIET, findings }), 'fail', true)).toBe(EXIT_CODES[ERROR_CODES.FINDINGS])
})

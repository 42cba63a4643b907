import { expect, test } from 'vitest'
import { finding, type FindingArguments, type FindingCode } from '../../../src/core/finding.ts'
import { levelOf, phraseFinding, phraseOutcome, phraseSkip } from '../../../src/core/report/phrase.ts'
import type { SkipReason } from '../../../src/core/plan/plan.ts'

// The compiler asks for every code and every argument; each argument must be found in its sentence.
const ARGUMENTS: FindingArguments = {
  UNKNOWN_POLICY: { policy: 'a:b', nearest: 'a:c' },
  UNKNOWN_PART: { policy: 'a:b', part: 'tagg' },
  NEAR_MARKER: { comment: '#{imagepolicy}', reason: 'no dollar' },
  DEAD_MARKER: { policy: 'a:b', position: 'above a mapping entry' },
  COMMENTED_MARKER: { policy: 'a:b' },
  UNUSED_POLICY: { policy: 'a:b' },
  PART_MISMATCH: { policy: 'a:b', part: 'tag', value: 'x/y:1' },
  NO_DIGEST: { policy: 'a:b' },
  VALUE_REFUSED: { policy: 'a:b', value: 'latest', reason: 'no version' },
  POLICY_DISAGREES: { policy: 'a:b', value: '1', other: '2', otherPlace: 'f.yaml:3:4' },
  POLICY_BLOCKED: { policy: 'a:b', reason: 'f.yaml:3 is in the way' },
  FILE_UNREADABLE: { reason: 'it is not UTF-8 text' },
  FILE_SKIPPED: { name: 'app.YAML' },
  EDIT_NOT_PROVEN: { reason: 'line 3 would differ' },
  FLUX_UNRESOLVED: { policy: 'a:b', reason: 'no repository object' },
  UNMATCHED_IMAGE: { image: 'x/y:1', nearest: 'a:c', hint: 'there is none' },
  HOLD_ENDED: { policy: 'a:b', until: '2026-01-02' },
  INTENT_UNREADABLE: { ref: 'refs/image-bump/queue/image-bump/main/prod/000001-0a1b2c3d', reason: 'it is not JSON' },
  STATE_UNREADABLE: { pullRequest: '#7', reason: 'not JSON' },
  DECORATION_FAILED: { what: 'label x', reason: 'it needs issues: write' },
}
const CODES = Object.keys(ARGUMENTS) as FindingCode[]

test.each(CODES)('%s has a sentence that says its arguments and ends', (code) => {
  const sentence = phraseFinding(finding(code, ARGUMENTS[code]))
  for (const argument of Object.values(ARGUMENTS[code])) expect(sentence).toContain(argument)
  expect(sentence).toMatch(/^[^\n]{20,300}[.?]$/)
  expect(['warning', 'notice']).toContain(levelOf(code))
})

const HOSTILE = '\u001B[2J\r\n::error::x\u202E\u2028\u0085\u{E0041}\uD800"' + 'x'.repeat(10_000)

test.each(CODES)('%s stays one bounded line of visible text, whatever its arguments hold', (code) => {
  const args = Object.fromEntries(Object.keys(ARGUMENTS[code]).map((name) => [name, HOSTILE]))
  const sentence = phraseFinding(finding(code, args as never))
  expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(sentence.isWellFormed()).toBe(true)
  expect(sentence.length).toBeLessThan(4_000)
})

test('a full stop that a reason brings is not doubled', () => {
  expect(phraseFinding(finding('FILE_UNREADABLE', { reason: 'Tabs indent line 3.' }))).toContain(
    'Tabs indent line 3. Its',
  )
})

const REASONS: Record<SkipReason, true> = {
  equal: true,
  older: true,
  filtered: true,
  'out of scope': true,
  held: true,
  'other image': true,
  blocked: true,
  'no tag': true,
  'no digest': true,
  rejected: true,
  diverged: true,
  'not proven': true,
}

test('every skip reason has words of its own, and the case at hand follows them', () => {
  const whys = Object.keys(REASONS) as SkipReason[]
  expect(new Set(whys.map((why) => phraseSkip({ why, because: '' }))).size).toBe(whys.length)
  expect(phraseSkip({ why: 'no digest', because: 'the image has no digest' })).toBe('the image has no digest to write')
  expect(phraseSkip({ why: 'older', because: '1.2 < 1.3\n::x' })).toBe('the candidate is not newer: 1.2 < 1.3\\n::x')
})

test('every outcome has a sentence', () => {
  const outcomes = [
    'opened',
    'updated',
    'committed',
    'closed',
    'planned',
    'applied',
    'held',
    'unmatched',
    'unchanged',
    'failed',
  ]
  const sentences = outcomes.map((outcome) => phraseOutcome(outcome as Parameters<typeof phraseOutcome>[0]))
  expect(new Set(sentences).size).toBe(outcomes.length)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/)
})

test('a long case at hand is cut', () => {
  expect(phraseSkip({ why: 'filtered', because: 'x'.repeat(10_000) })).toMatch(/^the policy .{500,700}…$/)
})

import { describe, expect, test } from 'vitest'
import { NOTHING_WORN } from '../../../src/core/pull-request/state.ts'
import { believed, claimed, wearsTheSame } from '../../../src/core/pull-request/worn.ts'

const wanted = {
  labels: ['deploy', 'Deploy', 'x'],
  reviewers: ['alice'],
  teamReviewers: ['acme/core'],
  assignees: ['bob'],
}
const WORN = {
  ...NOTHING_WORN,
  labels: ['deploy', 'x'],
  reviewers: ['alice'],
  teamReviewers: ['core'],
  assignees: ['bob'],
}

test('what is wanted is claimed once each, teams without their organization', () => {
  expect(claimed(wanted)).toEqual(WORN)
})

describe('of what was claimed', () => {
  test.each([
    { because: 'nothing is known, all is believed', ever: {}, kept: WORN },
    {
      because: 'all was put on, and spelled otherwise',
      ever: {
        labels: ['Deploy', 'x', 'other'],
        reviewers: ['alice[bot]'],
        teamReviewers: ['core'],
        assignees: ['Bob'],
      },
      kept: WORN,
    },
    {
      because: 'what never was put on is not believed',
      ever: { labels: ['x'], reviewers: [], teamReviewers: [], assignees: [] },
      kept: { ...NOTHING_WORN, labels: ['x'] },
    },
    {
      because: 'a kind that is not shown is believed',
      ever: { labels: [], assignees: [] },
      kept: { ...WORN, labels: [], assignees: [] },
    },
  ])('$because', ({ ever, kept }) => {
    expect(believed(WORN, ever)).toEqual(kept)
  })

  test('milestone and auto-merge are not claimed beforehand, and stay', () => {
    const worn = { ...WORN, milestone: 'Q3', autoMerge: true }
    expect(believed(worn, { labels: ['deploy', 'x'] })).toEqual(worn)
  })
})

test.each([
  { because: 'the order of names says nothing', other: { ...WORN, labels: ['x', 'DEPLOY'] }, same: true },
  { because: 'a label more', other: { ...WORN, labels: ['x', 'deploy', 'y'] }, same: false },
  { because: 'a milestone', other: { ...WORN, milestone: 'Q3' }, same: false },
  { because: 'auto-merge', other: { ...WORN, autoMerge: true }, same: false },
])('$because: the same is $same', ({ other, same }) => {
  expect(wearsTheSame(WORN, other)).toBe(same)
})

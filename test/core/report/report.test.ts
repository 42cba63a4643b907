import { expect, test } from 'vitest'
import { parseReference } from '../../../src/core/image/reference.ts'
import { allChanges, allSkips, report, type Outcome } from '../../../src/core/report/report.ts'
import { change, field, group, skip } from '../../support/report-fields.ts'

const SHOP = parseReference('ghcr.io/acme/shop:1.5.0')

test.each<{ outcomes: Outcome[]; unmatched?: true; is: Outcome; because: string }>([
  { outcomes: [], is: 'unchanged', because: 'there was nothing to do' },
  { outcomes: ['unchanged', 'opened', 'updated'], is: 'opened', because: 'an opened one needs telling most' },
  { outcomes: ['unchanged', 'held'], is: 'held', because: 'a hold needs a person' },
  { outcomes: ['closed', 'committed'], is: 'committed', because: 'a change counts more than tidying' },
  { outcomes: ['unchanged'], unmatched: true, is: 'unmatched', because: 'an image went nowhere' },
  { outcomes: ['planned'], unmatched: true, is: 'planned', because: 'something would change' },
])('groups $outcomes come to $is: $because', ({ outcomes, unmatched, is }) => {
  const groups = outcomes.map((outcome) => group({ outcome }))
  expect(report({ groups, findings: [], unmatched: unmatched ? [SHOP] : [] }).outcome).toBe(is)
})

test('after an error the run failed, and what was done before it is still told', () => {
  const groups = [group({ outcome: 'opened' })]
  const error = { code: 'RACE_LOST', message: 'x' } as const
  expect(report({ groups, findings: [], unmatched: [], error })).toMatchObject({ outcome: 'failed', groups, error })
})

test('changes and skips of all groups stand by path in byte order, then line and column', () => {
  const places = [
    field('b.yaml', 1),
    field('a.yaml', 10),
    field('a.yaml', 9, 7),
    field('a.yaml', 9, 3),
    field('A.yaml', 99),
  ]
  const groups = places.map((at) => group({ plan: { changes: [change(at)], skips: [skip(at)] } }))
  const order = ['A.yaml 99 5', 'a.yaml 9 3', 'a.yaml 9 7', 'a.yaml 10 5', 'b.yaml 1 5']
  for (const entries of [allChanges(groups), allSkips(groups)])
    expect(entries.map(({ field: { place } }) => `${place.path} ${place.line} ${place.column}`)).toEqual(order)
})

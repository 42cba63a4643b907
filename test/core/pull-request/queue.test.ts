import { expect, test } from 'vitest'
import type { BranchName } from '../../../src/core/names.ts'
import { asTicket, isTicket, nextTicket, queueOf, queuePrefix } from '../../../src/core/pull-request/queue.ts'

const BRANCH = 'image-bump/main/prod' as BranchName
const QUEUE = queueOf('pull-request', BRANCH)

test('the queue of every branch starts as its prefix says', () => {
  expect(QUEUE).toBe('refs/image-bump/queue/image-bump/main/prod/')
  expect(QUEUE.startsWith(queuePrefix('image-bump/main/'))).toBe(true)
})

test('those for base stand in a queue of their own, below', () => {
  const onto = queueOf('commit', BRANCH)
  const ticket = nextTicket(onto, [], 0)
  expect([isTicket(onto, ticket), isTicket(QUEUE, ticket)]).toEqual([true, false])
})

test.each([
  { waiting: [], chance: 0, place: '000001-00000000', because: 'nobody waits' },
  {
    waiting: ['000001-00000000', '000007-zzzzzzzz'],
    chance: 0.5,
    place: '000008-i0000000',
    because: 'seven is the last',
  },
  { waiting: ['999999-zzzzzzzz'], chance: 0, place: '999999-00000000', because: 'counting ends there' },
  { waiting: ['nonsense', '000003-x'], chance: 0, place: '000001-00000000', because: 'these are no places' },
])('$place, because $because', ({ waiting, chance, place }) => {
  const refs = waiting.map((name) => `${QUEUE}${name}`)
  const ticket = nextTicket(QUEUE, refs, chance)
  expect(ticket).toBe(`${QUEUE}${place}`)
  expect(asTicket(ticket)).toBe(ticket)
})

test.each(['refs/heads/000001-00000000', `${QUEUE}x`, `${QUEUE}000001-0000000A`, 'refs/image-bump/index'])(
  '%s is no place in a queue',
  (ref) => {
    expect(asTicket(ref)).toBeUndefined()
  },
)

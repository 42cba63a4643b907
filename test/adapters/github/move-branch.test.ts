import { expect, test } from 'vitest'
import { githubClient } from '../../../src/adapters/github/client.ts'
import { moveBranch } from '../../../src/adapters/github/move-branch.ts'
import type { BranchName, Oid } from '../../../src/core/names.ts'
import { type Answer, fakeClock, scriptedSend } from '../../support/scripted-send.ts'

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [Oid, Oid, Oid]
const SHA256 = 'd'.repeat(64) as Oid
const at = (oid: Oid | undefined): Answer =>
  oid === undefined ? { status: 404, body: { message: 'Not Found' } } : { status: 200, body: { object: { sha: oid } } }
const refused = (error: object): Answer => ({ status: 200, body: { data: { updateRefs: null }, errors: [error] } })

function moving(from: Oid | undefined, to: Oid | undefined, ...answers: readonly Answer[]) {
  const { send, sent } = scriptedSend(...answers)
  const options = { apiUrl: 'https://api.github.com', graphqlUrl: 'https://api.github.com/graphql', token: 'token' }
  const client = githubClient({ ...options, send, clock: fakeClock(), random: () => 0 })
  const move = { branch: 'x' as BranchName, from, to, isFastForward: false }
  return { sent, outcome: moveBranch(client, 'acme/gitops', 'R_1', move) }
}

test.each([
  { from: undefined, to: A, before: '0'.repeat(40), after: A, because: 'zeros: must not exist' },
  { from: A, to: undefined, before: A, after: '0'.repeat(40), because: 'zeros: is taken away' },
  { from: undefined, to: SHA256, before: '0'.repeat(64), after: SHA256, because: 'as long as the repository’s ids' },
  { from: A, to: B, before: A, after: B, because: 'a move' },
])('$from to $to is sent as $before to $after: $because', async ({ from, to, before, after }) => {
  const { sent, outcome } = moving(from, to, { status: 200, body: { data: { updateRefs: {} } } })
  expect(await outcome).toBe('moved')
  const { variables } = JSON.parse(sent[0]?.body ?? '') as { variables: unknown }
  const refUpdate = { name: 'refs/heads/x', beforeOid: before, afterOid: after, force: true }
  expect(variables).toEqual({ input: { repositoryId: 'R_1', refUpdates: [refUpdate] } })
})

const ODD = { type: 'UNPROCESSABLE', message: 'A problem occurred' }
test.each<{ tip: Oid | undefined; error: object; outcome: string; because: string }>([
  { tip: B, error: ODD, outcome: 'moved', because: 'it is at ours' },
  { tip: C, error: ODD, outcome: 'lost', because: 'it is elsewhere' },
  { tip: undefined, error: ODD, outcome: 'lost', because: 'it is gone' },
  { tip: A, error: { type: 'STALE_DATA', message: 'x' }, outcome: 'lost', because: 'the copy that was read lags' },
])('refused with $error while the branch stands at $tip is $outcome: $because', async ({ tip, error, outcome }) => {
  expect(await moving(A, B, refused(error), at(tip)).outcome).toBe(outcome)
})

test.each([
  { message: 'A problem occurred', code: 'REMOTE_REFUSED' },
  { message: 'Cannot update this protected ref.', code: 'BRANCH_PROTECTED' },
])('"$message" while the branch stands as expected is $code', async ({ message, code }) => {
  const { outcome } = moving(A, B, refused({ type: 'UNPROCESSABLE', message }), at(A))
  await expect(outcome).rejects.toMatchObject({ code })
})

test("another writer's lock is waited for", async () => {
  const locked = refused({ type: 'UNPROCESSABLE', message: 'failed to lock ref' })
  const { outcome } = moving(A, B, locked, at(A), { status: 200, body: { data: { updateRefs: {} } } })
  expect(await outcome).toBe('moved')
})

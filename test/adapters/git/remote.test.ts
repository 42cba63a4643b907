import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../../src/adapters/git/remote.ts'

let asked = 0
let status = 502
const server = createServer((_, response) => {
  asked += 1
  response.writeHead(status).end()
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme/gitops.git`
})
afterAll(() => {
  server.close()
})

/** A clock on which waiting takes as long as it says, and no time. */
function clockOf(waits: number[]) {
  const sum = (): number => waits.reduce((all, one) => all + one, 0)
  return {
    today: () => '2026-01-01',
    now: sum,
    sleep: (ms: number) => Promise.resolve(void waits.push(ms)),
    random: () => 0.5,
  }
}

test.each([
  { answer: 502, need: 'read', code: 'REMOTE_UNAVAILABLE', waits: [125, 250, 500, 1_000], because: 'it may pass' },
  {
    answer: 429,
    need: 'read',
    code: 'RATE_LIMITED',
    waits: [2_000, 4_000, 8_000, 16_000],
    because: 'a limit lasts longer',
  },
  { answer: 403, need: 'read', code: 'PERMISSION_MISSING', waits: [], because: 'asking again does not help' },
  { answer: 502, need: 'write', code: 'REMOTE_UNAVAILABLE', waits: [], because: 'it may have happened' },
] as const)('$answer to a $need is $code after waits of $waits: $because', async ({ answer, need, code, waits }) => {
  status = answer
  asked = 0
  const waited: number[] = []
  const remote = await connect({ url, clock: clockOf(waited) })
  try {
    await expect(remote.git(['ls-remote', '--quiet', url], { need })).rejects.toMatchObject({ code })
    expect({ waited, asked }).toEqual({ waited: [...waits], asked: waits.length + 1 })
  } finally {
    await remote.close()
  }
})

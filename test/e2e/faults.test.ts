import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Fault, FaultAnswer, RecordedRequest } from '../support/github/faults.ts'
import { Mishap, SITUATIONS, type Situation } from '../support/e2e/mishap.ts'

const TIMEOUT_MS = 240_000
const SIDE_BY_SIDE = 3

/** What a run does that nothing disturbs, and how it leaves things. */
interface Undisturbed {
  readonly requests: readonly RecordedRequest[]
  readonly state: object
}

const LIMIT = {
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
}
/** Two that are got over in the same way take turns; with FAULTS=all each request meets each. */
const ANSWERS = {
  failure: [
    { status: 500, body: { message: 'Server Error' } },
    { status: 502, body: '<html>Bad Gateway</html>' },
  ],
  'limit with a time': [
    { status: 429, headers: { 'retry-after': '1' }, body: LIMIT },
    { status: 403, headers: { 'retry-after': '2' }, body: LIMIT },
  ],
  // We then wait a minute, which the clock of these runs passes over.
  'limit without a time': [{ status: 403, body: LIMIT }],
} satisfies Readonly<Record<string, readonly FaultAnswer[]>>

/** For a moment after its creation, parts of GitHub do not know a thing yet. */
const LATE = [
  {
    at: 'pulls/create',
    body: problem({ code: 'custom', message: 'No commits between main and image-bump/main/prod' }),
  },
  { at: 'pulls/create', body: problem({ code: 'invalid', field: 'head' }) },
  ...['issues/add-labels', 'pulls/request-reviewers', 'issues/add-assignees', 'pulls/update'].map((at) => ({
    at,
    body: { message: "Could not resolve to a node with the global id of 'PR_1'." },
  })),
] as const

function problem(error: object): object {
  return { message: 'Validation Failed', errors: [{ resource: 'PullRequest', ...error }] }
}

describe.each(SITUATIONS)('%s', (situation) => {
  let undisturbed: Undisturbed
  beforeAll(async () => {
    const mishap = await Mishap.prepare(situation)
    undisturbed = { requests: await mishap.requests(), state: await mishap.state() }
    await mishap.stop()
  })

  test(
    'a run that dies at any request is completed by the next',
    () =>
      all(
        undisturbed,
        () => [true, false],
        async (index, handled) => {
          const mishap = await Mishap.prepare(situation)
          const how = await mishap.runAndKill(sameAs(undisturbed.requests, index), handled)
          const report = await mishap.run()
          return verdict(mishap, undisturbed, how === 'killed' ? report.error?.code : 'not killed')
        },
      ),
    TIMEOUT_MS,
  )

  test(
    'a connection that breaks at any request is got over',
    () =>
      all(
        undisturbed,
        () => ['reset', 'reset-after'] as const,
        (index, answer) => disturbed(situation, undisturbed, index, answer),
      ),
    TIMEOUT_MS,
  )

  test(
    'a server that fails or wants a pause at any request is got over, or named and got over by the next run',
    () => all(undisturbed, waysOf, (index, answer) => disturbed(situation, undisturbed, index, answer)),
    TIMEOUT_MS,
  )
})

test(
  'what GitHub does not know yet is asked for again',
  async () => {
    const mishap = await Mishap.prepare('fresh')
    const undisturbed = { requests: await mishap.requests(), state: await mishap.state() }
    await mishap.stop()
    const came = await Promise.all(
      LATE.map(async ({ at, body }) => {
        const index = undisturbed.requests.findIndex(({ operation }) => operation === at)
        return `${at}: ${await disturbed('fresh', undisturbed, index, { status: 422, body })}`
      }),
    )
    expect(came).toEqual(LATE.map(({ at }) => `${at}: green same`))
  },
  TIMEOUT_MS,
)

function waysOf(index: number): readonly FaultAnswer[] {
  const some = Object.values(ANSWERS).map((answers) => answers[index % answers.length] as FaultAnswer)
  return process.env['FAULTS'] === 'all' ? Object.values(ANSWERS).flat() : some
}

/** One run in which the request of this number goes wrong. It must come out right by itself. */
async function disturbed(
  situation: Situation,
  undisturbed: Undisturbed,
  index: number,
  answer: Fault['answer'],
): Promise<string> {
  const mishap = await Mishap.prepare(situation)
  const { kind, operation } = undisturbed.requests[index] ?? {}
  mishap.github.fault({ ...sameAs(undisturbed.requests, index), answer })
  const { error } = await mishap.run()
  // Git shows a status and no more, so to us a limit looks like a missing permission: that is not asked again. What git
  // pushes here is the index of marked files, and nobody's run fails for that.
  const isRefused = kind === 'git' && operation === 'git-upload-pack' && statusOf(answer) === 403
  if (!isRefused || error === undefined) return verdict(mishap, undisturbed, error?.code)
  const { error: next } = await mishap.run()
  return verdict(mishap, undisturbed, error.code === 'PERMISSION_MISSING' ? next?.code : `${error.code}, not named`)
}

/** The same request of another run: some go side by side, so that their order says little. */
function sameAs(requests: readonly RecordedRequest[], index: number) {
  const isSame = ({ kind, operation, method }: RecordedRequest): boolean =>
    kind === requests[index]?.kind && operation === requests[index].operation && method === requests[index].method
  return { match: isSame, skip: requests.slice(0, index).filter(isSame).length }
}

function statusOf(answer: Fault['answer']): number | undefined {
  return typeof answer === 'object' && 'status' in answer ? answer.status : undefined
}

async function verdict(mishap: Mishap, { state }: Undisturbed, code: string | undefined): Promise<string> {
  const same = isDeepStrictEqual(await mishap.state(), state)
  const { violations } = mishap.github
  await mishap.stop()
  return [code ?? 'green', same ? 'same' : 'other', ...violations].join(' ')
}

/** Every request in every way; what did not come out green and the same is told, with where. */
async function all<Way>(
  { requests }: Undisturbed,
  ways: (index: number) => readonly Way[],
  once: (index: number, way: Way) => Promise<string>,
): Promise<void> {
  const queue = requests.flatMap((request, index) => ways(index).map((way) => ({ request, index, way })))
  const wrong: string[] = []
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { request, index, way } = next
      const came = await once(index, way)
      if (came !== 'green same')
        wrong.push(`${index} ${request.kind} ${request.operation} ${JSON.stringify(way)}: ${came}`)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  expect(wrong.sort()).toEqual([])
}

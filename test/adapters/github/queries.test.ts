import { expect, test } from 'vitest'
import { repositoryQueries, type Question } from '../../../src/adapters/github/queries.ts'
import { clientOf, repositoryWithHead, standIn } from '../../support/github-fixture.ts'

const slot = standIn()

/** Asks for a branch under the alias `found`; the same name of variable and fragment whoever asks. */
function branchQuestion(name: string, more: Partial<Question> = {}): Question {
  return {
    request: { to: 'look', repository: 'acme/x', permission: 'contents: read', repeatable: true },
    parameters: { name: 'String!' },
    variables: { name },
    fields: 'found: ref(qualifiedName: $name) { ...Names }',
    fragments: ['fragment Names on Ref { name }'],
    size: 1,
    ...more,
  }
}

async function asking() {
  const { github } = slot
  const { name } = await repositoryWithHead(github)
  github.requests.length = 0
  return { github, queries: repositoryQueries(clientOf(github), name) }
}

test('what is asked in the same moment goes in one request, and each gets its own answer', async () => {
  const { github, queries } = await asking()
  const answers = await Promise.all([
    queries.ask(branchQuestion('refs/heads/main')),
    queries.ask(branchQuestion('refs/heads/none')),
    queries.ask(branchQuestion('refs/heads/image-bump/main/apps')),
  ])
  expect(answers).toEqual([{ found: { name: 'main' } }, { found: null }, { found: { name: 'image-bump/main/apps' } }])
  expect(github.requests).toHaveLength(1)
})

test('what is asked later does not wait for it', async () => {
  const { github, queries } = await asking()
  await queries.ask(branchQuestion('refs/heads/main'))
  await queries.ask(branchQuestion('refs/heads/main'))
  expect(github.requests).toHaveLength(2)
})

test('much does not go together', async () => {
  const { github, queries } = await asking()
  const sizes = [100, 20, 100, 20, 21]
  await Promise.all(sizes.map((size) => queries.ask(branchQuestion('refs/heads/main', { size }))))
  expect(github.requests).toHaveLength(3)
})

test('what fails with one does not fail with the other', async () => {
  const { github, queries } = await asking()
  const wrong = branchQuestion('1', {
    parameters: { name: 'Int!' },
    variables: { name: 1 },
    fields: 'found: pullRequest(number: $name) { id }',
    fragments: [],
  })
  const strict = { ...wrong, request: { ...wrong.request, strict: true } }
  const [good, bad, lenient] = await Promise.allSettled([
    queries.ask(branchQuestion('refs/heads/main')),
    queries.ask(strict),
    queries.ask(wrong),
  ])
  expect(good).toEqual({ status: 'fulfilled', value: { found: { name: 'main' } } })
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'REPOSITORY_NOT_FOUND' } })
  // An error inside of what is there otherwise.
  expect(lenient).toEqual({ status: 'fulfilled', value: { found: null } })
  expect(github.requests).toHaveLength(4)
})

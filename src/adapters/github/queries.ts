import type { GithubClient, Request } from './client.ts'
import { parseSlug } from './slug.ts'

/** A question about one repository in GraphQL. Names go in as variables; the text holds only names and numbers of ours. */
export interface Question {
  readonly request: Request
  /** `name: Type!` of each variable. */
  readonly parameters: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, unknown>>
  /** What is asked of the repository. */
  readonly fields: string
  /** Fragments that the fields use; of one name there is one text. */
  readonly fragments: readonly string[]
  /** How much is asked, for what may go together in one request. */
  readonly size: number
}

/** Questions about one repository. Those that are asked in the same moment go in one request, as far as they are small. */
export interface Queries {
  /** @returns the repository as GraphQL shows it */
  ask<Answer>(question: Question): Promise<Answer>
}

// What GitHub answers in a moment.
const MOST_TOGETHER = 120

export function repositoryQueries(client: GithubClient, repository: string): Queries {
  const { owner, repo } = parseSlug(repository)
  let waiting: Waiting[] = []
  const send = async (questions: readonly Question[], strict: readonly string[]): Promise<readonly unknown[]> => {
    const [{ request }] = questions as readonly [Question]
    const answer = await client.graphql<Readonly<Record<string, unknown>>>(
      { ...request, strict },
      documentOf(questions),
      { owner, name: repo, ...variablesOf(questions) },
    )
    return questions.map((_, at) => answer[alias(at)])
  }
  const alone = ({ question, resolve, reject }: Waiting): void => {
    send([question], question.request.strict === true ? [alias(0)] : []).then(([answer]) => resolve(answer), reject)
  }
  const flush = (): void => {
    const all = waiting
    waiting = []
    for (const some of together(all)) {
      const questions = some.map(({ question }) => question)
      const strict = questions.flatMap(({ request }, at) => (request.strict === true ? [alias(at)] : []))
      if (some.length === 1) some.forEach(alone)
      else
        send(questions, strict).then(
          (answers) => some.forEach(({ resolve }, at) => resolve(answers[at])),
          // What is wrong with one is not wrong with the other.
          () => some.forEach(alone),
        )
    }
  }
  return {
    ask: async <Answer>(question: Question) => {
      const answer = await new Promise<unknown>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ question, resolve, reject })
      })
      return answer as Answer
    },
  }
}

interface Waiting {
  readonly question: Question
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

function together(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const groups: { size: number; readonly members: Waiting[] }[] = []
  for (const one of all) {
    const { size } = one.question
    const group = groups.find((known) => known.size + size <= MOST_TOGETHER)
    if (group === undefined) groups.push({ size, members: [one] })
    else {
      group.size += size
      group.members.push(one)
    }
  }
  return groups.map(({ members }) => members)
}

function documentOf(questions: readonly Question[]): string {
  const parameters = questions.flatMap((question, at) =>
    Object.entries(question.parameters).map(([name, type]) => `, $${alias(at)}_${name}: ${type}`),
  )
  const parts = questions.map(
    ({ fields }, at) =>
      `${alias(at)}: repository(owner: $owner, name: $name) { ${fields.replace(/\$(?=\w)/g, `$$${alias(at)}_`)} }`,
  )
  const fragments = [...new Set(questions.flatMap((question) => question.fragments))]
  return [`query ($owner: String!, $name: String!${parameters.join('')}) {`, ...parts, '}', ...fragments].join('\n')
}

function variablesOf(questions: readonly Question[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    questions.flatMap(({ variables }, at) =>
      Object.entries(variables).map(([name, value]) => [`${alias(at)}_${name}`, value] as const),
    ),
  )
}

function alias(at: number): string {
  return `q${at}`
}

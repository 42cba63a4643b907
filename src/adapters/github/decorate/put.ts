import { BumpError } from '../../../core/errors.ts'
import type { DecorationFailure, PullRequest } from '../../../ports/forge.ts'
import type { GithubClient } from '../client.ts'
import { behind } from '../http/remote-failure.ts'

/** What is decorated, and where. */
export interface On {
  readonly client: GithubClient
  /** `owner/name`. */
  readonly repository: string
  readonly pullRequest: PullRequest
}

/** What came of putting on one kind of thing. */
export interface Put {
  /** By our runs, now or before. */
  readonly worn: readonly string[]
  readonly failures: readonly DecorationFailure[]
}

export interface Names {
  readonly wanted: readonly string[]
  readonly present: readonly string[]
  /** What an earlier run put on. */
  readonly already: readonly string[]
}

export interface Putting {
  /** One word for failures: `label`. */
  readonly kind: string
  readonly names: Names
  /** Puts on all the names, and tells which are on then. */
  readonly send: (names: readonly string[]) => Promise<readonly string[]>
  /** What a person can do about a refusal. */
  readonly fix: (error: unknown) => string
  /** The same where GitHub answers success and has not put it on. */
  readonly ignored: string
}

/** Puts on what is missing in one request; when that is refused, one by one, so that a bad name costs only itself. */
export async function putNames({ kind, names, send, fix, ignored }: Putting): Promise<Put> {
  const { wanted, present, already } = names
  const missing = distinct(wanted.filter((name) => !includes(present, name) && !includes(already, name)))
  const there = wanted.filter((name) => includes(present, name))
  const put: string[] = []
  const failures: DecorationFailure[] = []
  const sendOf = async (batch: readonly string[]): Promise<void> => {
    const isOn = await send(batch)
    put.push(...batch.filter((name) => includes(isOn, name)))
    const left = batch.filter((name) => !includes(isOn, name))
    failures.push(...left.map((name) => ({ what: `${kind} ${name}`, reason: ignored })))
  }
  const sendAll = async (batch: readonly string[]): Promise<void> => {
    try {
      await sendOf(batch)
    } catch (error) {
      if (batch.length > 1 && isRefusal(error)) for (const name of batch) await sendAll([name])
      else failures.push(failureOf(`${kind} ${batch.join(', ')}`, error, fix(error)))
    }
  }
  if (missing.length > 0) await sendAll(missing)
  return { worn: distinct([...already, ...there, ...put]), failures }
}

/** Runs one decoration; whatever goes wrong is a failure to tell, but a token that is not taken stops the run. */
export async function attempt(
  what: string,
  work: () => Promise<DecorationFailure | undefined>,
): Promise<DecorationFailure | undefined> {
  try {
    return await work()
  } catch (error) {
    return failureOf(what, error, '')
  }
}

// Not the id of a team or person: that one the token may not see, now or later. (Ids have two spellings.)
const NOT_THERE_YET = /Could not resolve to a node(?! with the global id of '?(?:T_|U_|MDQ6V))|Issue not found/i

/** For a moment after a pull request is opened, parts of GitHub do not know it yet. */
export async function soonAfterOpening<Answer>(client: GithubClient, call: () => Promise<Answer>): Promise<Answer> {
  for (let waitMs = 1000; ; waitMs *= 2) {
    try {
      return await call()
    } catch (error) {
      const isEarly = behind(error)?.says(NOT_THERE_YET) === true
      if (!isEarly || waitMs > 4000) throw error
      await client.pause(waitMs)
    }
  }
}

function failureOf(what: string, error: unknown, fix: string): DecorationFailure {
  if (!(error instanceof BumpError) || error.code === 'BAD_TOKEN' || error.code === 'BUG') throw error
  const isRemedy = fix !== '' && isRefusal(error)
  return { what, reason: isRemedy ? `${error.message} ${fix}` : error.message }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof BumpError && (error.code === 'RATE_LIMITED' || error.code === 'BAD_TOKEN')) return false
  const status = behind(error)?.status
  return status !== undefined && status >= 400 && status < 500
}

// Logins and label names differ by more than case only.
function includes(names: readonly string[], name: string): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase())
}

function distinct(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => !includes(names.slice(0, index), name))
}

import { checkBranchName } from '../git/branch-name.ts'
import { BumpError, type Problem } from '../errors.ts'
import { readBuilt } from '../image/built.ts'
import type { ImageReference, Parsed } from '../image/reference.ts'
import type { Context } from './context.ts'
import {
  readAuthor,
  readBoolean,
  readChoice,
  readGlob,
  readRepoPath,
  readRepositoryName,
  readRevision,
  readServiceUrl,
  readToken,
} from './grammar.ts'
import { INPUTS, type InputName } from './inputs.ts'
import type { RepositoryName, Revision, Settings } from './settings.ts'

/** What a person wrote: the text of an input, undefined (or empty) where nothing was. */
export interface RawInputs {
  get(name: InputName): string | undefined
}

/**
 * Reads inputs and surroundings into settings.
 * @throws {BumpError} BAD_INPUT that lists every problem at once; each names its input and says what to write
 */
export function parseSettings(raw: RawInputs, context: Context): Settings {
  const problems: Problem[] = []
  const settings = readSettings(reader(raw, problems), context)
  if (problems.length > 0) throw new BumpError('BAD_INPUT', problems)
  return settings
}

function readSettings(reader: Reader, context: Context): Settings {
  const { text, settle, tell } = reader
  const given = <Value>(name: InputName, read: (text: string) => Parsed<Value>): Value | undefined => {
    const written = text(name)
    return written === '' ? undefined : settle(`Input ${name}`, read(written))
  }
  const token = settle('Input token', readToken(text('token')))
  const sourceRepository =
    given('source-repository', readRepositoryName) ??
    (context.repository === undefined
      ? undefined
      : settle('Variable GITHUB_REPOSITORY', readRepositoryName(context.repository)))
  return {
    images: readImages(text('images'), tell),
    repository: settle('Input repository', readRepositoryOf(text('repository'), context)),
    token,
    base: given('base', checkBranchName),
    config: settle('Input config', readRepoPath(text('config'))),
    paths: lines(text('paths')).map((line) => settle('Input paths', readGlob(line))),
    dryRun: settle('Input dry-run', readBoolean(text('dry-run'))),
    revision: given('revision', readRevision) ?? workflowRevision(reader, context, sourceRepository),
    sourceRepository,
    sourceToken: given('source-token', readToken) ?? token,
    author: given('author', readAuthor),
    unmatched: settle('Input unmatched', readChoice(text('unmatched'), ['fail', 'warn'])),
    force: settle('Input force', readBoolean(text('force'))),
    writer: settle('Input writer', readChoice(text('writer'), ['api', 'git'])),
    runUrl: context.runUrl === undefined ? undefined : settle('Address of this run', readServiceUrl(context.runUrl)),
    apiUrl: settle('Variable GITHUB_API_URL', readServiceUrl(context.apiUrl)),
    graphqlUrl: settle('Variable GITHUB_GRAPHQL_URL', readServiceUrl(context.graphqlUrl)),
    serverUrl: settle('Variable GITHUB_SERVER_URL', readServiceUrl(context.serverUrl)),
  }
}

interface Reader {
  /** The trimmed text of an input, its default where nothing was written, '' without one. */
  readonly text: (name: InputName) => string
  /** The value; where there is none, the problem is noted and what is returned never leaves `parseSettings`. */
  readonly settle: <Value>(what: string, parsed: Parsed<Value>) => Value
  readonly tell: (problem: Problem) => void
}

function reader(raw: RawInputs, problems: Problem[]): Reader {
  const tell = (problem: Problem): void => {
    problems.push(problem)
  }
  return {
    tell,
    text(name) {
      const fallback = INPUTS.find((input) => input.name === name)?.default ?? ''
      return raw.get(name)?.trim() || fallback
    },
    settle<Value>(what: string, parsed: Parsed<Value>): Value {
      if (parsed.ok) return parsed.value
      tell({ message: `${what}: ${parsed.reason}` })
      return undefined as Value
    },
  }
}

function readImages(text: string, tell: Reader['tell']): readonly ImageReference[] {
  try {
    return readBuilt(text)
  } catch (error) {
    // Told together with the problems of the other inputs; anything but bad images is a bug and goes up.
    if (!(error instanceof BumpError) || error.code !== 'BAD_IMAGES') throw error
    for (const { message } of error.problems) tell({ message: `Input images: ${message.replace(/^images: /, '')}` })
    return []
  }
}

function readRepositoryOf(written: string, { repository = '' }: Context): Parsed<RepositoryName> {
  const text = written || repository
  if (text !== '') return readRepositoryName(text)
  return { ok: false, reason: 'it is needed outside of a workflow. Write owner/name of the GitOps repository.' }
}

/** The workflow's commit says what was built only when the workflow's repository is what was built. */
function workflowRevision(
  { settle }: Reader,
  { repository, sha }: Context,
  source: RepositoryName | undefined,
): Revision | undefined {
  if (sha === undefined || repository?.toLowerCase() !== source?.toLowerCase()) return undefined
  return settle('Variable GITHUB_SHA', readRevision(sha))
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

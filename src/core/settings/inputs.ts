/**
 * The one table of what the caller may say and what a run tells back. `action.yml`, the README and `--help` follow it.
 * A description is one line of plain text; the default is told separately.
 */

export interface Input {
  /** As in `with:`; the flag of the command line is the same with two dashes. */
  readonly name: string
  readonly description: string
  readonly required: boolean
  /** The text that counts when nothing was written; undefined: `fallback` says where the value comes from. */
  readonly default?: string
  /** The default that action.yml states where the runner evaluates it. */
  readonly actionDefault?: string
  /** For people: what stands in where there is no literal default. */
  readonly fallback?: string
  /** Must never be shown. */
  readonly secret: boolean
  /** A flag without a value: `--dry-run`. */
  readonly flag: boolean
  /** May hold several lines; the flag may be repeated, each one a line. */
  readonly multiline: boolean
  /** Environment variables that the command line reads when the flag is absent, the first that is set counts. */
  readonly variables: readonly string[]
}

export type InputName =
  | 'images'
  | 'repository'
  | 'token'
  | 'base'
  | 'config'
  | 'paths'
  | 'dry-run'
  | 'revision'
  | 'source-repository'
  | 'source-token'
  | 'author'
  | 'unmatched'
  | 'force'
  | 'writer'

export const INPUTS: readonly (Input & { readonly name: InputName })[] = [
  input('images', {
    description:
      'What the build made, one image reference a line (name:tag, name:tag@digest), or the metadata JSON of a build step.',
    required: true,
    multiline: true,
  }),
  input('repository', {
    description: 'The GitOps repository, as owner/name.',
    fallback: 'the repository of the workflow',
    variables: ['GITHUB_REPOSITORY'],
  }),
  input('token', {
    description: 'Reads and writes the GitOps repository: needs contents: write and pull-requests: write there.',
    actionDefault: '${{ github.token }}',
    fallback: 'the token of the workflow',
    secret: true,
    variables: ['GITHUB_TOKEN'],
  }),
  input('base', {
    description: 'The branch that pull requests are merged into.',
    fallback: 'the default branch of the repository',
  }),
  input('config', { description: 'Path of the policy file in the GitOps repository.', default: '.image-bump.yaml' }),
  input('paths', {
    description: 'Globs that narrow which files are looked at, one a line.',
    fallback: 'every file',
    multiline: true,
  }),
  input('dry-run', {
    description: 'true: only tell what would change; nothing is written anywhere.',
    default: 'false',
    flag: true,
  }),
  input('revision', {
    description: 'The commit of the source repository that was built, 7 to 64 hex digits.',
    fallback: 'the commit of the workflow run',
    variables: ['GITHUB_SHA'],
  }),
  input('source-repository', {
    description: 'The repository that was built, as owner/name; pull requests list its commits.',
    fallback: 'the repository of the workflow',
    variables: ['GITHUB_REPOSITORY'],
  }),
  input('source-token', {
    description: 'Reads the source repository: needs contents: read there.',
    actionDefault: '${{ github.token }}',
    fallback: 'the token of the workflow',
    secret: true,
  }),
  input('author', {
    description: 'Author of the commits, as "Name <email>"; GitHub then does not sign those made through its API.',
    fallback: 'the owner of the token',
  }),
  input('unmatched', {
    description: 'What to do when no policy concerns a built image: fail or warn.',
    default: 'fail',
  }),
  input('force', {
    description: 'true: a value that is older than the present one is let through, and the pull request says so.',
    default: 'false',
    flag: true,
  }),
  input('writer', {
    description: 'How commits are made: api (signed by GitHub) or git (pushed).',
    default: 'api',
  }),
]

/** What the action leaves for later steps; action.yml follows it. */
export const OUTPUTS = [
  {
    name: 'outcome',
    description:
      'How the run ended: opened, updated, committed, closed, planned, held, unmatched, unchanged or failed.',
  },
  { name: 'pull-request-url', description: 'Address of the pull request, of the first one where there are several.' },
  { name: 'pull-request-number', description: 'Its number.' },
  { name: 'branch', description: 'The branch that was written, of the first pull request where there are several.' },
  { name: 'commit', description: 'The commit that this run made on it, 40 hex digits.' },
  { name: 'changes', description: 'Every marked field that gets a new value, as a JSON array.' },
  { name: 'pull-requests', description: 'Every pull request concerned, as a JSON array.' },
] as const

export type OutputName = (typeof OUTPUTS)[number]['name']

function input<Name extends InputName>(
  name: Name,
  facts: Pick<Input, 'description'> & Partial<Omit<Input, 'name' | 'description'>>,
): Input & { readonly name: Name } {
  const { variables = [], ...rest } = facts
  const own = `IMAGE_BUMP_${name.replaceAll('-', '_').toUpperCase()}`
  return {
    required: false,
    secret: false,
    flag: false,
    multiline: false,
    ...rest,
    name,
    variables: [own, ...variables],
  }
}

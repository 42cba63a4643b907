import type { StepFiles } from './files.ts'

/** What `${{ github.token }}` is, unless the environment of the request brings a GITHUB_TOKEN. */
export const JOB_TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ0123'

/** The variables of a hosted runner. The two ACTIONS_ tokens are there to be leaked by whoever passes everything on. */
export function runnerVariables(files: StepFiles, env: Readonly<Record<string, string>>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: files.root,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'build',
    GITHUB_JOB: 'build',
    GITHUB_WORKSPACE: files.workspace,
    GITHUB_EVENT_PATH: files.eventPath,
    RUNNER_TEMP: files.temp,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    ACTIONS_RUNTIME_TOKEN: 'runtime-token-that-nobody-may-inherit',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'id-token-that-nobody-may-inherit',
    ...files.commandFiles,
    ...withoutToken(env),
  }
}

// A workflow's token is an expression, not a variable of the step.
function withoutToken(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'GITHUB_TOKEN'))
}

/** `github.repository` is GITHUB_REPOSITORY, and so on; only the token is no variable. */
export function githubContext(variables: Readonly<Record<string, string>>, token: string): Record<string, string> {
  const pairs = Object.entries(variables)
    .filter(([name]) => name.startsWith('GITHUB_'))
    .map(([name, text]) => [name.slice('GITHUB_'.length).toLowerCase(), text] as const)
  return { ...Object.fromEntries(pairs), token }
}

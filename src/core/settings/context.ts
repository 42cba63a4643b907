/** What the run's surroundings say, as raw text; `parse.ts` judges it together with the inputs. */
export interface Context {
  /** `owner/name` of the workflow's repository. */
  readonly repository?: string
  /** The commit the workflow runs on. */
  readonly sha?: string
  readonly runUrl?: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly serverUrl: string
}

/**
 * Reads the variables a runner sets. Without them (a laptop, another CI) the addresses are those of github.com, or follow
 * from GITHUB_SERVER_URL alone, laid out as GitHub Enterprise Server does.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function readContext(env: Readonly<Record<string, string | undefined>>): Context {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined
  const serverUrl = read('GITHUB_SERVER_URL') ?? 'https://github.com'
  const ownServer = serverUrl !== 'https://github.com'
  const apiUrl = read('GITHUB_API_URL') ?? (ownServer ? `${serverUrl}/api/v3` : 'https://api.github.com')
  const graphqlUrl = read('GITHUB_GRAPHQL_URL') ?? (ownServer ? `${serverUrl}/api/graphql` : `${apiUrl}/graphql`)
  const repository = read('GITHUB_REPOSITORY')
  const sha = read('GITHUB_SHA')
  const runId = read('GITHUB_RUN_ID')
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(sha === undefined ? {} : { sha }),
    ...(repository === undefined || runId === undefined
      ? {}
      : { runUrl: `${serverUrl}/${repository}/actions/runs/${runId}` }),
    apiUrl,
    graphqlUrl,
    serverUrl,
  }
}

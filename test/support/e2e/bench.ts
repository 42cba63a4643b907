import type { GitHubStandIn } from '../github/server.ts'
import { startGitHub, type GitHubOptions } from '../github/server.ts'
import { JOB_TOKEN } from '../runner/environment.ts'
import { runAction } from '../runner/run-action.ts'
import type { RunResult } from '../runner/result.ts'

/** A GitOps repository on the stand-in, and the shipped action to run against it. */
export interface Bench {
  readonly github: GitHubStandIn
  readonly repository: string
  readonly token: string
  /** Runs `dist/index.js` as the runner does, for a build of `images`. */
  build(images: string | readonly string[], more?: BuildOptions): Promise<RunResult>
  /** Text of a file at a branch or commit. */
  read(revision: string, path: string): Promise<string | undefined>
  stop(): Promise<void>
}

export interface BuildOptions {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

export const REPOSITORY = 'acme/gitops'

export async function openBench(files: Readonly<Record<string, string>>, options: GitHubOptions = {}): Promise<Bench> {
  const github = await startGitHub(options)
  await github.createRepository(REPOSITORY, files)
  const token = github.addToken({ login: 'image-bump' })
  // The workflow's own token reads the repository that was built, and nothing else.
  github.addToken({ value: JOB_TOKEN, kind: 'workflow', repositories: ['acme/source'] })
  return {
    github,
    repository: REPOSITORY,
    token,
    build: (images, { inputs = {}, env = {}, timeoutMs } = {}) =>
      runAction({
        inputs: {
          images: typeof images === 'string' ? images : images.join('\n'),
          repository: REPOSITORY,
          token,
          ...inputs,
        },
        env: { ...addresses(github), GITHUB_REPOSITORY: 'acme/source', ...env },
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      }),
    read: (revision, path) => github.readFile(REPOSITORY, revision, path),
    stop: () => github.stop(),
  }
}

/** What a runner of a GitHub Enterprise Server says of its addresses. */
export function addresses({ serverUrl, apiUrl, graphqlUrl }: GitHubStandIn): Record<string, string> {
  return { GITHUB_SERVER_URL: serverUrl, GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: graphqlUrl }
}

/** A manifest of one service at a tag, marked for a policy. */
export function manifest(service: string, tag: string, policy: string): string {
  return [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: ${service}`,
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
    `        - name: ${service}`,
    `          image: ghcr.io/acme/${service}:${tag} # {"$imagepolicy": "${policy}"}`,
    '',
  ].join('\n')
}

/** A policy file with one semver policy for each service in the namespace `prod`. */
export function policyFile(services: readonly string[], extra = ''): string {
  const policies = services.map(
    (service) => `  prod:${service}:\n    image: ghcr.io/acme/${service}\n    policy: { semver: { range: '*' } }\n`,
  )
  return `version: 1\npolicies:\n${policies.join('')}${extra}`
}

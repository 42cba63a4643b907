/** Who runs against us, each as people write it. All but the floor come to the same end, and are checked for it. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addresses, REPOSITORY } from '../test/support/e2e/bench.ts'
import { githubContext, runnerVariables } from '../test/support/runner/environment.ts'
import { createStepFiles, removeStepFiles } from '../test/support/runner/files.ts'
import { inputVariables, readManifest } from '../test/support/runner/manifest.ts'
import { measure, type Cost } from './measure.ts'
import type { Stage } from './stage.ts'

export interface Rival {
  readonly name: string
  /** What is checked: `nothing` for the floor, which only reads; `values` for what writes files in a form of its own. */
  readonly ends: 'nothing' | 'values' | 'branch' | 'pull-request'
  /** Whether it starts with the index that an earlier run of ours left. */
  readonly isIndexed?: boolean
  run(stage: Stage): Promise<Cost>
}

const ROOT = fileURLToPath(new URL('../', import.meta.url))

export interface AtHand {
  /** The Node that the actions run on. */
  readonly node: string
  /** A folder with checkouts of other actions. */
  readonly dists: string | undefined
  /** Flux's update engine as a program. */
  readonly flux: string | undefined
}

export function rivalsOf({ node, dists, flux }: AtHand): readonly Rival[] {
  const isThere = dists !== undefined && existsSync(join(dists, 'create-pull-request', 'dist', 'index.js'))
  return [
    floor,
    ...ours(node),
    recipe,
    ...(isThere ? [createPullRequest(node, dists)] : []),
    ...(flux === undefined ? [] : [fluxEngine(flux)]),
  ]
}

export const OURS = 'image-bump'
export const FLOOR = 'floor: bare clone + grep'

const floor: Rival = {
  name: FLOOR,
  ends: 'nothing',
  run: (stage) =>
    inFolder(async (cwd) => {
      const marker = '"$imagepolicy"'
      const script =
        `git clone --quiet --bare --depth 1 --single-branch --no-tags "$URL" bare\n` +
        `git -C bare grep -lzF '${marker}' HEAD | tr '\\0' '\\n'\n`
      const cost = await shell(stage, cwd, script)
      const found = cost.output.match(/^HEAD:.*deployment\.yaml$/gm) ?? []
      if (found.length !== stage.gitops.marked.length) throw new Error(`the floor found ${found.length} files`)
      return cost
    }),
}

interface Way {
  readonly isIndexed?: boolean
  readonly inputs?: Readonly<Record<string, string>>
}

/** What a run finds: nothing of an earlier run; the index of one; a policy file that says where each policy counts. */
const WAYS: Readonly<Record<string, Way>> = {
  [OURS]: {},
  [`${OURS}, indexed`]: { isIndexed: true },
  [`${OURS} by git`]: { inputs: { writer: 'git' } },
  [`${OURS} by git, indexed`]: { isIndexed: true, inputs: { writer: 'git' } },
  [`${OURS}, scoped`]: { inputs: { config: '.image-bump-scoped.yaml', paths: 'clusters/**' } },
}

function ours(node: string): readonly Rival[] {
  return Object.entries(WAYS).map(([name, { inputs: more = {}, ...way }]): Rival => ({
    name,
    ends: 'pull-request',
    ...way,
    run: (stage) =>
      withRunner(stage, async (runner) => {
        const { image, to } = stage.gitops.bump
        const inputs = { images: `${image}:${to}`, repository: REPOSITORY, token: stage.token, ...more }
        return await action(runner, node, ROOT, inputs)
      }),
  }))
}

const recipe: Rival = {
  name: 'recipe: clone, sed, push, curl',
  ends: 'pull-request',
  run: (stage) =>
    inFolder(async (cwd) => {
      const { bump } = stage.gitops
      const body = { title: `Bump to ${bump.to}`, head: 'bump', base: 'main', body: 'New image.' }
      return await shell(
        stage,
        cwd,
        `git clone --quiet --depth 1 "$URL" work
cd work
${sed(stage)}
${commitAndPush(bump.to)}
curl --silent --show-error --fail -o /dev/null -X POST "$API/repos/${REPOSITORY}/pulls" -H "Authorization: Bearer $TOKEN" \\
  -H 'Accept: application/vnd.github+json' -d '${JSON.stringify(body)}'
`,
      )
    }),
}

/** Its controller clones, runs the engine over the checkout and pushes; it opens no pull request. The engine formats anew. */
function fluxEngine(program: string): Rival {
  return {
    name: "clone, Flux's update engine, push",
    ends: 'values',
    run: (stage) =>
      inFolder(async (cwd) => {
        const { image, to } = stage.gitops.bump
        const policy = image.slice(image.lastIndexOf('/') + 1)
        return await shell(
          stage,
          cwd,
          `git clone --quiet --depth 1 "$URL" work
'${program}' work prod ${policy} ${image} ${to}
cd work
${commitAndPush(to)}`,
        )
      }),
  }
}

/**
 * Two actions and a step between them, as in a workflow; their costs add up. The second speaks to an API over https alone, and
 * there is none here: it is measured up to its push, and ended there.
 */
function createPullRequest(node: string, dists: string): Rival {
  return {
    name: 'checkout + create-pull-request, without the pull request',
    ends: 'branch',
    run: (stage) =>
      withRunner(stage, async (runner) => {
        const { token, gitops } = stage
        const source = { repository: REPOSITORY, ref: 'refs/heads/main', token }
        const checkout = await action(runner, node, join(dists, 'checkout'), source)
        const edit = await shell(stage, runner.workspace, sed(stage))
        // It sends its token over https alone; here it needs another way to say who it is.
        const env = { ...runner.env, ...gitToken(stage) }
        const wanted = { token, branch: 'bump', 'commit-message': `Bump to ${gitops.bump.to}` }
        const until = 'Attempting creation of pull request'
        const pushed = await action({ ...runner, env }, node, join(dists, 'create-pull-request'), wanted, until)
        return sum([checkout, edit, { ...pushed, exitCode: 0 }])
      }),
  }
}

function commitAndPush(to: string): string {
  return `git switch --quiet -c bump
git -c user.name=bot -c user.email=bot@acme.example commit --quiet -a -m 'Bump to ${to}'
git push --quiet origin bump`
}

function sed({ gitops: { bump } }: Stage): string {
  return `sed -i 's#\\(${bump.image}\\):[^ ]*#\\1:${bump.to}#' ${bump.paths.join(' ')}\n`
}

interface Runner {
  readonly env: Record<string, string>
  readonly workspace: string
}

async function withRunner(stage: Stage, act: (runner: Runner) => Promise<Cost>): Promise<Cost> {
  const files = await createStepFiles({})
  try {
    const addressed = {
      ...addresses(stage.github),
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_ACTOR_ID: '1',
      GITHUB_SHA: stage.gitops.tip,
    }
    return await act({ env: runnerVariables(files, addressed), workspace: files.workspace })
  } finally {
    await removeStepFiles(files)
  }
}

async function action(
  { env, workspace }: Runner,
  node: string,
  folder: string,
  inputs: Readonly<Record<string, string>>,
  until?: string,
): Promise<Cost> {
  const manifest = await readManifest(join(folder, 'action.yml'))
  const context = { ...githubContext(env, inputs['token'] ?? ''), actor_id: '1' }
  return await measure({
    command: [node, resolve(folder, manifest.main)],
    env: { ...env, ...inputVariables(manifest, inputs, context) },
    cwd: workspace,
    ...(until === undefined ? {} : { until }),
  })
}

function shell(stage: Stage, cwd: string, script: string): Promise<Cost> {
  return measure({
    command: ['bash', '-euc', script],
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: cwd,
      URL: stage.github.gitUrl(REPOSITORY),
      API: stage.github.apiUrl,
      TOKEN: stage.token,
      ...gitToken(stage),
    },
  })
}

function gitToken({ token }: Stage): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraheader',
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  }
}

async function inFolder(act: (cwd: string) => Promise<Cost>): Promise<Cost> {
  const files = await createStepFiles({})
  try {
    return await act(files.workspace)
  } finally {
    await removeStepFiles(files)
  }
}

function sum(costs: readonly Cost[]): Cost {
  const add = (pick: (cost: Cost) => number): number => costs.reduce((total, cost) => total + pick(cost), 0)
  const most = (pick: (cost: Cost) => number): number => Math.max(...costs.map(pick))
  return {
    wallMs: add(({ wallMs }) => wallMs),
    cpuMs: add(({ cpuMs }) => cpuMs),
    ownBytes: most(({ ownBytes }) => ownBytes),
    childBytes: most(({ childBytes }) => childBytes),
    exitCode: most(({ exitCode }) => exitCode),
    output: costs.map(({ output }) => output).join('\n'),
  }
}

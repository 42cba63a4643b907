import type { Local } from '../local.ts'
import type { TextOptions } from '../core/report/text.ts'
import type { Arguments, Option } from './arguments.ts'
import type { Said } from './output.ts'

/** A command as it is listed; what it does is loaded when it is called. */
export interface Listed {
  readonly usage: string
  readonly summary: string
  load(): Promise<Command>
}

export interface Command {
  readonly options: readonly Option[]
  /** What is to be known beside the options, below them. */
  readonly notes?: string
  act(args: Arguments, around: Surroundings): Promise<Said>
}

/** Where a command is called. */
export interface Surroundings {
  readonly local: Local
  readonly env: Readonly<Record<string, string | undefined>>
  readonly show: TextOptions
  /** In a workflow, whose runner reads annotations. */
  readonly isWorkflow: boolean
  /** Of image-bump. */
  readonly version: string
  /** Tells how it is going. */
  readonly print: (text: string) => void
}

export const COMMANDS: ReadonlyMap<string, Listed> = new Map<string, Listed>([
  [
    'plan',
    {
      usage: 'plan --image REF…',
      summary: 'Tells what a build of REF would change; touches nothing.',
      load: () => loadPlan(false),
    },
  ],
  [
    'apply',
    {
      usage: 'apply --image REF…',
      summary: 'Writes into the worktree what plan tells.',
      load: () => loadPlan(true),
    },
  ],
  [
    'set',
    {
      usage: 'set POLICY=REF…',
      summary: 'Gives the marked fields of POLICY a reference without asking the policy.',
      load: async () => {
        const { SET_OPTIONS, set } = await import('./set.ts')
        return { options: SET_OPTIONS, act: (args, { local, show }) => set(local, args, show) }
      },
    },
  ],
  [
    'explain',
    {
      usage: 'explain POLICY',
      summary: 'Tells which tag a policy picks and why not the others, or how it reads.',
      load: async () => {
        const [{ EXPLAIN_OPTIONS, explain }, { readText }] = await Promise.all([
          import('./explain.ts'),
          import('./read-text.ts'),
        ])
        return { options: EXPLAIN_OPTIONS, act: (args, { local }) => explain(local, args, readText) }
      },
    },
  ],
  [
    'lint',
    {
      usage: 'lint',
      summary: 'Checks policy file, Flux objects and every marker.',
      load: async () => {
        const { LINT_OPTIONS, lint } = await import('./lint.ts')
        return { options: LINT_OPTIONS, act: (args, around) => lint(around.local, args, around) }
      },
    },
  ],
  [
    'init',
    {
      usage: 'init',
      summary: 'Writes a starter policy file from what the repository shows; never overwrites.',
      load: async () => {
        const { INIT_OPTIONS, init } = await import('./init.ts')
        return { options: INIT_OPTIONS, act: (args, { local }) => init(local, args) }
      },
    },
  ],
  [
    'mark',
    {
      usage: 'mark IMAGE=POLICY…',
      summary: 'Adds markers to the fields of IMAGE, so that they follow POLICY.',
      load: async () => {
        const { MARK_OPTIONS, mark } = await import('./mark.ts')
        return { options: MARK_OPTIONS, act: (args, { local, show }) => mark(local, args, show) }
      },
    },
  ],
  [
    'run',
    {
      usage: 'run',
      summary: 'The whole job of the action: edit, commit, pull request.',
      load: async () => {
        const { RUN_COMMAND_OPTIONS, RUN_NOTES, run } = await import('./run.ts')
        return {
          options: RUN_COMMAND_OPTIONS,
          notes: RUN_NOTES,
          act: (args, { local, env, show, print }) => run(args, env, show, local.log(print)),
        }
      },
    },
  ],
])

async function loadPlan(apply: boolean): Promise<Command> {
  const { PLAN_OPTIONS, plan } = await import('./plan.ts')
  return { options: PLAN_OPTIONS, act: (args, { local, show }) => plan(local, args, { apply, ...show }) }
}

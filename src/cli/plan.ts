import { BumpError } from '../core/errors.ts'
import { readBuilt } from '../core/image/built.ts'
import { planBuilt } from '../core/plan/built-plan.ts'
import { askedBy } from '../core/plan/concern.ts'
import { compareByOrder } from '../core/plan/plan.ts'
import { rewrite } from '../core/plan/rewrite.ts'
import { readChoice } from '../core/settings/grammar.ts'
import { exitCodeOf, failureOf, findingsBeside } from '../core/report/verdict.ts'
import { report, type Outcome } from '../core/report/report.ts'
import type { TextOptions } from '../core/report/text.ts'
import type { Local } from '../local.ts'
import { JSON_OPTION, STRICT_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { sayPlan, type Said } from './output.ts'
import { openTree, snapshotOf, treeIdOf, writeFiles } from './tree.ts'

export const PLAN_OPTIONS: readonly Option[] = [
  { name: 'image', value: 'REF', repeatable: true, description: 'What was built: name:tag[@digest]; may be repeated.' },
  ...TREE_OPTIONS,
  { name: 'force', description: 'Let a lower value through.' },
  { name: 'unmatched', value: 'fail|warn', description: 'When no policy concerns an image. Default: fail.' },
  STRICT_OPTION,
  JSON_OPTION,
]

/** `plan`: what a build would change. `apply`: the same, written into the worktree. */
export async function plan(
  local: Local,
  args: Arguments,
  how: TextOptions & { readonly apply: boolean },
): Promise<Said> {
  const images = [...args.values('image'), ...args.positionals]
  if (images.length === 0)
    throw new BumpError('BAD_IMAGES', 'Say what was built, e.g. --image ghcr.io/acme/shop:1.4.2; it may be repeated.')
  const built = readBuilt(images.join('\n'))
  const unmatched = readChoice(args.value('unmatched') ?? 'fail', ['fail', 'warn'])
  if (!unmatched.ok) throw new BumpError('BAD_CALL', `--unmatched: ${unmatched.reason}`)
  const tree = await openTree(local, args)
  try {
    if (how.apply && tree.worktree === undefined)
      throw new BumpError('BAD_CALL', 'apply writes files, and --git-dir has none. Use plan, or --worktree.')
    const snapshot = await snapshotOf(tree, ({ policies }) => askedBy(policies, built, []))
    const decided = planBuilt(snapshot, built, {
      compare: compareByOrder,
      today: local.clock.today(),
      ...(tree.paths === undefined ? {} : { paths: tree.paths }),
      force: args.flag('force'),
    })
    const { plan, files, findings } = rewrite(snapshot.texts, decided.plan)
    if (how.apply) await writeFiles(tree, files)
    const outcome = outcomeOf(files.length > 0, decided.concerned.length > 0, how.apply)
    const told = { findings: [...decided.findings, ...findings], unmatched: decided.unmatched }
    const whole = report({ groups: [], ...told })
    const said = sayPlan({
      outcome,
      plan,
      files,
      ...told,
      shown: findingsBeside(told, unmatched.value),
      tree: tree.commit === undefined ? undefined : await treeIdOf(tree, files),
      json: args.flag('json'),
      show: how,
      exitCode: exitCodeOf(whole, unmatched.value, args.flag('strict')),
    })
    if (args.flag('json')) return said
    const failure = failureOf(whole, unmatched.value).map(({ message }) => `${message}\n`)
    return { ...said, stderr: `${said.stderr}${failure.join('')}` }
  } finally {
    await tree.close()
  }
}

function outcomeOf(changes: boolean, concerned: boolean, apply: boolean): Outcome {
  if (changes) return apply ? 'applied' : 'planned'
  return concerned ? 'unchanged' : 'unmatched'
}

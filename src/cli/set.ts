import { BumpError } from '../core/errors.ts'
import { finding } from '../core/finding.ts'
import { formatReference, quote, readReference, type ImageReference } from '../core/image/reference.ts'
import type { MarkedField } from '../core/marker/field.ts'
import type { PolicyName } from '../core/names.ts'
import { nearest } from '../core/nearest.ts'
import { planSet } from '../core/plan/built-plan.ts'
import type { Skip } from '../core/plan/plan.ts'
import { rewrite } from '../core/plan/rewrite.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import { exitCodeOf } from '../core/report/verdict.ts'
import { report } from '../core/report/report.ts'
import type { TextOptions } from '../core/report/text.ts'
import type { Local } from '../local.ts'
import { JSON_OPTION, STRICT_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { sayPlan, type Said } from './output.ts'
import { globsOf, isToWrite, markedOf, openTree, treeIdOf, WRITE_OPTION, writeFiles } from './tree.ts'

export const SET_OPTIONS: readonly Option[] = [...TREE_OPTIONS, WRITE_OPTION, STRICT_OPTION, JSON_OPTION]

/**
 * `set`: gives the marked fields of policies a reference, without asking the policies. Of the policy file only the list of
 * further files counts, so that a mistake in it stops nobody who rolls back.
 */
export async function set(local: Local, args: Arguments, show: TextOptions): Promise<Said> {
  const assignments = readAssignments(args.positionals)
  const tree = await openTree(local, args)
  try {
    const write = isToWrite(tree, args)
    const globs = await globsOf(tree)
    const marked = await markedOf(tree, globs ?? [], assignments)
    const { plan, files, findings } = rewrite(marked.texts, planSet(marked.fields, assignments, tree.paths))
    if (write) await writeFiles(tree, files)
    const unused = [...assignments.keys()]
      .filter((name) => !marked.fields.some(({ marker }) => marker.policy === name))
      .map((policy) => finding('UNUSED_POLICY', { policy }))
    const told = { findings: [...marked.findings, ...unused, ...findings], unmatched: [] }
    const said = sayPlan({
      outcome: files.length === 0 ? 'unchanged' : write ? 'applied' : 'planned',
      plan,
      files,
      ...told,
      tree: tree.commit === undefined ? undefined : await treeIdOf(tree, files),
      json: args.flag('json'),
      show,
      exitCode: exitCodeOf(report({ groups: [], ...told }), 'warn', args.flag('strict')),
    })
    const note = globs === undefined ? `${showInvisible(tree.config)} cannot be read: YAML alone was searched.\n` : ''
    return { ...said, stderr: `${said.stderr}${note}${slips(assignments, marked.fields, plan.skips)}` }
  } finally {
    await tree.close()
  }
}

/** What a person who mistyped is asked: a name that no marker has, or a tag alone, which reads as the name of an image. */
function slips(
  assignments: ReadonlyMap<PolicyName, ImageReference>,
  fields: readonly MarkedField[],
  skips: readonly Skip[],
): string {
  const names = [...new Set(fields.map(({ marker }) => marker.policy))]
  const lines = [...assignments].flatMap(([policy, image]) => {
    const near = names.includes(policy) ? undefined : nearest(policy, names)
    if (near !== undefined) return [`Did you mean ${near}?`]
    if (!skips.some((skip) => skip.policy === policy && skip.why === 'no tag')) return []
    return [`${quote(formatReference(image))} is an image name without a tag. Did you mean ${policy}=IMAGE:TAG?`]
  })
  return lines.map((line) => `${showInvisible(line)}\n`).join('')
}

/** `namespace:name=reference`, each. The first "=" parts them: neither side can hold one. */
function readAssignments(texts: readonly string[]): ReadonlyMap<PolicyName, ImageReference> {
  if (texts.length === 0)
    throw new BumpError(
      'BAD_CALL',
      'Say which policy gets what, e.g. image-bump set prod:shop=ghcr.io/acme/shop:1.4.2.',
    )
  const assignments = new Map<PolicyName, ImageReference>()
  const problems: { message: string }[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    const policy = text.slice(0, Math.max(at, 0))
    const reference = readReference(text.slice(at + 1))
    if (!/^[^\s:]+:[^\s:]+$/.test(policy)) problems.push({ message: `${quote(text)}: write namespace:name=image:tag.` })
    else if (!reference.ok) problems.push({ message: `${quote(text)}: ${reference.reason}.` })
    else if (assignments.has(policy as PolicyName)) problems.push({ message: `${quote(policy)} was given twice.` })
    else assignments.set(policy as PolicyName, reference.value)
  }
  if (problems.length > 0) throw new BumpError('BAD_CALL', problems)
  return assignments
}

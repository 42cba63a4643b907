import { BumpError, EXIT_CODES, type Problem } from '../core/errors.ts'
import type { Finding } from '../core/finding.ts'
import { formatPlace } from '../core/names.ts'
import { inScope } from '../core/policy/scope.ts'
import { lint as lintSnapshot } from '../core/plan/lint.ts'
import { lintJson } from '../core/report/json.ts'
import { findingsText } from '../core/report/text.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import type { Local } from '../wire.ts'
import { JSON_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { jsonText, type Said } from './output.ts'
import { markedOf, openTree, snapshotOf, type Tree } from './tree.ts'

export const LINT_OPTIONS: readonly Option[] = [
  ...TREE_OPTIONS,
  { name: 'strict', description: 'Exit with 3 when there are findings.' },
  JSON_OPTION,
]

/** `lint`: everything worth telling about policy file, Flux objects and markers. A bad policy file is told too, and is 3. */
export async function lint(local: Local, args: Arguments): Promise<Said> {
  const tree = await openTree(local, args)
  try {
    const { findings: all, problems } = await examine(tree)
    const findings = all.filter(({ place }) => place === undefined || inScope(tree.paths, place.path))
    const found = findings.length > 0 && args.flag('strict')
    const exitCode = problems.length > 0 || found ? EXIT_CODES.content : 0
    if (args.flag('json')) {
      const json = lintJson(findings)
      return {
        stdout: jsonText({ ...json, findings: [...problems.map(problemJson), ...json.findings] }),
        stderr: '',
        exitCode,
      }
    }
    const count = findings.length + problems.length
    const total = count === 0 ? 'Nothing found.' : count === 1 ? '1 finding.' : `${count} findings.`
    return { stdout: `${problems.map(problemLine).join('')}${findingsText(findings)}`, stderr: `${total}\n`, exitCode }
  } finally {
    await tree.close()
  }
}

/** With a policy file that cannot be read, what markers look like is told all the same. */
async function examine(tree: Tree): Promise<{ findings: readonly Finding[]; problems: readonly Problem[] }> {
  try {
    return { findings: lintSnapshot(await snapshotOf(tree)), problems: [] }
  } catch (error) {
    if (!(error instanceof BumpError) || error.code !== 'BAD_POLICY') throw error
    return { findings: (await markedOf(tree)).findings, problems: error.problems }
  }
}

function problemJson({ place, message }: Problem): object {
  return { code: 'BAD_POLICY', ...place, message }
}

function problemLine({ place, message }: Problem): string {
  const where = place === undefined ? '' : `${showInvisible(formatPlace(place))} `
  return `${where}BAD_POLICY ${showInvisible(message)}\n`
}

import { writeFile } from 'node:fs/promises'
import { BumpError, EXIT_CODES, type Problem } from '../core/errors.ts'
import type { Finding } from '../core/finding.ts'
import { quote } from '../core/image/reference.ts'
import { formatPlace } from '../core/names.ts'
import { alongside } from '../core/plan/follow-up.ts'
import { lint as lintSnapshot } from '../core/plan/lint/lint.ts'
import { LINT_TEXTS, LOOK_ALIKES, readSkipped, readUnmarked } from '../core/plan/lint/file.ts'
import { readMarked, readSnapshot } from '../core/plan/snapshot.ts'
import { inScope, isSearched } from '../core/policy/scope.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import { annotations } from '../core/report/annotations.ts'
import { toldJson } from '../core/report/json.ts'
import { sarif } from '../core/report/lint/sarif.ts'
import { tell, type Told } from '../core/report/lint/told.ts'
import type { Local } from '../local.ts'
import { JSON_OPTION, STRICT_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { jsonText, type Said } from './output.ts'
import { globsOf, openTree, policyFileOf, type Tree } from './tree.ts'

export const LINT_OPTIONS: readonly Option[] = [
  ...TREE_OPTIONS,
  STRICT_OPTION,
  { name: 'sarif', value: 'FILE', description: 'Also write what was found as SARIF 2.1.0, for code scanning.' },
  JSON_OPTION,
]

/** Where lint runs, as far as its answer depends on it. */
export interface LintPlace {
  /** A workflow, whose runner reads annotations. */
  readonly isWorkflow: boolean
  /** Of image-bump. */
  readonly version: string
}

/** `lint`: everything worth telling about policy file, Flux objects and markers. A bad policy file is told too, and is 3. */
export async function lint(local: Local, args: Arguments, { isWorkflow, version }: LintPlace): Promise<Said> {
  const sarifFile = sarifFileOf(args)
  const tree = await openTree(local, args)
  try {
    const { findings, problems, looked } = await examine(tree, local.clock.today())
    const inside = findings.filter(({ place }) => place === undefined || inScope(tree.paths, place.path))
    const told = tell(inside, problems)
    if (sarifFile !== undefined) await writeSarif(sarifFile, told, version)
    const found = told.some(({ level }) => level !== 'note') && args.flag('strict')
    return {
      stdout: args.flag('json') ? jsonText(toldJson(told)) : told.map(line).join(''),
      stderr: args.flag('json') ? '' : `${total(told, looked)}\n${found ? STRICT_LINE : ''}`,
      ...(isWorkflow ? { commands: annotations(told) } : {}),
      exitCode: problems.length > 0 || found ? EXIT_CODES.content : 0,
    }
  } finally {
    await tree.close()
  }
}

function sarifFileOf(args: Arguments): string | undefined {
  const file = args.value('sarif')
  if (args.positionals.length > 0)
    throw new BumpError('BAD_CALL', `lint takes no argument such as ${quote(args.positionals[0] ?? '')}. See --help.`)
  if (file === '-' || file === '')
    throw new BumpError('BAD_CALL', '--sarif takes the name of a file; stdout carries the findings.')
  return file
}

async function writeSarif(file: string, told: readonly Told[], version: string): Promise<void> {
  try {
    await writeFile(file, jsonText(sarif(told, version)))
  } catch (cause) {
    throw new BumpError('BAD_CALL', `--sarif: ${quote(file)} cannot be written.`, { cause })
  }
}

/** With a policy file that cannot be read, what markers look like is told all the same. */
async function examine(
  tree: Tree,
  today: string,
): Promise<{ readonly findings: readonly Finding[]; readonly problems: readonly Problem[]; readonly looked: number }> {
  const globs = (await globsOf(tree)) ?? []
  const found = await tree.source.files(LINT_TEXTS, [...globs, ...LOOK_ALIKES])
  const files = found.filter(({ path }) => isSearched(path, globs))
  const skipped = readSkipped(found.filter(({ path }) => !isSearched(path, globs)))
  const looked = files.filter(({ path }) => inScope(tree.paths, path)).length
  try {
    const policyFile = await policyFileOf(tree)
    const snapshot = readSnapshot(policyFile, files)
    const findings = [...lintSnapshot(snapshot, files, today), ...skipped]
    return { findings, problems: [], looked: looked + (policyFile === undefined ? 0 : 1) }
  } catch (error) {
    if (!(error instanceof BumpError) || error.code !== 'BAD_POLICY') throw error
    const findings = [...alongside(readMarked(files, globs).findings, files), ...readUnmarked(files)]
    return { findings: [...findings, ...skipped], problems: error.problems, looked: looked + 1 }
  }
}

function line({ code, message, place }: Told): string {
  return `${place === undefined ? '' : `${showInvisible(formatPlace(place))} `}${code} ${message}\n`
}

const STRICT_LINE = 'FINDINGS: --strict makes errors and warnings fail.\n'

function total(told: readonly Told[], looked: number): string {
  if (looked === 0) return 'Nothing to look at: no policy file, no marker and no Flux image policy.'
  if (told.length === 0) return `Nothing found in ${looked === 1 ? '1 file' : `${looked} files`}.`
  const counts = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const count = told.filter((one) => one.level === level).length
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`]
  })
  return `${counts.join(', ')}.`
}

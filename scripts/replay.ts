/**
 * Replays real commits in which Flux moved image tags, and compares the git tree that our edits give with Flux's.
 * Also asks our policies for the newest of the tags each repository deployed one after the other.
 *
 *   npm run replay -- --mirror DIR --cases FILE
 *
 * DIR holds the repositories, each as `owner+name/repo` (bare). Nothing is written into them. Exit 1 on a mismatch.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mayHoldMarkers } from '../src/core/git/repo-path.ts'
import { MARKER_TEXT, type Part } from '../src/core/marker/marker.ts'
import { scan } from '../src/core/marker/scan.ts'
import type { RepoPath } from '../src/core/names.ts'
import { edit } from '../src/core/plan/edit.ts'
import { readFilter } from '../src/core/policy/filter.ts'
import type { TagRule } from '../src/core/policy/order.ts'
import { readRange } from '../src/core/policy/range.ts'
import { select } from '../src/core/policy/select.ts'

/** null: the commit does not show it, because no marker of the policy asks for it. */
interface PolicyValue {
  readonly image: string | null
  readonly tag: string | null
  readonly digest: string | null
}

interface ReplayCase {
  readonly id: string
  readonly kind: string
  readonly parent: string
  readonly expected_tree: string
  readonly update_path: string
  readonly policies: Readonly<Record<string, PolicyValue>>
}

interface OrderingPool {
  readonly policy: string
  readonly spec: {
    readonly kind: string
    readonly order: 'asc' | 'desc'
    readonly range?: string
    readonly pattern?: string
    readonly extract?: string
  }
  readonly tags_in_deployment_order: readonly string[]
  readonly expect_latest: string
}

interface Cases {
  readonly repos: Readonly<
    Record<string, { readonly replay: readonly ReplayCase[]; readonly ordering_pools: readonly OrderingPool[] }>
  >
}

main()

function main(): void {
  const { values } = parseArgs({ options: { mirror: { type: 'string' }, cases: { type: 'string' } } })
  if (values.mirror === undefined || values.cases === undefined)
    throw new Error('usage: npm run replay -- --mirror DIR --cases FILE')
  const { repos } = JSON.parse(readFileSync(values.cases, 'utf8')) as Cases
  const counts = { equal: 0, different: 0, unknown: 0, newest: 0, notNewest: 0 }
  for (const [name, { replay, ordering_pools: pools }] of Object.entries(repos)) {
    const gitDirectory = join(values.mirror, name.replace('/', '+'), 'repo')
    for (const one of replay) {
      const outcome = one.kind === 'replay' ? replayCase(gitDirectory, one) : 'unknown'
      counts[outcome] += 1
      if (outcome === 'unknown') tell(`${one.id}: a case of kind ${one.kind}, which this tool does not know`)
    }
    for (const pool of pools) counts[asksNewest(name, pool) ? 'newest' : 'notNewest'] += 1
  }
  tell(`trees: ${counts.equal} equal, ${counts.different} different, ${counts.unknown} of unknown kind`)
  tell(`ordering pools: ${counts.newest} agree on every prefix, ${counts.notNewest} do not`)
  if (counts.different + counts.unknown + counts.notNewest > 0) process.exitCode = 1
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

type Git = (args: readonly string[], input?: string | Buffer) => Buffer

/** Git on a mirror, with an index and an object store of its own: the mirror stays as it is. */
function scratchGit(gitDirectory: string, scratch: string): Git {
  const env = {
    ...process.env,
    GIT_DIR: gitDirectory,
    GIT_INDEX_FILE: join(scratch, 'index'),
    GIT_OBJECT_DIRECTORY: join(scratch, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(gitDirectory, 'objects'),
  }
  return (args, input) =>
    execFileSync('git', args, { env, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'pipe'], ...(input && { input }) })
}

function replayCase(gitDirectory: string, one: ReplayCase): 'equal' | 'different' {
  const scratch = mkdtempSync(join(tmpdir(), 'replay-'))
  try {
    mkdirSync(join(scratch, 'objects'))
    const git = scratchGit(gitDirectory, scratch)
    git(['read-tree', one.parent])
    for (const { path, mode } of markedFiles(git, one)) {
      const before = git(['cat-file', 'blob', `${one.parent}:${path}`])
      const after = withPolicies(path, before.toString('utf8'), one.policies)
      if (after === undefined || !Buffer.from(before.toString('utf8')).equals(before)) continue
      const blob = git(['hash-object', '-w', '--stdin'], after).toString().trim()
      git(['update-index', '-z', '--index-info'], `${mode} ${blob}\t${path}\0`)
    }
    // The mirrors leave out the largest blobs; a tree needs only their ids.
    const tree = git(['write-tree', '--missing-ok']).toString().trim()
    if (tree === one.expected_tree) return 'equal'
    tell(`${one.id}: tree ${tree}, expected ${one.expected_tree} (from expected to ours):`)
    tell(git(['diff-tree', '-r', '-p', one.expected_tree, tree]).toString())
    return 'different'
  } catch (error) {
    tell(`${one.id}: ${String(error)}`)
    return 'different'
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function markedFiles(git: Git, { parent, update_path: root }: ReplayCase): { path: RepoPath; mode: string }[] {
  const found = grep(git, parent, root)
  return git(['ls-tree', '-r', '-z', parent])
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [about = '', path = ''] = line.split('\t')
      const mode = about.split(' ')[0] ?? ''
      const regular = mode === '100644' || mode === '100755'
      return regular && mayHoldMarkers(path) && found.has(path) ? [{ path: path as RepoPath, mode }] : []
    })
}

function grep(git: Git, parent: string, root: string): ReadonlySet<string> {
  try {
    const output = git(['grep', '-l', '-z', '-a', '-F', '-e', MARKER_TEXT, parent, '--', root])
    return new Set(
      output
        .toString()
        .split('\0')
        .map((line) => line.slice(parent.length + 1)),
    )
  } catch (error) {
    // Git's answer to "nothing found" is exit code 1.
    if ((error as { status?: number }).status === 1) return new Set()
    throw error
  }
}

/** The text with every marked field of these policies set, undefined when nothing changes. */
function withPolicies(path: RepoPath, text: string, policies: ReplayCase['policies']): string | undefined {
  const changes = scan(path, text).fields.flatMap((field) => {
    const policy = policies[field.marker.policy]
    const to = policy === undefined ? undefined : valueOf(policy, field.marker.part)
    return to === undefined ? [] : [{ field, to }]
  })
  const edited = edit(path, text, changes)
  if (edited.kind === 'edited') return edited.text === text ? undefined : edited.text
  tell(`${path}: refused: ${edited.reason}`)
  return undefined
}

function valueOf({ image, tag, digest }: PolicyValue, part: Part): string | undefined {
  const reference = image === null || tag === null ? null : `${image}:${tag}${digest === null ? '' : `@${digest}`}`
  return { reference, tag, name: image, digest }[part] ?? undefined
}

/** Whether our policy picks the tag that was deployed next, each time one was added. */
function asksNewest(repository: string, { policy, spec, tags_in_deployment_order: tags }: OrderingPool): boolean {
  const rule = tagRule(spec)
  const wrong = tags.findIndex((tag, index) => select(rule, tags.slice(0, index + 1)).selected !== tag)
  if (wrong === -1) return true
  const picked = select(rule, tags.slice(0, wrong + 1)).selected ?? 'nothing'
  tell(`${repository} ${policy}: of the first ${wrong + 1} tags picks ${picked}, not ${tags[wrong] ?? ''}`)
  return false
}

function tagRule({ kind, order, range, pattern, extract }: OrderingPool['spec']): TagRule {
  const filter = pattern === undefined ? undefined : readFilter(pattern, extract ?? '')
  if (filter?.ok === false) throw new Error(filter.reason)
  const filtered = filter === undefined ? {} : { filter: filter.value }
  if (kind === 'alphabetical' || kind === 'numerical') return { ...filtered, order: { kind, direction: order } }
  const parsed = readRange(range ?? '')
  if (!parsed.ok) throw new Error(parsed.reason)
  return { ...filtered, order: { kind: 'semver', range: parsed.value } }
}

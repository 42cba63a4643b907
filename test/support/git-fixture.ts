import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BranchName, Oid, RepoPath } from '../../src/core/names.ts'

/** A file of a commit: its text, or its bytes with a mode other than 100644; null deletes it. */
export type FixtureFile = string | { readonly mode: string; readonly data: string | Buffer } | null

export interface FixtureCommit {
  readonly branch: string
  /** Parents as revisions; the first one's files are kept. Undefined: the branch's tip, where it is there. */
  readonly parents?: readonly string[]
  readonly files?: Readonly<Record<string, FixtureFile>>
  readonly message?: string
}

export const branch = (name: string): BranchName => name as BranchName
export const path = (text: string): RepoPath => text as RepoPath

/** A folder for one test, and its removal. */
export async function scratch(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'git-fixture-'))
  return { folder, remove: async () => await rm(folder, { recursive: true, force: true }) }
}

/** Runs git for setting up or for looking at what is there; never the code under test. */
export async function git(gitDir: string, ...args: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: gitDir,
    ...PEOPLE,
  }
  const { stdout } = await promisify(execFile)('git', args, { env, maxBuffer: 1 << 28 })
  return stdout.trimEnd()
}

export async function makeBare(gitDir: string, defaultBranch = 'main'): Promise<void> {
  await git(gitDir, 'init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, gitDir)
}

/** Makes one commit with git fast-import and returns its id. */
export async function addCommit(gitDir: string, commit: FixtureCommit): Promise<Oid> {
  const ref = `refs/heads/${commit.branch}`
  const tip = await git(gitDir, 'rev-parse', '--verify', '--quiet', ref).catch(() => undefined)
  const parents = commit.parents ?? (tip === undefined ? [] : [tip])
  const ids = await Promise.all(parents.map(async (parent) => await git(gitDir, 'rev-parse', `${parent}^{commit}`)))
  const message = Buffer.from(commit.message ?? 'change')
  const chunks: (string | Buffer)[] = []
  if (ids.length === 0) chunks.push(`reset ${ref}\n`)
  chunks.push(`commit ${ref}\ncommitter T <t@example.com> 1700000000 +0000\ndata ${message.length}\n`, message, '\n')
  ids.forEach((id, index) => chunks.push(`${index === 0 ? 'from' : 'merge'} ${id}\n`))
  for (const [name, file] of Object.entries(commit.files ?? {})) {
    if (file === null) chunks.push(`D ${quoted(name)}\n`)
    else chunks.push(...fileLines(name, typeof file === 'string' ? { mode: '100644', data: file } : file))
  }
  await feed(gitDir, ['fast-import', '--quiet', '--force'], chunks)
  return (await git(gitDir, 'rev-parse', ref)) as Oid
}

/** Paths of a revision of `whole` whose blob is in `part`, which is asked for none of them. */
export async function blobsIn(part: string, whole: string, revision: string): Promise<readonly string[]> {
  const objects = await git(part, 'cat-file', '--batch-all-objects', '--batch-check')
  const here = new Set(objects.split('\n').map((line) => line.split(' ')[0]))
  const files = await git(whole, 'ls-tree', '-r', revision)
  return files.split('\n').flatMap((line) => {
    const [facts = '', name = ''] = line.split('\t')
    return here.has(facts.split(' ')[2]) ? [name] : []
  })
}

const PEOPLE = {
  GIT_AUTHOR_NAME: 'T',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 'T',
  GIT_COMMITTER_EMAIL: 't@example.com',
}

function fileLines(
  name: string,
  { mode, data }: { readonly mode: string; readonly data: string | Buffer },
): (string | Buffer)[] {
  if (mode === '160000') return [`M 160000 ${data.toString()} ${quoted(name)}\n`]
  const bytes = Buffer.from(data)
  return [`M ${mode} inline ${quoted(name)}\ndata ${bytes.length}\n`, bytes, '\n']
}

function quoted(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`
}

async function feed(gitDir: string, args: readonly string[], chunks: readonly (string | Buffer)[]): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_DIR: gitDir }
  const child = spawn('git', args, { env, stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${String(code)}`)
}

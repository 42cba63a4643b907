/** One real bare repository in a temporary directory: refs, and the questions about history that git itself answers. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { git } from './git.ts'
import { ObjectStore } from './objects.ts'
import type { CommitObject, TreeEntry } from './objects.ts'
import { RefStore } from './refs.ts'

export interface FileDiff {
  readonly path: string
  readonly status: 'added' | 'removed' | 'modified' | 'changed'
  /** Of the blob after; of a removed file the blob before. */
  readonly oid: string
  readonly additions: number
  readonly deletions: number
}

/** GitHub's settings as a server, and everything that would cost time in a test switched off. */
const CONFIG = `[core]
\trepositoryformatversion = 0
\tbare = true
\tfsync = none
[http]
\treceivepack = true
[receive]
\tautogc = false
\tunpackLimit = 100000
\thideRefs = refs/pull
[gc]
\tauto = 0
[transfer]
\tadvertiseSID = false
[uploadpack]
\tallowFilter = true
\tallowTipSHA1InWant = true
\tallowReachableSHA1InWant = true
`

export class BareRepository extends RefStore {
  readonly objects: ObjectStore
  readonly #answers = new Map<string, Promise<unknown>>()

  constructor(directory: string, defaultBranch: string) {
    super(directory)
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
      mkdirSync(join(directory, folder), { recursive: true })
    writeFileSync(join(directory, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`)
    writeFileSync(join(directory, 'config'), CONFIG)
    this.objects = new ObjectStore(directory)
  }

  /** The commit of a branch, tag, full ref, HEAD, or (shortened) object id. */
  async commitOf(revision: string): Promise<string | undefined> {
    if (revision === 'HEAD' || revision === '') {
      const head = readFileSync(join(this.directory, 'HEAD'), 'latin1').trim()
      return this.ref(head.replace(/^ref: /, ''))
    }
    const oid = this.branch(revision) ?? this.ref(`refs/tags/${revision}`) ?? this.#fullRef(revision)
    if (oid === undefined && !/^[0-9a-f]{7,40}$/.test(revision)) return undefined
    if (oid === undefined && revision.length === 40 && (await this.objects.commit(revision)) !== undefined)
      return revision
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${oid ?? revision}^{commit}`]
    const { code, stdout } = await git(this.directory, args, { accept: [1, 128] })
    return code === 0 ? stdout.toString().trim() : undefined
  }

  async commit(revision: string): Promise<CommitObject | undefined> {
    const oid = await this.commitOf(revision)
    return oid === undefined ? undefined : this.objects.commit(oid)
  }

  async entry(tree: string, path: string): Promise<TreeEntry | undefined> {
    let entry: TreeEntry | undefined = { mode: '040000', name: '', oid: tree }
    for (const name of path.split('/').filter((part) => part !== '')) {
      entry = (await this.objects.tree(entry.oid))?.find((candidate) => candidate.name === name)
      if (entry === undefined) return undefined
    }
    return entry
  }

  /** How many commits each of two has that the other has not. */
  async distance(base: string, head: string): Promise<{ readonly ahead: number; readonly behind: number }> {
    return this.#once(`distance ${base} ${head}`, async () => {
      const [ours, theirs] = [this.#looseHistory(head), this.#looseHistory(base)]
      if (ours !== undefined && theirs !== undefined) {
        const only = (these: Set<string>, others: Set<string>): number =>
          [...these].filter((oid) => !others.has(oid)).length
        return { ahead: only(ours, theirs), behind: only(theirs, ours) }
      }
      const { stdout } = await git(this.directory, ['rev-list', '--left-right', '--count', `${base}...${head}`])
      const [behind = 0, ahead = 0] = stdout.toString().trim().split('\t').map(Number)
      return { ahead, behind }
    })
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.distance(descendant, ancestor)).ahead === 0
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    if (await this.isAncestor(one, other)) return one
    const { code, stdout } = await git(this.directory, ['merge-base', one, other], { accept: [1] })
    return code === 0 ? stdout.toString().trim() : undefined
  }

  /** Commits of `head` that `base` has not (all where undefined), newest first. */
  async log(base: string | undefined, head: string, limit = 250, path?: string): Promise<CommitObject[]> {
    const range = base === undefined ? [head] : [head, `^${base}`]
    const args = [
      'rev-list',
      '--topo-order',
      `--max-count=${limit}`,
      ...range,
      '--',
      ...(path === undefined ? [] : [path]),
    ]
    const { stdout } = await git(this.directory, args)
    const commits = await Promise.all(
      stdout
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((oid) => this.objects.commit(oid)),
    )
    return commits.filter((commit) => commit !== undefined)
  }

  /** The tree that merging gives; undefined where it conflicts. */
  async mergeTree(one: string, other: string): Promise<string | undefined> {
    if (await this.isAncestor(one, other)) return (await this.objects.commit(other))?.tree
    const { code, stdout } = await git(this.directory, ['merge-tree', '--write-tree', one, other], { accept: [1] })
    return code === 0 ? stdout.toString().split('\n')[0] : undefined
  }

  async diff(before: string, after: string): Promise<readonly FileDiff[]> {
    return this.#once(`diff ${before} ${after}`, async () => this.#diff(before, after))
  }

  async #diff(before: string, after: string): Promise<readonly FileDiff[]> {
    const args = ['diff', '--raw', '--numstat', '--no-renames', '--abbrev=40', '-z', before, after, '--']
    const { stdout } = await git(this.directory, args)
    const fields = stdout.toString().split('\0')
    const files = new Map<string, FileDiff>()
    for (let at = 0; at < fields.length - 1; at++) {
      const field = fields[at] ?? ''
      if (field.startsWith(':')) {
        const [oldMode, newMode, oldOid = '', newOid = '', letter] = field.slice(1).split(' ')
        const path = fields[++at] ?? ''
        const status =
          letter === 'A' ? 'added' : letter === 'D' ? 'removed' : oldMode === newMode ? 'modified' : 'changed'
        files.set(path, { path, status, oid: letter === 'D' ? oldOid : newOid, additions: 0, deletions: 0 })
      } else {
        const [added, deleted, path = ''] = field.split('\t')
        const file = files.get(path)
        if (file !== undefined)
          files.set(path, { ...file, additions: Number(added) || 0, deletions: Number(deleted) || 0 })
      }
    }
    return [...files.values()]
  }

  /** What is asked about object ids never changes. */
  async #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined
    const answer = known ?? ask()
    this.#answers.set(question, answer)
    return answer
  }

  /** Every commit reachable; undefined where it is long or partly packed: git is better at that. */
  #looseHistory(oid: string): Set<string> | undefined {
    const seen = new Set([oid])
    for (const commit of seen) {
      const parents = this.objects.looseParents(commit)
      if (parents === undefined || seen.size > 300) return undefined
      for (const parent of parents) seen.add(parent)
    }
    return seen
  }

  #fullRef(name: string): string | undefined {
    const full = name.startsWith('refs/') ? name : `refs/${name}`
    return existsSync(join(this.directory, full)) ? this.ref(full) : undefined
  }
}

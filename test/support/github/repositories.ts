/** What tests set up and look at: tokens, repositories, commits of people. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { BareRepository } from './bare-repository.ts'
import { ZERO } from './refs.ts'
import { signatureOf } from './merging.ts'
import type { MergeMethod } from './merging.ts'
import { EMPTY_TREE } from './objects.ts'
import type { CommitObject, TreeChange } from './objects.ts'
import { moveRefs } from './ref-moves.ts'
import { findRepository, nextId, user } from './state.ts'
import type { Milestone, Protection, Pull, RefMove, Repository, Token, World } from './state.ts'

/** Text, or text with a mode (`120000`: the text is where the link points); null takes the file away. */
export type File = string | Uint8Array | { readonly text: string | Uint8Array; readonly mode: string } | null
export type Files = Readonly<Record<string, File>>
export interface RepositoryOptions {
  readonly defaultBranch?: string
  /** Private where not said: who may not read it is told 404. */
  readonly private?: boolean
  readonly allowAutoMerge?: boolean
  readonly deleteBranchOnMerge?: boolean
  readonly mergeMethods?: readonly MergeMethod[]
  readonly mergeQueues?: readonly string[]
  readonly collaborators?: readonly string[]
  readonly teams?: readonly string[]
  readonly labels?: readonly string[]
  readonly milestones?: readonly string[]
  readonly message?: string
}
export interface CommitOptions {
  /** Login; a person of that name where not known yet. */
  readonly author?: string
  readonly message?: string
  /** The commit it stands on: the branch's tip where not said, null for a first one. */
  readonly parent?: string | null
  readonly date?: string
}
export type TokenOptions = Partial<Omit<Token, 'value' | 'used'>> & { readonly value?: string }

const ALL = { metadata: 'read', contents: 'write', pull_requests: 'write', issues: 'write' } as const
/** Who does what nobody else is named for. */
export const PERSON = 'maintainer'

export class Repositories {
  readonly world: World
  readonly #root: string

  constructor(world: World, root: string) {
    this.world = world
    this.#root = root
  }

  /** @returns the token's value; without options one of an app that may write contents, pull requests and issues */
  addToken({ login, kind = 'app', permissions = ALL, repositories = 'all', value }: TokenOptions = {}): string {
    const names = { user: PERSON, app: 'bump-app[bot]', workflow: 'github-actions[bot]' }
    const token = { login: login ?? names[kind], kind, permissions, repositories, used: 0 }
    const secret = value ?? `${kind === 'user' ? 'ghp' : 'ghs'}_${randomBytes(18).toString('hex')}`
    user(this.world, token.login)
    this.world.tokens.set(secret, { ...token, value: secret })
    return secret
  }

  /** A repository with one commit on its default branch. */
  async createRepository(fullName: string, files: Files, options: RepositoryOptions = {}): Promise<Repository> {
    const [owner = '', name = ''] = fullName.split('/')
    const { defaultBranch = 'main', collaborators = [], teams = [], labels = [], milestones = [] } = options
    const id = nextId(this.world)
    const repository: Repository = {
      id,
      nodeId: `R_${id}`,
      owner,
      name,
      defaultBranch,
      private: options.private ?? true,
      allowAutoMerge: options.allowAutoMerge ?? false,
      deleteBranchOnMerge: options.deleteBranchOnMerge ?? false,
      mergeMethods: options.mergeMethods ?? ['merge', 'squash', 'rebase'],
      mergeQueues: [...(options.mergeQueues ?? [])],
      git: new BareRepository(join(this.#root, `${id}.git`), defaultBranch),
      pulls: [],
      moves: [],
      labels: new Map(),
      milestones: [],
      teams: new Map(),
      protections: new Map(),
      checks: new Map(),
      collaborators: new Set([PERSON, ...collaborators].map((login) => login.toLowerCase())),
      queue: Promise.resolve(),
    }
    this.world.users.set(owner.toLowerCase(), { id: nextId(this.world), login: owner, type: 'Organization' })
    for (const login of collaborators) user(this.world, login)
    for (const slug of teams) repository.teams.set(slug, { id: nextId(this.world), slug })
    for (const label of labels)
      repository.labels.set(label.toLowerCase(), {
        id: nextId(this.world),
        name: label,
        color: 'ededed',
        description: null,
      })
    for (const title of milestones)
      repository.milestones.push({
        id: nextId(this.world),
        number: repository.milestones.length + 1,
        title,
        state: 'open',
      } satisfies Milestone)
    this.world.repositories.set(fullName.toLowerCase(), repository)
    await this.commitTo(fullName, defaultBranch, files, { message: options.message ?? 'first', parent: null })
    return repository
  }

  /** A person's push of one commit, protection or not. @returns its object id */
  async commitTo(fullName: string, branch: string, files: Files, options: CommitOptions = {}): Promise<string> {
    const repository = this.repository(fullName)
    const { git } = repository
    const author = options.author ?? PERSON
    const tip = git.branch(branch)
    const parent = options.parent === null ? undefined : (options.parent ?? tip ?? git.branch(repository.defaultBranch))
    const base = parent === undefined ? EMPTY_TREE : ((await git.objects.commit(parent)) as CommitObject).tree
    const tree = await git.objects.changeTree(base, this.#changes(git, files))
    const by = { ...signatureOf(this.world, author), ...(options.date === undefined ? {} : { date: options.date }) }
    const parents = parent === undefined ? [] : [parent]
    const message = options.message ?? `change ${Object.keys(files).join(', ')}`
    const commit = git.objects.writeCommit({
      tree: tree ?? EMPTY_TREE,
      parents,
      author: by,
      committer: by,
      message: `${message}\n`,
    })
    await this.moveBranch(fullName, branch, commit, author)
    return commit
  }

  /** A person's (forced) push of a commit that is there already, or of a new branch. */
  async moveBranch(fullName: string, branch: string, commit: string, by = PERSON): Promise<void> {
    const update = { ref: `refs/heads/${branch}`, after: commit }
    const moved = await moveRefs(this.world, this.repository(fullName), { login: by, how: 'person' }, [update])
    if (!moved) throw new Error(`refs/heads/${branch} cannot be moved to ${commit}`)
  }

  async deleteBranch(fullName: string, branch: string, by = PERSON): Promise<void> {
    await this.moveBranch(fullName, branch, ZERO, by)
  }

  repository(fullName: string): Repository {
    const [owner = '', name = ''] = fullName.split('/')
    const repository = findRepository(this.world, owner, name)
    if (repository === undefined) throw new Error(`There is no repository ${fullName}`)
    return repository
  }

  tip(fullName: string, branch: string): string | undefined {
    return this.repository(fullName).git.branch(branch)
  }

  async commit(fullName: string, revision: string): Promise<CommitObject | undefined> {
    return this.repository(fullName).git.commit(revision)
  }

  /** The text at a path of a branch, tag or commit; undefined: none there. */
  async readFile(fullName: string, revision: string, path: string): Promise<string | undefined> {
    const { git } = this.repository(fullName)
    const commit = await git.commit(revision)
    const entry = commit === undefined ? undefined : await git.entry(commit.tree, path)
    return entry === undefined ? undefined : (await git.objects.read(entry.oid))?.bytes.toString('utf8')
  }

  /** Every move of a ref since the repository was made (its first commit included), oldest first. */
  moves(fullName: string, branch?: string): readonly RefMove[] {
    return this.repository(fullName).moves.filter(({ ref }) => branch === undefined || ref === `refs/heads/${branch}`)
  }

  pull(fullName: string, number: number): Pull {
    const pull = this.repository(fullName).pulls[number - 1]
    if (pull === undefined) throw new Error(`${fullName} has no pull request ${number}`)
    return pull
  }

  protect(fullName: string, branch: string, protection: Protection = { requiredReviews: 1 }): void {
    this.repository(fullName).protections.set(branch, protection)
  }

  #changes(git: BareRepository, files: Files): Map<string, TreeChange> {
    const changes = Object.entries(files).map(([path, file]): [string, TreeChange] => {
      if (file === null) return [path, null]
      const { text, mode } =
        typeof file === 'string' || file instanceof Uint8Array ? { text: file, mode: '100644' } : file
      return [path, { mode, oid: git.objects.write('blob', Buffer.from(text as string)) }]
    })
    return new Map(changes)
  }
}

import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import type { BranchWriter } from '../../ports/branch-writer.ts'
import type { Log } from '../../ports/log.ts'
import type { Ticket } from '../../ports/queue.ts'
import type { Repository } from '../../ports/repository.ts'
import type { Shortcut } from '../../ports/shortcut.ts'
import { received, type LongWay, type Received } from './received.ts'

export interface LadderOptions {
  readonly shortcut: Shortcut
  /** Called at the first answer that the shortcut has not, and once only. */
  readonly openLongWay: () => Promise<LongWay>
  readonly log: Log
}

/** A repository, and the writer to it. */
export interface Ladder {
  readonly repository: Repository
  /** A writer of commits that are made of what was read here. */
  guard(writer: BranchWriter): BranchWriter
  /** Leaves the index behind where a branch was moved, and puts everything away. */
  close(): Promise<void>
}

/** The shortcut as long as it has the answers; from the first that it has not, the long way, for the rest of the run. */
export function ladder(options: LadderOptions): Ladder {
  const { shortcut, log } = options
  const descent = descending(options)
  const { step, doubt, told } = descent
  const written = new Set<Oid>()
  let waiting: readonly Ticket[] = []

  const repository: Repository = {
    defaultBranch: () =>
      step(
        () => shortcut.defaultBranch(),
        (whole) => whole.defaultBranch(),
      ),
    fetch: (branch, headPrefix) =>
      step(
        async () => {
          const tips = told.looked(branch, headPrefix, await shortcut.fetch(branch, headPrefix))
          waiting = shortcut.waiting?.() ?? []
          return tips
        },
        async (whole) => {
          const tips = await whole.fetch(branch, headPrefix)
          waiting = whole.waiting?.() ?? []
          return tips
        },
      ),
    waiting: () => waiting,
    search: (commit, texts, globs) =>
      step(
        async () => told.searched(commit, await shortcut.search(commit, texts, globs)),
        async (whole) => told.searchedAgain(commit, await whole.search(commit, texts, globs)),
      ),
    entry: (commit, path) =>
      step(
        () => shortcut.entry(commit, path),
        (whole) => whole.entry(commit, path),
      ),
    readBlobs: (oids) =>
      step(
        () => shortcut.readBlobs(oids),
        (whole) => whole.readBlobs(oids),
      ),
    commit: (oid) =>
      step(
        () => shortcut.commit(oid),
        (whole) => whole.commit(oid),
      ),
    commitsAhead: (base, head) =>
      step(
        () => shortcut.commitsAhead(base, head),
        (whole) => whole.commitsAhead(base, head),
      ),
    // What a tree becomes can only be told with every tree above the files at hand. The files are read back instead.
    treeWith: async (commit, files) => await (await descent.long())?.repository.treeWith(commit, files),
    distrust: () => doubt('an index may have left out what is missing'),
    knows: (commit) => !descent.isBegun() && written.has(commit),
    counts: (commit) => !told.isDoubted(commit),
  }
  return {
    repository,
    guard: (writer) => ({
      async commit(request) {
        const isQuick = !descent.isBegun()
        // Asked while the objects are written, and answered before the branch moves.
        const holds = isQuick ? shortcut.isProven().catch(() => false) : undefined
        const move = await writer.commit(holds === undefined ? request : { ...request, holds })
        if (move.kind === 'moved') {
          written.add(move.commit)
          if (isQuick) shortcut.expect(move.commit, request.parent, request.files)
        } else if ((await holds) === false) doubt('the index of marked files was wrong')
        else told.lost()
        return move
      },
      delete: (branch, expected) => writer.delete(branch, expected),
    }),
    async close() {
      const whole = await descent.long().catch(() => undefined)
      try {
        if (written.size > 0) await shortcut.remember(await whole?.found())
      } catch (error) {
        log.info(`The index of marked files could not be written: ${reasonOf(error)}.`)
      } finally {
        await whole?.close()
      }
    },
  }
}

// Each says that somebody was quicker, or that the shortcut is shown an old copy, which the long way is not.
const MOST_LOSSES = 5

/** When to go down, and what must be known below. */
function descending({ openLongWay, log }: LadderOptions) {
  let below: Promise<Received> | undefined
  let losses = 0
  let look: { readonly branch: BranchName; readonly headPrefix: string } | undefined
  /** Commits that the shortcut has told of, and those of which it may have told wrong things. */
  const commits = new Set<Oid>()
  const doubted = new Set<Oid>()

  const descend = (reason: string): Promise<Received> => {
    if (below !== undefined) return below
    log.info(`Receiving the whole base branch: ${reason}.`)
    below = openLongWay().then(async (way) => {
      const whole = received(way)
      if (look !== undefined) await whole.repository.fetch(look.branch, look.headPrefix)
      for (const commit of commits) await whole.bring(commit)
      return whole
    })
    below.catch(() => {}) // told to whoever asks
    return below
  }
  return {
    isBegun: () => below !== undefined,
    /** Undefined: nothing was received, and nothing needs to be. */
    long: async () => await below,
    async step<Answer>(quick: () => Promise<Answer>, slow: (whole: Repository) => Promise<Answer>): Promise<Answer> {
      if (below === undefined)
        try {
          return await quick()
        } catch (error) {
          void descend(reasonOf(error))
        }
      return await slow((await descend('')).repository)
    },
    doubt(reason: string): boolean {
      if (below !== undefined) return false
      for (const commit of commits) doubted.add(commit)
      // The run looks at the remote again before it asks for anything else.
      look = undefined
      commits.clear()
      void descend(reason)
      return true
    },
    told: {
      looked(branch: BranchName, headPrefix: string, tips: ReadonlyMap<BranchName, Oid>) {
        const tip = tips.get(branch)
        if (tip === undefined) throw new BumpError('BUG', 'The shortcut left the base out.')
        commits.add(tip)
        look = { branch, headPrefix }
        return tips
      },
      searched<Answer>(commit: Oid, answer: Answer): Answer {
        commits.add(commit)
        return answer
      },
      searchedAgain<Answer>(commit: Oid, answer: Answer): Answer {
        doubted.delete(commit)
        return answer
      },
      isDoubted: (commit: Oid) => doubted.has(commit),
      lost() {
        losses += 1
        if (losses >= MOST_LOSSES) void descend('other runs moved the branch first')
      },
    },
  }
}

// For one line of a log: the error itself is none, and what it says of permissions may not concern the long way.
function reasonOf(error: unknown): string {
  const text = error instanceof BumpError ? error.message : 'an answer was not of the form expected'
  return (text.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 300)
}

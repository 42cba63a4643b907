import { BumpError } from '../../core/errors.ts'
import type { BranchName, Oid } from '../../core/names.ts'
import type { Keepsake } from '../../core/plan/keepsake.ts'
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
  /** Puts a keepsake under its ref; false: another one stands there than was expected. */
  readonly leave: (keepsake: Keepsake) => Promise<boolean>
  readonly log: Log
}

/** A repository, and the writer to it. */
export interface Ladder {
  readonly repository: Repository
  /** A writer of commits that are made of what was read here. */
  guard(writer: BranchWriter): BranchWriter
  /** Puts everything away, when what is left behind for the next run is there. */
  close(): Promise<void>
}

/** The shortcut as long as it has the answers; from the first that it has not, the long way, for the rest of the run. */
export function ladder(options: LadderOptions): Ladder {
  const { shortcut, leave, log } = options
  const descent = descending(options)
  const { step, doubt, told } = descent
  const written = new Set<Oid>()
  let waiting: readonly Ticket[] = []
  let leaving: Promise<void> | undefined

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
        { isStart: true },
      ),
    waiting: () => waiting,
    prepare: (commits, isWanted) => (descent.isBegun() ? undefined : shortcut.prepare(commits, isWanted)),
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
    treeWith: (commit, files) =>
      step(
        () => shortcut.treeWith(commit, files),
        (whole) => whole.treeWith(commit, files),
      ),
    distrust: () => doubt('an index may have left out what is missing'),
    knows: (commit) => !descent.isBegun() && written.has(commit),
    counts: (commit) => !told.isDoubted(commit),
  }
  /** Beside what the run still has to do; nothing of it is the run's failure. */
  const leaveBehind = async (): Promise<void> => {
    try {
      const whole = await descent.long()
      const found = await whole?.found()
      // Who received a part knows no more than the index, which does not count any more.
      if (whole !== undefined && found === undefined) return
      const keepsake = await shortcut.keepsake(found)
      if (keepsake === undefined || (await leave(keepsake))) return
      log.info(
        'The index of marked files was not written: another one stands there by now, or one that GitHub does not show.',
      )
    } catch (error) {
      log.info(`The index of marked files could not be written: ${reasonOf(error)}.`)
    }
  }
  return {
    repository,
    guard: (writer) => ({
      async commit(request) {
        // Doubt may have come up beside whoever read this.
        if (told.isDoubted(request.parent)) return { kind: 'lost' }
        const isQuick = !descent.isBegun()
        // What was received is so, wherever the branch goes; what an index told is proven first.
        if (!isQuick) leaving ??= leaveBehind()
        const entries = request.files.map(({ entry }) => entry)
        // Asked while the objects are written, and answered before the branch moves.
        const holds = isQuick ? shortcut.isProven(request.parent, entries) : undefined
        const made = (commit: Oid): void => shortcut.expect(commit, request)
        const move = await writer.commit(holds === undefined ? request : { ...request, holds, made })
        if (move.kind === 'moved') {
          written.add(move.commit)
          leaving ??= leaveBehind()
        } else if ((await holds) === false) doubt('the index of marked files was wrong')
        else told.lost()
        return move
      },
      delete: (branch, expected) => writer.delete(branch, expected),
    }),
    async close() {
      await leaving
      await (await descent.long().catch(() => undefined))?.close()
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
  /** Commits whose files the shortcut has told of. */
  const searched = new Set<Oid>()
  /** Those of which it may have told wrong things. */
  const doubted = new Set<Oid>()

  const descend = (reason: string): Promise<Received> => {
    if (below !== undefined) return below
    log.info(`Receiving the whole base branch: ${reason}.`)
    const last = look
    below = openLongWay().then(async (way) => {
      const whole = received(way)
      if (last !== undefined) await whole.repository.fetch(last.branch, last.headPrefix)
      return whole
    })
    below.catch(() => {}) // told to whoever asks
    return below
  }
  const doubt = (reason: string): boolean => {
    if (below !== undefined) return false
    for (const commit of searched) doubted.add(commit)
    // The run looks at the remote again before it asks for anything else.
    if (searched.size > 0) look = undefined
    void descend(reason)
    return true
  }
  return {
    isBegun: () => below !== undefined,
    /** Undefined: nothing was received, and nothing needs to be. */
    long: async () => await below,
    /**
     * @param options.isStart nothing that was said before is relied on any more
     * @throws what keeps the shortcut from answering, where something is: what it said does not count any more
     */
    async step<Answer>(
      quick: () => Promise<Answer>,
      slow: (whole: Repository) => Promise<Answer>,
      { isStart = false }: { readonly isStart?: boolean } = {},
    ): Promise<Answer> {
      if (below === undefined)
        try {
          return await quick()
        } catch (error) {
          const isInDoubt = searched.size > 0 && !isStart
          doubt(reasonOf(error))
          if (isInDoubt) throw error
        }
      return await slow((await descend('')).repository)
    },
    doubt,
    told: {
      looked(branch: BranchName, headPrefix: string, tips: ReadonlyMap<BranchName, Oid>) {
        look = { branch, headPrefix }
        return tips
      },
      searched<Answer>(commit: Oid, answer: Answer): Answer {
        searched.add(commit)
        return answer
      },
      searchedAgain<Answer>(commit: Oid, answer: Answer): Answer {
        doubted.delete(commit)
        return answer
      },
      isDoubted: (commit: Oid) => doubted.has(commit),
      lost() {
        losses += 1
        if (losses >= MOST_LOSSES) doubt('other runs moved the branch first')
      },
    },
  }
}

// For one line of a log: the error itself is none, and what it says of permissions may not concern the long way.
function reasonOf(error: unknown): string {
  const text = error instanceof BumpError ? error.message : 'an answer was not of the form expected'
  return (text.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 300)
}

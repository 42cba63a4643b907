import type { Oid } from '../../core/names.ts'
import type { CommitFacts } from '../../ports/repository.ts'

/** What a walk through the history of a head asks. */
export interface History {
  readonly commit: (oid: Oid) => Promise<CommitFacts>
  /**
   * Gets the commits of `tip` that the base branch lacks, each with its objects, and says at which of them history was cut.
   * Undefined: the branch has `tip`.
   */
  readonly fetchAhead: (tip: Oid) => Promise<ReadonlySet<Oid> | undefined>
}

/**
 * Commits reachable from `head` and not from the base branch, whose tip is `base`: newest first, first parents first.
 *
 * A shallow fetch cannot tell by itself: it has no history of the base to compare with. So the server is asked, with
 * `--shallow-exclude`, and cuts the history exactly where the base begins. It cuts all parents of a commit at once, so at a
 * merge of the base into the head ("Update branch") each parent is asked about once more.
 */
export async function walkAhead(history: History, base: Oid, head: Oid): Promise<readonly CommitFacts[]> {
  if (head === base) return []
  const newest = await history.commit(head)
  // A descendant of the base's tip is not behind it: no question needed, and a head just made always is one.
  if (newest.parents.length === 1 && newest.parents[0] === base) return [newest]

  const ahead = new Map<Oid, CommitFacts>()
  const asked = new Set<Oid>([base])
  const tips = [head]
  for (let tip = tips.pop(); tip !== undefined; tip = tips.pop()) {
    if (asked.has(tip) || ahead.has(tip)) continue
    asked.add(tip)
    const cut = await history.fetchAhead(tip)
    if (cut !== undefined) tips.push(...(await collect(history, tip, cut, ahead)))
  }
  return inOrder(head, ahead)
}

/** Adds the commits from `tip` to the cut; returns parents of which it is not known whose they are. */
async function collect(
  history: History,
  tip: Oid,
  cut: ReadonlySet<Oid>,
  ahead: Map<Oid, CommitFacts>,
): Promise<readonly Oid[]> {
  const unknown: Oid[] = []
  const next = [tip]
  for (let oid = next.pop(); oid !== undefined; oid = next.pop()) {
    if (ahead.has(oid)) continue
    const facts = await history.commit(oid)
    ahead.set(oid, facts)
    if (!cut.has(oid)) next.push(...facts.parents)
    else if (facts.parents.length > 1) unknown.push(...facts.parents)
  }
  return unknown
}

// Depth first with the last parent first, each commit noted after its parents: read backwards, that is the order wanted.
function inOrder(head: Oid, ahead: ReadonlyMap<Oid, CommitFacts>): readonly CommitFacts[] {
  const done: CommitFacts[] = []
  const seen = new Set<Oid>()
  const stack: { readonly oid: Oid; readonly leave: boolean }[] = [{ oid: head, leave: false }]
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const facts = ahead.get(step.oid)
    if (facts === undefined) continue
    if (step.leave) done.push(facts)
    else if (!seen.has(step.oid)) {
      seen.add(step.oid)
      stack.push({ oid: step.oid, leave: true }, ...facts.parents.map((oid) => ({ oid, leave: false })))
    }
  }
  return done.reverse()
}

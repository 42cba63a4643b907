import type { Tag } from '../core/image/reference.ts'
import { compareByOrder, type Compare, type Verdict } from '../core/plan/plan.ts'
import { comparable } from '../core/policy/order.ts'
import type { Policy } from '../core/policy/policy.ts'
import { tagsAround } from './decisions.ts'
import type { Known } from './known.ts'
import type { Scene } from './scene.ts'
import { broughtImages, type Attempt } from './turn.ts'

const VERDICTS = { ahead: 'newer', behind: 'older', identical: 'equal', diverged: 'diverged' } as const

/** The comparison for the policies of a delivery on one scene. Only orders by commit need tags collected, and questions asked. */
export function comparisonFor(
  job: Attempt,
  policies: readonly Policy[],
  scene: Scene,
  known: Known | undefined,
): Promise<Compare> {
  const tags = policies.map((policy) => {
    return [policy, policy.order.kind === 'commit' ? tagsAround(policy, scene, known, job) : []] as const
  })
  return compareWith(job, new Map(tags))
}

/**
 * The comparison by which the run decides: a policy's own order, and for policies that order commits the ancestry in the
 * source repository, asked for every pair that can matter before anything is decided.
 */
export async function compareWith(
  { settings, ports, turn }: Attempt,
  tagsByPolicy: ReadonlyMap<Policy, readonly Tag[]>,
): Promise<Compare> {
  const answers = new Map<string, Verdict>()
  for (const [policy, tags] of tagsByPolicy) {
    if (policy.order.kind !== 'commit' || settings.sourceRepository === undefined) continue
    const built = new Set(broughtImages(turn).map(({ tag }) => tag))
    for (const candidate of tags)
      for (const current of tags) {
        const [from, to] = [commitOf(policy, current), commitOf(policy, candidate)]
        // Pairs of which neither was built never decide anything, besides pending against base, which was built once.
        if (from === undefined || to === undefined || candidate === current || answers.has(pair(to, from))) continue
        if (!built.has(candidate) && !built.has(current) && tags.length > PAIR_LIMIT) continue
        const comparison = await ports.source.compare(settings.sourceRepository, from, to)
        if (comparison === undefined) continue
        const verdict = VERDICTS[comparison.status]
        answers.set(pair(to, from), verdict)
        answers.set(pair(from, to), OPPOSITE[verdict])
      }
  }
  return (policy, candidate, current) => {
    if (policy.order.kind !== 'commit' || candidate === current) return compareByOrder(policy, candidate, current)
    const [from, to] = [commitOf(policy, current), commitOf(policy, candidate)]
    if (from === undefined || to === undefined)
      return { verdict: 'unknown', because: `no commit can be read of ${from === undefined ? current : candidate}` }
    if (from === to) return { verdict: 'equal', because: `both are of commit ${to}` }
    const verdict = answers.get(pair(to, from))
    if (verdict === undefined)
      return { verdict: 'diverged', because: `the source repository could not say how ${to} stands to ${from}` }
    return { verdict, because: `${to} ${PHRASES[verdict]} ${from}` }
  }
}

const PAIR_LIMIT = 4
const OPPOSITE: Readonly<Record<Verdict, Verdict>> = {
  newer: 'older',
  older: 'newer',
  equal: 'equal',
  diverged: 'diverged',
  unknown: 'unknown',
}
const PHRASES: Readonly<Record<Verdict, string>> = {
  newer: 'descends from',
  older: 'is an ancestor of',
  equal: 'is',
  diverged: 'neither descends from nor precedes',
  unknown: 'cannot be compared with',
}

function commitOf(policy: Policy, tag: Tag): string | undefined {
  const ranked = comparable(policy, tag)
  return ranked?.key.kind === 'commit' ? ranked.key.id : undefined
}

function pair(a: string, b: string): string {
  return `${a} ${b}`
}

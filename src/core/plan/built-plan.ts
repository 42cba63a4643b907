import type { Finding } from '../finding.ts'
import { finding } from '../finding.ts'
import { canonicalName, formatReference, sameImage, shortName, type ImageReference } from '../image/reference.ts'
import type { PolicyName } from '../names.ts'
import { nearest } from '../nearest.ts'
import type { Policy } from '../policy/policy.ts'
import { decide, type Decision } from './decide.ts'
import { unknownPolicies, unusedPolicies } from './lint/lint.ts'
import { planAssigned, type Compare, type Plan } from './plan.ts'
import { fieldsByPolicy, type Snapshot } from './snapshot.ts'
import { concerning, holdOn } from './wish.ts'

/** What the plan depends on beside repository and build; `today` is `yyyy-mm-dd`, UTC. */
export interface BuiltPlanOptions {
  readonly compare: Compare
  readonly today: string
  readonly paths?: readonly string[]
  readonly force: boolean
}

/** What a build does to a repository when nothing is pending anywhere: what `plan` and `apply` tell. */
export interface BuiltPlan {
  readonly concerned: readonly Policy[]
  readonly decisions: readonly Decision[]
  readonly plan: Plan
  readonly findings: readonly Finding[]
  readonly unmatched: readonly ImageReference[]
}

/** Decides every policy that the build concerns, as if no branch but base existed. */
export function planBuilt(snapshot: Snapshot, built: readonly ImageReference[], options: BuiltPlanOptions): BuiltPlan {
  const { compare, today, paths, force } = options
  const matching = matchBuilt(snapshot, built, today, compare)
  const decisions = [...fieldsByPolicy(matching.concerned, snapshot.fields)].map(([policy, fields]) =>
    decide({
      policy,
      fields,
      built,
      compare,
      today,
      force,
      ...(paths === undefined ? {} : { paths }),
      head: undefined,
      floors: [],
      forced: false,
    }),
  )
  return {
    concerned: matching.concerned,
    decisions,
    plan: {
      changes: decisions.flatMap(({ plan }) => plan.changes),
      skips: decisions.flatMap(({ plan }) => plan.skips),
    },
    findings: [...matching.findings, ...decisions.flatMap(blocked)],
    unmatched: matching.unmatched,
  }
}

/** Which policies a build concerns, which images concern none, and what there is to tell about the repository. */
export interface Matching {
  readonly concerned: readonly Policy[]
  readonly unmatched: readonly ImageReference[]
  readonly findings: readonly Finding[]
}

/** Asks each policy whether it is about what was built. */
export function matchBuilt(
  { policies, fields, findings }: Snapshot,
  built: readonly ImageReference[],
  today: string,
  compare: Compare,
): Matching {
  const concerned = policies.filter((policy) => concerning(policy, built).length > 0)
  const asked = new Set(concerned)
  const unmatched = built.filter(({ name }) => !concerned.some(({ image }) => sameImage(image, name)))
  const ended = concerned.filter((policy) => holdOn(policy, undefined, today, compare).kind === 'ended')
  return {
    concerned,
    unmatched,
    findings: [
      ...findings,
      ...unknownPolicies({ policies, fields, findings }),
      ...unusedPolicies(policies, fields, (policy) => asked.has(policy)),
      ...unmatchedFindings(unmatched, policies),
      ...ended.map(({ name, hold, place }) => finding('HOLD_ENDED', { policy: name, until: hold?.until ?? '' }, place)),
    ],
  }
}

/** The same for values that a person names: every policy of the assignment gets its reference, and nobody is asked. */
export function planSet(
  fields: Snapshot['fields'],
  assignments: ReadonlyMap<PolicyName, ImageReference>,
  paths: readonly string[] | undefined,
): Plan {
  const plans = [...assignments].map(([name, image]) => {
    const own = fields.filter(({ marker }) => marker.policy === name)
    return planAssigned(own, image, paths)
  })
  return { changes: plans.flatMap(({ changes }) => changes), skips: plans.flatMap(({ skips }) => skips) }
}

/** Why all places of a policy stay, where one of them is in the way. */
export function blocked({ policy, plan }: Pick<Decision, 'policy' | 'plan'>): readonly Finding[] {
  const stuck = plan.skips.find(({ why }) => why === 'blocked')
  if (stuck === undefined) return []
  return [finding('POLICY_BLOCKED', { policy: policy.name, reason: stuck.because }, stuck.field.place)]
}

const NEAREST_LIMIT = 3

function unmatchedFindings(unmatched: readonly ImageReference[], policies: readonly Policy[]): readonly Finding[] {
  const images = [...new Map(unmatched.map((image) => [canonicalName(image.name), image])).values()]
  return images.map((image) =>
    finding('UNMATCHED_IMAGE', {
      image: formatReference(image),
      nearest: nearPolicies(image, policies).join(', '),
      hint:
        policies.length === 0 ? 'there is no policy at all, neither in a policy file nor as a Flux ImagePolicy' : '',
    }),
  )
}

/** Policies whose image is a typo away, or ends in the same name. */
export function nearPolicies({ name }: ImageReference, policies: readonly Policy[]): readonly string[] {
  const near = policies.filter(
    ({ image }) =>
      shortName(image) === shortName(name) || nearest(canonicalName(name), [canonicalName(image)]) !== undefined,
  )
  return near.slice(0, NEAREST_LIMIT).map((policy) => `${policy.name} (${policy.image})`)
}

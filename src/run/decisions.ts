import { type Digest, type ImageReference, type Tag } from '../core/image/reference.ts'
import type { MarkedField } from '../core/marker/field.ts'
import type { PolicyName } from '../core/names.ts'
import { decide, type Decision } from '../core/plan/decide.ts'
import { fieldKeys } from '../core/plan/pending.ts'
import { planAssigned, readValue, type Change, type Compare, type Plan } from '../core/plan/plan.ts'
import { fieldsByPolicy } from '../core/plan/snapshot.ts'
import type { Policy } from '../core/policy/policy.ts'
import { inScope } from '../core/policy/scope.ts'
import { pendingStates, type Known, type Live } from './known.ts'
import type { Scene } from './scene.ts'
import { broughtFor, broughtImages, type Attempt } from './turn.ts'

/** Decides every policy of a group on one scene. */
export function decideAll(
  { settings, ports, turn }: Attempt,
  { view }: Scene,
  policies: readonly Policy[],
  known: Known | undefined,
  compare: Compare,
): readonly Decision[] {
  const atBase = fieldsByPolicy(policies, view.content.fields)
  const live = known?.live
  const atHead = live === undefined ? undefined : fieldsByPolicy(policies, live.view.content.fields)
  const personal = live === undefined ? new Set<MarkedField>() : fieldsOfPerson(live)
  const states = known === undefined ? {} : pendingStates(known)
  return policies.map((policy) => {
    const fields = atBase.get(policy) ?? []
    const names = namesOf(policy, fields)
    const head = atHead?.get(policy)
    const bringers = broughtFor(turn, policy)
    return decide({
      policy,
      fields,
      head:
        head === undefined
          ? undefined
          : {
              fields: head,
              setByPerson: head.some((field) => personal.has(field) && inScope(policy.paths, field.place.path)),
            },
      built: broughtImages(turn),
      floors: names.flatMap((name) => known?.floors.get(name) ?? []),
      compare,
      today: ports.clock.today(),
      ...scoped(bringers[0]?.paths ?? settings.paths),
      force: bringers.some(({ force }) => force),
      forced: names.some((name) => states[name]?.forced === true),
    })
  })
}

/** The plan of a pull request, or of a direct commit: what all its decisions come to. */
export function planOf(decisions: readonly Decision[]): Plan {
  return {
    changes: decisions.flatMap(({ plan }) => plan.changes),
    skips: decisions.flatMap(({ plan }) => plan.skips),
  }
}

/** What people, or a history that parted, keep from moving, as a sentence: it is the outcome where nothing else moves. */
export function heldBy({ skips }: Plan): string | undefined {
  const held = skips.find(({ why }) => why === 'held' || why === 'rejected' || why === 'diverged')
  return held === undefined ? undefined : `${held.policy}: ${held.because}.`
}

/**
 * What has to change on a head that people committed to, policy by policy: our values on top of theirs, and what we brought
 * and may not bring any more goes back to what base has.
 */
export function decisionsOnHead(
  { settings, turn }: Attempt,
  { view }: Scene,
  live: Live,
  decisions: readonly Decision[],
): readonly Decision[] {
  const policies = decisions.map(({ policy }) => policy)
  const atHead = fieldsByPolicy(policies, live.view.content.fields)
  const atBase = fieldsByPolicy(policies, view.content.fields)
  return decisions.map((decision): Decision => {
    const { policy, image, origin, plan } = decision
    const fields = (atHead.get(policy) ?? []).filter(({ place }) => inScope(policy.paths, place.path))
    if (origin === 'built' && image !== undefined && plan.changes.length > 0)
      return {
        ...decision,
        plan: planAssigned(fields, image, scoped(broughtFor(turn, policy)[0]?.paths ?? settings.paths).paths),
      }
    const isBack = origin !== 'person' && plan.changes.length === 0
    return isBack ? back(policy, live, fields, atBase.get(policy) ?? []) : { ...decision, plan: NOTHING }
  })
}

const NOTHING: Plan = { changes: [], skips: [] }

function back(policy: Policy, live: Live, head: readonly MarkedField[], base: readonly MarkedField[]): Decision {
  const was = fieldKeys(base)
  const changes = [...fieldKeys(head)].flatMap(([key, field]): Change[] => {
    const to = was.get(key)?.value
    if (to === undefined || to === field.value || !isOurValue(live, field)) return []
    return [{ field, policy: field.marker.policy, from: field.value, to }]
  })
  const { tag, digest } = Object.assign({}, ...base.map(readValue)) as ReturnType<typeof readValue>
  const image = { name: policy.image, ...(tag && { tag }), ...(digest && { digest: digest as Digest }) }
  return { policy, image, origin: 'pending', plan: { changes, skips: [] } }
}

/** The names by which markers call a policy: its own, or those of every namespace it answers to. */
export function namesOf(policy: Policy, fields: readonly MarkedField[]): readonly PolicyName[] {
  return [...new Set([policy.name, ...fields.map(({ marker }) => marker.policy)])]
}

/** What each name that markers use is brought, for title, trailers and state. */
export function bringsOf(decisions: readonly Decision[]): ReadonlyMap<PolicyName, ImageReference> {
  return new Map(
    decisions.flatMap(({ image, plan }) =>
      image === undefined ? [] : plan.changes.map(({ policy }) => [policy, image] as const),
    ),
  )
}

/** Every tag that a policy may have to be compared with or by. */
export function tagsAround(policy: Policy, scene: Scene, known: Known | undefined, { turn }: Attempt): readonly Tag[] {
  const fields = [scene.view, ...(known?.live === undefined ? [] : [known.live.view])].flatMap(
    ({ content }) => fieldsByPolicy([policy], content.fields).get(policy) ?? [],
  )
  const floors = namesOf(policy, fields).flatMap((name) => known?.floors.get(name) ?? [])
  const tags = [
    ...fields.flatMap(({ marker, value }) =>
      marker.part === 'tag' ? [value] : [value.replace(/@.*$/, '').replace(/^.*:/, '')],
    ),
    ...floors.map(({ image }) => image.tag),
    ...broughtImages(turn).map(({ tag }) => tag),
  ]
  return [...new Set(tags.filter((tag) => tag !== undefined))] as Tag[]
}

// No globs narrow nothing.
function scoped(paths: readonly string[]): { readonly paths?: readonly string[] } {
  return paths.length === 0 ? {} : { paths }
}

function fieldsOfPerson(live: Live): ReadonlySet<MarkedField> {
  const { view, setByPerson } = live
  const theirs = [...fieldKeys(view.content.fields)].filter(([key, field]) => {
    // What a person set back to what we brought is ours again.
    return setByPerson.has(key) && !isOurValue(live, field)
  })
  return new Set(theirs.map(([, field]) => field))
}

/** Whether a field holds what our commits said they bring. */
function isOurValue({ trailers }: Live, { marker, value }: MarkedField): boolean {
  const ours = trailers.get(marker.policy)
  return ours !== undefined && (ours === value || ours.includes(`:${value}`))
}

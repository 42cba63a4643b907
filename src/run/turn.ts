import { finding, type Finding } from '../core/finding.ts'
import type { ImageReference } from '../core/image/reference.ts'
import { sameImage } from '../core/image/reference.ts'
import { concerning } from '../core/plan/wish.ts'
import type { Policy } from '../core/policy/policy.ts'
import { readIntent, together, type Bringing, type Intent } from '../core/pull-request/intent.ts'
import { isTicket } from '../core/pull-request/queue.ts'
import type { Settings } from '../core/settings/settings.ts'
import type { Ticket } from '../ports/queue.ts'
import type { Delivered, Delivery } from './groups.ts'
import type { Job, Scene } from './scene.ts'
import { takesAlong, textOf } from './waiting.ts'

/** What one attempt is about. */
export interface Turn {
  /** This run's own build first, then what others wait with and is decided along with it. */
  readonly brought: readonly Bringing[]
  /** Where that waits, and what makes no sense: gone once it is decided. */
  readonly tickets: readonly Ticket[]
  /** Somebody took our bump along and is at it: what is lacking is waited for, not written. */
  readonly isPatient: boolean
  readonly findings: readonly Finding[]
}

export interface Attempt extends Job {
  readonly turn: Turn
  /** Told what this attempt comes to if nobody moves the branch first. */
  readonly expect?: (delivered: Delivered) => void
}

/** What this run brings itself. */
export function ownBringing({ images, revision, sourceRepository, runUrl, force, paths }: Settings): Bringing {
  return {
    images,
    force,
    paths,
    ...(revision === undefined ? {} : { revision }),
    ...(sourceRepository === undefined ? {} : { sourceRepository }),
    ...(runUrl === undefined ? {} : { runUrl }),
  }
}

export function aloneTurn({ settings }: Job, { isPatient = false }: { readonly isPatient?: boolean } = {}): Turn {
  return { brought: [ownBringing(settings)], tickets: [], isPatient, findings: [] }
}

/** This run's own build with everything that waits for the same branch. */
export async function turnWith(
  job: Job,
  { group, policies }: Pick<Delivery, 'group' | 'policies'>,
  queue: string,
  scene: Scene,
  own: Ticket | undefined,
): Promise<Turn> {
  const { settings } = job
  const alone = aloneTurn(job)
  const mine = own === undefined ? [] : [own]
  if (!takesAlong(job)) return { ...alone, tickets: mine }
  const others = scene.waiting.filter(({ ref }) => ref !== own?.ref && isTicket(queue, ref))
  const found: (Intent & { readonly ticket: Ticket })[] = []
  const nonsense: Ticket[] = []
  const findings: Finding[] = []
  for (const ticket of others) {
    const text = await textOf(job, ticket)
    if (text === undefined) continue
    const parsed = readIntent(text)
    const reason = !parsed.ok ? parsed.reason : parsed.value.group === group.key ? undefined : 'it is of another group'
    if (parsed.ok && reason === undefined) found.push({ ...linked(settings, parsed.value), ticket })
    else {
      nonsense.push(ticket)
      findings.push(finding('INTENT_UNREADABLE', { ref: ticket.ref, reason: reason ?? '' }))
    }
  }
  const [first] = alone.brought
  const fit = found.filter((intent) => isForUs(settings, policies, intent))
  const taken = first === undefined ? [] : together(first, fit)
  return {
    brought: [...alone.brought, ...taken],
    tickets: [...mine, ...taken.map(({ ticket }) => ticket), ...nonsense],
    isPatient: false,
    findings: findings.slice(0, FINDINGS_LIMIT),
  }
}

/** Everything that was built, by this run and by those whose bumps it takes along. */
export function broughtImages({ brought }: Turn): readonly ImageReference[] {
  return brought.flatMap(({ images }) => images)
}

/** What concerns a policy; of those that do, all are alike in force and paths (see `together`). */
export function broughtFor({ brought }: Turn, policy: Policy): readonly Bringing[] {
  return brought.filter(({ images }) => concerning(policy, images).length > 0)
}

/** Who brought an image that was chosen, so that its source can be told. */
export function bringerOf({ brought }: Turn, image: ImageReference): Bringing | undefined {
  return brought.find(({ images }) =>
    images.some(
      ({ name, tag, digest }) =>
        sameImage(name, image.name) && tag === image.tag && (image.digest === undefined || digest === image.digest),
    ),
  )
}

const FINDINGS_LIMIT = 3

/** A link to anywhere else than the forge is none to a run. */
function linked({ serverUrl }: Settings, { runUrl, ...intent }: Intent): Intent {
  return runUrl?.startsWith(`${serverUrl}/`) === true ? { ...intent, runUrl } : intent
}

/** Whether it was meant for the policies that we read, and can be compared by what we may ask. */
function isForUs({ config, sourceRepository }: Settings, policies: readonly Policy[], intent: Intent): boolean {
  if (intent.config !== config) return false
  if (intent.sourceRepository === sourceRepository) return true
  return !policies.some((policy) => policy.order.kind === 'commit' && concerning(policy, intent.images).length > 0)
}

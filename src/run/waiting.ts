import type { ImageReference } from '../core/image/reference.ts'
import { readIntent } from '../core/pull-request/intent.ts'
import type { Settings } from '../core/settings/settings.ts'
import type { Ticket } from '../ports/queue.ts'
import type { Ports } from './ports.ts'

interface Run {
  readonly settings: Settings
  readonly ports: Ports
}

/** Whether a run decides what others wait with. One that is told to look at some files only has not read what they are about. */
export function takesAlong({ settings, ports }: Run): boolean {
  return !settings.dryRun && ports.queue !== undefined && settings.paths.length === 0
}

/** The images that others wait with, for any branch. */
export async function imagesWaiting(run: Run, waiting: readonly Ticket[]): Promise<readonly ImageReference[]> {
  if (!takesAlong(run)) return []
  const texts = await Promise.all(waiting.map((ticket) => textOf(run, ticket)))
  return texts.flatMap((text) => {
    const intent = readIntent(text ?? '')
    return intent.ok ? intent.value.images : []
  })
}

/** What a ticket says; undefined: it is gone since the look, or only half there, and whoever comes next sees it. */
export async function textOf({ ports }: Run, { oid }: Ticket): Promise<string | undefined> {
  try {
    return (await ports.repository.commit(oid)).message
  } catch {
    return undefined
  }
}

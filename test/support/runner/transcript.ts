import { readCommand, type Command } from './commands.ts'
import type { Line } from './lines.ts'

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export interface Transcript {
  readonly commands: readonly Command[]
  readonly annotations: readonly Annotation[]
  readonly log: string
  readonly masks: readonly string[]
  /** Every form of every secret that was looked for. */
  readonly secrets: readonly string[]
  readonly problems: readonly string[]
}

const ANNOTATIONS_KEPT = 10
const MESSAGE_LENGTH = 4_096
/** What a careful action uses; the rest changes the job from a line of text, which is what an injected command would do. */
const EXPECTED: ReadonlySet<string> = new Set(['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning'])

/** Takes the lines of an action's output as they come, with what the runner makes of them. */
export function createTranscript(given: readonly string[]): { take(line: Line): void; close(): Transcript } {
  const secrets = given.filter((text) => text !== '').flatMap(secretForms)
  const masks: string[] = []
  const commands: Command[] = []
  const annotations: Annotation[] = []
  const shown: string[] = []
  const problems = new Set<string>()
  const dropped = new Map<string, number>()

  function annotate(level: Annotation['level'], { data, properties }: Command): void {
    if (data.length > MESSAGE_LENGTH) problems.add(`${level} annotation of ${data.length} characters is cut at 4,096`)
    if (annotations.filter((annotation) => annotation.level === level).length === ANNOTATIONS_KEPT)
      dropped.set(level, (dropped.get(level) ?? 0) + 1)
    else annotations.push({ level, message: data.slice(0, MESSAGE_LENGTH), properties })
  }

  function obey(command: Command): void {
    commands.push(command)
    const { name, data, syntax } = command
    if (syntax === 'old' || !EXPECTED.has(name)) problems.add(`command injected: ${name} (${syntax} syntax)`)
    if (name === 'add-mask') masks.push(...[data, ...data.split(/[\r\n]+/)].filter((text) => text !== ''))
    if (name === 'error' || name === 'warning' || name === 'notice') annotate(name, command)
  }

  return {
    take({ stream, text }) {
      const command = readCommand(text)
      if (command?.name !== 'add-mask') {
        // The runner would mask what the workflow's own secrets say, but not what is derived from them.
        const seen = secrets.find((secret) => text.includes(secret))
        if (seen !== undefined)
          problems.add(`secret printed ${masks.includes(seen) ? 'after' : 'before'} masking, on ${stream}`)
      }
      if (command !== undefined) obey(command)
      if (command?.name !== 'add-mask') shown.push(masked(text, masks))
    },
    close: () => ({
      commands,
      annotations,
      log: shown.map((line) => `${line}\n`).join(''),
      masks,
      secrets,
      problems: [
        ...problems,
        ...[...dropped].map(([level, count]) => `${count} ${level} annotations dropped by the runner`),
      ],
    }),
  }
}

function secretForms(secret: string): readonly string[] {
  const lines = secret.split(/[\r\n]+/).filter((line) => line !== '')
  return [...new Set([secret, ...lines, Buffer.from(`x-access-token:${secret}`).toString('base64')])]
}

function masked(text: string, masks: readonly string[]): string {
  return masks.toSorted((a, b) => b.length - a.length).reduce((shown, mask) => shown.replaceAll(mask, '***'), text)
}

import { clip, showLine } from '../pull-request/untrusted.ts'
import type { Level } from './lint/rules.ts'
import type { Told } from './lint/told.ts'

/** The runner keeps so many annotations of each level a step, and so many characters of each. */
export const ANNOTATION_LIMIT = 10
export const ANNOTATION_LENGTH = 4_096

/**
 * Lines that a runner of GitHub takes for annotations at files: at most ten of a level, then one that says how many more
 * there are. Nothing in them can end a line, or start a command of its own.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotations(told: readonly Told[]): readonly string[] {
  return (['error', 'warning', 'note'] as const).flatMap((level) => {
    const own = told.filter((one) => one.level === level)
    const more = own.length - ANNOTATION_LIMIT
    return [...own.slice(0, ANNOTATION_LIMIT).map(annotation), ...(more > 0 ? [`${more} more of level ${level}.`] : [])]
  })
}

/**
 * A line that a runner takes for text: no command at its start (`::name::`), none of the old form anywhere (`##[name]`).
 * Tabs stay, other control characters become visible.
 */
export function defang(line: string): string {
  return showLine(line)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replace(/##(?=\[)/g, '# #')
}

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' }

function annotation({ code, level, message, place }: Told): string {
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.path)}`]),
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    ...(place?.column === undefined ? [] : [`col=${place.column}`]),
    `title=${property(code)}`,
  ]
  return `::${COMMANDS[level]} ${properties.join(',')}::${data(clip(message, ANNOTATION_LENGTH))}`
}

// As the runner takes the escapes back; what is invisible is made visible first, so no line break is left to escape.
function data(text: string): string {
  return defang(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** What the runner takes from an action.yml. */
export interface Manifest {
  readonly inputs: ReadonlyMap<string, string>
  readonly outputs: readonly string[]
  readonly using: string
  readonly main: string
}

export async function readManifest(path: string): Promise<Manifest> {
  const action = parse(await readFile(path, 'utf8')) as {
    inputs?: Record<string, { default?: unknown } | null>
    outputs?: Record<string, unknown>
    runs: { using: string; main: string }
  }
  return {
    inputs: new Map(Object.entries(action.inputs ?? {}).map(([name, input]) => [name, defaultText(input?.default)])),
    outputs: Object.keys(action.outputs ?? {}),
    using: action.runs.using,
    main: action.runs.main,
  }
}

/**
 * INPUT_ variables: every declared input is set, to its evaluated default where nothing was written; others are passed on
 * with a warning, as the runner does. `required` is not enforced, as at the runner.
 */
export function inputVariables(
  { inputs }: Manifest,
  written: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const lower = new Map(Object.entries(written).map(([name, text]) => [name.toLowerCase(), text]))
  const texts = new Map([...inputs].map(([name, text]) => [name, evaluate(text, github)]))
  for (const [name, text] of lower)
    texts.set([...inputs.keys()].find((known) => known.toLowerCase() === name) ?? name, text)
  return Object.fromEntries(
    [...texts].map(([name, text]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, text] as const),
  )
}

// YAML reads `default: false` as a boolean; the runner keeps its text.
function defaultText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TypeError('a default is a scalar')
}

/** Only what defaults of an action may use: `${{ github.x }}`. */
function evaluate(text: string, github: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const [, name] = /^github\.([a-z_]+)$/.exec(expression) ?? []
    const value = name === undefined ? undefined : github[name]
    if (value === undefined) throw new Error(`the harness does not know \${{ ${expression} }}`)
    return value
  })
}

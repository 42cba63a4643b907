import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { BumpError } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'
import { nearest } from '../core/nearest.ts'
import { INPUTS } from '../core/settings/inputs.ts'

/** One option of a command, for parsing and for `--help` alike. */
export interface Option {
  readonly name: string
  /** What stands for its value in the help; undefined: a flag without one. */
  readonly value?: string
  readonly repeatable?: boolean
  readonly description: string
}

/** Arguments of a command, read by its own options. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly flag: (name: string) => boolean
  /** The last value of an option. */
  readonly value: (name: string) => string | undefined
  readonly values: (name: string) => readonly string[]
}

export const JSON_OPTION: Option = { name: 'json', description: 'Print one JSON value instead of text.' }
export const STRICT_OPTION: Option = {
  name: 'strict',
  description: 'Exit with 3 when there are findings; notes do not count.',
}

/** Where the GitOps repository is read. */
export const TREE_OPTIONS: readonly Option[] = [
  { name: 'worktree', value: 'DIR', description: 'The files on disk, uncommitted ones too. Default: this folder.' },
  { name: 'git-dir', value: 'DIR', description: 'A repository, bare or not; read at a commit, no files touched.' },
  { name: 'at', value: 'REV', description: 'The commit to read with --git-dir. Default: HEAD.' },
  {
    name: 'config',
    value: 'FILE',
    description: 'Path of the policy file in the repository. Default: .image-bump.yaml.',
  },
  { name: 'paths', value: 'GLOB', repeatable: true, description: 'Look only at files that match; may be repeated.' },
]

/** The settings of `run`, from the one table of inputs. */
export const RUN_OPTIONS: readonly Option[] = INPUTS.map(
  ({ name, flag, multiline, description, default: fixed, fallback }) => ({
    name,
    ...(flag ? {} : { value: 'TEXT' }),
    repeatable: multiline,
    description: flag ? asFlag(description) : `${description}${defaultText(fixed ?? fallback)}`,
  }),
)

/** An input says "true: only tell …"; a flag is its own "true". */
function asFlag(description: string): string {
  const [, first = '', rest = ''] = /^(?:true: )?(.)(.*)$/.exec(description) ?? []
  return `${first.toUpperCase()}${rest}`
}

function defaultText(text: string | undefined): string {
  return text === undefined ? '' : ` Default: ${text}.`
}

/**
 * Reads the arguments of a command.
 * @throws {BumpError} BAD_CALL
 */
export function readArguments(argv: readonly string[], options: readonly Option[]): Arguments {
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string', multiple: true }]),
  )
  const { values, positionals } = parse(argv, config, options)
  const all = (name: string): readonly unknown[] => {
    const given = values[name]
    return Array.isArray(given) ? given : []
  }
  for (const { name, repeatable } of options)
    if (repeatable !== true && all(name).length > 1)
      throw new BumpError('BAD_CALL', `--${name} was given ${all(name).length} times. Give it once.`)
  const texts = (name: string): readonly string[] => all(name).filter((value) => typeof value === 'string')
  return {
    positionals,
    flag: (name) => all(name).at(-1) === true,
    value: (name) => texts(name).at(-1),
    values: texts,
  }
}

function parse(
  argv: readonly string[],
  config: ParseArgsOptionsConfig,
  options: readonly Option[],
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  const names = options.map(({ name }) => name)
  for (const argument of argv) {
    if (argument === '--') break
    const [, name] = /^--([^=]+)/.exec(argument) ?? []
    if (name === undefined || names.includes(name)) continue
    const near = nearest(name, names)
    const hint = near === undefined ? 'See --help.' : `Did you mean --${near}?`
    throw new BumpError('BAD_CALL', `${quote(`--${name}`)} is not an option of this command. ${hint}`)
  }
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new BumpError('BAD_CALL', `${message.replace(/\.?$/, '.')} See --help.`, { cause: error })
  }
}

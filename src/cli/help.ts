import type { Option } from './arguments.ts'

/** A command as the help shows it. */
export interface CommandHelp {
  readonly usage: string
  readonly summary: string
  readonly options: readonly Option[]
}

export function overview(commands: ReadonlyMap<string, CommandHelp>): string {
  const width = Math.max(...[...commands.values()].map(({ usage }) => usage.length))
  const lines = [...commands.values()].map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`)
  return [
    'image-bump: moves image tags in a GitOps repository at marker comments.',
    '',
    'Usage: image-bump COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'image-bump COMMAND --help tells the options of a command; --version the version.',
    'Exit: 0 done, 2 wrong call, 3 wrong content in the repository, 4 the remote said no, 70 a bug of ours.',
    '',
  ].join('\n')
}

export function helpFor({ usage, summary, options }: CommandHelp): string {
  const spelled = options.map(({ name, value }) => `--${name}${value === undefined ? '' : ` ${value}`}`)
  const width = Math.max(...spelled.map(({ length }) => length))
  const lines = options.map(({ description }, index) => `  ${(spelled[index] ?? '').padEnd(width)}  ${description}`)
  return [`Usage: image-bump ${usage} [OPTIONS]`, '', summary, '', ...lines, ''].join('\n')
}

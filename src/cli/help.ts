import type { Option } from './arguments.ts'

/** A command as the help shows it. */
export interface CommandHelp {
  readonly usage: string
  readonly summary: string
  readonly options: readonly Option[]
  /** What is to be known beside the options, below them. */
  readonly notes?: string
}

/** What `--help` says of all commands. */
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

/** What `--help` says of one command. */
export function helpFor({ usage, summary, options, notes }: CommandHelp): string {
  const spelled = options.map(({ name, value }) => `--${name}${value === undefined ? '' : ` ${value}`}`)
  const width = Math.max(...spelled.map(({ length }) => length))
  const lines = options.flatMap(({ description }, index) =>
    wrap(description, WIDTH - width - 4).map(
      (line, row) => `  ${(row === 0 ? (spelled[index] ?? '') : '').padEnd(width)}  ${line}`,
    ),
  )
  const below = notes === undefined ? [] : [...wrap(notes, WIDTH), '']
  return [`Usage: image-bump ${usage} [OPTIONS]`, '', summary, '', ...lines, '', ...below].join('\n')
}

const WIDTH = 100

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

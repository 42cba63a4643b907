import type { Command, Listed } from './commands.ts'

/** What `--help` says of one command. */
export function helpFor({ usage, summary }: Listed, { options, notes }: Command): string {
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

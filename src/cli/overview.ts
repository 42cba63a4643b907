import type { Listed } from './commands.ts'

/** What `--help` says of all commands. */
export function overview(commands: ReadonlyMap<string, Pick<Listed, 'usage' | 'summary'>>): string {
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

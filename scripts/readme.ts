/** Writes the table of inputs into README.md from the one table in src/core/settings/inputs.ts. */
import { readFile, writeFile } from 'node:fs/promises'
import { INPUTS } from '../src/core/settings/inputs.ts'

const MARKS = /(<!-- inputs -->\n)[\s\S]*?(<!-- \/inputs -->)/

/** The README with its table of inputs written anew. */
export function withInputs(readme: string): string {
  const rows = INPUTS.map(({ name, description, required, default: fixed, fallback }) => {
    const absent = required ? 'required' : fixed === undefined ? (fallback ?? '') : `\`${fixed}\``
    return `| \`${name}\` | ${description} | ${absent} |`
  })
  const table = ['| input | what it says | default |', '|---|---|---|', ...rows].join('\n')
  return readme.replace(MARKS, (_, start: string, end: string) => `${start}${table}\n${end}`)
}

if (import.meta.main) await writeFile('README.md', withInputs(await readFile('README.md', 'utf8')))

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBuilt } from '../src/core/image/built.ts'
import { MARKER_TEXT } from '../src/core/marker/marker.ts'
import type { RepoPath } from '../src/core/names.ts'
import { planBuilt } from '../src/core/plan/built-plan.ts'
import { compareByOrder } from '../src/core/plan/plan.ts'
import { rewrite } from '../src/core/plan/rewrite.ts'
import { readSnapshot, searchGlobs, type SourceFile } from '../src/core/plan/snapshot.ts'
import { FLUX_TEXT } from '../src/core/policy/flux/flux.ts'
import { isSearched } from '../src/core/policy/scope.ts'
import { planJson } from '../src/core/report/json.ts'
import { report } from '../src/core/report/report.ts'
import { summary } from '../src/core/report/summary.ts'

/**
 * One folder a case: `before/` (a GitOps repository with its policy file), `images.txt` (what was built) and what must come
 * of it: `after/` (the files that change, byte for byte), `plan.json` and `summary.md`. To add one, copy a folder and run
 * with GOLDEN=write, then read every byte of what was written.
 */
const CASES = join(import.meta.dirname, 'golden', 'plan')
const TODAY = '2026-06-15'

describe.each(readdirSync(CASES))('%s', (name) => {
  const folder = join(CASES, name)
  const before = filesIn(join(folder, 'before'))
  const files: readonly SourceFile[] = [...before].map(([path, bytes]) => ({ path: path as RepoPath, bytes }))
  const config = files.find(({ path }) => path === '.image-bump.yaml')
  const screened = files.filter(
    ({ path }) =>
      isSearched(path, searchGlobs(config)) &&
      [MARKER_TEXT, FLUX_TEXT].some((text) => before.get(path)?.includes(text) === true),
  )
  const snapshot = readSnapshot(config, screened)
  const built = planBuilt(snapshot, readBuilt(readFileSync(join(folder, 'images.txt'), 'utf8')), {
    compare: compareByOrder,
    today: TODAY,
    force: false,
  })
  const { plan, files: written, findings } = rewrite(snapshot.texts, built.plan)
  const told = { findings: [...built.findings, ...findings], unmatched: built.unmatched }
  const outcome = written.length > 0 ? 'planned' : 'unchanged'

  test('the files come out byte for byte', () => {
    const after = Object.fromEntries(written.map((file) => [file.path, file.after]))
    if (process.env['GOLDEN'] === 'write')
      for (const [path, text] of Object.entries(after)) put(join(folder, 'after', path), text)
    const wanted = [...filesIn(join(folder, 'after'))].map(([path, bytes]) => [path, bytes.toString('utf8')])
    expect(after).toEqual(Object.fromEntries(wanted))
  })

  test('the plan is told as JSON', async () => {
    const json = planJson({ outcome, plans: [plan], findings: told.findings })
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'plan.json'))
  })

  test('the job summary reads as it should', async () => {
    const group = { key: 'all', label: 'all images', outcome, plan, diffs: written } as const
    await expect(summary(report({ groups: [group], ...told }))).toMatchFileSnapshot(join(folder, 'summary.md'))
  })
})

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]))
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

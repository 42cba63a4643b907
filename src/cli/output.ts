import type { Finding } from '../core/finding.ts'
import type { Oid } from '../core/names.ts'
import type { Plan } from '../core/plan/plan.ts'
import type { RewrittenFile } from '../core/plan/rewrite.ts'
import { planJson } from '../core/report/json.ts'
import { report, type Outcome, type Report } from '../core/report/report.ts'
import { findingsText, planText, type TextOptions } from '../core/report/text.ts'
import { phraseOutcome } from '../core/report/phrase.ts'

/** What a command has to say and how it ends. */
export interface Said {
  /** The result and nothing else. */
  readonly stdout: string
  /** What comes behind it of a long JSON result, piece by piece. */
  readonly more?: Iterable<string>
  /** For a person's eye. */
  readonly stderr: string
  /** Lines for the runner of a workflow, as they are; nothing else of the answer can be a command to it. */
  readonly commands?: readonly string[]
  readonly exitCode: number
}

/** The same value, however it is escaped; a runner would take `##[` for a command of its old form, anywhere in a line. */
export function jsonText(value: unknown): string {
  return `${harmless(JSON.stringify(value, null, 2))}\n`
}

/** The text of `jsonText({ ...head, [name]: [...items] })`, piece by piece: the items need not be there all at once. */
export function* jsonPieces(head: object, name: string, items: Iterable<unknown>): Iterable<string> {
  // What stands around the items of a list that is not empty.
  const [start, end] = JSON.stringify({ ...head, [name]: [0] }, null, 2).split(/\n {4}0(?=\n {2}\]\n\}$)/)
  let before = harmless(start ?? '')
  let isEmpty = true
  for (const batch of batches(items)) {
    const text = JSON.stringify({ [name]: batch }, null, 2)
    yield before + harmless(text.slice(text.indexOf('[') + 1, -(end?.length ?? 0)))
    before = ','
    isEmpty = false
  }
  yield isEmpty ? jsonText({ ...head, [name]: [] }) : `${end}\n`
}

function harmless(json: string): string {
  return json.replaceAll('##[', String.raw`#\u0023[`)
}

const BATCH = 500

function* batches(items: Iterable<unknown>): Iterable<readonly unknown[]> {
  let batch: unknown[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What `plan`, `apply` and `set` say. */
export function sayPlan(what: {
  readonly outcome: Outcome
  readonly plan: Plan
  readonly files: readonly RewrittenFile[]
  readonly findings: readonly Finding[]
  /** Those that text tells as findings; the JSON tells all. */
  readonly shown?: readonly Finding[]
  readonly unmatched: Report['unmatched']
  readonly tree: Oid | undefined
  readonly json: boolean
  readonly show: TextOptions
  readonly exitCode: number
}): Said {
  const { outcome, plan, files, findings, tree, json, show, exitCode } = what
  if (json) {
    const value = planJson({ outcome, plans: [plan], findings, ...(tree === undefined ? {} : { tree }) })
    return { stdout: jsonText(value), stderr: '', exitCode }
  }
  const group = { key: '', label: '', outcome, plan, diffs: files }
  const told = report({ groups: [group], findings, unmatched: what.unmatched })
  return {
    stdout: planText(told, show),
    stderr: `${findingsText(what.shown ?? findings)}${phraseOutcome(outcome)}\n`,
    exitCode,
  }
}

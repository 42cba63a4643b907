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
  /** For a person's eye. */
  readonly stderr: string
  /** Lines for the runner of a workflow, as they are; nothing else of the answer can be a command to it. */
  readonly commands?: readonly string[]
  readonly exitCode: number
}

/** The same value, however it is escaped; a runner would take `##[` for a command of its old form, anywhere in a line. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll('##[', String.raw`#\u0023[`)}\n`
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

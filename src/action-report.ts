import { setOutput, summary as jobSummary } from '@actions/core'
import type { ActionLog } from './adapters/action-log.ts'
import { outputs } from './core/report/outputs.ts'
import type { Report } from './core/report/report.ts'
import { summary } from './core/report/summary.ts'
import { outcomeText, stepsText } from './core/report/text.ts'
import { exitCodeOf, failureOf, findingsBeside } from './core/report/verdict.ts'

/** Tells how a run of the action ended: annotations, log, outputs, job summary. Gives the exit code. */
export async function tell(report: Report, log: ActionLog, unmatched: 'fail' | 'warn'): Promise<number> {
  for (const found of findingsBeside(report, unmatched)) log.finding(found)
  log.info(`${outcomeText(report)}${stepsText(report)}`)
  for (const [name, value] of Object.entries(outputs(report))) setOutput(name, value)
  if (process.env['GITHUB_STEP_SUMMARY'] !== undefined) await jobSummary.addRaw(summary(report)).write()
  for (const { message, place } of failureOf(report, unmatched)) log.problem(message, place)
  return exitCodeOf(report, unmatched)
}

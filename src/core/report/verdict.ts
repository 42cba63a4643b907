import { ERROR_CODES, EXIT_CODES, type Problem } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { phraseFinding } from './phrase.ts'
import { levelOf } from './phrase.ts'
import type { Report, ReportedError } from './report.ts'

/** What makes a run red: its error, and images that no policy concerns unless that was allowed. Empty: it is green. */
export function failureOf({ error, unmatched, findings }: Report, allowed: 'fail' | 'warn'): readonly Problem[] {
  const failed = error === undefined ? [] : problemsOf(error)
  if (unmatched.length === 0 || allowed === 'warn') return failed
  const told = findings.filter(({ code }) => code === 'UNMATCHED_IMAGE')
  return [...failed, ...told.map((found) => ({ message: `UNMATCHED: ${phraseFinding(found)}` }))]
}

/** The findings that are not told as what makes the run red. */
export function findingsBeside({ findings }: Pick<Report, 'findings'>, allowed: 'fail' | 'warn'): readonly Finding[] {
  return allowed === 'warn' ? findings : findings.filter(({ code }) => code !== 'UNMATCHED_IMAGE')
}

function problemsOf({ code, message, problems = [{ message }] }: ReportedError): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, message: `${code}: ${problem.message}` }))
}

/** 0, or the exit code of whom the failure blames. Notices are no reason to fail, strict or not. */
export function exitCodeOf(report: Report, allowed: 'fail' | 'warn', strict = false): number {
  if (report.error !== undefined) return EXIT_CODES[ERROR_CODES[report.error.code]]
  if (report.unmatched.length > 0 && allowed === 'fail') return EXIT_CODES[ERROR_CODES.UNMATCHED]
  const counts = report.findings.some(({ code }) => levelOf(code) !== 'notice')
  return strict && counts ? EXIT_CODES[ERROR_CODES.FINDINGS] : 0
}

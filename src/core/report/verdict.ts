import { ERROR_CODES, EXIT_CODES, type Problem } from '../errors.ts'
import { formatReference } from '../image/reference.ts'
import { quote } from '../image/reference.ts'
import type { Report, ReportedError } from './report.ts'

/** What makes a run red: its error, and images that no policy concerns unless that was allowed. Empty: it is green. */
export function failureOf({ error, unmatched, findings }: Report, allowed: 'fail' | 'warn'): readonly Problem[] {
  const failed = error === undefined ? [] : problemsOf(error)
  if (unmatched.length === 0 || allowed === 'warn') return failed
  const nearest = findings
    .filter(({ code }) => code === 'UNMATCHED_IMAGE')
    .map((found) => (found.code === 'UNMATCHED_IMAGE' ? found.args.nearest : ''))
    .filter((near) => near !== '')
  const images = unmatched.map((image) => quote(formatReference(image))).join(', ')
  const hint = nearest.length === 0 ? '' : ` Nearest: ${nearest.join('; ')}.`
  return [
    ...failed,
    {
      message:
        `UNMATCHED: no policy concerns ${images}.${hint} Add a policy with this image to the policy file of the GitOps ` +
        'repository, correct the name, or set unmatched: warn.',
    },
  ]
}

function problemsOf({ code, message, problems = [{ message }] }: ReportedError): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, message: `${code}: ${problem.message}` }))
}

/** 0, or the exit code of whom the failure blames. */
export function exitCodeOf(report: Report, allowed: 'fail' | 'warn', strict = false): number {
  if (report.error !== undefined) return EXIT_CODES[ERROR_CODES[report.error.code]]
  if (report.unmatched.length > 0 && allowed === 'fail') return EXIT_CODES[ERROR_CODES.UNMATCHED]
  return strict && report.findings.length > 0 ? EXIT_CODES[ERROR_CODES.FINDINGS] : 0
}

import type { Redact } from './redact.ts'
import { RemoteFailure, type RemoteHeaders, type RemoteProblem } from './remote-failure.ts'

/** The body of a GraphQL answer. */
export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphError[]
}

/**
 * The data, where every top-level field is there; errors inside it are let pass, unless `strict`, or inside of one of the
 * fields that it names.
 * @throws {RemoteFailure} with status 200 otherwise: GraphQL refuses with a good status
 */
export function graphData(
  { data, errors = [] }: GraphAnswer,
  headers: RemoteHeaders,
  redact: Redact,
  strict: boolean | readonly string[] = false,
): unknown {
  const problems = errors.slice(0, 20).map((error) => graphProblem(error, redact))
  const failure = new RemoteFailure({ status: 200, headers, problems })
  const whole =
    !errors.some(({ path: [field] = [] }) => (typeof strict === 'boolean' ? strict : strict.includes(String(field)))) &&
    data !== undefined &&
    data !== null &&
    Object.values(data).every((field) => field !== null)
  if (whole && !failure.hasType('RATE_LIMITED', 'RATE_LIMIT')) return data
  throw problems.length > 0
    ? failure
    : new RemoteFailure({ status: 200, problems: [{ message: 'no result', type: 'NOT_FOUND' }] })
}

interface GraphError {
  readonly message?: string
  readonly type?: string
  /** Names of fields and indices, from the top. */
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly code?: string }
}

function graphProblem({ message, type, extensions }: GraphError, redact: Redact): RemoteProblem {
  return {
    message: redact(message ?? 'no reason given'),
    ...(type === undefined ? {} : { type: redact(type) }),
    ...(extensions?.code === undefined ? {} : { code: redact(extensions.code) }),
  }
}

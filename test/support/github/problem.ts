/** A refusal, as GitHub words it for REST; GraphQL takes its `type`. */
export interface ProblemEntry {
  readonly resource?: string
  readonly field?: string
  readonly code: string
  readonly value?: string
  readonly message?: string
}

export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly errors: readonly ProblemEntry[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    more: { type?: string; errors?: readonly ProblemEntry[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message)
    this.status = status
    this.type = more.type ?? (status === 404 ? 'NOT_FOUND' : status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE')
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

export const notFound = (): Problem => new Problem(404, 'Not Found')

export const invalid = (...errors: readonly ProblemEntry[]): Problem =>
  new Problem(422, 'Validation Failed', { errors })

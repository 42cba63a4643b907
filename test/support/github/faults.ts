/** What goes wrong on purpose, and what was asked: the record that tests count. */
export interface RecordedRequest {
  /** 0-based, in the order they came. */
  readonly index: number
  readonly kind: 'rest' | 'graphql' | 'git'
  readonly method: string
  /** Without the query, below the server's root: `/api/v3/repos/acme/gitops/pulls`, `/acme/gitops.git/info/refs`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names; the value of `authorization` is only its scheme. */
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; undefined for git, whose bodies are streamed. */
  readonly body: unknown
  /** REST: GitHub's operation id. GraphQL: the fields at the root. Git: the service. */
  operation: string
  /** 0 while it is not answered, and where the connection was cut. */
  status: number
  durationMs: number
  /** When it came, on the clock of `performance.now()`. */
  readonly startedAt: number
}
export interface FaultAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}
export interface Fault {
  readonly match:
    | ((request: RecordedRequest) => boolean)
    | { readonly method?: string; readonly path?: string | RegExp; readonly operation?: string }
  /** How many matching requests it meets; once where not said. */
  readonly times?: number
  /** How many matching requests it lets pass before. */
  readonly skip?: number
  /** `reset`: the connection is cut before the request is handled; `reset-after`: after; `hang`: never answered. */
  readonly answer: FaultAnswer | 'reset' | 'reset-after' | 'hang' | { readonly delayMs: number }
}

export class Faults {
  readonly #faults: { fault: Fault; skip: number; left: number }[] = []

  add(fault: Fault): void {
    this.#faults.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 })
  }

  clear(): void {
    this.#faults.length = 0
  }

  /** The first fault that meets this request; it is used up by that. */
  take(request: RecordedRequest): Fault['answer'] | undefined {
    for (const entry of this.#faults) {
      if (entry.left === 0 || !matches(entry.fault.match, request)) continue
      if (entry.skip > 0) {
        entry.skip--
        continue
      }
      entry.left--
      return entry.fault.answer
    }
    return undefined
  }
}

function matches(match: Fault['match'], request: RecordedRequest): boolean {
  if (typeof match === 'function') return match(request)
  const { method, path, operation } = match
  if (method !== undefined && method.toUpperCase() !== request.method) return false
  if (operation !== undefined && operation !== request.operation) return false
  if (path === undefined) return true
  return typeof path === 'string' ? request.path === path : path.test(request.path)
}

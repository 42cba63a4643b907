/**
 * What the living pull request promises, in as few words as it can be said. It knows nothing of git or of GitHub.
 * A value is a number; a person's own ones end in .5, so that no build ever makes the same.
 */
export interface Model {
  readonly base: Map<string, number>
  /** What the open pull request says it brings; undefined: none is open. */
  open: Map<string, number> | undefined
  /** What people set on its branch. */
  readonly personal: Map<string, number>
  /** Somebody else's commit is on its branch. */
  touched: boolean
  labelled: boolean
  /** What our last merged pull request brought, and what the last closed one would have. */
  readonly landed: Map<string, number>
  readonly rejected: Map<string, number>
  /** Nothing passes these, by the policy file. */
  readonly holds: Map<string, number>
}

export function newModel(services: readonly string[]): Model {
  return {
    base: new Map(services.map((service) => [service, 0])),
    open: undefined,
    personal: new Map(),
    touched: false,
    labelled: false,
    landed: new Map(),
    rejected: new Map(),
    holds: new Map(),
  }
}

/** Newer than base, newer than what people turned down or rolled back, and not past a hold. */
export function mayMove({ base, landed, rejected, holds }: Model, service: string, value: number): boolean {
  const at = base.get(service) ?? 0
  const rolledBack = at < (landed.get(service) ?? 0) ? (landed.get(service) ?? 0) : 0
  const floor = Math.max(at, rolledBack, rejected.get(service) ?? 0)
  return value > floor && value <= (holds.get(service) ?? Infinity)
}

/** A build was delivered: the pull request is the union of what it brought and what this one brings. */
export function build(model: Model, service: string, value: number): void {
  if (model.labelled) return
  const said = new Map([...(model.open ?? [])].filter(([name, pending]) => mayMove(model, name, pending)))
  if (mayMove(model, service, value)) said.set(service, Math.max(value, said.get(service) ?? 0))
  for (const name of model.personal.keys()) said.delete(name)
  // One that brings nothing any more is closed, unless somebody else's work is in it.
  if (said.size > 0 || model.touched) model.open = said
  else forget(model)
}

/** What the branch of the pull request holds. */
export function head({ base, open, personal }: Model, service: string): number {
  return personal.get(service) ?? open?.get(service) ?? base.get(service) ?? 0
}

export function merge(model: Model): void {
  for (const [name, value] of model.open ?? []) model.landed.set(name, value)
  for (const name of model.base.keys()) model.base.set(name, head(model, name))
  forget(model)
}

/** Closed by a person, or by taking its branch away. */
export function close(model: Model): void {
  for (const [name, value] of model.open ?? []) model.rejected.set(name, value)
  forget(model)
}

function forget(model: Model): void {
  model.open = undefined
  model.personal.clear()
  model.touched = false
  model.labelled = false
}

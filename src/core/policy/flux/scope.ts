import { escape } from 'minimatch'
import { textAt, type FluxObject } from './objects.ts'

/**
 * Where the policies of a namespace count: below the `update.path` of its automations. Undefined: in the whole tree, as
 * when one of them has no path, or there is none.
 * An automation without a namespace is for policies without one; when no automation names any, it is for all.
 * `policySelector` is not looked at: labels are often added by kustomize.
 */
export function fluxScope(
  automations: readonly FluxObject[],
  namespace: string | undefined,
): readonly string[] | undefined {
  const own = automations.filter((automation) => automation.namespace === namespace)
  const isNamed = automations.some((automation) => automation.namespace !== undefined)
  const concerned = own.length === 0 && !isNamed ? automations : own
  const globs = concerned.map(({ spec }) => globOf(textAt(spec, 'update', 'path') ?? ''))
  const whole = globs.length === 0 || globs.includes(undefined)
  return whole ? undefined : [...new Set(globs.filter((glob) => glob !== undefined))]
}

/** `./clusters/x` becomes `clusters/x/**`; undefined for the root, and for a path that holds a variable. */
function globOf(path: string): string | undefined {
  if (path.includes('${')) return undefined
  const parts: string[] = []
  for (const part of path.split('/')) {
    // Flux resolves the path inside its clone, so ".." stops at the root.
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  if (parts.length === 0) return undefined
  const literal = escape(parts.join('/'), { magicalBraces: true })
  // It may name a single file.
  return /\.ya?ml$/.test(path) ? literal : `${literal}/**`
}

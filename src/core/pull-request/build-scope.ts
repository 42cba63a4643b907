import type { ImageReference } from '../image/reference.ts'
import { decode, type SourceFile } from '../plan/snapshot.ts'
import { concerning } from '../plan/wish.ts'
import { parsePolicyFile } from '../policy/file.ts'
import { groupOf } from './group.ts'

/**
 * Globs of the files whose markers can matter to a build, by what the policy file says alone; undefined: any file may.
 * Counted are the policies that share a pull request with one that the build concerns: the pull request is made of all of
 * them. Flux objects may stand in any file, so a file that does not say `flux: false` narrows nothing.
 *
 * The run's own `paths` do not count: what a pull request holds outside of them is pending all the same.
 * @throws {BumpError} BAD_POLICY with every problem of the policy file
 */
export function buildScope(config: SourceFile, built: readonly ImageReference[]): readonly string[] | undefined {
  const text = decode(config.bytes)
  if (text === undefined) return [] // whoever reads the policies says so
  const { policies, pullRequests, flux } = parsePolicyFile(config.path, text)
  if (flux) return undefined
  const key = (policy: (typeof policies)[number]): string => groupOf(pullRequests.group, policy).key
  const groups = new Set(policies.filter((policy) => concerning(policy, built).length > 0).map(key))
  const globs = new Set<string>()
  for (const policy of policies) {
    if (!groups.has(key(policy))) continue
    if (policy.paths === undefined) return undefined
    for (const glob of policy.paths) globs.add(glob)
  }
  return [...globs]
}

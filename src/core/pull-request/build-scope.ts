import type { ImageReference } from '../image/reference.ts'
import type { RepoPath } from '../names.ts'
import { decode, type SourceFile } from '../plan/snapshot.ts'
import { concerning } from '../plan/wish.ts'
import { parsePolicyFile } from '../policy/file.ts'
import type { Policy } from '../policy/policy.ts'
import { inScope } from '../policy/scope.ts'
import { groupOf } from './group.ts'

/**
 * Globs of the files whose markers can matter to a build, by what the policy file says alone; undefined: any file may.
 *
 * Counted are the policies that the build concerns, and of those that share a pull request with one of them the ones that it
 * may move already: a policy moves nothing that is the same in base and head. Flux objects may stand in any file, so a file
 * that does not say `flux: false` narrows nothing. Nor do the run's own `paths`: what a pull request holds outside of them
 * is pending all the same.
 * @param changed paths that differ between the base branch and a branch of ours
 * @throws {BumpError} BAD_POLICY with every problem of the policy file
 */
export function buildScope(
  config: SourceFile,
  built: readonly ImageReference[],
  changed: readonly RepoPath[],
): readonly string[] | undefined {
  const text = decode(config.bytes)
  if (text === undefined) return [] // whoever reads the policies says so
  const { policies, pullRequests, flux } = parsePolicyFile(config.path, text)
  if (flux) return undefined
  const isConcerned = (policy: Policy): boolean => concerning(policy, built).length > 0
  const groupKey = (policy: Policy): string => groupOf(pullRequests.group, policy).key
  const groups = new Set(policies.filter(isConcerned).map(groupKey))
  const mayBePending = (policy: Policy): boolean =>
    groups.has(groupKey(policy)) && changed.some((path) => inScope(policy.paths, path))

  const globs = new Set<string>()
  for (const policy of policies) {
    if (!isConcerned(policy) && !mayBePending(policy)) continue
    if (policy.paths === undefined) return undefined
    for (const glob of policy.paths) globs.add(glob)
  }
  return [...globs]
}

import { shortName } from '../image/reference.ts'
import { unreachable, type PolicyName } from '../names.ts'
import type { Policy, PullRequestSettings } from '../policy/policy.ts'

/** The policies that share a pull request. */
export interface Group {
  readonly kind: PullRequestSettings['group']
  /** Identity: `namespace:prod`, `policy:prod:shop`, `image:ghcr.io/acme/shop` or `all`. */
  readonly key: string
  /** For people: `prod`, `prod:shop`, `shop`, `all images`. */
  readonly label: string
}

/** The group that a policy belongs to. */
export function groupOf(
  kind: PullRequestSettings['group'],
  policy: Pick<Policy, 'name' | 'image' | 'anyNamespace'>,
): Group {
  switch (kind) {
    case 'namespace': {
      const namespace = policy.anyNamespace ? '' : namespaceOf(policy.name)
      return { kind, key: `namespace:${namespace}`, label: namespace === '' ? 'any namespace' : namespace }
    }
    case 'policy':
      return { kind, key: `policy:${policy.name}`, label: policy.name }
    case 'image':
      return { kind, key: `image:${policy.image}`, label: shortName(policy.image) }
    case 'all':
      return { kind, key: 'all', label: 'all images' }
    default:
      return unreachable(kind)
  }
}

function namespaceOf(policy: PolicyName): string {
  return policy.slice(0, Math.max(0, policy.indexOf(':')))
}

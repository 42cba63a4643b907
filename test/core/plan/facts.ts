/** Policies and marked fields for tests, by the texts a repository holds. */
import { parseReference, type ImageReference } from '../../../src/core/image/reference.ts'
import type { MarkedField } from '../../../src/core/marker/field.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import type { Plan } from '../../../src/core/plan/plan.ts'
import { readSnapshot, type Snapshot, type SourceFile } from '../../../src/core/plan/snapshot.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'

export const SHOP = 'ghcr.io/acme/shop'

/** The policy `prod:shop` with a body such as `policy: { numerical: {} }`; semver of any version where not said. */
export function shopPolicy(body = 'policy: { semver: { range: "*" } }'): Policy {
  const [policy] = snapshotOf({}, shopFile(body)).policies
  if (policy === undefined) throw new Error('there is no policy')
  return policy
}

export function shopFile(body: string): string {
  return `version: 1\npolicies:\n  prod:shop:\n    image: ${SHOP}\n${body.replace(/^/gm, '    ')}\n`
}

/** Fields of `prod:shop`, one in each of a.yaml, b.yaml, …: `1.0.0` is a whole reference, `tag=1.0.0` a part. */
export function shopFields(...values: readonly string[]): readonly MarkedField[] {
  const texts = values.map((value, index): [string, string] => {
    const [, part, text = ''] = /^(tag|name|digest)=(.*)$/.exec(value) ?? [undefined, undefined, undefined]
    const path = `${String.fromCodePoint(97 + index)}.yaml`
    if (part !== undefined) return [path, `v: "${text}" # {"$imagepolicy": "prod:shop:${part}"}\n`]
    const whole = /[/@]/.test(value) ? value : `${SHOP}:${value}`
    return [path, `image: ${whole} # {"$imagepolicy": "prod:shop"}\n`]
  })
  return snapshotOf(Object.fromEntries(texts)).fields
}

export function snapshotOf(files: Readonly<Record<string, string>>, config?: string): Snapshot {
  const file = ([path, text]: readonly [string, string]): SourceFile => ({
    path: path as RepoPath,
    bytes: new TextEncoder().encode(text),
  })
  return readSnapshot(
    config === undefined ? undefined : file(['.image-bump.yaml', config]),
    Object.entries(files).map(file),
  )
}

export function shop(version: string): ImageReference {
  return parseReference(`${SHOP}${version.startsWith('@') ? '' : ':'}${version}`)
}

export function digest(digit: string): string {
  return `sha256:${digit.repeat(64)}`
}

/** A plan in short: `a.yaml -> 1.1.0` and `b.yaml older`. */
export function brief({ changes, skips }: Plan): readonly string[] {
  return [
    ...changes.map(({ field, to }) => `${field.place.path} -> ${to.replace(`${SHOP}:`, '')}`),
    ...skips.map(({ field, why }) => `${field.place.path} ${why}`),
  ]
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayHoldMarkers } from '../../src/core/git/repo-path.ts'
import type { Part } from '../../src/core/marker/marker.ts'
import { scan } from '../../src/core/marker/scan.ts'
import type { RepoPath } from '../../src/core/names.ts'
import { edit } from '../../src/core/plan/edit.ts'

interface PolicyValue {
  readonly name: string
  readonly tag: string
  readonly digest?: string
}

interface MarkerCase {
  readonly id: string
  readonly why: string
  readonly path?: string
  readonly before: string
  readonly policies: Readonly<Record<string, PolicyValue>>
  readonly idealAfter: string
}

const cases = JSON.parse(readFileSync(new URL('marker-cases.json', import.meta.url), 'utf8')) as readonly MarkerCase[]

test('there are 60 cases', () => {
  expect(cases).toHaveLength(60)
})

test.each(cases)('$id: $why', ({ path, before, policies, idealAfter }) => {
  expect(withPolicies((path ?? 'app.yaml') as RepoPath, before, policies)).toEqual({
    kind: 'edited',
    text: idealAfter === 'unchanged' ? before : idealAfter,
  })
})

/** Gives every marked field of a known policy what its policy holds. */
function withPolicies(path: RepoPath, text: string, policies: Readonly<Record<string, PolicyValue>>): unknown {
  if (!mayHoldMarkers(path)) return { kind: 'edited', text }
  const changes = scan(path, text).fields.flatMap((field) => {
    const policy = policies[field.marker.policy]
    const to = policy === undefined ? undefined : valueOf(policy, field.marker.part)
    return to === undefined ? [] : [{ field, to }]
  })
  return edit(path, text, changes)
}

function valueOf({ name, tag, digest }: PolicyValue, part: Part): string | undefined {
  const reference = `${name}:${tag}${digest === undefined ? '' : `@${digest}`}`
  return { reference, tag, name, digest }[part]
}

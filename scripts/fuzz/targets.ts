import { deepStrictEqual } from 'node:assert/strict'
import { BumpError, type ErrorCode } from '../../src/core/errors.ts'
import { readBuilt } from '../../src/core/image/built.ts'
import { formatReference, parseReference, readImageName } from '../../src/core/image/reference.ts'
import { scanFile } from '../../src/core/marker/scan-file.ts'
import type { MarkedField } from '../../src/core/marker/field.ts'
import { scanWhole } from '../../src/core/marker/scan.ts'
import { scanSimple } from '../../src/core/marker/simple.ts'
import type { RepoPath } from '../../src/core/names.ts'
import { edit } from '../../src/core/plan/edit.ts'
import { lint } from '../../src/core/plan/lint/lint.ts'
import { readSnapshot } from '../../src/core/plan/snapshot.ts'
import { parsePolicyFile } from '../../src/core/policy/file.ts'
import { fluxPolicies } from '../../src/core/policy/flux/flux.ts'
import { readTrailers } from '../../src/core/pull-request/commit-message.ts'
import { readState } from '../../src/core/pull-request/state-reader.ts'
import { STATE_END, STATE_START } from '../../src/core/pull-request/state.ts'

/** Something that takes what other people wrote. It throws when a promise is broken. */
export interface Target {
  readonly name: string
  readonly take: (bytes: Buffer) => void
}

/** A marker on the first line, so that no scanner looks away; what follows may be anything. */
const FIRST: Readonly<Record<string, string>> = {
  'a.yaml': 'z: y # {"$imagepolicy": "prod:shop"}\n',
  '.env': 'Z=y # {"$imagepolicy": "prod:shop"}\n',
  'a.toml': 'z = "y" # {"$imagepolicy": "prod:shop"}\n',
  'main.tf': 'z = "y" # {"$imagepolicy": "prod:shop"}\n',
  Dockerfile: '# {"$imagepolicy": "prod:shop"}\nFROM z\n',
}

export const TARGETS: readonly Target[] = [
  ...Object.entries(FIRST).map(([path, first]) => ({
    name: `scan and edit ${path}`,
    take: (bytes: Buffer): void => {
      scanAndEdit(path as RepoPath, bytes.toString('utf8'))
      scanAndEdit(path as RepoPath, first + bytes.toString('utf8'))
    },
  })),
  {
    name: 'simple YAML',
    take: (bytes) => {
      const text = `${FIRST['a.yaml'] ?? ''}${bytes.toString('utf8')}`
      const fields = scanSimple('a.yaml' as RepoPath, text)
      if (fields !== undefined) deepStrictEqual({ fields, findings: [] }, scanWhole('a.yaml' as RepoPath, text))
    },
  },
  {
    name: 'policy file',
    take: (bytes) =>
      orOurs(['BAD_POLICY'], () => parsePolicyFile('.image-bump.yaml' as RepoPath, bytes.toString('utf8'))),
  },
  {
    name: 'Flux objects',
    take: (bytes) => {
      const text = bytes.toString('utf8')
      orOurs(['BAD_POLICY'], () => fluxPolicies([{ path: 'a.yaml' as RepoPath, text }]))
      const more = `${text}\n---\napiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: { name: x }\n`
      orOurs(['BAD_POLICY'], () => fluxPolicies([{ path: 'a.yaml' as RepoPath, text: more }]))
    },
  },
  {
    name: 'snapshot and lint',
    take: (bytes) => {
      const files = ['a.yaml', 'a.toml', 'a.txt'].map((path) => ({ path: path as RepoPath, bytes }))
      const config = Buffer.from(`files: ['*.t*']\npolicies: { 'prod:shop': { image: a, policy: { numerical: } } }`)
      orOurs(['BAD_POLICY'], () =>
        lint(readSnapshot({ path: '.image-bump.yaml' as RepoPath, bytes: config }, files), files, '2026-06-15'),
      )
    },
  },
  {
    name: 'image reference',
    take: (bytes) => {
      const text = bytes.toString('utf8')
      readImageName(text)
      orOurs(['BAD_IMAGE_REFERENCE'], () => deepStrictEqual(formatReference(parseReference(text)), text))
    },
  },
  { name: 'images', take: (bytes) => orOurs(['BAD_IMAGES'], () => readBuilt(bytes.toString('utf8'))) },
  {
    name: 'state',
    take: (bytes) => {
      const text = bytes.toString('utf8')
      readState(text)
      readState(`${STATE_START}${text}${STATE_END}`)
      readTrailers(text)
      readTrailers(`subject\n\n${text}`)
    },
  },
]

function orOurs(codes: readonly ErrorCode[], act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof BumpError) || !codes.includes(error.code)) throw error
  }
}

const VALUES = ['1.5.0', 'ghcr.io/acme/shop:1.5.0@sha256:ab', '20250612']

/** Every field changed, and every other one: what comes out holds the values, and nothing else is another byte. */
function scanAndEdit(path: RepoPath, text: string): void {
  const { fields } = scanFile(path, text)
  if (fields.length === 0) return
  for (const [turn, wanted] of [fields, fields.filter((_, index) => index % 2 === 1)].entries()) {
    const to = VALUES[(text.length + turn) % VALUES.length] ?? ''
    const edited = edit(
      path,
      text,
      wanted.map((field) => ({ field, to })),
    )
    if (edited.kind === 'refused') continue
    const now = scanFile(path, edited.text).fields
    deepStrictEqual(
      now.map(({ value, marker }) => ({ value, marker })),
      fields.map((field) => ({ value: wanted.includes(field) ? to : field.value, marker: field.marker })),
    )
    deepStrictEqual(outside(edited.text, now), outside(text, fields))
  }
}

/** The text without its marked values. Several markers may stand on one value. */
function outside(text: string, fields: readonly MarkedField[]): readonly string[] {
  const spans = [...new Map(fields.map(({ start, end }) => [start, end]))].sort(([one], [other]) => one - other)
  const ends = [0, ...spans.map(([, end]) => end)]
  return ends.map((end, index) => text.slice(end, spans[index]?.[0] ?? text.length))
}

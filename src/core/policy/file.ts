import { BumpError, type Problem } from '../errors.ts'
import { formatPlace, type Place, type PolicyName, type RepoPath } from '../names.ts'
import type { MapEntry } from './shape/collections.ts'
import {
  POLICY_FILE,
  type OrderValues,
  type PolicyFileValues,
  type PolicyValues,
  type PullRequestValues,
  type RuleValues,
} from './shape/policy-file.ts'
import type { Order, Policy, PolicyFile, PullRequestRule, PullRequestSettings } from './policy.ts'
import { readSimpleTree } from './shape/simple-tree.ts'
import { parseTree } from './shape/tree.ts'

/** What a repository without a policy file says. */
export const NO_POLICY_FILE: PolicyFile = {
  policies: [],
  pullRequests: { group: 'namespace', labels: [], onClosed: 'respect', rules: [] },
  files: [],
  flux: true,
}

const BYTE_LIMIT = 1024 * 1024

/**
 * Reads the policy file.
 * @throws {BumpError} BAD_POLICY with every problem, each with its line and column, in the order of the file
 */
export function parsePolicyFile(path: RepoPath, text: string): PolicyFile {
  if (latest?.path !== path || latest.text !== text) latest = { path, text, file: parse(path, text) }
  return latest.file
}

/** A run asks again each time it looks at the branches, and nearly never has anybody changed the file. */
let latest: { readonly path: RepoPath; readonly text: string; readonly file: PolicyFile } | undefined

function parse(path: RepoPath, text: string): PolicyFile {
  const first = { path, line: 1, column: 1 }
  if (text.length > BYTE_LIMIT || new TextEncoder().encode(text).length > BYTE_LIMIT)
    throw new BumpError('BAD_POLICY', [
      { place: { path }, message: 'the policy file is larger than 1 MiB; make it smaller' },
    ])

  // A byte order mark is no column of its own.
  const body = text.replace(/^\uFEFF/, '')
  return policyFile(simpleValues(path, body, first) ?? thoroughValues(path, body, first))
}

/** What a simple file without a mistake says. Of any other only the parser tells what is wrong. */
function simpleValues(path: RepoPath, text: string, place: Place): PolicyFileValues | undefined {
  const root = readSimpleTree(path, text)
  if (root === undefined) return undefined
  let isRight = true
  const values = POLICY_FILE.read(root, { what: 'the policy file', place }, () => {
    isRight = false
  })
  return isRight ? values : undefined
}

function thoroughValues(path: RepoPath, text: string, first: Place): PolicyFileValues {
  const { root, problems } = parseTree(path, text)
  if (problems.length === 0 && root.kind === 'scalar' && root.value === null)
    throw new BumpError('BAD_POLICY', [
      {
        place: first,
        message: 'the policy file is empty; write "version: 1" and "policies: {}", or remove the file',
      },
    ])
  const all = [...problems]
  // What a refused alias or a syntax error left behind is not a second problem.
  const known = new Set(problems.map(({ place }) => place && formatPlace(place)))
  const isWhole = problems.length === 0 || root.kind !== 'scalar'
  const values = isWhole
    ? POLICY_FILE.read(root, { what: 'the policy file', place: first }, (problem) => {
        if (problem.place === undefined || !known.has(formatPlace(problem.place))) all.push(problem)
      })
    : undefined
  if (all.length > 0 || values === undefined) throw new BumpError('BAD_POLICY', inOrder(all))
  return values
}

/** By place; a problem inside an anchor is found once for each alias and told once. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...distinct.values()].sort(
    ({ place: a }, { place: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  )
}

function policyFile({ policies, pullRequests, files, flux }: PolicyFileValues): PolicyFile {
  return {
    policies: policies.map(policy),
    pullRequests: pullRequests === undefined ? NO_POLICY_FILE.pullRequests : settings(pullRequests),
    files,
    flux,
  }
}

function policy({ key, place, value }: MapEntry<PolicyValues>): Policy {
  const { image, paths, filterTags, digest, hold } = value
  return {
    name: key as PolicyName,
    anyNamespace: false,
    image,
    ...(paths === undefined ? {} : { paths }),
    ...(filterTags === undefined ? {} : { filter: filterTags }),
    order: order(value.policy),
    digest,
    ...(hold === undefined ? {} : { hold: withoutGaps(hold) }),
    place,
    origin: 'file',
  }
}

function order({ semver, date, numerical, alphabetical }: OrderValues): Order {
  if (semver !== undefined) return { kind: 'semver', range: semver.range }
  if (date !== undefined) return { kind: 'date', format: date.format }
  if (numerical !== undefined) return { kind: 'numerical', direction: numerical.order }
  if (alphabetical !== undefined) return { kind: 'alphabetical', direction: alphabetical.order }
  // The shape lets exactly one through.
  return { kind: 'commit' }
}

function settings({ rules, ...values }: PullRequestValues): PullRequestSettings {
  return { ...withoutGaps(values), rules: rules.map((rule: RuleValues): PullRequestRule => withoutGaps(rule)) }
}

type WithoutGaps<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}

/** A key without a value becomes no key, as the target types want it. */
function withoutGaps<T extends object>(values: T): WithoutGaps<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as WithoutGaps<T>
}

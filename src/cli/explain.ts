import { BumpError } from '../core/errors.ts'
import { quote, type Tag } from '../core/image/reference.ts'
import type { PolicyName } from '../core/names.ts'
import { nearestPolicy } from '../core/plan/lint/lint.ts'
import { compareByOrder } from '../core/plan/plan.ts'
import { fieldsByPolicy, type Rules, type Snapshot } from '../core/plan/snapshot.ts'
import { holdOn } from '../core/plan/wish.ts'
import { findPolicy } from '../core/policy/flux/flux.ts'
import type { Policy } from '../core/policy/policy.ts'
import { selectListed } from '../core/policy/select.ts'
import { explainPolicy, explainTags } from '../core/report/explain.ts'
import { explainJson } from '../core/report/json.ts'
import { phraseFinding } from '../core/report/phrase.ts'
import type { Local } from '../local.ts'
import { JSON_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { jsonPieces, jsonText, type Said } from './output.ts'
import { openTree, snapshotOf } from './tree.ts'

export const EXPLAIN_OPTIONS: readonly Option[] = [
  {
    name: 'tags-from',
    value: 'FILE|-',
    description: 'Tags to choose from: one a line, a JSON array, or what a registry lists; - reads stdin.',
  },
  ...TREE_OPTIONS,
  JSON_OPTION,
]

/** `explain`: which tag a policy picks and why not the others; without tags, how it reads and where its markers stand. */
export async function explain(
  local: Local,
  args: Arguments,
  readText: (file: string) => Promise<string>,
): Promise<Said> {
  const [name, ...rest] = args.positionals
  if (name === undefined || rest.length > 0)
    throw new BumpError('BAD_CALL', 'Name one policy, e.g. image-bump explain prod:shop --tags-from tags.txt.')
  const tree = await openTree(local, args)
  try {
    const snapshot = await snapshotOf(tree, (rules) => new Set([policyNamed(rules, name as PolicyName)]))
    const policy = policyNamed(snapshot, name as PolicyName)
    const file = args.value('tags-from')
    const today = local.clock.today()
    if (file === undefined) return describe({ policy, name, snapshot, today, json: args.flag('json') })
    const selection = selectListed(policy, readTags(await readText(file)))
    const { selected } = selection
    if (args.flag('json')) {
      const { refused, ...head } = explainJson({ ...selection, policy: name })
      return { ...done(''), more: jsonPieces(head, 'refused', refused) }
    }
    const hold = holdOn(policy, selected as Tag | undefined, today, compareByOrder)
    return done(explainTags(policy, selection, hold))
  } finally {
    await tree.close()
  }
}

/**
 * Tags as they are: one a line, taken verbatim (an empty line holds none), or a JSON array of texts, which may be the
 * `tags` of what a registry answers or the `Tags` that skopeo prints.
 */
function readTags(text: string): readonly string[] {
  if (/^\s*[[{]/.test(text)) {
    const json = parseJson(text)
    const value: unknown = Array.isArray(json) ? json : tagsOf(json as Readonly<Record<string, unknown>>)
    if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string'))
      throw new BumpError('BAD_CALL', '--tags-from: the JSON is not an array of texts. Write e.g. ["1.4.2", "1.5.0"].')
    return value
  }
  return text.split('\n').filter((line) => line !== '')
}

function tagsOf(listing: Readonly<Record<string, unknown>>): unknown {
  return listing['tags'] ?? listing['Tags']
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BumpError('BAD_CALL', '--tags-from: it starts with a bracket and is not JSON.', { cause })
  }
}

function policyNamed({ policies, findings }: Rules, name: PolicyName): Policy {
  const policy = findPolicy(policies, name)
  if (policy !== undefined) return policy
  const anyNamespace = `*${name.slice(name.indexOf(':'))}`
  const unresolved = findings.filter(
    (found) => found.code === 'FLUX_UNRESOLVED' && [name, anyNamespace].includes(found.args.policy),
  )
  if (unresolved.length > 0)
    throw new BumpError(
      'BAD_POLICY',
      unresolved.map((found) => ({
        message: phraseFinding(found),
        ...(found.place === undefined ? {} : { place: found.place }),
      })),
    )
  const near = nearestPolicy(name, policies)
  const hint = near === undefined ? 'image-bump lint tells what is there.' : `Did you mean ${quote(near)}?`
  throw new BumpError('BAD_CALL', `Nobody defines policy ${quote(name)}. ${hint}`)
}

function describe(what: {
  readonly policy: Policy
  readonly name: string
  readonly snapshot: Snapshot
  readonly today: string
  readonly json: boolean
}): Said {
  const { policy, name, snapshot, today } = what
  const fields = fieldsByPolicy(snapshot.policies, snapshot.fields).get(policy) ?? []
  if (!what.json) return done(explainPolicy(policy, fields, holdOn(policy, undefined, today, compareByOrder)))
  const { image, filter, digest, paths, hold, origin, place } = policy
  const markers = fields.map((field) => ({ ...field.place, part: field.marker.part, value: field.value }))
  const filterTags = filter === undefined ? undefined : { pattern: filter.pattern, extract: filter.extract }
  // Keys without a value are left out by JSON.
  const rule = { image, filterTags, order: orderJson(policy.order), digest, paths, hold }
  return done(jsonText({ v: 1, policy: name, ...rule, origin, place, markers }))
}

function done(stdout: string): Said {
  return { stdout, stderr: '', exitCode: 0 }
}

function orderJson(order: Policy['order']): object {
  if (order.kind === 'semver') return { semver: { range: order.range.text } }
  if (order.kind === 'date') return { date: { format: order.format.text } }
  if (order.kind === 'commit') return { commit: {} }
  return { [order.kind]: { order: order.direction } }
}

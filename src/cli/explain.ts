import { BumpError } from '../core/errors.ts'
import { quote } from '../core/image/reference.ts'
import type { MarkedField } from '../core/marker/scan.ts'
import { formatPlace, unreachable, type PolicyName } from '../core/names.ts'
import { nearest } from '../core/nearest.ts'
import { fieldsByPolicy, type Snapshot } from '../core/plan/snapshot.ts'
import { findPolicy } from '../core/policy/flux.ts'
import type { Policy } from '../core/policy/policy.ts'
import { inScope } from '../core/policy/scope.ts'
import { select, type Selection } from '../core/policy/select.ts'
import { showInvisible } from '../core/pull-request/untrusted.ts'
import { explainJson } from '../core/report/json.ts'
import { phraseFinding } from '../core/report/phrase.ts'
import type { Local } from '../wire.ts'
import { JSON_OPTION, TREE_OPTIONS, type Arguments, type Option } from './arguments.ts'
import { jsonText, type Said } from './output.ts'
import { openTree, snapshotOf } from './tree.ts'

export const EXPLAIN_OPTIONS: readonly Option[] = [
  {
    name: 'tags-from',
    value: 'FILE|-',
    description: 'Tags to choose from: one a line, or a JSON array; - reads stdin.',
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
    const snapshot = await snapshotOf(tree)
    const policy = policyNamed(snapshot, name as PolicyName)
    const file = args.value('tags-from')
    if (file === undefined) return describe(policy, name, snapshot, args.flag('json'))
    const tags = readTags(await readText(file))
    return tell(name, policy, select(policy, tags), args.flag('json'))
  } finally {
    await tree.close()
  }
}

/** Tags as they are: one a line, taken verbatim (an empty line holds none), or a JSON array of texts. */
export function readTags(text: string): readonly string[] {
  if (text.trimStart().startsWith('[')) {
    const value = parseJson(text)
    if (!Array.isArray(value) || !value.every((tag) => typeof tag === 'string'))
      throw new BumpError('BAD_CALL', '--tags-from: the JSON is not an array of texts. Write e.g. ["1.4.2", "1.5.0"].')
    return value
  }
  return text.split('\n').filter((line) => line !== '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BumpError('BAD_CALL', '--tags-from: it starts with "[" and is not JSON.', { cause })
  }
}

function policyNamed({ policies, findings }: Snapshot, name: PolicyName): Policy {
  const policy = findPolicy(policies, name)
  if (policy !== undefined) return policy
  const unresolved = findings.filter((found) => found.code === 'FLUX_UNRESOLVED' && found.args.policy === name)
  if (unresolved.length > 0)
    throw new BumpError(
      'BAD_POLICY',
      unresolved.map((found) => ({
        message: phraseFinding(found),
        ...(found.place === undefined ? {} : { place: found.place }),
      })),
    )
  const near = nearest(
    name,
    policies.map((known) => known.name),
  )
  const hint = near === undefined ? 'image-bump lint tells what is there.' : `Did you mean ${quote(near)}?`
  throw new BumpError('BAD_CALL', `Nobody defines policy ${quote(name)}. ${hint}`)
}

function tell(name: string, policy: Policy, { selected, refused, failure, tie }: Selection, json: boolean): Said {
  if (json) return { stdout: jsonText(explainJson({ policy: name, selected, refused })), stderr: '', exitCode: 0 }
  const width = Math.max(0, ...refused.map(({ tag }) => Math.min(tag.length, 40)))
  const lines = [
    ...howItReads(policy),
    '',
    selected === undefined
      ? `picks nothing${failure === undefined ? '' : `: ${failure}`}`
      : `picks ${showInvisible(selected)}`,
    ...(tie === undefined ? [] : [`  as good as ${showInvisible(tie.other)}; a fixed rule chose`]),
    ...refused.map(({ tag, why }) => `  not ${showInvisible(tag).padEnd(width)}  ${showInvisible(why)}`),
  ]
  return { stdout: `${lines.join('\n')}\n`, stderr: '', exitCode: 0 }
}

function describe(policy: Policy, name: string, snapshot: Snapshot, json: boolean): Said {
  const fields = fieldsByPolicy(snapshot.policies, snapshot.fields).get(policy) ?? []
  const markers = fields.map(({ place, marker, value }) => ({ ...place, part: marker.part, value }))
  if (json) {
    const { image, digest, paths, hold, origin, place } = policy
    return {
      stdout: jsonText({ v: 1, policy: name, image, ...ruleJson(policy), digest, paths, hold, origin, place, markers }),
      stderr: '',
      exitCode: 0,
    }
  }
  const lines = [...howItReads(policy), '', ...markerLines(policy, fields)]
  return { stdout: `${lines.join('\n')}\n`, stderr: '', exitCode: 0 }
}

function howItReads(policy: Policy): readonly string[] {
  const { filter, hold, digest, paths } = policy
  return [
    `${policy.name} follows ${policy.image} (${formatPlace(policy.place)})`,
    ...(filter === undefined
      ? []
      : [
          `  counts tags that match ${quote(filter.pattern)}${filter.extract === '' ? '' : `, compares ${quote(filter.extract)}`}`,
        ]),
    `  newest by ${orderText(policy)}`,
    ...(digest === 'Never' ? [] : [`  pins digests: ${digest}`]),
    ...(paths === undefined ? [] : [`  only in ${paths.join(', ')}`]),
    ...(hold === undefined
      ? []
      : [
          `  held${hold.tag === undefined ? '' : ` at ${hold.tag}`}${hold.until === undefined ? '' : ` until ${hold.until}`}${hold.reason === undefined ? '' : `: ${hold.reason}`}`,
        ]),
  ].map(showInvisible)
}

function orderText({ order }: Policy): string {
  switch (order.kind) {
    case 'semver':
      return `semver, in the range ${quote(order.range.text)}`
    case 'date':
      return `date, written ${quote(order.format.text)}`
    case 'numerical':
    case 'alphabetical':
      return `${order.kind} order, ${order.direction === 'asc' ? 'the greatest' : 'the smallest'} first`
    case 'commit':
      return 'the ancestry of its commit in the source repository'
    default:
      return unreachable(order)
  }
}

function ruleJson({ filter, order }: Policy): object {
  return {
    ...(filter === undefined ? {} : { filterTags: { pattern: filter.pattern, extract: filter.extract } }),
    order: orderJson(order),
  }
}

function orderJson(order: Policy['order']): object {
  if (order.kind === 'semver') return { semver: { range: order.range.text } }
  if (order.kind === 'date') return { date: { format: order.format.text } }
  if (order.kind === 'commit') return { commit: {} }
  return { [order.kind]: { order: order.direction } }
}

function markerLines(policy: Policy, fields: readonly MarkedField[]): readonly string[] {
  if (fields.length === 0) return ['no marker names it']
  return fields.map(({ place, marker, value }) => {
    const outside = inScope(policy.paths, place.path) ? '' : '  (outside its paths)'
    return showInvisible(`${formatPlace(place)}  ${marker.part}  ${quote(value)}${outside}`)
  })
}

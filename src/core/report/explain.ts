/** Why a policy picks what it picks, for a person, in one screen. Every text ends in LF; nothing untrusted is shown raw. */
import { quote, quotePattern } from '../image/reference.ts'
import type { MarkedField } from '../marker/field.ts'
import { formatPlace, unreachable } from '../names.ts'
import { lintField } from '../plan/lint/field.ts'
import type { HoldState } from '../plan/wish.ts'
import { extractFrom } from '../policy/filter.ts'
import { compareRanked, isRefusal, rank, rankExtracted, shown, type Key, type Ranked } from '../policy/order.ts'
import type { Policy } from '../policy/policy.ts'
import { inScope } from '../policy/scope.ts'
import type { ListedSelection, RefusedTag } from '../policy/select.ts'
import { clip, showInvisible } from '../pull-request/untrusted.ts'
import { alignColumns } from './text.ts'

/** Lines of tags that a screen takes besides how the policy reads. */
const SCREEN = 20
/** Of those, how many the runners-up may take when there are refused tags to show as well. */
const RUNNERS_UP = 12
const CELL = 160

/**
 * The winner with all that was read of it, then those it won against, nearest first, then those that were not let in.
 * @param today what the hold of the policy does to the winner
 */
export function explainTags(policy: Policy, selection: ListedSelection, hold: HoldState): string {
  const { selected, refused, failure, tie } = selection
  const { count, runnersUp, out } = losers(policy, refused)
  const shownOut = out.slice(0, SCREEN - Math.min(runnersUp.length, RUNNERS_UP))
  const shownUp = runnersUp.slice(0, SCREEN - shownOut.length)
  const more = count - shownUp.length - shownOut.length
  return [
    lines(howItReads(policy, hold)),
    '\n',
    lines(
      selected === undefined
        ? [`picks nothing${failure === undefined ? '' : `: ${failure}`}`]
        : winnerLines(policy, selected, tie?.other, hold),
    ),
    shownUp.length === 0 ? '' : `\n${table(['not', 'read as', 'why'], policy, shownUp)}`,
    shownOut.length === 0 ? '' : `\n${table(['not let in', 'read as', 'why'], policy, shownOut)}`,
    more > 0 ? `and ${more} more; --json tells all\n` : '',
  ].join('')
}

/** How a policy reads, and where its markers stand with their present values. */
export function explainPolicy(policy: Policy, fields: readonly MarkedField[], hold: HoldState): string {
  const rows = fields.map((field) => [
    showInvisible(formatPlace(field.place)),
    field.marker.part,
    showInvisible(quote(field.value)),
    whatIsWrong(policy, field),
  ])
  const markers = rows.length === 0 ? 'no marker names it\n' : alignColumns([['marker', 'part', 'value', ''], ...rows])
  return `${lines(howItReads(policy, hold))}\n${markers}`
}

function howItReads(policy: Policy, hold: HoldState): readonly string[] {
  const { filter, digest, paths } = policy
  const compared = filter?.extract === '' ? '' : `, compares ${quote(filter?.extract ?? '')}`
  return [
    `${policy.name} follows ${policy.image} (${formatPlace(policy.place)})`,
    ...(filter === undefined ? [] : [`  counts tags that match ${quotePattern(filter.pattern)}${compared}`]),
    `  newest by ${orderText(policy)}`,
    ...(digest === 'Never' ? [] : [`  pins digests: ${digest}`]),
    ...(paths === undefined ? [] : [`  only in ${paths.join(', ')}`]),
    ...holdLines(policy, hold),
  ]
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

function holdLines({ hold }: Policy, state: HoldState): readonly string[] {
  if (hold === undefined) return []
  if (state.kind === 'ended') return [`  its hold ended on ${hold.until ?? ''}: it moves again`]
  const tag = hold.tag === undefined ? 'held' : `held: nothing moves past ${hold.tag}`
  const until = hold.until === undefined ? '' : ` until ${hold.until}`
  return [`  ${tag}${until}${hold.reason === undefined ? '' : ` (${hold.reason})`}`]
}

function winnerLines(policy: Policy, tag: string, tied: string | undefined, hold: HoldState): readonly string[] {
  const ranked = rank(policy, tag)
  const read = isRefusal(ranked) ? '' : readAs(policy, ranked)
  return [
    `picks ${tag}`,
    ...(read === '' ? [] : [`  read as ${read}`]),
    ...(tied === undefined ? [] : [`  ${tied} is as new; a fixed rule chose`]),
    ...(hold.kind === 'held' ? [`  and does not move there: ${hold.because}`] : []),
  ]
}

interface Loser extends RefusedTag {
  readonly ranked: Ranked | undefined
}

/** How many there are; those that could be compared, newest first, and those that could not, nearest to being let in first. */
function losers(
  policy: Policy,
  refused: ListedSelection['refused'],
): { readonly count: number; readonly runnersUp: readonly Loser[]; readonly out: readonly Loser[] } {
  const runnersUp: RunnerUp[] = []
  const out: { readonly range: Loser[]; readonly unreadable: Loser[]; readonly filter: Loser[] } = {
    range: [],
    unreadable: [],
    filter: [],
  }
  let count = 0
  for (const { tag, extracted, why } of refused) {
    count += 1
    const ranked = extracted === undefined ? undefined : rankExtracted(policy.order, tag, extracted)
    if (ranked !== undefined && !isRefusal(ranked)) {
      insert(policy, runnersUp, { tag, why, ranked })
      continue
    }
    const alike = out[ranked?.kind ?? 'filter']
    if (alike.length < SCREEN) alike.push({ tag, why, ranked: undefined })
  }
  return { count, runnersUp, out: [...out.range, ...out.unreadable, ...out.filter] }
}

interface RunnerUp extends Loser {
  readonly ranked: Ranked
}

/** Puts a tag behind all that are as new or newer, and keeps as many as a screen takes. */
function insert({ order }: Policy, runnersUp: RunnerUp[], one: RunnerUp): void {
  let at = runnersUp.length
  // Which commit is newer only the source repository knows.
  if (order.kind !== 'commit')
    for (let above = runnersUp[at - 1]; above !== undefined; above = runnersUp[at - 1]) {
      if (compareRanked(order, one.ranked, above.ranked) <= 0) break
      at -= 1
    }
  if (at === SCREEN) return
  runnersUp.splice(at, 0, one)
  if (runnersUp.length > SCREEN) runnersUp.pop()
}

function table(head: readonly string[], policy: Policy, rows: readonly Loser[]): string {
  const cells = rows.map(({ tag, why, ranked }) => [
    tag,
    ranked === undefined ? groupsText(policy, tag) : readAs(policy, ranked),
    why,
  ])
  const all = [[...head], ...cells.map((row) => row.map((cell) => clip(showInvisible(cell), CELL)))]
  // A column that says nothing anywhere takes no room.
  const isEmpty = all.every((row, index) => index === 0 || row[1] === '')
  return alignColumns(isEmpty ? all.map(([tag = '', , why = '']) => [tag, why]) : all)
}

/** The groups, what the extract made of them, and what that is: `ts=20240131 → 2024-01-31T00:00:00Z`. */
function readAs(policy: Policy, { tag, extracted, key }: Ranked): string {
  const groups = groupsText(policy, tag)
  const value = keyText(key)
  const steps = [groups, extracted === tag ? '' : shown(extracted), value === extracted ? '' : value]
  return steps.filter((step) => step !== '').join(' → ')
}

function groupsText({ filter }: Policy, tag: string): string {
  const found = filter === undefined ? undefined : extractFrom(filter, tag)
  return Object.entries(found?.groups ?? {})
    .map(([name, text]) => `${name}=${shown(text)}`)
    .join(' ')
}

function keyText(key: Key): string {
  switch (key.kind) {
    case 'semver': {
      const { major, minor, patch, prerelease } = key.version
      return `${major}.${minor}.${patch}${prerelease.length === 0 ? '' : `-${prerelease.join('.')}`}`
    }
    case 'date':
      return new Date(key.epochMs).toISOString().replace('.000Z', 'Z')
    case 'numerical':
      return String(key.value)
    case 'alphabetical':
      return key.text
    case 'commit':
      return key.id
    default:
      return unreachable(key)
  }
}

/** What keeps a marker or its value from being as the policy wants it; '' when nothing does. */
function whatIsWrong(policy: Policy, field: MarkedField): string {
  if (!inScope(policy.paths, field.place.path)) return 'outside its paths'
  const found = lintField(policy, field)
  if (found === undefined) return ''
  return showInvisible(clip(found.code === 'VALUE_REFUSED' ? `refused: ${found.args.reason}` : found.code, CELL))
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${showInvisible(text)}\n`).join('')
}

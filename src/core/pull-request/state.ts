import type { BranchName, PolicyName } from '../names.ts'
import type { SourceCommits } from './commit-list.ts'

/** What a pull request remembers, hidden in its body. */
export interface State {
  /** Key of the group. */
  readonly group: string
  readonly base: BranchName
  readonly policies: Readonly<Record<PolicyName, PolicyState>>
  /** Sets of values that people turned down by closing; newest last. */
  readonly rejected: readonly RejectedSet[]
  /** What merged pull requests of the group brought last: what base is measured against to see a rollback. */
  readonly landed: Readonly<Record<PolicyName, Landed>>
  /** What we once put on: if it is missing now, a person removed it. */
  readonly decorated: Worn
  /** The policies did not all fit and none is listed: the trailers of the commit know them. */
  readonly cut?: true
}

export interface PolicyState {
  /** The value of the base branch that was replaced; what the markers say, any text. */
  readonly from?: string
  /** Image reference, `name[:tag][@digest]`. */
  readonly to: string
  readonly revision?: string
  readonly sourceRepository?: string
  /** The commit that base deploys, where it is known. */
  readonly fromRevision?: string
  /** What lies between the two, as the run that brought the value read it; a handful. */
  readonly commits?: SourceCommits
  /** Address of the run that brought the value. */
  readonly run?: string
  /** A run with `force` let it through: it may be lower than what it replaces. */
  readonly forced?: true
}

/** What was merged last for a policy. */
export interface Landed {
  /** Image reference, `name[:tag][@digest]`. */
  readonly to: string
  readonly revision?: string
  readonly sourceRepository?: string
}

/** Policy → the image reference that was turned down. */
export type RejectedSet = Readonly<Record<PolicyName, string>>

/** What our runs have put on a pull request; the state in its body remembers it from run to run. */
export interface Worn {
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  readonly milestone?: string
  readonly autoMerge: boolean
}

export const NOTHING_WORN: Worn = {
  labels: [],
  reviewers: [],
  teamReviewers: [],
  assignees: [],
  autoMerge: false,
}

/** No state comment is longer, in UTF-16 units and in bytes: it is ASCII. */
export const STATE_LIMIT = 30_000
/** No text in it is longer. */
export const TEXT_LIMIT = 1_000
export const STATE_START = '<!-- image-bump:state '
export const STATE_END = ' -->'

/**
 * The state as an HTML comment on one line of ASCII that ends where it should and in which a forge finds no mention,
 * reference or instruction. What does not fit goes in steps: runs, sources, older rejections, the values replaced, and at
 * last the policies themselves (`cut`); group, base and the newest rejections stay.
 */
export function formatState(state: State): string {
  for (const shorter of SHORTER) {
    const text = comment(shorter(state))
    if (text.length <= STATE_LIMIT) return text
  }
  return comment({
    group: state.group,
    base: state.base,
    policies: {},
    rejected: [],
    landed: {},
    decorated: NOTHING_WORN,
    cut: true,
  })
}

const SOURCE_KEYS = ['commits', 'run', 'revision', 'fromRevision', 'sourceRepository'] as const

const SHORTER: readonly ((state: State) => State)[] = [
  (state) => without(state),
  (state) => without(state, 'commits'),
  (state) => without(state, 'commits', 'run'),
  (state) => without(state, ...SOURCE_KEYS),
  (state) => without(latest(state, 5), ...SOURCE_KEYS),
  (state) => without({ ...latest(state, 1), landed: {} }, ...SOURCE_KEYS, 'from'),
  (state) => ({ ...latest(state, 1), landed: {}, policies: {}, cut: true }),
  (state) => ({ ...latest(state, 0), landed: {}, policies: {}, cut: true }),
]

/** The state without some fields of its policies. A `from` that is too long for a reader goes always: it is no image. */
function without(state: State, ...keys: readonly (keyof PolicyState)[]): State {
  // Sorted: the same state gives the same text, whatever run put it together.
  const sorted = Object.entries(state.policies).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const policies = sorted.map(([name, policy]) => {
    const kept = Object.entries(policy).filter(
      ([key, value]) =>
        !keys.some((dropped) => dropped === key) && !(typeof value === 'string' && value.length > TEXT_LIMIT),
    )
    return [name, Object.fromEntries(kept)]
  })
  return { ...state, policies: Object.fromEntries(policies) as State['policies'] }
}

function latest(state: State, count: number): State {
  return { ...state, rejected: state.rejected.slice(state.rejected.length - Math.min(count, state.rejected.length)) }
}

function comment(state: State): string {
  return `${STATE_START}${escape(JSON.stringify({ v: 1, ...state }))}${STATE_END}`
}

// Every hit is inside a JSON string: structure holds none of these characters, and no bracket before a letter.
function escape(json: string): string {
  return json
    .replace(/[<>@#&`|\u007F-\uFFFF]/g, unicode)
    .replace(/-(?=-)|(?<=GH)-(?=\d)|\[(?=[ a-z])|(?<=:\/)\//gi, unicode)
    .replace(/(?<=\/(?:issues|pulls?|discussions))\/(?=\d)/gi, unicode)
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

import type { BranchName, PolicyName } from '../names.ts'

/** What a pull request remembers, hidden in its body. */
export interface State {
  /** Key of the group. */
  readonly group: string
  readonly base: BranchName
  readonly policies: Readonly<Record<PolicyName, PolicyState>>
  /** Sets of values that people turned down by closing; newest last. */
  readonly rejected: readonly RejectedSet[]
  /** What we once put on: if it is missing now, a person removed it. */
  readonly decorated: Decorated
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
  /** Address of the run that brought the value. */
  readonly run?: string
  /** A run with `force` let it through: it may be lower than what it replaces. */
  readonly forced?: true
}

/** Policy → the image reference that was turned down. */
export type RejectedSet = Readonly<Record<PolicyName, string>>

export interface Decorated {
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  readonly milestone?: string
}

export const NOTHING_DECORATED: Decorated = { labels: [], reviewers: [], teamReviewers: [], assignees: [] }

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
    decorated: NOTHING_DECORATED,
    cut: true,
  })
}

const SHORTER: readonly ((state: State) => State)[] = [
  (state) => withPolicies(state, withoutLongFrom),
  (state) => withPolicies(state, ({ run: _, ...rest }) => rest),
  (state) => withPolicies(state, onlyValues),
  (state) => withPolicies({ ...state, rejected: state.rejected.slice(-5) }, onlyValues),
  (state) => withPolicies({ ...state, rejected: state.rejected.slice(-1) }, ({ from: _, ...rest }) => onlyValues(rest)),
  (state) => ({ ...state, rejected: state.rejected.slice(-1), policies: {}, cut: true }),
  (state) => ({ ...state, rejected: [], policies: {}, cut: true }),
]

// A reader refuses longer texts, and a value that long is no image.
function withoutLongFrom({ from, ...rest }: PolicyState): PolicyState {
  return from === undefined || from.length > TEXT_LIMIT ? rest : { from, ...rest }
}

function withPolicies(state: State, shorten: (policy: PolicyState) => PolicyState): State {
  const policies = Object.entries(state.policies).map(([name, policy]) => [name, shorten(policy)] as const)
  return { ...state, policies: Object.fromEntries(policies) }
}

function onlyValues({ revision: _, sourceRepository: __, run: ___, ...values }: PolicyState): PolicyState {
  return values
}

function comment(state: State): string {
  return `${STATE_START}${escape(JSON.stringify({ v: 1, ...state }))}${STATE_END}`
}

// Every hit is inside a JSON string: structure holds none of these characters, and no bracket before a letter.
function escape(json: string): string {
  return json
    .replace(/[<>@#&`|\u007F-\uFFFF]/g, unicode)
    .replace(/-(?=-)|(?<=-)-|(?<=GH)-(?=\d)|\[(?=[ a-z])|(?<=:\/)\//gi, unicode)
    .replace(/(?<=\/(?:issues|pulls?|discussions))\/(?=\d)/gi, unicode)
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

import { readReference } from '../image/reference.ts'
import type { BranchName } from '../names.ts'
import type { SourceCommits } from './commit-list.ts'
import {
  STATE_END,
  STATE_LIMIT,
  STATE_START,
  formatState,
  TEXT_LIMIT,
  type Worn,
  type Landed,
  type PolicyState,
  type State,
} from './state.ts'

export type StateReading =
  | { readonly kind: 'found'; readonly state: State }
  | { readonly kind: 'none' }
  /** A sentence without the text it speaks of. */
  | { readonly kind: 'unreadable'; readonly reason: string }

/**
 * Reads the state comment of a pull request's body. Never throws, whatever the body holds. Every field is checked; fields of
 * later versions are passed over. Several comments are unreadable: nobody can say which of them is ours.
 * Whether it is the state of the right group and base is for the caller to compare.
 */
export function readState(body: string): StateReading {
  const start = body.indexOf(STATE_START)
  if (start === -1) return { kind: 'none' }
  if (body.includes(STATE_START, start + 1)) return unreadable('there are several state comments')
  const end = body.indexOf(STATE_END, start)
  if (end === -1) return unreadable('the state comment has no end')
  const json = body.slice(start + STATE_START.length, end)
  if (json.length > STATE_LIMIT) return unreadable('the state comment is too long')
  try {
    return { kind: 'found', state: stateOf(JSON.parse(json)) }
  } catch (error) {
    if (error instanceof Unfit) return unreadable(error.message)
    // JSON.parse throws nothing else; its message would repeat untrusted text.
    return unreadable('the state comment is not JSON')
  }
}

/** Whether two states say the same, whatever run put them together. */
export function sameState(a: State, b: State): boolean {
  return normal(a) === normal(b)
}

// Thrown and caught in this file only: reading nested fields is plainer so than with a result at every step.
class Unfit extends Error {}

type Fields = ReadonlyMap<string, unknown>

const LIST_LIMIT = 500
const POLICY = /^[^\s:]*:\S+$/
export const REVISION = /^[0-9a-f]{7,64}$/
export const REPOSITORY = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)+$/
export const ADDRESS = /^https?:\/\/[^\s<>"]+$/

function unreadable(reason: string): StateReading {
  return { kind: 'unreadable', reason }
}

function stateOf(json: unknown): State {
  const fields = fieldsOf(json, 'the state')
  if (fields.get('v') !== 1) throw new Unfit('its version is not 1')
  return {
    group: text(fields, 'group'),
    base: text(fields, 'base') as BranchName,
    policies: byPolicy(fields.get('policies'), 'policies', policyOf),
    rejected: list(fields.get('rejected'), 'rejected').map((set) => byPolicy(set, 'rejected', reference)),
    landed: byPolicy(fields.get('landed') ?? {}, 'landed', landedOf),
    decorated: decoratedOf(fieldsOf(fields.get('decorated'), 'decorated')),
    ...flag(fields, 'cut'),
  }
}

function policyOf(value: unknown): PolicyState {
  const fields = fieldsOf(value, 'a policy')
  return {
    ...optional(fields, 'from'),
    to: reference(fields.get('to')),
    ...optional(fields, 'revision', REVISION),
    ...optional(fields, 'sourceRepository', REPOSITORY),
    ...optional(fields, 'fromRevision', REVISION),
    ...(fields.has('commits') ? { commits: commitsOf(fieldsOf(fields.get('commits'), 'commits')) } : {}),
    ...optional(fields, 'run', ADDRESS),
    ...flag(fields, 'forced'),
  }
}

function landedOf(value: unknown): Landed {
  const fields = fieldsOf(value, 'what landed')
  return {
    to: reference(fields.get('to')),
    ...optional(fields, 'revision', REVISION),
    ...optional(fields, 'sourceRepository', REPOSITORY),
  }
}

const STATUSES = ['identical', 'ahead', 'behind', 'diverged'] as const

function commitsOf(fields: Fields): SourceCommits {
  const status = STATUSES.find((known) => known === fields.get('status'))
  if (status === undefined) throw new Unfit('"status" is not one we know')
  return {
    status,
    total: count(fields, 'total'),
    commits: list(fields.get('commits'), 'commits').map((value) => {
      const commit = fieldsOf(value, 'a commit')
      return {
        id: text(commit, 'id'),
        subject: text(commit, 'subject'),
        author: text(commit, 'author'),
        ...(commit.has('pullRequest') ? { pullRequest: count(commit, 'pullRequest') } : {}),
      }
    }),
  }
}

function count(fields: Fields, key: string): number {
  const value = fields.get(key)
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Unfit(`"${key}" is not a count`)
  return value
}

function decoratedOf(fields: Fields): Worn {
  return {
    labels: texts(fields, 'labels'),
    reviewers: texts(fields, 'reviewers'),
    teamReviewers: texts(fields, 'teamReviewers'),
    assignees: texts(fields, 'assignees'),
    ...optional(fields, 'milestone'),
    autoMerge: fields.get('autoMerge') === true,
  }
}

function byPolicy<Value>(
  value: unknown,
  what: string,
  read: (value: unknown) => Value,
): Readonly<Record<string, Value>> {
  const entries = [...fieldsOf(value, what)].map(([name, each]) => {
    if (!POLICY.test(name) || name.length > TEXT_LIMIT) throw new Unfit(`a name in "${what}" is not a policy's`)
    return [name, read(each)] as const
  })
  return Object.fromEntries(entries)
}

function reference(value: unknown): string {
  if (typeof value !== 'string' || !readReference(value).ok) throw new Unfit('a value is not an image reference')
  return value
}

function optional<Key extends string>(fields: Fields, key: Key, form = /^/): { readonly [K in Key]?: string } {
  if (fields.get(key) === undefined) return {}
  const value = text(fields, key)
  if (!form.test(value)) throw new Unfit(`"${key}" has not the form it should have`)
  return { [key]: value } as { readonly [K in Key]?: string }
}

function flag<Key extends string>(fields: Fields, key: Key): { readonly [K in Key]?: true } {
  const value = fields.get(key)
  if (value === undefined) return {}
  if (value !== true) throw new Unfit(`"${key}" is not true`)
  return { [key]: true } as { readonly [K in Key]?: true }
}

function texts(fields: Fields, key: string): readonly string[] {
  return list(fields.get(key), key).map((value) => {
    if (typeof value !== 'string' || value.length > TEXT_LIMIT)
      throw new Unfit(`"${key}" holds something else than texts`)
    return value
  })
}

function text(fields: Fields, key: string): string {
  const value = fields.get(key)
  if (typeof value !== 'string' || value.length > TEXT_LIMIT) throw new Unfit(`"${key}" is not a text`)
  return value
}

function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > LIST_LIMIT) throw new Unfit(`"${what}" is not a list`)
  return value
}

// A Map, so that no name in it (`__proto__`, `constructor`) means more than a name.
function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit(`${what} is not an object`)
  return new Map(Object.entries(value))
}

// Reading puts every key in its place, and writing sorts the policies.
function normal(state: State): string {
  const reading = readState(formatState(state))
  return reading.kind === 'found' ? formatState(reading.state) : formatState(state)
}

import type { Oid } from '../../core/names.ts'
import type { GitResult } from './process.ts'
import { protectedBy } from './refusal.ts'
import type { Remote } from './remote.ts'

export interface RefMove {
  /** Full name. */
  readonly ref: string
  /** Where it must stand; undefined: nowhere. */
  readonly expected: Oid | undefined
  /** Undefined: it is deleted. */
  readonly to: Oid | undefined
}

/** `unsaid`: of several that move together another than the first is the reason that none did, or the server did not say. */
export interface PushAnswer {
  readonly kind: 'moved' | 'lost' | 'refused' | 'unsaid'
  readonly result: GitResult
}

/**
 * Moves refs from where they are expected; the answer is about the first.
 * @param options.together all or none; else each for itself
 * @throws {BumpError} where git did not get as far as the refs
 */
export async function pushRefs(
  remote: Remote,
  moves: readonly RefMove[],
  { together = moves.length > 1 }: { readonly together?: boolean } = {},
): Promise<PushAnswer> {
  const ref = moves[0]?.ref ?? ''
  const args = [
    ...PUSH,
    ...(together ? ['--atomic'] : []),
    ...moves.map((move) => `--force-with-lease=${move.ref}:${move.expected ?? ''}`),
    '--end-of-options',
    remote.access.url,
    ...moves.map((move) => `${move.to ?? ''}:${move.ref}`),
  ]
  const result = await remote.git(args, { need: 'write', answers: (result) => readPush(result, ref) !== 'failed' })
  const kind = readPush(result, ref)
  return { kind: kind === 'failed' ? 'unsaid' : kind, result }
}

const PUSH = [
  'push',
  '--porcelain',
  '--no-verify',
  '--no-signed',
  '--no-follow-tags',
  '--recurse-submodules=no',
] as const

// Words for "somebody else was there", of our own git (the lease) and of the server (a race past the lease).
const LOST =
  /stale info|fetch first|non-fast-forward|cannot lock ref|failed to lock|unable to lock|failed to update ref|reference already exists|incorrect old value|is at [0-9a-f]+ but expected|remote ref does not exist|deletion of nonexistent|fetched in the meantime|remote ref updated since checkout/i
const TOGETHER = /atomic (?:push|transaction) failed/i

/** What the line about a ref says. `failed`: there is none, so git did not get that far. @see git-push(1), OUTPUT */
function readPush({ stdout, stderr }: GitResult, ref: string): PushAnswer['kind'] | 'failed' {
  for (const line of stdout.toString('utf8').split('\n')) {
    const [, flag, refs = '', summary = ''] = /^([ +*=!-])\t([^\t]*)\t(.*)$/.exec(line) ?? []
    if (flag === undefined || !refs.endsWith(`:${ref}`)) continue
    if (flag !== '!') return 'moved'
    if (protectedBy(`${summary}\n${stderr}`) !== undefined) return 'refused'
    if (TOGETHER.test(summary)) return 'unsaid'
    return LOST.test(summary) ? 'lost' : 'refused'
  }
  return 'failed'
}

import { describe, expect, test } from 'vitest'
import { formatReference } from '../../../src/core/image/reference.ts'
import { decide, type DecideInput, type Decision, type Floor } from '../../../src/core/plan/decide.ts'
import { compareByOrder } from '../../../src/core/plan/plan.ts'
import { brief, digest, shop, SHOP, shopFields, shopPolicy } from './facts.ts'

interface Situation {
  readonly base: readonly string[]
  readonly head?: readonly string[]
  readonly built?: readonly string[]
  readonly policy?: string
  readonly byPerson?: boolean
  readonly closed?: string
  readonly rolledBack?: string
  readonly force?: boolean
  readonly forced?: boolean
}

function decided(situation: Situation): Decision {
  const {
    base,
    head,
    built = [],
    policy,
    byPerson = false,
    closed,
    rolledBack,
    force = false,
    forced = false,
  } = situation
  const floor = (version: string | undefined, why: Floor['why']): readonly Floor[] =>
    version === undefined ? [] : [{ image: shop(version), why, because: `${version} ${why}` }]
  const input: DecideInput = {
    policy: shopPolicy(policy),
    fields: shopFields(...base),
    head: head === undefined ? undefined : { fields: shopFields(...head), setByPerson: byPerson },
    built: built.map(shop),
    floors: [...floor(closed, 'rejected'), ...floor(rolledBack, 'held')],
    compare: compareByOrder,
    today: '2026-06-01',
    force,
    forced,
  }
  return decide(input)
}

const told = ({ image, origin, plan }: Decision): readonly string[] => [
  image === undefined ? origin : `${origin} ${formatReference(image).slice(SHOP.length + 1)}`,
  ...brief(plan),
]

describe('the newest of base, pending and built', () => {
  test.each([
    { base: ['1.0.0'], built: ['1.1.0'], gives: ['built 1.1.0', 'a.yaml -> 1.1.0'], because: 'first build' },
    {
      base: ['1.0.0'],
      head: ['1.1.0'],
      gives: ['pending 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'another service was built',
    },
    {
      base: ['1.0.0'],
      head: ['1.1.0'],
      built: ['1.2.0'],
      gives: ['built 1.2.0', 'a.yaml -> 1.2.0'],
      because: 'newer wins',
    },
    {
      base: ['1.0.0'],
      head: ['1.2.0'],
      built: ['1.1.0'],
      gives: ['pending 1.2.0', 'a.yaml -> 1.2.0', 'a.yaml older'],
      because: 'a late build is told',
    },
    {
      base: ['1.0.0'],
      head: ['1.1.0'],
      built: ['1.1.0'],
      gives: ['pending 1.1.0', 'a.yaml -> 1.1.0', 'a.yaml equal'],
      because: 'a re-run',
    },
    { base: ['1.2.0'], head: ['1.1.0'], gives: ['pending 1.1.0', 'a.yaml older'], because: 'base has passed it' },
    { base: ['1.1.0'], head: ['1.1.0'], gives: ['none'], because: 'base has it' },
    { base: ['1.0.0'], built: ['0.9.0'], gives: ['built 0.9.0', 'a.yaml older'], because: 'it is older than base' },
    { base: ['1.0.0'], head: ['1.0.0'], gives: ['none'], because: 'nothing came and nothing is pending' },
    {
      base: ['1.0.0'],
      head: ['1.1.0-beta'],
      policy: 'policy: { semver: { range: "*" } }',
      gives: ['none', 'a.yaml filtered'],
      because: 'the policy was narrowed meanwhile, and says where the value went',
    },
  ])('$base, head $head, built $built: $because', ({ gives, ...situation }) => {
    expect(told(decided(situation))).toEqual(gives)
  })
})

describe('what people decide', () => {
  const HOLD = (until: string): string => `policy: { semver: { range: "*" } }\nhold: { tag: 1.1.0, until: ${until} }`
  test.each([
    {
      base: ['1.0.0'],
      head: ['1.0.5'],
      byPerson: true,
      built: ['1.1.0'],
      gives: ['person', 'a.yaml held'],
      because: 'it is theirs',
    },
    {
      base: ['1.0.0'],
      closed: '1.1.0',
      built: ['1.1.0'],
      gives: ['none', 'a.yaml rejected'],
      because: 'the same stays away',
    },
    {
      base: ['1.0.0'],
      closed: '1.1.0',
      built: ['1.0.5'],
      gives: ['none', 'a.yaml rejected'],
      because: 'older ones too',
    },
    {
      base: ['1.0.0'],
      closed: '1.1.0',
      built: ['1.2.0'],
      gives: ['built 1.2.0', 'a.yaml -> 1.2.0'],
      because: 'newer comes back',
    },
    {
      base: ['1.1.0'],
      closed: '1.1.0',
      built: ['1.1.0'],
      gives: ['built 1.1.0', 'a.yaml equal'],
      because: 'base reached it by hand',
    },
    {
      base: ['1.0.0'],
      rolledBack: '1.1.0',
      built: ['1.1.0'],
      gives: ['none', 'a.yaml held'],
      because: 'it was rolled back',
    },
    {
      base: ['1.0.0'],
      rolledBack: '1.1.0',
      built: ['1.0.7'],
      gives: ['none', 'a.yaml held'],
      because: 'only newer moves on',
    },
    {
      base: ['1.0.0'],
      rolledBack: '1.1.0',
      built: ['1.2.0'],
      gives: ['built 1.2.0', 'a.yaml -> 1.2.0'],
      because: 'newer moves on',
    },
    {
      base: ['1.0.0'],
      head: ['1.1.0'],
      closed: '1.1.0',
      gives: ['none', 'a.yaml rejected'],
      because: 'what is pending is taken out',
    },
    {
      base: ['1.0.0'],
      built: ['1.2.0'],
      policy: HOLD('2026-06-02'),
      gives: ['none', 'a.yaml held'],
      because: 'a hold holds',
    },
    {
      base: ['1.0.0'],
      built: ['1.2.0'],
      policy: HOLD('2026-06-01'),
      gives: ['built 1.2.0', 'a.yaml -> 1.2.0'],
      because: 'it is free on that day',
    },
    {
      base: ['1.0.0'],
      built: ['1.1.0'],
      policy: HOLD('2026-06-02'),
      gives: ['built 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'its own tag passes',
    },
    {
      base: ['1.0.0'],
      head: ['1.2.0'],
      policy: HOLD('2026-06-02'),
      gives: ['none', 'a.yaml held'],
      because: 'a hold takes out what is pending',
    },
  ])('$base: $because', ({ gives, ...situation }) => {
    expect(told(decided(situation))).toEqual(gives)
  })

  const AT = (version: string): string => `${SHOP}:${version}`
  const ALWAYS = 'policy: { semver: { range: "*" } }\ndigest: Always'
  test.each([
    { built: 'b', comes: false, because: 'it is the one that was turned down' },
    { built: 'c', comes: true, because: 'it is another' },
  ])('a digest of the same tag that was turned down stays away; $built: $because', ({ built, comes }) => {
    const { plan } = decided({
      base: [AT(`1.0.0@${digest('a')}`)],
      built: [`1.0.0@${digest(built)}`],
      closed: `1.0.0@${digest('b')}`,
      policy: ALWAYS,
    })
    expect(plan.changes.length > 0).toBe(comes)
  })
})

describe('force', () => {
  test.each([
    {
      base: ['1.0.0'],
      built: ['0.9.0'],
      force: true,
      isForced: true,
      gives: ['built 0.9.0', 'a.yaml -> 0.9.0'],
      because: 'a lower value',
    },
    {
      base: ['1.0.0'],
      built: ['1.1.0'],
      force: true,
      isForced: false,
      gives: ['built 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'it needed no force',
    },
    {
      base: ['1.0.0'],
      built: ['1.1.0'],
      closed: '1.1.0',
      force: true,
      isForced: true,
      gives: ['built 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'past a no',
    },
    {
      base: ['1.0.0'],
      head: ['0.9.0'],
      forced: true,
      isForced: false,
      gives: ['pending 0.9.0', 'a.yaml -> 0.9.0'],
      because: 'it stays pending',
    },
    {
      base: ['1.0.0'],
      head: ['1.1.0'],
      closed: '1.1.0',
      forced: true,
      isForced: false,
      gives: ['pending 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'that too',
    },
    {
      base: ['1.0.0'],
      head: ['0.9.0'],
      forced: true,
      built: ['0.9.5'],
      isForced: false,
      gives: ['pending 0.9.0', 'a.yaml -> 0.9.0', 'a.yaml older'],
      because: 'a build between the two moves nothing',
    },
    {
      base: ['1.0.0'],
      head: ['0.9.0'],
      forced: true,
      built: ['1.1.0'],
      isForced: false,
      gives: ['built 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'newer than base supersedes it',
    },
    {
      base: ['1.0.0'],
      head: ['1.2.0'],
      built: ['1.1.0'],
      force: true,
      isForced: false,
      gives: ['built 1.1.0', 'a.yaml -> 1.1.0'],
      because: 'it also replaces what is pending',
    },
  ])('$base, head $head, built $built: $because', ({ gives, isForced, ...situation }) => {
    const decision = decided(situation)
    expect(told(decision)).toEqual(gives)
    expect(decision.forced === true).toBe(isForced)
  })
})

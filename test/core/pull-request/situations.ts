import { parseReference } from '../../../src/core/image/reference.ts'
import type { BranchName, PolicyName, RepoPath } from '../../../src/core/names.ts'
import type { BodyInput } from '../../../src/core/pull-request/body.ts'
import type { SourceCommits } from '../../../src/core/pull-request/commit-list.ts'
import type { Group } from '../../../src/core/pull-request/group.ts'
import { NOTHING_WORN, type State } from '../../../src/core/pull-request/state.ts'
import type { Row } from '../../../src/core/pull-request/table.ts'

// What real runs hand to body(), one for each golden file of test/golden/pull-request.

const SERVER = 'https://github.example.com'
const STAGING: Group = { kind: 'namespace', key: 'namespace:staging', label: 'staging' }

export function bumpRow({ policy, from, to, places, ...rest }: RowFacts): Row {
  return {
    policy: policy as PolicyName,
    from: from.map(parseReference),
    to: parseReference(to),
    places: places.map((place) => {
      const [path = '', line = '1'] = place.split(':')
      return { path: path as RepoPath, line: Number(line) }
    }),
    ...rest,
  }
}

export function run(id: number): string {
  return `${SERVER}/acme/shop/actions/runs/${id}`
}

export function bodyInput(rows: readonly Row[], more: Partial<BodyInput> = {}): BodyInput {
  return {
    group: STAGING,
    base: 'main' as BranchName,
    filesUrl: `${SERVER}/acme/gitops/blob/image-bump/main/staging`,
    rows,
    notMoved: [],
    findings: [],
    onClosed: 'respect',
    state: stateOf(rows),
    ...more,
  }
}

interface RowFacts extends Omit<Row, 'policy' | 'from' | 'to' | 'places'> {
  readonly policy: string
  readonly from: readonly string[]
  readonly to: string
  readonly places: readonly string[]
}

function stateOf(rows: readonly Row[]): State {
  const policies = rows.map(({ policy, from, to, run, source }) => [
    policy,
    {
      from: from[0]?.tag ?? '',
      to: `${to.name}:${to.tag}`,
      ...(source === undefined ? {} : { revision: source.to, sourceRepository: source.repository }),
      ...(run === undefined ? {} : { run }),
    },
  ])
  return {
    group: STAGING.key,
    base: 'main' as BranchName,
    policies: Object.fromEntries(policies) as State['policies'],
    rejected: [],
    landed: {},
    decorated: { ...NOTHING_WORN, labels: ['image-bump'] },
  }
}

const SHOP = bumpRow({
  policy: 'staging:shop',
  from: ['ghcr.io/acme/shop:1.4.2'],
  to: 'ghcr.io/acme/shop:1.5.0',
  places: ['clusters/staging/shop.yaml:14'],
  why: 'newest in >=1.0.0',
  run: run(7101),
  source: {
    serverUrl: SERVER,
    repository: 'acme/shop',
    from: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    to: '9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c',
    commits: {
      status: 'ahead',
      total: 3,
      commits: [
        {
          id: '9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c',
          subject: 'feat(cart): keep the basket for 30 days',
          author: 'Ada Example',
          pullRequest: 212,
        },
        {
          id: '55aa66bb77cc88dd99ee00ff11aa22bb33cc44dd',
          subject: 'Fixes #17, thanks @octocat | <b>see</b> https://shop.example.com',
          author: 'octocat[bot]',
        },
        { id: '0102030405060708090a0b0c0d0e0f1011121314', subject: 'Update snake_case_names', author: 'Bo' },
      ],
    },
  },
})

const CART = bumpRow({
  policy: 'staging:cart',
  from: ['ghcr.io/acme/cart:main-20240130T101500'],
  to: 'ghcr.io/acme/cart:main-20240201T090000',
  places: ['clusters/staging/cart/deployment.yaml:31', 'clusters/staging/cart/migrate.yaml:18'],
  why: 'newest by date; passed by main-20240131T170000 of an earlier run',
  run: run(7088),
})

const WEB = bumpRow({
  policy: 'staging:web',
  from: ['ghcr.io/acme/web:2.9.1'],
  to: `ghcr.io/acme/web:3.0.0@sha256:${'0a1b2c3d'.repeat(8)}`,
  places: ['clusters/staging/web.yaml:9', ...[12, 40, 77, 91].map((line) => `clusters/staging/web/cron.yaml:${line}`)],
  why: 'newest in *; passed by 2.9.2, 2.9.3',
  run: run(7101),
})

const HUNDREDS: SourceCommits = {
  status: 'ahead',
  total: 412,
  commits: Array.from({ length: 250 }, (_, index) => ({
    id: (index + 1).toString(16).padStart(40, 'c0ffee'),
    subject: `Merge change ${412 - index}: ${'a longer line of explanation, '.repeat(3)}`,
    author: `Developer ${index % 9}`,
    pullRequest: 1000 + 412 - index,
  })),
}

const KEEPERS = Array.from({ length: 12 }, (_, index) => {
  const id = index.toString(16).padStart(40, 'abc123')
  return bumpRow({
    policy: `staging:service-${index}`,
    from: [`ghcr.io/acme/service-${index}:1.0.${index}`],
    to: `ghcr.io/acme/service-${index}:1.1.0`,
    places: [`clusters/staging/service-${index}.yaml:20`],
    why: 'newest in >=1.0.0',
    run: run(8000 + index),
    source: {
      serverUrl: SERVER,
      repository: `acme/service-${index}`,
      from: `${index}`.padStart(40, 'd00d'),
      to: id,
      commits: HUNDREDS,
    },
  })
})

export const SITUATIONS: Readonly<Record<string, BodyInput>> = {
  'first-build': bodyInput([SHOP]),
  'union-of-three': bodyInput([SHOP, CART, WEB], {
    findings: [
      'clusters/staging/web.yaml:3: the marker names policy "staging:webb", which nobody defines; did you mean "staging:web"?',
    ],
  }),
  'hold-and-older': bodyInput([WEB], {
    notMoved: [
      {
        policy: 'staging:cart' as PolicyName,
        place: { path: 'clusters/staging/cart/deployment.yaml' as RepoPath, line: 31 },
        why: 'older',
        current: 'main-20240201T090000',
        candidate: 'main-20240131T170000',
        because: '20240131T170000 < 20240201T090000 by date',
      },
      ...[18, 44].map((line) => ({
        policy: 'staging:worker' as PolicyName,
        place: { path: 'clusters/staging/worker.yaml' as RepoPath, line },
        why: 'held' as const,
        current: '1.4.2',
        candidate: '1.5.0',
        because: 'the policy holds 1.4.2 until 2026-12-01: INC-311',
      })),
    ],
  }),
  'source-unreadable': bodyInput([
    {
      ...SHOP,
      source: {
        serverUrl: SERVER,
        repository: 'acme/shop',
        from: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
        to: '9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c',
      },
    },
  ]),
  'hundreds-of-commits': bodyInput(KEEPERS),
}

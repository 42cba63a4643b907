import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PolicyName, RepoPath } from '../../../src/core/names.ts'
import { body, BODY_BYTE_LIMIT, BODY_LIMIT, sameText, type BodyInput } from '../../../src/core/pull-request/body.ts'
import { readState } from '../../../src/core/pull-request/state-reader.ts'
import { hostileText } from './hostile-text.ts'
import { bodyInput, bumpRow, run, SITUATIONS } from './situations.ts'

const SHA = 'abc123'.padEnd(40, '0')

describe('golden', () => {
  test.each(Object.entries(SITUATIONS))('%s reads as its file says', (name, input) => {
    const file = new URL(`../../golden/pull-request/${name}.md`, import.meta.url)
    expect(body(input)).toBe(readFileSync(file, 'utf8'))
  })
})

describe('what it says', () => {
  const shop = { policy: 'a:shop', from: ['shop:2.0.0'], to: 'shop:1.0.0', places: ['a.yaml:1'], why: 'asked for' }

  test('rows and builds stand in one order, whatever order they came in', () => {
    const rows = ['a:x', 'a:y', 'b:x'].map((policy) => bumpRow({ ...shop, policy, run: run(1) }))
    expect(body(bodyInput(rows.toReversed(), { state: bodyInput(rows).state }))).toBe(body(bodyInput(rows)))
  })

  test('a forced lower value is loud', () => {
    expect(body(bodyInput([bumpRow({ ...shop, forced: true })]))).toContain('| `1.0.0` **downgrade** **forced** |')
  })

  test('another image shows whole', () => {
    expect(body(bodyInput([bumpRow({ ...shop, from: ['old/shop:1'] })]))).toContain(
      '| `shop` | `old/shop:1` | `1.0.0` |',
    )
  })

  test.each([
    { status: 'identical', total: 0, says: 'the same commit, [`acme/shop abc1230`]' },
    { status: 'behind', total: 0, says: '**older source** than what is deployed' },
    { status: 'diverged', total: 2, says: '**another line of history** than what is deployed: 2 commits come' },
    { status: 'ahead', total: 1, says: '1 commit, [`acme/shop fff...abc1230`]' },
  ] as const)('a source that is $status: $says', ({ status, total, says }) => {
    const commits = { status, total, commits: [] }
    const source = { serverUrl: 'https://h.io', repository: 'acme/shop', from: 'fff', to: SHA, commits }
    expect(body(bodyInput([bumpRow({ ...shop, source })]))).toContain(says)
  })

  test('images of one build share their commits', () => {
    const source = { serverUrl: 'https://h.io', repository: 'acme/mono', to: SHA }
    const rows = [bumpRow({ ...shop, source }), bumpRow({ ...shop, policy: 'a:web', to: 'web:1', source })]
    const text = body(bodyInput(rows))
    expect(text).toContain('**shop and web**: built from [`acme/mono abc1230`](https://h.io/acme/mono/commit/')
    expect(text.match(/built from/g)).toHaveLength(1)
  })

  test('places for which nothing came are not told', () => {
    const place = { path: 'a.yaml' as RepoPath }
    const skip = { policy: 'a:b' as PolicyName, place, why: 'equal', current: '1', because: 'it is there' } as const
    expect(body(bodyInput([], { notMoved: [skip] }))).not.toContain('Not moved')
  })

  test('what closing means follows the setting', () => {
    expect(body(bodyInput([], { onClosed: 'reopen' }))).toContain('**Close** to wait')
  })
})

describe('limits', () => {
  test.each([
    { rows: 300, text: 20, keeps: /_And \d+ more rows, left out here\._/, because: 'rows are cut last' },
    {
      rows: 1_000,
      text: 20_000,
      keeps: /_(?:And \d+ more rows, left out here|The table of 1000 rows is left out)/,
      because: 'huge texts',
    },
  ])('$rows rows with texts of $text characters fit: $because', ({ rows, text, keeps }) => {
    const shown = body(huge(rows, '漢@|'.repeat(text / 4)))
    expectToFit(shown)
    expect(shown).toMatch(keeps)
    expect(shown).toContain('left out here')
  })

  test('commits go before what did not move, and that before rows', () => {
    const full = body(huge(100, 'x'))
    expect(full).toMatch(/more, left out here|source could not|commits, \[/)
    expect(full.match(/^\| `x/gm)).toHaveLength(100)
  })

  test('any number of anything fits and keeps the state', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), hostileText(), (rows, repeat, text) => {
        expectToFit(body(huge(rows, text.repeat(repeat))))
      }),
      { numRuns: 10 },
    )
  })
})

describe('safety', () => {
  test('untrusted text has no effect anywhere in it', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const shown = body(huge(2, text))
        const [visible = ''] = shown.split('<!-- image-bump:state ')
        expect(visible).not.toMatch(/@[A-Za-z0-9]|#\d|<!--|GH-\d|\[skip ci\]/i)
        const prose = visible.replace(/(?<![\\`])(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')
        expect(prose).not.toMatch(/<(?!br>|\/?details>|\/?summary>)|:\/\/(?!github\.example\.com|h\.io)/)
        for (const row of shown.split('\n').filter((line) => line.startsWith('| ')))
          expect([6, 5]).toContain(row.match(/(?<!\\)\|/g)?.length)
        expect(readState(shown).kind).toBe('found')
      }),
      { numRuns: 100 },
    )
  })
})

describe('read back from the forge', () => {
  test.each([
    { a: 'a\nb\n', b: 'a\r\nb', same: true, because: 'line ends are the forge’s' },
    { a: 'a  \nb', b: 'a\nb\n\n', same: true, because: 'so is white space at ends' },
    { a: 'a\nb', b: 'a\n\nb', same: false, because: 'a paragraph is a difference' },
    { a: 'a b', b: 'a  b', same: false, because: 'inside a line every character counts' },
  ])('same: $same, $because', ({ a, b, same }) => {
    expect(sameText(a, b)).toBe(same)
  })
})

function expectToFit(text: string): void {
  expect(text.length).toBeLessThanOrEqual(BODY_LIMIT)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(BODY_BYTE_LIMIT)
  expect(readState(text)).toMatchObject({ kind: 'found' })
}

function huge(count: number, text: string): BodyInput {
  const commit = { id: SHA, subject: text, author: text, pullRequest: 7 }
  const rows = Array.from({ length: count }, (_, index) => ({
    ...bumpRow({
      policy: `ns:x${index}`,
      from: ['x:1.0.0'],
      to: `x${index}:1.1.0`,
      places: [],
      why: text,
      run: run(index),
      source: {
        serverUrl: 'https://h.io',
        repository: 'acme/x',
        from: 'fffffff',
        to: index.toString(16).padStart(40, '0'),
        commits: { status: 'ahead', total: 60, commits: Array.from({ length: 60 }, () => commit) },
      },
    }),
    places: Array.from({ length: 5 }, () => ({ path: text as RepoPath, line: 1 })),
  }))
  const notMoved = rows.map(({ policy }, index) => ({
    policy,
    place: { path: text as RepoPath, line: index },
    why: 'held' as const,
    current: text,
    candidate: text,
    because: `${text}${index}`,
  }))
  return bodyInput(rows, { notMoved, findings: rows.map(() => text) })
}

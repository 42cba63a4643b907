import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReference } from '../../../src/core/image/reference.ts'
import type { PolicyName } from '../../../src/core/names.ts'
import { commitMessage, isOurs, readTrailers } from '../../../src/core/pull-request/commit-message.ts'
import type { Group } from '../../../src/core/pull-request/group.ts'
import { bump, change, MAIN } from './facts.ts'
import { hostileText } from './hostile-text.ts'

const STAGING: Group = { kind: 'namespace', key: 'namespace:staging', label: 'staging' }
const DIGEST = `sha256:${'1'.repeat(64)}`

describe('written', () => {
  test('it says what changes where, and carries the trailers', () => {
    const message = commitMessage({
      group: STAGING,
      base: MAIN,
      bumps: [bump(`ghcr.io/acme/shop:1.5.0@${DIGEST}`)],
      changes: [
        change('clusters/staging/shop.yaml:14', '1.4.0', '1.5.0'),
        change('clusters/staging/shop.yaml:15', `sha256:${'0'.repeat(64)}`, DIGEST, 'digest'),
      ],
      sources: [{ revision: '9f8e7d6', repository: 'acme/shop' }],
    })
    expect(message).toBe(`chore(image): bump shop to 1.5.0 in staging

clusters/staging/shop.yaml:14 staging:shop 1.4.0 -> 1.5.0
clusters/staging/shop.yaml:15 staging:shop
  sha256:${'0'.repeat(64)} -> ${DIGEST}

Image-Bump-Group: namespace:staging
Image-Bump: staging:shop=ghcr.io/acme/shop:1.5.0@${DIGEST}
Source-Revision: 9f8e7d6 (acme/shop)
`)
  })

  test('of many changes it lists 200', () => {
    const changes = Array.from({ length: 1_234 }, (_, index) => change(`a.yaml:${index + 1}`, '1', '2'))
    const message = commitMessage({ group: STAGING, base: MAIN, bumps: [bump('shop:2')], changes, sources: [] })
    expect(message).toContain('a.yaml:200 staging:shop 1 -> 2\nand 1034 more\n\nImage-Bump-Group')
  })

  test('no value adds a line, mentions or closes anything, or skips checks', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), hostileText(), (path, value, name) => {
        const policy = `a:${name}`
        const message = commitMessage({
          group: { ...STAGING, key: `namespace:${name}`, label: name },
          base: MAIN,
          bumps: [bump('shop:1', [], policy)],
          changes: [change(`${path}:1`, value, value, 'reference', policy)],
          sources: [{ revision: name, repository: path }],
        })
        // Headline, blank, one change on one line or two, blank, three trailers, final line break.
        expect([9 - 1, 9]).toContain(message.split('\n').length)
        expect(message).not.toMatch(/@[A-Za-z0-9]|#\d|GH-\d|\[skip ci\]|\/issues\/\d|\r/i)
      }),
      { numRuns: 500 },
    )
  })
})

describe('read', () => {
  const facts = fc.record({
    key: hostileText().filter((text) => text !== '' && text.isWellFormed()),
    policies: fc.uniqueArray(
      hostileText().filter((text) => text !== '' && text.isWellFormed()),
      { maxLength: 4 },
    ),
    to: fc.constantFrom('shop:1', `ghcr.io/acme/shop:1.5.0@${DIGEST}`, 'localhost:5000/x'),
    repository: fc.constantFrom('acme/shop', 'o/r'),
  })

  test('what was written comes back, through CRLF as well', () => {
    fc.assert(
      fc.property(facts, ({ key, policies, to, repository }) => {
        const message = commitMessage({
          group: { ...STAGING, key },
          base: MAIN,
          bumps: policies.map((policy) => bump(to, [], policy)),
          changes: [change('a:1', '1', '2')],
          sources: [{ revision: '9f8e7d6', repository }],
        })
        for (const text of [message, message.trim(), message.replaceAll('\n', '\r\n')])
          expect(readTrailers(text)).toEqual({
            group: key,
            bumps: new Map(policies.map((policy) => [policy, parseReference(to)])),
            revisions: [{ revision: '9f8e7d6', repository }],
          })
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    { message: 'x\n\nImage-Bump-Group: all', ours: true, because: 'the last paragraph says so' },
    {
      message: 'x\n\nImage-Bump-Group: all\nSigned-off-by: A <a@b.c>',
      ours: true,
      because: 'other trailers may stand beside',
    },
    {
      message: 'x\n\nImage-Bump-Group: all\n\nand I changed it',
      ours: false,
      because: 'only the last paragraph counts',
    },
    {
      message: 'x\n\nreverts this:\nImage-Bump-Group: all',
      ours: false,
      because: 'prose that quotes it is no trailer block',
    },
    { message: 'Image-Bump-Group: all', ours: false, because: 'a subject is no trailer' },
    { message: 'x\n\nImage-Bump-Group:', ours: false, because: 'it names no group' },
    { message: 'x\n\nimage-bump-group: all', ours: false, because: 'we write it in one way' },
    { message: '', ours: false, because: 'there is nothing' },
  ])('$message is ours: $ours, $because', ({ message, ours }) => {
    expect(isOurs(message)).toBe(ours)
  })

  test('what is not well formed is passed over', () => {
    const { bumps, revisions } = readTrailers(
      'x\n\nImage-Bump-Group: all\nImage-Bump: a:b\nImage-Bump: =x:1\nImage-Bump: a:c=X Y\nImage-Bump: a:d%=x:1\nSource-Revision: abc',
    )
    expect([[...bumps.keys()], revisions]).toEqual([['a:d%' as PolicyName], []])
  })

  test('no message makes it throw', () => {
    fc.assert(
      fc.property(fc.array(hostileText()), (lines) => {
        expect(readTrailers(lines.join('\n')).bumps).toBeInstanceOf(Map)
      }),
    )
  })
})

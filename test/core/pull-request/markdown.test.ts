import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLink, codeSpan, joinUrl, link, plainText, tableRow } from '../../../src/core/pull-request/markdown.ts'
import { hostileText } from './hostile-text.ts'

const Z = '\u200B'

describe('code spans', () => {
  test.each([
    { text: '1.5.0', shows: '`1.5.0`', because: 'plain text needs nothing' },
    { text: 'a`b', shows: '``a`b``', because: 'the fence is longer than any run inside' },
    { text: '`a``', shows: '``` `a`` ```', because: 'a backtick at an end would join the fence' },
    { text: ' a ', shows: '`  a  `', because: 'renderers strip one space from both ends' },
    { text: '', shows: '` `', because: 'two backticks alone are no code span' },
    { text: 'a|b', shows: '`a\\|b`', because: 'a table cell ends at a bare pipe' },
    { text: 'a\\|b', shows: `\`a\\${Z}\\|b\``, because: 'two backslashes would free the pipe' },
    { text: 'x@sha256:0', shows: `\`x@${Z}sha256:0\``, because: 'mail replies mention out of code spans' },
    { text: 'fixes #1', shows: `\`fixes #${Z}1\``, because: 'issue numbers are parted' },
    { text: 'a\r\n::error::', shows: '`a\\r\\n::error::`', because: 'line breaks show as escapes' },
    { text: 'a\u202Eb\u200Bc\u{E0041}', shows: '`a\\u202eb\\u200bc\\u{e0041}`', because: 'invisible text is shown' },
    { text: '\uD800', shows: '`\\ud800`', because: 'half a pair is no character' },
    { text: '<!-- x', shows: `\`<${Z}!-- x\``, because: 'nobody may forge a state comment' },
    { text: '[skip ci]', shows: `\`[${Z}skip ci]\``, because: 'a squashed commit takes the body as its message' },
  ])('$text: $because', ({ text, shows }) => {
    expect(codeSpan(text)).toBe(shows)
  })
})

describe('plain text', () => {
  test.each([
    { text: 'feat(api): add x', shows: 'feat(api): add x', because: 'ordinary subjects stay readable' },
    {
      text: '**a** _b_ `c` ~d~ $e$',
      shows: '\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$',
      because: 'no emphasis, code, maths',
    },
    { text: '[a](http://b)', shows: `\\[a\\](http:${Z}//b)`, because: 'no link' },
    { text: '<img src=x> &lt;', shows: '&lt;img src=x&gt; &amp;lt;', because: 'no raw HTML, no entity' },
    { text: 'see www.x.io', shows: `see www${Z}.x.io`, because: 'no autolink' },
    { text: 'me@x.io', shows: `me@${Z}x.io`, because: 'no mail address' },
    { text: 'closes acme/x#1', shows: `closes acme/x#${Z}1`, because: 'no closing keyword takes effect' },
    { text: 'Fixes gh-12', shows: `Fixes gh${Z}-12`, because: 'GH- numbers refer, too' },
    { text: 'fixes https://h/o/r/issues/1', shows: `fixes https:${Z}//h/o/r/issues/${Z}1`, because: 'and addresses' },
    { text: '- a', shows: '\\- a', because: 'no list' },
    { text: '1. a', shows: '1\\. a', because: 'no numbered list' },
    { text: '# a', shows: `#${Z} a`, because: 'no heading' },
    { text: ' a \n\t b ', shows: 'a b', because: 'prose is one line' },
    { text: 'a\\|b', shows: 'a\\\\\\|b', because: 'both are escaped, so the pipe stays in its cell' },
    { text: '\u202Eabc', shows: '\\\\u202eabc', because: 'no text runs backwards' },
    { text: '👩‍🚀', shows: '👩‍🚀', because: 'emoji keep their joiners' },
  ])('$text: $because', ({ text, shows }) => {
    expect(plainText(text)).toBe(shows)
  })
})

describe('addresses', () => {
  test.each([
    { url: 'https://github.com/o/r/blob/main/a.yaml#L12', linked: true },
    { url: 'http://localhost:8080/x?y=1&z=2', linked: true },
    { url: 'javascript:alert(1)', linked: false },
    { url: 'https://x.io/a b', linked: false },
    { url: 'https://x.io/)(', linked: false },
    { url: 'https://user@x.io/', linked: false },
    { url: 'https://x.io/a\n', linked: false },
    { url: 'https://x.io/#12', linked: false },
    { url: '//x.io', linked: false },
    { url: undefined, linked: false },
  ])('$url is linked: $linked', ({ url, linked }) => {
    expect(link('a*b', url)).toBe(linked ? `[a\\*b](${url})` : 'a\\*b')
    expect(codeLink('a', url)).toBe(linked ? `[\`a\`](${url})` : '`a`')
  })

  test.each([
    { url: 'https://x.io/o/gh-5/runs?q=GH-7', to: '[a](https://x.io/o/gh%2D5/runs?q=GH%2D7)' },
    { url: 'https://gh-5.io/o', to: 'a' },
  ])('$url spells no issue number', ({ url, to }) => {
    expect(link('a', url)).toBe(to)
  })

  test('a path becomes part of an address without changing what it means', () => {
    expect(joinUrl('https://x.io', 'a b/(c)/#1/@d', 'é')).toBe('https://x.io/a%20b/%28c%29/%231/%40d/%C3%A9')
  })
})

describe('whatever the text', () => {
  test('nothing comes through code spans, prose and links', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (text, url) => {
        for (const markdown of [codeSpan(text), plainText(text), link(text, url), codeLink(text, url)]) {
          expect(markdown).not.toMatch(/@[A-Za-z0-9]|#\d|<!--|[\r\n]|GH-\d|\[skip ci\]/i)
          expect(markdown).not.toMatch(/(?<!\\)(?:\\\\)*\|/)
          // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
          expect(markdown).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029]/)
          expect(markdown.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('prose holds no tag, link, autolink or code', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(plainText(text)).not.toMatch(/[<>]|:\/\/|www\.|(?<!\\)(?:\\\\)*[[\]`*_~$]/i)
      }),
      { numRuns: 500 },
    )
  })

  test('a code span ends where it says', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const [, fence = '', inside = ''] = /^(`+)([^]*)\1$/.exec(codeSpan(text)) ?? []
        const runs: readonly string[] = inside.match(/`+/g) ?? []
        expect(fence).not.toBe('')
        expect(runs).not.toContain(fence)
        expect(inside).not.toMatch(/^`|`$/)
      }),
      { numRuns: 500 },
    )
  })
})

test('a table row is one line whatever its cells hold', () => {
  expect(tableRow(['a', '', 'b\nc'])).toBe('| a |  | b c |')
})

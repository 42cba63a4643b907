import { describe, expect, test } from 'vitest'

import { BumpError } from '../../../src/core/errors.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { readDateFormat } from '../../../src/core/policy/date.ts'
import { NO_POLICY_FILE, parsePolicyFile } from '../../../src/core/policy/file.ts'
import { readFilter } from '../../../src/core/policy/filter.ts'
import { readRange } from '../../../src/core/policy/range.ts'
import type { Parsed } from '../../../src/core/image/reference.ts'

const PATH = '.image-bump.yaml' as RepoPath

const parse = (text: string) => parsePolicyFile(PATH, text)

function problemsOf(text: string): readonly string[] {
  try {
    parse(text)
  } catch (error) {
    expect(error).toBeInstanceOf(BumpError)
    expect((error as BumpError).code).toBe('BAD_POLICY')
    return (error as BumpError).message.split('\n').map((line) => line.replace(`${PATH}:`, ''))
  }
  return []
}

function valueOf<Value>(parsed: Parsed<Value>): Value {
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

const EXAMPLE = String.raw`# yaml-language-server: $schema=https://example.com/schema/image-bump.schema.json
version: 1

policies:                                   # keyed by what markers name: "namespace:name"
  staging:shop:
    image: ghcr.io/acme/shop                # repository, no tag, no digest
    paths: [clusters/staging/**]            # where its markers count (minimatch); default: the whole tree
    filterTags:                             # which tags count; RE2 syntax, unanchored, as in Flux
      pattern: '^main-(?P<sha>[0-9a-f]{7,40})-(?P<ts>\d{14})$'
      extract: $ts                          # Go template expansion; default: the whole tag
    policy:                                 # exactly one of:
      date: { format: yyyyMMddHHmmss }      #   real dates, newest wins
  prod:shop:
    image: ghcr.io/acme/shop
    policy: { semver: { range: '>=1.0.0' } }
    digest: IfNotPresent
  prod:worker:
    image: ghcr.io/acme/worker
    policy: { numerical: { order: asc } }
    hold: { tag: 1.4.2, until: 2026-12-01, reason: INC-311 }

pullRequests:
  group: namespace
  labels: [image-bump]
  rules:
    - match: 'prod:*'
      reviewers: [octocat]
      teamReviewers: [sre]
      draft: false
      autoMerge: off
    - match: 'staging:*'
      deliver: commit

flux: true
`

test('the example of the documentation means what it says', () => {
  const rule = {
    labels: [],
    reviewers: [],
    teamReviewers: [],
    assignees: [],
    draft: false,
    autoMerge: 'off',
    deliver: 'pull-request',
  }
  const common = { anyNamespace: false, digest: 'Never', origin: 'file' }
  expect(parse(EXAMPLE)).toEqual({
    policies: [
      {
        ...common,
        name: 'staging:shop',
        image: 'ghcr.io/acme/shop',
        paths: ['clusters/staging/**'],
        filter: valueOf(readFilter(String.raw`^main-(?P<sha>[0-9a-f]{7,40})-(?P<ts>\d{14})$`, '$ts')),
        order: { kind: 'date', format: valueOf(readDateFormat('yyyyMMddHHmmss')) },
        place: { path: PATH, line: 5, column: 3 },
      },
      {
        ...common,
        name: 'prod:shop',
        image: 'ghcr.io/acme/shop',
        order: { kind: 'semver', range: valueOf(readRange('>=1.0.0')) },
        digest: 'IfNotPresent',
        place: { path: PATH, line: 13, column: 3 },
      },
      {
        ...common,
        name: 'prod:worker',
        image: 'ghcr.io/acme/worker',
        order: { kind: 'numerical', direction: 'asc' },
        hold: { tag: '1.4.2', until: '2026-12-01', reason: 'INC-311' },
        place: { path: PATH, line: 17, column: 3 },
      },
    ],
    pullRequests: {
      group: 'namespace',
      labels: ['image-bump'],
      onClosed: 'respect',
      rules: [
        { ...rule, match: 'prod:*', reviewers: ['octocat'], teamReviewers: ['sre'] },
        { ...rule, match: 'staging:*', deliver: 'commit' },
      ],
    },
    files: [],
    flux: true,
  })
})

const policy = (...lines: readonly string[]) =>
  ['version: 1', 'policies:', '  a:b:', ...lines.map((l) => `    ${l}`)].join('\n')

describe('what may be left out or written in several ways', () => {
  test.each([
    { text: 'version: 1', because: 'everything has a default' },
    { text: 'policies: {}\nflux: true\n', because: 'so has the version' },
    { text: 'version: 1\npolicies: {}\nflux: true\n', because: 'the complete file of a Flux repository' },
    { text: '\uFEFFversion: 1\r\npolicies: {}\r\n', because: 'byte order mark and CRLF are fine' },
    { text: '---\nversion: 1\n...\n', because: 'document markers are fine' },
    { text: 'version: 1\nx-any: [&a {b: !!str c}]\nx-more: *a\n', because: 'keys that start with x- are not ours' },
    { text: 'version: 1\npullRequests: {}\n', because: 'an empty map is all defaults' },
    { text: '{"version": 1, "policies": {}}', because: 'JSON is YAML' },
  ])('$text is the same as no file: $because', ({ text }) => {
    expect(parse(text)).toEqual(NO_POLICY_FILE)
  })

  test('an empty pattern takes every tag, and a group that is not there is empty, as in Flux', () => {
    const text = policy('image: x', 'policy: { commit: }', 'filterTags: { pattern: "", extract: $1x }')
    expect(parse(text).policies[0]?.filter).toMatchObject({ pattern: '', extract: '$1x' })
  })

  test.each([
    { order: '{ numerical: {} }', is: { kind: 'numerical', direction: 'asc' } },
    { order: '{ numerical: }', is: { kind: 'numerical', direction: 'asc' } },
    { order: '{ numerical: { order: DESC } }', is: { kind: 'numerical', direction: 'desc' } },
    { order: '{ alphabetical: { order: Asc } }', is: { kind: 'alphabetical', direction: 'asc' } },
    { order: '{ alphabetical: ~ }', is: { kind: 'alphabetical', direction: 'asc' } },
    { order: '{ commit: {} }', is: { kind: 'commit' } },
    { order: '{ commit: }', is: { kind: 'commit' } },
  ])('policy $order is $is', ({ order, is }) => {
    expect(parse(policy('image: x', `policy: ${order}`)).policies[0]?.order).toEqual(is)
  })

  test.each([
    { written: 'false', is: 'off', because: 'a YAML 1.1 editor writes off as false' },
    { written: 'off', is: 'off', because: 'YAML 1.2 keeps it as text' },
    { written: 'squash', is: 'squash', because: 'the word' },
  ])('autoMerge: $written is $is: $because', ({ written, is }) => {
    const { rules } = parse(`version: 1\npullRequests: { rules: [{ match: '*', autoMerge: ${written} }] }`).pullRequests
    expect(rules[0]?.autoMerge).toBe(is)
  })

  test('an anchored policy may be repeated under another name', () => {
    const { policies } = parse(
      'version: 1\npolicies:\n  a:b: &p\n    image: x\n    policy: { commit: {} }\n  a:c: *p\n',
    )
    expect(policies.map(({ name, place }) => [name, place.line])).toEqual([
      ['a:b', 3],
      ['a:c', 6],
    ])
  })

  test('everything about pull requests can be said', () => {
    const rule = {
      match: 'prod:*',
      deliver: 'pull-request',
      labels: ['a'],
      reviewers: ['octocat', 'renovate[bot]', 'some_corp'],
      teamReviewers: ['sre'],
      assignees: ['hubot'],
      milestone: 'Sprint 1',
      draft: true,
      autoMerge: 'rebase',
    }
    const pullRequests = {
      group: 'all',
      labels: ['x', 'y'],
      title: 'bump {{policies}}',
      onClosed: 'reopen',
      rules: [rule],
    }
    expect(parse(JSON.stringify({ version: 1, pullRequests })).pullRequests).toEqual(pullRequests)
  })

  test('policies keep the order of the file, numbers for names too', () => {
    const { policies } = parse(
      `version: 1\npolicies: {${['b:1', 'a:2', '1:1', '0:0'].map((name) => `"${name}": {image: x, policy: {commit: }}`).join(',')}}`,
    )
    expect(policies.map(({ name }) => name)).toEqual(['b:1', 'a:2', '1:1', '0:0'])
  })
})

/** Each line is what must begin a problem, after the path: place and first words. */
const BAD_FILES: readonly { readonly text: string; readonly problems: readonly string[] }[] = [
  // The file as a whole.
  { text: '', problems: ['1:1: the policy file is empty; write "version: 1" and "policies: {}"'] },
  { text: '# nothing\n', problems: ['1:1: the policy file is empty'] },
  { text: 'null', problems: ['1:1: the policy file is empty'] },
  { text: 'text', problems: ['1:1: the policy file must be a map, not text'] },
  { text: '- a', problems: ['1:1: the policy file must be a map, not a list'] },
  { text: 'version: 2', problems: ['1:10: version must be the number 1'] },
  { text: `version: '1'`, problems: ['1:10: version must be the number 1'] },
  { text: 'version: 1\nversion: 1', problems: ['2:1: "version" is written twice; the first is on line 1'] },
  { text: 'version: 1\n---\nversion: 1', problems: ['2:1: a second document starts here'] },
  { text: 'version: 1\npolicies: [', problems: ['2:12: not valid YAML: Flow sequence'] },
  { text: 'version: 1\nx-a: "\\q"', problems: ['2:7: not valid YAML: Invalid escape sequence'] },
  { text: 'version: 1\n\tflux: true', problems: ['2:1: not valid YAML: Tabs are not allowed'] },
  { text: 'version: 1\nflux: !yes true', problems: ['2:7: YAML tags'] },
  { text: 'version: 1\n? [a]\n: b', problems: ['2:3: a key must be plain text'] },
  { text: 'version: 1\nx-a: *b', problems: ['2:6: there is no anchor "&b" above this alias'] },
  { text: 'version: 1\nx-a: &a [*a]', problems: ['2:10: the alias "*a" stands inside what it repeats'] },
  { text: `version: 1\nx-a: ${'['.repeat(80)}${']'.repeat(80)}`, problems: ['2:70: nested deeper than 64 levels'] },
  { text: 'version: 1\n<<: {flux: true}', problems: ['2:1: the policy file knows no key "<<"; it knows version'] },
  {
    text: 'version: 1\npolices: {}',
    problems: ['2:1: the policy file knows no key "polices"; did you mean policies?'],
  },
  { text: 'version: 1\n__proto__: {}', problems: ['2:1: the policy file knows no key "__proto__"'] },
  { text: 'version: 1\nconstructor: {}', problems: ['2:1: the policy file knows no key "constructor"'] },
  { text: 'version: 1\nflux: yes', problems: ['2:7: flux must be true or false, not text'] },
  { text: 'version: 1\nflux:', problems: ['2:6: flux must be true or false, but it is empty'] },
  { text: 'version: 1\npolicies:', problems: ['2:10: policies must be a map, but it is empty; write "policies: {}"'] },
  { text: 'version: 1\npolicies: []', problems: ['2:11: policies must be a map, not a list'] },

  // Names of policies.
  ...['b', 'a:b:tag', 'a/b:c', ':b', 'a:', '"a:b "', '-a:b', '"a\\nb:c"', '__proto__'].map((name) => ({
    text: `version: 1\npolicies:\n  ${name}: { image: x, policy: { commit: {} } }`,
    problems: [`3:3: policy "${name.replaceAll('"', '')}": a policy is named "namespace:name"`],
  })),
  { text: `version: 1\npolicies: { "": {} }`, problems: ['2:13: policy "": it must not be empty', '2:13: ', '2:13: '] },
  { text: 'version: 1\npolicies:\n  a:b:', problems: ['3:7: policy "a:b" must be a map, but it is empty'] },

  // A policy.
  { text: policy('policy: { commit: {} }'), problems: ['3:3: policy "a:b" has no image; write e.g. image: ghcr.io'] },
  { text: policy('image: x'), problems: ['3:3: policy "a:b" has no policy; write e.g. policy: { semver'] },
  { text: policy('image: x:1', 'policy: { commit: }'), problems: ['4:12: image "x:1": a tag does not belong here'] },
  { text: policy('image: x@y', 'policy: { commit: }'), problems: ['4:12: image "x@y": write the name alone'] },
  { text: policy('image: Acme/X', 'policy: { commit: }'), problems: ['4:12: image "Acme/X": '] },
  { text: policy('image: ""', 'policy: { commit: }'), problems: ['4:12: image "": it must not be empty'] },
  {
    text: policy('image: 1', 'policy: { commit: }'),
    problems: ['4:12: image must be text, but 1 is a number; put it in quotes: "1"'],
  },
  { text: policy('image: [x]', 'policy: { commit: }'), problems: ['4:12: image must be text, not a list'] },
  { text: policy('image: x', 'policy: {}'), problems: ['5:5: policy must have exactly one of semver, date'] },
  { text: policy('image: x', 'policy: semver'), problems: ['5:13: policy must be a map, not text'] },
  {
    text: policy('image: x', 'policy: { commit: , semver: { range: 1.x } }'),
    problems: [
      '5:5: policy must have exactly one of semver, date, numerical, alphabetical, commit; it has commit and semver',
    ],
  },
  {
    text: policy('image: x', 'policy: { semvr: {} }'),
    problems: ['5:5: policy must have', '5:15: policy knows no key "semvr"; did you mean semver?'],
  },
  { text: policy('image: x', 'policy: { semver: {} }'), problems: ['5:15: semver has no range; write e.g. range: '] },
  { text: policy('image: x', 'policy: { semver: }'), problems: ['5:23: semver must be a map, but it is empty'] },
  {
    text: policy('image: x', 'policy: { semver: { range: 1 } }'),
    problems: ['5:32: range must be text, but 1 is a number; put it in quotes: "1"'],
  },
  {
    text: policy('image: x', 'policy: { semver: { range: 1.10 } }'),
    problems: ['5:32: range must be text, but 1.10 is a number; put it in quotes: "1.10"'],
  },
  { text: policy('image: x', 'policy: { semver: { range: ">1 <" } }'), problems: ['5:32: range ">1 <": '] },
  {
    text: policy('image: x', 'policy: { date: { format: 20240101 } }'),
    problems: ['5:31: format must be text, but 20240101 is a number; put it in quotes'],
  },
  { text: policy('image: x', 'policy: { date: { format: YYYY } }'), problems: ['5:31: format "YYYY": '] },
  {
    text: policy('image: x', 'policy: { numerical: { order: ascc } }'),
    problems: ['5:35: order "ascc" must be one of asc, desc; did you mean asc?'],
  },
  { text: policy('image: x', 'policy: { commit: { order: asc } }'), problems: ['5:25: commit knows no key "order"'] },
  { text: policy('image: x', 'policy: { commit: }', 'filterTags: {}'), problems: ['6:5: filterTags has no pattern'] },
  {
    text: policy('image: x', 'policy: { commit: }', 'filterTags: { pattern: "(?=a)" }'),
    problems: ['6:28: pattern "(?=a)": '],
  },
  {
    text: policy('image: x', 'policy: { commit: }', 'filterTags: { pattern: a, extract: 1 }'),
    problems: ['6:40: extract must be text'],
  },
  {
    text: policy('image: x', 'policy: { commit: }', 'digest: never'),
    problems: ['6:13: digest "never" must be one of Never, IfNotPresent, Always; did you mean Never?'],
  },
  {
    text: policy('image: x', 'policy: { commit: }', 'pats: []'),
    problems: ['6:5: policy "a:b" knows no key "pats"; did you mean paths?'],
  },

  // Paths.
  {
    text: policy('image: x', 'policy: { commit: }', 'paths: []'),
    problems: ['6:12: paths is empty: leave it out for the whole tree'],
  },
  { text: policy('image: x', 'policy: { commit: }', 'paths: a'), problems: ['6:12: paths must be a list, not text'] },
  ...[
    '/a',
    'C:/a',
    '..',
    'a/../b',
    '.git/config',
    'a/.GIT/b',
    String.raw`a\b`,
    '"!a"',
    '"a\\0"',
    'a'.repeat(1001),
    '""',
  ].map((glob) => ({
    text: policy('image: x', 'policy: { commit: }', `paths: [ok/**, ${glob}, 1]`),
    problems: ['6:20: paths[1] "', `6:${22 + glob.length}: paths[2] must be text`],
  })),

  // Holds.
  { text: policy('image: x', 'policy: { commit: }', 'hold: {}'), problems: ['6:5: hold needs tag or until'] },
  {
    text: policy('image: x', 'policy: { commit: }', 'hold: true'),
    problems: ['6:11: hold must be a map, not a boolean'],
  },
  {
    text: policy('image: x', 'policy: { commit: }', 'hold: { reason: x }'),
    problems: ['6:5: hold needs tag or until'],
  },
  {
    text: policy('image: x', 'policy: { commit: }', 'hold: { tag: 1.4 }'),
    problems: ['6:18: tag must be text, but 1.4 is a number'],
  },
  { text: policy('image: x', 'policy: { commit: }', 'hold: { tag: -a }'), problems: ['6:18: tag "-a": '] },
  {
    text: policy('image: x', 'policy: { commit: }', 'hold: { until: 2026-02-30 }'),
    problems: ['6:20: until "2026-02-30": there is no such day'],
  },
  {
    text: policy('image: x', 'policy: { commit: }', 'hold: { until: 1.12.2026 }'),
    problems: ['6:20: until "1.12.2026": write it as yyyy-mm-dd'],
  },
  {
    text: policy('image: x', 'policy: { commit: }', `hold: { tag: a, reason: ${'x'.repeat(501)} }`),
    problems: ['6:29: reason "'],
  },

  // Pull requests.
  ...[
    { rule: 'draft: yes', problem: '3:19: draft must be true or false, not text' },
    {
      rule: 'autoMerge: sqash',
      problem: '3:23: autoMerge "sqash" must be one of off, squash, merge, rebase; did you mean squash?',
    },
    { rule: 'autoMerge: true', problem: '3:23: autoMerge "true" must be one of off' },
    { rule: 'deliver: push', problem: '3:21: deliver "push" must be one of pull-request, commit' },
    { rule: 'reviewers: ["@o"]', problem: '3:24: reviewers[0] "@o": write the login without "@"' },
    { rule: 'reviewers: [acme/sre]', problem: '3:24: reviewers[0] "acme/sre": a login has' },
    { rule: 'reviewers: [a, a]', problem: '3:27: reviewers names "a" twice' },
    { rule: 'reviewers: a', problem: '3:23: reviewers must be a list, not text' },
    { rule: 'teamReviewers: [acme/sre]', problem: '3:28: teamReviewers[0] "acme/sre": write the slug' },
    { rule: 'assignees: [""]', problem: '3:24: assignees[0] "": it must not be empty' },
    { rule: `labels: [${'x'.repeat(51)}]`, problem: '3:21: labels[0] "' },
    { rule: 'labels: ["a\\tb"]', problem: String.raw`3:21: labels[0] "a\tb": it holds a control character` },
    { rule: 'milestone: 3', problem: '3:23: milestone must be text, but 3 is a number' },
    { rule: 'match: b', problem: '3:22: "match" is written twice' },
    { rule: 'lables: []', problem: '3:12: rules[0] knows no key "lables"; did you mean labels?' },
  ].map(({ rule, problem }) => ({
    text: `version: 1\npullRequests:\n  rules: [{${rule}, match: a}]`,
    problems: [problem],
  })),
  { text: 'version: 1\npullRequests:\n  rules: [{}]', problems: ['3:11: rules[0] has no match; write e.g. match: '] },
  { text: 'version: 1\npullRequests:\n  rules: [{match: "!a"}]', problems: ['3:19: match "!a": negation'] },
  {
    text: 'version: 1\npullRequests: { group: al }',
    problems: ['2:24: group "al" must be one of namespace, policy, image, all; did you mean all?'],
  },
  {
    text: 'version: 1\npullRequests: { onClosed: re-open }',
    problems: ['2:27: onClosed "re-open" must be one of respect, reopen; did you mean reopen?'],
  },
  { text: 'version: 1\npullRequests: { title: "a\\nb" }', problems: ['2:24: title "a'] },
  { text: 'version: 1\npullRequests: ~', problems: ['2:15: pullRequests must be a map, but it is empty'] },
]

test.each(BAD_FILES.map((file) => ({ ...file, shown: JSON.stringify(file.text.slice(0, 200)) })))(
  'refused: $shown',
  ({ text, problems }) => {
    const found = problemsOf(text)
    expect(found.map((line, index) => line.slice(0, problems[index]?.length))).toEqual(problems)
  },
)

test('all problems come in one error, in the order of the file', () => {
  const text = `flux: maybe
policies:
  shop:
    imge: x
    policy: { semver: { range: 1 } }
  a:b:
    image: x:1
    policy: {}
  a:b: {}
pullRequests:
  group: al
`
  expect(problemsOf(text).map((line) => line.split(': ')[0])).toEqual([
    '1:7',
    '3:3',
    '3:3',
    '4:5',
    '5:32',
    '7:12',
    '8:5',
    '9:3',
    '11:10',
  ])
})

test('a problem inside an anchor is told once, where it must be mended', () => {
  const text = 'version: 1\nx-p: &p { image: X, policy: { commit: } }\npolicies: { a:b: *p, a:c: *p }'
  expect(problemsOf(text)).toEqual([expect.stringMatching(/^2:18: image "X": /)])
})

test('untrusted text in a problem is quoted', () => {
  expect(problemsOf('version: 1\n"a\\n::error::b": 1')).toEqual([
    String.raw`2:1: the policy file knows no key "a\n::error::b"; it knows version, policies, pullRequests, files, flux`,
  ])
})

import * as fc from 'fast-check'

/** A policy file that holds most of what is simple. */
export const ORDINARY = `---   # of the shop team: für alle – 🚀
x-note: 'a: b # c'
"policies":  # keyed by "namespace:name"

  prod:shop:
        image:   localhost:5000/acme/shop   # no tag
        # between
        filterTags: { pattern: "^v(?P<v>.*)$", 'extract': $v, }
        paths:
        - clusters/prod/**
        - './a b/*.yaml'

        policy:
          numerical:
        hold:    # until it is mended
            reason: see https://x.example/a#b, then (perhaps) #311
   # odd
  'staging:shop': {image: nginx, policy: {commit: {}}, paths: [ a,b/**, [], x-y ] }
pullRequests:
  rules:
    -   match: prod:*
        draft: false
        labels: []
    # last
    - match: "*"
      milestone: 12
files:
flux: true`

/** What random texts are made from. */
const WRITTEN = [
  ORDINARY,
  `version: 1
policies:
  prod:shop:
    image: ghcr.io/acme/shop
    paths: [clusters/prod-eu/shop, clusters/prod-us/shop]
    filterTags:
      pattern: '^main-[a-f0-9]+-(?P<ts>[0-9]+)$'
      extract: $ts
    policy: { semver: { range: '>=1.0.0' } }
    hold: { tag: 1.4.2, until: 2026-12-01, reason: INC-311 }
`,
  '- a: 1\n  b:\n    - c\n    - - d\n- [e, "f"]\n-\n  g: h\n',
]

const SCALARS = [
  [
    '0',
    '1',
    '007',
    '-1',
    '+1',
    '0x1F',
    '0o17',
    '0b1',
    '1e3',
    '1_000',
    '.5',
    '5.',
    '1.5',
    '-.5',
    '.inf',
    '-.INF',
    '.nan',
  ],
  ['~', 'null', 'Null', 'nULL', 'true', 'True', 'TRUE', 'false', 'yes', 'no', 'off', 'y', 'Infinity', 'NaN', '<<', '='],
  [
    '2026-12-01',
    '2026-12-01T10:00:00Z',
    '08:15',
    '1.4.2',
    '1.x',
    '>=1.0.0',
    '^1',
    '~1.2',
    '*',
    '1 - 2',
    '1 || 2',
    '<2',
  ],
  ["'s'", "'s''t'", '"d"', '"d\\"e"', '"\\d"', "'a: b'", "'#'", '""', "''", "'a' b", '"a"#', "'", '"', "' '", "'é'"],
  [
    'a b',
    'a  b',
    'a:b',
    'a: b',
    'a:',
    ':a',
    'a #b',
    'a#b',
    '#',
    '-',
    '-a',
    '- a',
    '?',
    '? a',
    '!t a',
    '&x a',
    '*x',
    '|',
    '>-',
  ],
  [
    '{}',
    '[]',
    '{ a: b }',
    '{a: b, c: [d]}',
    '[a, b,]',
    '[,]',
    '{a}',
    '{a: }',
    '{"a":b}',
    '[a: b]',
    '{ a: b, a: c }',
    '[a',
    '{{ a }}',
  ],
  [
    'é',
    '€',
    '–',
    '🚀',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\0',
    '\u200b',
    '%',
    '@a',
    '`',
    '$ts',
    '\\d',
    '/',
    './a',
    '..',
    '...',
  ],
  [
    '',
    '[a b, - c, d e]',
    '[a/**, !b]',
    '{ a: 1.5, b: ~ }',
    '[ true , 12 ]',
    '{ \'a\': "b" }',
    '(a)',
    'a, b',
    '[é]',
    '{ ? a }',
  ],
].flat()
const KEYS = [
  'a',
  'b',
  'prod:shop',
  '"q"',
  "'s'",
  '1',
  'true',
  '~',
  'null',
  'x.y/z-w',
  'a b',
  '-a',
  '<<',
  '...',
  '---',
  'é',
  'a:',
  '*a',
]

const scalar = fc.constantFrom(...SCALARS)
const key = fc.constantFrom(...KEYS)
const comment = fc.constantFrom('', '', '', '', ' # c', '#c', '  ', ' #', '\t# c', ' # für – 🚀')
const indent = fc.constantFrom(0, 0, 0, 2, 2, 2, 4, 1, 3).map((blanks) => ' '.repeat(blanks))
const colon = fc.constantFrom(': ', ': ', ': ', ':', ':   ', ' : ', ':\t')
const line = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(indent, key, colon, scalar, comment) },
    { weight: 4, arbitrary: fc.tuple(indent, fc.constantFrom('a', 'b', '- a', '-  "q"'), fc.constant(':'), comment) },
    { weight: 3, arbitrary: fc.tuple(indent, fc.constantFrom('- ', '- ', '-   ', '- - ', '-', '? '), scalar, comment) },
    { weight: 1, arbitrary: fc.tuple(indent, fc.constantFrom('- ', ''), key, colon, scalar, comment) },
    fc.tuple(
      fc.constantFrom('---', '--- # c', '---#', '--- a', '...', '', '  ', '\t', 'v', '\r', '%YAML 1.1', '# c', '  # c'),
    ),
  )
  .map((parts) => parts.join(''))
const fromLines = fc
  .tuple(
    fc.array(line, { maxLength: 7 }),
    fc.constantFrom('\n', '\n', '\n', '\n', '\r\n'),
    fc.constantFrom('', '\n', '\n\n', ' '),
  )
  .map(([lines, end, last]) => lines.join(end) + last)

/** What may be put anywhere. */
const piece = fc.oneof(
  scalar,
  key,
  comment,
  fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\r',
    ':',
    ': ',
    ',',
    '-',
    '- ',
    '#',
    ' #',
    "'",
    '"',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '\n---\n',
    '&a ',
    '*a',
  ),
)
interface Change {
  readonly at: number
  readonly cut: number
  readonly put: string
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 10, 40),
  put: fc.oneof(piece, piece, fc.constant('')),
})
const mutated = fc
  .tuple(fc.constantFrom(...WRITTEN), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) => changes.reduce(changed, text))

function changed(text: string, { at, cut, put }: Change): string {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + put + text.slice(from + cut)
}

/** Ordinary files with a few changes, and short texts of lines that mean something in YAML. */
export const policyTexts = fc.oneof(fromLines, mutated)

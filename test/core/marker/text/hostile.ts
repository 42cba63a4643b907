import * as fc from 'fast-check'

const MARKER = '{"$imagepolicy": "prod:shop:tag"}'
const COMMON = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '"',
  "'",
  '#',
  '\\',
  '$',
  `# ${MARKER}`,
  `\n# ${MARKER}\n`,
  'a',
  '1.2',
  '\ufeff',
]
const PIECES: Readonly<Record<string, readonly string[]>> = {
  '.env': ['KEY=', 'export A=', '=', '`', 'K="v" ', "K='v' ", `K=1 # ${MARKER}\n`],
  'a.toml': [
    'k = ',
    '= ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"""',
    "'''",
    '[t]\n',
    `k = "1" # ${MARKER}\n`,
    `'2', # ${MARKER}\n`,
  ],
  'main.tf': [
    'k = ',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    '?',
    '${',
    '%{',
    '//',
    '/*',
    '*/',
    '<<E\n',
    '\nE\n',
    `k = "1" // ${MARKER}\n`,
  ],
  Dockerfile: [
    'FROM a:1',
    'ARG K=',
    'ENV K=v',
    'RUN ',
    '<<E',
    '<<-E',
    '\nE\n',
    '\\\n',
    '`\n',
    '# escape=`\n',
    `# ${MARKER}\nFROM a:1 AS b\n`,
  ],
}

/** Text made of what its format gives a meaning to, in any order. */
export function textOf(path: string): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...COMMON, ...(PIECES[path] ?? []))
  return fc
    .array(fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }))
    .map((pieces) => pieces.join(''))
}

import * as fc from 'fast-check'

/** A generated YAML text whose lines, comments and quotes are as people write them, with a few markers in it. */
export interface YamlText {
  readonly text: string
  /** How many markers stand at places that count. */
  readonly markers: number
}

interface Block {
  readonly lines: readonly string[]
  readonly markers: number
}

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/)
const policy = fc.constantFrom('ns:app', 'ns:app:tag', 'prod:api:name', 'prod:api:digest')
const marker = policy.map((name) => `# {"$imagepolicy": "${name}"}`)
const plain = fc.oneof(
  word,
  fc.stringMatching(/^[a-z0-9]{1,6}\/[a-z]{1,5}:v[0-9.]{1,5}[0-9]$/),
  fc.constantFrom('1.10', '~', 'on', '12'),
)
const scalar = fc.oneof(
  plain,
  plain.map((text) => `'${text}'`),
  plain.map((text) => `"${text} \\u00e9 🚀"`),
  plain.map((text) => `!!str ${text}`),
)
const lineEnd = fc.constantFrom('', ' # note', '   # a: b', '\t# ~')

/** One value behind `a:` or `-`: what follows on that line, and the lines below. */
const value: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(scalar, lineEnd).map(([text, end]) => ({ lines: [` ${text}${end}`], markers: 0 })) },
  {
    weight: 3,
    arbitrary: fc.tuple(scalar, marker).map(([text, end]) => ({ lines: [` ${text}  ${end}`], markers: 1 })),
  },
  fc.tuple(fc.constantFrom('|', '>-', '|+'), plain, marker).map(([header, text, end]) => ({
    lines: [` ${header} ${end}`, `  ${text}`, ...(header === '|+' ? ['', ''] : [])],
    markers: 1,
  })),
  fc
    .tuple(plain, lineEnd)
    .map(([text, end]) => ({ lines: [` | ${end}`, `  ${text}  # no comment`, `   more ${end}`], markers: 0 })),
  fc.tuple(plain, marker, scalar).map(([a, end, b]) => ({ lines: [` [ ${a}, ${end}`, `  ${b} ]`], markers: 1 })),
  fc
    .tuple(word, scalar, marker)
    .map(([key, a, end]) => ({ lines: [' {', `  ${key}: ${a}, ${end}`, '  z:  1 }'], markers: 1 })),
  fc.tuple(plain, marker).map(([text, end]) => ({ lines: ['', `  ${end}`, `  ${text}`], markers: 1 })),
)

const { block } = fc.letrec<{ block: Block; nested: Block }>((tie) => ({
  nested: fc.oneof({ maxDepth: 3, withCrossShrink: true }, value, tie('block').map(below)),
  block: fc.oneof(
    fc
      .uniqueArray(fc.tuple(word, tie('nested')), { minLength: 1, maxLength: 4, selector: ([key]) => key })
      .map((entries) => joined(entries.map(([key, held]) => headed(`${key}:`, held)))),
    fc
      .array(tie('nested'), { minLength: 1, maxLength: 3 })
      .map((items) => joined(items.map((held) => headed('-', held)))),
    fc.tuple(marker, plain).map(([above, text]) => ({ lines: [above, `- ${text}`, '', '# end'], markers: 1 })),
  ),
}))

export const yamlText: fc.Arbitrary<YamlText> = fc
  .record({
    documents: fc.array(block, { minLength: 1, maxLength: 3 }),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    start: fc.constantFrom('', '\ufeff', '# licence\n---\n', '%YAML 1.2\n---\n', '---\n'),
    end: fc.constantFrom('', '\n', '\n\n', '\n...\n'),
  })
  .map(({ documents, newline, start, end }) => ({
    text: `${start}${documents.map(({ lines }) => lines.join('\n')).join('\n--- # next\n')}${end}`.replaceAll(
      '\n',
      newline,
    ),
    markers: documents.reduce((sum, { markers }) => sum + markers, 0),
  }))

function below({ lines, markers }: Block): Block {
  return { lines: ['', ...lines.map((line) => (line === '' ? '' : `  ${line}`))], markers }
}

function headed(head: string, { lines: [first = '', ...rest], markers }: Block): Block {
  return { lines: [`${head}${first}`, ...rest], markers }
}

function joined(blocks: readonly Block[]): Block {
  return {
    lines: blocks.flatMap(({ lines }) => lines),
    markers: blocks.reduce((sum, { markers }) => sum + markers, 0),
  }
}

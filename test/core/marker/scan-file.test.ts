import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanFile } from '../../../src/core/marker/scan-file.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { textOf } from './text/hostile.ts'

const M = '# {"$imagepolicy": "prod:shop:tag"}'
const S = M.replace('#', '//')

/** What is marked, as written; and what is told about the markers that are dead. */
function read(path: string, text: string): { readonly marked: readonly string[]; readonly told: readonly string[] } {
  const { fields, findings } = scanFile(path as RepoPath, text)
  return {
    marked: fields.map(({ start, end }) => text.slice(start, end)),
    told: findings.map(({ code, args }) =>
      code === 'DEAD_MARKER' ? args.position : code === 'FILE_UNREADABLE' ? args.reason : code,
    ),
  }
}

describe('.env', () => {
  test.each([
    { text: `TAG=1.4.2 ${M}`, marked: '1.4.2', because: 'a bare value' },
    { text: `export TAG=1.4.2\t${M}\r\n`, marked: '1.4.2', because: 'a shell exports it, lines end as on Windows' },
    { text: `\ufeff  TAG = "1.4.2" ${M}`, marked: '"1.4.2"', because: 'double quotes, and a byte order mark' },
    { text: `A='1.4.2'   ${M}\nB=2`, marked: "'1.4.2'", because: 'single quotes' },
    { text: `A="" ${M}`, marked: '""', because: 'an empty value between quotes' },
    { text: `A="x\ny"\nB=1 ${M}`, marked: '1', because: 'the value above spans two lines' },
    { text: `A=1\rB=2 ${M}\rC=3`, marked: '2', because: 'a lone carriage return ends a line' },
  ])('marks $marked of $text: $because', ({ text, marked }) => {
    expect(read('.env', text)).toEqual({ marked: [marked], told: [] })
  })

  test.each([
    { text: `TAG=1.4.2${M}`, told: 'directly behind the value, without a blank before its #' },
    { text: `TAG="1.4.2"${M}`, told: 'directly behind the value, without a blank before its #' },
    { text: `TAG=1#2 ${M}`, told: 'NEAR_MARKER' },
    { text: `TAG= ${M}`, told: 'on an empty value' },
    { text: `TAG=${M}`, told: 'on an empty value' },
    { text: `TAG=a b ${M}`, told: 'on a value with blanks, quotes, escapes or variables' },
    { text: `TAG=$OTHER ${M}`, told: 'on a value with blanks, quotes, escapes or variables' },
    { text: `TAG=a\u00a0 ${M}`, told: 'on a value with blanks, quotes, escapes or variables' },
    { text: `TAG="\${OTHER}" ${M}`, told: 'on a value with escapes or variables' },
    { text: `TAG="a\\"b" ${M}`, told: 'on a value with escapes or variables' },
    { text: `TAG=\`a\` ${M}`, told: 'on a value with escapes or variables' },
    { text: `TAG="a" b ${M}`, told: 'behind other text after the value' },
    { text: `TAG='a ${M}`, told: 'on a value whose quote does not end' },
    { text: `TAG='a\nb' ${M}`, told: 'behind a value over several lines' },
    { text: `${M}\nTAG=1`, told: 'on a line of its own' },
    { text: `# TAG=1 ${M}`, told: 'COMMENTED_MARKER' },
    { text: `TAG: 1 ${M}`, told: 'on a line that is no KEY=value' },
    { text: `1A=1 ${M}`, told: 'on a line that is no KEY=value' },
  ])('$text is dead: $told', ({ text, told }) => {
    expect(read('.env', text)).toEqual({ marked: [], told: [told] })
  })

  test.each([`A=1 ${M}\n'\nB=2 ${M}`, `echo "a" ${M}\nA=1 ${M}`])('%s is no .env file', (text) => {
    expect(read('.env', text)).toEqual({
      marked: [],
      told: ['it is not KEY=value lines: a quote stands outside of a value'],
    })
  })

  test.each([`A='x\nB=1 ${M}\n'\nC=2`, `TAG="a ${M}`])('text inside quotes is no comment: %s', (text) => {
    expect(read('.env', text)).toEqual({ marked: [], told: [] })
  })
})

describe('TOML', () => {
  test.each([
    { text: `tag = "1.4.2" ${M}`, marked: ['"1.4.2"'], because: 'a basic string' },
    { text: `[a."b.c"]\r\na.'b' = '1' ${M}\r\n`, marked: ["'1'"], because: 'a literal string, a dotted key' },
    { text: `a = [\n  "1", ${M}\n  "2" ${M}\n]`, marked: ['"1"', '"2"'], because: 'items over several lines' },
    { text: `a = { name = "x", tag = "1" } ${M}`, marked: ['"1"'], because: 'the last value of the line' },
    { text: `a = [ { tag = "1" }, ${M}\n]`, marked: ['"1"'], because: 'an inline table in an array' },
    { text: `a = """\nb = "1" ${M}\n""""\nc = "2"${M}`, marked: ['"2"'], because: 'text inside long strings is text' },
    { text: `a = '''\n"${M}'''\nc = "2" ${M}`, marked: ['"2"'], because: 'literal ones too' },
    { text: `a = "# {'x'}"\nc = "#" ${M}`, marked: ['"#"'], because: 'a # inside a string is no comment' },
    { text: `d = 1979-05-27 07:32:00Z\nc = "1" ${M}`, marked: ['"1"'], because: 'a date may hold a blank' },
  ])('marks $marked: $because', ({ text, marked }) => {
    expect(read('a.toml', text)).toEqual({ marked, told: [] })
  })

  test.each([
    { text: `a = 1.4 ${M}`, told: 'on a value that is no string' },
    { text: `a = true ${M}`, told: 'on a value that is no string' },
    { text: `a = """1""" ${M}`, told: 'on a string over several lines' },
    { text: `a = "\\u0031" ${M}`, told: 'on a string with escapes' },
    { text: `a = ["1"] ${M}`, told: 'after an array' },
    { text: `a = { b = 1 } ${M}`, told: 'after a table' },
    { text: `a = {} ${M}`, told: 'after a table' },
    { text: `a = [ ${M}\n"1"]`, told: 'on an array or table' },
    { text: `[a] ${M}`, told: 'on a table header' },
    { text: `${M}\na = "1"`, told: 'on a line of its own' },
    { text: `# a = "1" ${M}`, told: 'COMMENTED_MARKER' },
    { text: `a = "1" # x ${M}`, told: 'NEAR_MARKER' },
    { text: `a = "1 ${M}`, told: 'it is not TOML: two values stand side by side' },
    { text: `a = '1 ${M}`, told: 'it is not TOML: a string does not end on its line' },
    { text: `a = """ ${M}`, told: 'it is not TOML: a string of three quotes does not end' },
    { text: `a = "1" ${M}\nb = ["2"`, told: 'it is not TOML: a value or a bracket is missing' },
    { text: `a = ${M}`, told: 'it is not TOML: a comment stands where a value is missing' },
    { text: `a = "1" ${M}\nb =\n`, told: 'it is not TOML: the line ends before its value' },
    { text: `a = "1" ${M}\nb = }`, told: 'it is not TOML: this sign is out of place' },
    { text: `a = "1"\r${M}`, told: 'it is not TOML: a carriage return stands alone' },
  ])('$text is dead: $told', ({ text, told }) => {
    expect(read('a.toml', text)).toEqual({ marked: [], told: [told] })
  })
})

describe('HCL', () => {
  test.each([
    { text: `image = "x:1" ${M}`, marked: ['"x:1"'], because: 'an attribute' },
    { text: `image = "x:1" ${S}\r\n`, marked: ['"x:1"'], because: 'the other comment' },
    { text: `a "b" "c" {\n  t = "1" ${S}\n}`, marked: ['"1"'], because: 'inside a block with labels' },
    { text: `a = {\n t = "1", ${M}\n "u" : "2" ${M}\n}`, marked: ['"1"', '"2"'], because: 'an object' },
    { text: `a = [\n "1", ${M}\n "2" ${M}\n]`, marked: ['"1"', '"2"'], because: 'a list' },
    { text: `a = merge(b, {\n t = "1" ${M}\n})`, marked: ['"1"'], because: 'an object inside a call' },
    { text: `a = <<-EOT\n t = "1" ${M}\n  EOT\nt = "2" ${M}`, marked: ['"2"'], because: 'a heredoc is text' },
    { text: `/* t = "1" ${M}\n*/ t = "2" ${M}`, marked: ['"2"'], because: 'a long comment is none of ours' },
    { text: `a = "\${f("}", { b = "//" })}"\nt = "2" ${M}`, marked: ['"2"'], because: 'strings hold expressions' },
  ])('marks $marked: $because', ({ text, marked }) => {
    expect(read('main.tf', text)).toEqual({ marked, told: [] })
  })

  test.each([
    { text: `a = "x:\${var.tag}" ${M}`, told: 'on a string with an interpolation' },
    { text: `a = "%{ if b }x%{ endif }" ${M}`, told: 'on a string with an interpolation' },
    { text: `a = "$\${b}" ${M}`, told: 'on a string with escapes' },
    { text: `a = "\\u0031" ${M}`, told: 'on a string with escapes' },
    { text: `a = b ? "1" : "2" ${M}`, told: 'in an expression' },
    { text: `a = { b = c ? "1" : "2" ${M}\n}`, told: 'in an expression' },
    { text: `a = { for k, v in b : k => "2" ${M}\n}`, told: 'in an expression' },
    { text: `a = b == "2" ${M}`, told: 'in an expression' },
    { text: `a = b["2" ${M}\n]`, told: 'in an expression' },
    { text: `a = f(\n"2" ${M}\n)`, told: 'in an expression' },
    { text: `a "2" ${M}\n{}`, told: 'in an expression' },
    { text: `a = f("2") ${M}`, told: 'after a bracket' },
    { text: `a = ["2"] ${M}`, told: 'after a bracket' },
    { text: `a "b" { ${M}\n}`, told: 'on an opening bracket' },
    { text: `a = 1 ${M}`, told: 'on a value that is no string' },
    { text: `a = "1" /*\n*/ ${M}`, told: 'behind a comment over several lines' },
    { text: `${S}\na = "1"`, told: 'on a line of its own' },
    { text: `// a = "1" ${M}`, told: 'COMMENTED_MARKER' },
    { text: `a = "1\n ${M}`, told: 'it is not HCL: a string does not end on its line' },
    { text: `a = "1" ${M}\nb = <<E\n`, told: 'it is not HCL: the text that starts with <<E does not end' },
    { text: `a = "1" ${M}\n}`, told: 'it is not HCL: a bracket closes what was not opened' },
    { text: `a { b = "1" ${M}`, told: 'it is not HCL: a bracket is not closed' },
    { text: `a = "1" ${M}\n/*`, told: 'it is not HCL: a comment does not end' },
  ])('$text is dead: $told', ({ text, told }) => {
    expect(read('main.tf', text)).toEqual({ marked: [], told: [told] })
  })
})

describe('Dockerfile', () => {
  test.each([
    { text: `${M}\nFROM ghcr.io/acme/base:1.2`, marked: ['ghcr.io/acme/base:1.2'], because: 'a base image' },
    {
      text: `# syntax=docker/dockerfile:1\n# base\n${M}\r\nfrom --platform=$BUILDPLATFORM a:1 as build\r\n`,
      marked: ['a:1'],
      because: 'directives, other comments, flags and a stage',
    },
    { text: `  ${M}\nFROM \\\n  a:1 \\\n  AS b\n`, marked: ['a:1'], because: 'over several lines' },
    { text: `# escape=\`\n${M}\nFROM \`\n# note\n\n  a:1`, marked: ['a:1'], because: 'continued by a backtick' },
    { text: `${M}\nARG TAG=1.2`, marked: ['1.2'], because: 'an argument' },
    { text: `${M}\nENV TAG="1.2"\n${M}\nENV T='2'`, marked: ['"1.2"', "'2'"], because: 'quotes' },
    { text: `RUN <<EOF cat\n${M}\nFROM x:1\nEOF\n${M}\nFROM y:1`, marked: ['y:1'], because: 'a heredoc is text' },
    {
      text: `RUN <<-A <<'B'\n\t\tA\n${M}\nFROM x:1\nB\n${M}\nFROM y:1`,
      marked: ['y:1'],
      because: 'two of them, one indented',
    },
    { text: `RUN a <<NO\n${M}\nFROM y:1`, marked: ['y:1'], because: 'no line ends it, so it is none' },
  ])('marks $marked: $because', ({ text, marked }) => {
    expect(read('Dockerfile', text)).toEqual({ marked, told: [] })
  })

  test.each([
    { text: `FROM a:1 ${M}`, told: 'behind an instruction, where a Dockerfile has no comments' },
    { text: `ARG TAG=1 ${M}`, told: 'behind an instruction, where a Dockerfile has no comments' },
    { text: `${M}\n\nFROM a:1`, told: 'on no line directly above an instruction' },
    { text: `${M}\n# note\nFROM a:1`, told: 'on no line directly above an instruction' },
    { text: M, told: 'on no line directly above an instruction' },
    { text: `${M}\nRUN a`, told: 'above RUN' },
    { text: `${M}\nFROM $BASE`, told: 'above a FROM with a variable, quotes or escapes' },
    { text: `${M}\nFROM a\\\n:1`, told: 'above a FROM with a variable, quotes or escapes' },
    { text: `${M}\nFROM a:1 b`, told: 'above a FROM that is not "FROM image" or "FROM image AS name"' },
    { text: `${M}\nFROM --platform=x`, told: 'above a FROM that is not "FROM image" or "FROM image AS name"' },
    { text: `${M}\nFROM`, told: 'above a FROM that is not "FROM image" or "FROM image AS name"' },
    { text: `${M}\nARG TAG`, told: 'above ARG with anything but one KEY=value' },
    { text: `${M}\nENV A=1 B=2`, told: 'above ENV with anything but one KEY=value' },
    { text: `${M}\nENV A=1 \\\n B=2`, told: 'above ENV with anything but one KEY=value' },
    { text: `${M}\nENV TAG 1`, told: 'above ENV with anything but one KEY=value' },
    { text: `${M}\nARG TAG=`, told: 'above ARG with an empty value' },
    { text: `${M}\nARG TAG=$A`, told: 'above ARG with a variable, quotes or escapes' },
    { text: `${M}\nARG TAG="$A"`, told: 'above ARG with a variable, quotes or escapes' },
    { text: `RUN a \\\n ${M}\n && b`, told: 'inside an instruction' },
    { text: `# FROM a:1 ${M}\nFROM a:2`, told: 'COMMENTED_MARKER' },
  ])('$text is dead: $told', ({ text, told }) => {
    expect(read('Dockerfile', text)).toEqual({ marked: [], told: [told] })
  })

  test('a dead marker says where it belongs', () => {
    expect(scanFile('Dockerfile' as RepoPath, `FROM a:1 ${M}`).findings).toMatchObject([
      { args: { instead: 'Put it on the line above a FROM, or an ARG or ENV with one KEY=value.' } },
    ])
  })
})

test.each(['.env', 'a.toml', 'main.tf', 'Dockerfile'])(
  '%s: any text is read without an error, fields in order',
  (path) => {
    fc.assert(
      fc.property(textOf(path), (text) => {
        const { fields } = scanFile(path as RepoPath, text)
        let done = 0
        for (const { start, end, value, style } of fields) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(text.slice(start, end)).toBe(style === 'plain' ? value : text[start] + value + text[start])
          done = end
        }
      }),
      { numRuns: 300 },
    )
  },
)

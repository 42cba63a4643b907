import { describe, expect, test } from 'vitest'
import { finding } from '../../../src/core/finding.ts'
import type { RepoPath } from '../../../src/core/names.ts'
import { annotations, defang } from '../../../src/core/report/annotations.ts'
import { tell, type Told } from '../../../src/core/report/lint/told.ts'
import { readCommand } from '../../support/runner/commands.ts'

const at = (path: string, line = 3, column = 7): { path: RepoPath; line: number; column: number } => ({
  path: path as RepoPath,
  line,
  column,
})

test('an error, a warning and a note are annotations of three levels at their place', () => {
  const told = tell(
    [
      finding('COMMENTED_MARKER', { policy: 'a:b' }, at('c.yaml')),
      finding('UNUSED_POLICY', { policy: 'a:b' }, at('b.yaml')),
      finding('FILE_UNREADABLE', { reason: 'it is not UTF-8 text' }, { path: 'd.yaml' as RepoPath }),
      finding('UNUSED_POLICY', { policy: 'c:d' }),
    ],
    [{ place: at('a.yaml'), message: 'the policy file is wrong' }],
  )
  expect(annotations(told).map((line) => line.replace(/::[A-Z].*$/s, '::…'))).toEqual([
    '::error file=a.yaml,line=3,col=7,title=BAD_POLICY::the policy file is wrong',
    '::warning file=b.yaml,line=3,col=7,title=UNUSED_POLICY::…',
    '::warning file=d.yaml,title=FILE_UNREADABLE::…',
    '::warning title=UNUSED_POLICY::…',
    '::notice file=c.yaml,line=3,col=7,title=COMMENTED_MARKER::…',
  ])
})

test('ten of a level, then how many more', () => {
  const twelve = Array.from({ length: 12 }, (_, line) =>
    finding('UNUSED_POLICY', { policy: 'a:b' }, at('x.yaml', line + 1)),
  )
  const lines = annotations(tell([...twelve, finding('COMMENTED_MARKER', { policy: 'a:b' }, at('x.yaml'))], []))
  expect(lines).toHaveLength(12)
  expect(lines[10]).toBe('2 more of level warning.')
})

const HOSTILE = '::error::x\r\n::add-mask::a%0A%3A,b=c##[add-path]d]\u001b[2J\u202e'

describe('whatever a repository holds', () => {
  test('an annotation is one command, and says where it belongs', () => {
    const told: Told = { code: 'NEAR_MARKER', level: 'error', message: HOSTILE, place: at(HOSTILE), identity: '' }
    const [line = '', ...more] = annotations([told])
    expect(more).toEqual([])
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(line).not.toContain('##[')
    const { name, properties, data } = readCommand(line) ?? {}
    expect({ name, keys: Object.keys(properties ?? {}) }).toEqual({
      name: 'error',
      keys: ['file', 'line', 'col', 'title'],
    })
    expect(properties).toMatchObject({ line: '3', col: '7', title: 'NEAR_MARKER' })
    expect(data).toContain('::add-mask::a%0A%3A,b=c')
  })

  test.each([
    { line: '::error::x', because: 'a command' },
    { line: '  ::error::x', because: 'a command behind blanks' },
    { line: '\t::set-output name=a::x', because: 'a command behind a tab' },
    { line: 'text ##[error]x', because: 'an old command behind text' },
    { line: HOSTILE, because: 'several' },
  ])('a line of text is no command: $because', ({ line }) => {
    expect(readCommand(line)).toBeDefined()
    expect(readCommand(defang(line))).toBeUndefined()
  })

  test.each(['plain text', 'apps/a.yaml:1:2 CODE a: b::c', '#[x] # [y]', 'a\tb'])('%j stays as it is', (line) => {
    expect(defang(line)).toBe(line)
  })
})

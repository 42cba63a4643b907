import { assert, dictionary, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { BumpError } from '../../../src/core/errors.ts'
import { formatReference } from '../../../src/core/image/reference.ts'
import type { Context } from '../../../src/core/settings/context.ts'
import { INPUTS, type InputName } from '../../../src/core/settings/inputs.ts'
import { parseSettings } from '../../../src/core/settings/parse.ts'
import type { Settings } from '../../../src/core/settings/settings.ts'

const SHA = '0123456789ABCDEF0123456789abcdef01234567'
const CONTEXT: Context = {
  repository: 'acme/shop',
  sha: SHA,
  runUrl: 'https://github.com/acme/shop/actions/runs/1',
  apiUrl: 'https://api.github.com',
  graphqlUrl: 'https://api.github.com/graphql',
  serverUrl: 'https://github.com/',
}
type Texts = Partial<Record<InputName, string>>

function parse(texts: Texts, context: Partial<Context> = {}): Settings {
  const all: Texts = { images: 'ghcr.io/acme/shop:1.5.0', token: 'ghs_x', ...texts }
  return parseSettings({ get: (name) => all[name] }, { ...CONTEXT, ...context })
}

function problemsOf(texts: Texts, context: Partial<Context> = {}): readonly string[] {
  try {
    parse(texts, context)
  } catch (error) {
    if (!(error instanceof BumpError) || error.code !== 'BAD_INPUT') throw error
    return error.problems.map(({ message }) => message)
  }
  return []
}

test('with images and a token alone, everything else has its default', () => {
  const { images, ...rest } = parse({})
  expect(images.map(formatReference)).toEqual(['ghcr.io/acme/shop:1.5.0'])
  expect(rest).toEqual({
    repository: 'acme/shop',
    token: 'ghs_x',
    base: undefined,
    config: '.image-bump.yaml',
    paths: [],
    dryRun: false,
    revision: SHA.toLowerCase(),
    sourceRepository: 'acme/shop',
    sourceToken: 'ghs_x',
    author: undefined,
    unmatched: 'fail',
    force: false,
    writer: 'api',
    runUrl: 'https://github.com/acme/shop/actions/runs/1',
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    serverUrl: 'https://github.com',
  })
})

test('everything that is written is taken', () => {
  const settings = parse({
    repository: 'acme/gitops',
    base: 'release/1.x',
    config: './deploy/bump.yaml',
    paths: '\n clusters/staging/** \r\n\n./apps/*.yaml\n!(dev)/x/',
    'dry-run': 'TRUE',
    revision: 'ABCDEF1',
    'source-repository': 'acme/other',
    'source-token': ' ghp_y ',
    author: "Zoë O'Neill <z@example.com>",
    unmatched: 'warn',
    force: 'true',
    writer: 'git',
  })
  expect(settings).toMatchObject({
    repository: 'acme/gitops',
    base: 'release/1.x',
    config: 'deploy/bump.yaml',
    paths: ['clusters/staging/**', 'apps/*.yaml', '!(dev)/x'],
    dryRun: true,
    revision: 'abcdef1',
    sourceRepository: 'acme/other',
    sourceToken: 'ghp_y',
    author: { name: "Zoë O'Neill", email: 'z@example.com' },
    unmatched: 'warn',
    force: true,
    writer: 'git',
  })
})

test("the workflow's commit says nothing about another source repository", () => {
  expect(parse({ 'source-repository': 'acme/other' }).revision).toBeUndefined()
  expect(parse({ 'source-repository': 'ACME/Shop' }).revision).toBe(SHA.toLowerCase())
})

test.each<{ texts: Texts; says: string; because: string }>([
  { texts: { images: ' \n' }, says: 'Input images: The images input is empty', because: 'nothing was built' },
  { texts: { repository: 'https://github.com/a/b' }, says: 'Input repository: ', because: 'a URL' },
  { texts: { repository: 'a/b/c' }, says: 'Input repository: ', because: 'three parts' },
  { texts: { repository: 'a/..' }, says: 'Input repository: ', because: 'it would climb in an address' },
  { texts: { repository: '-a/b' }, says: 'Input repository: ', because: 'an option' },
  { texts: { repository: 'a/b.git' }, says: 'Input repository: ', because: 'an address of git' },
  { texts: { token: '' }, says: 'Input token: it is empty', because: 'a secret that is not there' },
  { texts: { token: 'a b' }, says: 'Input token: it holds white space', because: 'white space inside' },
  { texts: { token: 'a\u0000b' }, says: 'Input token: it holds', because: 'a control character' },
  { texts: { 'source-token': 'a\nb' }, says: 'Input source-token: it holds', because: 'two lines' },
  { texts: { base: 'refs/heads/main' }, says: 'Input base: ', because: 'a full ref' },
  { texts: { base: '--upload-pack=x' }, says: 'Input base: ', because: 'an option of git' },
  { texts: { config: '/etc/passwd' }, says: 'Input config: ', because: 'absolute' },
  { texts: { config: 'a/../../b' }, says: 'Input config: ', because: 'it climbs' },
  { texts: { config: '.GIT/config' }, says: 'Input config: ', because: "git's own folder" },
  { texts: { config: 'a\u0000b' }, says: 'Input config: ', because: 'NUL' },
  { texts: { paths: 'ok/**\n../x' }, says: 'Input paths: ', because: 'one of two climbs' },
  { texts: { paths: 'a'.repeat(1001) }, says: 'Input paths: a glob is longer than 1,000', because: 'too long' },
  { texts: { paths: '!a/**' }, says: 'Input paths: ', because: 'negation does not exclude' },
  { texts: { paths: 'a\\b' }, says: 'Input paths: ', because: 'a backslash' },
  { texts: { 'dry-run': 'yes' }, says: 'Input dry-run: "yes" is neither. Write true or false.', because: 'YAML 1.1' },
  { texts: { force: '1' }, says: 'Input force: ', because: 'a number' },
  { texts: { revision: 'main' }, says: 'Input revision: ', because: 'a branch' },
  { texts: { revision: 'abcdef' }, says: 'Input revision: ', because: 'six digits' },
  { texts: { author: 'octocat' }, says: 'Input author: ', because: 'no address' },
  { texts: { author: 'a <b@c> d' }, says: 'Input author: ', because: 'text after the address' },
  { texts: { author: '... <b@c>' }, says: 'Input author: ', because: 'git drops such a name' },
  { texts: { author: 'a\nb <b@c>' }, says: 'Input author: ', because: 'two lines' },
  {
    texts: { unmatched: 'ignore' },
    says: 'Input unmatched: "ignore" is not known. Write fail or warn.',
    because: 'none',
  },
  { texts: { writer: 'API' }, says: 'Input writer: ', because: 'upper case' },
])('$texts is refused: $because', ({ texts, says }) => {
  expect(problemsOf(texts)).toEqual([expect.stringContaining(says)])
})

test.each<{ context: Partial<Context>; says: string }>([
  { context: { apiUrl: 'http://ghe.example.com/api/v3' }, says: 'Variable GITHUB_API_URL: ' },
  { context: { apiUrl: 'http://127.0.0.1.example.com' }, says: 'Variable GITHUB_API_URL: ' },
  { context: { graphqlUrl: 'ftp://x' }, says: 'Variable GITHUB_GRAPHQL_URL: ' },
  { context: { serverUrl: 'github.com' }, says: 'Variable GITHUB_SERVER_URL: ' },
  { context: { serverUrl: 'https://github.com?x' }, says: 'Variable GITHUB_SERVER_URL: ' },
  { context: { repository: 'x' }, says: 'GITHUB_REPOSITORY' },
  { context: { sha: 'x' }, says: 'Variable GITHUB_SHA: ' },
])('surroundings $context are refused', ({ context, says }) => {
  expect(problemsOf({ repository: 'a/b' }, context)).toEqual([expect.stringContaining(says)])
})

test.each(['http://127.0.0.1:8080/api/v3/', 'http://localhost:1', 'http://[::1]:9/x', 'https://x.example/'])(
  'the address %s is taken, without its final slash',
  (apiUrl) => {
    expect(parse({}, { apiUrl }).apiUrl).toBe(apiUrl.replace(/\/$/, ''))
  },
)

test('outside of a workflow the repository must be named, and the source may be unknown', () => {
  const context = { apiUrl: CONTEXT.apiUrl, graphqlUrl: CONTEXT.graphqlUrl, serverUrl: CONTEXT.serverUrl }
  const raw = (texts: Texts) => ({ get: (name: InputName) => ({ images: 'a/b:1', token: 't', ...texts })[name] })
  expect(() => parseSettings(raw({}), context)).toThrow('Input repository: it is needed outside of a workflow')
  expect(parseSettings(raw({ repository: 'a/b' }), context)).toMatchObject({
    repository: 'a/b',
    sourceRepository: undefined,
    revision: undefined,
    runUrl: undefined,
  })
})

test('every problem is told at once, those of the images too', () => {
  const problems = problemsOf(
    { images: 'ghcr.io/UPPER/x:1\nghcr.io/a/b:1', base: '-x', writer: 'ftp' },
    { apiUrl: 'x' },
  )
  expect(problems.map((problem) => problem.split(':')[0])).toEqual([
    'Input images',
    'Input base',
    'Input writer',
    'Variable GITHUB_API_URL',
  ])
})

test('no message shows a secret', () => {
  const secret = 'ghs secret'
  const apiUrl = 'https://user:hunter2@x.example'
  const text = problemsOf({ token: secret, 'source-token': secret }, { apiUrl }).join('\n')
  expect(text).toContain('Input source-token')
  expect(text).toContain('it holds credentials')
  expect(text).not.toMatch(/ghs|hunter2/)
})

test('whatever is written, settings or BAD_INPUT come of it, each problem on one line', () => {
  const names = INPUTS.map(({ name }) => name)
  assert(
    property(dictionary(constantFrom(...names), string({ unit: 'binary' })), (texts) => {
      for (const problem of problemsOf(texts)) expect(problem).toMatch(/^(?:Input|Variable) [^\n\r]+$/)
    }),
    { numRuns: 500 },
  )
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JOB_TOKEN } from './environment.ts'
import type { RunResult } from './result.ts'
import { runAction, type RunRequest } from './run-action.ts'

let folder = ''
let scripts = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runner-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const SETS_ANSWER = `require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'answer=42\\n');`

/** Runs a script of a few lines as an action; it sets its one output unless told otherwise. */
async function run(script: string, request: Partial<RunRequest> = {}): Promise<RunResult> {
  scripts += 1
  const entry = join(folder, `${scripts}.cjs`)
  await writeFile(entry, script)
  return runAction({ inputs: {}, entry, manifest: 'test/support/runner/fixtures/action.yml', ...request })
}

test('an action is given evaluated defaults, its inputs, a workspace, an event and Node 24', async () => {
  const result = await run(
    `${SETS_ANSWER}
    console.log(process.env['INPUT_TOKEN'] === '${JOB_TOKEN}', process.env['INPUT_WHERE'], process.env['INPUT_DRY-RUN'])
    console.log(process.env['INPUT_TWO_WORDS'], process.env['INPUT_EXTRA'], process.version.split('.')[0])
    console.log(process.cwd() === process.env.GITHUB_WORKSPACE, require(process.env.GITHUB_EVENT_PATH).ref)`,
    { inputs: { 'two words': 'a b', extra: 'x' }, env: { GITHUB_REPOSITORY: 'o/r' }, event: { ref: 'refs/heads/x' } },
  )
  expect(result.log.split('\n')).toEqual([
    'true o/r at 0123456789abcdef0123456789abcdef01234567 false',
    'a b x v24',
    'true refs/heads/x',
    '',
  ])
  expect(result).toMatchObject({ exitCode: 0, outputs: { answer: '42' }, problems: [] })
})

test('an empty text that was written beats the default', async () => {
  const result = await run(`${SETS_ANSWER} console.log(JSON.stringify(process.env.INPUT_TOKEN))`, {
    inputs: { token: '' },
  })
  expect(result.log).toBe('""\n')
})

test.each([
  { because: 'the new syntax at the start of a line', line: '  ::set-output name=a::b', syntax: 'new' },
  { because: 'the old one anywhere in it', line: 'x ##[set-output name=a;]b', syntax: 'old' },
])('a command in $because is obeyed and told, on stdout and stderr', async ({ line, syntax }) => {
  for (const stream of ['stdout', 'stderr']) {
    const result = await run(`${SETS_ANSWER} process.${stream}.write(${JSON.stringify(`${line}\n`)})`)
    expect(result.commands).toEqual([{ name: 'set-output', properties: { name: 'a' }, data: 'b', syntax }])
    expect(result.problems).toEqual([`command injected: set-output (${syntax} syntax)`])
  }
})

test.each(['x ::error::y', '::unknown::y', '::error y', ': :error::y', '# #[error]y', '##[unknown]y'])(
  'the line %s is text',
  async (line) => {
    const result = await run(`${SETS_ANSWER} console.log(${JSON.stringify(line)})`)
    expect(result).toMatchObject({ commands: [], problems: [], log: `${line}\n` })
  },
)

test('a lone CR ends a line', async () => {
  const result = await run(`${SETS_ANSWER} process.stdout.write('a\\r::error::b\\r\\nc')`)
  expect(result.annotations).toEqual([{ level: 'error', message: 'b', properties: {} }])
})

test('properties and data of a command are unescaped', async () => {
  const result = await run(`${SETS_ANSWER} console.log('::warning file=a%2Cb%3Ac,line=3::100%25%0Atwo')`)
  expect(result.annotations).toEqual([
    { level: 'warning', message: '100%\ntwo', properties: { file: 'a,b:c', line: '3' } },
  ])
})

test('ten annotations of a level are kept, each to 4,096 characters', async () => {
  const result = await run(
    `${SETS_ANSWER} for (let i = 0; i < 12; i++) console.log('::error::' + (i ? i : 'x'.repeat(5000)))
    console.log('::notice::n')`,
  )
  expect(result.annotations.map(({ level, message }) => `${level} ${message.length}`)).toEqual([
    'error 4096',
    ...Array.from({ length: 9 }, () => 'error 1'),
    'notice 1',
  ])
  expect(result.problems).toEqual([
    'error annotation of 5000 characters is cut at 4,096',
    '2 error annotations dropped by the runner',
  ])
})

const TOKEN = 'process.env.INPUT_TOKEN'
const PASSWORD = `Buffer.from('x-access-token:' + ${TOKEN}).toString('base64')`

test.each([
  { what: 'a secret before its mask', script: `console.log('a', ${TOKEN})`, problem: 'before masking, on stdout' },
  { what: 'its base64', script: `console.error(${PASSWORD})`, problem: 'before masking, on stderr' },
  {
    what: 'a secret after its mask',
    script: `console.log('::add-mask::' + ${TOKEN}); console.log('a', ${TOKEN})`,
    problem: 'after masking, on stdout',
  },
  { what: 'a secret in a debug line', script: `console.log('::debug::' + ${TOKEN})`, problem: 'before masking' },
])('printing $what is a problem', async ({ script, problem }) => {
  const result = await run(`${SETS_ANSWER} ${script}`)
  expect(result.problems).toEqual([expect.stringContaining(problem)])
})

test('a mask hides the secret in the log, each line of it too', async () => {
  const result = await run(`${SETS_ANSWER} console.log('::add-mask::one%0Atwo'); console.log('a one b two c')`)
  expect(result).toMatchObject({ log: 'a *** b *** c\n', masks: ['one\ntwo', 'one', 'two'], problems: [] })
})

test.each([
  { script: '', problems: ['output not set: answer'], because: 'a declared output is absent' },
  {
    script: `${SETS_ANSWER} require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'more=1\\n')`,
    problems: ['output not declared: more'],
    because: 'an output is not in action.yml',
  },
  {
    script: `${SETS_ANSWER} require('node:fs').writeFileSync(process.env.RUNNER_TEMP + '/key', '')`,
    problems: ['left in RUNNER_TEMP: key'],
    because: 'a file stays behind',
  },
  {
    script: `${SETS_ANSWER} require('node:fs').appendFileSync(process.env.GITHUB_ENV, 'NODE_OPTIONS=--x\\n')`,
    problems: ['environment of later steps changed: NODE_OPTIONS'],
    because: 'later steps would run otherwise',
  },
  {
    script: `${SETS_ANSWER} require('node:fs').appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`,
    problems: ['summary of 1048577 bytes is over 1,024 KiB and dropped'],
    because: 'the summary is too long',
  },
  {
    script: `require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'answer=' + ${TOKEN} + '\\n')`,
    problems: ['secret in an output, state or the summary'],
    because: 'an output shows the token',
  },
])('it is a problem when $because', async ({ script, problems }) => {
  expect((await run(script)).problems).toEqual(problems)
})

test('an action that hangs is stopped, with what it started', async () => {
  const result = await run(
    `${SETS_ANSWER} require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' })`,
    { timeoutMs: 500 },
  )
  expect(result.exitCode).toBeUndefined()
  expect(result.problems).toContain('stopped at the time limit')
})

test('a server in the process of the test answers while the action runs', async () => {
  const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const result = await run(
    `fetch('http://127.0.0.1:${port}').then((r) => r.text()).then((t) => { console.log(t); ${SETS_ANSWER} })`,
  )
  server.close()
  expect(result).toMatchObject({ log: 'hello\n', problems: [] })
})

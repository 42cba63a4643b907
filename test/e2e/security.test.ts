import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { manifest, policyFile, REPOSITORY } from '../support/e2e/bench.ts'
import { ZERO } from '../support/github/refs.ts'
import { startProxy } from '../support/proxy-server.ts'
import { image, messages, scene } from './scene.ts'

const HOSTILE =
  'x ##[set-output name=outcome;]pwned ::error::pwned @org/team fixes #1 <!-- image-bump:state {} --> ` | [skip ci] \u202Eevil'
const PATH = 'apps/a|b `c` @org fixes #1 ##[error]x <!--\n::error::pwned.yaml'

describe('hostile text', () => {
  const stage = scene(
    {
      '.image-bump.yaml': [
        'version: 1',
        'policies:',
        '  prod:shop:',
        '    image: ghcr.io/acme/shop',
        "    policy: { semver: { range: '*' } }",
        `    hold: { tag: 1.5.0, until: 2999-01-01, reason: ${JSON.stringify(HOSTILE.replaceAll('\u202E', ''))} }`,
      ].join('\n'),
      [PATH]: manifest('shop', '1.0.0', 'prod:shop'),
      'apps/unknown.yaml': `image: x # {"$imagepolicy": "prod:gone::error::pwned##[error]@org/team"}\n`,
      'apps/value.yaml': `tag: ${JSON.stringify(HOSTILE)} # {"$imagepolicy": "prod:shop:tag"}\n`,
    },
    async ({ github }) => {
      await github.createRepository('acme/source', { a: '1' })
      commits.push(await github.commitTo('acme/source', 'main', { a: '2' }))
      commits.push(await github.commitTo('acme/source', 'main', { a: '3' }, { message: `${HOSTILE}\n\n::error::body` }))
    },
  )
  const commits: string[] = []
  /** What GitHub would act on, outside of the state, whose own test holds it. */
  const isActive = (text: string): boolean =>
    /@(?=[a-z])|(?<!\w)#(?=\d)|<!--(?! image-bump:state)|##\[|\u202E|\[skip ci\]|GH-\d/i.test(
      text.replace(/<!-- image-bump:state .*? -->\n?$/s, ''),
    )

  test('of paths, values, holds and commits reaches log, summary, outputs and pull request as text alone', async () => {
    const first = await stage.build(image('shop', '1.1.0'), { inputs: { revision: commits[0] ?? '' } })
    expect(first.outputs['outcome']).toBe('opened')
    await stage.github.merge(REPOSITORY, 1)
    const second = await stage.build(image('shop', '1.2.0'), { inputs: { revision: commits[1] ?? '' } })
    const held = await stage.build(image('shop', '1.6.0'), { inputs: { revision: commits[1] ?? '' } })
    expect(stage.pull(2).body).toContain('pwned')
    for (const { title, body } of stage.pulls()) expect(isActive(`${title}\n${body}`)).toBe(false)
    for (const { summary, outputs, annotations } of [first, second, held]) {
      // The diff shows files as they are, in a fence.
      expect(isActive(summary.replace(/^```diff\n.*?^```$/gms, ''))).toBe(false)
      expect(outputs['outcome']).not.toBe('pwned')
      expect(annotations.filter(({ level }) => level === 'error')).toEqual([])
    }
    expect(held.log).toContain('pwned')
  })

  test('a commit message holds none of it that GitHub acts on', async () => {
    const commit = await stage.github.commit(REPOSITORY, 'image-bump/main/prod')
    expect(isActive(commit?.message ?? '')).toBe(false)
  })

  test('a hostile body that looks like state twice over is not trusted', async () => {
    const body = stage.pull(2).body ?? ''
    stage.github.edit(REPOSITORY, 2, { body: `${body}\n${body.replaceAll('1.2.0', '9.9.9')}` })
    const result = await stage.build(image('shop', '1.3.0'))
    expect(messages(result, 'warning').join()).toContain('several state comments')
    expect(stage.pull(2).body).not.toContain('9.9.9')
  })
})

describe.each(['api', 'git'])('the token and the addresses, with writer: %s', (writer) => {
  const stage = scene({
    '.image-bump.yaml': policyFile(['shop']),
    'shop.yaml': manifest('shop', '1.0.0', 'prod:shop'),
  })

  test('no command line of any process holds the token while the action runs, and no child gets its inputs', async () => {
    const base64 = Buffer.from(`x-access-token:${stage.bench.token}`).toString('base64')
    const seen = { processes: new Set<string>(), leaks: new Set<string>(), inherited: new Set<string>() }
    stage.github.settings.latencyMs = 30
    const run = { isDone: false }
    const sampling = (async () => {
      while (!run.isDone) await sample([stage.bench.token, base64], seen)
    })()
    const result = await stage.build(image('shop', '1.1.0'), { inputs: { writer } })
    run.isDone = true
    await sampling
    expect(result.outputs['outcome']).toBe('opened')
    expect([...seen.processes].some((command) => command.startsWith('git'))).toBe(true)
    expect([...seen.leaks]).toEqual([])
    expect([...seen.inherited]).toEqual([])
  })

  test('every request goes to the addresses of the server: proxies that would take others see none', async () => {
    const closed = 'http://127.0.0.1:9'
    const { host } = new URL(stage.github.serverUrl)
    const env = { HTTP_PROXY: closed, HTTPS_PROXY: closed, http_proxy: closed, https_proxy: closed, ALL_PROXY: closed }
    const spared = { NO_PROXY: host, no_proxy: '127.0.0.1' }
    const result = await stage.build(image('shop', '1.2.0'), { inputs: { writer }, env: { ...env, ...spared } })
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'updated' } })
    expect(result.outputs['pull-request-url']).toMatch(new RegExp(`^${stage.github.serverUrl}/`))
    const links = [...(stage.pull(1).body ?? '').matchAll(/\]\((https?:[^)]*)\)/g)].map(([, url = '']) => url)
    expect(links.length).toBeGreaterThan(0)
    for (const url of links) expect(url.startsWith(stage.github.serverUrl)).toBe(true)
  })

  test('a proxy is used by git and the API alike', async () => {
    const proxy = await startProxy('ada:pw')
    // Without an index, both are needed.
    stage.github.repository(REPOSITORY).git.update([{ ref: 'refs/image-bump/index', after: ZERO }])
    try {
      const env = { http_proxy: `http://ada:pw@127.0.0.1:${proxy.port}` }
      const result = await stage.build(image('shop', '1.3.0'), { inputs: { writer }, env })
      expect(result).toMatchObject({ exitCode: 0 })
      expect(proxy.asked.filter((line) => /\/api\/|\/graphql/.test(line)).length).toBeGreaterThan(0)
      expect(proxy.asked.filter((line) => /git-upload-pack/.test(line)).length).toBeGreaterThan(0)
    } finally {
      await proxy.stop()
    }
  })
})

async function sample(
  secrets: readonly string[],
  seen: { readonly processes: Set<string>; readonly leaks: Set<string>; readonly inherited: Set<string> },
): Promise<void> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // Gone meanwhile, or somebody else's.
    const [command, environment] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    )
    const words = (command ?? '').replaceAll('\0', ' ')
    seen.processes.add(words.slice(0, 80))
    if (secrets.some((secret) => words.includes(secret))) seen.leaks.add(words)
    const isChild = words.startsWith('git') && /INPUT_|ACTIONS_(?:RUNTIME|ID)_TOKEN/.test(environment ?? '')
    if (isChild) seen.inherited.add(words)
  }
}

import { expect, test } from 'vitest'
import { endOf, proxyFor } from '../../../../src/adapters/github/http/proxy.ts'

const GITHUB = 'https://api.github.com/graphql'
const PROXY = 'http://proxy.example.com:3128'

test.each<{ url?: string; env: Record<string, string>; proxy: string | undefined; because: string }>([
  { env: {}, proxy: undefined, because: 'none is named' },
  { env: { HTTPS_PROXY: PROXY }, proxy: `${PROXY}/`, because: 'of the scheme' },
  { env: { https_proxy: PROXY, HTTPS_PROXY: 'http://other' }, proxy: `${PROXY}/`, because: 'small letters first' },
  { env: { https_proxy: '', HTTPS_PROXY: PROXY }, proxy: `${PROXY}/`, because: 'empty is not set' },
  { env: { HTTP_PROXY: PROXY }, proxy: undefined, because: 'of another scheme' },
  { env: { ALL_PROXY: PROXY }, proxy: `${PROXY}/`, because: 'of all schemes' },
  { env: { ALL_PROXY: 'http://other', https_proxy: PROXY }, proxy: `${PROXY}/`, because: 'its own goes first' },
  { env: { HTTPS_PROXY: 'proxy.example.com:3128' }, proxy: `${PROXY}/`, because: 'HTTP where nothing is said' },
  { env: { HTTPS_PROXY: 'https://proxy.example.com' }, proxy: 'https://proxy.example.com/', because: 'TLS to it' },
  { url: 'http://127.0.0.1:80/', env: { HTTP_PROXY: PROXY }, proxy: `${PROXY}/`, because: 'loopback is no exception' },
])('$env leads $url through $proxy: $because', ({ url = GITHUB, env, proxy }) => {
  expect(proxyFor(new URL(url), env)?.url.href).toBe(proxy)
})

test.each<{ spared: string; url: string; is: boolean }>([
  { spared: '*', url: GITHUB, is: true },
  { spared: 'api.github.com', url: GITHUB, is: true },
  { spared: 'github.com', url: GITHUB, is: true },
  { spared: '.github.com', url: GITHUB, is: true },
  { spared: '*.github.com', url: GITHUB, is: true },
  { spared: 'GitHub.COM.', url: GITHUB, is: true },
  { spared: 'localhost, github.com', url: GITHUB, is: true },
  { spared: 'localhost github.com', url: GITHUB, is: true },
  { spared: 'hub.com', url: GITHUB, is: false },
  { spared: 'api.github.com.example.com', url: GITHUB, is: false },
  { spared: 'com.', url: GITHUB, is: true },
  { spared: '', url: GITHUB, is: false },
  { spared: ',.,', url: GITHUB, is: false },
  { spared: 'github.com:443', url: GITHUB, is: true },
  { spared: 'github.com:8443', url: GITHUB, is: false },
  { spared: 'github.com:8443', url: 'https://api.github.com:8443/', is: true },
  { spared: '10.1.2.3', url: 'https://10.1.2.3/', is: true },
  { spared: '10.1.2.3:443', url: 'https://10.1.2.3/', is: true },
  { spared: '10.1.2.3:80', url: 'https://10.1.2.3/', is: false },
  { spared: '10.0.0.0/8', url: 'https://10.1.2.3/', is: true },
  { spared: '10.0.0.0/16', url: 'https://10.1.2.3/', is: false },
  { spared: '10.0.0.0/99', url: 'https://10.1.2.3/', is: false },
  { spared: '2.3', url: 'https://10.1.2.3/', is: false },
  { spared: '10.0.0.0/8', url: 'https://10.example.com/', is: false },
  { spared: '::1', url: 'http://[::1]:8080/', is: true },
  { spared: '[::1]:8080', url: 'http://[::1]:8080/', is: true },
  { spared: '[::1]:80', url: 'http://[::1]:8080/', is: false },
  { spared: 'fd00::/8', url: 'https://[fd12::3]/', is: true },
  { spared: '10.0.0.0/8', url: 'https://[fd12::3]/', is: false },
])('NO_PROXY=$spared spares $url: $is', ({ spared, url, is }) => {
  const env = { HTTPS_PROXY: PROXY, HTTP_PROXY: PROXY, NO_PROXY: spared }
  expect(proxyFor(new URL(url), env) === undefined).toBe(is)
})

test.each([
  ['http://ada:s3cret@proxy.example.com', 'ada:s3cret'],
  ['http://ada@proxy.example.com', 'ada:'],
  ['http://a%40corp:p%3Aw%20d@proxy.example.com', 'a@corp:p:w d'],
  ['http://ada:100%@proxy.example.com', 'ada:100%'],
])('the credentials of %s are told as %s, and are no part of its address', (address, pair) => {
  const proxy = proxyFor(new URL(GITHUB), { HTTPS_PROXY: address })
  expect(proxy?.headers).toEqual({ 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` })
  expect(proxy?.url.href).toBe('http://proxy.example.com/')
})

test.each(['socks5://ada:s3cret@proxy.example.com:1080', 'http://ada:s3cret@', 'ftp://s3cret'])(
  'a proxy that we cannot use is told without its address, which may hold a password: %s',
  (address) => {
    const ask = () => proxyFor(new URL(GITHUB), { all_proxy: address })
    expect(ask).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
    expect(ask).toThrow(/^all_proxy is not the address of an HTTP proxy/)
    expect(ask).not.toThrow(/s3cret/)
  },
)

test.each([
  ['https://api.github.com/x', { host: 'api.github.com', port: 443, servername: 'api.github.com' }],
  ['http://127.0.0.1:8080/', { host: '127.0.0.1', port: 8080, servername: '' }],
  ['http://[::1]/', { host: '::1', port: 80, servername: '' }],
])('a connection to %s goes to %j', (url, end) => {
  expect(endOf(new URL(url))).toEqual(end)
})

import { expect, test } from 'vitest'
import { remoteAccess } from '../../../src/adapters/git/remote-access.ts'

test.each([
  { url: 'https://github.com/acme/deploy.git', because: 'https' },
  { url: 'http://127.0.0.1:8080/a/b', because: 'loopback' },
  { url: 'http://localhost/a/b', because: 'loopback by name' },
  { url: 'http://[::1]:80/a/b', because: 'loopback of IPv6' },
])('$url is taken: $because', ({ url }) => {
  expect(remoteAccess(url, 'token')).toEqual({ url: new URL(url).href, token: 'token' })
  expect(remoteAccess(url, '')).toEqual({ url: new URL(url).href })
})

test.each([
  { url: 'http://github.com/acme/deploy', because: 'the token would travel in the clear' },
  { url: 'http://127.0.0.1.evil.example/a', because: 'it only begins like loopback' },
  { url: 'git@github.com:acme/deploy.git', because: 'not a URL' },
  { url: 'ssh://git@github.com/acme/deploy.git', because: 'ssh' },
  { url: 'file:///srv/git/x', because: 'file' },
  { url: 'ext::sh -c id', because: 'a command' },
  { url: '--upload-pack=id', because: 'an option' },
  { url: 'acme/deploy', because: 'half a URL' },
  { url: 'https://github.com/a/b?x=1', because: 'a query' },
  { url: 'https://github.com/a/b#x', because: 'a fragment' },
])('$url is refused: $because', ({ url }) => {
  expect(() => remoteAccess(url, undefined)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error)
})

test.each(['https://user:hunter2@github.com/a/b', 'https://hunter2@github.com/a/b', 'ftp://x:hunter2@h/'])(
  'a password in %s is refused and not repeated',
  (url) => {
    expect(() => remoteAccess(url, undefined)).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message: expect.not.stringContaining('hunter2') as string,
      }) as Error,
    )
  },
)

import { BumpError } from '../../core/errors.ts'
import { quote } from '../../core/image/reference.ts'
import type { RemoteAccess } from './environment.ts'

/**
 * Checks the URL of a repository, and that the token could be sent there safely.
 * @throws {BumpError} BAD_INPUT for a URL, BAD_TOKEN for a token that cannot be one
 */
export function remoteAccess(url: string, token: string | undefined): RemoteAccess {
  const reason = whyNotUrl(url)
  if (reason !== undefined)
    throw new BumpError('BAD_INPUT', `${quote(withoutCredentials(url))} is not the URL of a repository: ${reason}.`)
  if (token === undefined || token === '') return { url: new URL(url).href }
  // A line break in it would write header lines of its own.
  if (/[^\x21-\x7e]/.test(token))
    throw new BumpError(
      'BAD_TOKEN',
      'The token holds a space, a line break or a character outside ASCII. Check how the secret was saved.',
    )
  return { url: new URL(url).href, token }
}

function whyNotUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return 'write it in full, such as https://github.com/acme/deploy'
  const url = new URL(text)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return 'only https is allowed'
  if (url.username !== '' || url.password !== '')
    return 'it holds a user name or password; hand the token over as the token'
  if (url.search !== '' || url.hash !== '') return 'it holds a "?" or "#"'
  return undefined
}

function withoutCredentials(text: string): string {
  return text.replace(/\/\/.*@/s, '//')
}

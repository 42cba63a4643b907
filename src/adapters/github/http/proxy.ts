import { BumpError } from '../../../core/errors.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** A proxy that speaks HTTP. */
export interface Proxy {
  /** Without credentials. */
  readonly url: URL
  /** What it is told of who we are. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The proxy for an address, by the variables that git and curl read: of the scheme, or ALL_PROXY, unless NO_PROXY names the
 * host; those in small letters count first. Undefined: none.
 * @throws {BumpError} BAD_INPUT for one that we cannot use; to go around it would be worse
 * @see https://everything.curl.dev/usingcurl/proxies/env.html
 */
export function proxyFor(url: URL, env: Environment): Proxy | undefined {
  const scheme = url.protocol.slice(0, -1)
  const [name, address] = firstOf(env, `${scheme}_proxy`) ?? firstOf(env, 'all_proxy') ?? []
  if (name === undefined || address === undefined) return undefined
  const [, spared = ''] = firstOf(env, 'no_proxy') ?? []
  return isSpared(url, spared.split(/[\s,]+/)) ? undefined : readProxy(name, address)
}

/** Where a connection goes: brackets are no part of a host, and certificates name no address. */
export function endOf({ hostname, port, protocol }: URL): { host: string; port: number; servername: string } {
  const host = hostname.replace(/^\[|\]$/g, '')
  const usual = protocol === 'https:' ? 443 : 80
  return { host, port: port === '' ? usual : Number(port), servername: familyOf(host) === undefined ? host : '' }
}

function firstOf(env: Environment, name: string): readonly [name: string, value: string] | undefined {
  for (const spelled of [name, name.toUpperCase()]) {
    const value = env[spelled]?.trim() ?? ''
    if (value !== '') return [spelled, value]
  }
  return undefined
}

function readProxy(name: string, address: string): Proxy {
  const whole = address.includes('://') ? address : `http://${address}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  // Not quoted: it may hold a password.
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new BumpError('BAD_INPUT', `${name} is not the address of an HTTP proxy. Write http://HOST:PORT.`)
  const { username, password } = url
  url.username = ''
  url.password = ''
  if (username === '' && password === '') return { url, headers: {} }
  const pair = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return { url, headers: { 'proxy-authorization': `Basic ${pair}` } }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign is one.
    return text
  }
}

/** A name stands for what is below it too; an entry may be an address, a range of addresses, or end in a port. */
function isSpared(url: URL, entries: readonly string[]): boolean {
  const { host, port } = endOf(url)
  const name = host.toLowerCase().replace(/\.$/, '')
  const family = familyOf(name)
  return entries.some((entry) => {
    if (entry === '*') return true
    const [, wanted = '', wantedPort] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
    if (wanted === '' || (wantedPort !== undefined && Number(wantedPort) !== port)) return false
    if (family !== undefined) return isInRange(name, family, wanted.replace(/^\[|\]$/g, ''))
    const suffix = wanted.replace(/^\*?\./, '').replace(/\.$/, '')
    return name === suffix || name.endsWith(`.${suffix}`)
  })
}

type Family = 'ipv4' | 'ipv6'

/** `10.0.0.0/8`, `::1`. */
function isInRange(address: string, family: Family, range: string): boolean {
  const [start = '', bits] = range.split('/')
  const most = family === 'ipv4' ? 32 : 128
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity
  if (familyOf(start) !== family || length > most) return false
  const { BlockList } = process.getBuiltinModule('node:net')
  const list = new BlockList()
  list.addSubnet(start, length, family)
  return list.check(address, family)
}

function familyOf(host: string): Family | undefined {
  const version = process.getBuiltinModule('node:net').isIP(host)
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6'
}

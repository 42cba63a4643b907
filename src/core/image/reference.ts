import { BumpError } from '../errors.ts'
import type { Branded } from '../names.ts'

/** Registry and repository as written, e.g. `ghcr.io/acme/shop`, `localhost:5000/x`, `nginx`. */
export type ImageName = Branded<'ImageName'>
export type Tag = Branded<'Tag'>
/** `algorithm:hex`, e.g. `sha256:…`. */
export type Digest = Branded<'Digest'>

/** `name[:tag][@digest]`, each part as written: formatting a parsed reference gives the same text. */
export interface ImageReference {
  readonly name: ImageName
  readonly tag?: Tag
  readonly digest?: Digest
}

/** A parsed value, or the sentence that says why there is none. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string }

// The grammar of distribution/reference (regexp.go), which Docker, containerd and the OCI tools share.
const HOST_PART = /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])$/
const IPV6 = /^\[[0-9A-Fa-f:]+\]$/
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
/** A name of such parts alone, as most are; a registry among them or not, it is one. */
const PATH = /^[a-z0-9]+(?:(?:\.|_|__|-+|\/)[a-z0-9]+)*$/
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/
const HEX_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }
const NAME_LIMIT = 255

/**
 * Reads a reference.
 * @throws {BumpError} BAD_IMAGE_REFERENCE with the reason
 * @see https://github.com/distribution/reference
 */
export function parseReference(text: string): ImageReference {
  const parsed = readReference(text)
  if (!parsed.ok)
    throw new BumpError('BAD_IMAGE_REFERENCE', `${quote(text)} is not an image reference: ${parsed.reason}`)
  return parsed.value
}

/** The same, with the reason as a value. */
export function readReference(text: string): Parsed<ImageReference> {
  const at = text.indexOf('@')
  const named = at === -1 ? text : text.slice(0, at)
  const digest = at === -1 ? undefined : text.slice(at + 1)
  // A colon after the last slash starts the tag; one before it belongs to the registry's port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const name = colon === -1 ? named : named.slice(0, colon)
  const tag = colon === -1 ? undefined : named.slice(colon + 1)

  const reason =
    whyNotName(name) ??
    (tag === undefined ? undefined : whyNotTag(tag)) ??
    (digest === undefined ? undefined : whyNotDigest(digest))
  if (reason !== undefined) return { ok: false, reason }
  return {
    ok: true,
    value: {
      name: name as ImageName,
      ...(tag === undefined ? {} : { tag: tag as Tag }),
      ...(digest === undefined ? {} : { digest: digest as Digest }),
    },
  }
}

/** An image name alone: neither tag nor digest. */
export function readImageName(text: string): Parsed<ImageName> {
  if (text.includes('@')) return { ok: false, reason: 'a digest does not belong here; write the name alone' }
  const reason = whyNotName(text)
  if (reason === undefined) return { ok: true, value: text as ImageName }
  const hasTag = text.lastIndexOf(':') > text.lastIndexOf('/')
  return { ok: false, reason: hasTag ? 'a tag does not belong here; write the name alone' : reason }
}

/** Reads a tag alone. */
export function readTag(text: string): Parsed<Tag> {
  const reason = whyNotTag(text)
  return reason === undefined ? { ok: true, value: text as Tag } : { ok: false, reason }
}

/** Reads a digest alone, `sha256:…`. */
export function readDigest(text: string): Parsed<Digest> {
  const reason = whyNotDigest(text)
  return reason === undefined ? { ok: true, value: text as Digest } : { ok: false, reason }
}

/** `name[:tag][@digest]`; what `readReference` reads back. */
export function formatReference({ name, tag, digest }: ImageReference): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

/** Whether two names mean one image: `nginx`, `docker.io/nginx` and `index.docker.io/library/nginx` do. */
export function sameImage(a: ImageName, b: ImageName): boolean {
  // Nearly all names of a repository differ in their last part, which nothing spells out.
  return a === b || (shortName(a) === shortName(b) && canonicalName(a) === canonicalName(b))
}

/** The name with its registry and `library/` spelled out; for comparing, never for writing. */
export function canonicalName(name: ImageName): string {
  const [first = '', ...rest] = name.split('/')
  const hasRegistry = rest.length > 0 && isRegistry(first)
  const registry = hasRegistry ? first.toLowerCase() : 'docker.io'
  const path = hasRegistry ? rest.join('/') : name
  if (registry !== 'docker.io' && registry !== 'index.docker.io') return `${registry}/${path}`
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`
}

/** Last part of the path: `shop` of `ghcr.io/acme/shop`. */
export function shortName(name: ImageName): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

// Docker's rule for telling `localhost/x` and `ghcr.io/x` from `acme/x`.
function isRegistry(part: string): boolean {
  return /[.:]/.test(part) || part === 'localhost' || part !== part.toLowerCase()
}

function whyNotName(name: string): string | undefined {
  if (name.length <= NAME_LIMIT && PATH.test(name)) return undefined
  if (name === '') return 'the name is empty'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return 'write it without a scheme such as https://'
  const parts = name.split('/')
  const first = parts[0] ?? ''
  const hasRegistry = parts.length > 1 && isRegistry(first)
  if (hasRegistry) {
    const reason = whyNotRegistry(first)
    // The grammar's registry is optional: what cannot be one may still be the first part of a path.
    if (reason !== undefined && !PATH_PART.test(first)) return reason
  }
  const path = hasRegistry ? parts.slice(1) : parts
  const bad = path.find((part) => !PATH_PART.test(part))
  if (bad !== undefined) {
    if (bad === '') return 'there is an empty part between slashes'
    return /[A-Z]/.test(bad)
      ? `${quote(bad)} holds upper-case letters; repository names are lower case`
      : `${quote(bad)} may hold only lower-case letters, digits and single ".", "_", "__" or dashes between them`
  }
  return path.join('/').length > NAME_LIMIT ? `the name is longer than ${NAME_LIMIT} characters` : undefined
}

function whyNotRegistry(registry: string): string | undefined {
  const match = /^(.*?)(?::([^\]:]*))?$/s.exec(registry)
  const [, host = '', port] = match ?? []
  if (port !== undefined && !/^[0-9]+$/.test(port)) return `${quote(port)} is not a port`
  if (IPV6.test(host) || host.split('.').every((part) => HOST_PART.test(part))) return undefined
  return `${quote(host)} is not a registry host`
}

function whyNotTag(tag: string): string | undefined {
  if (tag === '') return 'the tag is empty'
  if (TAG.test(tag)) return undefined
  return tag.length > 128
    ? 'the tag is longer than 128 characters'
    : `${quote(tag)} is not a tag: letters, digits, "_", "." and "-", not starting with "." or "-"`
}

function whyNotDigest(digest: string): string | undefined {
  if (!DIGEST.test(digest)) return `${quote(digest)} is not a digest such as sha256:<64 hex digits>`
  const [algorithm = '', hex = ''] = digest.split(':')
  const digits = HEX_DIGITS[algorithm]
  if (digits === undefined || (hex.length === digits && hex === hex.toLowerCase())) return undefined
  return `a ${algorithm} digest has ${digits} lower-case hex digits`
}

/** Untrusted text for a message: JSON escapes control characters, and length is bounded. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
}

/** A pattern for a message, so that it can be taken from there: in single quotes, as in a policy file, where JSON would double a backslash. */
export function quotePattern(pattern: string): string {
  const isPlain = pattern.length <= 120 && /^[ -&(-~]*$/.test(pattern)
  return isPlain && pattern.includes('\\') ? `'${pattern}'` : quote(pattern)
}

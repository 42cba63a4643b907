/** The `images` input: what the calling workflow says it built, in the shapes that build tools print. */
import { BumpError, type Problem } from '../errors.ts'
import { canonicalName, formatReference, quote, readDigest, readReference, type ImageReference } from './reference.ts'

/**
 * Reads built images, each once, in the order they stand. Takes
 * - lines `name:tag`, `name@digest` or `name:tag@digest`; blank ones and those that start with `#` are skipped,
 * - a JSON array of such references,
 * - the `json` output of docker/metadata-action,
 * - the metadata of `docker buildx bake` or docker/build-push-action.
 * The same name and tag with and without a digest is one image, with the digest.
 * @throws {BumpError} BAD_IMAGES with every problem and its place in the input
 */
export function readBuilt(input: string): readonly ImageReference[] {
  if (input.length > INPUT_LIMIT) throw new BumpError('BAD_IMAGES', 'The images input is larger than 1 MiB.')
  const text = input.trim()
  if (text === '') throw new BumpError('BAD_IMAGES', `The images input is empty. ${WHAT_TO_WRITE}`)
  const { claims, problems } = looksLikeJson(text) ? readJson(text) : { claims: readLines(input), problems: [] }
  const merged = mergeClaims(claims)
  const all = [...problems, ...merged.problems]
  if (all.length > 0) throw new BumpError('BAD_IMAGES', cut(all).map(asProblem))
  if (merged.images.length === 0)
    throw new BumpError('BAD_IMAGES', `The images input names no image with a tag or a digest. ${WHAT_TO_WRITE}`)
  return merged.images
}

const INPUT_LIMIT = 1024 * 1024
const PROBLEM_LIMIT = 50
const WHAT_TO_WRITE =
  'Write one reference per line, e.g. ghcr.io/acme/shop:1.4.2, or give the json output of docker/metadata-action ' +
  'or the metadata output of docker/build-push-action or docker/bake-action (with push).'

/** A reference that the input holds, and where. */
interface Claim {
  readonly where: string
  readonly text: string
  /** Given beside the reference, as build metadata does. */
  readonly digest?: string
}

interface Reading {
  readonly claims: readonly Claim[]
  readonly problems: readonly string[]
}

function looksLikeJson(text: string): boolean {
  // A line may start with a bracket too: [2001:db8::1]:5000/shop:1.
  return text.startsWith('{') || /^\[\s*(?:["{[\]]|$)/.test(text)
}

function readLines(input: string): readonly Claim[] {
  return input
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ where: `line ${index + 1}`, text: line.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
}

function readJson(text: string): Reading {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { claims: [], problems: [`it starts like JSON and is not: ${quote(reason)}`] }
  }
  if (Array.isArray(value)) return readArray(value, 'item')
  if (!isObject(value)) return { claims: [], problems: [`as JSON it must be an array or an object. ${WHAT_TO_WRITE}`] }
  if (Array.isArray(value['tags'])) return readArray(value['tags'], 'tags item')
  return readBuildMetadata(value)
}

function readArray(items: readonly unknown[], word: string): Reading {
  const claims: Claim[] = []
  const problems: string[] = []
  for (const [index, item] of items.entries()) {
    const where = `${word} ${index + 1}`
    if (typeof item === 'string') claims.push({ where, text: item.trim() })
    else problems.push(`${where}: it is not a text`)
  }
  return { claims, problems }
}

// One build has the two keys at the top; bake has them once per target, among other notes such as provenance.
function readBuildMetadata(metadata: Readonly<Record<string, unknown>>): Reading {
  const builds: readonly (readonly [where: string, build: unknown])[] =
    NAMES in metadata || DIGEST in metadata
      ? [[`"${NAMES}"`, metadata]]
      : Object.entries(metadata).map(([target, build]) => [`target ${quote(target)}`, build])
  const readings = builds.map(([where, build]) => readBuild(where, build))
  return {
    claims: readings.flatMap(({ claims }) => claims),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

const NAMES = 'image.name'
const DIGEST = 'containerimage.digest'

function readBuild(where: string, build: unknown): Reading {
  // Without push a build has no name, and nothing that could be deployed.
  if (!isObject(build) || build[NAMES] === undefined) return { claims: [], problems: [] }
  const names = build[NAMES]
  const digest = build[DIGEST]
  if (typeof names !== 'string') return { claims: [], problems: [`${where}: "${NAMES}" is not a text`] }
  if (digest !== undefined && typeof digest !== 'string')
    return { claims: [], problems: [`${where}: "${DIGEST}" is not a text`] }
  const texts = names.split(',').map((name) => name.trim())
  return {
    claims: texts
      .filter((text) => text !== '')
      .map((text) => (digest === undefined ? { where, text } : { where, text, digest })),
    problems: [],
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mergeClaims(claims: readonly Claim[]): { images: readonly ImageReference[]; problems: readonly string[] } {
  const images = new Map<string, { readonly image: ImageReference; readonly where: string }>()
  const problems: string[] = []
  for (const claim of claims) {
    const image = readClaim(claim)
    if (typeof image === 'string') {
      problems.push(`${claim.where}: ${image}`)
      continue
    }
    // Untagged images differ by digest alone: two of them are two images.
    const key = `${canonicalName(image.name)} ${image.tag ?? `@${image.digest ?? ''}`}`
    const known = images.get(key)
    if (known === undefined || (known.image.digest === undefined && image.digest !== undefined))
      images.set(key, { image: known === undefined ? image : withDigestOf(known.image, image), where: claim.where })
    else if (image.digest !== undefined && image.digest !== known.image.digest)
      problems.push(
        `${claim.where}: ${quote(formatReference(image))} has another digest than ${known.where} says of the same tag ` +
          `(${known.image.digest ?? ''}); keep one of them`,
      )
  }
  return { images: [...images.values()].map(({ image }) => image), problems }
}

/** The reference, or why there is none. */
function readClaim({ text, digest }: Claim): ImageReference | string {
  const parsed = readReference(text)
  if (!parsed.ok) return `${quote(text)} is not an image reference: ${parsed.reason}`
  const { value: image } = parsed
  if (digest !== undefined) {
    if (image.digest !== undefined && image.digest !== digest)
      return `${quote(text)} has another digest than "${DIGEST}" beside it, ${quote(digest)}`
    const pinned = readDigest(digest)
    return pinned.ok ? { ...image, digest: pinned.value } : `"${DIGEST}" of ${quote(text)}: ${pinned.reason}`
  }
  return image.tag === undefined && image.digest === undefined
    ? `${quote(text)} has neither tag nor digest; write e.g. ${quote(`${text}:1.4.2`)}`
    : image
}

function withDigestOf(image: ImageReference, { digest }: ImageReference): ImageReference {
  return digest === undefined ? image : { ...image, digest }
}

function cut(problems: readonly string[]): readonly string[] {
  if (problems.length <= PROBLEM_LIMIT) return problems
  return [...problems.slice(0, PROBLEM_LIMIT), `and ${problems.length - PROBLEM_LIMIT} more problems`]
}

function asProblem(text: string): Problem {
  return { message: `images: ${text}` }
}

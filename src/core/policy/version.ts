/**
 * Versions as Flux reads them: Masterminds semver, loose. node-semver is stricter with leading zeros and numbers past
 * 2^53, and so orders real tags differently.
 */

/** A whole number below 2^64: of one value always of one type, a bigint only where a number would not be exact. */
export type Uint64 = number | bigint

export interface Version {
  /** As written, with its `v` and its metadata. */
  readonly text: string
  readonly major: Uint64
  readonly minor: Uint64
  readonly patch: Uint64
  /** Identifiers after `-`; empty for a release. */
  readonly prerelease: readonly string[]
}

/** Reads `v?N[.N[.N]][-pre][+meta]`; missing numbers are zero, leading zeros are allowed. */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text)
  if (match === null) return undefined
  const [, first = '0', second = '0', third = '0', pre] = match
  const major = readUint64(first)
  const minor = readUint64(second)
  const patch = readUint64(third)
  if (major === undefined || minor === undefined || patch === undefined) return undefined
  const prerelease = pre === undefined ? RELEASE : pre.split('.')
  if (prerelease.some((identifier) => /^0[0-9]+$/.test(identifier))) return undefined
  return { text, major, minor, patch, prerelease }
}

/** Whether Flux tries to read a tag as a version at all: two dots, anywhere, so `1.4-rc.1` counts and `1.4` does not. */
export function isFluxVersion(tag: string): boolean {
  return tag.indexOf('.', tag.indexOf('.') + 1) > tag.indexOf('.')
}

/** Negative when `a` is older, zero when they rank equal. Metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compareOrdered(a.major, b.major) ||
    compareOrdered(a.minor, b.minor) ||
    compareOrdered(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease)
  )
}

/** The same for the part after `-` alone; no identifiers at all is a release, which is newest. */
export function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return compareOrdered(b.length, a.length)
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareIdentifiers(a[index] ?? '', b[index] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}

const IDENTIFIERS = String.raw`[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*`
const VERSION = new RegExp(
  String.raw`^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-(${IDENTIFIERS}))?(?:\+${IDENTIFIERS})?$`,
)
const RELEASE: readonly string[] = []
const UINT64_LIMIT = 1n << 64n
/** So many are exact as a number, whatever they are. */
const EXACT_DIGITS = 15

function readUint64(digits: string): Uint64 | undefined {
  if (digits.length <= EXACT_DIGITS) return Number(digits)
  const value = BigInt(digits)
  if (value <= Number.MAX_SAFE_INTEGER) return Number(value)
  return value < UINT64_LIMIT ? value : undefined
}

function compareIdentifiers(a: string, b: string): number {
  const numberA = /^[0-9]+$/.test(a) ? readUint64(a) : undefined
  const numberB = /^[0-9]+$/.test(b) ? readUint64(b) : undefined
  if (numberA !== undefined && numberB !== undefined) return compareOrdered(numberA, numberB)
  if (numberA !== undefined) return -1
  if (numberB !== undefined) return 1
  // ASCII by the grammar, so UTF-16 order is byte order.
  return compareOrdered(a, b)
}

function compareOrdered<Value extends bigint | number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

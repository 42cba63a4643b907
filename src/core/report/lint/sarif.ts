import type { Place } from '../../names.ts'
import { RULES, type Level, type Rule, type RuleCode } from './rules.ts'
import type { Told } from './told.ts'

/**
 * What lint found as SARIF 2.1.0, for code scanning.
 * @param version of image-bump, a semantic version
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarif(told: readonly Told[], version: string): object {
  const codes = [...RULES.keys()]
  const rules = [...RULES].map(([code, rule]) => ruleJson(code, rule))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'image-bump', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the GitOps repository.' } } },
        results: withFingerprints(told).map(([one, fingerprint]) => resultJson(one, codes, fingerprint)),
      },
    ],
  }
}

const ROOT = '%SRCROOT%'

function ruleJson(code: RuleCode, { level, short, help }: Rule): object {
  return {
    id: code,
    name: code.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${short}.` },
    help: { text: help },
    defaultConfiguration: { level: level satisfies Level },
  }
}

function resultJson({ code, level, message, place }: Told, codes: readonly RuleCode[], fingerprint: string): object {
  const index = codes.indexOf(code)
  return {
    ruleId: code,
    ...(index === -1 ? {} : { ruleIndex: index }),
    level,
    message: { text: message },
    ...(place === undefined ? {} : { locations: [{ physicalLocation: locationJson(place) }] }),
    partialFingerprints: { 'imageBump/v1': fingerprint },
  }
}

function locationJson({ path, line, column }: Place): object {
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
  const region = { startLine: line, ...(column === undefined ? {} : { startColumn: column }) }
  return { artifactLocation: { uri, uriBaseId: ROOT }, ...(line === undefined ? {} : { region }) }
}

/** A fingerprint stays when lines shift; the second of two alike is told apart by its number. */
function withFingerprints(told: readonly Told[]): readonly (readonly [Told, string])[] {
  const seen = new Map<string, number>()
  return told.map((one) => {
    const hash = fnv1a(`${one.code}\n${one.place?.path ?? ''}\n${one.identity}`)
    const number = (seen.get(hash) ?? 0) + 1
    seen.set(hash, number)
    return [one, `${hash}:${number}`]
  })
}

/** FNV-1a, 64 bits, of the UTF-16 units: no secret depends on it, and it needs no library. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

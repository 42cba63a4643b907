import { finding, type Finding } from '../finding.ts'
import { BumpError } from '../errors.ts'
import { formatOf, TEXT_NAMES } from '../marker/format.ts'
import { holdsMarkerText, MARKER_TEXT } from '../marker/marker.ts'
import { scanFile } from '../marker/scan-file.ts'
import type { MarkedField } from '../marker/field.ts'
import { mayHoldMarkers } from '../git/repo-path.ts'
import type { PolicyName, RepoPath } from '../names.ts'
import { NO_POLICY_FILE, parsePolicyFile } from '../policy/file.ts'
import { fluxPolicies, FLUX_TEXT, mergePolicies, policyFinder } from '../policy/flux/flux.ts'
import type { Policy, PolicyFile, PullRequestSettings } from '../policy/policy.ts'
import { isSearched } from '../policy/scope.ts'

/** What a file must hold to be looked at: a marker, or a Flux object. */
export const SCREEN_TEXTS: readonly string[] = [MARKER_TEXT, FLUX_TEXT]

/** A file as it was read, not yet text. */
export interface SourceFile {
  readonly path: RepoPath
  readonly bytes: Uint8Array
}

/** The marked fields of some files. */
export interface Marked {
  /** In the order of paths, then as they stand. */
  readonly fields: readonly MarkedField[]
  /** Text of every file that holds a marked field. */
  readonly texts: ReadonlyMap<RepoPath, string>
  readonly findings: readonly Finding[]
}

/** The rules of a repository: those of the policy file, and of Flux objects where it lets them in. */
export interface Rules {
  readonly policies: readonly Policy[]
  readonly pullRequests: PullRequestSettings
  /** Which files are searched beside YAML, as the policy file says. */
  readonly globs: readonly string[]
  readonly findings: readonly Finding[]
}

/** What the GitOps repository says at one commit (or on disk): policies, and the fields that name them. */
export interface Snapshot extends Rules, Marked {}

/**
 * The globs of files that are searched beside YAML: known before anything is searched.
 * @throws {BumpError} BAD_POLICY with every problem of the policy file
 */
export function searchGlobs(config: SourceFile | undefined): readonly string[] {
  if (config === undefined) return []
  // Nearly every policy file says nothing of this; it is parsed once, with the rest.
  return decodePolicyFile(config).includes('files') ? readPolicyFile(config).files : []
}

/**
 * Reads policy file and screened files into one snapshot. Pure: the bytes come in.
 * @param config the policy file, undefined where the repository has none
 * @throws {BumpError} BAD_POLICY with every problem of the policy file
 */
export function readSnapshot(config: SourceFile | undefined, files: readonly SourceFile[]): Snapshot {
  const file = policyFileOf(config)
  const decoded = decodeAll(files)
  const marked = markedIn(decoded, file.files)
  const asked = marked.fields.map(({ marker }) => marker.policy)
  return asSnapshot(rulesOf(file, decoded.texts, asked), marked)
}

/** Rules, and the marked fields of some files, as one. */
export function asSnapshot(rules: Rules, marked: Marked): Snapshot {
  return { ...rules, ...marked, findings: [...rules.findings, ...marked.findings] }
}

/**
 * The rules alone.
 * @param files those that may hold Flux objects, at least
 * @param asked the names that markers use
 * @throws {BumpError} BAD_POLICY when Flux objects that are asked for clash
 */
export function readRules(file: PolicyFile, files: readonly SourceFile[], asked: Iterable<PolicyName>): Rules {
  return rulesOf(file, decodeAll(files).texts, asked)
}

/** The policy file; one that says nothing where there is none. @throws {BumpError} BAD_POLICY with every problem of it */
export function policyFileOf(config: SourceFile | undefined): PolicyFile {
  return config === undefined ? NO_POLICY_FILE : readPolicyFile(config)
}

/** The marked fields alone, of a commit whose policies do not count. */
export function readMarked(files: readonly SourceFile[], globs: readonly string[] = []): Marked {
  return markedIn(decodeAll(files), globs)
}

/** The marked fields of each policy, by the policy they resolve to. */
export function fieldsByPolicy(
  policies: readonly Policy[],
  fields: readonly MarkedField[],
): ReadonlyMap<Policy, readonly MarkedField[]> {
  const find = policyFinder(policies)
  const byPolicy = new Map<Policy, MarkedField[]>(policies.map((policy) => [policy, []]))
  for (const field of fields) {
    const policy = find(field.marker.policy)
    if (policy !== undefined) byPolicy.get(policy)?.push(field)
  }
  return byPolicy
}

/** Whether a marker names a policy of that bare name which the policy file does not define. */
function bareNamesAsked(policies: readonly Policy[], names: Iterable<PolicyName>): (name: string) => boolean {
  const defined = new Set(policies.map(({ name }) => name))
  const asked = new Set(
    [...names].filter((name) => !defined.has(name)).map((name) => name.slice(name.indexOf(':') + 1)),
  )
  return (name) => asked.has(name)
}

// A byte order mark stays part of the text: offsets count it, and it is written back.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 text with its byte order mark, or undefined where the bytes are not UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

function rulesOf(file: PolicyFile, texts: Decoded['texts'], asked: Iterable<PolicyName>): Rules {
  const { policies, pullRequests, files, flux } = file
  const mayHoldFlux = [...texts]
    .map(([path, text]) => ({ path, text }))
    .filter(({ path, text }) => mayHoldMarkers(path) && text.includes(FLUX_TEXT))
  const found = flux ? fluxPolicies(mayHoldFlux, bareNamesAsked(policies, asked)) : { policies: [], findings: [] }
  return { policies: mergePolicies(file, found.policies), pullRequests, globs: files, findings: found.findings }
}

interface Decoded {
  readonly texts: ReadonlyMap<RepoPath, string>
  readonly findings: readonly Finding[]
}

function decodeAll(files: readonly SourceFile[]): Decoded {
  const texts = new Map<RepoPath, string>()
  const findings: Finding[] = []
  for (const { path, bytes } of files) {
    const text = decode(bytes)
    if (text === undefined) findings.push(finding('FILE_UNREADABLE', { reason: 'it is not UTF-8 text' }, { path }))
    else texts.set(path, text)
  }
  return { texts, findings }
}

function markedIn({ texts: decoded, findings: unreadable }: Decoded, globs: readonly string[]): Marked {
  const fields: MarkedField[] = []
  const findings = [...unreadable]
  const texts = new Map<RepoPath, string>()
  for (const [path, text] of decoded) {
    if (!holdsMarkerText(text) || !isSearched(path, globs)) continue
    if (formatOf(path) === undefined) {
      const reason = `"files" names it, and markers are read in ${TEXT_NAMES} and YAML alone`
      findings.push(finding('FILE_UNREADABLE', { reason }, { path }))
      continue
    }
    const scanned = scanFile(path, text)
    findings.push(...scanned.findings)
    fields.push(...scanned.fields)
    if (scanned.fields.length > 0) texts.set(path, text)
  }
  return { fields, texts, findings }
}

function readPolicyFile(config: SourceFile): PolicyFile {
  return parsePolicyFile(config.path, decodePolicyFile(config))
}

function decodePolicyFile({ path, bytes }: SourceFile): string {
  const text = decode(bytes)
  if (text === undefined)
    throw new BumpError('BAD_POLICY', [{ place: { path }, message: 'the policy file is not UTF-8 text' }])
  return text
}

import { canonicalName, type ImageName } from '../image/reference.ts'
import { formatPlace } from '../names.ts'
import type { Policy } from '../policy/policy.ts'
import type { Proposal, Unmovable } from './propose.ts'

/** Whether a proposal goes into the file as it is, and not as a comment for a person to decide about. */
export function isActive({ image, why }: Proposal): boolean {
  return why === undefined && !isOfficial(image)
}

/** Images of Docker's own library: nobody builds them here. */
export function isOfficial(image: ImageName): boolean {
  return canonicalName(image).startsWith('docker.io/library/')
}

/** What the repository shows. */
export interface Shown {
  readonly proposals: readonly Proposal[]
  readonly unmovable: readonly Unmovable[]
  readonly flux: readonly Policy[]
}

/**
 * The text of a starter policy file: a policy for each proposal, or none where Flux objects define them already. What a
 * person has to decide stands in comments. Valid whatever the proposals hold.
 */
export function starterFile(
  { proposals, unmovable, flux }: Shown,
  { schemaUrl }: { readonly schemaUrl: string },
): string {
  const head = [
    `# yaml-language-server: $schema=${schemaUrl}`,
    '# Which image tags move in this repository, and how. `image-bump init` wrote it from what it found: correct it freely.',
    'version: 1',
    '',
  ]
  return `${[...head, ...(flux.length > 0 ? fluxLines(flux) : policyLines(proposals, unmovable))].join('\n')}\n`
}

function fluxLines(flux: readonly Policy[]): readonly string[] {
  return [
    '# These ImagePolicy objects of Flux are read where they stand. A policy of the same name here wins over them:',
    ...flux.map(({ name, image, place }) => comment(`  ${name} follows ${image} (${formatPlace(place)})`)),
    'policies: {}',
    'flux: true',
  ]
}

function policyLines(proposals: readonly Proposal[], unmovable: readonly Unmovable[]): readonly string[] {
  const own = proposals.filter(({ image }) => !isOfficial(image))
  const official = [...new Set(proposals.filter(({ image }) => isOfficial(image)).map(({ image }) => image))]
  const active = own.filter(isActive)
  const lines = own.flatMap((proposal) => [
    '',
    ...(isActive(proposal) ? block(proposal) : block(proposal).map(asComment)),
  ])
  return [
    '# Keyed by what markers name: "namespace:name". A policy without a marker does nothing yet; remove what is not built by you.',
    ...(active.length > 0 ? ['policies:', ...lines.slice(1)] : [own.length > 0 ? NONE_YET : 'policies: {}', ...lines]),
    ...(proposals.length === 0 && unmovable.length === 0 ? EXAMPLE : []),
    ...section("Images of Docker's library, which nobody builds here and so have no policy", official),
    ...section(
      'Images that no marker can stand with yet',
      unmovable.map(({ image, place, why }) => `${image} (${formatPlace(place)}): ${why}`),
    ),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `# ${title}:`, ...lines.map((line) => comment(`  ${line}`))]
}

const NONE_YET = 'policies: {} # without {} once a policy stands below'
const EXAMPLE = [
  '# No image field was found. A policy looks like this:',
  '#   prod:shop:',
  '#     image: ghcr.io/acme/shop',
  '#     paths: [clusters/prod/**]',
  "#     policy: { semver: { range: '>=1.0.0' } }",
]

const SHOWN_PLACES = 5

function block({ name, image, paths, tags, places, pinned, rule, why }: Proposal): readonly string[] {
  const more = places.length > SHOWN_PLACES ? [`and ${places.length - SHOWN_PLACES} more`] : []
  return [
    ...(why === undefined ? [] : [`  # Left out: ${why}.`]),
    `  # ${visible(tags.join(', ')) || 'no tag'} in ${visible([...places.slice(0, SHOWN_PLACES), ...more].join(', '))}`,
    `  ${name}:`,
    `    image: ${image}`,
    ...(paths === undefined ? [] : ['    paths:', ...paths.map((glob) => `      - ${quoted(glob)}`)]),
    ...(rule?.filterTags === undefined
      ? []
      : [
          '    filterTags:',
          `      pattern: ${quoted(rule.filterTags.pattern)}`,
          `      extract: ${quoted(rule.filterTags.extract)}`,
        ]),
    `    policy: ${rule?.policy ?? "{ semver: { range: '>=0.0.0' } }"}`,
    ...(pinned ? ['    digest: IfNotPresent'] : []),
  ]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function asComment(line: string): string {
  return line.startsWith('  #') ? line : `  # ${line.slice(2)}`
}

function comment(text: string): string {
  return `# ${visible(text)}`
}

/** Untrusted text for a comment: nothing in it ends the line or is read as another thing. */
function visible(text: string): string {
  return text.replace(/[^\P{C}]|[\u2028\u2029]/gu, '?')
}

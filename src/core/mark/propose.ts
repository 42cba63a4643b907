import { canonicalName, type ImageName } from '../image/reference.ts'
import { formatPlace, type Place, type PolicyName, type RepoPath } from '../names.ts'
import { environmentOf, globOf } from './environment.ts'
import { proposeRule, type ProposedRule } from './rule.ts'
import type { ImageUse } from './use.ts'

/** A policy for the fields of one image in one environment. */
export interface Proposal {
  readonly name: PolicyName
  readonly image: ImageName
  /** Undefined: the whole tree. */
  readonly paths?: readonly string[]
  /** As the fields have them, each once. */
  readonly tags: readonly string[]
  readonly places: readonly string[]
  /** Digests stand there, so the policy has to write them. */
  readonly pinned: boolean
  /** Undefined where the tags do not tell one; `why` says so. */
  readonly rule?: ProposedRule
  /** Why a person has to decide first. */
  readonly why?: string
}

export interface FileUses {
  readonly path: RepoPath
  readonly uses: readonly ImageUse[]
}

/** An image that no marker can stand with yet. */
export interface Unmovable {
  readonly image: ImageName
  readonly place: Place
  readonly why: string
}

/** Images of which nothing could be proposed, each once, with the first thing that is in the way. */
export function unmovableImages(files: readonly FileUses[]): readonly Unmovable[] {
  const uses = files.filter(isDeployed).flatMap((file) => file.uses)
  const movable = new Set(uses.filter(canMove).map(({ image }) => canonicalName(image)))
  const found = new Map<string, Unmovable>()
  for (const { image, obstacles } of uses) {
    const name = canonicalName(image)
    const first = obstacles.find(({ optional }) => !optional)
    if (first !== undefined && !movable.has(name) && !found.has(name)) found.set(name, { image, ...first })
  }
  return [...found.values()]
}

/** The policies that would let every image found here be moved: one for each image and environment, ordered by name of the image. */
export function proposePolicies(files: readonly FileUses[]): readonly Proposal[] {
  const seen = files.filter(isDeployed).flatMap(({ path, uses }) => uses.filter(canMove).map((use) => ({ path, use })))
  const names = new Set<string>()
  const images = [...Map.groupBy(seen, ({ use }) => canonicalName(use.image))].sort(([a], [b]) => (a < b ? -1 : 1))
  return images.flatMap(([, sightings]) => {
    const byEnvironment = Map.groupBy(sightings, ({ path }) => environmentOf(path)?.name)
    const several = byEnvironment.size > 1 || !byEnvironment.has(undefined)
    // What stands in none comes last.
    const ordered = [...byEnvironment].sort(([a = '~'], [b = '~']) => (a < b ? -1 : 1))
    return ordered.flatMap(([environment, own]) => {
      // What overlays build on is set by them.
      const counted =
        environment === undefined && several ? own.filter(({ path }) => !/(?:^|\/)base\//.test(path)) : own
      return counted.length === 0 ? [] : [propose(environment ?? NO_ENVIRONMENT, counted, several, names)]
    })
  })
}

/** Namespace of what stands in no environment's folder. */
const NO_ENVIRONMENT = 'default'

/** As the policy file has it. */
const LONGEST_GLOB = 1000

interface Seen {
  readonly path: RepoPath
  readonly use: ImageUse
}

/** What a workflow runs in is no deployment. */
function isDeployed({ path }: FileUses): boolean {
  return !path.startsWith('.github/')
}

function canMove({ spots }: ImageUse): boolean {
  return spots.some(({ part, marker }) => (part === 'reference' || part === 'tag') && marker === undefined)
}

function propose(environment: string, seen: readonly Seen[], scoped: boolean, names: Set<string>): Proposal {
  const image = seen[0]?.use.image ?? ('' as ImageName)
  const tags = [...new Set(seen.flatMap(({ use }) => (use.tag === undefined ? [] : [use.tag])))].sort()
  const rule = proposeRule(tags)
  const paths = [...new Set(seen.map(({ path }) => environmentOf(path)?.glob ?? globOf(path)))]
  const tooLong = scoped && paths.some(({ length }) => length > LONGEST_GLOB)
  const why = tooLong ? 'its path is too long for the policy file: choose another glob' : whyNot(tags, rule)
  return {
    name: freshName(environment, image, names),
    image,
    ...(scoped ? { paths } : {}),
    tags,
    places: seen.map(({ path, use }) => formatPlace({ path, ...lineOf(use) })),
    pinned: seen.some(({ use }) => use.pinned),
    ...(rule === undefined ? {} : { rule }),
    ...(why === undefined ? {} : { why }),
  }
}

function lineOf({ spots }: ImageUse): { readonly line?: number } {
  const line = spots.find(({ part }) => part !== 'name')?.place.line
  return line === undefined ? {} : { line }
}

function whyNot(tags: readonly string[], rule: ProposedRule | undefined): string | undefined {
  if (tags.length > 1)
    return 'its places hold different tags, and a policy moves all of them together: split it by paths'
  if (tags.length === 0) return 'only digests stand there: choose the tags that count'
  return rule === undefined ? 'its tag tells no order: choose a rule for the tags to come' : undefined
}

/** The last part of the image's name, or more of it where that is taken. */
function freshName(environment: string, image: ImageName, names: Set<string>): PolicyName {
  const parts = image.split('/').map((part) => part.replace(/[^A-Za-z0-9._-]/g, '-'))
  const candidates = parts.map((_, at) => `${environment}:${parts.slice(parts.length - 1 - at).join('-')}`)
  const counted = (count: number): string => `${candidates.at(-1) ?? ''}-${count}`
  let name = candidates.find((candidate) => !names.has(candidate))
  for (let count = 2; name === undefined; count += 1) if (!names.has(counted(count))) name = counted(count)
  names.add(name)
  return name as PolicyName
}

import { shortName } from '../image/reference.ts'
import type { BranchName } from '../names.ts'
import { levelOf, versionOf, type Bump } from './bump.ts'
import type { Group } from './group.ts'
import { clip, harmless, oneLine } from './untrusted.ts'

export interface TitleInput {
  readonly bumps: readonly Bump[]
  readonly group: Group
  readonly base: BranchName
  /**
   * From the policy file. `{images}`: short names, three at most; `{version}`: what the one image moves to, or how many
   * versions there are; `{count}`: number of images; `{group}`; `{base}`. Anything else in braces stays as it is.
   */
  readonly template?: string
}

/** Title of a pull request, e.g. `bump shop to 1.5.0 in staging`: one line of harmless text, at most 256 characters. */
export function title({ bumps, group, base, template }: TitleInput): string {
  const own = template === undefined ? '' : oneLine(fill(template, { bumps, group, base }))
  return clip(harmless(clip(own === '' ? builtIn(bumps, group) : own, TITLE_LIMIT)), TITLE_LIMIT)
}

/** How a sentence names several things: `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const TITLE_LIMIT = 256

function builtIn(bumps: readonly Bump[], group: Group): string {
  const names = imagesOf(bumps)
  const what = names.length === 1 ? `${names.join('')} to ${versions(bumps)}` : `${names.length} images`
  return `bump ${what}${where(group)}`
}

// An image's or everybody's pull request has no one place to name.
function where({ kind, key, label }: Group): string {
  return (kind === 'namespace' && key !== 'namespace:') || kind === 'policy' ? ` in ${label}` : ''
}

function versions(bumps: readonly Bump[]): string {
  const found = [...new Set(bumps.map(({ to }) => versionOf(to)))]
  if (found.length > 2) return `${found.length} versions`
  const digestOnly = bumps.every(({ from, to }) => to.tag !== undefined && levelOf({ from, to }) === 'digest')
  return `${enumerate(found)}${digestOnly ? ' (new digest)' : ''}`
}

// Two images may share a short name: they are counted by their whole name.
function imagesOf(bumps: readonly Bump[]): readonly string[] {
  return [...new Set(bumps.map(({ to }) => to.name))].map(shortName)
}

function fill(template: string, { bumps, group, base }: TitleInput): string {
  const names = imagesOf(bumps)
  const values: Readonly<Record<string, string>> = {
    images: names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : enumerate(names),
    version: versions(bumps),
    count: String(names.length),
    group: group.label,
    base,
  }
  return template.replace(/\{(images|version|count|group|base)\}/g, (whole, word: string) => values[word] ?? whole)
}
